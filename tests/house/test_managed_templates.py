"""The templates for managed settings are those of the table, and fit their formats and the readers."""

import plistlib
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from outreach_app.managed import WINDOWS_KEY, policy_of, read_toml
from outreach_app.policy import safest, settings_in_force
from outreach_app.setting_shape import Kind, Setting, Strength
from outreach_app.settings import SETTINGS
from tests.house.managed_templates import (
    ADML,
    ADMX,
    INSTALLERS,
    LINUX,
    MANIFEST,
    NAMESPACE,
    contents,
    policy_name,
)

MANAGEABLE = [setting for setting in SETTINGS if setting.strength is not None]
_ORDER = ["policyNamespaces", "resources", "supportedOn", "categories", "policies"]


def _tag(element: ElementTree.Element) -> str:
    return element.tag.removeprefix(f"{{{NAMESPACE}}}")


def _all(root: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return root.iter(f"{{{NAMESPACE}}}{name}")


@pytest.fixture
def admx() -> ElementTree.Element:
    return ElementTree.fromstring(ADMX.read_bytes())  # noqa: S314 - our own file


@pytest.fixture
def adml() -> ElementTree.Element:
    return ElementTree.fromstring(ADML.read_bytes())  # noqa: S314 - our own file


def test_the_files_are_those_of_the_table() -> None:
    held = {path: (INSTALLERS / path).read_bytes() for path in contents()}
    assert held == contents(), "run: python -m tests.house.managed_templates"


def test_the_definitions_stand_in_the_order_that_the_format_asks_for(
    admx: ElementTree.Element,
) -> None:
    assert [_tag(each) for each in admx] == _ORDER
    inside = ["parentCategory", "supportedOn", "enabledValue", "elements"]
    for policy in _all(admx, "policy"):
        order = [inside.index(_tag(each)) for each in policy]
        assert order == sorted(order)


def test_every_setting_that_may_be_decided_has_one_policy_for_its_value(
    admx: ElementTree.Element,
) -> None:
    found = {}
    for policy in _all(admx, "policy"):
        assert policy.get("key") == WINDOWS_KEY
        values = [each.get("valueName") for each in policy.iter() if each.get("valueName")]
        found[policy.get("name")] = values
    assert found == {policy_name(each): [each.key] for each in MANAGEABLE}
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name or "") for name in found)


def test_every_word_that_the_definitions_name_is_there(
    admx: ElementTree.Element, adml: ElementTree.Element
) -> None:
    named: dict[str, set[str]] = {"string": set(), "presentation": set()}
    for element in admx.iter():
        for value in element.attrib.values():
            if match := re.fullmatch(r"\$\((string|presentation)\.(\w+)\)", value):
                named[match[1]].add(match[2])
    there = {kind: {each.get("id") or "" for each in _all(adml, kind)} for kind in named}
    assert there == named
    asked = {each.get("id") for kind in ("decimal", "text") for each in _all(admx, kind)}
    shown = {each.get("refId") for each in adml.iter() if each.get("refId")}
    assert asked - {None} == shown
    assert all((each.text or "").strip() for each in _all(adml, "string"))


@pytest.mark.parametrize("setting", MANAGEABLE, ids=lambda each: each.key)
def test_what_a_policy_writes_is_what_the_program_reads(
    admx: ElementTree.Element, setting: Setting
) -> None:
    (policy,) = [each for each in _all(admx, "policy") if each.get("name") == policy_name(setting)]
    written: object
    if setting.kind is Kind.YES_NO:
        (enabled,) = _all(policy, "enabledValue")
        written = int(enabled[0].get("value") or "")
        settings = settings_in_force({}, [policy_of([(setting.key, written)])])
        assert settings.text(setting.key) == safest(setting)
    elif setting.bounds is not None:
        (asked,) = [each for each in _all(policy, "decimal") if each.get("minValue")]
        ends = (int(asked.get("minValue") or ""), int(asked.get("maxValue") or ""))
        assert ends == setting.bounds
        for written in ends:
            assert settings_in_force({}, [policy_of([(setting.key, written)])]).decided(
                setting.key
            ) == str(written)
    else:
        assert [each.get("maxLength") for each in _all(policy, "text")] == ["240"]


def test_each_line_of_the_file_for_linux_is_read_when_its_mark_is_taken_away(
    tmp_path: Path,
) -> None:
    text = LINUX.read_text("utf-8")
    (tmp_path / "all").write_text(re.sub(r"^#(?=\S+ = )", "", text, flags=re.MULTILINE))
    (tmp_path / "none").write_text(text)
    assert read_toml(tmp_path / "none").values == {}
    values = read_toml(tmp_path / "all").values
    assert list(values) == [each.key for each in MANAGEABLE]
    assert all(each.fits(values[each.key]) for each in MANAGEABLE)


def test_the_manifest_offers_each_setting_in_its_type() -> None:
    content = plistlib.loads(MANIFEST.read_bytes())
    assert content["pfm_domain"] == MANIFEST.stem
    keys = {each["pfm_name"]: each for each in content["pfm_subkeys"]}
    ours = {name: each for name, each in keys.items() if not name.startswith("Payload")}
    assert list(ours) == [each.key for each in MANAGEABLE]
    for setting in MANAGEABLE:
        offered = ours[setting.key]
        if "pfm_default" in offered:
            read = policy_of([(setting.key, offered["pfm_default"])]).values[setting.key]
            expected = setting.default if setting.bounds else safest(setting)
            assert read == expected
        else:
            assert setting.strength is Strength.GIVEN
    assert {"PayloadIdentifier", "PayloadType", "PayloadUUID", "PayloadVersion"} <= set(keys)

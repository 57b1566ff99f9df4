"""The forms open in public tools: pyxform takes them without a warning, ODK Validate as valid."""

import os
import shutil
import subprocess
from collections import Counter
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree
from pyxform.xls2json_backends import md_table_to_workbook
from pyxform.xls2xform import convert

from tests.forms.form_sources import FORM_IDS, FORMS, OURS, ours, parents, sheets, survey

XFORMS = "{http://www.w3.org/2002/xforms}"
NAMESPACE = "{urn:outreach:form:1}"
# pyxform writes typographic quotation marks as plain ones.
PLAIN_QUOTES = str.maketrans("“”‘’", "\"\"''")


@cache
def xform(form_id: str) -> tuple[str, tuple[str, ...]]:
    found: list[str] = []
    result = convert(FORMS / form_id / "form.md", warnings=found)
    return result.xform, (*found, *result.warnings)


def paths_of(form_id: str) -> dict[str, str]:
    around = parents(form_id)
    return {name: "/".join(("/data", *around[name], name)) for name in around}


def test_every_form_of_the_domain_is_here() -> None:
    assert set(FORM_IDS) == {
        "agency_involvement", "case", "client", "consent", "contact_note", "exit_checklist",
        "follow_up", "handover", "incident", "missing_episode", "nrm_event", "nrm_explanation", "outcomes_check",
        "referral", "referral_approval", "referral_outcome", "rights_request", "risk_assessment", "safety_flag", "safety_plan",
        "support_plan", "transmission",
    }  # fmt: skip


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_pyxform_converts_without_a_warning(form_id: str) -> None:
    assert xform(form_id)[1] == ()


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_settings_are_the_agreed_ones(form_id: str) -> None:
    (settings,) = sheets(form_id)["settings"]
    assert settings["form_id"] == form_id
    assert settings["form_title"]
    assert int(settings["version"]) >= 1
    assert settings["default_language"] == "English (en)"
    assert settings["namespaces"] == 'outreach="urn:outreach:form:1"'


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_row_and_each_of_our_columns_reaches_the_xform(form_id: str) -> None:
    root = etree.fromstring(xform(form_id)[0].encode())
    binds = {bind.get("nodeset"): bind for bind in root.iter(f"{XFORMS}bind")}
    paths = paths_of(form_id)
    for row in survey(form_id):
        mine = {name: cell for name, cell in row.items() if name.startswith(OURS) and cell}
        bind = binds.get(paths[row["name"]])
        assert bind is not None or not mine, row["name"]
        if bind is not None:
            for name, cell in mine.items():
                assert bind.get(NAMESPACE + name.removeprefix(OURS)) == cell.translate(PLAIN_QUOTES)


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_external_file_is_there_and_has_one_stem(form_id: str) -> None:
    root = etree.fromstring(xform(form_id)[0].encode())
    sources = [
        source.rpartition("/")[2]
        for node in root.iter(f"{XFORMS}instance")
        if (source := node.get("src"))
    ]
    assert [
        stem for stem, times in Counter(Path(s).stem for s in sources).items() if times > 1
    ] == []
    for name in sources:
        places = (FORMS / form_id / name, FORMS / "lists" / name, FORMS / name)
        assert any(place.is_file() for place in places), name


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_calculations_by_rules_have_an_empty_expression(form_id: str) -> None:
    for row in survey(form_id):
        if row["type"] == "calculate":
            assert (row["calculation"] == "''") == bool(ours(row, "source")), row["name"]


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_the_spreadsheet_for_people_says_the_same(form_id: str, tmp_path: Path) -> None:
    workbook = md_table_to_workbook((FORMS / form_id / "form.md").read_text("utf-8"))
    file = tmp_path / f"{form_id}.xlsx"
    workbook.save(file)
    assert convert(file).xform == xform(form_id)[0]


@pytest.mark.skipif(os.environ.get("OUTREACH_PEERS") != "1", reason="OUTREACH_PEERS is not 1")
@pytest.mark.skipif(shutil.which("java") is None, reason="no java")
@pytest.mark.parametrize("form_id", FORM_IDS)
def test_odk_validate_accepts_the_form(form_id: str, tmp_path: Path) -> None:
    spec = find_spec("pyxform")
    assert spec is not None
    assert spec.origin is not None
    jar = Path(spec.origin).parent / "validators/odk_validate/bin/ODK_Validate.jar"
    form = tmp_path / f"{form_id}.xml"
    form.write_text(xform(form_id)[0], "utf-8")
    done = subprocess.run(["java", "-jar", jar, form], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Xform is valid" in done.stdout + done.stderr

"""Write the templates for managed settings from the table: `python -m tests.house.managed_templates`.

For Windows an ADMX file and its English words, for Group Policy and what reads the same files; for
macOS a manifest of the preference domain, in the form that profile editors read; these have not been
loaded on either system. For Linux the file itself with every line as a remark.
"""

import plistlib
import textwrap
from xml.etree import ElementTree

from outreach_app.managed import LINUX_FILE, MACOS_DOMAIN, WINDOWS_KEY
from outreach_app.setting_shape import Kind, Setting, Strength
from outreach_app.settings import GROUPS, SETTINGS
from tests.house.tree import ROOT

INSTALLERS = ROOT / "installers"
ADMX = INSTALLERS / "windows" / "outreach.admx"
ADML = INSTALLERS / "windows" / "en-GB" / "outreach.adml"
MANIFEST = INSTALLERS / "macos" / f"{MACOS_DOMAIN}.plist"
LINUX = INSTALLERS / "linux" / LINUX_FILE.name
FILES = (ADMX, ADML, MANIFEST, LINUX)

NAMESPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
_PREFIX = "Outreach.Policies"
_ON_WINDOWS = "SUPPORTED_OUTREACH"
_MOST_TEXT = 240
_MANAGEABLE = tuple(setting for setting in SETTINGS if setting.strength is not None)
_SAFE_NUMBER = {Strength.YES: 1, Strength.NO: 0}


def policy_name(setting: Setting) -> str:
    """Return the name of a policy, which may have no dots: lock.minutes_alone is LockMinutesAlone."""
    return "".join(word.capitalize() for word in setting.key.replace(".", "_").split("_"))


def _element(
    above: ElementTree.Element, tag: str, text: str = "", /, **attributes: str
) -> ElementTree.Element:
    made = ElementTree.SubElement(above, tag, attributes)
    made.text = text or None
    return made


def _root(name: str) -> ElementTree.Element:
    return ElementTree.Element(
        name, {"xmlns": NAMESPACE, "revision": "1.0", "schemaVersion": "1.0"}
    )


def _written(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root)
    head = b'<?xml version="1.0" encoding="utf-8"?>\n'
    return head + ElementTree.tostring(root, encoding="unicode").encode("utf-8") + b"\n"


def _category(setting: Setting) -> str:
    number = next(n for n, (_, begins) in enumerate(GROUPS) if setting.key.startswith(begins))
    return f"Group{number + 1}"


def admx() -> bytes:
    """Return the policy definitions: which value of the registry each policy writes."""
    root = _root("policyDefinitions")
    namespaces = _element(root, "policyNamespaces")
    _element(namespaces, "target", prefix="outreach", namespace=_PREFIX)
    _element(root, "resources", minRequiredRevision="1.0")
    supported = _element(_element(root, "supportedOn"), "definitions")
    _element(supported, "definition", name=_ON_WINDOWS, displayName=f"$(string.{_ON_WINDOWS})")
    categories = _element(root, "categories")
    _element(categories, "category", name="Outreach", displayName="$(string.Outreach)")
    for number in range(1, len(GROUPS) + 1):
        name = f"Group{number}"
        category = _element(categories, "category", name=name, displayName=f"$(string.{name})")
        _element(category, "parentCategory", ref="Outreach")
    policies = _element(root, "policies")
    for setting in _MANAGEABLE:
        _policy(policies, setting)
    return _written(root)


def _policy(policies: ElementTree.Element, setting: Setting) -> None:
    name = policy_name(setting)
    attributes = {
        "name": name,
        "class": "Both",
        "displayName": f"$(string.{name})",
        "explainText": f"$(string.{name}_Help)",
        "key": WINDOWS_KEY,
    }
    asks = setting.strength not in _SAFE_NUMBER
    if asks:
        attributes["presentation"] = f"$(presentation.{name})"
    else:
        attributes["valueName"] = setting.key
    policy = _element(policies, "policy", **attributes)
    _element(policy, "parentCategory", ref=_category(setting))
    _element(policy, "supportedOn", ref=_ON_WINDOWS)
    if setting.strength in _SAFE_NUMBER:
        number = str(_SAFE_NUMBER[setting.strength])
        _element(_element(policy, "enabledValue"), "decimal", value=number)
        return
    elements = _element(policy, "elements")
    common = {"id": f"{name}_Value", "valueName": setting.key, "required": "true"}
    if setting.bounds is None:
        _element(elements, "text", maxLength=str(_MOST_TEXT), **common)
        return
    low, high = setting.bounds
    _element(elements, "decimal", minValue=str(low), maxValue=str(high), **common)


def adml() -> bytes:
    """Return the English words of the policy definitions."""
    root = _root("policyDefinitionResources")
    _element(root, "displayName", "Outreach")
    _element(root, "description", "Settings of Outreach that are decided for everybody")
    resources = _element(root, "resources")
    strings = _element(resources, "stringTable")
    _element(strings, "string", "Outreach", id="Outreach")
    _element(strings, "string", "Outreach 1.0 or later", id=_ON_WINDOWS)
    for number, (heading, _begins) in enumerate(GROUPS, start=1):
        _element(strings, "string", heading, id=f"Group{number}")
    for setting in _MANAGEABLE:
        name = policy_name(setting)
        _element(strings, "string", _policy_title(setting), id=name)
        _element(strings, "string", explanation(setting), id=f"{name}_Help")
    presentations = _element(resources, "presentationTable")
    for setting in _MANAGEABLE:
        if setting.strength not in _SAFE_NUMBER:
            _presentation(presentations, setting)
    return _written(root)


def _presentation(table: ElementTree.Element, setting: Setting) -> None:
    name = policy_name(setting)
    presentation = _element(table, "presentation", id=name)
    if setting.bounds is None:
        box = _element(presentation, "textBox", refId=f"{name}_Value")
        _element(box, "label", f"{setting.title}:")
        return
    _element(
        presentation,
        "decimalTextBox",
        f"{setting.title}:",
        refId=f"{name}_Value",
        defaultValue=setting.default,
    )


def _policy_title(setting: Setting) -> str:
    if setting.strength in _SAFE_NUMBER:
        return f"{setting.title}: {setting.strength}"
    return f"{setting.title}: {_BOUND[setting.strength or Strength.GIVEN]}"


_BOUND = {
    Strength.AT_MOST: "at most",
    Strength.AT_LEAST: "at least",
    Strength.GIVEN: "for everybody",
}


def explanation(setting: Setting) -> str:
    """Return what an administrator reads about a setting."""
    may_be = "" if setting.kind is Kind.YES_NO else f"It may be: {setting.allowed()}. "
    usual = setting.default or "nothing"
    return (
        f"{setting.help}\n\nWithout a decision: {usual}. {setting.why}\n\n{may_be}A person may choose "
        "what is safer, never what is less safe. What the organisation's signed configuration decides "
        "counts as well; the safest value is in force."
    )


def manifest() -> bytes:
    """Return the manifest of the preference domain for macOS."""
    keys = [_preference(setting) for setting in _MANAGEABLE]
    content = {
        "pfm_description": "Settings of Outreach that are decided for everybody",
        "pfm_domain": MACOS_DOMAIN,
        "pfm_format_version": 1,
        "pfm_platforms": ["macOS"],
        "pfm_subkeys": [*_payload_keys(), *keys],
        "pfm_targets": ["system", "user"],
        "pfm_title": "Outreach",
        "pfm_unique": True,
        "pfm_version": 1,
    }
    return plistlib.dumps(content, sort_keys=True)


def _payload_keys() -> list[dict[str, object]]:
    """Return the keys that every payload of a profile has."""
    texts = {
        "PayloadDescription": "Settings of Outreach that are decided for everybody",
        "PayloadDisplayName": "Outreach",
        "PayloadIdentifier": MACOS_DOMAIN,
        "PayloadType": MACOS_DOMAIN,
        "PayloadUUID": "",
    }
    found: list[dict[str, object]] = [
        {"pfm_default": text, "pfm_name": name, "pfm_require": "always", "pfm_type": "string"}
        for name, text in texts.items()
    ]
    version = {"pfm_default": 1, "pfm_name": "PayloadVersion", "pfm_require": "always"}
    return [*found, {**version, "pfm_type": "integer"}]


def _preference(setting: Setting) -> dict[str, object]:
    found: dict[str, object] = {
        "pfm_description": explanation(setting),
        "pfm_name": setting.key,
        "pfm_title": _policy_title(setting),
    }
    if setting.bounds is not None:
        low, high = setting.bounds
        return found | {
            "pfm_default": int(setting.default),
            "pfm_range_max": high,
            "pfm_range_min": low,
            "pfm_type": "integer",
        }
    if setting.strength in _SAFE_NUMBER:
        return found | {
            "pfm_default": bool(_SAFE_NUMBER[setting.strength]),
            "pfm_type": "boolean",
        }
    return found | {"pfm_type": "string"}


def linux_file() -> bytes:
    """Return the file for Linux with an example for each setting, all of them remarks."""
    lines = [
        f"# {LINUX_FILE.as_posix()}: settings that are decided for everybody on this computer.",
        "# Take the mark before a line away to decide it. People may choose what is safer, never what",
        "# is less safe. A line that cannot be understood counts as the safest value.",
    ]
    for setting in _MANAGEABLE:
        lines += ["", f"# {_policy_title(setting)}; {setting.allowed()}."]
        lines += textwrap.wrap(setting.help, 98, initial_indent="# ", subsequent_indent="# ")
        lines.append(f"#{setting.key} = {_example(setting)}")
    return "\n".join([*lines, ""]).encode()


def _example(setting: Setting) -> str:
    if setting.strength in _SAFE_NUMBER:
        return "true" if _SAFE_NUMBER[setting.strength] else "false"
    if setting.bounds is not None:
        return setting.default
    return '"/media/stick"' if setting.kind is Kind.FOLDER else '"01632 960000"'


def contents() -> dict[str, bytes]:
    """Return what each file is to hold, by its path below the folder of installers."""
    made = zip(FILES, (admx(), adml(), manifest(), linux_file()), strict=True)
    return {path.relative_to(INSTALLERS).as_posix(): content for path, content in made}


if __name__ == "__main__":
    for path, content in contents().items():
        file = INSTALLERS / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

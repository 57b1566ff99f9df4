"""What the program says of itself to Windows: no telling names, one version, no rights, sharp on each screen."""

import ast
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from installers.program.doors import DOORS, Door
from installers.program.windows_facts import ICON, MANIFEST, version_text, windows_options
from outreach_app import __version__

_MANIFEST = Xml.fromstring(MANIFEST)  # noqa: S314  our own text
_V1, _V3 = "{urn:schemas-microsoft-com:asm.v1}", "{urn:schemas-microsoft-com:asm.v3}"
_SETTINGS = "{{http://schemas.microsoft.com/SMI/{}/WindowsSettings}}"
_TELLING = ("outreach", "case", "client", "survivor", "traffick", "vault", "safe")


class _Part:
    """A call in the text of a version resource, with what it was given."""

    def __init__(self, call: ast.Call) -> None:
        assert isinstance(call.func, ast.Name)
        self.name = call.func.id
        self.given = [_read(each) for each in call.args]
        self.named = {each.arg: _read(each.value) for each in call.keywords}


def _read(node: ast.expr) -> object:
    if isinstance(node, ast.Call):
        return _Part(node)
    if isinstance(node, ast.List):
        return [_read(each) for each in node.elts]
    return ast.literal_eval(node)


def _part(value: object, name: str) -> _Part:
    assert isinstance(value, _Part)
    assert value.name == name
    return value


def _resource(door: Door) -> tuple[_Part, dict[str, str], _Part]:
    """Return the numbers, the texts and the languages of a version resource."""
    whole = _part(_read(ast.parse(version_text(door), mode="eval").body), "VSVersionInfo")
    kids = whole.named["kids"]
    assert isinstance(kids, list)
    tables = _part(kids[0], "StringFileInfo").given[0]
    assert isinstance(tables, list)
    language, texts = _part(tables[0], "StringTable").given
    assert language == "080904B0"
    assert isinstance(texts, list)
    pairs = [_part(each, "StringStruct").given for each in texts]
    said = {str(name): str(text) for name, text in pairs}
    variables = _part(kids[1], "VarFileInfo").given[0]
    assert isinstance(variables, list)
    return _part(whole.named["ffi"], "FixedFileInfo"), said, _part(variables[0], "VarStruct")


@pytest.mark.parametrize("door", DOORS["win32"], ids=lambda door: door.name)
def test_a_file_says_its_version_and_who_made_it(door: Door) -> None:
    numbers, said, languages = _resource(door)
    wanted = (*map(int, re.findall(r"\d+", __version__)), 0)
    assert (numbers.named["filevers"], numbers.named["prodvers"]) == (wanted, wanted)
    assert (said["FileVersion"], said["ProductVersion"]) == (__version__, __version__)
    assert said["OriginalFilename"] == f"{door.name}.exe"
    assert said["CompanyName"]
    # The same language in both places, or Windows shows nothing.
    assert languages.given == ["Translation", [0x0809, 0x04B0]]


def test_what_a_passer_by_sees_of_the_window_tells_nothing() -> None:
    (window,) = (door for door in DOORS["win32"] if not door.console)
    _numbers, said, _languages = _resource(window)
    for name in ("FileDescription", "InternalName", "OriginalFilename"):
        assert not any(each in said[name].casefold() for each in _TELLING), name
    assert ICON.name == "notes.ico"
    assert ICON.is_file()


def test_the_manifest_asks_for_no_rights() -> None:
    (level,) = _MANIFEST.iter(f"{_V3}requestedExecutionLevel")
    assert level.attrib == {"level": "asInvoker", "uiAccess": "false"}


@pytest.mark.parametrize(
    ("year", "name", "value"),
    [
        ("2005", "dpiAware", "true/pm"),
        ("2016", "dpiAwareness", "PerMonitorV2"),
        ("2016", "longPathAware", "true"),
    ],
)
def test_the_manifest_sets_what_windows_would_else_guess(year: str, name: str, value: str) -> None:
    (found,) = _MANIFEST.iter(f"{_SETTINGS.format(year)}{name}")
    assert found.text == value


def test_the_manifest_names_windows_10_and_newer_controls() -> None:
    (system,) = _MANIFEST.iter("{urn:schemas-microsoft-com:compatibility.v1}supportedOS")
    assert system.attrib == {"Id": "{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"}
    (controls,) = _MANIFEST.iter(f"{_V1}assemblyIdentity")
    assert controls.get("name") == "Microsoft.Windows.Common-Controls"


def test_pyinstaller_takes_the_manifest_as_it_is_and_gets_the_rest_as_files(tmp_path: Path) -> None:
    winmanifest = pytest.importorskip("PyInstaller.utils.win32.winmanifest")
    make: Callable[..., bytes] = winmanifest.create_application_manifest
    kept = Xml.fromstring(make(MANIFEST.encode()))  # noqa: S314  made of our own text
    assert [each.tag for each in kept.iter()] == [each.tag for each in _MANIFEST.iter()]
    assert [each.attrib for each in kept.iter()] == [each.attrib for each in _MANIFEST.iter()]
    options = windows_options(DOORS["win32"][0], tmp_path / "work")
    assert Path(options["version"]).read_text("utf-8") == version_text(DOORS["win32"][0])
    assert options["manifest"] == MANIFEST

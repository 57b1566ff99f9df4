"""The rules cannot be switched off quietly: no exemptions, no ignored imports, every door shut."""

import tomllib
from typing import Any

import pytest

from tests.house.doors import DOORS
from tests.house.tree import PACKAGE, ROOT, files, imports, shown

# Never: a second SQL library would write plain text, and nothing here speaks to a network.
NEVER = {"sqlite3", "requests", "httpx", "aiohttp", "socket", "ssl", "http", "urllib3", "pickle"}


def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _found() -> dict[str, set[str]]:
    """Return library → packages of ours that import it now."""
    found: dict[str, set[str]] = {}
    for path in files(".py", below=PACKAGE):
        package = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for library, _line in imports(path):
            found.setdefault(library, set()).add(package)
    return found


def test_each_library_comes_in_by_its_own_door() -> None:
    found = _found()
    strays = {
        library: packages - DOORS[library]
        for library, packages in found.items()
        if library in DOORS and packages - DOORS[library]
    }
    assert strays == {}


def test_every_library_of_the_project_has_a_door() -> None:
    # Data only, read by the standard library; and what argon2-cffi brings, held back for its wheels.
    named = {"tzdata", "argon2-cffi-bindings"}
    import_names = {
        "PySide6-Essentials": "PySide6",
        "PyNaCl": "nacl",
        "argon2-cffi": "argon2",
        "google-re2": "re2",
        "pillow": "PIL",
        "pyHanko": "pyhanko",
        "python-bidi": "bidi",
        "shamir-mnemonic": "shamir_mnemonic",
    }
    for requirement in _project()["project"]["dependencies"]:
        name = requirement.split("=")[0].split(">")[0].split("<")[0]
        assert name in named or import_names.get(name, name) in DOORS, name


def test_every_door_in_use_is_an_import_contract() -> None:
    shut: dict[str, set[str]] = {}
    for contract in _project()["tool"]["importlinter"]["contracts"]:
        if contract["type"] == "protected":
            allowed = {name.removeprefix("outreach_app.") for name in contract["allowed_importers"]}
            shut |= dict.fromkeys(contract["protected_modules"], allowed)
    used = {library for library in _found() if library in DOORS}
    assert used - set(shut) == set(), "an import without its contract"
    assert {library for library, packages in shut.items() if packages - DOORS[library]} == set()


@pytest.mark.parametrize("path", list(files(".py", below=PACKAGE)), ids=shown)
def test_nothing_imports_what_is_never_wanted(path: Any) -> None:
    assert [(library, line) for library, line in imports(path) if library in NEVER] == []


def test_the_layers_and_the_islands_stand() -> None:
    linter = _project()["tool"]["importlinter"]
    kinds = {contract["type"] for contract in linter["contracts"]}
    assert {"layers", "protected", "acyclic_siblings"} <= kinds
    layers = next(c for c in linter["contracts"] if c["type"] == "layers")
    assert layers["exhaustive"] is True
    assert "domain | engine | crypto" in layers["layers"]
    assert linter["include_external_packages"] is True


def test_no_contract_ignores_an_import() -> None:
    for contract in _project()["tool"]["importlinter"]["contracts"]:
        assert "ignore_imports" not in contract, contract["name"]


def test_types_are_strict_everywhere() -> None:
    mypy = _project()["tool"]["mypy"]
    assert mypy["strict"] is True
    assert "overrides" not in mypy
    assert not {name for name in mypy if name.startswith(("disable", "ignore", "allow"))}


def test_warnings_are_errors_in_tests() -> None:
    options = _project()["tool"]["pytest"]["ini_options"]
    assert options["filterwarnings"] == ["error"]
    assert options["xfail_strict"] is True

"""What lies in a frozen program, and whose each of its files and modules is."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

from installers.inventory import Part, parts
from installers.licences import FREEZER, LICENCES
from installers.program.contents import DATA
from installers.program.doors import DOORS
from installers.sbom_natives import native_of
from installers.version import BuildFault

PYTHON = "python"
OWN = "outreach"
_NAMESPACE = 3
"""PyInstaller's mark of a module that is only a folder for others."""
_WRAPPINGS = ("_internal/", "Contents/Frameworks/", "Contents/Resources/")
_SUFFIXES = (".pyd", ".so", ".dylib", ".dll")


@dataclass(frozen=True, slots=True)
class Payload:
    """The regular files of a program, and the names of the modules in its archive."""

    files: tuple[Part, ...]
    modules: frozenset[str]


@dataclass(frozen=True, slots=True)
class Share:
    """What belongs to one owner."""

    files: tuple[Part, ...] = ()
    modules: tuple[str, ...] = ()


def read_payload(program: Path) -> Payload:
    """Read a frozen program: its files, and the archive inside its first door.

    Raises:
        BuildFault: There is no door, or no archive in it.
    """
    name = DOORS[sys.platform][0].name
    for place in (program / name, program / f"{name}.exe", program / "Contents" / "MacOS" / name):
        if place.is_file():
            return Payload(tuple(parts(program)), _modules(place))
    raise BuildFault(f"{program} has no door called {name}.")


def _modules(door: Path) -> frozenset[str]:
    outer = CArchiveReader(str(door))
    inner = next((name for name in outer.toc if name.startswith("PYZ")), None)
    if inner is None:
        raise BuildFault(f"{door} has no archive of modules.")
    held = outer.open_embedded_archive(inner).toc
    return frozenset(name for name, (kind, *_place) in held.items() if kind != _NAMESPACE)


def installed() -> dict[str, Distribution]:
    """Return every distribution of this environment by its name in lower case with hyphens."""
    return {plain_name(each.metadata["Name"]): each for each in distributions()}


def plain_name(name: str) -> str:
    """Return the name of a distribution in lower case with hyphens."""
    return name.lower().replace("_", "-").replace(".", "-")


def shares(
    payload: Payload, known: Mapping[str, Distribution]
) -> tuple[dict[str, Share], list[str]]:
    """Divide a program among those to whom its parts belong.

    Returns:
        Owner to share, and the names of files and modules that nobody owns. An owner is the name of
        a distribution, ``PYTHON``, ``OWN``, ``FREEZER``, or the name of a library of the system.
    """
    recorded = {file.as_posix(): name for name, each in known.items() for file in each.files or ()}
    files: dict[str, list[Part]] = {}
    modules: dict[str, list[str]] = {}
    for part in payload.files:
        files.setdefault(_owner_of_file(part.path, recorded), []).append(part)
    for module in sorted(payload.modules):
        modules.setdefault(_owner_of_module(module, recorded), []).append(module)
    strangers = [each.path for each in files.pop("", [])] + modules.pop("", [])
    owners = sorted({*files, *modules})
    return {
        each: Share(tuple(files.get(each, ())), tuple(modules.get(each, ()))) for each in owners
    }, strangers


def plain_path(path: str) -> str:
    """Return where a file lies without the folders that only the kind of program has."""
    for wrapping in _WRAPPINGS:
        path = path.removeprefix(wrapping)
    return path.replace("__dot__", ".")


def _owner_of_file(path: str, recorded: Mapping[str, str]) -> str:
    plain = plain_path(path)
    top, _, below = plain.partition("/")
    if plain in recorded:
        return recorded[plain]
    if top in DATA or plain in {path, LICENCES} or plain.endswith(".icns"):
        # Outside the libraries' folders lie the doors and what the build writes.
        return OWN
    if _is_pythons(top, below):
        return PYTHON
    return native_of(plain.rpartition("/")[2])


def _is_pythons(top: str, below: str) -> bool:
    if top == "base_library.zip" or top.startswith(("libpython", "Python", "python3")):
        return True
    return not below and top.endswith(_SUFFIXES) and _is_standard(top.partition(".")[0])


def _is_standard(module: str) -> bool:
    return module in sys.stdlib_module_names or module.startswith("_sysconfigdata")


def _owner_of_module(module: str, recorded: Mapping[str, str]) -> str:
    path = module.replace(".", "/")
    top = module.partition(".")[0]
    for form in (f"{path}.py", f"{path}/__init__.py"):
        if form in recorded:
            return recorded[form]
    if top == "outreach_app":
        return OWN
    if top.startswith(("_pyi_", "pyi_", "pyimod")):
        return FREEZER
    return PYTHON if _is_standard(top) else ""

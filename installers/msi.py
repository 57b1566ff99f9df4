"""The Windows installer around a frozen program: made by wixl on Linux and by WiX 3 on Windows."""

import hashlib
import os
import shutil
import subprocess
import uuid
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as Xml

from installers.inventory import Part, inventory_text, parts
from installers.version import ROOT, BuildFault, version

SOURCE = ROOT / "installers" / "windows" / "outreach.wxs"
ICONS = ROOT / "installers" / "windows" / "icons"
WINDOW_DOOR = "notes.exe"
_SPACE = uuid.UUID("7c4a3b0e-52b1-4c0b-9c0e-4d4f6b8a9e31")
_NAMESPACE = "http://schemas.microsoft.com/wix/2006/wi"
_FOLDER = "INSTALLFOLDER"


def make_installer(program: Path, place: Path) -> Path:
    """Make the installer and return its file.

    Args:
        program: Folder of the frozen program for Windows, with both of its doors.
        place: Where the installer will lie.

    Raises:
        BuildFault: The window's door is missing, there is neither wixl nor WiX, or it failed.
    """
    if not (program / WINDOW_DOOR).is_file():
        raise BuildFault(
            f"{program.name} holds no {WINDOW_DOOR}: an installer for Windows is made around a "
            "program that was frozen on Windows."
        )
    found = parts(program)
    files = place / "files.wxs"
    files.write_text(file_list(found, Path(os.path.relpath(program, place))), "utf-8")
    target = place / f"outreach-{version()}-windows-x64.msi"
    facts = {
        "Version": version(),
        "ProductCode": product_code(),
        "PackageCode": package_code(found),
        # wixl finds files from the folder in which it runs only.
        "Icons": Path(os.path.relpath(ICONS, place)).as_posix(),
    }
    for command in _commands(facts, files, target):
        ran = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            raise BuildFault(f"{command[0]} failed:\n{ran.stdout}{ran.stderr}")
    files.unlink()
    return target


def _commands(facts: dict[str, str], files: Path, target: Path) -> list[list[str]]:
    if shutil.which("wixl"):
        told = [part for name, value in facts.items() for part in ("-D", f"{name}={value}")]
        return [["wixl", "-a", "x64", *told, "-o", str(target), str(SOURCE), str(files)]]
    if shutil.which("candle") and shutil.which("light"):
        told = [f"-d{name}={value}" for name, value in facts.items()]
        objects = [f"{each.stem}.wixobj" for each in (SOURCE, files)]
        return [
            ["candle", "-nologo", "-arch", "x64", *told, str(SOURCE), str(files)],
            ["light", "-nologo", "-spdb", "-out", str(target), *objects],
        ]
    raise BuildFault("An installer for Windows needs wixl (Linux) or candle and light of WiX 3.")


def product_code() -> str:
    """Return the code of this version: another for each, as upgrades want it."""
    return _code(f"product {version()}")


def package_code(found: Sequence[Part]) -> str:
    """Return the code of an installer with exactly these files."""
    return _code(f"package {hashlib.sha256(inventory_text(found).encode()).hexdigest()}")


def _code(words: str) -> str:
    return str(uuid.uuid5(_SPACE, words)).upper()


def file_list(found: Sequence[Part], program: Path) -> str:
    """Return the files as WiX reads them: a component each, whose code depends on its path only.

    Args:
        found: The files.
        program: Their folder, as seen from where WiX runs.
    """
    Xml.register_namespace("", _NAMESPACE)
    root = Xml.Element(f"{{{_NAMESPACE}}}Wix")
    folders = _below(_below(root, "Fragment"), "DirectoryRef", Id=_FOLDER)
    group = _below(_below(root, "Fragment"), "ComponentGroup", Id="ProgramFiles")
    known = {PurePosixPath("."): folders}
    for each in found:
        path = PurePosixPath(each.path)
        mark = _mark(each.path)
        code = _code(f"component {each.path}")
        holder = _folder(path.parent, known)
        component = _below(holder, "Component", Id=f"c{mark}", Guid=code, Win64="yes")
        source = (program / each.path).as_posix()
        _below(component, "File", Id=f"f{mark}", Name=path.name, Source=source, KeyPath="yes")
        _below(group, "ComponentRef", Id=f"c{mark}")
    Xml.indent(root)
    return Xml.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _folder(path: PurePosixPath, known: dict[PurePosixPath, Xml.Element]) -> Xml.Element:
    if path not in known:
        above = _folder(path.parent, known)
        known[path] = _below(above, "Directory", Id=f"d{_mark(str(path))}", Name=path.name)
    return known[path]


def _mark(path: str) -> str:
    return hashlib.sha256(path.encode()).hexdigest()[:24]


def _below(element: Xml.Element, kind: str, **facts: str) -> Xml.Element:
    return Xml.SubElement(element, f"{{{_NAMESPACE}}}{kind}", facts)

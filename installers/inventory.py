"""What a frozen program holds, file by file: digests for whoever allows programs by hash, and sizes."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MOST_MIB = 145
"""Budget of the unpacked program on Linux; decision 0048 says what it is made of."""
LARGE_MIB = 4
"""From this size on a file needs an explanation."""
LARGE_FILES = {
    "libicudata": "tables of the Unicode library, those that Qt's core reads",
    "libicui18n": "the Unicode library itself",
    "libQt6Gui": "Qt: painting, fonts, keyboard",
    "libQt6Core": "Qt: the loop, texts, files",
    "libQt6Widgets": "Qt: the widgets",
    "QtWidgets": "PySide6: Qt's widgets for Python",
    "QtGui": "PySide6: painting for Python",
    "QtCore": "PySide6: the core for Python",
    "_rust": "cryptography: certificates and signatures, with OpenSSL inside",
    "_sqlite3": "sqlcipher3: the encrypted database, with OpenSSL inside",
    "libpdfium": "PDFium, which shows the preview of prints",
    "libpython": "Python itself",
    "_harfbuzz": "HarfBuzz, which sets type for every script",
    "outreach": "the program and the Python parts of the libraries, compressed",
    "diary": "the same, where it is called so",
    "etree": "lxml, which reads and writes XForms",
    "libcrypto": "OpenSSL for Python's digests",
}
"""Beginning of a file's name without folder: what it is there for."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the program: its path with forward slashes, its size in bytes, its SHA-256."""

    path: str
    size: int
    sha256: str


def parts(program: Path) -> list[Part]:
    """Return every regular file of a folder, sorted; links are left out."""
    return [
        _part(each, program)
        for each in sorted(program.rglob("*"))
        if each.is_file() and not each.is_symlink()
    ]


def _part(file: Path, program: Path) -> Part:
    content = file.read_bytes()
    name = file.relative_to(program).as_posix()
    return Part(name, len(content), hashlib.sha256(content).hexdigest())


def inventory_text(found: Sequence[Part]) -> str:
    """Return the digests as ``sha256sum --check`` reads them."""
    return "".join(f"{each.sha256}  {each.path}\n" for each in found)


def large_files(found: Sequence[Part]) -> list[tuple[Part, str]]:
    """Return the large files, largest first, with what each is there for; empty where nobody said."""
    large = sorted((each for each in found if each.size >= LARGE_MIB << 20), key=lambda e: -e.size)
    return [(each, _reason(each.path.rpartition("/")[2])) for each in large]


def _reason(name: str) -> str:
    return next((why for begins, why in LARGE_FILES.items() if name.startswith(begins)), "")


def faults(found: Sequence[Part]) -> list[str]:
    """Return what stands against giving the program away, in words."""
    total = sum(each.size for each in found) / (1 << 20)
    told = [
        f"{each.path} is large and nobody says why" for each, why in large_files(found) if not why
    ]
    if total > MOST_MIB:
        told.append(f"{total:.0f} MiB are more than the budget of {MOST_MIB}")
    return told


def differences(one: Sequence[Part], other: Sequence[Part]) -> list[str]:
    """Return the paths of files that two builds do not have alike, sorted."""
    return sorted({each.path for each in set(one) ^ set(other)})

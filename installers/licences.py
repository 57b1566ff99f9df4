"""The licences of everything in the program, with their texts, and what stands against giving it away."""

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution
from pathlib import Path

from cyclonedx.spdx import is_expression

from installers.sbom_library import Library, Text
from installers.version import version

LICENCES = "LICENCES.txt"
FREEZER = "pyinstaller"
TEXTS = Path(__file__).resolve().parent / "licence_texts"

STATED = {
    "backports-tarfile": "MIT",
    "charset-normalizer": "MIT",
    "defusedxml": "PSF-2.0",
    "google-re2": "BSD-3-Clause",
    "jaraco-classes": "MIT",
    "markdown-it-py": "MIT",
    "mdurl": "MIT",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "pynacl": "Apache-2.0",
    "pypdfium2": "BSD-3-Clause OR Apache-2.0",
    "pyrage": "MIT",
    "python-bidi": "LGPL-3.0-or-later",
    "pyxform": "BSD-2-Clause",
    "reportlab": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
    "uharfbuzz": "Apache-2.0",
    "xlrd": "BSD-3-Clause",
}
"""Distributions whose description names no SPDX expression, and what their licence file says."""

BROUGHT = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt", "qt-and-what-is-in-it.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
"""Distributions that ship no licence text, and the files here that hold it: PySide6's wheels carry
none at all, neither of Qt nor of what Qt's makers copied into it."""

COMMON = {
    "Apache-2.0": "Apache-2.0.txt",
    "GPL-3.0": "GPL-3.0.txt",
    "MIT": "MIT.txt",
    "LicenseRef-Microsoft-Runtime": "Microsoft-Runtime.txt",
}
"""Licences whose words are the same for everybody who names them."""

_NAMES = re.compile(r"(?i)(licen[cs]e|copying|notice|authors)")
_SEPARATOR = "=" * 78
_HEAD = """\
Outreach {version}: the licences of everything in this folder

Outreach itself stands under the Mozilla Public License 2.0. Its source is open; whoever changes its files
and gives them away gives the changed files away under the same licence.

Qt and its binding PySide6 with shiboken6 are used under the GNU Lesser General Public License 3, python-bidi
under the same licence or a later one. You may exchange these libraries for others of your own making: they lie
as separate files in this folder (PySide6, shiboken6 and bidi; on macOS below Contents/Frameworks) and are
loaded from there when the program starts. Put your build with the same names and a compatible interface
(Qt 6.11 with the same plugins, PySide6 of the same version for the same Python) in their place. Nothing in the
program prevents that; the list of digests (FILES.sha256), the signature of an installer and what an
organisation allows on its computers will tell that the files are others. macOS starts a signed bundle only with
libraries of the same signer: sign the changed bundle anew in your own name, or with `codesign --force --deep --sign -`
for your own Mac. The source of these libraries is what their makers publish for the version that this list names.
Nothing in them was changed, but that on Linux symbols for searching faults were taken out and the tables of ICU
(libicudata, a library of its own beside Qt's) hold only what Qt reads, and that on Windows and macOS a signature
may have been put on. You may take the program apart to find faults in such a change.
The Python part of python-bidi, and of PySide6 and shiboken6 one small module each, lie compressed in the program
itself: `python3 dev.py build` of the program's source, with your libraries installed, makes it anew.

No part stands under the GNU General Public License alone. The program that starts Python is PyInstaller's,
whose exception allows it to be given away with programs under any licence.

"""


def licence_of(name: str, distribution: Distribution) -> str:
    """Return the SPDX expression of a distribution; empty where nobody says one.

    Args:
        name: In lower case with hyphens.
        distribution: As installed.
    """
    described = distribution.metadata
    fields = [
        *(described.get_all("License-Expression") or []),
        *(described.get_all("License") or []),
    ]
    stated = [STATED[name]] if name in STATED else fields
    plain = (_PLAIN.get(each, each) for each in stated)
    return next((each for each in plain if is_expression(each)), "")


_PLAIN = {"Apache 2.0": "Apache-2.0", "PSFL": "PSF-2.0"}


def texts_of(name: str, distribution: Distribution) -> tuple[Text, ...]:
    """Return the licence texts and notices that a distribution ships, or those kept here for it."""
    found = sorted(
        file
        for file in distribution.files or ()
        if ".dist-info" in file.parts[0] and _NAMES.search("/".join(file.parts[1:]))
        if "sboms" not in file.parts
    )
    texts = [
        Text("/".join(file.parts[1:]), Path(str(file.locate())).read_text("utf-8", "replace"))
        for file in found
        if Path(str(file.locate())).is_file()
    ]
    return tuple(texts) or kept(*BROUGHT.get(name, ()))


def kept(*names: str) -> tuple[Text, ...]:
    """Return texts that are kept here."""
    return tuple(Text(name, (TEXTS / name).read_text("utf-8")) for name in names)


def common_texts(expression: str) -> tuple[Text, ...]:
    """Return the words of every licence in an expression that are the same for everybody."""
    named = re.findall(r"[\w.-]+", expression)
    return kept(*(file for name, file in COMMON.items() if name in named))


def is_open(expression: str) -> bool:
    """Say whether a licence lets the program go out under its own: not the GNU GPL alone.

    Where brackets leave room for two readings, the stricter one counts.
    """
    return all(
        any(" WITH " in each or not re.search(r"(?<!L)GPL", each) for each in part.split(" OR "))
        for part in expression.split(" AND ")
    )


def licence_faults(libraries: Sequence[Library]) -> list[str]:
    """Return what stands against giving the program away, in words."""
    told = []
    for each in libraries:
        if not each.licence:
            told.append(f"{each.name}: nobody says under which licence it stands")
        if not each.texts:
            told.append(f"{each.name}: no text of its licence")
        if each.purl.startswith("pkg:pypi/") and not each.lock and each.name != FREEZER:
            told.append(f"{each.name}: in the program, but not in the lock of the program")
    told += [
        f"{each.name}: {each.licence} asks more of us than this program gives"
        for library in libraries
        for each in library.all()
        if not is_open(each.licence)
    ]
    return told


def licence_text(libraries: Sequence[Library]) -> str:
    """Return the list of all licences with their texts; a text that several ship stands once."""
    lines = [_HEAD.format(version=version()), "What is in the program\n"]
    for each in libraries:
        lines += [_line(each, 0), *(_line(part, 1) for part in each.inside)]
    shown: dict[str, str] = {}
    for library in libraries:
        lines += _texts(library, shown)
    return "\n".join(lines).rstrip() + "\n"


def _line(library: Library, depth: int) -> str:
    name = f"{library.name} {library.version}".strip()
    return f"{'  ' * (depth + 1)}{name}: {library.licence}"


def _texts(library: Library, shown: dict[str, str]) -> Iterator[str]:
    yield f"\n{_SEPARATOR}\n{library.name} {library.version}".rstrip()
    yield f"{library.licence}\n{_SEPARATOR}"
    if library.remark:
        yield f"\n{library.remark}"
    for text in library.texts:
        words = "\n".join(line.rstrip() for line in text.words.splitlines()).strip()
        place = f"{library.name}, {text.title}"
        first = shown.setdefault(words, place)
        yield f"\n--- {text.title}\n"
        yield words if first == place else f"The same words as under {first}."


def licence_data(libraries: Sequence[Library]) -> list[dict[str, object]]:
    """Return the same list for machines, without the texts."""
    return [
        {
            "name": each.name,
            "version": each.version,
            "licence": each.licence,
            "texts": [text.title for text in each.texts],
            "inside": licence_data(each.inside),
        }
        for each in libraries
    ]

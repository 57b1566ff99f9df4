"""Everything that lies in a frozen program, told thing by thing."""

import platform
import re
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import Distribution
from pathlib import Path

import uharfbuzz

from installers.crates import REMARK, crates_of, notices
from installers.freezing import INVENTORY
from installers.inventory import Part
from installers.licences import FREEZER, licence_of, texts_of
from installers.sbom_library import Kind, Library, Text, cpe_of
from installers.sbom_natives import NATIVES, inside_of, native_libraries
from installers.sbom_payload import (
    OWN,
    PYTHON,
    Payload,
    Share,
    installed,
    plain_name,
    plain_path,
    read_payload,
    shares,
)
from installers.version import ROOT, BuildFault, version

_FONTS = "resources/fonts/"
_WORDS = "resources/words/"
_VERSION_NAME = 5
_LOCK = ROOT / "lock" / "app.txt"
_LOCKED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)|--hash=sha256:(?P<hash>[0-9a-f]{64})"
)
_NAME = re.compile(r"^[\w.-]+")
_EXTRA = re.compile(r";.*\bextra\b")


def gather(program: Path) -> list[Library]:
    """Return everything in a frozen program: itself, Python, and the rest by name.

    Args:
        program: Its folder.

    Raises:
        BuildFault: Something in it belongs to nobody that is known.
    """
    return everything(read_payload(program))


def everything(payload: Payload) -> list[Library]:
    """Return everything in what was read of a program, as ``gather`` does."""
    known = installed()
    found, strangers = shares(payload, known)
    if strangers:
        raise BuildFault("\n".join(["Nobody knows where these come from:", *strangers]))
    python = _python(found.pop(PYTHON, Share()))
    own = found.pop(OWN, Share())
    found.setdefault(FREEZER, Share())
    packages = [
        _package(name, known[name], share) for name, share in found.items() if name not in NATIVES
    ]
    natives = [
        each
        for name, share in found.items()
        if name in NATIVES
        for each in native_libraries(name, share.files, python.texts)
    ]
    rest = sorted([*packages, *natives, *_data(own.files)], key=lambda each: each.name.lower())
    return [_itself(own), python, *rest]


def _itself(share: Share) -> Library:
    told = ("help/en/acknowledgements.txt", "fonts/README.md", "words/LICENCE.md")
    texts = [Text("LICENSE", (ROOT / "LICENSE").read_text("utf-8"))]
    texts += [
        Text(f"resources/{name}", (ROOT / "resources" / name).read_text("utf-8")) for name in told
    ]
    return Library(
        name="Outreach",
        version=version(),
        licence="MPL-2.0",
        kind=Kind.PROGRAM,
        purl=f"pkg:generic/outreach@{version()}",
        texts=tuple(texts),
        # The list of files cannot name itself.
        files=tuple(
            each for each in share.files if not _is_others(each.path) and each.path != INVENTORY
        ),
        modules=len(share.modules),
        needs=needed_by(_asked_for()),
    )


def _asked_for() -> list[str]:
    """Return what the program asks for, as the project says it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [str(each) for each in project["dependencies"]]


def needed_by(requirements: Iterable[str]) -> tuple[str, ...]:
    """Return the names that requirements ask for, sorted; those of extras are not asked for here."""
    plain = (each for each in requirements if not _EXTRA.search(each))
    return tuple(sorted({plain_name(name) for each in plain for name in _NAME.findall(each)}))


def _is_others(path: str) -> bool:
    return plain_path(path).startswith((_FONTS, _WORDS))


def _python(share: Share) -> Library:
    number = platform.python_version()
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    licence = next((each for place in places if (each := place / "LICENSE.txt").is_file()), None)
    if licence is None:
        # Debian keeps it elsewhere.
        short = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        licence = Path("/usr/share/doc") / short / "copyright"
    if not licence.is_file():
        raise BuildFault("This Python comes without its licence; take one from its makers.")
    return Library(
        name="Python",
        version=number,
        licence="PSF-2.0",
        purl=f"pkg:generic/python@{number}",
        cpe=cpe_of("python", "python", number),
        texts=(Text("LICENSE.txt", licence.read_text("utf-8")),),
        files=share.files,
        modules=len(share.modules),
        inside=inside_of(PYTHON, share.files),
    )


def _package(name: str, distribution: Distribution, share: Share) -> Library:
    crates = tuple(crates_of(distribution))
    texts = texts_of(name, distribution)
    if crates:
        texts += tuple(each for each in notices(crates) if each not in texts)
    return Library(
        name=distribution.metadata["Name"],
        version=distribution.version,
        licence=licence_of(name, distribution),
        purl=f"pkg:pypi/{name}@{distribution.version}",
        texts=texts,
        files=share.files,
        modules=len(share.modules),
        needs=needed_by(distribution.requires or ()),
        lock=_locked().get((name, distribution.version), ()),
        inside=(*inside_of(name, share.files), *crates),
        remark=REMARK if crates else _REMARKS.get(name, ""),
    )


_REMARKS = {
    FREEZER: "Of it only the small programs that start Python are in here, with what they import.",
    "pyside6-essentials": (
        "Its makers ship no licence texts. Those of Qt and of what is copied into Qt are as Debian"
        " gathered them for Qt 6.4; what Qt's makers publish for this version is what counts."
    ),
}


@cache
def _locked() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the digests in the lock by name and version."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    current = ("", "")
    for line in _LOCK.read_text("utf-8").splitlines():
        for match in _LOCKED.finditer(line.strip()):
            if match["name"]:
                current = (match["name"], match["version"])
            else:
                found[current] = (*found.get(current, ()), match["hash"])
    return found


def _data(files: Sequence[Part]) -> Iterator[Library]:
    licence = Text("OFL.txt", (ROOT / _FONTS / "OFL.txt").read_text("utf-8"))
    for part in files:
        path = plain_path(part.path)
        if path.startswith(_FONTS) and path.endswith(".ttf"):
            name = path.rpartition("/")[2].removesuffix(".ttf")
            number = _font_version(ROOT / path)
            yield Library(
                name=name,
                version=number,
                licence="OFL-1.1",
                kind=Kind.DATA,
                purl=f"pkg:generic/{name.lower()}@{number}",
                texts=(licence,),
                files=(part,),
            )
    words = tuple(each for each in files if plain_path(each.path).startswith(_WORDS))
    if words:
        yield Library(
            name="EFF long word list",
            version="2016",
            licence="CC-BY-3.0-US",
            kind=Kind.DATA,
            texts=(Text("LICENCE.md", (ROOT / _WORDS / "LICENCE.md").read_text("utf-8")),),
            files=words,
        )


def _font_version(file: Path) -> str:
    name = uharfbuzz.Face(file.read_bytes()).get_name(_VERSION_NAME) or ""
    found = re.search(r"\d+(?:\.\d+)+", name)
    return found[0] if found else ""

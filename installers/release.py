"""Everything that goes out with a version for one kind of computer, in one folder.

Installers, the bill of materials, the licences with their texts, how it was made, and the checksums of all.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installers.freezing import INVENTORY
from installers.inventory import Part
from installers.licences import licence_data, licence_text
from installers.release_provenance import provenance
from installers.release_sums import digest, write_sums
from installers.sbom import bill_of_materials, check_bill
from installers.sbom_library import Library
from installers.version import ROOT, target, version

DIST = ROOT / "dist"
WANTED = {
    "linux": ("archive", "deb", "papers"),
    "win32": ("archive", "msi"),
    "darwin": ("pkg", "dmg"),
}
"""Python's name of the system: what is packed for it."""
UNSIGNED = "-unsigned"
_ASKED = {
    ".msi": ("signtool", "verify", "/pa", "/q"),
    ".pkg": ("pkgutil", "--check-signature"),
    ".dmg": ("codesign", "--verify", "--strict"),
}
"""Ending of a file that its system wants signed: what says whether it is."""


def make_release(
    program: Path, made: Sequence[Path], libraries: Sequence[Library], place: Path = DIST
) -> list[Path]:
    """Lay out everything of a release, the folder anew, and return its files sorted.

    Args:
        program: Folder of the frozen program, with the list of its files.
        made: The packages and installers around it; of a folder, its files.
        libraries: Everything in it.
        place: Where the files will lie.

    Raises:
        BuildFault: The bill of materials is not as its standard wants it.
    """
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    packed = [
        Path(shutil.copyfile(file, place / released_name(file, is_signed(file))))
        for each in made
        for file in (sorted(each.iterdir()) if each.is_dir() else [each])
    ]
    stem = f"outreach-{version()}-{target()}"
    _folder, listed = what_goes_out(program)
    bill = bill_of_materials(libraries)
    check_bill(bill)
    texts = {
        f"{stem}.cdx.json": bill,
        f"{stem}.licences.txt": licence_text(libraries),
        f"{stem}.licences.json": json.dumps(licence_data(libraries), indent=1) + "\n",
        f"{stem}.files.sha256": listed.read_text("utf-8"),
    }
    for name, text in texts.items():
        (place / name).write_text(text, "utf-8", newline="\n")
    subjects = [*packed, *(place / name for name in texts)]
    inventory = Part(listed.name, listed.stat().st_size, digest(listed))
    told = provenance(subjects, inventory)
    (place / f"{stem}.provenance.json").write_text(told, "utf-8", newline="\n")
    write_sums(place)
    return sorted(place.iterdir())


def what_goes_out(program: Path) -> tuple[Path, Path]:
    """Return the folder that people get, and the list of its files: on a Mac the bundle beside it."""
    app = next(iter(sorted(program.parent.glob("*.app"))), None)
    if sys.platform == "darwin" and app is not None:
        return app, app.with_name(f"{app.name}.sha256")
    return program, program / INVENTORY


def released_name(file: Path, signed: bool) -> str:
    """Return the name of a file in a release: it says so where a signature is missing."""
    return file.name if signed else f"{file.stem}{UNSIGNED}{file.suffix}"


def is_signed(file: Path) -> bool:
    """Say whether a file carries the signature that its system asks for; true where none asks."""
    asked = _ASKED.get(file.suffix)
    if asked is None:
        return True
    if shutil.which(asked[0]) is None:
        return False
    return subprocess.run([*asked, file], capture_output=True, check=False).returncode == 0


def wanted_here() -> tuple[str, ...]:
    """Return what is packed on this system for a release."""
    return WANTED.get(sys.platform, ("archive",))

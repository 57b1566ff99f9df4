"""The bundle for macOS signed, as a package for management and as a disk image for people.

Where no identity is named, they are made unsigned, which is said: such a program starts on the Mac that
made it, and elsewhere only for somebody who overrides the system. Where one is named, everything that a
release needs must be there.
"""

import os
import plistlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from installers.freezing import settle
from installers.inventory import inventory_text, parts
from installers.licences import LICENCES
from installers.macos import steps
from installers.macos.bundle_facts import APP, DOOR, component_plist, distribution
from installers.macos.identities import Identities, are_named, not_held, read_identities
from installers.version import BuildFault, target, version
from outreach_app.code_signature import is_signed_by_a_team

NEEDS_A_MAC = ("app", "pkg", "dmg")
"""What only a Mac makes."""
_UNSIGNED = (
    "No identity is named, so {name} is not signed: macOS starts it on this Mac only. "
    "installers/macos/identities.py says what a release needs."
)
_HARDENED = re.compile(r"flags=0x[0-9a-f]+\([^)]*\bruntime\b")


def refuse_beforehand(wanted: Sequence[str], system: str = sys.platform) -> None:
    """Say what stands in the way before anything takes time.

    Raises:
        BuildFault: It is not a Mac, or an identity for signing is missing.
    """
    asked = [each for each in wanted if each in NEEDS_A_MAC]
    if asked and system != "darwin":
        raise BuildFault(
            f"{' and '.join(asked)} can be made on a Mac only: PyInstaller freezes for the system it runs "
            "on, and codesign, pkgbuild and hdiutil are Apple's."
        )
    if asked and are_named(os.environ):
        identities = read_identities(os.environ)
        said = _answer(("security", "find-identity", "-v"))
        if told := not_held(identities, said):
            raise BuildFault("\n".join(["Nothing was signed.", *told]))


@cache
def make_app(program: Path, place: Path) -> Path:
    """Finish the bundle that PyInstaller made: licences inside, sealed or signed, tried, listed.

    Args:
        program: Folder of the frozen program, with the licences of what is in it.
        place: Where PyInstaller put the bundle.

    Raises:
        BuildFault: There is no bundle, a command failed, or the program does not pass its own check.
    """
    app = place / APP
    if not app.is_dir():
        raise BuildFault(
            f"There is no {APP}: a bundle is made where the program is frozen on a Mac."
        )
    shutil.copyfile(program / LICENCES, app / "Contents" / "Resources" / LICENCES)
    settle(app)
    if are_named(os.environ):
        identities = read_identities(os.environ)
        run(steps.release_steps(app, identities))
        demand_release(_answer(("codesign", "--display", "--verbose=2", str(app))), identities)
        app.with_suffix(".zip").unlink(missing_ok=True)
    else:
        print(_UNSIGNED.format(name=APP))
        run([*steps.sealing_steps(app), *steps.verifying_steps(app)])
    run([(str(app / "Contents" / "MacOS" / DOOR), "self-check")])
    (place / f"{APP}.sha256").write_text(inventory_text(parts(app)), "utf-8")
    return app


def demand_release(said: str, identities: Identities) -> None:
    """Refuse a bundle whose signature is not that of a release.

    Args:
        said: What ``codesign --display --verbose=2`` writes of it.
        identities: Whose it should be.

    Raises:
        BuildFault: It is another team's or none, or the hardened runtime is off.
    """
    if not is_signed_by_a_team(said) or f"TeamIdentifier={identities.team}\n" not in said:
        raise BuildFault(f"The signature is not that of {identities.application}:\n{said}")
    if not _HARDENED.search(said):
        raise BuildFault(f"The hardened runtime is not in the signature:\n{said}")


def make_pkg(program: Path, place: Path) -> Path:
    """Make the package for management tools and return its file.

    Raises:
        BuildFault: See `make_app`.
    """
    app, package = make_app(program, place), place / f"outreach-{version()}-{target()}.pkg"
    stage = _stage(place, "pkg", app, "root")
    (stage / "component.plist").write_bytes(plistlib.dumps(component_plist()))
    machine = target().rpartition("-")[2]
    (stage / "distribution.xml").write_text(distribution(steps.PART, machine), "utf-8")
    identities = read_identities(os.environ) if are_named(os.environ) else None
    installer = identities.installer if identities else None
    return _packed(package, stage, steps.package_steps(stage, package, installer), identities)


def make_dmg(program: Path, place: Path) -> Path:
    """Make the disk image for people and return its file.

    Raises:
        BuildFault: See `make_app`.
    """
    app, image = make_app(program, place), place / f"outreach-{version()}-{target()}.dmg"
    stage = _stage(place, "dmg", app, ".")
    (stage / "Applications").symlink_to("/Applications")
    identities = read_identities(os.environ) if are_named(os.environ) else None
    application = identities.application if identities else None
    return _packed(image, stage, steps.image_steps(stage, image, application), identities)


def _packed(
    file: Path, stage: Path, commands: list[steps.Command], identities: Identities | None
) -> Path:
    run(commands)
    if identities is None:
        print(_UNSIGNED.format(name=file.name))
    else:
        run(steps.notarising_steps(file, file, identities.notary_profile))
        run(steps.assessing_steps(file))
    shutil.rmtree(stage)
    return file


def _stage(place: Path, name: str, app: Path, below: str) -> Path:
    """Return a fresh folder with a copy of the bundle that keeps links and what is fastened to it."""
    stage = place / f"stage-{name}"
    shutil.rmtree(stage, ignore_errors=True)
    (stage / below).mkdir(parents=True)
    run([("ditto", str(app), str(stage / below / APP))])
    return stage


def run(commands: Sequence[steps.Command], system: str = sys.platform) -> None:
    """Run commands one after the other and stop at the first that fails.

    Raises:
        BuildFault: It is not a Mac, or a command failed; its words stand above.
    """
    if system != "darwin":
        raise BuildFault(f"{commands[0][0]} is a command of macOS; this is done on a Mac.")
    for command in commands:
        print(" ".join(command), flush=True)
        if subprocess.run(command, check=False).returncode != 0:
            raise BuildFault(f"{command[0]} failed; its words stand above.")


def _answer(command: steps.Command) -> str:
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    return said.stdout + said.stderr


PACKERS: dict[str, Callable[[Path, Path], Path]] = {
    "app": make_app,
    "pkg": make_pkg,
    "dmg": make_dmg,
}
"""What is asked for: what makes it, from the folder of the program and the one of the build."""

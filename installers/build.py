"""`python3 dev.py build`: the frozen program, tried, listed and packed, into the folder `build`.

program   the folder of the program, which checks itself
archive   that folder as a plain archive
deb       that folder as a Debian package
papers    staff guide, cards for a lost laptop, what is never done, as PDFs to hand out
msi       that folder as an installer for Windows; on Windows, with a program that was frozen there, both
          signed where an identity is named (installers/authenticode.py)
app       the bundle for macOS; this one and the next two on a Mac, signed where identities are named
pkg       that bundle as a package for the whole computer
dmg       that bundle as a disk image for people
release   all that goes out for this kind of computer, into the folder `dist`: installers, the bill of
          materials, licences with their texts, how it was made, checksums
twice     the program made two times, and what differs
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from installers.archive import make_archive
from installers.authenticode import identity_here, sign
from installers.crates import notice_faults
from installers.debian import make_package
from installers.freezing import INVENTORY, freeze
from installers.inventory import differences, faults, inventory_text, large_files, parts
from installers.licences import LICENCES, licence_faults, licence_text
from installers.macos import packing as macos
from installers.msi import make_installer
from installers.papers import make_papers
from installers.program.doors import DOORS
from installers.release import make_release, wanted_here, what_goes_out
from installers.sbom_gather import gather
from installers.version import ROOT, BuildFault, version

OUT = ROOT / "build"
PACKERS: dict[str, Callable[[Path, Path], Path]] = {
    "archive": make_archive,
    "deb": make_package,
    "msi": make_installer,
    "papers": make_papers,
    **macos.PACKERS,
}


def main(arguments: Sequence[str]) -> int:
    """Build what is asked for and return the exit code."""
    wanted = what_is_asked(arguments)
    try:
        if "release" in wanted:
            wanted = [*wanted, *wanted_here()]
        macos.refuse_beforehand(wanted)
        windows = identity_here()
        if "twice" in wanted:
            _make_twice()
        program = freeze(OUT)
        _tell_licences(program)
        if windows is not None:
            sign([program], windows)
        _list(program)
        _try(program)
        made = [PACKERS[name](program, OUT) for name in PACKERS if name in wanted]
        if windows is not None:
            sign([each for each in made if each.suffix == ".msi"], windows)
        for each in [
            *made,
            *(
                make_release(program, made, gather(what_goes_out(program)[0]))
                if "release" in wanted
                else ()
            ),
        ]:
            print(each.relative_to(ROOT))
    except BuildFault as reason:
        print(f"\n{reason}", file=sys.stderr)
        return 1
    return 0


def what_is_asked(arguments: Sequence[str]) -> list[str]:
    """Return what is to be made, the program where nothing is said."""
    parser = argparse.ArgumentParser(
        prog="dev.py build",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    choices = ["program", *PACKERS, "release", "twice"]
    # A list as default is held against the choices as one word, by some versions of Python.
    parser.add_argument("what", nargs="*", default=choices[0], choices=choices)
    found = parser.parse_args(arguments).what
    return [found] if isinstance(found, str) else list(found)


def _make_twice() -> None:
    made = [parts(freeze(OUT / name)) for name in ("first", "second")]
    found = differences(*made)
    print(f"Two builds of {len(made[0])} files: {len(found)} differ.")
    if found:
        raise BuildFault("\n".join(["These differ:", *found]))


def _tell_licences(program: Path) -> None:
    """Write the licences of everything in the program beside it."""
    libraries = gather(program)
    if told := [*licence_faults(libraries), *notice_faults(libraries)]:
        raise BuildFault("\n".join(["The program may not be given away:", *told]))
    (program / LICENCES).write_text(licence_text(libraries), "utf-8", newline="\n")


def _list(program: Path) -> None:
    found = parts(program)
    (program / INVENTORY).write_text(inventory_text(found), "utf-8")
    total = sum(each.size for each in found)
    print(f"Outreach {version()}: {len(found)} files, {total / (1 << 20):.0f} MiB unpacked")
    for each, why in large_files(found):
        print(f"  {each.size / (1 << 20):5.1f} MiB  {each.path}: {why}")
    if told := faults(found):
        raise BuildFault("\n".join(["The program may not go out:", *told]))


def _try(program: Path) -> None:
    """Let the frozen program check itself, as it will on a stranger's machine."""
    print("\nThe program checks itself:", flush=True)
    name = DOORS[sys.platform][-1].name
    door = program / (f"{name}.exe" if sys.platform == "win32" else name)
    code = subprocess.run([door, "self-check"], check=False).returncode
    if code != 0:
        raise BuildFault(f"The frozen program did not pass its own check (exit code {code}).")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`python3 dev.py build`: the frozen program, tried, listed and packed, into the folder `build`.

program   the folder of the program, which checks itself
archive   that folder as a plain archive
deb       that folder as a Debian package
papers    staff guide, cards for a lost laptop, what is never done, as PDFs to hand out
msi       that folder as an installer for Windows; on Windows, with a program that was frozen there
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
from installers.debian import make_package
from installers.freezing import INVENTORY, PROGRAM, freeze
from installers.inventory import differences, faults, inventory_text, large_files, parts
from installers.licences import LICENCES, licence_faults, licence_text
from installers.msi import make_installer
from installers.papers import make_papers
from installers.release import make_release, wanted_here, what_goes_out
from installers.sbom_gather import gather
from installers.version import ROOT, BuildFault, version

OUT = ROOT / "build"
PACKERS: dict[str, Callable[[Path, Path], Path]] = {
    "archive": make_archive,
    "deb": make_package,
    "msi": make_installer,
    "papers": make_papers,
}


def main(arguments: Sequence[str]) -> int:
    """Build what is asked for and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="dev.py build",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "what", nargs="*", default=["program"], choices=["program", *PACKERS, "release", "twice"]
    )
    wanted = parser.parse_args(arguments).what
    try:
        if "twice" in wanted:
            _make_twice()
        program = freeze(OUT)
        _tell_licences(program)
        _list(program)
        _try(program)
        if "release" in wanted:
            wanted = [*wanted, *wanted_here()]
        made = [PACKERS[name](program, OUT) for name in PACKERS if name in wanted]
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


def _make_twice() -> None:
    made = [parts(freeze(OUT / name)) for name in ("first", "second")]
    found = differences(*made)
    print(f"Two builds of {len(made[0])} files: {len(found)} differ.")
    if found:
        raise BuildFault("\n".join(["These differ:", *found]))


def _tell_licences(program: Path) -> None:
    """Write the licences of everything in the program beside it."""
    libraries = gather(program)
    if told := licence_faults(libraries):
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
    door = program / (f"{PROGRAM}.exe" if sys.platform == "win32" else PROGRAM)
    code = subprocess.run([door, "self-check"], check=False).returncode
    if code != 0:
        raise BuildFault(f"The frozen program did not pass its own check (exit code {code}).")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

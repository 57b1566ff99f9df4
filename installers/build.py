"""`python3 dev.py build`: the frozen program, tried, listed and packed, into the folder `build`.

program   the folder of the program, which checks itself
archive   that folder as a plain archive
deb       that folder as a Debian package
msi       that folder as an installer for Windows; on Windows, with a program that was frozen there
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
from installers.msi import make_installer
from installers.version import ROOT, BuildFault, version

OUT = ROOT / "build"
PACKERS: dict[str, Callable[[Path, Path], Path]] = {
    "archive": make_archive,
    "deb": make_package,
    "msi": make_installer,
}


def main(arguments: Sequence[str]) -> int:
    """Build what is asked for and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="dev.py build",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "what", nargs="*", default=["program"], choices=["program", *PACKERS, "twice"]
    )
    wanted = parser.parse_args(arguments).what
    try:
        if "twice" in wanted:
            _make_twice()
        program = freeze(OUT)
        _list(program)
        _try(program)
        for pack in (PACKERS[name] for name in PACKERS if name in wanted):
            print(pack(program, OUT).relative_to(ROOT))
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

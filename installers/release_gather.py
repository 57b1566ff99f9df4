"""One folder out of those that several computers built: `python3 -m installers.release_gather PARTS DIST`.

Each folder in PARTS is compared with its own checksums first. Needs Python alone.
"""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from installers.release_sums import SUMS, digest, write_sums, wrong_in
from installers.version import BuildFault


def main(arguments: Sequence[str]) -> int:
    """Gather, and return the exit code."""
    parser = argparse.ArgumentParser(prog="installers.release_gather", description=__doc__)
    parser.add_argument("parts", type=Path)
    parser.add_argument("dist", type=Path)
    told = parser.parse_args(arguments)
    try:
        for each in gather(told.parts, told.dist):
            print(each.name)
    except BuildFault as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


def gather(parts: Path, dist: Path) -> list[Path]:
    """Copy the files of every folder into one, write its checksums, and return its files sorted.

    Raises:
        BuildFault: A folder is not as its checksums say, or two files of one name differ.
    """
    dist.mkdir(parents=True)
    folders = sorted(each for each in parts.iterdir() if each.is_dir())
    if not folders:
        raise BuildFault(f"There is nothing in {parts}.")
    for folder in folders:
        if wrong := wrong_in(folder):
            raise BuildFault("\n".join([f"{folder.name} is not as its checksums say:", *wrong]))
        for each in sorted(folder.iterdir()):
            if each.name != SUMS:
                _take(each, dist / each.name)
    write_sums(dist)
    return sorted(dist.iterdir())


def _take(source: Path, target: Path) -> None:
    if target.exists() and digest(source) != digest(target):
        raise BuildFault(f"{source.name} came twice with different content.")
    shutil.copyfile(source, target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Checksums of a release: `python3 -m installers.release_sums FOLDER` writes SHA256SUMS into it.

With `--check` it compares instead, and names what is missing, too much or other. Needs Python alone.
"""

import argparse
import hashlib
import re
import sys
from collections.abc import Sequence
from pathlib import Path

SUMS = "SHA256SUMS"
_PIECE = 1 << 20
_MADE_AFTERWARDS = re.compile(r"update\.json|keys-\d+\.json|.+\.sig")
"""What describes and signs a release, its checksums too (docs/update-format.md)."""


def main(arguments: Sequence[str]) -> int:
    """Write or compare, and return the exit code."""
    parser = argparse.ArgumentParser(prog="installers.release_sums", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    told = parser.parse_args(arguments)
    if not told.check:
        print(write_sums(told.folder).name)
        return 0
    found = wrong_in(told.folder)
    print("\n".join(found) if found else "Every file is as its checksum says.")
    return 1 if found else 0


def write_sums(folder: Path) -> Path:
    """Write the checksums of every file of a folder, as ``sha256sum --check`` reads them."""
    target = folder / SUMS
    lines = [f"{digest(each)}  {each.name}\n" for each in _files(folder)]
    target.write_text("".join(lines), "utf-8", newline="\n")
    return target


def wrong_in(folder: Path) -> list[str]:
    """Return what in a folder is not as its checksums say, in words."""
    lines = (folder / SUMS).read_text("utf-8").splitlines()
    said = {name: value for value, _, name in (line.partition("  ") for line in lines)}
    there = {each.name: each for each in _files(folder)}
    told = [f"{name}: missing" for name in sorted(set(said) - set(there))]
    told += [f"{name}: no checksum" for name in sorted(set(there) - set(said))]
    same = sorted(set(said) & set(there))
    return told + [f"{name}: other content" for name in same if digest(there[name]) != said[name]]


def digest(file: Path) -> str:
    """Return the SHA-256 of a file in hex, read piece by piece."""
    found = hashlib.sha256()
    with file.open("rb") as content:
        while piece := content.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(
        each
        for each in folder.iterdir()
        if each.is_file() and each.name != SUMS and not _MADE_AFTERWARDS.fullmatch(each.name)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

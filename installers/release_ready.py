"""Says whether this commit may become a release: `python3 -m installers.release_ready v0.2.0`.

Needs Python and git alone, so that it runs before anything is installed.
"""

import argparse
import re
import sys
from collections.abc import Sequence

from installers.version import ROOT, BuildFault, git_says, version

_CHANGES = ROOT / "CHANGELOG.md"


def main(arguments: Sequence[str]) -> int:
    """Say what is in the way of a release, and return the exit code."""
    parser = argparse.ArgumentParser(prog="installers.release_ready", description=__doc__)
    parser.add_argument("tag", help="tag of the release, such as v0.2.0")
    try:
        told = in_the_way(
            parser.parse_args(arguments).tag,
            version(),
            _CHANGES.read_text("utf-8"),
            git_says("status", "--porcelain"),
        )
    except BuildFault as reason:
        told = [str(reason)]
    print("\n".join(told) if told else f"Version {version()} may be released.")
    return 1 if told else 0


def in_the_way(tag: str, number: str, changes: str, uncommitted: str) -> list[str]:
    """Return what is in the way, in words.

    Args:
        tag: Tag of the release.
        number: Version as the program says it.
        changes: The list of changes.
        uncommitted: What git says of files that are not committed.
    """
    told = []
    if tag != f"v{number}":
        told.append(f"The tag says {tag}, outreach_app/__init__.py says {number}.")
    found = re.search(
        rf"^## {re.escape(number)} – \d{{4}}-\d{{2}}-\d{{2}}$(.*?)(?=^## |\Z)",
        changes,
        re.MULTILINE | re.DOTALL,
    )
    if found is None:
        told.append(f"CHANGELOG.md has no heading “## {number} – YYYY-MM-DD”.")
    elif not found[1].strip():
        told.append(f"CHANGELOG.md says nothing of {number}.")
    if uncommitted.strip():
        told.append(f"These are not committed:\n{uncommitted.rstrip()}")
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

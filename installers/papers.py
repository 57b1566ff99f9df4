"""The papers that are handed out with a laptop, written by the frozen program itself."""

import subprocess
import sys
from pathlib import Path

from installers.freezing import PROGRAM
from installers.version import BuildFault

FOLDER = "papers"


def make_papers(program: Path, place: Path) -> Path:
    """Let the program write its papers, with lines to fill in by hand, and return their folder.

    Raises:
        BuildFault: It could not.
    """
    door = program / (f"{PROGRAM}.exe" if sys.platform == "win32" else PROGRAM)
    folder = place / FOLDER
    done = subprocess.run([door, "org", "papers", folder], check=False)
    if done.returncode != 0:
        raise BuildFault(f"The papers were not written (exit code {done.returncode}).")
    return folder

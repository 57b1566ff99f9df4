"""The frozen program: one folder that needs no Python, made by PyInstaller from the spec."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from installers.unicode_library import cut_tables
from installers.version import ROOT, BuildFault, moment

SPEC = ROOT / "installers" / "program" / "outreach.spec"
PROGRAM = "outreach"
INVENTORY = "FILES.sha256"
_QT = ("QtCore", "QtDBus", "QtGui", "QtPrintSupport", "QtWidgets")
_HOOK = """
from installers.program.contents import NETWORK, is_wanted_plugin
from PyInstaller.utils.hooks.qt import add_qt6_dependencies

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
binaries = [each for each in binaries if is_wanted_plugin(each[0])]
hiddenimports = [each for each in hiddenimports if each != NETWORK]
"""
"""In place of PyInstaller's own: before it looks for what the plugins need in turn."""


def freeze(place: Path) -> Path:
    """Make the frozen program anew.

    Args:
        place: Folder for what is made; the program will be its ``outreach``.

    Returns:
        The folder of the program.

    Raises:
        BuildFault: PyInstaller failed; its words stand above.
    """
    program = place / PROGRAM
    shutil.rmtree(program, ignore_errors=True)
    _write_hooks(place / "hooks")
    environment = {
        **os.environ,
        # Sets are written in the order of their hashes.
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": str(moment()),
        # What happens to be in the folder of a user is no part of the program.
        "PYTHONNOUSERSITE": "1",
    }
    options = ["--noconfirm", "--clean", "--log-level=WARN"]
    places = ["--distpath", str(place), "--workpath", str(place / "work")]
    command = [sys.executable, "-P", "-m", "PyInstaller", *options, *places, str(SPEC)]
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode != 0:
        raise BuildFault("The program could not be frozen; PyInstaller's words stand above.")
    for library in program.rglob("libicudata.so.*"):
        if not library.is_symlink():
            cut_tables(library)
    for folder in ("work", "hooks"):
        shutil.rmtree(place / folder)
    settle(program)
    return program


def _write_hooks(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in _QT:
        # PyInstaller finds a hook by the name of its file.
        (folder / f"hook-PySide6.{name}.py").write_text(_HOOK, "utf-8")


def settle(folder: Path) -> None:
    """Give every file the moment of the build and plain rights, so that packages are the same."""
    for each in sorted(folder.rglob("*"), reverse=True):
        if not each.is_symlink():
            each.chmod(0o755 if each.is_dir() or os.access(each, os.X_OK) else 0o644)
        os.utime(each, (moment(), moment()), follow_symlinks=False)

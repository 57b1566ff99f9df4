"""Every library of the lock has a wheel, by name and hash, wherever the program is built.

Nothing is downloaded but lists of files and descriptions; without a package index the tests skip.
"""

import subprocess
import sys
import tempfile
from functools import cache

import pytest

from tests.house.tree import ROOT

SYSTEMS = (
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
    "x86_64-manylinux_2_34",
)
"""As `uv` names them; `docs/platforms.md` says the same in words."""
PYTHONS = ("3.11", "3.12", "3.13")
_NO_INDEX = ("Failed to fetch", "error sending request", "dns error", "Could not connect")


def _resolved(system: str, version: str, *options: str) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as nowhere:
        command = [sys.executable, "-m", "uv", "pip", "install", "--dry-run", "--target", nowhere]
        command += ["--python-platform", system, "--python-version", version]
        command += ["--only-binary", ":all:", *options]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@cache
def _has_index() -> bool:
    asked = _resolved(SYSTEMS[-1], PYTHONS[0], "segno")
    return asked.returncode == 0 or not any(each in asked.stderr for each in _NO_INDEX)


@pytest.mark.parametrize("version", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_every_library_can_be_installed_without_building_anything(
    system: str, version: str
) -> None:
    if not _has_index():
        pytest.skip("no package index answers")
    found = _resolved(system, version, "--require-hashes", "-r", "lock/app.txt")
    assert found.returncode == 0, found.stderr[-2000:]
    assert "pyside6-essentials==6.11" in found.stderr

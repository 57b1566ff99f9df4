"""The window as a screen reader has it: a real AT-SPI client on a display of its own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.services.conftest import PASSPHRASES, Template

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ROOT / "tests" / "support" / "screen_reader.py"
BUS = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = Path("/usr/bin/python3")
STORY = """
Xvfb -displayfd 3 -screen 0 1280x720x24 3>display 2>/dev/null & screen=$!
while ! [ -s display ]; do sleep 0.1; done
export DISPLAY=":$(cat display)"
"$BUS" --launch-immediately 2>/dev/null & bus=$!
"$PYTHON" -m outreach_app >program.log 2>&1 & program=$!
"$READER" "$CLIENT" >told.json; code=$?
kill $program; wait $program 2>/dev/null
kill $bus $screen 2>/dev/null
exit $code
"""


def _tools_are_there() -> bool:
    has_client = SYSTEM_PYTHON.exists() and (
        subprocess.run(
            [SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False
        ).returncode
        == 0
    )
    there = all(map(shutil.which, ("Xvfb", "dbus-run-session"))) and BUS.exists()
    return sys.platform == "linux" and there and has_client


@pytest.mark.skipif(not _tools_are_there(), reason="needs Xvfb, D-Bus, AT-SPI and pyatspi")
def test_a_screen_reader_unlocks_and_is_told_everything(folders: Template, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "OUTREACH_VAULT": str(folders.folder / "AB"),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": str(ROOT),
        "PYTHON": sys.executable,
        "READER": str(SYSTEM_PYTHON),
        "CLIENT": str(CLIENT),
        "BUS": str(BUS),
    }
    story = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", STORY],
        cwd=tmp_path,
        env=environment,
        input=f"{PASSPHRASES['AB']}\n",
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    log = (tmp_path / "program.log").read_text()
    assert story.returncode == 0, f"{story.stderr}\n{log}"
    told = json.loads((tmp_path / "told.json").read_text())
    # Neither the list of programs nor the field gives anything away.
    assert told["name"] == "notes"
    assert PASSPHRASES["AB"] not in json.dumps(told)
    assert told["unnamed"] == []
    names = [each["name"] for each in told["today"]]
    assert "Anna Berg" in names
    assert any(name.startswith("Cases") for name in names)
    assert "Hide now" in names
    assert any(each["name"] == "New case" for each in told["cases"])

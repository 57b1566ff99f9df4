"""The window as a screen reader has it: a real AT-SPI client on a display of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from tests.services.conftest import PASSPHRASES, Template
from tests.services.writing import NOTE, Writer, assessment

Told = dict[str, Any]

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
kill $program; wait $program 2>/dev/null; echo $? >program.end
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


@pytest.fixture
def lived_in(
    workspace_of: Callable[[str], Workspace], signer_of: Callable[[Sitting], Signer]
) -> None:
    """A case with two assessments in the caseworker's vault; a third and a note are drafts."""
    workspace = workspace_of("AB")
    writer = Writer(workspace, signer_of(workspace.sitting))
    for day, level in (("20", "medium"), ("30", "high")):
        at = f"2026-01-{day}T11:00:00.000+00:00"
        writer.signed("risk_assessment", assessment("review", at, level, "3", "4"))
    writer.draft(
        "risk_assessment",
        assessment("review", "2026-02-02T11:00:00.000+00:00", "high", "4", "3"),
    )
    note = writer.draft("contact_note", NOTE)
    for each in note.obstacles():
        choices = note.session.question(each.address).choices
        note.set_answer(each.address, choices[0].code if choices else "Said so")
    assert not note.obstacles()
    workspace.close()


def _told_to_a_client(
    environment: dict[str, str], folder: Path
) -> tuple[subprocess.CompletedProcess[str], Path]:
    folder.mkdir()
    story = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", STORY],
        cwd=folder,
        env=environment,
        input=f"{PASSPHRASES['AB']}\n",
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    return story, folder


@pytest.mark.skipif(not _tools_are_there(), reason="needs Xvfb, D-Bus, AT-SPI and pyatspi")
@pytest.mark.usefixtures("lived_in")
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
    story, folder = _told_to_a_client(environment, tmp_path / "told")
    log = (folder / "program.log").read_text()
    assert story.returncode == 0, f"{story.stderr}\n{log}"
    told = json.loads((folder / "told.json").read_text())
    # Neither the list of programs nor the field gives anything away.
    assert told["name"] == "notes"
    assert PASSPHRASES["AB"] not in json.dumps(told)
    assert told["unnamed"] == []
    names = [each["name"] for each in told["today"]]
    assert "Anna Berg" in names
    assert any(name.startswith("Cases") for name in names)
    assert "Hide now" in names
    parts = [(each["role"], each["name"]) for each in told["today"]]
    assert ("page tab", "Today") in parts
    assert ("heading", "Do today") in parts
    _check_list(told)
    _check_form(told)
    # Each day of the chart has words of its own, and is heard when the keyboard comes to it.
    days = [each["name"] for each in told["points"] if each["role"] == "radio button"]
    assert [day.split(":")[0] for day in days] == ["20 January 2026", "30 January 2026"]
    assert "judged Medium, indicated Very high, feels safe 3 of 10" in told["first"]
    # The signature: what is signed, the field that has the keyboard, both ways out.
    parts = [(each["role"], each["name"]) for each in told["dialog"]]
    assert ("heading", "Sign: Contact note") in parts
    assert ("password text", "Passphrase") in parts
    assert {("push button", "Cancel"), ("push button", "Sign")} <= set(parts)
    assert "Sign…" in [each["name"] for each in told["review"]]


def _check_list(told: Told) -> None:
    """Rows say their columns; a list that opens says what it asks, and its entries are heard."""
    cells = [each["name"] for each in told["cells"]]
    assert "Case: HH-26-A001.1" in cells
    assert "Risk: ◆ Very high" in cells
    assert told["row"] == "Case: HH-26-A001.1"
    assert told["labels"] == ["Order"]
    entries = [each["name"] for each in told["entries"] if each["role"] == "list item"]
    assert entries[:3] == ["By case", "By name", "By risk"]
    assert told["chosen"] == "By next review"


def _check_form(told: Told) -> None:
    """A question says its hint and whether it is needed; an answer by a screen reader's means counts."""
    assert told["question"]["description"].startswith("Kind of assessment.")
    assert told["answered"] == "Initial"
    where = next(each for each in told["form"] if each["name"] == "Choose")
    hint = "In a public place nothing is asked about the exploitation."
    assert where["description"] == f"{hint} Needed for a full assessment."
    cells = [each["name"] for each in told["grid"] if each["role"] == "radio button"]
    assert len(cells) == 25
    assert "Likely, Very serious: 16 of 25, High" in cells
    assert told["scored"] == "Likely, Very serious: 16 of 25, High"
    assert told["meaning"]["description"].startswith("■ High: 16 of 25")

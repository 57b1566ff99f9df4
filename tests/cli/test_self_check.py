"""`self-check` as a process of its own: every part does a real act, and nothing personal is said."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.house.tree import ROOT


def test_every_part_works_here_and_the_outcome_names_no_place_or_person(tmp_path: Path) -> None:
    home = tmp_path / "home-of-somebody"
    home.mkdir()
    said = subprocess.run(
        [sys.executable, "-m", "outreach_app", "self-check", "--json"],
        cwd=ROOT,
        env={**os.environ, "HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout + said.stderr
    told = json.loads(said.stdout)
    acts = {each["act"]: each for each in told["acts"]}
    assert told["passed"] is True
    assert all(each["passed"] for each in acts.values())
    assert "sqlcipher3 0." in acts["libraries"]["detail"]
    assert "drawn" in acts["window, drawn where nobody sees it"]["detail"]
    assert "found" in acts["document written, signed and found"]["detail"]
    assert "home-of-somebody" not in said.stdout
    assert str(ROOT) not in said.stdout


def test_a_program_without_its_files_says_which_parts_fail(tmp_path: Path) -> None:
    """A copy that lacks a file, as after an antivirus has been at it."""
    for name in ("outreach_app", "forms", "resources"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "resources").unlink()
    (tmp_path / "resources").mkdir()
    for each in (ROOT / "resources").iterdir():
        if each.name != "words":
            (tmp_path / "resources" / each.name).symlink_to(each)
    code = (
        "import sys; from pathlib import Path; sys._MEIPASS = sys.argv.pop(1); "
        "from outreach_app.__main__ import main; sys.exit(main())"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), "self-check", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 1, said.stdout + said.stderr
    told = json.loads(said.stdout)
    failed = {each["act"] for each in told["acts"] if not each["passed"]}
    assert "word list" in failed
    assert not failed & {"libraries", "every form loaded", "PDF in memory, every script"}

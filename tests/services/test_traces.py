"""The search for readable traces: what it finds, and that a shared folder does not stop it."""

import shutil
from pathlib import Path

import pytest

from outreach_app.services.demonstration.scan import find_traces, recent_files, spellings

MARKER = "Quillfeather"


@pytest.mark.parametrize("spelling", spellings(MARKER))
def test_a_marker_is_found_in_each_spelling(tmp_path: Path, spelling: str) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "file").write_bytes(b"\x00\x01" + spellings(MARKER)[spelling] + b"\x02")
    found = find_traces([tmp_path], [MARKER], since=0, leave_out=[])
    assert spelling in {trace.spelling for trace in found}
    assert find_traces([tmp_path], [MARKER], since=0, leave_out=[tmp_path / "a"]) == []


def test_what_vanishes_meanwhile_is_passed_over(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_bytes(b"text")
    files = recent_files([tmp_path], [], 0)
    first = next(files)
    other = {"one": "two", "two": "one"}[first.parent.name]
    shutil.rmtree(tmp_path / other)
    assert list(files) == []

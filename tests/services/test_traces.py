"""The search for readable traces: what it finds, and that a shared folder does not stop it."""

import json
import shutil
import tempfile
import time
from pathlib import Path

import pytest

from outreach_app.services.demonstration.play import scan_disk
from outreach_app.services.demonstration.scan import find_traces, recent_files, spellings
from outreach_app.services.errors import MarkersFound
from outreach_app.services.shipped import sample_folder

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


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder and a profile of this test alone, so that no other run is seen."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder))
    return folder


def test_a_marker_outside_the_readable_copies_is_told(tmp_path: Path, elsewhere: Path) -> None:
    began = time.time()
    played, copies = tmp_path / "played", tmp_path / "played" / "copies"
    copies.mkdir(parents=True)
    markers = json.loads((sample_folder() / "markers.json").read_text(encoding="utf-8"))["markers"]
    (copies / "meant-to-be-read.txt").write_text(markers[0], encoding="utf-8")
    assert f"none of {len(markers)} markers" in scan_disk(played, copies, began)
    for folder in (played, elsewhere):
        left = folder / "left-behind"
        left.write_bytes(b"\xff" + markers[-1].encode("utf-16-le"))
        with pytest.raises(MarkersFound) as refused:
            scan_disk(played, copies, began)
        assert refused.value.code == "services.markers-found"
        assert refused.value.facts["count"] == 1
        assert str(left) in str(refused.value.facts["files"])
        left.unlink()


def test_another_copy_of_the_program_is_no_trace(tmp_path: Path, elsewhere: Path) -> None:
    began = time.time()
    played, copies = tmp_path / "played", tmp_path / "played" / "copies"
    copies.mkdir(parents=True)
    other = elsewhere / "another copy" / "sample"
    shutil.copytree(sample_folder(), other, copy_function=shutil.copyfile)
    (file,) = other.glob("markers.json")
    assert file.stat().st_mtime >= began - 1
    assert "a planted one was found" in scan_disk(played, copies, began)
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(MarkersFound, match="markers-found") as refused:
        scan_disk(played, copies, began)
    assert str(file) in str(refused.value.facts["files"])


@pytest.mark.parametrize("sign", ["outreach_app/__main__.py", "made-up-passphrases/one.txt"])
def test_a_source_tree_or_another_sample_is_passed_over_but_not_what_lies_beside_it(
    tmp_path: Path, elsewhere: Path, sign: str
) -> None:
    began = time.time()
    markers = json.loads((sample_folder() / "markers.json").read_text(encoding="utf-8"))["markers"]
    played, other = tmp_path / "played", elsewhere / "other"
    for top in (played, other):
        (top / sign).parent.mkdir(parents=True)
        (top / sign).write_text("x", encoding="utf-8")
    (other / "tests").mkdir()
    (other / "tests" / "test_one.py").write_text(markers[0], encoding="utf-8")
    assert "a planted one was found" in scan_disk(played, played / "copies", began)
    for folder in (played, elsewhere):
        left = folder / "left-behind"
        left.write_text(markers[0], encoding="utf-8")
        with pytest.raises(MarkersFound) as refused:
            scan_disk(played, played / "copies", began)
        assert refused.value.facts["files"] == (f"{left} (UTF-8)",)
        left.unlink()

"""The developer's tasks say plainly what is wrong, and install only when they must."""

import io
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.house.tree import ROOT, imports


def test_the_tasks_need_nothing_but_python() -> None:
    names = {name for name, _line in imports(ROOT / "dev.py")}
    assert names <= set(sys.stdlib_module_names)


def test_the_help_names_every_task() -> None:
    result = subprocess.run(
        [sys.executable, ROOT / "dev.py", "--help"], capture_output=True, text=True, check=True
    )
    for task in ("run", "open", "test", "check", "bench", "build", "lock"):
        assert f"\n    {task} " in result.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell script")
def test_the_sample_opens_again_for_each_of_its_people(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "SAMPLE", tmp_path)
    with pytest.raises(dev.Stop, match=r"python3 dev\.py run"):
        dev.open_sample([])
    with pytest.raises(dev.Stop, match=r"Nobody .* XY.*HM \(the supervisor\)"):
        dev.open_sample(["XY"])
    for day in ("20260101-100000", "20260102-100000"):
        (tmp_path / day / "made-up-passphrases").mkdir(parents=True)
        words = tmp_path / day / "made-up-passphrases" / "HM.txt"
        words.write_text(f"the words of {day}\n", "utf-8")
    # As if it were a desktop whose window says where it was opened and ends.
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("OUTREACH_VAULT", "")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    teller = tmp_path / "python"
    teller.write_text('#!/bin/sh\necho "at $OUTREACH_VAULT"\n', "utf-8")
    teller.chmod(teller.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(dev, "set_up", lambda: teller)
    assert dev.open_sample(["hm"]) == 0
    told = capfd.readouterr().out
    assert "the words of 20260102-100000" in told
    assert f"at {tmp_path / '20260102-100000' / 'laptops' / 'supervisor'}" in told
    assert "python3 dev.py open" in told


def _loader(tmp_path: Path, last_words: str) -> Path:
    """Return a Python that fails to import, as one without a system library does."""
    script = tmp_path / "python"
    script.write_text(f"#!/bin/sh\necho '{last_words}' >&2\nexit 1\n", "utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return script


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell script")
def test_a_missing_system_library_is_named_with_its_package(tmp_path: Path) -> None:
    python = _loader(tmp_path, "ImportError: libEGL.so.1: cannot open shared object file")
    with pytest.raises(dev.Stop, match=r"libEGL is missing.*apt install libegl1"):
        dev._demand_libraries(python)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell script")
def test_a_library_that_no_table_knows_is_still_named(tmp_path: Path) -> None:
    python = _loader(tmp_path, "ImportError: libodd-2.so.0: cannot open shared object file")
    with pytest.raises(dev.Stop, match=r"libodd-2 is missing\.$"):
        dev._demand_libraries(python)


def test_an_old_python_is_told_which_ones_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "OLDEST", (4, 0))
    with pytest.raises(dev.Stop, match=r"needs Python 3\.11"):
        dev._make_environment()


def test_the_environment_is_made_anew_only_for_another_lock_or_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "dev.txt"
    lock.write_text("a==1", "ascii")
    monkeypatch.setattr(dev, "LOCK", lock)
    first = dev._stamp(Path(sys.executable))
    assert dev._stamp(Path(sys.executable)) == first
    assert dev._stamp(tmp_path) != first
    lock.write_text("a==2", "ascii")
    assert dev._stamp(Path(sys.executable)) != first

"""`outreach update`: from two new keys to what may be installed, as the people of a release do it."""

from pathlib import Path

import pytest

from outreach_app import __version__
from outreach_app.services.updates.checking import this_machine
from tests.cli.office import Outreach

_PHRASE = "a passphrase of some length"


@pytest.fixture
def release(outreach: Outreach) -> Outreach:
    """A machine with two release keys, their list, and a folder with an installer."""
    (outreach.folder / "phrase").write_text(_PHRASE)
    lines = [_key(outreach, name)["public_key"] for name in ("one", "two")]
    (outreach.folder / "keys.txt").write_text("\n".join(lines))
    folder = outreach.folder / "update"
    folder.mkdir()
    (folder / f"outreach-9.0.0-{this_machine()}.tar.gz").write_bytes(b"program")
    return outreach


def _key(outreach: Outreach, name: str) -> dict[str, str]:
    file = outreach.folder / name
    found: dict[str, str] = outreach.run(
        "update", "key", file, "--json", "--passphrase-file", outreach.folder / "phrase"
    ).data
    return found


def _sign(release: Outreach, name: str) -> tuple[int, str]:
    folder, phrase = release.folder / "update", release.folder / "phrase"
    answer = release.run(
        *("update", "sign", folder, "--key", release.folder / name),
        *("--keys", release.folder / "keys.txt", "--passphrase-file", phrase),
    )
    return answer.code, answer.out + answer.err


def test_a_release_is_made_signed_by_two_and_checked(release: Outreach) -> None:
    folder, keys = release.folder / "update", release.folder / "keys.txt"
    made = release.run("update", "make", folder, "--release", "9.0.0", "--keys", keys)
    assert made.code == 0
    code, said = _sign(release, "one")
    assert code == 0
    assert "1 of 2" in said
    # What is signed is shown before the passphrase is asked for.
    assert said.index("SHA-256") < said.index("Signed by")
    early = release.run("update", "check", folder, "--keys", keys)
    assert early.code == 5
    assert "there are not two" in early.err
    assert _sign(release, "one")[0] == 3
    assert "2 of 2" in _sign(release, "two")[1]
    told = release.run("update", "check", folder, "--keys", keys)
    assert told.code == 0, told.err
    assert f"version {__version__} is installed" in told.out
    assert f"outreach-9.0.0-{this_machine()}.tar.gz" in told.out
    assert "not from this program" in told.out
    assert "The program installs nothing itself." in told.out
    data = release.run("update", "check", folder, "--keys", keys, "--json").data
    assert data["for_this_computer"] == [f"outreach-9.0.0-{this_machine()}.tar.gz"]
    assert data["files"][0]["sha256"] in told.out
    assert not data["dated_ahead"]


def test_a_build_without_release_keys_says_so_plainly(release: Outreach, tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("# none yet\n")
    told = release.run(
        "update", "check", release.folder / "update", "--keys", tmp_path / "none.txt"
    )
    assert told.code == 3
    assert "This build names no release keys: it can check no update." in told.err


def test_a_change_is_told_and_nothing_may_be_installed(release: Outreach) -> None:
    folder, keys = release.folder / "update", release.folder / "keys.txt"
    release.run("update", "make", folder, "--release", "9.0.0", "--keys", keys)
    for name in ("one", "two"):
        _sign(release, name)
    (folder / f"outreach-9.0.0-{this_machine()}.tar.gz").write_bytes(b"Program")
    told = release.run("update", "check", folder, "--keys", keys)
    assert told.code == 5
    assert "it is not what was signed" in told.err
    assert "Do not install anything" in told.err

"""Section by section: what goes wrong is said with a code, and nothing is lost or shown."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from outreach_app.store.opening import LockedVault
from tests.cli.office import Outreach
from tests.support.unprivileged import unprivileged

CASE = "HH-26-A001"


def refused(office: Outreach, error: str, code: int) -> None:
    found = office.json("AB", "case", "list", code=code)
    assert found["error"] == error
    words = office.as_person("AB", "case", "list")
    assert words.code == code
    assert words.out == ""
    assert "Traceback" not in words.err
    assert len(words.err.strip().splitlines()) >= 3


def test_a_wrong_passphrase(office: Outreach) -> None:
    right = office.phrase("AB").read_text()
    office.phrase("AB").write_text("not the right passphrase\n")
    refused(office, "crypto.wrong-passphrase", 3)
    assert "not the right" not in office.as_person("AB", "case", "list").err
    for nothing in ("", "\n"):
        office.phrase("AB").write_text(nothing)
        refused(office, "cli.no-passphrase", 3)
    office.phrase("AB").write_bytes(b"\xff\xfe")
    refused(office, "cli.no-passphrase", 3)
    office.phrase("AB").write_text(right)
    assert office.json("AB", "case", "list")["drafts"] == [CASE]


def database_of(office: Outreach) -> Path:
    (path,) = office.vault("AB").glob("*.db")
    return path


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 0xFF
    path.write_bytes(bytes(content))


def test_no_vault_or_half_of_one(office: Outreach) -> None:
    whole = office.vault("AB")
    shutil.move(whole, office.vault("away"))
    refused(office, "store.no-vault", 3)
    whole.mkdir()
    refused(office, "store.no-vault", 3)
    whole.rmdir()
    shutil.move(office.vault("away"), whole)
    assert office.json("AB", "case", "list")["drafts"] == [CASE]


def test_a_database_with_flipped_bytes(office: Outreach) -> None:
    path = database_of(office)
    good = path.read_bytes()
    flip(path, 100)
    refused(office, "store.not-a-vault", 5)
    path.write_bytes(good)
    flip(path, len(good) - 300)
    answer = office.as_person("AB", "vault", "verify")
    assert answer.code == 5
    assert "Traceback" not in answer.err
    path.write_bytes(good)
    assert office.json("AB", "vault", "verify")["sound"] is True


@pytest.mark.parametrize("content", ["half", "nothing", "junk", "plain"])
def test_a_database_that_is_cut_foreign_or_readable(office: Outreach, content: str) -> None:
    path = database_of(office)
    good = path.read_bytes()
    header = b"SQLite format 3\x00"
    path.write_bytes(
        {
            "half": good[: len(good) // 2 // 4096 * 4096],
            "nothing": b"",
            "junk": os.urandom(8192),
            "plain": header + bytes(8192 - len(header)),
        }[content]
    )
    expected = {"plain": "store.plaintext", "half": "store.damaged"}
    found = office.json("AB", "case", "list", code=5)
    assert found["error"] == expected.get(content, "store.not-a-vault")
    path.write_bytes(good)
    assert office.json("AB", "case", "list")["drafts"] == [CASE]


def test_slot_files_damaged_one_after_the_other(office: Outreach) -> None:
    copies = sorted(office.vault("AB").glob("slots*"))
    assert len(copies) == 2
    copies[0].write_bytes(b"{}")
    assert office.json("AB", "case", "list")["drafts"] == [CASE]
    for each in copies:
        each.write_bytes(b"{}")
    refused(office, "store.slots-damaged", 5)


def test_the_database_of_another_vault(office: Outreach) -> None:
    office.enrolled("SH", "Sara Hill", "supervisor")
    (other,) = office.vault("SH").glob("*.db")
    shutil.copy(other, database_of(office))
    refused(office, "store.not-a-vault", 5)


def test_another_program_has_the_vault(office: Outreach) -> None:
    locked = LockedVault(office.vault("AB"))
    try:
        refused(office, "store.in-use", 3)
    finally:
        locked.release()
    assert office.json("AB", "case", "list")["drafts"] == [CASE]


def test_organisation_files_that_do_not_fit(office: Outreach, tmp_path: Path) -> None:
    enrol = ("vault", "enrol", "--organisation")
    damaged = tmp_path / "damaged.json"
    damaged.write_bytes(office.card.read_bytes().replace(b"Harbour", b"Harpoon"))
    other = Outreach(tmp_path / "other")
    other.folder.mkdir()
    other.found()
    for file, code, error in (
        (damaged, 5, "services.organisation-file"),
        (other.card, 5, "services.other-organisation"),
        (tmp_path / "missing", 4, "host.file-trouble"),
    ):
        assert office.json("AB", *enrol, file, code=code)["error"] == error
    old = office.folder / "old.json"
    shutil.copy(office.card, old)
    office.as_manager(
        "org", "revoke", office.card.parent, "--serial", "1", "--why", "left",
        "--since", "2027-01-01",
    )  # fmt: skip
    office.json("AB", *enrol, office.card)
    assert office.json("AB", *enrol, old, code=3)["error"] == "services.older-configuration"


def test_a_clock_set_back_is_asked_about_and_loses_nothing(
    office: Outreach,
) -> None:
    office.json("AB", "doc", "new", CASE, "contact_note")
    office.clock.forward(days=-30)
    office.json("AB", "doc", "set", CASE, "contact_note", "note_kind=visit", "note_safe=yes")
    late = office.json("AB", "doc", "show", CASE, "contact_note", "--missing")["needed"]
    assert [each["question"] for each in late] == ["note_about/note_datetime"]
    office.json("AB", "doc", "set", CASE, "contact_note", "note_datetime=2026-01-04T10:00:00Z")
    refused = office.json("AB", "doc", "sign", CASE, "contact_note", code=3)
    assert refused["error"] == "services.clock-behind"
    office.json("AB", "doc", "sign", CASE, "contact_note", "--date-is-right")
    out = ("bundle", "export", CASE, "--to", "SH", "--out", office.folder)
    assert office.json("AB", *out, code=3)["error"] == "services.clock-behind"
    # Nobody's certificate was valid that long ago, so the question of the date was passed.
    answered = office.json("AB", *out, "--date-is-right", code=3)
    assert answered["error"] == "services.no-valid-recipient"
    assert office.json("AB", "case", "list")["cases"]


def test_a_folder_that_may_not_be_written(office: Outreach) -> None:
    closed = office.folder / "closed"
    closed.mkdir(mode=0o555)
    for folder in (office.folder, *office.folder.parents):
        if folder.owner() == closed.owner() and os.access(folder, os.W_OK):
            folder.chmod(folder.stat().st_mode | 0o055)
        if folder == Path("/"):
            break
    with unprivileged():
        made = office.run(
            "org", "create", closed / "new", "--name", "N", "--site", "N", "--json",
            "--passphrase-file", office.phrase("issuing"),
        )  # fmt: skip
    assert made.code == 4
    assert made.data["error"] == "host.read-only"


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("a small disk needs the right to mount")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_loses_nothing_that_was_saved(office: Outreach, tmp_path: Path) -> None:
    needed = sum(each.stat().st_size for each in office.vault("AB").rglob("*")) + (256 << 10)
    with small_disk(tmp_path / "disk", str(needed)) as disk:
        shutil.copytree(office.vault("AB"), disk / "AB")
        shutil.rmtree(office.vault("AB"))
        office.vault("AB").symlink_to(disk / "AB")
        office.json("AB", "doc", "new", CASE, "contact_note")
        note = ("doc", "set", CASE, "contact_note")
        office.json("AB", *note, "note_kind=visit")
        texts = [f"{n} " + "x" * 14_000 for n in range(40)]
        answer = office.as_person("AB", *note, *(f"note_facts={each}" for each in texts), "--json")
        assert answer.code == 4, answer
        assert answer.data["error"] == "host.disk-full"
        backup = office.json("AB", "vault", "backup", "--out", disk / "backup", code=4)
        assert backup["error"] == "host.disk-full"
        (disk / "filler").write_bytes(bytes(shutil.disk_usage(disk).free))
        # With no room at all not even the log of the database can be begun.
        opened = office.json("AB", "doc", "show", CASE, "contact_note", code=4)
        assert opened["error"] == "host.disk-full"
        shutil.copytree(disk / "AB", office.vault("rescued"))
    office.vault("AB").unlink()
    office.vault("rescued").rename(office.vault("AB"))
    shown = office.json("AB", "doc", "show", CASE, "contact_note")["answers"]
    kept = {each["address"].rpartition("/")[2]: each["value"] for each in shown}
    assert kept["note_kind"] == "visit"
    assert kept["note_facts"] in texts[:-1]
    assert office.json("AB", "vault", "verify")["sound"] is True

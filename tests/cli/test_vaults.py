"""`outreach vault`: status, people, passphrases, backups, recovery."""

import os
import re
import shutil
from pathlib import Path

import openpyxl

from tests.cli.office import PHRASES, QUICK, Outreach

CASE = "HH-26-A001"


def test_status_tells_what_matters(office: Outreach) -> None:
    status = office.json("AB", "vault", "status")
    assert status["organisation"] == "Harbour House"
    assert (status["people"], status["drafts"], status["only_here"]) == (1, 2, 0)
    assert status["recovery_sound"] is True
    assert status["enrolled_until"].startswith("2027-02-03")
    (office.vault("AB") / "recovery.age").unlink()
    words = office.as_person("AB", "vault", "status")
    assert "MISSING" in words.out
    assert office.json("AB", "vault", "recovery", "write") == {"written": True}
    assert office.json("AB", "vault", "status")["recovery_sound"] is True


def test_people_come_and_go(office: Outreach) -> None:
    newcomer = ("--initials", "SH", "--name", "Sara Hill", "--role", "supervisor")
    added = office.json(
        "AB", "vault", "people", "add", *newcomer, *QUICK,
        "--new-passphrase-file", office.phrase("SH"),
    )  # fmt: skip
    assert added["initials"] == "SH"
    nobody = office.json("AB", "case", "list", code=3)
    assert nobody["error"] == "services.several-people"
    people = office.json("AB", "vault", "people", "list", "--person", "AB")["people"]
    assert {each["initials"]: each["serial"] for each in people} == {"AB": 1, "SH": 0}
    assert office.json("AB", "vault", "people", "remove", "SH", "--person", "AB")
    assert office.json("AB", "case", "list")["drafts"] == ["HH-26-A001"]
    alone = office.json("AB", "vault", "people", "remove", "AB", code=3)
    assert alone["error"] == "store.last-person"


def test_a_weak_new_passphrase_is_refused_and_a_good_one_taken(office: Outreach) -> None:
    change = ("vault", "people", "passphrase", *QUICK, "--new-passphrase-file")
    weak = office.folder / "weak"
    weak.write_text("short and known\n")
    assert office.json("AB", *change, weak, code=3)["error"] == "crypto.weak-passphrase"
    assert office.json("AB", *change, office.phrase("SH")) == {"changed": True}
    assert office.json("AB", "case", "list", code=3)["error"] == "crypto.wrong-passphrase"
    office.phrase("AB").write_text(PHRASES["SH"])
    assert office.json("AB", "case", "list")["drafts"] == ["HH-26-A001"]


def test_backup_verify_restore(office: Outreach) -> None:
    backup, restored = office.folder / "backup", office.vault("restored")
    made = office.json("AB", "vault", "backup", "--out", backup)
    assert made["counts"]["drafts"] == 2
    key = ("--passphrase-file", office.phrase("AB"))
    checked = office.plain("vault", "verify", "--backup", backup, *key)
    assert checked == made
    office.plain("vault", "restore", backup, "--to", restored, *key)
    office.vault("AB").rename(office.vault("lost"))
    restored.rename(office.vault("AB"))
    assert office.json("AB", "case", "list")["drafts"] == ["HH-26-A001"]
    sound = office.json("AB", "vault", "verify")
    assert sound["sound"] is True
    database = next(backup.glob("*.db"))
    database.write_bytes(database.read_bytes()[:-4096])
    broken = office.plain("vault", "verify", "--backup", backup, *key, code=5)
    assert broken["error"] == "store.backup-unverified"


def test_two_shares_prove_recovery_and_one_does_not(office: Outreach) -> None:
    shares = sorted((office.folder / "shares").glob("recovery-*"))
    prove = ("vault", "recovery", "prove", "--vault", office.vault("AB"))
    assert office.plain(*prove, *shares[1:]) == {"opens": True, "revisions": 0}
    assert office.plain(*prove, shares[0], code=3)["error"] == "crypto.shares-do-not-combine"
    wrong = sorted((office.folder / "shares").glob("root-*"))
    assert office.plain(*prove, *wrong[:2], code=5)["error"] == "services.recovery-does-not-open"


def test_the_day_of_a_rehearsal_reaches_the_vaults(office: Outreach) -> None:
    record = (
        "org",
        "rehearsed",
        office.folder / "organisation",
        "--passphrase-file",
        office.phrase("issuing"),
    )
    ahead = office.plain(*record, "--on", "2199-01-01", code=3)
    assert ahead["error"] == "keeping.rehearsal-day"
    done = office.plain(*record)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", done["rehearsed_on"])
    office.json("AB", "vault", "configure", "--organisation", office.card)
    assert office.json("AB", "vault", "status")["recovery_rehearsed_on"] == done["rehearsed_on"]


def test_a_table_of_time_limits_is_written_changed_and_released(office: Outreach) -> None:
    organisation, out = office.folder / "organisation", office.folder / "tables"
    shown = office.plain("org", "tables", organisation, "--out", out)
    assert shown["new"] == shown["stays"] == []
    table = Path(shown["file"])
    book = openpyxl.load_workbook(table)
    book["Time limits"]["C2"] = 6
    book.save(table)
    key = ("--passphrase-file", office.phrase("issuing"))
    done = office.plain("org", "release", organisation, "--tables", table, *key)
    assert len(done["released"]) == 1
    assert "6 working days" in done["released"][0]
    number = done["configuration"]
    assert number == shown["configuration"] + 1
    again = office.plain("org", "tables", organisation)
    assert ["6 working days" in each for each in again["stays"]] == [True]
    older = office.plain("org", "release", organisation, "--tables", table, *key, code=3)
    assert older["error"] == "keeping.broken-table"
    nothing = office.plain("org", "release", organisation, *key, code=3)
    assert nothing["error"] == "settings.nothing-decided"
    table.write_text("code\n")
    broken = office.plain("org", "release", organisation, "--tables", table, *key, code=3)
    assert broken["error"] == "keeping.broken-table"


def test_words_are_offered(outreach: Outreach) -> None:
    first, second = (outreach.plain("vault", "words")["passphrase"] for _ in range(2))
    assert len(first.split()) == 6
    assert first != second


def test_a_vault_is_not_made_over_another_nor_with_a_weak_passphrase(office: Outreach) -> None:
    create = (
        "vault", "create", "--organisation", office.card, "--initials", "AB", "--name", "A",
        *QUICK, "--passphrase-file",
    )  # fmt: skip
    there = office.plain(*create, office.phrase("AB"), "--vault", office.vault("AB"), code=3)
    assert there["error"] == "store.vault-exists"
    weak = office.folder / "weak"
    weak.write_text("password1\n")
    refused = office.plain(*create, weak, "--vault", office.vault("new"), code=3)
    assert refused["error"] == "crypto.weak-passphrase"
    assert not office.vault("new").exists()


def test_the_request_can_be_written_again(office: Outreach) -> None:
    out = office.folder / "again.request"
    done = office.json("AB", "vault", "request", "--out", out)
    assert len(done["words"].split()) == 12
    assert out.read_bytes()
    shutil.copy(out, office.folder / "AB.request")
    answer = office.as_person("AB", "vault", "request", "--out", out)
    assert done["words"] in answer.out


def test_a_vault_is_tidied_of_what_nothing_points_at(office: Outreach) -> None:
    office.json("AB", "doc", "set", CASE, "client", "preferred_name=Gerta")
    left = office.vault("AB") / "attachments" / "left-over"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"x")
    day = office.clock().timestamp()
    os.utime(left, (day, day))
    assert office.json("AB", "vault", "tidy")["files"] == 0
    office.clock.forward(days=1, minutes=1)
    tidied = office.as_person("AB", "vault", "tidy")
    assert "Left-over files removed: 1. Drafts put in order: 2." in tidied.out
    assert not left.exists()
    shown = office.as_person("AB", "doc", "show", CASE, "client").out
    assert "Name the client wants us to use: Gerta" in shown


def test_time_limits_that_nobody_has_checked_are_told(office: Outreach) -> None:
    assert office.json("AB", "vault", "status")["time_limits_to_check"] == 0
    office.clock.forward(days=800)
    told = office.as_person("AB", "vault", "status").out
    assert "Time limits that nobody has checked for too long: " in told
    assert "Tell the configuration manager." in told


def test_an_old_copy_put_back_shares_nothing_until_somebody_accepts_it(office: Outreach) -> None:
    office.json("AB", "case", "list")
    aside = office.folder / "aside"
    shutil.copytree(office.vault("AB"), aside)
    office.json("AB", "vault", "settings", "lock.minutes_alone=6")
    shutil.rmtree(office.vault("AB"))
    shutil.copytree(aside, office.vault("AB"))
    assert office.json("AB", "vault", "status")["freshness"] == "older"
    refused = office.json("AB", "vault", "enrol", "--organisation", office.card, code=3)
    assert refused["error"] == "services.old-copy"
    assert "outreach vault accept-old" in refused["what_to_do"]
    assert office.json("AB", "vault", "accept-old", "--yes")["accepted"] is True
    status = office.json("AB", "vault", "status")
    assert (status["freshness"], status["needs_new_keys"]) == ("fresh", True)
    assert office.json("AB", "vault", "accept-old", "--yes")["accepted"] is False

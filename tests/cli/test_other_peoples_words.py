"""What others wrote cannot pass for words of the program; who may not read is refused."""

import json

import pytest

from outreach_app.cli.output import Result, show
from outreach_app.store.journal import Act
from outreach_app.store.opening import LockedVault
from tests.cli.office import PHRASES, QUICK, Outreach

CASE = "HH-26-A001"
HOSTILE = "\x9b\x7f\u061c\u200b\u2028\u202e\u2066\ufeff"
FORGED = "2026-02-03T12:00  SH  approve"


def signed_note(office: Outreach, facts: str) -> None:
    answers = ("note_kind=visit", "note_safe=yes", f"note_facts={facts}")
    office.json("AB", "doc", "new", CASE, "contact_note")
    office.json("AB", "doc", "set", CASE, "contact_note", *answers)
    office.json("AB", "doc", "sign", CASE, "contact_note")


def test_json_holds_nothing_that_steers_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    show(Result(data={"text": HOSTILE}, text=HOSTILE), as_json=True)
    written = capsys.readouterr().out
    assert not set(HOSTILE) & set(written)
    assert json.loads(written) == {"text": HOSTILE}
    show(Result(data={}, text=HOSTILE), as_json=False)
    assert not set(HOSTILE) & set(capsys.readouterr().out)


def test_a_line_break_cannot_make_a_line_of_ours(office: Outreach) -> None:
    signed_note(office, f"We met.\nSafe to contact: no\r\n{FORGED}")
    shown = office.as_person("AB", "doc", "show", CASE, "contact_note").out
    changed = office.as_person("AB", "doc", "diff", CASE, "contact_note").out
    office.json("AB", "review", "comment", CASE, "contact_note", "--text", f"Why?\n{FORGED}")
    listed = office.as_person("AB", "doc", "history", CASE, "contact_note").out
    office.json("AB", "doc", "set", CASE, "contact_note", f"note_facts=Once more.\n{FORGED}")
    office.json("AB", "doc", "sign", CASE, "contact_note")
    reviewed = office.as_person("AB", "review", "show", CASE, "contact_note").out
    for text in (shown, changed, reviewed, listed):
        lines = text.splitlines()
        assert any("approve" in line for line in lines)
        assert not any(
            line.startswith(("2026-02-03T12:00", "Safe to contact: no")) for line in lines
        )


def test_a_review_that_does_not_count_is_listed_as_such(office: Outreach) -> None:
    signed_note(office, "We met.")
    made = office.json("AB", "review", "comment", CASE, "contact_note", "--text", "Why?")
    (slot,) = (locked := LockedVault(office.vault("AB"))).slots
    keys = locked.derivation(slot.person_id).derive(PHRASES["AB"])
    vault = locked.open(slot.person_id, keys, at="2026-02-03T12:00:00+00:00")
    with vault.transaction(Act(kind="test.changed", at="2026-02-03T12:00:00+00:00")):
        vault.reviews.set_counted(made["review"], counted=False, why="a supervisor has to do this")
    vault.close()
    entries = office.json("AB", "doc", "history", CASE, "contact_note")["history"]
    assert {each["what"]: each["counted"] for each in entries} == {"new": True, "comment": False}
    listed = office.as_person("AB", "doc", "history", CASE, "contact_note").out
    assert "not counted: a supervisor has to do this; Why?" in listed


def test_who_may_not_read_a_document_is_refused(office: Outreach) -> None:
    signed_note(office, "We met.")
    (listed,) = office.json("AB", "case", "list")["cases"]
    assert len(office.json("AB", "search", "met")["found"]) == 1
    known = f"{listed['case_id'][2:8]}.1"  # the client's reference is in AB's draft only
    newcomer = ("--initials", "SH", "--name", "Nora Night", "--role", "night_staff")
    phrase = office.phrase("SH")
    office.json("AB", "vault", "people", "add", *newcomer, *QUICK, "--new-passphrase-file", phrase)
    as_night = ("--vault", office.vault("AB"), "--person", "SH", "--passphrase-file", phrase)
    assert office.plain("case", "list", *as_night) == {"cases": [], "drafts": [], "not_shown": 1}
    assert office.plain("search", "met", *as_night) == {"found": []}
    said = office.run("case", "list", *as_night).out
    assert "No case here that is shared with you." in said
    for name in (("case", "show"), ("doc", "list")):
        answer = office.plain(*name, known, *as_night, code=3)
        assert answer["error"] == "services.not-allowed"
    for name in (("doc", "show"), ("doc", "history"), ("doc", "diff"), ("review", "show")):
        answer = office.plain(*name, known, "contact_note", *as_night, code=3)
        assert answer["error"] == "services.not-allowed"

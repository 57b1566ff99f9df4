"""`outreach case`, `doc` and `search`: a small document from first answer to correction."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from outreach_app.services.shipped import forms_folder
from tests.cli.office import Outreach

CASE = "HH-26-A001"
NOTE = ("note_kind=visit", "note_safe=yes", "note_facts=She slept. Brindelmoor rang.")


def signed_note(office: Outreach) -> str:
    office.json("AB", "doc", "new", CASE, "contact_note")
    office.json("AB", "doc", "set", CASE, "contact_note", *NOTE)
    revision: str = office.json("AB", "doc", "sign", CASE, "contact_note")["revision"]
    return revision


def test_from_first_answer_to_correction(office: Outreach) -> None:
    began = office.json("AB", "doc", "new", CASE, "contact_note")
    assert began["name"] == "contact_note"
    missing = office.json("AB", "doc", "show", CASE, "contact_note", "--missing")
    assert [each["question"] for each in missing["needed"]] == [
        "note_about/note_kind",
        "note_close/note_safe",
    ]
    unfinished = office.json("AB", "doc", "sign", CASE, "contact_note", code=3)
    assert unfinished["error"] == "services.unfinished"
    assert unfinished["facts"]["count"] == 2
    saved = office.json("AB", "doc", "set", CASE, "contact_note", *NOTE)
    assert saved["saved"]["note_about/note_kind"] == "visit"
    assert saved["needed"] == 0
    shown = office.json("AB", "doc", "show", CASE, "contact_note")
    assert shown["draft"] is True
    assert ("Kind of contact", "Visit") in [(a["label"], a["text"]) for a in shown["answers"]]
    revision = office.json("AB", "doc", "sign", CASE, "contact_note")
    assert set(revision["parts"]) == {"main", "casefile"}
    change = ("doc", "set", CASE, "contact_note", "--reason", "correction", "note_kind=phone")
    office.json("AB", *change)
    drafted = office.json("AB", "doc", "diff", CASE, "contact_note", "--draft")["changes"]
    assert [(each["label"], each["old"], each["new"]) for each in drafted] == [
        ("Kind of contact", "Visit", "Phone")
    ]
    signed = office.json("AB", "doc", "show", CASE, "contact_note", "--signed")
    assert "Visit" in {each["text"] for each in signed["answers"]}
    office.json("AB", "doc", "sign", CASE, "contact_note")
    history = office.json("AB", "doc", "history", CASE, "contact_note")["history"]
    assert [(each["by"], each["what"]) for each in history] == [("AB", "new"), ("AB", "correction")]
    assert office.json("AB", "doc", "diff", CASE, "contact_note")["changes"] == drafted


def test_rows_are_added_and_removed(office: Outreach) -> None:
    office.json("AB", "doc", "new", CASE, "contact_note")
    row = office.json("AB", "doc", "set", CASE, "contact_note", "--add-row", "note_actions")
    (address,) = row["saved"]
    filled = office.json("AB", "doc", "set", CASE, "contact_note", f"{address}/na_text=Ring")
    assert list(filled["saved"].values()) == ["Ring"]
    office.json("AB", "doc", "set", CASE, "contact_note", "--remove-row", address)
    shown = office.json("AB", "doc", "show", CASE, "contact_note")["answers"]
    assert not [each for each in shown if "na_text" in each["address"]]


def test_cases_are_listed_shown_and_searched(office: Outreach) -> None:
    assert office.json("AB", "case", "list") == {"cases": [], "drafts": [CASE], "not_shown": 0}
    signed_note(office)
    (listed,) = office.json("AB", "case", "list")["cases"]
    assert listed["reference"] == f"{CASE}.1"
    assert "preferred_name" not in listed
    assert "preferred_name" in office.json("AB", "case", "list", "--names")["cases"][0]
    shown = office.json("AB", "case", "show", f"{CASE}.1")
    assert {each["name"]: each["state"] for each in shown["documents"]} == {
        "case": "draft",
        "client": "draft",
        "contact_note": "signed",
    }
    documents = office.json("AB", "doc", "list", CASE)["documents"]
    assert {each["name"]: each["draft"] for each in documents}["contact_note"] is False
    (found,) = office.json("AB", "search", "Brindelmoor")["found"]
    assert found["form"] == "contact_note"
    assert office.json("AB", "search", "nothing")["found"] == []


def test_signing_in_words_shows_what_is_signed_first(office: Outreach) -> None:
    office.json("AB", "doc", "new", CASE, "contact_note")
    office.json("AB", "doc", "set", CASE, "contact_note", *NOTE)
    answer = office.as_person("AB", "doc", "sign", CASE, "contact_note")
    assert answer.code == 0
    about, signed = answer.out.index("You are about to sign"), answer.out.index("Signed contact")
    assert about < answer.out.index("Kind of contact: Visit") < signed


def test_answers_of_others_cannot_steer_the_terminal(office: Outreach) -> None:
    office.json("AB", "doc", "new", CASE, "contact_note")
    hostile = "note_facts=\x1b[2Jgone \u202ereversed"
    answer = office.as_person("AB", "doc", "set", CASE, "contact_note", hostile)
    shown = office.as_person("AB", "doc", "show", CASE, "contact_note")
    for text in (answer.out, shown.out):
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_a_copy_for_the_client_is_of_a_signed_plan(office: Outreach) -> None:
    office.json("AB", "doc", "new", CASE, "safety_plan")
    out = office.folder / "my-notes.pdf"
    asked = ("doc", "client-copy", CASE, "safety_plan", "--neutral", "--out", out)
    assert office.json("AB", *asked, code=3)["error"] == "copies.nothing-signed"
    assert not out.exists()


def test_a_document_as_a_pdf(office: Outreach) -> None:
    signed_note(office)
    out = office.folder / "note.pdf"
    written = office.json("AB", "doc", "pdf", CASE, "contact_note", "--out", out)
    assert out.read_bytes().startswith(b"%PDF-")
    assert written["bytes"] == out.stat().st_size
    sealed = office.folder / "sealed.pdf"
    given = office.json("AB", "doc", "pdf", CASE, "contact_note", "--out", sealed, "--protect")
    assert len(given["password"].replace(" ", "")) == 20
    assert b"Brindelmoor" not in sealed.read_bytes()
    sheet = office.folder / "call.pdf"
    office.json(
        "AB", "doc", "pdf", CASE, "contact_note", "--out", sealed, "--protect",
        "--call-sheet", sheet, "020 7946 0018",
    )  # fmt: skip
    (page,) = PdfReader(BytesIO(sheet.read_bytes())).pages
    assert "020 7946 0018" in page.extract_text()
    own = office.folder / "own.pdf"
    office.json("AB", "doc", "pdf", CASE, "contact_note", "--out", own, "--client-copy")
    assert own.read_bytes().startswith(b"%PDF-")
    assert office.as_person("AB", "doc", "pdf", CASE, "--out", own, "--client-copy").code == 2


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("case", "show", "HH-26-Z999"), 3, "services.unknown-case"),
        (("doc", "show", CASE, "support_plan"), 3, "services.unknown-document"),
        (("doc", "new", CASE, "no_such_form"), 3, "services.unknown-form"),
        (("doc", "set", CASE, "case", "no_such=x"), 3, "engine.unknown-address"),
        (("doc", "set", CASE, "case", "case_opened_on=yesterday"), 3, "engine.answer-type"),
        (("doc", "set", CASE, "case", "no equals sign"), 3, "cli.not-an-answer"),
        (("doc", "set", CASE, "case", "referred_in_detail=\udcff"), 3, "cli.not-an-answer"),
        (("doc", "set", CASE, "case", "--remove-row", "exploiters[r_x]"), 3, "engine.unknown-address"),
        (("doc", "set", CASE, "case", "--add-row", "nowhere"), 3, "engine.unknown-address"),
        (("doc", "set", CASE, "case", "--unchanged", "nowhere"), 3, "engine.unknown-address"),
        (("doc", "diff", CASE, "contact_note", "--draft"), 3, "services.unknown-document"),
        (("doc", "pdf", CASE, "--out", "/proc/nowhere/x.pdf"), 4, "host."),
    ],
)  # fmt: skip
def test_wrong_names_and_values_are_refused(
    made_office: Path, arguments: tuple[str, ...], code: int, error: str
) -> None:
    outreach = Outreach(made_office)
    refused = outreach.json("AB", *arguments, code=code)
    assert refused["error"].startswith(error)


def test_a_refusal_in_words_repeats_no_value(made_office: Path) -> None:
    words = Outreach(made_office).as_person(
        "AB", "doc", "set", CASE, "case", "case_opened_on=yesterday"
    )
    assert words.code == 3
    assert words.out == ""
    assert words.err.count("\n") >= 2
    assert "Traceback" not in words.err
    assert "yesterday" not in words.err


def test_a_form_is_listed_checked_shown_and_tried(outreach: Outreach) -> None:
    listed = outreach.plain("form", "list")["forms"]
    assert {each["form"] for each in listed} == {
        path.parent.name for path in forms_folder().glob("*/form.md")
    }
    assert outreach.plain("form", "check", "contact_note") == {"faults": [], "usable": True}
    shown = outreach.plain("form", "show", "contact_note")
    kind = next(each for each in shown["items"] if each["path"] == "note_about/note_kind")
    assert kind["choices"]["visit"] == "Visit"
    tried = outreach.plain("form", "fill", "contact_note", "--set", "note_kind=visit")
    assert tried["answers"]["note_about"]["note_kind"] == "visit"
    assert "note_close/note_safe" in {each["address"] for each in tried["violations"]}
    answers = outreach.folder / "answers.json"
    answers.write_text(json.dumps({"note_kind": "visit", "note_safe": "yes"}))
    flat = outreach.plain("form", "fill", "contact_note", "--answers", answers)
    assert flat["answers"]["note_close"] == {"note_safe": "yes", "note_visible_to_bundle": "yes"}
    for junk in (b"", b"[]", b"{", b"\xff", b'{"note_about": [1]}', b"[" * 100_000):
        answers.write_bytes(junk)
        refused = outreach.run("form", "fill", "contact_note", "--answers", answers)
        assert refused.code in {3, 5}, junk
        assert "Traceback" not in refused.err


def test_a_broken_form_tells_sheet_row_and_column(outreach: Outreach) -> None:
    path = outreach.folder / "broken.md"
    path.write_text(
        "| survey |\n| | type | name | label | relevant |\n| | text | one | One | ${nowhere} = 1 |\n"
        "| settings |\n| | form_title | form_id |\n| | Broken | broken |\n"
    )
    checked = outreach.plain("form", "check", path, code=1)
    assert checked["usable"] is False
    (fault,) = checked["faults"]
    assert (fault["sheet"], fault["row"]) == ("survey", "2")
    refused = outreach.plain("form", "fill", path, code=5)
    assert refused["error"] == "engine.broken-form"
    missing = outreach.plain("form", "show", "nowhere.md", code=3)
    assert missing["error"] == "cli.no-such-thing"


def test_today_says_what_waits_and_what_is_only_here(office: Outreach) -> None:
    before = office.json("AB", "today")
    assert (before["counts"]["open_cases"], before["not_sent"]) == (1, 0)
    assert before["now"] == []
    signed_note(office)
    after = office.json("AB", "today")
    assert after["not_sent"] == 1
    assert [(each["kind"], each["what"]) for each in after["now"]] == [
        ("unsent", "1 document only on this laptop")
    ]

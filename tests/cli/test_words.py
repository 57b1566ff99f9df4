"""What people read on the command line: days in words, titles, one thing as one."""

import re

from tests.cli.office import Outreach
from tests.cli.test_documents import CASE, NOTE, signed_note

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def test_lists_show_days_in_words_and_scripts_get_them_as_they_are(office: Outreach) -> None:
    signed_note(office)
    for command in (
        ("doc", "list", CASE),
        ("doc", "history", CASE, "contact_note"),
        ("case", "list"),
    ):
        said = office.as_person("AB", *command).out
        assert not ISO_DAY.search(said), said
        assert "2026" in said
    history = office.json("AB", "doc", "history", CASE, "contact_note")["history"]
    assert ISO_DAY.match(history[0]["at"])


def test_a_search_shows_titles_and_no_codes(office: Outreach) -> None:
    signed_note(office)
    said = office.as_person("AB", "search", "Brindelmoor").out
    assert "Contact note" in said
    assert "contact_note" not in said
    assert "Brindelmoor rang" in said
    (found,) = office.json("AB", "search", "Brindelmoor")["found"]
    assert found["form"] == "contact_note"


def test_whoever_changes_a_signed_document_is_told_that_a_draft_of_their_own_began(
    office: Outreach,
) -> None:
    signed_note(office)
    first = office.as_person("AB", "doc", "set", CASE, "contact_note", "note_kind=phone").out
    assert "Began a draft of your own from the newest signed version" in first
    again = office.as_person("AB", "doc", "set", CASE, "contact_note", "note_kind=visit").out
    assert "Began a draft" not in again


def test_a_further_case_of_a_client(office: Outreach) -> None:
    signed_note(office)
    said = office.as_person("AB", "case", "new", "--client", CASE)
    assert said.code == 0, said.err
    assert f"{CASE}.2" in said.out
    office.json("AB", "doc", "new", f"{CASE}.2", "contact_note")
    office.json("AB", "doc", "set", f"{CASE}.2", "contact_note", *NOTE)
    assert office.json("AB", "case", "new", "--client", "HH-26-A777", code=3)["error"] == (
        "services.unknown-case"
    )

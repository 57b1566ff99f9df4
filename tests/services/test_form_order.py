"""Answers in the order of the form: a signed part is sorted by name, a person reads by question."""

from outreach_app.domain.answers import leaves
from outreach_app.services.catalogue import load_source
from outreach_app.services.form_facts import in_form_order
from outreach_app.services.shipped import forms_folder


def test_answers_come_in_the_order_of_the_questions_and_unknown_ones_last() -> None:
    _converted, definition = load_source(forms_folder() / "contact_note" / "form.md")
    row = {"na_by": "2026-02-04", "_order": "a", "na_text": "Ring", "_id": "r_a"}
    answers = {
        "gone": "x",
        "note_content": {"note_actions": [row], "note_facts": "Tired"},
        "note_about": {"note_kind": "visit", "note_datetime": "2026-02-03T10:00:00.000+00:00"},
    }
    ordered = in_form_order(definition, answers)
    assert ordered == answers
    assert [address.rpartition("/")[2] for address, _ in leaves(ordered)] == [
        "note_datetime",
        "note_kind",
        "note_facts",
        "na_text",
        "na_by",
        "gone",
    ]

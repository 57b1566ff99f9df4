"""Answers in the order of the form: a signed part is sorted by name, a person reads by question."""

from outreach_app.domain.answers import leaves
from outreach_app.services.catalogue import load_source
from outreach_app.services.form_facts import in_form_order, question_label
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


def test_a_label_says_nothing_twice() -> None:
    _converted, plan = load_source(forms_folder() / "support_plan" / "form.md")
    words = question_label(plan, "plan_p2/needs[r_1]/need_words/need_words_text")
    assert words == "In the client's own words"
    _converted, note = load_source(forms_folder() / "contact_note" / "form.md")
    told = question_label(note, "note_content/note_client_voice/note_client_voice_text")
    assert told == "What the client said – In the client's own words"

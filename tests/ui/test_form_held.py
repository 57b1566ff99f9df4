"""What is recorded already stands beside the question at the window, and unsafe channels are only named."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Reason
from outreach_app.services.asked_again import asked_again_at, reasons_about, with_line
from outreach_app.services.catalogue import load_shipped
from outreach_app.services.recorded_beside import held_table
from outreach_app.ui.forms.asking_again import AskAgain
from outreach_app.ui.forms.held import HeldNote
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.services.consenting import agency_plan, consent_plan
from tests.support.form_pages import go, on_disk, open_form
from tests.support.pages import button, field, press, sees, write

Open = Callable[[str], Window]
R1, R2 = "r_" + "a" * 26, "r_" + "b" * 26
AGAIN = "Asked again, although it was recorded"
HEAD = "Already recorded – do not ask again unless the client raises it"


def test_a_coded_item_shows_what_the_case_record_holds(
    qtbot: QtBot, case: CaseBuilder, window_of: Open
) -> None:
    case.kept(case.client_plan({}))
    start = {"caseworker": case.sitting.me.person_id}
    main = {"case_start": start, "case_legal": {"public_funds": "no_nrpf"}}
    case.kept(case.plan(case.record, {"main": main}))
    window = window_of("AB")
    form = open_form(window, qtbot, case, "risk_assessment")
    go(form, "section_d/d5/d5_nrpf/d5_nrpf_now")
    assert sees(form, HEAD)
    assert sees(form, "Access to public funds: No recourse to public funds")
    assert sees(form, "Case record, AB, 3 February 2026")
    (note,) = [
        each for each in form.findChildren(HeldNote) if "public funds" in each.accessibleName()
    ]
    assert note.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert HEAD in note.accessibleName()


def test_a_note_offers_the_safe_channel_and_only_names_the_other(
    qtbot: QtBot, case: CaseBuilder, window_of: Open
) -> None:
    ways = [
        {"_id": R1, "_order": "a0", "channel": "phone_call", "value": "07700 900999",
         "safe_to_use": "no"},
        {"_id": R2, "_order": "a1", "channel": "sms", "value": "07700 900461",
         "safe_to_use": "yes"},
    ]  # fmt: skip
    case.kept(case.client_plan({"safe_contacts": ways}))
    case.kept(case.record_plan())
    window = window_of("AB")
    form = open_form(window, qtbot, case, "contact_note")
    form.work.give("note_about/note_kind", "phone")
    go(form, "note_about/note_channel")
    assert sees(form, "Safe contact: Text message: 07700 900461")
    assert sees(form, "Not offered: Phone call: 07700 900999, Not safe: do not use")
    offered = field(form, "Which safe channel was used", QComboBox)
    words = [offered.itemText(place) for place in range(offered.count())]
    assert any("07700 900461" in each for each in words)
    assert not any("07700 900999" in each for each in words)


@pytest.mark.parametrize(
    ("form_id", "name"),
    [
        ("safety_plan", "sp_who_i_call"),
        ("support_plan", "dependant_needs"),
        ("exit_checklist", "dependant_exits"),
    ],
)
def test_a_list_without_rows_shows_what_is_held_and_can_be_asked_again(
    form_id: str, name: str, qtbot: QtBot, case: CaseBuilder, window_of: Open
) -> None:
    ways = [
        {"_id": R1, "_order": "a0", "channel": "sms", "value": "07700 900461", "safe_to_use": "yes"}
    ]
    children = [{"_id": R2, "_order": "a0", "dep_name": "Mina", "dep_in_care": "yes"}]
    identity = {"preferred_name": "Ina"}
    health = {"has_dependants": "yes", "dependants": children}
    main = {"client_identity": identity, "client_health": health}
    location = {"client_contact": {"safe_contacts": ways}}
    case.kept(case.plan(case.client, {"main": main, "location": location}))
    case.kept(case.record_plan())
    window = window_of("AB")
    form = open_form(window, qtbot, case, form_id)
    (item,) = form.work.opened.definition.items_named(name)
    form.canvas.finish()
    go(form, item.path)
    notes = [each for each in form.findChildren(HeldNote) if HEAD in each.accessibleName()]
    assert notes, "it stands above the list"
    assert all(each.findChildren(AskAgain) for each in notes)


def test_a_goal_of_the_plan_shows_the_last_note_about_it(
    qtbot: QtBot, case: CaseBuilder, window_of: Open
) -> None:
    case.opened()
    goal = {"_id": R1, "_order": "a0", "goal_statement": "Sleep", "goal_status": "open"}
    plan = case.document("support_plan")
    main = {"plan_p3": {"goals": [goal]}}
    case.kept(case.plan(plan, {"main": main}))
    case.kept(case.note_plan("Slept for five nights.", note_goals=R1))
    window = window_of("AB")
    window.desk.workspace.casework.revise(plan.document_id, Reason.REVIEW)
    form = open_form(window, qtbot, case, document_id=plan.document_id)
    go(form, f"plan_p3/goals[{R1}]/goal_status")
    assert sees(form, "Last note, 3 February 2026, AB: Slept for five nights.")


def test_an_earlier_consent_stands_beside_the_next_one_with_the_same_agency_only(
    qtbot: QtBot, case: CaseBuilder, window_of: Open
) -> None:
    case.opened()
    asked = case.kept(agency_plan(case)).header.document_id
    other = case.kept(agency_plan(case, "Harbour Law")).header.document_id
    case.kept(consent_plan(case, asked, con_what_not="where she lives"))
    window = window_of("AB")
    form = open_form(window, qtbot, case, "consent")
    assert not sees(form, HEAD)
    assert not sees(form, "Was:"), "whose consent that was is not known yet"
    form.work.give("consent_section/con_kind", "share")
    form.work.give("consent_section/con_agency", other)
    assert not sees(form, HEAD)
    form.work.give("consent_section/con_agency", asked)
    assert sees(form, HEAD)
    assert sees(form, "For what: prepare the first session")
    assert sees(form, "Valid until: 1 June 2026")
    assert sees(form, "What must not be shared: where she lives")
    assert sees(form, "Decision: Given")
    assert sees(form, "Consent, AB, 3 February 2026")
    form.work.give("consent_section/con_agency", other)
    assert not sees(form, "prepare the first session")


def test_asking_again_is_a_click_with_a_reason_that_stays_in_the_document(
    qtbot: QtBot, case: CaseBuilder, window_of: Open
) -> None:
    client = {"client_language": {"first_language": "sqi", "english_speaking": "basic"}}
    case.kept(case.plan(case.client, {"main": client}))
    case.kept(case.record_plan())
    window = window_of("AB")
    form = open_form(window, qtbot, case, "risk_assessment")
    assert not sees(form, AGAIN), "nobody looks for an empty place"
    go(form, "section_a/interpreter_used")
    again = button(form, "Ask again, with a reason: Interpreter used")
    again.setFocus()
    press(again, Qt.Key.Key_Return)
    assert sees(form, "Why is it asked again?")
    press(button(form, "It may have changed"), Qt.Key.Key_Return)
    assert sees(form, "Asked again: It may have changed (3 February 2026)")
    assert sees(form, AGAIN)
    press(again, Qt.Key.Key_Return)
    other = field(form, "Another reason", QLineEdit)
    write(other, "She changed the interpreter herself")
    press(other, Qt.Key.Key_Return)
    assert form.work.session.value("section_a/ra_asked_again").splitlines() == [
        "Interpreter used – It may have changed (3 February 2026)",
        "Interpreter used – She changed the interpreter herself (3 February 2026)",
    ]
    (draft,) = case.sitting.vault.drafts.mine()
    assert case.sitting.vault.drafts.has(draft.document_id)
    press(again, Qt.Key.Key_Return)
    write(field(form, "Another reason", QLineEdit), "Half a rea")
    window.go(Place(room=Room.CASES))
    assert "Interpreter used – Half a rea (3 February 2026)" in "".join(on_disk(form).values())


def test_a_reason_that_is_not_taken_is_told_and_stays_to_be_shortened(
    qtbot: QtBot, case: CaseBuilder, window_of: Open
) -> None:
    client = {"client_language": {"first_language": "sqi", "english_speaking": "basic"}}
    case.kept(case.plan(case.client, {"main": client}))
    case.kept(case.record_plan())
    form = open_form(window_of("AB"), qtbot, case, "risk_assessment")
    form.work.give("section_a/ra_asked_again", "x" * 65_530)
    go(form, "section_a/interpreter_used")
    again = button(form, "Ask again, with a reason: Interpreter used")
    again.setFocus()
    press(again, Qt.Key.Key_Return)
    assert sees(form, "Why is it asked again?")
    other = field(form, "Another reason", QLineEdit)
    write(other, "She changed the interpreter herself")
    press(other, Qt.Key.Key_Return)
    assert other.text() == "She changed the interpreter herself"
    assert sees(form.canvas, "This is too long.")


def test_reasons_are_found_in_whatever_language_the_question_was_asked() -> None:
    kept = with_line("", "Ndërmarrja", "It may have changed", date(2026, 2, 3))
    kept = with_line(kept, "Another", "The record may be wrong", date(2026, 2, 3))
    assert reasons_about(kept, ("Interpreter used", "Ndërmarrja")) == (
        "It may have changed (3 February 2026)",
    )


@pytest.mark.parametrize("form_id", sorted({form_id for form_id, _question in held_table()}))
def test_every_form_that_says_what_is_held_has_a_place_for_the_reason(form_id: str) -> None:
    definition, _converted = load_shipped(form_id)
    place = asked_again_at(definition)
    assert place
    assert definition.part_of(place) == "internal", "nobody outside is given it"

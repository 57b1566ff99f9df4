"""A consent taken back in two clicks from the case, and who received what, by clicks and keys."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.services.sitting import Sitting
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.services.consenting import agency_plan, consent_plan, referral_plan
from tests.support.pages import button, click, field, sees, write


def _sign(window: Window, passphrase: str, qtbot: QtBot) -> None:
    (dialog,) = (each for each in window.findChildren(SigningDialog) if each.isVisible())
    write(field(dialog, "Passphrase", QLineEdit), passphrase)
    click(button(dialog, "Sign"))
    qtbot.waitUntil(lambda: window.page.place.room is Room.CONSENTS, timeout=10_000)
    QApplication.processEvents()


def test_two_clicks_from_the_case_stop_what_is_pending_and_say_whom_to_tell(
    case: CaseBuilder,
    window_of: Callable[[str], Window],
    passphrases: dict[str, str],
    qtbot: QtBot,
) -> None:
    case.opened()
    agency = case.kept(agency_plan(case)).header.document_id
    consent = case.kept(consent_plan(case, agency)).header.document_id
    case.kept(referral_plan(case, agency, consent))
    window = window_of("AB")
    window.desk.go(Place(room=Room.CASE, subject=case.record.subject))
    click(button(window.page, "Withdraw consent: prepare the first session · Quay Counselling"))
    (dialog,) = (each for each in window.findChildren(SigningDialog) if each.isVisible())
    assert sees(dialog, "Does not leave any more: referral HH-26-A001/1")
    assert sees(dialog, "Support goes on.")
    _sign(window, passphrases["AB"], qtbot)
    assert sees(window.page, "Withdrawn")
    assert sees(window.page, "Nobody has received anything on this consent.")
    (head,) = case.sitting.vault.revisions.heads(consent)
    assert head.flat()["con_withdrawn_how"] == "Said by the client to AB"
    window.desk.go(Place(room=Room.OUTBOX))
    assert sees(window.page, "Stopped: consent was withdrawn")
    assert sees(window.page, "HH-26-A001/1")
    window.desk.go(Place(room=Room.CASE, subject=case.record.subject))
    assert sees(window.page, "No consent to share stands.")


def test_whoever_cancels_keeps_the_words_as_a_draft(
    case: CaseBuilder, window_of: Callable[[str], Window]
) -> None:
    case.opened()
    agency = case.kept(agency_plan(case)).header.document_id
    consent = case.kept(consent_plan(case, agency)).header.document_id
    window = window_of("AB")
    window.desk.go(Place(room=Room.CONSENTS, subject=case.record.subject))
    click(button(window.page, "Withdraw…"))
    (dialog,) = (each for each in window.findChildren(SigningDialog) if each.isVisible())
    click(button(dialog, "Cancel"))
    assert case.sitting.vault.drafts.has(consent)
    (head,) = case.sitting.vault.revisions.heads(consent)
    assert "con_withdrawn_on" not in head.flat()


def test_the_register_opens_from_the_case_and_from_the_agency(
    case: CaseBuilder, window_of: Callable[[str], Window]
) -> None:
    case.opened()
    case.kept(agency_plan(case))
    window = window_of("AB")
    window.desk.go(Place(room=Room.CASE, subject=case.record.subject))
    click(button(window.page, "Who received what"))
    assert window.page.place.room is Room.DISCLOSURES
    assert sees(window.page, "Nobody has received anything.")
    window.desk.back()
    click(button(window.page, "What Quay Counselling received"))
    assert sees(window.page, "What Quay Counselling received")


def test_a_referral_is_begun_from_the_case_with_what_is_known(
    case: CaseBuilder, window_of: Callable[[str], Window]
) -> None:
    case.opened()
    window = window_of("AB")
    window.desk.go(Place(room=Room.CASE, subject=case.record.subject))
    click(button(window.page, "Refer…"))
    assert sees(window.page, "A child, or somebody who may be one: at once")
    click(button(window.page, "Begin: Child safeguarding"))
    assert window.page.place.room is Room.FORM
    (begun,) = [each for each in case.sitting.vault.drafts.mine() if each.form_id == "referral"]
    answers = case.sitting.vault.drafts.load(begun.document_id).answers
    assert answers["ref_head"]["ref_kind"] == "child_safeguarding"
    window.desk.go(Place(room=Room.REFER, subject=case.record.subject))
    assert sees(window.page, "Begun and not signed")
    click(button(window.page, "Go on Referral, Child safeguarding"))
    assert window.page.place.document_id == begun.document_id


def test_what_the_home_office_form_still_lacks_leads_to_where_it_is_written(
    case: CaseBuilder, window_of: Callable[[str], Window]
) -> None:
    case.opened()
    window = window_of("AB")
    window.desk.go(Place(room=Room.REFER, subject=case.record.subject))
    click(button(window.page, "Home Office form"))
    assert sees(window.page, "For the Home Office form")
    assert sees(window.page, "Nationality")
    click(button(window.page, "Write it down: Client record"))
    assert window.page.place.room is Room.FORM
    assert window.page.place.document_id == case.client.document_id


def test_what_a_manager_said_on_the_telephone_is_written_beside_the_referral(
    case: CaseBuilder,
    supervisor: Sitting,
    window_of: Callable[[str], Window],
    passphrases: dict[str, str],
    qtbot: QtBot,
) -> None:
    case.opened()
    agency = case.kept(agency_plan(case)).header.document_id
    consent = case.kept(consent_plan(case, agency)).header.document_id
    case.kept(referral_plan(case, agency, consent))
    case.sitting.change_setting("safety.on_call", "07700 900112")
    window = window_of("AB")
    refer = Place(room=Room.REFER, subject=case.record.subject)
    window.desk.go(refer)
    assert sees(window.page, "Waiting for approval")
    click(button(window.page, "Approved on the telephone… Referral HH-26-A001/1, Support"))
    (begun,) = [
        each for each in case.sitting.vault.drafts.mine() if each.form_id == "referral_approval"
    ]
    workspace = window.desk.workspace
    opened = workspace.casework.resume(begun.document_id)
    assert opened.answers()["pa_number"] == "07700 900112"
    assert str(opened.answers()["pa_at"]).startswith("2026-02-03T11:00")
    for name, value in {
        "pa_who": supervisor.me.person_id,
        "pa_called": "on_call",
        "pa_decision": "approved",
        "pa_words": "Yes, send it as you read it out.",
        "pa_read_out": "yes",
    }.items():
        opened.set_answer(name, value)
    window.desk.go(Place(room=Room.TODAY))
    window.desk.go(
        Place(room=Room.FORM, subject=case.record.subject, document_id=begun.document_id)
    )
    click(button(window.page, "Review and sign"))
    click(button(window.page, "Sign…"))
    (dialog,) = (each for each in window.findChildren(SigningDialog) if each.isVisible())
    assert sees(dialog, "Yes, send it as you read it out.")
    write(field(dialog, "Passphrase", QLineEdit), passphrases["AB"])
    click(button(dialog, "Sign"))
    qtbot.waitUntil(lambda: not case.sitting.vault.drafts.has(begun.document_id), timeout=10_000)
    window.desk.go(Place(room=Room.TODAY))
    window.desk.go(refer)
    name = supervisor.me.full_name
    assert sees(
        window.page, f"Approved on the telephone by {name} on 3 February 2026; to be confirmed"
    )
    assert sees(window.page, "Protected PDF and call…")


def test_asking_again_begins_an_entry_with_the_time(
    case: CaseBuilder, window_of: Callable[[str], Window]
) -> None:
    case.opened()
    agency = case.kept(agency_plan(case)).header.document_id
    consent = case.kept(consent_plan(case, agency)).header.document_id
    referral = case.kept(referral_plan(case, agency, consent)).header.document_id
    sent = {"tx_referral": referral, "tx_at": "2026-02-02T10:00:00.000+00:00"}
    case.kept(case.plan(case.document("transmission"), {"main": {"transmission_section": sent}}))
    window = window_of("AB")
    window.desk.go(Place(room=Room.REFER, subject=case.record.subject))
    click(button(window.page, "Asked again now… Referral HH-26-A001/1, Support"))
    assert window.page.place.room is Room.FORM
    assert sees(window.page, "3 February 2026, 11:00")
    (begun,) = [
        each for each in case.sitting.vault.drafts.mine() if each.form_id == "referral_outcome"
    ]
    assert window.page.place.document_id == begun.document_id

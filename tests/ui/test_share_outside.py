"""Sharing outside the home team: names typed, consent or another basis, a PDF opened by digits."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from outreach_app.services.workspace import Workspace
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.support.pages import button, click, field, sees, visible_texts, write
from tests.ui.test_share import (
    WORDS,
    choose,
    files_in,
    finish,
    sign,
    stick,  # noqa: F401  a fixture
    take_in,
    tick,
)


@pytest.fixture
def helped(case: CaseBuilder) -> CaseBuilder:
    """A case with an agency, and consent for it that covers what happened, and nothing else."""
    case.opened()
    agency = case.kept(
        case.plan(
            case.document("agency_involvement"),
            {
                "main": {
                    "agency": {
                        "agency_kind": "mental_health",
                        "agency_name": "Quay Counselling",
                        "agency_contact": "020 7946 0899",
                    }
                }
            },
        )
    )
    case.kept(
        case.plan(
            case.document("consent"),
            {
                "main": {
                    "consent_section": {
                        "con_kind": "share",
                        "con_agency": agency.header.document_id,
                        "con_purpose": "prepare the first session",
                        "con_what": "exploitation",
                        "con_decision": "given",
                        "con_date": "2026-02-02",
                        "con_expires": "2026-06-01",
                    }
                }
            },
        )
    )
    case.kept(case.note_plan("We met at the station."))
    return case


def last_act(case: CaseBuilder) -> dict[str, str | int]:
    journal = case.sitting.vault.journal
    return dict(journal.rows(after=journal.head().n - 1)[0].act.facts)


def choose_note(window: Window) -> None:
    """Tick the contact note and nothing else."""
    click(button(window.page, "None"))
    assert sees(window.page, "Choose what goes.")
    note = next(
        each
        for each in window.page.findChildren(QCheckBox)
        if each.isVisibleTo(window.page) and each.accessibleName().startswith("Contact note")
    )
    click(note)


def test_somebody_outside_gets_the_main_part_with_consent_and_a_typed_name(
    helped: CaseBuilder,
    window_of: Callable[[str], Window],
    workspace_of: Callable[[str], Workspace],
    stick: Path,  # noqa: F811
    passphrases: dict[str, str],
    qtbot: QtBot,
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.SHARE, subject=helped.record.subject))
    click(button(window.page, "All"))
    click(tick(window, "Sara Hill"))
    click(button(window.page, "Somebody else…"))
    click(tick(window, "Cora Celik"))
    choose_note(window)
    click(tick(window, WORDS.format(name="Cora Celik")))
    click(button(window.page, "No known added risk"))
    click(button(window.page, "Sign and save bundle…"))
    assert sees(window.page, "Type the name of the person")
    write(field(window.page, "Type the name: Cora Celik", QLineEdit), "Cora Celik")
    click(button(window.page, "Sign and save bundle…"))
    assert sees(window.page, "Consent does not cover this")
    agency = field(window.page, "For which agency", QComboBox)
    agency.setCurrentIndex(agency.findText("Quay Counselling"))
    assert sees(window.page, "✓ Covered by consent")
    assert sees(window.page, "“prepare the first session”, given on 2 February 2026")
    click(button(window.page, "Sign and save bundle…"))
    choose(window, stick, qtbot)
    sign(window, passphrases["AB"], qtbot)
    finish(window, qtbot)
    assert last_act(helped)["basis"] == "consent"
    cora = workspace_of("CC")
    take_in(cora, files_in(stick)[0])
    (held,) = cora.vault.documents.by_case(helped.case_id)
    assert held.form_id == "contact_note"


def test_without_consent_somebody_who_may_decides_and_gives_a_reason(
    helped: CaseBuilder, window_of: Callable[[str], Window]
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.SHARE, subject=helped.record.subject))
    click(tick(window, "Sara Hill"))
    click(button(window.page, "Somebody else…"))
    click(tick(window, "Cora Celik"))
    write(field(window.page, "Type the name: Cora Celik", QLineEdit), "cora  celik")
    click(tick(window, WORDS.format(name="Cora Celik")))
    click(button(window.page, "All"))
    click(button(window.page, "No known added risk"))
    click(button(window.page, "Another legal basis…"))
    click(button(window.page, "Sign and save bundle…"))
    assert sees(window.page, "A reason and a decision are needed")
    basis = field(window.page, "Legal basis", QComboBox)
    basis.setCurrentIndex(basis.findText("A child is at risk"))
    reason = field(window.page, "Why it applies here", QPlainTextEdit)
    write(reason, "A child lives there and nobody else knows.")
    who = field(window.page, "Who decided it", QComboBox)
    assert [who.itemText(n) for n in range(1, who.count())] == ["Sara Hill, Supervisor"]
    who.setCurrentIndex(1)
    click(button(window.page, "Sign and save bundle…"))
    assert not sees(window.page, "A reason and a decision are needed")


def test_a_protected_pdf_opens_with_the_digits_shown_and_only_with_them(
    helped: CaseBuilder,
    window_of: Callable[[str], Window],
    stick: Path,  # noqa: F811
    qtbot: QtBot,
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.SHARE, subject=helped.record.subject, topic="protected"))
    click(field(window.page, "Quay Counselling", QRadioButton))
    note = next(
        each
        for each in window.page.findChildren(QRadioButton)
        if each.accessibleName().startswith("Contact note")
    )
    click(note)
    click(button(window.page, "Save protected PDF…"))
    assert sees(window.page, "Type the name of the person")
    write(field(window.page, "Type the name of the agency", QLineEdit), "Quay Counselling")
    click(button(window.page, "Save protected PDF…"))
    assert sees(window.page, "Weigh the harm first")
    click(button(window.page, "No known added risk"))
    click(button(window.page, "Save protected PDF…"))
    choose(window, stick, qtbot)
    qtbot.waitUntil(lambda: sees(window.page, "Written and checked"), timeout=15_000)
    (file,) = files_in(stick)
    assert file.suffix == ".pdf"
    (spoken,) = (
        each.accessibleName()
        for each in window.page.findChildren(QLabel)
        if each.accessibleName().startswith("Digits: ")
    )
    digits = spoken.removeprefix("Digits: ").replace(" ", "")
    assert len(digits) == 20
    assert "We met at the station." in opened(file, digits)
    assert opened(file, "0" * 20) == ""
    facts = last_act(helped)
    assert digits not in str(facts)
    assert facts["basis"] == "consent"
    click(button(window.page, "I called and read them out"))
    assert sees(window.page, "Type the name of the person")
    write(field(window.page, "Who took the digits down", QLineEdit), "Ms Reed")
    click(button(window.page, "I called and read them out"))
    assert last_act(helped)["given_to"] == "Ms Reed"
    assert not any(digits[:4] in text for text in visible_texts(window.page))
    assert digits.encode() not in b"".join(
        repr(row.act.facts).encode() for row in helped.sitting.vault.journal.rows()
    )


def opened(file: Path, digits: str) -> str:
    """Return the text that poppler reads with a password, "" when it does not open."""
    run = subprocess.run(
        ["pdftotext", "-upw", digits, str(file), "-"],
        capture_output=True,
        check=False,
    )
    return " ".join(run.stdout.decode().split())


def test_an_agency_that_the_consent_does_not_name_is_refused(
    helped: CaseBuilder, window_of: Callable[[str], Window]
) -> None:
    helped.kept(
        helped.plan(
            helped.document("agency_involvement"),
            {"main": {"agency": {"agency_kind": "police", "agency_name": "Harbour Police"}}},
        )
    )
    window = window_of("AB")
    window.desk.go(Place(room=Room.SHARE, subject=helped.record.subject, topic="protected"))
    click(field(window.page, "Harbour Police", QRadioButton))
    assert sees(window.page, "No number is written down")
    write(field(window.page, "Type the name of the agency", QLineEdit), "Harbour Police")
    click(
        next(
            each
            for each in window.page.findChildren(QRadioButton)
            if each.accessibleName().startswith("Contact note")
        )
    )
    assert sees(window.page, "Not covered by consent")
    assert sees(window.page, "Nobody has asked the client about sharing with them yet.")
    click(button(window.page, "No known added risk"))
    click(button(window.page, "Save protected PDF…"))
    assert sees(window.page, "No number to call")


def test_a_referral_leaves_when_somebody_approved_it_and_its_transmission_is_begun(
    helped: CaseBuilder,
    window_of: Callable[[str], Window],
    workspace_of: Callable[[str], Workspace],
    stick: Path,  # noqa: F811
    qtbot: QtBot,
) -> None:
    agency = helped.sitting.vault.documents.by_case(helped.case_id, form_id="agency_involvement")
    head = {
        "ref_kind": "support",
        "ref_urgency": "routine",
        "ref_to_agency": agency[0].document_id,
    }
    document = helped.document("referral")
    first = helped.kept(helped.plan(document, {"main": {"ref_head": head}}))
    window = window_of("AB")
    place = Place(
        room=Room.SHARE,
        subject=helped.record.subject,
        topic="protected",
        document_id=document.document_id,
    )
    window.desk.go(place)
    assert field(window.page, "Quay Counselling", QRadioButton).isChecked()
    write(field(window.page, "Type the name of the agency", QLineEdit), "Quay Counselling")
    click(button(window.page, "No known added risk"))
    click(button(window.page, "Save protected PDF…"))
    assert sees(window.page, "A supervisor approves it first")
    now = {**head, "ref_urgency": "now"}
    helped.kept(helped.plan(document, {"main": {"ref_head": now}}, parents=(first.revision_id,)))
    window.desk.go(place)
    write(field(window.page, "Type the name of the agency", QLineEdit), "Quay Counselling")
    click(button(window.page, "No known added risk"))
    click(button(window.page, "Another legal basis…"))
    for spoken in ("Legal basis", "Who decided it"):
        field(window.page, spoken, QComboBox).setCurrentIndex(1)
    reason = field(window.page, "Why it applies here", QPlainTextEdit)
    write(reason, "A child lives there and nobody else knows.")
    click(button(window.page, "Save protected PDF…"))
    choose(window, stick, qtbot)
    qtbot.waitUntil(lambda: sees(window.page, "Written and checked"), timeout=15_000)
    click(button(window.page, "Begin the record of how it left"))
    workspace = workspace_of("AB")
    (begun,) = [each for each in workspace.vault.drafts.mine() if each.form_id == "transmission"]
    answers = workspace.casework.resume(begun.document_id).answers()
    assert answers["tx_referral"] == document.document_id
    assert answers["tx_method"] == "password_doc"
    copy = workspace.vault.attachments.get(str(answers["tx_copy_held"]))
    assert copy == files_in(stick)[0].read_bytes()
    assert window.page.place.document_id == begun.document_id


def test_the_page_says_who_refused(helped: CaseBuilder, window_of: Callable[[str], Window]) -> None:
    agency = helped.sitting.vault.documents.by_case(helped.case_id, form_id="agency_involvement")
    helped.kept(
        helped.plan(
            helped.document("consent"),
            {
                "main": {
                    "consent_section": {
                        "con_kind": "share",
                        "con_agency": agency[0].document_id,
                        "con_purpose": "prepare the first session",
                        "con_decision": "refused",
                        "con_date": "2026-02-03",
                    }
                }
            },
        )
    )
    window = window_of("AB")
    window.desk.go(Place(room=Room.SHARE, subject=helped.record.subject, topic="protected"))
    click(field(window.page, "Quay Counselling", QRadioButton))
    click(
        next(
            each
            for each in window.page.findChildren(QRadioButton)
            if each.accessibleName().startswith("Contact note")
        )
    )
    assert sees(window.page, "Not covered by consent")
    assert sees(window.page, "The client refused “prepare the first session” on 3 February 2026.")

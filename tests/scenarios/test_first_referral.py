"""A caseworker's first referral by keys alone: from the case to the telephone call that is recorded.

A referral that cannot wait leaves before its approval; everything else on the way is the same.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from outreach_app.services.sharing.disclosures import disclosures
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.services.consenting import agency_plan, consent_plan
from tests.support.hands import Keys
from tests.support.person import Person

FIVE_MINUTES = 300
SECONDS_A_KEY = 0.3
"""Of somebody who types 40 words a minute; reading is as quick as going from field to field."""


class KeysPressed(QObject):
    """Counts the keys that somebody presses in any window."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self.count = 0
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and watched is QApplication.focusWidget():
            self.count += 1
        return False


def test_from_the_case_to_the_recorded_call(
    case: CaseBuilder,
    window_of: Callable[[str], Window],
    passphrases: dict[str, str],
    usb: Path,
    qtbot: QtBot,
) -> None:
    case.opened()
    (head,) = case.sitting.vault.revisions.heads(case.client.document_id)
    identity = {"client_ref": "HH-26-A001", "preferred_name": "Ina", "full_name": "Ina Example"}
    case.kept(
        case.plan(
            case.client,
            {
                "main": {
                    "client_identity": identity,
                    "client_age": {"age_status": "adult_confirmed"},
                }
            },
            parents=(head.revision_id,),
        )
    )
    agency = case.kept(agency_plan(case)).header.document_id
    case.kept(consent_plan(case, agency, con_what="identity needs exploitation health risk"))
    window = window_of("AB")
    me = Person(window, Keys(), qtbot)
    me.passphrase = passphrases["AB"]
    window.desk.go(Place(room=Room.CASE, subject=case.record.subject))
    me.sit_down()
    me.until(lambda: QApplication.focusWidget() not in {None, window})
    keys = KeysPressed(window.desk)
    me.press("Refer…")
    me.press("Begin: Support")
    me.wait_for("What kind of referral, to whom")
    say_whom(me)
    say_what(me)
    weigh(me)
    me.press("Review and sign")
    me.wait_for("Nothing stands against signing")
    me.press("Sign…")
    me.sign()
    me.wait_for("Signed, not sent yet")
    me.press("Approval and sending…")
    assert window.page.place.room is Room.REFER
    me.press("Protected PDF and call… Referral HH-26-A001/1, Support")
    digits = call(me, usb)
    assert keys.count * SECONDS_A_KEY < FIVE_MINUTES, f"{keys.count} keys"
    (file,) = usb.iterdir()
    assert file.suffix == ".pdf"
    assert "locked in" in text_of_pdf(file, digits)
    (found,) = disclosures(window.desk.workspace, case.record.subject)
    assert (found.receiver, found.is_confirmed) == ("Quay Counselling", True)
    assert found.parts == ("main", "special", "staff", "third_party")


def say_whom(me: Person) -> None:
    """What kind, to whom, on which consent."""
    me.answer("Urgency", "Now (call first)")
    me.choose("Receiving agency", "Quay Counselling, 3 February 2026")
    me.answer("Identity", "Named")
    me.choose("Consent", "C1 prepare the first session, 2 February 2026")


def say_what(me: Person) -> None:
    """The suspected type first, then the facts; what nobody knows is said to be so."""
    me.press("What the referral says", begins=True)
    me.press("Sexual exploitation")
    me.press("Add to: Concerns")
    me.write("Concern", "A man waits outside")
    me.press("No answer to “Indicators, highlighted”: Not asked yet")
    me.write("Relevant facts, dated", "On 1 February she was locked in.")
    me.write("Risks that may come", "He may find her.")
    me.write("What we ask the agency to do", "A first session this week.")
    me.write("What the client wants and does not want", "No letters.")
    me.choose("How to contact the client safely", "Through us only")
    me.write("Language, interpreter, needs", "English.")
    me.write("Staff safety notes", "None known.")
    # The last word made “Minimum facts” unneeded: the next section is the one after it.
    me.keys(Qt.Key.Key_Down, alt=True)
    me.wait_for("Could this raise risk to the client?")


def weigh(me: Person) -> None:
    """Both sides of doing no harm."""
    for question in (
        "Could this raise risk to the client?",
        "Could it raise risk to other potential victims?",
        "Could it raise risk to family or children (also abroad)?",
        "Could it raise risk to the person who told us, or to staff?",
    ):
        me.answer(question, "No")
    me.write("What may happen if we do not send?", "She stays without help.")
    me.answer("Proposal", "Send")
    me.write("Reason", "She asks for it, and nobody else is told.")


def call(me: Person, usb: Path) -> str:
    """Protect it, save it, read the digits out, write down who took them; return the digits."""
    me.write("Type the name of the agency", "Quay Counselling")
    me.press("No known added risk")
    me.press("Save protected PDF…")
    me.choose_path(usb)
    me.wait_for("Written and checked")
    (digits,) = (
        each.accessibleName().removeprefix("Digits: ")
        for each in me.window.findChildren(QLabel)
        if each.accessibleName().startswith("Digits: ")
    )
    assert [len(group) for group in digits.split()] == [4] * 5
    me.write("Who took the digits down", "Ms Reed")
    me.press("I called and read them out")
    me.wait_for("Kept: that you called and who took them down.")
    assert not me.sees(digits[:4])
    return digits.replace(" ", "")


def text_of_pdf(file: Path, digits: str) -> str:
    """Return the text that poppler reads with the digits."""
    run = subprocess.run(
        ["pdftotext", "-upw", digits, str(file), "-"], capture_output=True, check=True
    )
    return " ".join(run.stdout.decode().split())

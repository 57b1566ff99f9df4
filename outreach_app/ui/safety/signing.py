"""The signature of the screen: its flags and the assessment under one passphrase."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer

from outreach_app.services.open_document import OpenDocument
from outreach_app.services.reading import plan_lines
from outreach_app.services.safety_screen import SafetyScreen
from outreach_app.services.sitting import Signer
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import translate


def sign_screen(desk: Desk, page: Page, screen: SafetyScreen, then: Callable[[], None]) -> None:
    """Ask for the passphrase, then sign the flags and the assessment; call `then` afterwards."""
    lines = [*_arrival_lines(desk, screen), *_flag_lines(desk, screen)]
    lines += _lines(desk, screen.assessment)
    if screen.ready_flags():
        lines.append(
            translate("safety", "The level that the rules indicate follows from the flags above.")
        )

    def sign(signer: Signer) -> None:
        screen.sign(signer)
        # The dialog closes itself first; the page that it belongs to goes afterwards.
        QTimer.singleShot(0, page, then)

    heading = translate("safety", "Sign: immediate safety")
    SigningDialog(desk, page.window(), heading, lines, sign).open()


def sign_flags(desk: Desk, page: Page, screen: SafetyScreen, then: Callable[[], None]) -> None:
    """Ask for the passphrase, then sign the flags that are ready; call `then` afterwards."""

    def sign(signer: Signer) -> None:
        screen.sign_flags(signer)
        QTimer.singleShot(0, page, then)

    heading = translate("safety", "Sign: %n safety flag(s)", "", len(screen.ready_flags()))
    lines = [*_arrival_lines(desk, screen), *_flag_lines(desk, screen)]
    SigningDialog(desk, page.window(), heading, lines, sign).open()


def _arrival_lines(desk: Desk, screen: SafetyScreen) -> Iterator[str]:
    """Yield the records of a new arrival, which the same signature puts into force."""
    for record in screen.arrival:
        yield from _lines(desk, record)


def _flag_lines(desk: Desk, screen: SafetyScreen) -> Iterator[str]:
    for each in screen.ready_flags():
        if each.opened is not None:
            yield from _lines(desk, each.opened)


def _lines(desk: Desk, opened: OpenDocument) -> list[str]:
    plan = desk.workspace.casework.plan(opened)
    return plan_lines(desk.workspace, opened.definition, plan)

"""A person at the form: opens one, goes to a question, looks at what the draft on the disk says."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.domain.answers import leaves
from outreach_app.domain.documents import Subject
from outreach_app.ui.forms.desk import FormDesk
from outreach_app.ui.forms.page import FormPage
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.support.pages import finish


def subject_of(case: CaseBuilder) -> Subject:
    """Return the case that a builder has signed."""
    return Subject(client_id=case.client_id, case_id=case.case_id)


def open_form(
    window: Window, qtbot: QtBot, case: CaseBuilder, form_id: str = "", document_id: str = ""
) -> FormDesk:
    """Go to a new document or to one that is there, and wait until it is drawn and counted."""
    window.desk.go(
        Place(room=Room.FORM, subject=subject_of(case), topic=form_id, document_id=document_id)
    )
    return drawn(window, qtbot)


def drawn(window: Window, qtbot: QtBot) -> FormDesk:
    """Wait until the open form is drawn and counted, and return it."""
    page = window.page
    assert isinstance(page, FormPage)
    form = page.form
    assert form is not None
    qtbot.waitUntil(lambda: form.tracking.is_counted, timeout=5_000)
    form.canvas.finish()
    settle()
    return form


def go(form: FormDesk, address: str) -> QWidget:
    """Go to a question and return what has the keyboard there."""
    form.go_to(address)
    settle()
    return focused(form)


def settle() -> None:
    """Have pages laid out, and what was just made shown: the keyboard comes to it then."""
    for window in QApplication.topLevelWidgets():
        finish(window)
    for _ in range(3):
        QApplication.processEvents()


def focused(window: QWidget) -> QWidget:
    """Return what has the keyboard, which lies in the window."""
    found = QApplication.focusWidget()
    assert found is not None
    assert window.isAncestorOf(found)
    return found


def typed_field(window: QWidget) -> QLineEdit | QPlainTextEdit:
    """Return the field for text that has the keyboard."""
    found = focused(window)
    assert isinstance(found, QLineEdit | QPlainTextEdit), type(found)
    return found


def typed_text(window: QWidget) -> str:
    """Return what stands in the field that has the keyboard."""
    found = typed_field(window)
    return found.text() if isinstance(found, QLineEdit) else found.toPlainText()


def on_disk(form: FormDesk) -> dict[str, str]:
    """Return the answers of the draft as the vault holds them, by address."""
    document_id = form.work.opened.document.document_id
    draft = form.work.desk.workspace.vault.drafts.load(document_id)
    return dict(leaves(draft.answers))

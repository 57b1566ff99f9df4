"""A form in two languages: asked, read and printed in the one that is wanted, and it says which."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from outreach_app.report.content import PrintDocument
from outreach_app.services.printing import compose_document
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from outreach_app.ui.speech import use_language
from tests.services.writing import Writer
from tests.support.two_languages import begun, release


@pytest.fixture
def writer(
    workspace_of: Callable[[str], Workspace], signer_of: Callable[[Sitting], Signer]
) -> Writer:
    """A case in a vault where the form of two languages is released."""
    workspace = workspace_of("AB")
    release(workspace)
    return Writer(workspace, signer_of(workspace.sitting))


@pytest.fixture
def in_arabic(dressed: QApplication) -> Iterator[None]:
    """The window speaks Arabic, as far as anybody has translated it."""
    del dressed
    use_language("ar")
    yield
    use_language("en")


def _texts(window: Window) -> str:
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def _words(window: Window, place: Place, qtbot: QtBot) -> str:
    """Go to a form and return what stands there once its last question does."""
    window.go(place)
    qtbot.waitUntil(lambda: "A remark of ours" in _texts(window), timeout=30_000)
    return _texts(window)


def _printed(writer: Writer, document_id: str, *, client_copy: bool = False) -> PrintDocument:
    document = writer.workspace.vault.documents.get(document_id)
    content = compose_document(writer.workspace, document, client_copy=client_copy).content
    assert isinstance(content, PrintDocument)
    return content


def _facts(printed: PrintDocument) -> dict[str, str]:
    return {fact.label: fact.value for fact in printed.facts}


@pytest.mark.usefixtures("in_arabic")
def test_a_form_is_asked_and_read_in_the_language_of_the_window(
    window_of: Callable[[str], Window], writer: Writer, qtbot: QtBot
) -> None:
    window = window_of("AB")
    document_id = begun(writer.workspace, writer.subject).document_id
    place = Place(room=Room.FORM, subject=writer.subject, document_id=document_id)
    asked = _words(window, place, qtbot)
    assert "كيف حالك اليوم؟" in asked
    assert "How are you today?" not in asked
    assert "A remark of ours" in asked

    window.go(Place(room=Room.TODAY))
    writer.sign(writer.workspace.casework.resume(document_id))
    read = _words(window, place, qtbot)
    assert "كيف حالك اليوم؟" in read
    assert "لست بخير" in read
    assert "The form is read in: Arabic." in read
    assert _facts(_printed(writer, document_id))["Read in"] == "Arabic"


def test_without_that_language_it_is_the_first_one(
    window_of: Callable[[str], Window], writer: Writer, qtbot: QtBot
) -> None:
    window = window_of("AB")
    document_id = begun(writer.workspace, writer.subject).document_id
    writer.sign(writer.workspace.casework.resume(document_id))
    place = Place(room=Room.FORM, subject=writer.subject, document_id=document_id)
    read = _words(window, place, qtbot)
    assert "How are you today?" in read
    assert "The form is read in: English." in read
    assert _facts(_printed(writer, document_id))["Read in"] == "English"


def test_the_clients_own_copy_is_in_the_clients_language(writer: Writer) -> None:
    client = writer.workspace.casework.case_file(writer.subject).newest("client")
    assert client is not None
    record = writer.workspace.vault.documents.get(client.document_id)
    writer.revised(record, {"client_language": {"first_language": "ara"}})
    document_id = begun(writer.workspace, writer.subject).document_id
    writer.sign(writer.workspace.casework.resume(document_id))
    own = _printed(writer, document_id, client_copy=True)
    assert _facts(own)["Read in"] == "Arabic"
    assert own.language == "ar"
    assert "كيف حالك اليوم؟" in str(own.sections)
    ours = _printed(writer, document_id)
    assert _facts(ours)["Read in"] == "English"
    assert "How are you today?" in str(ours.sections)

"""A copy looked at before it leaves: pages, text, files with and without digits, paper, the journal."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from outreach_app.domain.documents import Document
from outreach_app.services.printers import own_printers
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.printing.preview import PreviewDialog, open_preview
from outreach_app.ui.printing.sheet_view import SheetView
from outreach_app.ui.shell.window import Window
from tests.services.writing import NOTE, WORDS, Writer
from tests.support.pages import button, click, field, press, sees


@pytest.fixture
def note(
    workspace_of: Callable[[str], Workspace],
    office: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> Document:
    """A signed note of the caseworker's."""
    return Writer(workspace_of("AB"), signer_of(office)).signed("contact_note", NOTE)


@pytest.fixture
def window(window_of: Callable[[str], Window]) -> Window:
    return window_of("AB")


def preview(qtbot: QtBot, window: Window, note: Document) -> PreviewDialog:
    """Open the preview of the note and wait for its pages."""
    dialog = open_preview(window.desk, window.page, note)
    qtbot.waitUntil(lambda: dialog.count > 0, timeout=10_000)
    return dialog


def kinds(sitting: Sitting) -> list[str]:
    """Return what the journal says happened, oldest first."""
    return [row.act.kind for row in sitting.vault.journal.rows()]


def save_as(qtbot: QtBot, dialog: PreviewDialog, path: Path) -> None:
    """Answer the dialog for a new file."""
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QFileDialog)), timeout=3_000)
    (files,) = dialog.findChildren(QFileDialog)
    files.fileSelected.emit(str(path))
    files.reject()
    qtbot.waitUntil(path.exists, timeout=10_000)


def test_pages_are_seen_and_read_without_any_file(
    qtbot: QtBot, window: Window, note: Document, tmp_path: Path
) -> None:
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    dialog = preview(qtbot, window, note)
    assert sees(dialog, f"Page 1 of {dialog.count}")
    (sheet,) = dialog.findChildren(SheetView)
    assert not sheet.is_blank
    assert WORDS in " ".join(sheet.accessibleDescription().split())
    wide = sheet.width()
    click(button(dialog, "Larger"))
    assert sheet.width() > wide
    click(button(dialog, "As text"))
    shown = field(dialog, "The page as text", QPlainTextEdit).toPlainText()
    assert WORDS in " ".join(shown.split())
    dialog.accept()
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == before
    assert "document.printed" not in kinds(window.desk.sitting)


def test_a_protected_file_opens_with_the_digits_shown_once(
    qtbot: QtBot, window: Window, note: Document, tmp_path: Path
) -> None:
    dialog = preview(qtbot, window, note)
    target = tmp_path / "copy.pdf"
    click(button(dialog, "Save as protected PDF…"))
    save_as(qtbot, dialog, target)
    qtbot.waitUntil(lambda: sees(dialog, "Read these digits out by telephone."), timeout=3_000)
    lines = [each.text() for each in dialog.possible.findChildren(type(dialog._number))]
    digits = "".join(text for text in lines if text.replace(" ", "").isdigit()).replace(" ", "")
    assert len(digits) == 20
    reader = PdfReader(BytesIO(target.read_bytes()))
    assert reader.is_encrypted
    assert reader.decrypt(digits)
    assert kinds(window.desk.sitting)[-1] == "document.exported_pdf"
    dialog.accept()


def test_a_readable_file_is_asked_about_first(
    qtbot: QtBot, window: Window, note: Document, tmp_path: Path
) -> None:
    dialog = preview(qtbot, window, note)
    click(button(dialog, "Save PDF…"))
    assert sees(dialog, "A file that anybody can read?")
    assert not dialog.findChildren(QFileDialog)
    target = tmp_path / "copy.pdf"
    click(button(dialog, "Save it readable"))
    save_as(qtbot, dialog, target)
    assert not PdfReader(BytesIO(target.read_bytes())).is_encrypted
    assert kinds(window.desk.sitting)[-1] == "document.printed"
    dialog.accept()


def test_it_stays_until_the_file_is_written(
    qtbot: QtBot, window: Window, note: Document, tmp_path: Path
) -> None:
    dialog = preview(qtbot, window, note)
    dialog.resize(760, 420)  # too low for what is told below the buttons
    target = tmp_path / "copy.pdf"
    click(button(dialog, "Save as protected PDF…"))
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QFileDialog)), timeout=3_000)
    (files,) = dialog.findChildren(QFileDialog)
    files.fileSelected.emit(str(target))
    files.reject()
    click(button(dialog, "Close"))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    click(button(dialog, "Save as protected PDF…"))
    assert not [each for each in dialog.findChildren(QFileDialog) if each.isVisible()]
    assert dialog.isVisible()
    assert sees(dialog, "The copy is still on its way to the file or to the printer.")
    qtbot.waitUntil(lambda: not dialog.possible._notice.visibleRegion().isEmpty(), timeout=2_000)
    qtbot.waitUntil(lambda: sees(dialog, "Read these digits out by telephone."), timeout=10_000)
    assert target.exists()
    assert not sees(dialog, "One moment")
    click(button(dialog, "Close"))
    assert not dialog.isVisible()


def test_whoever_closes_it_at_once_hears_nothing_more(
    qtbot: QtBot, window: Window, note: Document
) -> None:
    dialog = open_preview(window.desk, window.page, note)
    dialog.accept()
    qtbot.waitUntil(lambda: not isValid(dialog), timeout=5_000)
    qtbot.waitUntil(lambda: not window.desk.jobs.busy, timeout=10_000)
    asked = preview(qtbot, window, note)
    click(button(asked, "Save PDF…"))
    asked.accept()
    qtbot.wait(100)  # longer than until what was said last would be brought into sight
    assert not isValid(asked)


def test_an_unknown_printer_is_warned_about_once(
    qtbot: QtBot, window: Window, note: Document, tmp_path: Path
) -> None:
    dialog = preview(qtbot, window, note)
    printed = dialog.possible._printed
    assert printed is not None
    paper = dialog.possible._paper
    for number, expected in enumerate(("asked", "printed")):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"tray{number}.pdf"))
        printer.setFromTo(1, printed.pages)
        paper.chosen(printed, printer)
        if expected == "asked":
            assert sees(dialog, "Is this your service’s own printer?")
            assert "document.on_paper" not in kinds(window.desk.sitting)
            press(button(dialog, "It is ours. Do not ask again"), Qt.Key.Key_Space)
            click(button(dialog, "Print here"))
        words = "Collect 1 page" if printed.pages == 1 else f"Collect {printed.pages} pages"
        qtbot.waitUntil(partial(sees, dialog, words), timeout=10_000)
        tray = PdfReader(tmp_path / f"tray{number}.pdf")
        assert len(tray.pages) == printed.pages
    assert own_printers(window.desk.sitting) == ("",)
    assert kinds(window.desk.sitting).count("document.on_paper") == 2
    dialog.accept()


def test_without_a_printer_there_is_another_way(
    qtbot: QtBot, window: Window, note: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = preview(qtbot, window, note)
    monkeypatch.setattr(
        "PySide6.QtPrintSupport.QPrinterInfo.availablePrinterNames", staticmethod(list)
    )
    click(button(dialog, "Print…"))
    assert sees(dialog, "This computer knows no printer.")
    assert sees(dialog, "Save as protected PDF instead")
    dialog.accept()


def test_the_client_gets_another_copy(qtbot: QtBot, window: Window, note: Document) -> None:
    dialog = preview(qtbot, window, note)
    box = button(dialog, "The client’s own copy")
    box.setFocus()
    press(box, Qt.Key.Key_Space)
    qtbot.waitUntil(
        lambda: dialog.possible._printed is not None and dialog.possible._printed.client_copy,
        timeout=10_000,
    )
    (sheet,) = dialog.findChildren(SheetView)
    assert "Copy for the client" in sheet.accessibleDescription()
    dialog.accept()

"""Paper: the system's print dialog, a warning about printers of others, pages to be collected."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from outreach_app.errors import OutreachError
from outreach_app.report.pictures import PageReader
from outreach_app.services.printers import is_own_printer, keep_own_printer
from outreach_app.services.printing import Printed, record_paper
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.printing.sheet_view import image_of
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.speech import translate

DOTS_PER_INCH = 300

Say = Callable[[Card | None], None]


class Paper:
    """Prints copies; each is in the journal before it leaves."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        say: Say,
        fail: Callable[[Exception], None],
        protect: Callable[[], None] | None,
    ) -> None:
        """Print for a page.

        Args:
            desk: The unlocked vault.
            parent: Of the dialogs.
            say: Shows a card.
            fail: Shows why nothing was printed.
            protect: Saves a protected PDF instead; None where that is not allowed.
        """
        self._desk, self._parent = desk, parent
        self._say, self._fail, self._protect = say, fail, protect
        self._run: _Run | None = None

    @property
    def is_printing(self) -> bool:
        """Whether the printer is still being given pages."""
        return self._run is not None and not self._run.is_over

    def ask(self, printed: Printed) -> None:
        """Let a person choose a printer; without one, say what else can be done."""
        if not QPrinterInfo.availablePrinterNames():
            self._say(self._no_printer())
            return
        printer = QPrinter(QPrinterInfo.defaultPrinter(), QPrinter.PrinterMode.HighResolution)
        # A neutral name in the printer's queue; the reference stands on the page.
        printer.setDocName(translate("printing", "Document"))
        printer.setFromTo(1, printed.pages)
        dialog = QPrintDialog(printer, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # A file would be a plain copy that nobody has been warned about.
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
        dialog.accepted.connect(lambda: self.chosen(printed, printer))
        QDialog.open(dialog)  # the print dialog hides it behind one that wants a slot

    def _no_printer(self) -> Card:
        card = Card(translate("printing", "No printer"), kind="warning")
        card.add(
            Text(
                translate(
                    "printing",
                    "This computer knows no printer. Save a protected PDF and print it where you "
                    "may, or print it another day.",
                )
            ),
            *self._instead(),
        )
        return card

    def _instead(self, kind: str = "") -> tuple[Button, ...]:
        if self._protect is None:
            return ()
        words = translate("printing", "Save as protected PDF instead")
        return (Button(words, self._protect, kind=kind),)

    def chosen(self, printed: Printed, printer: QPrinter) -> None:
        """Print on a printer that was called our own before; warn about any other one."""
        if is_own_printer(self._desk.sitting, printer.printerName()):
            self._print(printed, printer, own=True)
            return
        card = Card(translate("printing", "Is this your service’s own printer?"), kind="warning")
        ours = QCheckBox(translate("printing", "It is ours. Do not ask again"))
        words = translate(
            "printing",
            "Outreach does not know “{printer}”. A printer in a library, a shop or a hotel may "
            "keep what it prints, and others may find the pages.",
        ).format(printer=printer.printerName())
        card.add(Text(words), ours)

        def go_on() -> None:
            own = ours.isChecked()
            if own:
                keep_own_printer(self._desk.sitting, printer.printerName())
            self._print(printed, printer, own=own)

        card.add(
            *self._instead("primary"),
            Button(translate("printing", "Print here"), go_on),
            Button(translate("printing", "Cancel"), lambda: self._say(None)),
        )
        self._say(card)

    def _print(self, printed: Printed, printer: QPrinter, *, own: bool) -> None:
        try:
            record_paper(self._desk.workspace, printed, own_printer=own)
        except OutreachError as error:
            self._fail(error)
            return
        self._run = _Run(self._parent, printed, printer, self._say)


class _Run:
    """Draws page after page, so that the window stays awake between them."""

    def __init__(self, parent: QWidget, printed: Printed, printer: QPrinter, say: Say) -> None:
        self._parent, self._printer, self._say = parent, printer, say
        self._reader = PageReader(printed.pdf)
        first = printer.fromPage() or 1
        last = min(printer.toPage() or printed.pages, printed.pages)
        self._numbers = list(range(first - 1, last))
        self._count = len(self._numbers) * max(1, printer.copyCount())
        self.is_over = False
        printer.setFullPage(True)
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        self._painter = QPainter()
        if not self._painter.begin(printer):
            self._end()
            self._fail()
            return
        self._is_first = True
        self._next()

    def _end(self) -> None:
        self.is_over = True
        if self._painter.isActive():
            self._painter.end()
        self._reader.close()

    def _next(self) -> None:
        try:
            self._draw_next()
        except Exception:
            # Whatever it was, nothing waits for pages that do not come.
            self._end()
            raise

    def _draw_next(self) -> None:
        if not self._numbers:
            self._end()
            self._tell()
            return
        if not self._is_first and not self._printer.newPage():
            self._end()
            self._fail()
            return
        self._is_first = False
        image = image_of(self._reader.picture(self._numbers.pop(0), DOTS_PER_INCH))
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        size = image.size().scaled(paper.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
        QTimer.singleShot(0, self._parent, self._next)

    def _tell(self) -> None:
        count = self._count
        card = Card(translate("printing", "Collect %n page(s)", "", count))
        words = translate(
            "printing",
            "Sent to “{printer}”. Count the pages at the printer, and look in its tray if one is "
            "missing: a page that jams stays inside.",
        ).format(printer=self._printer.printerName())
        card.add(Text(words))
        self._say(card)

    def _fail(self) -> None:
        card = Card(translate("printing", "The printer did not take it"), kind="warning")
        words = translate(
            "printing", "Some pages may have come out: look at the printer. Then try again."
        )
        card.add(Text(words))
        self._say(card)

"""A copy before it leaves the program: shown page by page, then saved or printed from there."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QDialog,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from outreach_app.domain.documents import Document, Subject
from outreach_app.errors import OutreachError
from outreach_app.report.pictures import POINTS_PER_INCH, PageReader
from outreach_app.services.printing import (
    Composed,
    Printed,
    composing_case,
    composing_document,
    rendered,
)
from outreach_app.services.workspace import Workspace
from outreach_app.store.steps import Steps
from outreach_app.ui.jobs import Progress
from outreach_app.ui.pieces.actions import has_large_text
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import forget_text
from outreach_app.ui.pieces.notices import Notice
from outreach_app.ui.pieces.surfaces import Scroll, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.printing.actions import CopyActions
from outreach_app.ui.printing.around import BeforePrinting, Noting
from outreach_app.ui.printing.sheet_view import SheetView, image_of
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place
from outreach_app.ui.slices import Slices, while_true
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_ZOOMS = (50, 75, 100, 125, 150, 200, 300)
"""Per cent of the page's own size, at 96 dots per inch of the screen."""
_SCREEN_INCH = 96
_SIDE_PX = 300
# A client gets a copy of what concerns them; a summary of the case and an approval do not.
_NOT_CLIENTS = frozenset({"", "incident", "referral_approval", "transmission", "referral_outcome"})

Compose = Callable[[bool], Steps[Composed]]


def open_preview(desk: Desk, parent: QWidget, of: Document | Subject) -> "PreviewDialog":
    """Show a copy in a window of its own, made in memory; nothing is written until one says so.

    Args:
        desk: The unlocked vault.
        parent: The page that asks; what it has not given yet is to be given before.
        of: A document, or a case for the summary of the whole.
    """
    workspace = desk.workspace
    form_id = of.form_id if isinstance(of, Document) else ""
    dialog = PreviewDialog(
        desk,
        parent.window(),
        lambda for_client: _composing(workspace, of, for_client=for_client),
        for_client=form_id not in _NOT_CLIENTS,
    )
    dialog.open()
    return dialog


def open_composed(desk: Desk, parent: QWidget, compose: Callable[[], Composed]) -> "PreviewDialog":
    """Show a sheet that has no client's own copy; `compose` reads what it says."""

    def composing() -> Steps[Composed]:
        yield
        return compose()

    dialog = PreviewDialog(desk, parent.window(), lambda _own: composing(), for_client=False)
    dialog.open()
    return dialog


def _composing(
    workspace: Workspace, of: Document | Subject, *, for_client: bool
) -> Steps[Composed]:
    if isinstance(of, Document):
        return composing_document(workspace, of, client_copy=for_client)
    return composing_case(workspace, of)


class PreviewDialog(QDialog):
    """Pages at the left, what can be done with them at the right."""

    def __init__(self, desk: Desk, parent: QWidget, compose: Compose, *, for_client: bool) -> None:
        """Begin to make a copy.

        Args:
            desk: The unlocked vault.
            parent: The window.
            compose: Reads what the copy says; given whether it is the client's own.
            for_client: Whether there is such a copy as the client's own.
        """
        super().__init__(parent)
        self._desk, self._compose = desk, compose
        self._pages: PageReader | None = None
        self._here, self._zoom, self._turn = 0, 0, 0
        self._reading: Slices | None = None
        self._drawing: Progress | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(translate("printing", "Preview"))
        self._notice = Notice()
        self._lay_out(for_client=for_client)
        self._add_keys()
        self.resize(_best_size(parent))
        # The window is there first; what the copy says is read then.
        QTimer.singleShot(0, self, lambda: self._make(for_client=False))

    # ---- layout -----------------------------------------------------------------------------

    def _lay_out(self, *, for_client: bool) -> None:
        look = current_look()
        layout = QVBoxLayout(self)
        edge = look.px(18)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(look.px(12))
        layout.addLayout(self._make_bar())
        layout.addWidget(self._notice)
        right = QVBoxLayout()
        right.setSpacing(look.px(12))
        right.addWidget(self._make_side(for_client=for_client), 1)
        right.addWidget(Button(translate("printing", "Close"), self.accept))
        columns = row(gap=18)
        columns.addWidget(self._make_middle(), 1)
        columns.addLayout(right)
        layout.addLayout(columns, 1)

    def _make_middle(self) -> QStackedWidget:
        self._sheet = SheetView()
        self._area = Scroll()
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._area.column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.column.addWidget(self._sheet)
        self._words = QPlainTextEdit()
        self._words.setReadOnly(True)
        self._words.setTabChangesFocus(True)
        self._words.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._words.setAccessibleName(translate("printing", "The page as text"))
        self._wait = Text(translate("printing", "Making the pages…"), "soft")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        for each in (self._wait, self._area, self._words):
            self._stack.addWidget(each)
        return self._stack

    def _make_bar(self) -> QBoxLayout:
        self._previous = Button(
            translate("printing", "Previous page"), lambda: self.step(-1), shortcut="PgUp"
        )
        self._next = Button(
            translate("printing", "Next page"), lambda: self.step(1), shortcut="PgDown"
        )
        self._number = Text("", "strong", wraps=False)
        smaller = Button("−", self.zoom_out, spoken=translate("printing", "Smaller"))
        larger = Button("+", self.zoom_in, spoken=translate("printing", "Larger"))
        fit = Button(translate("printing", "Fit the width"), self.fit_width, shortcut="Ctrl+0")
        self._as_text = Button(translate("printing", "As text"), self._on_as_text, kind="choice")
        self._as_text.setCheckable(True)
        line = row(self._previous, self._next, self._number, gap=8)
        line.addStretch(1)
        # All of it in one line would be wider than a small screen where text is large.
        bar = column(gap=8) if has_large_text() else row(gap=8)
        bar.addLayout(line)
        bar.addLayout(row(smaller, larger, fit, self._as_text, gap=8))
        return bar

    def _make_side(self, *, for_client: bool) -> Scroll:
        side = Scroll(gap=12)
        side.setFixedWidth(current_look().px(_SIDE_PX))
        self._title = Text(translate("printing", "Copy"), "title")
        self._count = Text("", "soft")
        self._remark = Text("", "gap")
        side.column.addWidget(self._title)
        side.column.addWidget(self._count)
        side.column.addWidget(self._remark)
        self._before = BeforePrinting()
        side.column.addWidget(self._before)
        self._client = QCheckBox(translate("printing", "The client’s own copy"))
        self._client.setVisible(for_client)
        self._client.toggled.connect(self._on_client)
        side.column.addWidget(self._client)
        self._client_words = Text(
            translate(
                "printing",
                "Without flags, reviews, safety of staff and facts about other people. Ask first "
                "whether it is safe to have it where the client lives: it may be found.",
            ),
            "small",
        )
        self._client_words.setVisible(for_client)
        side.column.addWidget(self._client_words)
        self.possible = CopyActions(self._desk, self, side)
        side.column.addWidget(self.possible)
        self._after = Noting(self._on_note)
        side.column.addWidget(self._after)
        side.column.addStretch(1)
        return side

    def _add_keys(self) -> None:
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.ZoomIn), self.zoom_in),
            (QKeySequence(QKeySequence.StandardKey.ZoomOut), self.zoom_out),
            (QKeySequence("Ctrl+Home"), lambda: self.show_page(0)),
            (QKeySequence("Ctrl+End"), lambda: self.show_page(self.count - 1)),
        ):
            QShortcut(keys, self, act)

    # ---- making -----------------------------------------------------------------------------

    def _make(self, *, for_client: bool) -> None:
        """Make the copy: read here in slices, set in pages by a job; another one ends both."""
        self._stop_making()
        self._forget_pages()
        self._stack.setCurrentWidget(self._wait)
        self._wait.say(translate("printing", "Making the pages…"))
        self.possible.take(None)
        vault = self._desk.workspace.vault
        steps = while_true(lambda: vault.is_open, self._compose(for_client))
        self._reading = Slices(self, steps, done=self._draw, failed=self._failed)

    def _draw(self, composed: Composed | None) -> None:
        if composed is None:
            return  # the vault was closed
        turn = self._turn

        def for_now(act: Callable[..., None]) -> Callable[..., None]:
            # Whoever wants another copy hears nothing of this one.
            return lambda told: act(told) if turn == self._turn else None

        self._drawing = self._desk.jobs.start_long(
            lambda progress: rendered(composed, _teller(progress)),
            on=self,
            said=for_now(self._wait_for),
            done=for_now(self._show),
            failed=for_now(self._failed),
        )

    def _wait_for(self, page: str) -> None:
        number, _slash, count = page.partition("/")
        making = translate("printing", "Making the pages…")
        where = translate("printing", "Page {number} of {count}").format(number=number, count=count)
        self._wait.say(f"{making} {where}")

    def _stop_making(self) -> None:
        self._turn += 1
        if self._reading is not None:
            self._reading.stop()
        if self._drawing is not None:
            self._drawing.cancel()

    def _show(self, printed: Printed) -> None:
        self._pages = PageReader(printed.pdf)
        self._notice.clear()
        self._title.say(printed.title)
        self.setAccessibleName(
            translate("printing", "Preview: {title}").format(title=printed.title)
        )
        self._count.say(translate("printing", "%n page(s)", "", printed.pages))
        self._remark.say(printed.unprintable)
        self._before.take(printed)
        self._after.take(printed)
        self.possible.take(printed)
        self._on_as_text()
        self.show_page(min(self._here, self.count - 1))
        # How wide the room is shows once the page has taken it.
        QTimer.singleShot(0, self, lambda: self.show_page(self._here))
        if not self._as_text.isChecked():
            self._sheet.setFocus()

    def _on_note(self, place: Place) -> None:
        """Go to the question of the document where it is noted, in a new version of it."""
        desk = self._desk
        self.accept()
        desk.go(place)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OutreachError):
            raise error
        self._wait.say("")
        self._notice.tell_error(error)

    def _on_client(self, checked: bool) -> None:
        self._make(for_client=checked)

    # ---- pages ------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """The number of pages; 0 while they are made."""
        return self._pages.pages if self._pages is not None else 0

    def step(self, pages: int) -> None:
        """Go some pages on or back."""
        self.show_page(self._here + pages)

    def show_page(self, number: int) -> None:
        """Show a page, from 0; nothing happens beyond the ends."""
        if self._pages is None or not 0 <= number < self.count:
            return
        self._here = number
        words = translate("printing", "Page {number} of {count}").format(
            number=number + 1, count=self.count
        )
        self._number.say(words)
        self._number.setAccessibleName(words)
        text = self._pages.text(number)
        self._sheet.show_page(self._drawn(self._pages, number), words, text)
        self._words.setPlainText(text)
        self._previous.setEnabled(number > 0)
        self._next.setEnabled(number < self.count - 1)
        self._area.verticalScrollBar().setValue(0)

    def _drawn(self, pages: PageReader, number: int) -> QImage:
        ratio = self.devicePixelRatioF()
        dots = self._dots_per_inch(pages, number) * ratio
        image = image_of(pages.picture(number, dots))
        image.setDevicePixelRatio(ratio)
        return image

    def _dots_per_inch(self, pages: PageReader, number: int) -> float:
        """Return the resolution of the zoom; none chosen is as wide as there is room."""
        if self._zoom:
            return _SCREEN_INCH * self._zoom / 100
        bar = self._area.verticalScrollBar().sizeHint().width()
        room = max(200, self._area.width() - bar - current_look().px(10))
        return room * POINTS_PER_INCH / pages.size(number)[0]

    def zoom_in(self) -> None:
        """Show the page one step larger."""
        now = self._percent()
        self._zoom_to(next((each for each in _ZOOMS if each > now + 1), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show the page one step smaller."""
        now = self._percent()
        self._zoom_to(next((each for each in reversed(_ZOOMS) if each < now - 1), _ZOOMS[0]))

    def fit_width(self) -> None:
        """Show the page as wide as there is room."""
        self._zoom_to(0)

    def _percent(self) -> float:
        if self._pages is None:
            return 100.0
        return self._dots_per_inch(self._pages, self._here) * 100 / _SCREEN_INCH

    def _zoom_to(self, percent: int) -> None:
        self._zoom = percent
        self.show_page(self._here)

    def _on_as_text(self) -> None:
        if self._pages is not None:
            shown = self._words if self._as_text.isChecked() else self._area
            self._stack.setCurrentWidget(shown)

    def _forget_pages(self) -> None:
        if self._pages is not None:
            self._pages.close()
            self._pages = None

    # ---- Qt ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew where the page is to be as wide as the room."""
        super().resizeEvent(event)
        if self._pages is not None and not self._zoom:
            self.show_page(self._here)

    def done(self, result: int) -> None:
        """Let every page and its text go before the window closes; not while a file is written."""
        if not self.possible.may_end():
            return
        self._stop_making()
        self._forget_pages()
        self._sheet.show_page(QImage(), "", "")
        forget_text(self)
        super().done(result)


def _teller(progress: Progress) -> Callable[[int, int], None]:
    return lambda page, pages: progress.say(f"{page}/{pages}")


def _best_size(parent: QWidget) -> QSize:
    return QSize(round(parent.width() * 0.94), round(parent.height() * 0.94))

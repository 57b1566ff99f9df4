"""Help: short pages that lie beside the program, opened at the place where one is."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QLabel, QWidget

from outreach_app.ui.help_pages import (
    DARK,
    FIRST,
    LIGHT,
    HelpTopic,
    found,
    help_folder,
    plain_parts,
    text_of,
    topic_about,
    topics,
)
from outreach_app.ui.isolation import is_mirrored
from outreach_app.ui.pieces.actions import has_large_text, place_actions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look
from outreach_app.ui.theme.tokens import ThemeName

_PICTURE_WIDTH, _TEXT_WIDTH, _LIST_WIDTH = 640, 720, 270


class HelpPage(Page):
    """Pages to choose from, the chosen one, and a search through all."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Open at the page about the room where one was, else at the first."""
        super().__init__(desk, place)
        head = self.add_head(
            translate("help", "Help"),
            translate(
                "help", "Everything here is on this laptop. F1 opens the page for where you are."
            ),
        )
        look = current_look()
        self._search = line_field(
            translate("help", "Search the help"), placeholder=translate("help", "Search the help")
        )
        self._search.setFixedWidth(look.px(240))
        self._search.textEdited.connect(self._on_searched)
        self._search.returnPressed.connect(self._on_entered)
        printing = Button(translate("help", "Print…"), self._on_print, shortcut="Ctrl+P")
        place_actions(head, self.body, (self._search, printing))
        self._pages = topics()
        self._page = Scroll(gap=10)
        _keep_off_bar(self._page)
        self._page.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._choices = _Choices(self._open)
        card = Card()
        card.add(self._page)
        both = row(gap=16)
        if has_large_text():
            self.body.addWidget(self._choices)
        else:
            both.addWidget(self._choices)
        both.addWidget(card, 1)
        self.body.addLayout(both, 1)
        self._shown = topic_about(place.topic or FIRST, self._pages)
        self._choices.offer(self._pages, self._shown)
        self._open(self._shown)

    def _open(self, topic: HelpTopic) -> None:
        self._shown = topic
        clear(self._page.column)
        self._page.setAccessibleName(topic.title)
        for part in (Text(topic.title, "title"), *map(_part, topic.parts)):
            self._page.column.addLayout(_bounded(part))
        self._page.column.addStretch(1)
        self._page.verticalScrollBar().setValue(0)

    # ---- searching --------------------------------------------------------------------------

    def _on_searched(self, words: str) -> None:
        fitting = found(words, self._pages)
        said = translate("help", "%n page(s) with these words", "", len(fitting))
        self._search.setAccessibleDescription(said if words.strip() else "")
        if not fitting:
            self.notice.tell(
                translate("help", "No page has these words"),
                translate("help", "Try one word, or another one. All pages stay in the list."),
            )
        else:
            self.notice.clear()
        shown = fitting or self._pages
        current = self._shown if self._shown in shown else shown[0]
        self._choices.offer(shown, current)
        if current is not self._shown:
            self._open(current)

    def _on_entered(self) -> None:
        fitting = found(self._search.text(), self._pages)
        if fitting:
            self._choices.offer(fitting, fitting[0])
            self._open(fitting[0])
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- paper ------------------------------------------------------------------------------

    def _on_print(self) -> None:
        if not QPrinterInfo.availablePrinterNames():
            self.notice.tell(
                translate("help", "No printer"),
                translate("help", "This computer knows no printer. Help can be read here."),
            )
            return
        printer = QPrinter(QPrinterInfo.defaultPrinter(), QPrinter.PrinterMode.HighResolution)
        printer.setDocName(translate("help", "Help"))
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: print_topic(self._shown, printer))
        QDialog.open(dialog)

    def first_focus(self) -> None:
        """Begin with the chosen page."""
        self._choices.take_focus()


def print_topic(topic: HelpTopic, printer: QPrinter) -> None:
    """Print the words of a page."""
    document = QTextDocument()
    document.setPlainText("\n\n".join((topic.title, *plain_parts(topic))))
    document.print_(printer)


class _Choices(QWidget):
    """The pages, one under the other; a list that folds where text is large."""

    def __init__(self, opened: Callable[[HelpTopic], None]) -> None:
        super().__init__()
        self._opened = opened
        self._pages: tuple[HelpTopic, ...] = ()
        self._group: QButtonGroup | None = None
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        self._box = ListBox()
        self._list = Scroll(gap=2)
        _keep_off_bar(self._list)
        if has_large_text():
            self._box.setAccessibleName(translate("help", "Pages of help"))
            self._box.activated.connect(lambda place: self._opened(self._pages[place]))
            inside.addWidget(self._box)
        else:
            self.setFixedWidth(current_look().px(_LIST_WIDTH))
            inside.addWidget(self._list)

    def offer(self, pages: tuple[HelpTopic, ...], chosen: HelpTopic) -> None:
        """Offer pages, of which one is shown."""
        if pages == self._pages and self._group is not None:
            self._group.buttons()[pages.index(chosen)].setChecked(True)
            return
        self._pages = pages
        self._box.clear()
        for each in pages:
            self._box.add(each.title)
        self._box.setCurrentIndex(pages.index(chosen))
        if has_large_text():
            return
        clear(self._list.column)
        self._group = QButtonGroup(self)
        for topic in pages:
            button = Button(topic.title, kind="section")
            button.setCheckable(True)
            button.setChecked(topic is chosen)
            button.clicked.connect(lambda _on, page=topic: self._opened(page))
            self._group.addButton(button)
            self._list.column.addWidget(button)
        self._list.column.addStretch(1)

    def take_focus(self) -> None:
        """Give the keyboard to the chosen one."""
        chosen = self._group.checkedButton() if self._group is not None else self._box
        if chosen is not None:
            chosen.setFocus()


class _Picture(QLabel):
    """A picture as wide as there is room, at most its own width at this text size."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        look = current_look()
        ending = LIGHT if look.theme is ThemeName.LIGHT else DARK
        self._whole = QPixmap(str(help_folder() / "pictures" / f"{name}{ending}"))
        self.setAccessibleName(words)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(1)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _width(self, room: int) -> int:
        return min(room, current_look().px(_PICTURE_WIDTH))

    def _fit(self, room: int) -> None:
        if self._whole.isNull():
            return
        ratio = self.devicePixelRatioF()
        wide = round(self._width(room) * ratio)
        picture = self._whole.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        self.setPixmap(picture)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        if self._whole.isNull():
            return 0
        return round(self._width(width) * self._whole.height() / self._whole.width())

    def sizeHint(self) -> QSize:
        wide = current_look().px(_PICTURE_WIDTH)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(1, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._fit(event.size().width())


def _keep_off_bar(area: Scroll) -> None:
    edge = current_look().px(14)
    mirrored = is_mirrored()
    area.column.setContentsMargins(edge if mirrored else 0, 0, 0 if mirrored else edge, 0)


def _bounded(widget: QWidget) -> QHBoxLayout:
    """Keep lines short enough to read; in a row, which asks how high they are at that width."""
    widget.setMaximumWidth(current_look().px(_TEXT_WIDTH))
    line = row(widget)
    line.setStretch(0, 1000)
    line.addStretch(1)
    return line


def _part(part: str) -> QWidget:
    if part.startswith("![") and part.endswith(")"):
        words, _middle, path = part[2:-1].partition("](")
        return _Picture(words, path.rpartition("/")[2].removesuffix(LIGHT))
    if part.startswith("## "):
        return Text(part.removeprefix("## "), "heading")
    return Text(text_of(part))

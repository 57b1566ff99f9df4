"""A signed document in large type on a dark page, to be read at arm's length with one hand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.services.large_reading import ReadLine
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.masked import Masked
from outreach_app.ui.pieces.surfaces import Scroll, column
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import BASE_TEXT_PX, current_look
from outreach_app.ui.theme.sheet import style_sheet
from outreach_app.ui.theme.tokens import CONTRAST, DARK, ThemeName

_SIZES = (1.4, 1.9, 2.5, 3.2)
_FIRST = 1
_FORWARD = frozenset({Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BACK = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_Backspace})
_LINES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_SIZE_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class LargeReading(QWidget):
    """Covers a page until it is closed; space or a page key goes on, Escape closes.

    Attributes:
        closed: Somebody has read enough; the page is as it was.
    """

    closed = Signal()

    def __init__(
        self, page: QWidget, title: str, reference: str, lines: Sequence[ReadLine]
    ) -> None:
        """Cover a page with a document; a reference, as others may see the large type."""
        super().__init__(page)
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("forms", "{title}, large type").format(title=title))
        keys = translate("forms", "Space goes on, plus and minus change the size, Escape closes")
        self.setAccessibleDescription(keys)
        self._size = _FIRST
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        around = page.findChildren(QWidget, options=direct)
        self._covered = [each for each in around if each is not self and not each.isHidden()]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._make_bar())
        self._area = Scroll(margin=28, gap=18)
        self._area.column.addLayout(column(Text(reference, "soft"), Text(title, "title"), gap=2))
        for line in lines:
            if line.heading and line.heading != title:
                self._area.column.addWidget(Text(line.heading, "heading"))
            said = Masked(line.label, line.words) if line.is_masked else Text(line.words)
            self._area.column.addLayout(column(Text(line.label, "soft"), said, gap=2))
        self._area.column.addStretch(1)
        layout.addWidget(self._area, 1)
        self._dress()
        page.installEventFilter(self)
        for each in self._covered:
            each.hide()
        self.setGeometry(page.rect())
        self.show()
        self.setFocus()

    def _make_bar(self) -> QWidget:
        buttons = QWidget()
        flow = Flow(buttons, gap=8)
        close = Button(translate("forms", "Close"), self.close_reading)
        close.setToolTip("Esc")
        smaller = Button(translate("forms", "Smaller"), lambda: self.resize_text(-1))
        larger = Button(translate("forms", "Larger"), lambda: self.resize_text(1))
        smaller.setToolTip("-")
        larger.setToolTip("+")
        for each in (close, smaller, larger):
            flow.addWidget(each)
        bar = QWidget()
        lines = column(buttons, gap=0)
        edge = current_look().px(28)
        lines.setContentsMargins(edge, edge // 2, edge, 0)
        bar.setLayout(lines)
        return bar

    def resize_text(self, steps: int) -> None:
        """Make the type larger (1) or smaller (-1), as far as there are sizes."""
        self._size = min(max(self._size + steps, 0), len(_SIZES) - 1)
        self._dress()

    def _dress(self) -> None:
        look = current_look()
        tokens = CONTRAST if look.theme is ThemeName.CONTRAST else DARK
        scale = _SIZES[self._size]

        def px(size: float) -> int:
            return look.px(size * scale)

        plain = f"QLabel {{ font-size: {px(BASE_TEXT_PX)}px; }}"
        # The buttons keep their size: they are reached without looking, not read.
        buttons = f"QPushButton {{ font-size: {look.px(BASE_TEXT_PX)}px; }}"
        self.setStyleSheet(f"{plain}\n{style_sheet(tokens, px)}\n{buttons}")

    def close_reading(self) -> None:
        """Show the page again."""
        for each in self._covered:
            each.show()
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        # Elsewhere Escape leaves the page; here it only uncovers it.
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and _key(event) == Qt.Key.Key_Escape.value:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        bar = self._area.verticalScrollBar()
        if key == Qt.Key.Key_Escape:
            self.close_reading()
        elif key in _SIZE_KEYS:
            self.resize_text(_SIZE_KEYS[key])
        elif key in _LINES:
            bar.setValue(bar.value() + _LINES[key] * bar.singleStep() * 3)
        elif key in _FORWARD or key in _BACK:
            # A line or two of what was read stays in sight.
            step = round(bar.pageStep() * 0.9)
            bar.setValue(bar.value() + (step if key in _FORWARD else -step))
        else:
            super().keyPressEvent(event)


def _key(event: QEvent) -> int:
    return event.key() if isinstance(event, QKeyEvent) else 0

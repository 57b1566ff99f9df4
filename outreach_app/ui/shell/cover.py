"""The neutral page that hides everything at a key: a recipe, drawn over the whole window at once."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.ui.pieces.surfaces import Scroll, column, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.theme.look import current_look
from outreach_app.ui.window_input import WindowInput

COVER_KEYS = "Ctrl+Shift+H"


class CoverPage(QWidget):
    """Covers the widget that it is given, whatever size that takes.

    Attributes:
        lifted: The person wants to go on; only heard where somebody listens.
    """

    lifted = Signal()

    def __init__(self, behind: QWidget, text: Path) -> None:
        """Make the page, hidden, over a window."""
        super().__init__(behind)
        self._behind = behind
        self._put_away: list[QWidget] = []
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        head, ingredients, method, foot = _parts(text.read_text("utf-8"))
        self.setAccessibleName(head[0])
        look = current_look()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        area = Scroll(margin=48, gap=20)
        inside.addWidget(area)
        area.column.addWidget(Text(head[0], "title"))
        area.column.addWidget(Text(head[1], "soft"))
        area.column.addWidget(rule())
        both = QHBoxLayout()
        both.setSpacing(look.px(48))
        left = column(Text(ingredients[0], "heading"), gap=8)
        for line in ingredients[1:]:
            left.addWidget(Text(line))
        left.addStretch(1)
        right = column(Text(method[0], "heading"), gap=12)
        for number, line in enumerate(method[1:], start=1):
            right.addWidget(Text(f"{number}.  {line}"))
        right.addStretch(1)
        both.addLayout(left, 2)
        both.addLayout(right, 5)
        area.column.addLayout(both)
        area.column.addWidget(Text(foot[0], "soft"))
        area.column.addStretch(1)
        behind.installEventFilter(self)

    def fall(self) -> None:
        """Be on the screen when this returns; everything else of the program is hidden."""
        self.setGeometry(self._behind.rect())
        self.show()
        self.raise_()
        self.setFocus()
        for other in QApplication.topLevelWidgets():
            if other is not self._behind.window() and other.isVisible():
                other.hide()
        self.repaint()
        # What reads a window for somebody finds nothing behind the page either.
        for child in self._behind.children():
            if isinstance(child, QWidget) and child is not self and not child.isHidden():
                child.hide()
                self._put_away.append(child)

    def lift(self) -> None:
        """Give the window back."""
        for child in self._put_away:
            child.show()
        self._put_away.clear()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what lies behind."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._behind.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only Escape goes on; no other key shows what lies behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.lifted.emit()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click goes on too, for whoever has no keyboard."""
        self.lifted.emit()
        event.accept()


class CoverKey(WindowInput):
    """Sees the cover key before anything else does, in dialogs and menus too.

    Attributes:
        pressed: It was pressed.
    """

    pressed = Signal()

    def __init__(self, application: QApplication, keys: str = COVER_KEYS) -> None:
        """Watch an application for keys such as ``Ctrl+Shift+H``."""
        super().__init__(application)
        self._keys = QKeySequence(keys)

    def set_keys(self, keys: str) -> None:
        """Watch for other keys from now on."""
        self._keys = QKeySequence(keys)

    def heard(self, watched: QObject, event: QEvent) -> bool:
        """Take the key away from whoever would have had it."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in kinds or not isinstance(event, QKeyEvent):
            return False
        if QKeySequence(event.keyCombination()) != self._keys:
            return False
        event.accept()
        self.pressed.emit()
        return True


def _parts(text: str) -> tuple[list[str], list[str], list[str], list[str]]:
    head, ingredients, method, foot = (part.splitlines() for part in text.strip().split("\n\n"))
    return head, ingredients, method, foot

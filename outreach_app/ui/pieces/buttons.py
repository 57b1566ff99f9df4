"""Buttons: one primary action on a screen, the rest quieter."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QPushButton

from outreach_app.ui.pieces.tips import give_tip
from outreach_app.ui.speech import on_its_own, shown
from outreach_app.ui.theme.look import current_look


class Button(QPushButton):
    """A button with plain words."""

    def __init__(
        self,
        words: str,
        pressed: Callable[[], object] | None = None,
        *,
        kind: str = "",
        shortcut: str = "",
        spoken: str = "",
    ) -> None:
        """Make a button.

        Args:
            words: What it does.
            pressed: Called without arguments.
            kind: primary, plain, danger, choice, alarm-choice, room, section; else ordinary.
            shortcut: Keys, shown in the tool tip.
            spoken: What a screen reader says, where the words alone say too little.
        """
        super().__init__("")
        self._is_filled = kind == "primary"
        self._is_under_press = self._is_set_here = False
        self.setText(words.replace("&", "&&"))
        if kind:
            self.setProperty("kind", kind)
        self.setAccessibleName(spoken or words)
        self.setAutoDefault(False)
        if shortcut:
            sequence = QKeySequence(shortcut)
            self.setShortcut(sequence)
            shown = sequence.toString(QKeySequence.SequenceFormat.NativeText)
            self.setToolTip(f"{words} ({shown})")
            self.setAccessibleDescription(shown)
        if pressed is not None:
            # `clicked` brings a state along, which an action does not want.
            self.clicked.connect(lambda _checked: pressed())

    def setCheckable(self, checkable: bool) -> None:  # noqa: N802 - Qt's name
        """Let the button be on or off, and hear a screen reader that turns it."""
        super().setCheckable(checkable)
        if checkable:
            self.pressed.connect(self._note_press)
            self.released.connect(self._note_release)
            self.toggled.connect(self._note_turn)

    def setChecked(self, checked: bool) -> None:  # noqa: N802 - Qt's name
        """Show it on or off; nobody pressed it."""
        self._is_set_here = True
        super().setChecked(checked)
        self._is_set_here = False

    def _note_press(self) -> None:
        self._is_under_press = True

    def _note_release(self) -> None:
        self._is_under_press = False

    def _note_turn(self, checked: bool) -> None:
        """Count as pressed when a screen reader turns it: Qt changes the state then, without a click."""
        if self._is_under_press or self._is_set_here:
            return
        group: QButtonGroup | None = self.group()  # the stub forgets None
        if self.autoExclusive() or (group is not None and group.exclusive()):
            if checked:
                self.click()
            return
        self.setChecked(not checked)
        self.click()

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name
        """Show other words, every character of them."""
        super().setText(on_its_own(words))

    def setAccessibleName(self, words: str) -> None:  # noqa: N802 - Qt's name
        """Have other words said, every character of them."""
        super().setAccessibleName(shown(words))

    def setToolTip(self, words: str) -> None:
        """Give the button a tip that is never read as markup."""
        give_tip(self, words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a second ring inside a filled button: one around it is too near its own colour."""
        super().paintEvent(event)
        if not self._is_filled or not self.hasFocus():
            return
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.accent_ink), 2))
        edge = look.px(6)
        painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), edge, edge)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as the space bar does.

        Without this Enter does nothing on a page, and in a dialog it would press another button
        than the one it stands on. A key held down presses once.
        """
        others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or others:
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self.click()


def tick_box(words: str) -> QCheckBox:
    """Return a box to tick, with words that a screen reader says too."""
    box = QCheckBox(words.replace("&", "&&"))
    box.setAccessibleName(words)
    return box

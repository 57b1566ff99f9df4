"""Buttons: one primary action on a screen, the rest quieter."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QPushButton

from outreach_app.ui.pieces.tips import give_tip
from outreach_app.ui.speech import on_its_own, shown


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

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name
        """Show other words, every character of them."""
        super().setText(on_its_own(words))

    def setAccessibleName(self, words: str) -> None:  # noqa: N802 - Qt's name
        """Have other words said, every character of them."""
        super().setAccessibleName(shown(words))

    def setToolTip(self, words: str) -> None:
        """Give the button a tip that is never read as markup."""
        give_tip(self, words)

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

"""A field for a passphrase: dots, and the words themselves only for as long as “Show” is held down."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit

from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhHiddenText
)
_COPYING = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)


class SecretField(QLineEdit):
    """Hides what is typed. “Show” stands in it while there is something to show.

    What is shown is hidden again when the button is let go, the field or the window is left or
    covered, or the text goes; nothing remembers that it was shown. It is copied at no time.
    """

    def __init__(self, spoken: str) -> None:
        """Make an empty field; `spoken` is its label."""
        super().__init__()
        look = current_look()
        self._show = Button(
            translate("pieces", "Show"),
            kind="quiet",
            spoken=translate("pieces", "Show while held: {label}").format(label=spoken),
        )
        self._show.setParent(self)
        self._show.setToolTip(translate("pieces", "Hold it down to see what was typed"))
        # A click leaves the keyboard in the field.
        self._show.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._show.setCursor(Qt.CursorShape.ArrowCursor)
        self._show.pressed.connect(self._on_held)
        self._show.released.connect(self.hide_words)
        self._show.setVisible(False)
        self.textChanged.connect(self._on_text)
        self.setAccessibleName(spoken)
        self.setMinimumHeight(look.px(40))
        self.hide_words()

    @property
    def shows_words(self) -> bool:
        """Whether the words themselves stand on the screen."""
        return self.echoMode() is QLineEdit.EchoMode.Normal

    def hide_words(self) -> None:
        """Show dots."""
        self._echo(QLineEdit.EchoMode.Password)

    def _on_held(self) -> None:
        self.deselect()
        self._echo(QLineEdit.EchoMode.Normal)

    def _echo(self, mode: QLineEdit.EchoMode) -> None:
        if mode is not self.echoMode():
            self.setEchoMode(mode)
        # Qt forgets the hints for readable text; what keyboards learn is the same secret.
        self.setInputMethodHints(_HINTS)

    def _on_text(self, text: str) -> None:
        if not text:
            self.hide_words()
            if self._show.hasFocus():
                self.setFocus()
        self._show.setVisible(bool(text))
        self._place()

    def _place(self) -> None:
        """Put the button at the end of the line, and let the text end before it."""
        size, edge = self._show.sizeHint(), current_look().px(6)
        taken = size.width() + edge if not self._show.isHidden() else 0
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setTextMargins(taken if mirrored else 0, 0, 0 if mirrored else taken, 0)
        height = min(size.height(), self.height() - 4)
        across = edge if mirrored else self.width() - size.width() - edge
        self._show.setGeometry(across, (self.height() - height) // 2, size.width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._place()
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.hide_words()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide_words()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hide_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(each) for each in _COPYING):
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.shows_words:
            event.accept()
            return
        super().contextMenuEvent(event)

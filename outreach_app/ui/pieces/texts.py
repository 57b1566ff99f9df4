"""Text as it is: never read as markup, with characters that steer made visible."""

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from outreach_app.ui.speech import shown

_JOINER = "\N{WORD JOINER}"
_REFERENCE = re.compile(r"\b[A-Za-z]{1,6}-\d{2}-\w+")


class Text(QLabel):
    """A piece of plain text that wraps.

    Every text on the screen goes through here: Qt would read a client's words as HTML otherwise.
    """

    def __init__(
        self, words: str = "", kind: str = "", *, wraps: bool = True, parent: QWidget | None = None
    ) -> None:
        """Show words.

        Args:
            words: What to show; control and direction characters are shown as such.
            kind: title, heading, strong, soft, small, gap, fault, figure, column, words.
            wraps: Whether long text goes on in the next line.
            parent: As of any widget.
        """
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self._spoken = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if kind:
            self.setProperty("kind", kind)
        self.say(words)

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:  # noqa: N802 - Qt's name
        """Stand where the window's direction says, whatever language the words are in."""
        super().setAlignment(_on_screen(self.layoutDirection(), alignment))

    def say(self, words: str) -> None:
        """Show other words; an empty text takes no room."""
        self.setText(shown(words))
        self.setVisible(bool(words)) if self.parent() is not None else None

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text as it is; a reference in it is never broken into two lines."""
        self.measure_again()
        joined = _REFERENCE.sub(_unbroken, text)
        if joined != text or self._spoken:
            # Who listens hears the words without what holds them together.
            if self.accessibleName() in {"", self._spoken}:
                self.setAccessibleName(text)
            self._spoken = text
        super().setText(joined)

    def text(self) -> str:
        """Return the text without what holds its references together."""
        return super().text().replace(_JOINER, "")

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return how high the words are at a width; breaking them into lines is done once for each.

        Layouts within layouts ask for the same width hundreds of times.
        """
        if width not in self._heights:
            # What the style sheet says about it comes first: it would not tell later.
            self.ensurePolished()
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def measure_again(self) -> None:
        """Forget how high the words are."""
        self._heights.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew with another font or style."""
        self.measure_again()
        super().changeEvent(event)


def _unbroken(found: re.Match[str]) -> str:
    return found.group().replace("-", f"-{_JOINER}")


def _on_screen(direction: Qt.LayoutDirection, alignment: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    # As `QStyle.visualAlignment`, which would cost the start of the program 4 ms to be looked up.
    ways = alignment & (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight)
    if not ways or alignment & Qt.AlignmentFlag.AlignAbsolute:
        return alignment
    if direction is Qt.LayoutDirection.RightToLeft:
        alignment ^= Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight
    return alignment | Qt.AlignmentFlag.AlignAbsolute


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Change a property that the style sheet reads, and let it read again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    if isinstance(widget, Text):
        widget.measure_again()

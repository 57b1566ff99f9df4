"""Dots in place of an answer that nobody should read over a shoulder, until somebody wants to see it."""

from PySide6.QtWidgets import QWidget

from outreach_app.phrases import in_a_row
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import shown, translate

DOTS = "••••••"


class Masked(QWidget):
    """Dots, and a button that shows what stands there and hides it again."""

    def __init__(self, label: str, words: str, kind: str = "") -> None:
        """Hide words; `label` is what they answer, `kind` how they look as a `Text`."""
        super().__init__()
        self._label, self._words = label, words
        self._text = Text(DOTS, kind)
        self._button = Button("", self._on_pressed, kind="quiet")
        line = row(self._text, self._button)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._show(is_hidden=True)

    def show_words(self, *, are_shown: bool) -> None:
        """Show the words, or dots, as a button for several of them says."""
        self._show(is_hidden=not are_shown)

    def _on_pressed(self) -> None:
        self._show(is_hidden=self._text.text() != DOTS)

    def _show(self, *, is_hidden: bool) -> None:
        self._text.say(DOTS if is_hidden else self._words)
        hidden = translate("pieces", "{label}, hidden").format(label=self._label)
        self._text.setAccessibleName(hidden if is_hidden else shown(self._words))
        words = translate("pieces", "Show") if is_hidden else translate("pieces", "Hide")
        self._button.setText(words)
        self._button.setAccessibleName(in_a_row((words, self._label), ": "))

"""The click by which something recorded is asked again: a reason first, then it stands in the document."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.services.asked_again import asked_again_at, reasons_about, with_line
from outreach_app.ui.forms.words import refusal_words
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_LONGEST_REASON = 200


class AskAgain(QWidget):
    """A quiet button below the facts; pressed, the reasons; then the reason that was given."""

    def __init__(
        self, work: FormWork, labels: Sequence[str], question: str, changed: Callable[[], object]
    ) -> None:
        """Offer it for a question, by its label.

        Args:
            work: The open document; its form has a place for the reason.
            labels: Of the question beside which the facts stand, in each language of the form.
            question: Its label as it is shown.
            changed: Called when the keyboard should go to the question itself.
        """
        super().__init__()
        self._work, self._labels, self._go_on = work, tuple(labels), changed
        self._at = asked_again_at(work.opened.definition)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, current_look().px(2), 0, 0)
        inside.setSpacing(current_look().px(6))
        self._said = Text("", "strong")
        self._refused = Text("", "fault")
        inside.addWidget(self._said)
        inside.addWidget(self._refused)
        self._refused.hide()
        words = translate("forms", "Ask it again…")
        spoken = translate("forms", "Ask again, with a reason: {question}").format(
            question=question
        )
        self._button = Button(words, self._on_pressed, kind="quiet", spoken=spoken)
        line = row(self._button)
        line.addStretch(1)
        inside.addLayout(line)
        self._choices: QWidget | None = None
        self._inside = inside
        self.refresh()

    def refresh(self) -> None:
        """Show why it was asked again, if it was."""
        found = reasons_about(self._work.session.value(self._at), self._labels)
        told = translate("forms", "Asked again: {reason}")
        self._said.say("\n".join(told.format(reason=each) for each in found))
        self._said.setVisible(bool(found))

    def _on_pressed(self) -> None:
        if self._choices is None:
            self._choices = self._make_choices()
            self._inside.addWidget(self._choices)
        else:
            self._choices.setVisible(self._choices.isHidden())
        if not self._choices.isHidden():
            self._choices.show()
            self._first.setFocus()

    def _make_choices(self) -> QWidget:
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(current_look().px(6))
        lines.addWidget(Text(translate("forms", "Why is it asked again?")))
        reasons = Flow(gap=current_look().px(8))
        buttons = [Button(each, partial(self._on_reason, each)) for each in _reasons()]
        self._first = buttons[0]
        for button in buttons:
            reasons.addWidget(button)
        lines.addLayout(reasons)
        asked = translate("forms", "Another reason")
        self._other = line_field(asked, placeholder=asked)
        self._other.setMaxLength(_LONGEST_REASON)
        self._other.returnPressed.connect(self._on_other)
        line = row(self._other, Button(translate("forms", "Write it down"), self._on_other))
        line.setStretch(0, 1)
        lines.addLayout(line)
        return holder

    def commit(self) -> None:
        """Write down a reason that is typed and not written down yet."""
        if self._choices is not None and self._other.text().strip():
            self._write(self._other.text())

    def _on_other(self) -> None:
        if self._other.text().strip():
            self._on_reason(self._other.text())

    def _on_reason(self, reason: str) -> None:
        if self._write(reason):
            self._go_on()

    def _write(self, reason: str) -> bool:
        kept = self._work.session.value(self._at)
        today = self._work.desk.sitting.today()
        if self._choices is None:
            return False
        typed = self._other.text()
        # An answer may change what is held here, which would write down again what still stands there.
        self._other.setText("")
        error = self._work.give(self._at, with_line(kept, self._labels[0], reason, today))
        self._refused.say("" if error is None else refusal_words(error))
        if error is not None:
            self._other.setText(typed)
            return False
        self._choices.hide()
        self.refresh()
        return True


def _reasons() -> tuple[str, ...]:
    return (
        translate("forms", "The client raised it"),
        translate("forms", "It may have changed"),
        translate("forms", "The record may be wrong"),
    )

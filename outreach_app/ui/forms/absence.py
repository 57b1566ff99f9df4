"""Why there is no answer: quiet links beside an empty question, and the mark of a gap."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from outreach_app.engine.items import Repeat
from outreach_app.engine.words import OfferedChoice
from outreach_app.ui.forms.words import GAP_CODES
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import column
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_GAPS = "gaps"


class AbsenceLinks(QWidget):
    """The reasons that a question offers; the chosen one pressed again takes it back."""

    def __init__(self, work: FormWork, address: str, about: str, *, lead: str = "") -> None:
        """Offer the reasons of the question at an address, which is about another one.

        Args:
            work: The open form.
            address: Of the question why there is no answer.
            about: What the other question is called.
            lead: Stands above the reasons where they do not follow their question at once.
        """
        super().__init__()
        self._work = work
        self._address = address
        self._about = about
        layout = column(gap=2)
        self.setLayout(layout)
        if lead:
            layout.addWidget(Text(lead, "small"))
        self._flow = Flow(gap=current_look().px(2))
        layout.addLayout(self._flow)
        self._choices: tuple[OfferedChoice, ...] = ()
        self._buttons: dict[str, Button] = {}

    def refresh(self, *, is_answered: bool) -> None:
        """Show the reasons while the question has no answer and asks for them."""
        shown = not is_answered and self._work.session.is_relevant(self._address)
        self.setVisible(shown)
        if not shown:
            return
        view = self._work.view(self._address)
        if view.choices != self._choices:
            self._offer(view.choices)
        for code, button in self._buttons.items():
            button.setChecked(code == view.value)

    def _offer(self, choices: tuple[OfferedChoice, ...]) -> None:
        self._choices = choices
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for choice in choices:
            spoken = translate("forms", "No answer to “{question}”: {reason}").format(
                question=self._about, reason=choice.label
            )
            button = Button(
                choice.label,
                partial(self._on_pressed, choice.code),
                kind="quiet",
                spoken=spoken,
            )
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            self._buttons[choice.code] = button
            self._flow.addWidget(button)

    def _on_pressed(self, code: str) -> None:
        known = self._work.session.value(self._address)
        self._work.give(self._address, "" if known == code else code)


class GapLine(QWidget):
    """Says that an answer is an information gap, and leads to where gaps are followed up."""

    def __init__(self, work: FormWork) -> None:
        """Make the line."""
        super().__init__()
        flow = Flow(self, gap=current_look().px(4))
        flow.addWidget(Text(translate("forms", "Information gap"), "gap", wraps=False))
        gaps = [
            item for item in work.opened.definition.items_named(_GAPS) if isinstance(item, Repeat)
        ]
        if gaps:
            words = translate("forms", "say how you will find out")
            flow.addWidget(Button(words, lambda: work.wanted.emit(gaps[0].path), kind="quiet"))

    @staticmethod
    def is_one(codes: Iterable[str]) -> bool:
        """Say whether codes of an answer stand for something still to be found out."""
        return bool(GAP_CODES & set(codes))

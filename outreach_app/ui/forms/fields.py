"""Which field a question gets, and the tie between a field and its question."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from outreach_app.engine.items import Question
from outreach_app.engine.reading import QuestionView
from outreach_app.services.form_facts import MASKED
from outreach_app.ui.forms.answer import AnswerField
from outreach_app.ui.forms.choice_answers import MOST_BUTTONS, ButtonsAnswer, ListAnswer
from outreach_app.ui.forms.day_answers import DayAnswer
from outreach_app.ui.forms.file_answers import DrawnAnswer, FileAnswer
from outreach_app.ui.forms.order_answers import OrderAnswer
from outreach_app.ui.forms.search_answers import SearchAnswer
from outreach_app.ui.forms.several_answers import MOST_BOXES, BoxesAnswer, PickedAnswer
from outreach_app.ui.forms.text_answers import LineAnswer, LongAnswer, ScaleAnswer
from outreach_app.ui.forms.words import kept_words, refusal_words
from outreach_app.ui.forms.work import FormWork, Given
from outreach_app.ui.speech import translate

MOST_LISTED = 12
"""More choices than these are searched for."""
LONGEST_BUTTON = 40
"""Words longer than these have no room on a button beside large text."""
_DAYS = frozenset({"date", "dateTime", "time"})
_FILES = frozenset({"image", "file"})
_MONTH = "_month"
_NUMBERS = frozenset({"integer", "decimal"})


def make_field(
    work: FormWork, view: QuestionView, item: Question, *, small: bool = False
) -> AnswerField:
    """Return the field for a question.

    Args:
        work: The open document.
        view: The question as it stands.
        item: The question as the form has it.
        small: It stands beside others in a row.
    """
    spoken = view.label or item.name
    if view.type == "select_one":
        return _one_of(view, spoken, small=small)
    if view.type == "rank":
        return OrderAnswer(spoken, view.choices)
    if view.type == "select_multiple":
        return _several_of(view, item, spoken)
    if view.type in _FILES:
        return _file(work, view, spoken)
    if view.type in _DAYS:
        return DayAnswer(spoken, view.type, work.desk.sitting.now, calendar=not small)
    return _typed(view, spoken, small=small)


def _several_of(view: QuestionView, item: Question, spoken: str) -> AnswerField:
    alone = [each.code for each in item.choices if each.extras.get("absence")]
    if len(view.choices) > MOST_BOXES:
        return PickedAnswer(spoken, view, alone)
    return BoxesAnswer(spoken, alone)


def _file(work: FormWork, view: QuestionView, spoken: str) -> AnswerField:
    if view.appearance == "signature":
        return DrawnAnswer(spoken, work, view.address)
    return FileAnswer(spoken, work, view.address, image=view.type == "image")


def _one_of(view: QuestionView, spoken: str, *, small: bool) -> AnswerField:
    if len(view.choices) > MOST_LISTED:
        return SearchAnswer(spoken, view.choices, width=240 if small else 420)
    longest = max((len(each.label) for each in view.choices), default=0)
    is_long = len(view.choices) > MOST_BUTTONS or longest > LONGEST_BUTTON
    if small or is_long or "autocomplete" in view.appearance:
        # Between a year and a day “Month” says more than “Choose”.
        unchosen = view.label if small and view.name.endswith(_MONTH) else ""
        return ListAnswer(spoken, view.choices, width=220 if small else 420, unchosen=unchosen)
    return ButtonsAnswer(spoken, view.choices)


def _typed(view: QuestionView, spoken: str, *, small: bool) -> AnswerField:
    if view.type == "range":
        return ScaleAnswer(spoken, view)
    if "multiline" in view.appearance and not small:
        return LongAnswer(spoken)
    kind = view.type if view.type in _NUMBERS else "text"
    return LineAnswer(spoken, kind=kind, hidden=view.appearance == MASKED)


class Tie(QObject):
    """Ties a field to the question at an address: answers go in, what is stored comes back."""

    def __init__(
        self, work: FormWork, address: str, field: AnswerField, say: Callable[[str], None]
    ) -> None:
        """Tie.

        Args:
            work: The open document.
            address: Of the question.
            field: Its field.
            say: Shows why an answer was not accepted, "" when it was.
        """
        super().__init__(field)
        self.address = address
        self.field = field
        self._work = work
        self._say = say
        self._stored: str | None = None
        field.answered.connect(self._on_answered)
        field.misread.connect(self._on_misread)
        field.edited.connect(work.edited)

    def show_view(self, view: QuestionView) -> None:
        """Show what is stored, unless something refused stands there and nothing else changed."""
        if self.field.refused and view.value == self._stored:
            return
        if self.field.refused:
            self.field.refused = False
            self._work.unaccepted.pop(self.address, None)
            self._say("")
        first, self._stored = self._stored is None, view.value
        self.field.set_open(is_open=not view.readonly)
        self.field.show_view(view)
        typed = self._work.unaccepted.get(self.address)
        if first and typed:
            # The section was left with it: it stands there again, to be corrected.
            self.field.put_typed(typed)
            self.field.refused = True
            self._say(translate("forms", "What you typed was not accepted and is not saved."))

    def _on_answered(self, given: Given) -> None:
        error = self._work.give(self.address, given)
        if error is None:
            self.field.refused = False
            self._work.unaccepted.pop(self.address, None)
            self._say("")
        else:
            self._on_misread(refusal_words(error))

    def _on_misread(self, words: str) -> None:
        self.field.refused = bool(words)
        self._work.unaccepted.pop(self.address, None)
        if words:
            self._work.unaccepted[self.address] = self.field.typed()
            self._work.refused.emit()
        kept = kept_words(self._work.view(self.address)) if words else ""
        self._say(f"{words} {kept}".strip())

"""Questions as they stand in a section: label, help, field, and what belongs to the answer."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.engine.items import Question
from outreach_app.engine.reading import QuestionView
from outreach_app.services.asked_again import is_asked_again
from outreach_app.services.calculated_words import spoken
from outreach_app.ui.forms.absence import AbsenceLinks, GapLine
from outreach_app.ui.forms.answer import AnswerField
from outreach_app.ui.forms.fields import Tie, make_field
from outreach_app.ui.forms.layout import Cell, is_reviewers
from outreach_app.ui.forms.words import fault_words, level_words, spoken_together, was_words
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text, restyle
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_LONG = 100


class Block(QWidget):
    """One cell on the screen.

    Attributes:
        cell: What it shows.
        column: Where its parts lie.
        addresses: Every question that it shows or that says something about it.
    """

    def __init__(self, work: FormWork, cell: Cell, *, gap: int = 5) -> None:
        """Begin empty."""
        super().__init__()
        self.work = work
        self.cell = cell
        self.addresses: tuple[str, ...] = (cell.address,)
        self._watched: frozenset[str] | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current_look().px(gap))

    def refresh(self) -> None:
        """Show the document as it stands now."""

    def hear(self, affected: frozenset[str]) -> None:
        """Show the document as it stands now if something of it is among what may have changed."""
        if self._watched is None:
            self._watched = frozenset(_with_groups(self.addresses))
        if self._watched & affected:
            self.refresh()

    def commit(self) -> None:
        """Give what is typed and not given yet."""

    def address_of(self, widget: QWidget) -> str:
        """Return the address of what a widget in it belongs to."""
        del widget
        return self.cell.address

    def go_to(self, address: str) -> QWidget | None:
        """Give the keyboard to the field of a question; return what to bring into sight."""
        return self if address in self.addresses else None

    def show_if_asked(self) -> bool:
        """Hide while nothing in it is asked for; return whether it is."""
        asked = self.work.session.is_relevant(self.cell.address)
        self.setVisible(asked)
        return asked


def _with_groups(addresses: Iterable[str]) -> Iterator[str]:
    """Yield addresses and those of every group above them."""
    for address in addresses:
        place = address
        while place:
            yield place
            place = place.rpartition("/")[0]


class Lines(QVBoxLayout):
    """Lines of small text under a field; each is made when it first says something."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(current_look().px(2))
        self._lines: dict[str, Text] = {}

    def say(self, name: str, words: str, kind: str = "small") -> None:
        """Let the line of a name say something else; "" hides it."""
        line = self._lines.get(name)
        if line is None:
            if not words:
                return
            line = self._lines[name] = Text("", kind)
            self.addWidget(line)
        line.say(words)
        line.setVisible(bool(words))


class Help(QVBoxLayout):
    """Longer help on demand."""

    def __init__(self, guidance: str, about: str) -> None:
        """Offer help; `about` is the label of the question."""
        super().__init__()
        self._text = Text(guidance, "soft")
        self._text.setVisible(False)
        words = translate("forms", "More about this")
        button = Button(words, self._on_pressed, kind="quiet", spoken=f"{words}: {about}")
        line = row(button)
        line.addStretch(1)
        self.addLayout(line)
        self.addWidget(self._text)

    def _on_pressed(self) -> None:
        self._text.setVisible(self._text.isHidden())


class QuestionBlock(Block):
    """A question with everything that belongs to its answer."""

    def __init__(self, work: FormWork, cell: Cell) -> None:
        """Show the question of a cell."""
        super().__init__(work, cell)
        self._absent = work.layout.absence_of(cell.address)
        if self._absent:
            self.addresses = (cell.address, self._absent)
        self._is_built = False
        self._field: AnswerField | None = None
        self._tie: Tie | None = None
        self._links: AbsenceLinks | None = None
        self._gap: GapLine | None = None
        self._lines = Lines()

    def _build(self, view: QuestionView) -> None:
        item = self.cell.item
        self._label = Text(view.label, "strong")
        self.column.addWidget(self._label)
        self._hint = Text(view.hint, "small")
        self.column.addWidget(self._hint)
        self._hint.setVisible(bool(view.hint))
        if view.guidance:
            self.column.addLayout(Help(view.guidance, view.label))
        if isinstance(item, Question) and not is_reviewers(item):
            self._field = make_field(self.work, view, item)
            self._tie = Tie(self.work, view.address, self._field, self._on_said)
            self.column.addWidget(self._field.widget)
        else:
            self._answer = Text("", "soft")
            self.column.addWidget(self._answer)
        self.column.addLayout(self._lines)

    def refresh(self) -> None:
        if not self.show_if_asked():
            return
        view = self.work.view(self.cell.address)
        if is_asked_again(self.cell.item) and not view.value and not self._is_built:
            # It stands there once something was asked again; nobody need look for it.
            self.setVisible(False)
            return
        if not self._is_built:
            self._is_built = True
            self._build(view)
        self._label.say(view.label)
        self._hint.say(view.hint)
        if self._tie is None:
            words = view.value or translate("forms", "Filled in by the supervisor’s review")
            self._answer.say(words)
            return
        self._tie.show_view(view)
        self._show_lines(view)
        self._show_absence(view)

    def _show_lines(self, view: QuestionView) -> None:
        form_id = self.work.opened.definition.form_id
        absent = self._absent and self.work.session.value(self._absent)
        needed = level_words(form_id, view) if not view.value and not absent else ""
        today = self.work.desk.sitting.today()
        was = was_words(view, self.work.earlier, today)
        fault = fault_words(view)
        self._lines.say("needed", needed)
        self._lines.say("was", was)
        self._lines.say("fault", fault, "fault")
        if self._field is not None:
            self._field.describe(spoken_together(view.hint, needed, was, fault))

    def _show_absence(self, view: QuestionView) -> None:
        if self._absent and self._links is None and not view.value:
            self._links = AbsenceLinks(self.work, self._absent, view.label)
            self.column.addWidget(self._links)
        if self._links is not None:
            self._links.refresh(is_answered=bool(view.value))
        codes = set(view.value.split()) | {self._reason()}
        if self._gap is None and GapLine.is_one(codes):
            self._gap = GapLine(self.work)
            self.column.addWidget(self._gap)
        if self._gap is not None:
            self._gap.setVisible(GapLine.is_one(codes))

    def _reason(self) -> str:
        return self.work.session.value(self._absent) if self._absent else ""

    def _on_said(self, words: str) -> None:
        self._lines.say("refused", words, "fault")

    def commit(self) -> None:
        if self._field is not None:
            self._field.commit()

    def go_to(self, address: str) -> QWidget | None:
        if address not in self.addresses:
            return None
        if self._field is not None:
            self._field.take_focus()
        return self


class ValueBlock(Block):
    """What the program works out: its label, the value in words, and why."""

    def __init__(self, work: FormWork, cell: Cell) -> None:
        """Show the calculated question of a cell."""
        super().__init__(work, cell, gap=2)
        self._card = Card(kind="quiet")
        self._label = Text("", "small")
        self._value = Text("", "strong")
        self._card.add(self._label, self._value)
        edge = current_look().px(12)
        self._card.column.setContentsMargins(edge, edge // 2, edge, edge // 2)
        self._card.column.setSpacing(current_look().px(2))
        self.column.addWidget(self._card)

    def refresh(self) -> None:
        if not self.show_if_asked():
            return
        view = self.work.view(self.cell.address)
        self.setVisible(bool(view.value))
        self._label.say(view.label)
        words = spoken(self.work.opened.definition, view.name, view.value)
        self._value.say(words)
        if self._value.property("kind") != (kind := "soft" if len(words) > _LONG else "strong"):
            restyle(self._value, "kind", kind)
        self.setAccessibleName(f"{view.label}: {words}")


class NoteBlock(Block):
    """Words of the form to the person who fills it in."""

    def __init__(self, work: FormWork, cell: Cell) -> None:
        """Show the note of a cell."""
        super().__init__(work, cell, gap=2)
        self._card = Card(kind="quiet")
        edge = current_look().px(12)
        self._card.column.setContentsMargins(edge, edge // 2, edge, edge // 2)
        self._label = Text("", "strong")
        self._words = Text("", "soft")
        self._card.add(self._label, self._words)
        self.column.addWidget(self._card)

    def refresh(self) -> None:
        if not self.show_if_asked():
            return
        view = self.work.view(self.cell.address)
        words = view.value or view.hint
        if is_reviewers(self.cell.item) and not view.value:
            words = translate("forms", "Filled in by the supervisor’s review")
        self._label.say(view.label)
        self._words.say(words)
        self._words.setVisible(bool(words))


class HeadingBlock(Block):
    """A heading over what follows."""

    def __init__(self, work: FormWork, cell: Cell) -> None:
        """Show the label of a group."""
        super().__init__(work, cell, gap=2)
        self._label = Text("", "heading")
        self.column.addSpacing(current_look().px(8))
        self.column.addWidget(self._label)
        help_words = cell.item.extras.get("help", "")
        if help_words:
            self.column.addWidget(Text(help_words, "soft"))

    def refresh(self) -> None:
        if self.show_if_asked():
            self._label.say(self.work.session.label(self.cell.address))
            self.setVisible(bool(self._label.text()))

"""Questions that belong together: own words, partial dates, signatures, checks."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.engine.items import Question
from outreach_app.services.calculated_words import spoken
from outreach_app.ui.forms.absence import AbsenceLinks
from outreach_app.ui.forms.blocks import Block, Lines
from outreach_app.ui.forms.fields import Tie, make_field
from outreach_app.ui.forms.layout import Cell, is_reviewers
from outreach_app.ui.forms.text_answers import LongAnswer
from outreach_app.ui.forms.words import fault_words, level_words, spoken_together, was_words
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_FILES = frozenset({"image", "file"})


class SmallQuestion(QWidget):
    """One question of a compound: a small label over its field."""

    def __init__(self, work: FormWork, address: str, item: Question, about: str) -> None:
        """Show the question at an address; `about` is the label of the whole."""
        super().__init__()
        self._work = work
        self.address = address
        self.item = item
        view = work.view(address)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_look().px(2))
        self.absent = work.layout.absence_of(address)
        self._links: AbsenceLinks | None = None
        self._lines = Lines()
        self._layout = layout
        layout.addWidget(Text(view.label, "small"))
        self.field = make_field(work, view, item, small=view.type not in _FILES)
        named = self.field.widget.focusProxy() or self.field.widget
        named.setAccessibleName(f"{about}: {view.label}" if about else view.label)
        self._tie = Tie(work, address, self.field, self._on_said)
        layout.addWidget(self.field.widget)
        layout.addLayout(self._lines)
        layout.addStretch(1)
        self._about = f"{about}: {view.label}"
        if view.type == "text" and not is_reviewers(item):
            self.field.widget.setMinimumWidth(current_look().px(180))

    def refresh(self) -> None:
        """Show the question as it stands now."""
        asked = self._work.session.is_relevant(self.address)
        self.setVisible(asked)
        if not asked:
            return
        view = self._work.view(self.address)
        self._tie.show_view(view)
        absent = bool(self.absent and self._work.session.value(self.absent))
        form_id = self._work.opened.definition.form_id
        needed = level_words(form_id, view) if not view.value and not absent else ""
        was = was_words(view, self._work.earlier, self._work.desk.sitting.today())
        self._lines.say("needed", needed)
        self._lines.say("was", was)
        fault = fault_words(view)
        self._lines.say("fault", fault, "fault")
        self.field.describe(spoken_together(view.hint, needed, was, fault))
        if self.absent and self._links is None and not view.value:
            self._links = AbsenceLinks(self._work, self.absent, self._about)
            self._layout.insertWidget(self._layout.count() - 1, self._links)
        if self._links is not None:
            self._links.refresh(is_answered=bool(view.value))

    def _on_said(self, words: str) -> None:
        self._lines.say("refused", words, "fault")


class CompoundBlock(Block):
    """A group whose questions stand together under its label."""

    def __init__(self, work: FormWork, cell: Cell) -> None:
        """Show the group of a cell."""
        super().__init__(work, cell)
        absences = [work.layout.absence_of(address) for address, _item in cell.parts]
        inside = [address for address, _item in cell.parts]
        self.addresses = (cell.address, *inside, *(each for each in absences if each))
        self._label = Text("", "strong")
        self.column.addWidget(self._label)
        help_words = cell.item.extras.get("help", "")
        if help_words:
            self.column.addWidget(Text(help_words, "small"))
        self._smalls: list[SmallQuestion] = []
        self._values: list[tuple[str, Text]] = []
        self._is_built = False

    def _build(self) -> None:
        raise NotImplementedError

    def refresh(self) -> None:
        if not self.show_if_asked():
            return
        self._label.say(self.work.session.label(self.cell.address))
        if not self._is_built:
            self._is_built = True
            self._build()
        for small in self._smalls:
            small.refresh()
        self._refresh_values()

    def _refresh_values(self) -> None:
        for address, text in self._values:
            view = self.work.view(address)
            words = spoken(self.work.opened.definition, view.name, view.value)
            asked = view.relevant and bool(words)
            text.say(f"{view.label}: {words}" if asked and view.label else words)
            text.setVisible(asked)

    def _small(self, address: str, item: Question) -> SmallQuestion:
        small = SmallQuestion(self.work, address, item, self._label.text())
        self._smalls.append(small)
        return small

    def _value(self, address: str, kind: str = "soft") -> Text:
        text = Text("", kind)
        self._values.append((address, text))
        return text

    def commit(self) -> None:
        for small in self._smalls:
            small.field.commit()

    def go_to(self, address: str) -> QWidget | None:
        if address not in self.addresses:
            return None
        for small in self._smalls:
            if address in {small.address, small.absent} and not small.isHidden():
                small.field.take_focus()
                return small
        self._take_first_focus()
        return self

    def _take_first_focus(self) -> None:
        for small in self._smalls:
            if not small.isHidden():
                small.field.take_focus()
                return


class FlowBlock(CompoundBlock):
    """A partial date or a signature: its questions in a row that wraps."""

    def _build(self) -> None:
        if is_reviewers(self.cell.item):
            words = translate("forms", "Filled in by the supervisor’s review")
            self.column.addWidget(Text(words, "soft"))
            return
        holder = QWidget()
        flow = Flow(holder, gap=current_look().px(12))
        files: list[SmallQuestion] = []
        for address, item in self.cell.parts:
            if item.calculated:
                continue
            small = self._small(address, item)
            if item.type in _FILES:
                files.append(small)
            else:
                flow.addWidget(small)
        self.column.addWidget(holder)
        for small in files:
            self.column.addWidget(small)
        for address, item in self.cell.parts:
            if item.calculated and item.label:
                self.column.addWidget(self._value(address, "small"))


class CardBlock(CompoundBlock):
    """A check of the exit: what the records say, what the worker and the client say."""

    def _build(self) -> None:
        card = Card(kind="card")
        flow = Flow(gap=current_look().px(14))
        placed = False
        for address, item in self.cell.parts:
            if is_reviewers(item):
                continue
            if item.calculated:
                card.add(self._value(address))
            elif item.type == "select_one":
                flow.addWidget(self._small(address, item))
                if not placed:
                    card.column.addLayout(flow)
                    placed = True
            else:
                card.add(self._small(address, item))
        self.column.addWidget(card)


class WordsBlock(CompoundBlock):
    """Somebody's own words; by whom, in which language and when, once there are some."""

    def __init__(self, work: FormWork, cell: Cell) -> None:
        """Show the group of a cell."""
        super().__init__(work, cell)
        self._details: QWidget | None = None
        self._links: AbsenceLinks | None = None
        self._lines = Lines()

    def _build(self) -> None:
        address, _item = self.cell.parts[0]
        self._text = LongAnswer(self._label.text())
        self._tie = Tie(self.work, address, self._text, self._on_said)
        self.column.addWidget(self._text.widget)
        self.column.addLayout(self._lines)

    def _on_said(self, words: str) -> None:
        self._lines.say("refused", words, "fault")

    def refresh(self) -> None:
        super().refresh()
        if self.isHidden():
            return
        address = self.cell.parts[0][0]
        view = self.work.view(address)
        self._tie.show_view(view)
        form_id = self.work.opened.definition.form_id
        absent = self.work.layout.absence_of(address)
        reason = self.work.session.value(absent) if absent else ""
        needed = level_words(form_id, view) if not view.value and not reason else ""
        was = was_words(view, self.work.earlier, self.work.desk.sitting.today())
        self._lines.say("needed", needed)
        self._lines.say("was", was)
        self._text.describe(spoken_together(view.hint, needed, was))
        if absent and self._links is None and not view.value:
            self._links = AbsenceLinks(self.work, absent, self._label.text())
            self.column.addWidget(self._links)
        if self._links is not None:
            self._links.refresh(is_answered=bool(view.value))
        self._show_details(has_words=bool(view.value))

    def _show_details(self, *, has_words: bool) -> None:
        wanted = has_words or any(self.work.session.kept(each) for each, _ in self.cell.parts[1:])
        if self._details is None and wanted:
            self._details = QWidget()
            flow = Flow(self._details, gap=current_look().px(12))
            for address, item in self.cell.parts[1:]:
                small = self._small(address, item)
                flow.addWidget(small)
                small.refresh()
            self.column.addWidget(self._details)
        if self._details is not None:
            self._details.setVisible(wanted)

    def commit(self) -> None:
        if self._is_built:
            self._text.commit()
        super().commit()

    def _take_first_focus(self) -> None:
        if self._is_built:
            self._text.take_focus()

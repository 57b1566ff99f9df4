"""A new case: twelve questions that may all stay open, and who may be here already."""

from collections.abc import Generator, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from outreach_app.domain.day_words import MONTHS
from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.services.arrival import (
    BIRTH_DAY,
    BIRTH_MONTH,
    BIRTH_YEAR,
    FULL_NAME,
    PREFERRED_NAME,
    ArrivalPart,
    ArrivalQuestion,
    arrival_questions,
    begin_arrival,
)
from outreach_app.services.similar_clients import Alike, Birth, KnownClients, Why
from outreach_app.ui.pieces.actions import place_actions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.columns import Columns, Tiles
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.notices import error_words
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_LOOK_AFTER_MS = 250
_FEW = 3
_NUMBER_WIDTH = 76


def why_words(why: Why) -> str:
    """Return what two people have in common, in words."""
    return {
        Why.REFERENCE: translate("cases", "this reference"),
        Why.SAME_NAME: translate("cases", "same name"),
        Why.LIKE_NAME: translate("cases", "a name that sounds alike"),
        Why.SAME_BIRTH: translate("cases", "same date of birth"),
        Why.LIKE_BIRTH: translate("cases", "a date of birth that would fit"),
    }[why]


class NewCasePage(Page):
    """Begins a case in under a minute; nothing is kept until “Begin the case”."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Ask the twelve questions."""
        super().__init__(desk, place)
        self._fields: dict[str, QWidget] = {}
        self._faults: dict[str, Text] = {}
        self._begun = False
        at_night = desk.workspace.casework.writes_at_night
        # At night the questions of immediate safety come next; the day team goes to the case.
        self._next_room = Room.SAFETY if at_night else Room.CASE
        head = self.add_head(
            translate("cases", "New arrival") if at_night else translate("cases", "New case"),
            translate("cases", "Everything may stay empty; what you know is enough to begin."),
        )
        cancel = Button(translate("cases", "Cancel"), desk.back)
        self._begin = Button(
            translate("cases", "Begin, then immediate safety")
            if at_night
            else translate("cases", "Begin the case"),
            self._on_begin,
            kind="primary",
            shortcut="Ctrl+Return",
        )
        place_actions(head, self.body, (cancel, self._begin))
        # What is not asked yet must not begin an empty case.
        self._begin.setEnabled(False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_AFTER_MS)
        self._timer.timeout.connect(self._look)
        self.grow(self._drawing())

    def _drawing(self) -> Generator[None, None, None]:
        """Make one question after the other, then the page around them."""
        self._known = KnownClients(self.desk.workspace)
        yield
        asked = []
        for each in arrival_questions(self.desk.workspace):
            asked.append(self._question(each))
            yield
        questions = Card(translate("cases", "What you know so far"))
        questions.add(Tiles(asked, least=280, gap=14))
        yield
        self._alike = Card(translate("cases", "Is this person already here?"))
        self._found = QWidget()
        self._found_column = QVBoxLayout(self._found)
        self._found_column.setContentsMargins(0, 0, 0, 0)
        self._found_column.setSpacing(current_look().px(10))
        self._alike.add(self._found)
        scroll = Scroll()
        scroll.column.addWidget(Columns((questions, 3), (self._alike, 2), top=True, least=700))
        scroll.column.addStretch(1)
        self._look()
        self.body.addWidget(scroll, 1)
        self._begin.setEnabled(True)

    # ---- questions --------------------------------------------------------------------------

    def _question(self, question: ArrivalQuestion) -> QWidget:
        holder = QWidget()
        lines = column(Text(question.label, "strong"), gap=3)
        holder.setLayout(lines)
        if len(question.parts) == 1:
            (part,) = question.parts
            lines.addWidget(self._field(part, question.label))
        else:
            boxes = row(gap=8)
            for part in question.parts:
                spoken = f"{question.label}, {part.label}"
                box = self._field(part, spoken)
                if isinstance(box, QLineEdit):
                    box.setFixedWidth(current_look().px(_NUMBER_WIDTH))
                    box.setPlaceholderText(part.label)
                boxes.addWidget(box, 0 if isinstance(box, QLineEdit) else 1)
            lines.addLayout(boxes)
        for part in question.parts:
            fault = Text(kind="fault")
            fault.setVisible(False)
            self._faults[part.address] = fault
            lines.addWidget(fault)
        lines.addStretch(1)
        return holder

    def _field(self, part: ArrivalPart, spoken: str) -> QWidget:
        if not part.choices:
            line = line_field(spoken)
            line.textChanged.connect(self._on_changed)
            self._fields[part.address] = line
            return line
        box = _choice(part, spoken)
        box.currentIndexChanged.connect(self._on_changed)
        self._fields[part.address] = box
        return box

    def _answers(self) -> Mapping[str, str]:
        found = {}
        for address, field in self._fields.items():
            if isinstance(field, QLineEdit):
                found[address] = field.text().strip()
            elif isinstance(field, ListBox):
                found[address] = _chosen(field)
        return found

    def _on_changed(self, _value: object) -> None:
        self._timer.start()

    # ---- who is here ------------------------------------------------------------------------

    def _look(self) -> None:
        answers = self._answers()
        names = [answers[PREFERRED_NAME], answers[FULL_NAME]]
        birth = Birth(
            year=answers[BIRTH_YEAR],
            month=answers[BIRTH_MONTH].lstrip("0"),
            day=answers[BIRTH_DAY].lstrip("0"),
        )
        asked = any(names) or bool(birth.year)
        found = self._known.alike(names, birth)
        clear(self._found_column)
        if not asked:
            words = translate("cases", "Names and dates of birth are compared as you type.")
            self._found_column.addWidget(Text(words, "soft"))
        elif not found:
            words = translate("cases", "Nobody among the cases that you may see is like this.")
            self._found_column.addWidget(Text(words, "soft"))
        for each in found:
            self._found_column.addWidget(self._person(each))

    def _person(self, alike: Alike) -> QWidget:
        card = Card(kind="quiet")
        name = alike.preferred_name or alike.full_name
        heading = in_a_row((alike.reference, name), " · ")
        card.add(Text(heading, "strong"))
        full = alike.full_name if alike.full_name != name else ""
        born = _birth_words(alike.birth)
        second = in_a_row((full, born), " · ")
        if second:
            card.add(Text(second, "small"))
        reasons = in_a_row(why_words(each) for each in alike.why)
        card.add(Text(translate("cases", "Alike: {reasons}").format(reasons=reasons), "soft"))
        foot = row(gap=8)
        subject = alike.cases[-1].subject
        foot.addWidget(
            Button(
                translate("cases", "Open"),
                lambda: self.desk.go(Place(room=Room.CASE, subject=subject)),
                spoken=translate("cases", "Open {reference}").format(reference=alike.reference),
            )
        )
        may_go_on = not self.desk.workspace.casework.writes_at_night
        if may_go_on and any(case.has_signed for case in alike.cases):
            foot.addWidget(
                Button(
                    translate("cases", "A further case for this person"),
                    lambda: self._on_further(alike.reference),
                    kind="plain",
                )
            )
        foot.addStretch(1)
        card.column.addLayout(foot)
        return card

    # ---- beginning --------------------------------------------------------------------------

    def _on_further(self, reference: str) -> None:
        try:
            begun = self.desk.workspace.casework.further_case(reference)
        except OutreachError as error:
            self.tell_error(error)
            return
        self.desk.counts_changed.emit()
        self.desk.go(Place(room=Room.CASE, subject=begun.subject))

    def _on_begin(self) -> None:
        if self._begun:
            return
        for fault in self._faults.values():
            fault.setVisible(False)
        if self._tell_unknown():
            return
        try:
            arrived = begin_arrival(self.desk.workspace.casework, self._answers())
        except OutreachError as error:
            self.tell_error(error)
            return
        self._begun = True
        self.desk.counts_changed.emit()
        self.desk.tell_saved(self.desk.sitting.now())
        if not arrived.refused:
            self.desk.go(Place(room=self._next_room, subject=arrived.case.subject))
            return
        self._tell_refused(arrived.refused, arrived.case.reference)
        place = Place(room=self._next_room, subject=arrived.case.subject)
        self._begin.setVisible(False)
        on = Button(translate("cases", "Go to the case"), lambda: self.desk.go(place))
        self.body.insertWidget(1, on, 0, Qt.AlignmentFlag.AlignRight)
        on.setFocus()

    def _tell_unknown(self) -> bool:
        """Say where words stand that are no choice of the list: they would not be kept."""
        unknown = [
            address
            for address, field in self._fields.items()
            if isinstance(field, ListBox) and field.isEditable()
            if field.currentText().strip() and not _chosen(field)
        ]
        for address in unknown:
            self._faults[address].say(
                translate("cases", "Not in the list. Choose one of it, or empty the field.")
            )
            self._faults[address].setVisible(True)
        if unknown:
            self._fields[unknown[0]].setFocus()
        return bool(unknown)

    def _tell_refused(self, refused: Mapping[str, OutreachError], reference: str) -> None:
        for address, error in refused.items():
            title, _what, do = error_words(error)
            self._faults[address].say(f"{title}. {do}")
            self._faults[address].setVisible(True)
        self.notice.tell(
            translate("cases", "{reference} has begun").format(reference=reference),
            translate("cases", "%n answer(s) could not be taken; all others are saved.", "",
                      len(refused)),
            translate("cases", "Go to the case and give them in its forms."),
        )  # fmt: skip

    def leave(self) -> None:
        """Look for nothing more."""
        self._timer.stop()

    def first_focus(self) -> None:
        """Begin with the name."""
        name = self._fields.get(PREFERRED_NAME)
        if name is not None:
            name.setFocus()


def _choice(part: ArrivalPart, spoken: str) -> ListBox:
    """Return a list to choose from; a long one is searched by typing."""
    is_long = len(part.choices) > _FEW * 5
    box = ListBox(spoken, searched=is_long)
    box.add("" if is_long else translate("cases", "Choose"), "")
    for code, label in part.choices:
        box.add(label, code)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    if is_long:
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = box.lineEdit()
        if line is not None:
            line.setAccessibleName(spoken)
            line.setPlaceholderText(translate("cases", "Type to search"))
            line.editingFinished.connect(lambda: _take_only_match(box))
            # The box hands its own hints down, and takes those away that only its field has.
            box.setInputMethodHints(line_field("").inputMethodHints())
        completer = box.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return box


def _take_only_match(box: ListBox) -> None:
    """Choose what the typed words can only mean, as the start of a name typed before Enter."""
    typed = box.currentText().strip().casefold()
    if not typed or _chosen(box):
        return
    found = [place for place in range(box.count()) if typed in box.itemText(place).casefold()]
    if len(found) == 1:
        box.setCurrentIndex(found[0])


def _chosen(box: ListBox) -> str:
    """Return the code that was chosen; typed words count when they are the words of a choice."""
    if box.isEditable():
        place = box.findText(box.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        return str(box.itemData(place)) if place >= 0 else ""
    return str(box.currentData() or "")


def _birth_words(birth: Birth) -> str:
    if not birth.year:
        return ""
    parts = [part for part in (birth.day, _month(birth.month), birth.year) if part]
    return translate("cases", "born {date}").format(date=" ".join(parts))


def _month(number: str) -> str:
    return MONTHS[int(number) - 1] if number.isdigit() and 1 <= int(number) <= len(MONTHS) else ""

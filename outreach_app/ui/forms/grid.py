"""Likelihood by severity: five by five cells that answer two questions at once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from outreach_app.domain.levels import band_of
from outreach_app.engine.words import OfferedChoice
from outreach_app.phrases import in_a_row
from outreach_app.ui.forms.absence import AbsenceLinks
from outreach_app.ui.forms.blocks import Block, Lines
from outreach_app.ui.forms.layout import Cell
from outreach_app.ui.forms.words import fault_words, level_words, was_words
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import level_shape
from outreach_app.ui.pieces.chips import level_words as band_words
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.pieces.tips import give_tip
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class GridCell(Button):
    """One pair of likelihood and severity."""

    def __init__(self, owner: "GridBlock", place: tuple[int, int]) -> None:
        """Make the cell at a row and column of the grid."""
        super().__init__("", kind="cell")
        self._owner = owner
        self._place = place
        self.setCheckable(True)
        self.setProperty("arrows", True)
        self.setMinimumHeight(current_look().px(30))
        self.clicked.connect(lambda _checked: owner.choose(place))

    def mark(self, *, chosen: bool) -> None:
        """Show whether this is the answer; one of several, of which the chosen can be taken back."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif step is not None:
            sideways = -step[1] if self.isRightToLeft() else step[1]
            self._owner.move_from(self._place, (step[0], sideways))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class GridBlock(Block):
    """The grid with its two questions: the most likely above, the worst at the end of a line."""

    def __init__(self, work: FormWork, cell: Cell) -> None:
        """Show the two questions of a cell."""
        super().__init__(work, cell)
        (self._likely, _), (self._severe, _) = cell.parts
        absent = {work.layout.absence_of(address): address for address, _item in cell.parts}
        self._absent = {reason: question for reason, question in absent.items() if reason}
        self.addresses = (self._likely, self._severe, *self._absent)
        self._cells: dict[tuple[int, int], GridCell] = {}
        self._links: list[tuple[AbsenceLinks, str]] = []
        self._lines = Lines()

    def _build(self) -> None:
        likely, severe = self.work.view(self._likely), self.work.view(self._severe)
        self.column.addWidget(
            Text(
                translate("forms", "{likelihood} – and: {severity}").format(
                    likelihood=likely.label, severity=severe.label
                ),
                "strong",
            )
        )
        if likely.hint:
            self.column.addWidget(Text(likely.hint, "small"))
        self._rows = tuple(reversed(likely.choices))
        self._columns = severe.choices
        holder = self._holder = QFrame()
        holder.setAccessibleName(f"{likely.label}, {severe.label}")
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(current_look().px(4))
        for column, choice in enumerate(self._columns):
            head = Text(_name(choice), "small")
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            give_tip(head, choice.label)
            grid.addWidget(head, 0, column + 1)
            grid.setColumnStretch(column + 1, 1)
        for row, choice in enumerate(self._rows):
            side = Text(_name(choice), "small")
            give_tip(side, choice.label)
            grid.addWidget(side, row + 1, 0)
            for column in range(len(self._columns)):
                grid.addWidget(self._cell((row, column)), row + 1, column + 1)
        self.column.addWidget(holder)
        self.column.addLayout(self._lines)
        self._meaning = Text("", "soft")
        self._lines.addWidget(self._meaning)

    def _cell(self, place: tuple[int, int]) -> GridCell:
        cell = GridCell(self, place)
        likely, severe = self._rows[place[0]], self._columns[place[1]]
        score = _number(likely) * _number(severe)
        band = band_of(score) if score else None
        code = band.code if band is not None else ""
        cell.setText(str(score) if score else "–")
        cell.setProperty("band", code)
        words = translate("forms", "{likely}, {severe}: {score} of 25, {band}")
        spoken = words.format(
            likely=_name(likely), severe=_name(severe), score=score, band=band_words(code)
        )
        cell.setAccessibleName(spoken)
        give_tip(cell, f"{likely.label}\n{severe.label}\n{level_shape(code)} {band_words(code)}")
        self._cells[place] = cell
        return cell

    def choose(self, place: tuple[int, int]) -> None:
        """Answer both questions with a cell; the chosen one pressed again takes both back."""
        codes = (self._rows[place[0]].code, self._columns[place[1]].code)
        known = tuple(self.work.session.value(each) for each in (self._likely, self._severe))
        given = ("", "") if codes == known else codes
        addresses = (self._likely, self._severe)
        self.work.give_together(dict(zip(addresses, given, strict=True)))
        self.refresh()

    def move_from(self, place: tuple[int, int], step: tuple[int, int]) -> None:
        """Give the keyboard to the next cell in a direction; it stays at the edge."""
        there = (place[0] + step[0], place[1] + step[1])
        if there in self._cells:
            self._cells[there].setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self) -> None:
        asked = any(self.work.session.is_relevant(each) for each in (self._likely, self._severe))
        self.setVisible(asked)
        if not asked:
            return
        if not self._cells:
            self._build()
        views = [self.work.view(each) for each in (self._likely, self._severe)]
        codes = [view.value for view in views]
        chosen = next((each for each in self._cells if self._codes(each) == codes), None)
        stop = chosen or (2, 2)
        for place, cell in self._cells.items():
            cell.mark(chosen=place == chosen)
            policy = Qt.FocusPolicy.StrongFocus if place == stop else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(policy)
        self._show_lines(chosen)
        self._show_absence([bool(view.value) for view in views])

    def _codes(self, place: tuple[int, int]) -> list[str]:
        return [self._rows[place[0]].code, self._columns[place[1]].code]

    def _show_lines(self, chosen: tuple[int, int] | None) -> None:
        views = [self.work.view(each) for each in (self._likely, self._severe)]
        today = self.work.desk.sitting.today()
        was = [was_words(view, self.work.earlier, today) for view in views]
        faults = [fault_words(view) for view in views]
        form_id = self.work.opened.definition.form_id
        reasons = [self.work.session.value(each) for each in self._absent]
        needed = level_words(form_id, views[0]) if chosen is None and not any(reasons) else ""
        self._lines.say("needed", needed)
        self._lines.say("was", in_a_row((each for each in was if each), " · "))
        self._lines.say("fault", " ".join(each for each in faults if each), "fault")
        meaning = ""
        if chosen is not None:
            likely, severe = self._rows[chosen[0]], self._columns[chosen[1]]
            said = self._band_words(_number(likely) * _number(severe))
            meaning = f"{said}\n{likely.label}\n{severe.label}"
        self._meaning.say(meaning)
        nothing = translate("forms", "No answer yet")
        self._holder.setAccessibleDescription(meaning.replace("\n", ". ") or nothing)
        self._meaning.setVisible(bool(meaning))

    def _band_words(self, score: int) -> str:
        band = band_of(score) if score else None
        code = band.code if band is not None else ""
        words = translate("forms", "{shape} {band}: {score} of 25")
        return words.format(shape=level_shape(code), band=band_words(code), score=score)

    def _show_absence(self, answered: list[bool]) -> None:
        if not self._links and not all(answered):
            for address, question in self._absent.items():
                label = self.work.view(question).label
                links = AbsenceLinks(self.work, address, label, lead=label)
                self._links.append((links, address))
                self.column.addWidget(links)
        for links, _address in self._links:
            links.refresh(is_answered=all(answered))

    def go_to(self, address: str) -> QWidget | None:
        if address not in self.addresses:
            return None
        for cell in self._cells.values():
            if cell.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                cell.setFocus(Qt.FocusReason.OtherFocusReason)
        return self


def _name(choice: OfferedChoice) -> str:
    """Return the name of a step without its explanation."""
    return choice.label.partition(" – ")[0]


def _number(choice: OfferedChoice) -> int:
    return int(choice.code) if choice.code.isdigit() else 0

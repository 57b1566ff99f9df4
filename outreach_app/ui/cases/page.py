"""The list of cases: search as one types, filters, order; Enter opens a case."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from outreach_app.domain.documents import Subject
from outreach_app.domain.people import Role
from outreach_app.services.arrival import may_begin_case
from outreach_app.services.case_filter import (
    CaseFilter,
    Column,
    case_rows,
    in_order,
    matching,
)
from outreach_app.services.listed_cases import ListedCase, list_cases
from outreach_app.ui.cases.found import FoundInNotes
from outreach_app.ui.cases.glass import GlassCard
from outreach_app.ui.cases.table import CaseModel, CaseTable, column_words
from outreach_app.ui.pieces.actions import has_large_text, place_actions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import level_shape, level_words
from outreach_app.ui.pieces.fields import make_discreet
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.pieces.tips import give_tip
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_LEVELS = ("", "very_high", "high", "medium", "low")
_SEARCH_AFTER_MS = 350
_LEAST_LETTERS = 3
_LEAST_TABLE = 200
_LEAST_BELOW = 280


class CasesPage(Page):
    """The cases that this person may see; references first, names only when asked for."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the list."""
        super().__init__(desk, place, scrolls=True)
        self._on = desk.sitting.today()
        listed = list_cases(desk.sitting)
        self._rows = case_rows(listed.cases)
        self._filter = CaseFilter(mine=any(each.mine for each in listed.cases))
        self._column, self._descending = Column.LEVEL, True
        self._make_head(listed.not_shown)
        self.body.addWidget(self._make_filters())
        self._model = CaseModel(self._on)
        self._table = CaseTable(self._model)
        self._table.chosen.connect(self._open)
        self._table.left_upwards.connect(self._search.setFocus)
        self._table.horizontalHeader().sectionClicked.connect(self._on_header)
        self._holder = Card()
        self._holder.column.setContentsMargins(*[current_look().px(6)] * 4)
        if has_large_text():
            self._table.setMinimumHeight(current_look().px(_LEAST_TABLE))
        self._holder.add(self._table)
        self.body.addWidget(self._holder, 1)
        self._nothing = Text(translate("cases", "No case fits what you ask for."), "soft")
        self.body.addWidget(self._nothing)
        self._found = FoundInNotes(desk)
        self.body.addWidget(self._found, 1)
        self._glass: GlassCard | None = None
        if listed.not_shown and self._may_break_glass():
            self.body.addWidget(self._make_glass(listed.not_shown))
        self.body.addStretch(0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._on_pause)
        self._show()

    # ---- parts ------------------------------------------------------------------------------

    def _make_head(self, not_shown: int) -> None:
        second = translate(
            "cases",
            "A double click or Enter opens a case. Names are shown only when you ask.",
        )
        head = self.add_head(translate("cases", "Cases"), second)
        self._search: QLineEdit = _SearchField(self)
        self._search.setMinimumWidth(current_look().px(300))
        self._search.textChanged.connect(self._on_typed)
        at_night = self.desk.workspace.casework.writes_at_night
        new_case = Button(
            translate("cases", "New arrival") if at_night else translate("cases", "New case"),
            lambda: self.desk.go(Place(room=Room.NEW_CASE)),
            kind="primary",
            shortcut="Ctrl+N",
        )
        may_begin = may_begin_case(self.desk.workspace)
        actions = (self._search, new_case) if may_begin else (self._search,)
        place_actions(head, self.body, actions)
        for keys in ("Ctrl+K", "Ctrl+F"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self._search.setFocus)
        self._not_shown = not_shown

    def _make_filters(self) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, gap=current_look().px(8))
        self._mine = self._toggle(translate("cases", "Mine"), "mine", on=self._filter.mine)
        self._flagged = self._toggle(translate("cases", "Open flags"), "flagged")
        self._overdue = self._toggle(translate("cases", "Review overdue"), "overdue")
        self._closed = self._toggle(translate("cases", "Closed"), "closed")
        self._level = ListBox(translate("cases", "Risk level"))
        for code in _LEVELS:
            shown = f"{level_shape(code)} {level_words(code)}" if code else ""
            self._level.add(shown or translate("cases", "Every level"), code)
        self._level.currentIndexChanged.connect(self._on_level)
        self._order = ListBox(translate("cases", "Order"))
        for column in Column:
            words = translate("cases", "By {column}").format(column=column_words(column).lower())
            self._order.add(words, column.value)
        self._order.setCurrentIndex(list(Column).index(self._column))
        self._order.currentIndexChanged.connect(self._on_order)
        self._turn = Button("", self._on_turn)
        self._names = Button(translate("cases", "Show names"), kind="choice")
        self._names.setCheckable(True)
        # On a laptop that several people share, somebody else may look over one's shoulder.
        self._names.setChecked(len(self.desk.workspace.vault.people.list_active()) == 1)
        self._names.toggled.connect(self._on_names)
        self._counted = Text(kind="soft", wraps=False)
        self._counted.setMinimumSize(current_look().px(90), current_look().px(36))
        for widget in (
            self._mine,
            self._flagged,
            self._overdue,
            self._closed,
            self._level,
            self._order,
            self._turn,
            self._names,
            self._counted,
        ):
            flow.addWidget(widget)  # fmt: skip
        if self.desk.workspace.casework.writes_at_night:
            # Nobody leads a case at night, and reviews are the day team's.
            self._mine.hide()
            self._overdue.hide()
        return holder

    def _toggle(self, words: str, name: str, *, on: bool = False) -> Button:
        button = Button(words, kind="choice")
        button.setCheckable(True)
        button.setChecked(on)
        button.toggled.connect(lambda checked: self._narrow(**{name: checked}))
        return button

    def _may_break_glass(self) -> bool:
        role = self.desk.sitting.me.role
        return role in {Role.CASEWORKER, Role.AGENCY_STAFF, Role.NIGHT_STAFF}

    def _make_glass(self, not_shown: int) -> QWidget:
        words = translate("cases", "%n case(s) here are not shared with you", "", not_shown)
        holder = QWidget()
        flow = Flow(holder, gap=current_look().px(8))
        told = Text(words, "soft", wraps=False)
        told.setMinimumHeight(current_look().px(36))  # as high as the button beside it
        flow.addWidget(told)
        flow.addWidget(
            Button(translate("cases", "Open one with a reason…"), self._on_glass, kind="plain")
        )
        return holder

    # ---- what is asked for ------------------------------------------------------------------

    def _on_typed(self, text: str) -> None:
        self._narrow(text=text)
        self._timer.start()

    def _on_pause(self) -> None:
        """Look inside the notes once the person stops typing: each search is in the journal."""
        if not self.desk.workspace.vault.is_open:
            return
        text = self._search.text().strip()
        self._found.look_for(text if len(text) >= _LEAST_LETTERS else "")

    def _on_level(self, place: int) -> None:
        self._narrow(level=_LEVELS[place])

    def _narrow(self, **wanted: str | bool) -> None:
        self._filter = replace(self._filter, **wanted)  # type: ignore[arg-type]
        self._show()

    def _on_header(self, section: int) -> None:
        column = list(Column)[section]
        descending = not self._descending if column is self._column else column is Column.LEVEL
        self._sort(column, descending=descending)

    def _on_order(self, place: int) -> None:
        column = list(Column)[place]
        if column is not self._column:
            self._sort(column, descending=column in {Column.LEVEL, Column.CHANGED, Column.FLAGS})

    def _on_turn(self) -> None:
        self._sort(self._column, descending=not self._descending)

    def _sort(self, column: Column, *, descending: bool) -> None:
        self._column, self._descending = column, descending
        self._order.setCurrentIndex(list(Column).index(column))
        self._show()

    def _on_names(self, _shown: bool) -> None:
        self._show()

    def _show(self) -> None:
        rows = matching(self._rows, self._filter, self._on)
        self._model.show(in_order(rows, self._column, descending=self._descending))
        self._table.fit_references()
        self._table.mark_order(self._column, descending=self._descending)
        self._table.show_names(shown=self._names.isChecked())
        self._holder.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._counted.say(translate("cases", "%n case(s)", "", len(rows)))
        down = translate("cases", "Highest or latest first")
        up = translate("cases", "Lowest or earliest first")
        self._turn.setText("↓" if self._descending else "↑")
        self._turn.setAccessibleName(down if self._descending else up)
        give_tip(self._turn, down if self._descending else up)

    def _open(self, case: ListedCase) -> None:
        self.desk.go(Place(room=Room.CASE, subject=case.subject))

    def _on_glass(self) -> None:
        if self._glass is None:
            self._glass = GlassCard(self.desk, None, self._on_opened)
            self._put_below(self._glass)
        focus_first(self._glass)

    def _put_below(self, card: Card) -> None:
        """Put a card below the list; it scrolls rather than make the window higher than a screen."""
        if has_large_text():  # the whole page scrolls
            self.body.addWidget(card)
            card.show()
            return
        area = Scroll()
        area.column.addWidget(card)
        area.column.addStretch(1)
        area.setMinimumHeight(current_look().px(_LEAST_BELOW))
        self.body.addWidget(area, 2)
        area.show()
        card.show()

    def _on_opened(self, subject: Subject) -> None:
        self.desk.go(Place(room=Room.CASE, subject=subject))

    def search_for(self, text: str) -> None:
        """Type into the search."""
        self._search.setText(text)

    def go_down(self) -> None:
        """Go from the search into the list."""
        self._table.enter()

    def open_only(self) -> None:
        """Open the case if the search left exactly one."""
        if self._model.rowCount() == 1:
            self._open(self._model.case_at(0))
        else:
            self._table.enter()

    def leave(self) -> None:
        """Look for nothing more."""
        self._timer.stop()

    def first_focus(self) -> None:
        """Begin with the search."""
        self._search.setFocus()


class _SearchField(QLineEdit):
    """The search: arrow down leads into the list, Enter opens what was found."""

    def __init__(self, page: CasesPage) -> None:
        super().__init__()
        make_discreet(self)
        self.setAccessibleName(translate("cases", "Search names, references and notes"))
        self.setPlaceholderText(translate("cases", "Search names, references, notes"))
        give_tip(self, translate("cases", "Ctrl+K"))
        self.setClearButtonEnabled(True)
        self._page = page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._page.go_down()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._page.open_only()
        else:
            super().keyPressEvent(event)

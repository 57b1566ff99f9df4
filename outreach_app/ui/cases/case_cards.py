"""The cards of a case: plan, client, dependants, agencies."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from outreach_app.phrases import in_a_row
from outreach_app.report.dates import readable_date
from outreach_app.report.summary import SummaryAction, SummaryGoal
from outreach_app.services.case_people import (
    Channel,
    Dependant,
    channels_of,
    client_facts,
    code_word_of,
    dependants_of,
)
from outreach_app.services.case_view import CaseView
from outreach_app.services.dependant_records import DependantRecord, record_of
from outreach_app.services.held_facts import recorded_by
from outreach_app.services.sharing.agencies import agencies_of
from outreach_app.ui.pieces.actions import has_large_text, with_action
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.masked import Masked
from outreach_app.ui.pieces.surfaces import Card, column, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.pieces.tips import give_tip
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.rooms import rooms
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look

_WHOLE = 100
_BAR_WIDTH = 110


class PlanCard(Card):
    """Goals in the client's own words, how far each is, and its next step."""

    def __init__(self, view: CaseView) -> None:
        """Show the current plan."""
        super().__init__(translate("cases", "Support plan"))
        goals = view.goals()
        if not goals:
            self.add(Text(translate("cases", "No support plan is signed yet."), "soft"))
            return
        if has_large_text():
            self._stack(goals)
            return
        self.head.addWidget(Text(_plan_words(goals), "small", wraps=False))
        grid = QGridLayout()
        look = current_look()
        grid.setHorizontalSpacing(look.px(14))
        grid.setVerticalSpacing(look.px(9))
        for place, words in enumerate(
            (
                translate("cases", "Need"),
                translate("cases", "Goal, in the client's words"),
                translate("cases", "Progress"),
                translate("cases", "Next step"),
            )
        ):
            grid.addWidget(Text(words, "column"), 0, place)
        for place, share in enumerate((2, 5, 0, 4)):
            grid.setColumnStretch(place, share)
        for number, goal in enumerate(goals):
            line = 2 * number + 1
            grid.addWidget(rule(), line, 0, 1, 4)
            self._goal(grid, line + 1, goal)
        self.column.addLayout(grid)

    def _stack(self, goals: tuple[SummaryGoal, ...]) -> None:
        """Show each goal as a block: large text leaves no room for columns."""
        self.add(Text(_plan_words(goals), "small"))
        for goal in goals:
            self.add(rule(), Text(goal.domain, "small"), Text(_said(goal), "strong"))
            self.add(_progress(goal), Text(_next_step(goal), _step_kind(goal)))
            if goal.last_note:
                self.add(Text(told(goal.last_note), "small"))

    def _goal(self, grid: QGridLayout, line: int, goal: SummaryGoal) -> None:
        grid.addWidget(Text(goal.domain), line, 0)
        said = Text(_said(goal))
        if goal.last_note:
            holder = QWidget()
            holder.setLayout(column(said, Text(told(goal.last_note), "small"), gap=2))
            grid.addWidget(holder, line, 1)
        else:
            grid.addWidget(said, line, 1)
        grid.addWidget(_progress(goal), line, 2, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(Text(_next_step(goal), _step_kind(goal)), line, 3)


def _said(goal: SummaryGoal) -> str:
    return f"“{goal.words}”" if goal.words else goal.agreed


def _step_kind(goal: SummaryGoal) -> str:
    return "fault" if any(action.late for action in goal.actions) else "small"


def _plan_words(goals: tuple[SummaryGoal, ...]) -> str:
    actions = [action for goal in goals for action in goal.actions]
    done = sum(action.done for action in actions)
    return translate("cases", "{done} of {all} actions done").format(done=done, all=len(actions))


def _progress(goal: SummaryGoal) -> QProgressBar:
    done, count = sum(action.done for action in goal.actions), len(goal.actions)
    bar = QProgressBar()
    bar.setRange(0, _WHOLE)
    met = goal.status_code == "met"
    bar.setValue(_WHOLE if met else round(_WHOLE * done / count) if count else 0)
    bar.setTextVisible(False)
    bar.setFixedWidth(current_look().px(_BAR_WIDTH))
    kind = "done" if met else "late" if any(each.late for each in goal.actions) else ""
    bar.setProperty("kind", kind)
    words = translate("cases", "{status}, {done} of {all} actions done").format(
        status=goal.status or translate("cases", "Open"), done=done, all=count
    )
    bar.setAccessibleName(words)
    give_tip(bar, words)
    return bar


def _next_step(goal: SummaryGoal) -> str:
    waiting = [action for action in goal.actions if not action.done]
    if goal.status_code == "met" or not waiting:
        return goal.status
    first: SummaryAction = waiting[0]
    return in_a_row((first.what, first.by))


class ClientCard(Card):
    """How to reach the client safely, and what one must know before one does."""

    def __init__(self, view: CaseView) -> None:
        """Show the client's own facts."""
        super().__init__(translate("cases", "Client"))
        case_file, words = view.case_file, view.words
        channels = channels_of(case_file, words)
        self.add(Text(translate("cases", "Ways to reach the client"), "column"))
        if not channels:
            self.add(Text(translate("cases", "No way to reach the client is recorded."), "soft"))
        for channel in channels:
            self.add(_channel(channel))
        code_word = code_word_of(case_file)
        if code_word:
            self.add(rule(), _code_word(code_word))
        facts = list(client_facts(case_file, words))
        if facts or not view.restricted:
            self.add(rule())
        for label, value in (*facts, *view.people()):
            self.add(_fact(label, value))
        recorded = recorded_by(case_file.newest("client"), words)
        if recorded:
            self.add(Text(recorded, "small"))


def _fact(label: str, value: str) -> QWidget:
    holder = QWidget()
    line = row(gap=10)
    holder.setLayout(line)
    name = Text(label, "small")
    name.setFixedWidth(current_look().px(130))
    line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(value), 1)
    return holder


def _channel(channel: Channel) -> QWidget:
    holder = QWidget()
    lines = column(gap=2)
    holder.setLayout(lines)
    first = row(gap=8)
    kind = "strong" if channel.is_safe else "soft"
    first.addWidget(Text(in_a_row((channel.kind, channel.value), ": "), kind), 1)
    mark = "✓" if channel.is_safe else "✕"
    first.addWidget(
        Chip(
            in_a_row((mark, channel.safe_words), " "),
            "low" if channel.is_safe else "neutral",
            spoken=channel.safe_words,
        ),
        0,
        Qt.AlignmentFlag.AlignTop,
    )
    lines.addLayout(first)
    notes = in_a_row((channel.owner, *channel.notes), " · ")
    if notes:
        lines.addWidget(Text(notes, "small"))
    return holder


def _code_word(code_word: str) -> QWidget:
    """Return the code word, hidden until somebody asks for it."""
    holder = QWidget()
    line = row(gap=10)
    holder.setLayout(line)
    words = translate("cases", "Code word")
    label = Text(words, "small")
    label.setFixedWidth(current_look().px(130))
    line.addWidget(label)
    line.addWidget(Masked(words, code_word), 1)
    return holder


def dependants_card(view: CaseView) -> Card | None:
    """Return the client's children and other dependants, None for nobody."""
    dependants = () if view.restricted else dependants_of(view.case_file, view.words)
    if not dependants:
        return None
    card = Card(translate("cases", "Children and dependants"))
    for dependant in dependants:
        written = record_of(view.case_file, view.words, dependant.row_id)
        card.add(_dependant(dependant, written))
    card.add(Text(recorded_by(view.case_file.newest("client"), view.words), "small"))
    return card


def _dependant(dependant: Dependant, written: DependantRecord) -> QWidget:
    holder = QWidget()
    line = row(gap=8)
    holder.setLayout(line)
    who = in_a_row((dependant.relation, dependant.name), " · ")
    second = in_a_row((dependant.born, dependant.lives), " · ")
    lines = column(Text(who, "strong"), Text(second, "small"), gap=1)
    if dependant.facts:
        lines.addWidget(Text(in_a_row(dependant.facts, " · "), "small"))
    if dependant.missing:
        words = translate("cases", "Still to find out: {what}")
        lines.addWidget(Text(words.format(what=told(in_a_row(dependant.missing))), "small"))
    if written.is_empty:
        none = translate("cases", "No need, risk, goal or exit item is written for this person.")
        lines.addWidget(Text(none, "small"))
    for title, said in written.parts():
        lines.addWidget(Text(told(title), "column"))
        for each in said:
            lines.addWidget(Text(told(each), "small"))
    line.addLayout(lines, 1)
    if dependant.worry:
        line.addWidget(Chip(translate("cases", "▲ Worry now"), "high"))
    return holder


def consents_card(desk: Desk, page: Page, view: CaseView) -> Card | None:
    """Return the consents that stand, each with its withdrawal, None where they are not shown."""
    if view.restricted or Room.CONSENTS not in rooms():
        return None
    card = Card(translate("cases", "Consent"))
    standing = view.standing_consents()
    if not standing:
        card.add(Text(translate("cases", "No consent to share stands."), "soft"))
    for each in standing:
        words = in_a_row((each.purpose, view.consent_with(each)), " · ")
        until = each.valid_until
        ends = translate("cases", "Valid until {day}").format(
            day=readable_date(until.isoformat()) if until is not None else ""
        )
        back = Button(
            translate("cases", "Withdraw…"),
            partial(_withdraw, desk, page, each.document_id),
            spoken=translate("cases", "Withdraw consent: {consent}").format(consent=words),
        )
        texts = column(Text(words, "strong"), Text(ends, "small"), gap=1)
        card.column.addLayout(with_action(texts, back))
    line = row(gap=8)
    for room, title in (
        (Room.CONSENTS, translate("cases", "All consents")),
        (Room.DISCLOSURES, translate("cases", "Who received what")),
    ):
        place = Place(room=room, subject=view.subject)
        line.addWidget(Button(title, partial(desk.go, place), kind="plain"))
    line.addStretch(1)
    card.column.addLayout(line)
    return card


def _withdraw(desk: Desk, page: Page, document_id: str) -> None:
    # Loaded when it is first wanted: a case opens without it.
    from outreach_app.ui.consent.withdrawing import withdraw  # noqa: PLC0415

    withdraw(desk, page, document_id)


def agencies_card(desk: Desk, view: CaseView) -> Card | None:
    """Return the agencies involved with the consent for each, None for none."""
    agencies = view.agencies()
    if not agencies:
        return None
    card = Card(translate("cases", "Agencies"))
    known = {each.name: each.document_id for each in agencies_of(view.workspace, view.subject)}
    for agency in agencies:
        holder = QWidget()
        line = row(gap=8)
        holder.setLayout(line)
        second = in_a_row((agency.role, agency.contact.replace("\n", ", ")), " · ")
        line.addLayout(column(Text(agency.name, "strong"), Text(second, "small"), gap=1), 1)
        standing = agency.consent == "Valid"
        words = (
            translate("cases", "✓ Consent")
            if standing
            else agency.consent or translate("cases", "No consent")
        )
        line.addWidget(Chip(words, "low" if standing else "neutral"), 0, Qt.AlignmentFlag.AlignTop)
        card.add(holder)
        if agency.name in known and Room.DISCLOSURES in rooms():
            place = Place(
                room=Room.DISCLOSURES, subject=view.subject, document_id=known[agency.name]
            )
            received = Button(
                translate("cases", "What they received"),
                partial(desk.go, place),
                kind="plain",
                spoken=translate("cases", "What {agency} received").format(agency=agency.name),
            )
            under = row()
            under.addWidget(received)
            under.addStretch(1)
            card.column.addLayout(under)
    return card

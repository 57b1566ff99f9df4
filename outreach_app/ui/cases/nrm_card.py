"""The NRM of a case as one reads it: where it stands, what is next, by when, by which rule."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from outreach_app.phrases import in_a_row
from outreach_app.services.case_view import CaseView
from outreach_app.services.case_words import day_words
from outreach_app.services.nrm_standing import (
    NO_RULES,
    NrmStanding,
    NrmTime,
    Told,
    nrm_standing,
    points_words,
)
from outreach_app.ui.cases.case_head import Beginnings
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import Card, column, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import NOTE, Place, Room
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look

_EXPLANATION = "nrm_explanation"
_EVENT = "nrm_event"
_REFERRAL = "referral"
_POINTS = "nrm_explained_points"


class NrmCard(Card):
    """Where the NRM stands, with the two things one does about it."""

    def __init__(self, desk: Desk, view: CaseView, begin: Beginnings) -> None:
        """Show where the NRM stands.

        Args:
            desk: The ways to other pages.
            view: The case.
            begin: What may be begun in it.
        """
        super().__init__(translate("cases", "National Referral Mechanism"))
        self._desk = desk
        self._view = view
        self._begin = begin
        self._standing = nrm_standing(view.workspace, view.case_file)
        self._add_now(self._standing)
        self._add_explanation(self._standing)
        self._add_record(self._standing)
        self._add_actions(self._standing)

    def _add_now(self, standing: NrmStanding) -> None:
        self.add(Text(standing.stands, "strong"))
        if standing.next_step:
            words = translate("cases", "Next: {step}").format(step=told(standing.next_step))
            self.add(Text(words))
        for each in standing.times:
            self.add(rule(), _time(each))
        if standing.without_rules:
            self.add(Text(NO_RULES, "small"))
        if standing.not_meant:
            head = translate("cases", "What this decision does not mean, to say to the client")
            self.add(rule(), Text(head, "column"))
            self.add(*(Text(each) for each in standing.not_meant))

    def _add_explanation(self, standing: NrmStanding) -> None:
        if not standing.points:
            return
        self.add(rule(), Text(translate("cases", "Explanation"), "column"))
        self.add(Text(points_words(standing)))
        if standing.understood:
            said = translate("cases", "The client explained back: “{words}”")
            self.add(Text(said.format(words=standing.understood)))
        self._points = QWidget()
        self._points.setLayout(column(*map(_point, standing.points), gap=6))
        self._points.hide()
        self._turn = Button("", self._on_turn, kind="plain")
        self.column.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._points)
        self._say_turn()

    def _on_turn(self) -> None:
        self._points.setVisible(self._points.isHidden())
        self._say_turn()

    def _say_turn(self) -> None:
        show = translate("cases", "Show what was told and what is left")
        hide = translate("cases", "Hide what was told")
        self._turn.setText(show if self._points.isHidden() else hide)

    def _add_record(self, standing: NrmStanding) -> None:
        if standing.facts or standing.history:
            self.add(rule())
        for label, value in standing.facts:
            self.add(_fact(label, value))
        for event, day in standing.history:
            self.add(_fact(day, event))

    def _add_actions(self, standing: NrmStanding) -> None:
        holder = QWidget()
        flow = Flow(holder, gap=current_look().px(8))
        if self._begin.may(_EXPLANATION):
            if not standing.points:
                words = translate("cases", "Explain the NRM")
                flow.addWidget(Button(words, lambda: self._begin.begin(_EXPLANATION)))
            elif standing.left:
                words = translate(
                    "cases", "Go on explaining: %n point(s) left", "", len(standing.left)
                )
                flow.addWidget(Button(words, self._on_go_on))
        if self._begin.may(_EVENT):
            words = translate("cases", "Record an NRM event")
            flow.addWidget(Button(words, lambda: self._begin.begin(_EVENT)))
        form = Place(room=Room.HOME_OFFICE, subject=self._view.subject)
        words = translate("cases", "Home Office form")
        if self._begin.may(_REFERRAL):
            flow.addWidget(Button(words, lambda: self._desk.go(form)))
        if flow.count():
            self.add(holder)

    def _on_go_on(self) -> None:
        """Open the explanation for a further sitting, at the first point that is left."""
        self._desk.go(
            Place(
                room=Room.FORM,
                subject=self._view.subject,
                document_id=self._standing.explanation_id,
                topic=NOTE,
                address=f"{_POINTS}/{self._standing.left[0].name}",
            )
        )


def _time(time: NrmTime) -> QWidget:
    holder = QWidget()
    first = row(gap=8)
    words = translate("cases", "{what} {day}").format(
        what=told(time.what), day=told(day_words(time.due))
    )
    first.addWidget(Text(words, "strong"), 1)
    first.addWidget(Chip(_distance(time.days), "neutral"), 0, Qt.AlignmentFlag.AlignTop)
    lines = column(gap=2)
    lines.addLayout(first)
    lines.addWidget(Text(time.counted, "small"))
    lines.addWidget(Text(in_a_row(time.source, " · "), "small"))
    holder.setLayout(lines)
    return holder


def _distance(days: int) -> str:
    if days == 0:
        return translate("cases", "today")
    if days > 0:
        return translate("cases", "in %n day(s)", "", days)
    return translate("cases", "%n day(s) ago", "", -days)


def _point(point: Told) -> QWidget:
    holder = QWidget()
    line = row(gap=8)
    holder.setLayout(line)
    mark = translate("cases", "✓ told") if point.is_told else translate("cases", "○ left")
    line.addLayout(
        column(Text(point.words), *([Text(point.when, "small")] if point.when else []), gap=1), 1
    )
    line.addWidget(Chip(mark, "low" if point.is_told else "neutral"), 0, Qt.AlignmentFlag.AlignTop)
    return holder


def _fact(label: str, value: str) -> QWidget:
    holder = QWidget()
    line = row(gap=10)
    holder.setLayout(line)
    name = Text(label, "small")
    name.setFixedWidth(current_look().px(150))
    line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(value), 1)
    return holder

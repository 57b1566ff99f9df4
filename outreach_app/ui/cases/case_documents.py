"""The papers of a case with their states, and its history."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.domain.documents import Reason
from outreach_app.domain.states import State
from outreach_app.errors import OutreachError
from outreach_app.phrases import day_and_clock, in_a_row
from outreach_app.report.dates import day_and_month
from outreach_app.report.summary import HistoryRow
from outreach_app.services.case_history import history_rows
from outreach_app.services.case_papers import Paper
from outreach_app.services.case_view import CaseView
from outreach_app.ui.cases.case_head import Beginnings
from outreach_app.ui.pieces.actions import has_large_text
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import LongChip
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.menus import Entry, MenuButton
from outreach_app.ui.pieces.surfaces import Card, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.rooms import rooms
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_AT_ONCE = 10
_DATE_WIDTH = 92
_TONES = {
    State.DRAFT: "accent",
    State.RETURNED: "medium",
    State.STALE: "medium",
    State.APPROVED: "low",
    State.COUNTERSIGNED: "low",
}


class DocumentsCard(Card):
    """Every paper that this person may read: drafts first, then the newest."""

    def __init__(
        self,
        desk: Desk,
        view: CaseView,
        papers: Sequence[Paper],
        begin: Beginnings,
        failed: Callable[[OutreachError], None],
    ) -> None:
        """List the papers.

        Args:
            desk: The unlocked vault.
            view: The case.
            papers: Those that the person may read.
            begin: What may be begun.
            failed: Told when a paper could not be opened for changes.
        """
        super().__init__(translate("cases", "Documents"))
        self._desk = desk
        self._view = view
        self._failed = failed
        entries = begin.every_form()
        if entries:
            self.head.addWidget(MenuButton(translate("cases", "New…"), entries))
        if not papers:
            self.add(Text(translate("cases", "Nothing here yet."), "soft"))
        self.add(Longer([partial(self._row, paper) for paper in papers], at_once=_AT_ONCE))

    def _row(self, paper: Paper) -> QWidget:
        look = current_look()
        holder = QWidget()
        outer = row(gap=12)
        outer.setContentsMargins(0, look.px(7), 0, look.px(7))
        holder.setLayout(outer)
        title = in_a_row((paper.title, paper.kind), ": ")
        day = day_and_month(paper.on, with_year=True) if paper.on is not None else ""
        second = in_a_row((day, paper.author), " · ")
        lines = column(Text(title, "strong"), gap=1)
        if second:
            lines.addWidget(Text(second, "small"))
        outer.addLayout(lines, 1)
        line = outer
        if has_large_text():
            line = row(gap=12)
            lines.addLayout(line)
        state = translate("cases", "Two versions to merge") if paper.apart else paper.state_words
        tone = "medium" if paper.apart else _TONES.get(paper.state, "neutral")
        line.addWidget(LongChip(state, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        if Room.FORM in rooms():
            # Of several of a form, each is called by its day too.
            called = in_a_row((title, day), ", ")
            self._add_actions(line, paper, called)
        return holder

    def _add_actions(self, line: QHBoxLayout, paper: Paper, called: str) -> None:
        words = translate("cases", "Continue") if paper.mine else translate("cases", "Open")
        spoken = translate("cases", "{action}: {document}").format(action=words, document=called)
        if paper.apart and Room.MERGE in rooms():
            place = self._place(Room.MERGE, paper)
            compare = translate("cases", "Compare")
            about = translate("cases", "{action}: {document}")
            about = about.format(action=compare, document=called)
            line.addWidget(Button(compare, lambda: self._desk.go(place), spoken=about))
            return
        place = self._place(Room.FORM, paper)
        line.addWidget(Button(words, lambda: self._desk.go(place), spoken=spoken))
        if paper.may_write and not paper.mine and not paper.apart and paper.on is not None:
            revise = translate("cases", "Revise")
            about = translate("cases", "Revise {document}").format(document=called)
            line.addWidget(MenuButton(revise, self._reasons(paper), kind="plain", spoken=about))

    def _reasons(self, paper: Paper) -> list[Entry | None]:
        return [
            (words, partial(self._revise, paper, reason))
            for reason, words in (
                (Reason.CONTINUED, translate("cases", "Something has changed")),
                (Reason.REVIEW, translate("cases", "It is looked at again")),
                (Reason.CORRECTION, translate("cases", "Correct a mistake")),
            )
        ]

    def _revise(self, paper: Paper, reason: Reason) -> None:
        try:
            self._desk.workspace.casework.revise(paper.document_id, reason)
        except OutreachError as error:
            self._failed(error)
            return
        self._desk.go(self._place(Room.FORM, paper))

    def _place(self, room: Room, paper: Paper) -> Place:
        return Place(room=room, subject=self._view.subject, document_id=paper.document_id)


class HistoryCard(Card):
    """Every signed version and every review, the newest first, with who and when."""

    def __init__(self, view: CaseView) -> None:
        """Read the history."""
        super().__init__(translate("cases", "History"))
        rows = (
            ()
            if view.restricted
            else history_rows(view.workspace, view.subject, view.words, with_looks=True)
        )
        if not rows:
            self.add(Text(translate("cases", "Nothing is signed yet."), "soft"))
        newest = [partial(_history_row, each) for each in reversed(rows)]
        self.add(Longer(newest, at_once=_AT_ONCE))


def _history_row(entry: HistoryRow) -> QWidget:
    look = current_look()
    holder = QWidget()
    line = row(gap=10)
    line.setContentsMargins(0, look.px(7), 0, look.px(7))
    holder.setLayout(line)
    day, clock = day_and_clock(entry.at)
    when = Text(day, "small")
    when.setFixedWidth(look.px(_DATE_WIDTH))
    line.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
    second = in_a_row((entry.by, clock, entry.state), " · ")
    line.addLayout(column(Text(entry.what), Text(second, "small"), gap=1), 1)
    return holder

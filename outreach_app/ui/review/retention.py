"""How long the records of ended cases are kept: a list to look through; it destroys nothing."""

from functools import partial

from PySide6.QtWidgets import QWidget

from outreach_app.domain.exits.keeping import KeepState
from outreach_app.errors import OutreachError
from outreach_app.services.reports.keeping import KeptFigures, kept_figures
from outreach_app.services.retention import (
    KeptRecord,
    about_destroying,
    gathering_kept_records,
    keeping_words,
    remarks_about,
)
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.slices import Slices
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look

_AT_ONCE = 20
_TONES = {
    KeepState.NOT_SET: "medium",
    KeepState.NO_RULE: "medium",
    KeepState.DUE: "medium",
    KeepState.HELD: "accent",
    KeepState.KEPT: "neutral",
}


class RetentionPage(Page):
    """Every ended case with class, earliest day of destruction and legal hold."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the list in slices; whoever does not close cases is told so."""
        super().__init__(desk, place, scrolls=True)
        self.add_head(
            translate("review", "How long records are kept"),
            translate("review", "Ended cases, what asks for somebody first. Nothing is destroyed."),
        )
        self._column = self.scrolled_part()
        self._wait = Text(translate("review", "Reading the ended cases…"), "soft")
        self._column.addWidget(self._wait)
        self._column.addWidget(_meaning())
        self._column.addStretch(1)
        self._slices = Slices(
            self,
            gathering_kept_records(desk.workspace),
            done=self._show,
            failed=self._fail,
            at_once=True,
        )

    def _show(self, records: tuple[KeptRecord, ...]) -> None:
        self._wait.setVisible(False)
        card = Card(translate("review", "Ended cases"))
        if not records:
            card.add(Text(translate("review", "No case has ended."), "soft"))
        rows = [partial(self._row, each) for each in records]
        card.add(Longer(rows, at_once=_AT_ONCE))
        self._column.insertWidget(self._column.indexOf(self._wait), card)
        figures = kept_figures(self.desk.sitting)
        if figures:
            reports = _reports_card(figures)
            self._column.insertWidget(self._column.indexOf(self._wait), reports)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, OutreachError):
            raise error
        self._wait.setVisible(False)
        self.tell_error(error)

    def _row(self, record: KeptRecord) -> QWidget:
        look = current_look()
        holder = QWidget()
        line = row(gap=12)
        line.setContentsMargins(0, look.px(8), 0, look.px(8))
        holder.setLayout(line)
        state = record.keeping.state
        head = row(Text(record.reference, "strong", wraps=False), gap=10)
        head.addWidget(Chip(_state_words(state), _TONES[state]))
        head.addStretch(1)
        lines = column(gap=2)
        lines.addLayout(head)
        lines.addWidget(Text(told(keeping_words(record.keeping))))
        for words in remarks_about(record):
            lines.addWidget(Text(told(words), "small"))
        line.addLayout(lines, 1)
        place = Place(room=Room.FORM, subject=record.subject, document_id=record.document_id)
        spoken = translate("review", "Open the exit checklist of {reference}")
        line.addWidget(
            Button(
                translate("review", "Open"),
                lambda: self.desk.go(place),
                spoken=spoken.format(reference=record.reference),
            )
        )
        return holder

    def leave(self) -> None:
        """Read no further."""
        self._slices.stop()

    def first_focus(self) -> None:
        """Begin with the first record."""
        focus_first(self)


def _reports_card(figures: tuple[KeptFigures, ...]) -> Card:
    """Return how long reports with exact numbers are kept, what asks for somebody first."""
    card = Card(translate("review", "Reports with exact numbers"))
    about = translate(
        "review",
        "They are personal data like the records they were counted from: the files that were saved "
        "too.",
    )
    card.add(Text(about, "soft"))
    ordered = sorted(figures, key=lambda each: (not each.is_due, each.number))
    card.add(Longer([partial(_report_row, each) for each in ordered], at_once=_AT_ONCE))
    return card


def _report_row(each: KeptFigures) -> QWidget:
    holder = QWidget()
    head = row(Text(told(each.title()), "strong"), gap=10)
    head.setStretch(0, 1)
    if each.is_due:
        head.addWidget(Chip(_state_words(KeepState.DUE), _TONES[KeepState.DUE]))
    lines = column(gap=2)
    lines.setContentsMargins(0, current_look().px(8), 0, current_look().px(8))
    lines.addLayout(head)
    lines.addWidget(Text(told(each.words())))
    holder.setLayout(lines)
    return holder


def _state_words(state: KeepState) -> str:
    return {
        KeepState.NOT_SET: translate("review", "Not set"),
        KeepState.NO_RULE: translate("review", "No rule"),
        KeepState.DUE: translate("review", "To look at"),
        KeepState.HELD: translate("review", "Legal hold"),
        KeepState.KEPT: translate("review", "Kept"),
    }[state]


def _meaning() -> Card:
    card = Card(translate("review", "What destroying means"), kind="quiet")
    for words in about_destroying():
        card.add(Text(told(words)))
    card.add(
        Text(
            translate(
                "review",
                "A legal hold is set in the exit checklist. Two people release it: one signs a new "
                "version that releases it, with the reason; another countersigns or closes that "
                "version. Until then it stands. The days come from the timescales of the "
                "organisation.",
            ),
            "soft",
        )
    )
    return card

"""Reports: a period and an audience are chosen, counted beside the window, read and saved as a file."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from outreach_app.domain.reports.audiences import Audience, Thresholds
from outreach_app.errors import OutreachError
from outreach_app.report.dates import short_instant
from outreach_app.services.reports.basis import require_report, thresholds_in_force
from outreach_app.services.reports.kept import KeptReport, kept_reports
from outreach_app.services.reports.making import (
    MadeReport,
    Read,
    ReportOrder,
    count,
    keep_made,
    reading,
    reading_again,
)
from outreach_app.services.reports.printing import file_name, statistics_of, write_report
from outreach_app.services.reports.repairing import repair_groups
from outreach_app.ui.pieces.actions import place_actions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.file_choice import choose_new_file
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.surfaces import Card, clear, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.reports.period_choice import PeriodChoice
from outreach_app.ui.reports.repairs import repairs_card
from outreach_app.ui.reports.table import table_card
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place
from outreach_app.ui.slices import Slices
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_LIST_PX = 480
_AT_ONCE = 6


class ReportsPage(Page):
    """What is to be counted, for whom, the report itself, and those that were made before."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Show the choices; whoever makes no reports is told so."""
        super().__init__(desk, place, scrolls=True)
        self._slices: Slices | None = None
        self._made: MadeReport | None = None
        head = self.add_head(
            translate("reports", "Reports"),
            translate(
                "reports", "Counted from accepted documents on this laptop. Nothing is sent."
            ),
        )
        self._pdf = Button(translate("reports", "Save as PDF…"), partial(self._save, "pdf"))
        self._sheet = Button(
            translate("reports", "Save as spreadsheet…"), partial(self._save, "xlsx")
        )
        place_actions(head, self.body, [self._sheet, self._pdf])
        self._column = self.scrolled_part()
        self._show_files()
        try:
            require_report(desk.sitting)
        except OutreachError as error:
            self.tell_error(error)
            return
        self._column.addWidget(self._choices())
        self._result = column(gap=16)
        self._column.addLayout(self._result)
        self._column.addStretch(1)
        self._show_earlier()

    def _choices(self) -> Card:
        look = current_look()
        card = Card(translate("reports", "New report"))
        self._period = PeriodChoice(self.desk.sitting.today())
        self._audience = ListBox(translate("reports", "Who will read it"))
        self._audience.setMaximumWidth(look.px(_LIST_PX))
        for audience, words in _audiences(thresholds_in_force(self.desk.sitting)):
            self._audience.add(words, audience.value)
        card.add(Text(translate("reports", "Period"), "strong"))
        card.add(self._period)
        card.add(Text(translate("reports", "Who will read it"), "strong"))
        card.add(self._audience)
        self._make = Button(translate("reports", "Make the report"), self._on_make, kind="primary")
        foot = row(self._make)
        foot.addStretch(1)
        card.column.addLayout(foot)
        return card

    def _on_make(self) -> None:
        self.notice.clear()
        period = self._period.period()
        if period is None:
            self.notice.tell(
                translate("reports", "These are no two days"),
                translate("reports", "No report was made."),
                translate("reports", "Write the first and the last day, the first one earlier."),
            )
            return
        audience = Audience(self._audience.currentData())
        order = ReportOrder(period, audience, self.desk.sitting.now())
        self._read(reading(self.desk.sitting, order), self._keep)

    def _again(self, number: int) -> None:
        self.notice.clear()
        self._read(reading_again(self.desk.sitting, number), self._show)

    def _read(self, steps: Generator[Any, None, Read], then: Callable[[MadeReport], None]) -> None:
        """Read in slices here, count beside the window, then go on here."""
        self._stop()
        self._set_busy(busy=True)

        def on_read(read: Read) -> None:
            self.desk.jobs.start(lambda: count(read), on=self, done=then, failed=self._fail)

        self._slices = Slices(self, steps, done=on_read, failed=self._fail)

    def _keep(self, made: MadeReport) -> None:
        self._show(keep_made(self.desk.sitting, made))

    def _show(self, made: MadeReport) -> None:
        self._made = made
        self._set_busy(busy=False)
        self._show_files()
        clear(self._result)
        statistics = statistics_of(self.desk.workspace, made)
        summary = Card(statistics.title)
        summary.add(Text(statistics.marking, "strong"))
        for sentence in statistics.sentences:
            summary.add(Text(sentence))
        facts = column(gap=2)
        for label, value in statistics.facts:
            words = translate("reports", "{label}: {value}").format(label=label, value=value)
            facts.addWidget(Text(words, "small"))
        summary.column.addLayout(facts)
        self._result.addWidget(summary)
        tables = [
            partial(table_card, table)
            for section in statistics.sections
            for table in section.tables
            if table.rows
        ]
        self._result.addWidget(Longer(tables, at_once=_AT_ONCE))
        groups = repair_groups(self.desk.workspace, made.figures.repairs)
        self._result.addWidget(repairs_card(self.desk, groups))
        summary.take_keyboard()

    def _show_earlier(self) -> None:
        kept = kept_reports(self.desk.sitting)
        card = Card(translate("reports", "Made before"))
        if not kept:
            card.add(Text(translate("reports", "No report was made here yet."), "soft"))
        card.add(Longer([partial(self._row, each) for each in reversed(kept)]))
        self._result.addWidget(card)

    def _row(self, kept: KeptReport) -> QWidget:
        holder = QWidget()
        line = row(gap=12)
        holder.setLayout(line)
        title = translate("reports", "{period}, number {number}").format(
            period=kept.as_period().words(), number=kept.number
        )
        about = translate("reports", "{audience} · cut-off {instant}").format(
            audience=dict(_audiences(Thresholds(**kept.thresholds)))[Audience(kept.audience)],
            instant=short_instant(kept.cut_off),
        )
        line.addLayout(column(Text(title, "strong"), Text(about, "small"), gap=2), 1)
        spoken = translate("reports", "Show report {number}").format(number=kept.number)
        line.addWidget(
            Button(translate("reports", "Show"), partial(self._again, kept.number), spoken=spoken)
        )
        return holder

    def _save(self, ending: str) -> None:
        made = self._made
        if made is None:
            return

        def write(path: Path) -> None:
            try:
                write_report(self.desk.workspace, made, path.with_suffix(f".{ending}"))
            except OutreachError as error:
                self.tell_error(error)
            else:
                self.notice.tell(translate("reports", "Saved as {name}.").format(name=path.name))

        title = translate("reports", "Save the report")
        choose_new_file(self, title, file_name(made, ending), write)

    def _show_files(self) -> None:
        for each in (self._pdf, self._sheet):
            each.setVisible(self._made is not None)

    def _set_busy(self, *, busy: bool) -> None:
        self._make.setEnabled(not busy)
        words = (
            translate("reports", "Counting…") if busy else translate("reports", "Make the report")
        )
        self._make.setText(words)

    def _fail(self, error: Exception) -> None:
        self._set_busy(busy=False)
        self.tell_error(error)

    def _stop(self) -> None:
        if self._slices is not None:
            self._slices.stop()

    def leave(self) -> None:
        """Read no further."""
        self._stop()

    def first_focus(self) -> None:
        """Begin with the period."""
        if hasattr(self, "_period"):
            self._period.setFocus()


def _audiences(thresholds: Thresholds) -> tuple[tuple[Audience, str], ...]:
    """Return who may read a report, and what is hidden from them, as it is in force here."""
    partners = translate("reports", "Partners: counts below {least} are hidden")
    public = translate("reports", "The public: counts below {least} are hidden")
    return (
        (Audience.INTERNAL, translate("reports", "Internal: people bound to confidentiality")),
        (Audience.PARTNER, partners.format(least=thresholds.partner)),
        (Audience.PUBLIC, public.format(least=thresholds.public)),
    )

"""What needs this person today, the next fourteen days, and what is only on this laptop."""

from collections.abc import Generator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from outreach_app.domain.day_words import long_date
from outreach_app.errors import OutreachError
from outreach_app.paths import atomic_write
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import day_and_month
from outreach_app.services.arrival import may_begin_case
from outreach_app.services.calendar_days import calendar_of
from outreach_app.services.night.handover import count_night_notes
from outreach_app.services.safe_points import Safety, safety
from outreach_app.services.today import Counts, NotSent, Today, TodayItem, gathering_today
from outreach_app.services.unfinished_backups import CutShort, unfinished
from outreach_app.ui.cases.needs import NeedRow
from outreach_app.ui.pieces.actions import place_actions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import level_shape, level_words
from outreach_app.ui.pieces.columns import Columns, Tiles
from outreach_app.ui.pieces.file_choice import choose_new_file
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.safe_words import cut_short_words, only_here_words, safe_point_words
from outreach_app.ui.speech import translate, weekday_name
from outreach_app.ui.theme.look import current_look

_DAY_WIDTH = 78
_CALENDAR = "due.ics"


class TodayPage(Page):
    """What needs this person today, by level and then by date; references, never names."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the lists."""
        super().__init__(desk, place)
        self._now: Card | None = None
        self.setAccessibleName(weekday_words(desk.sitting.today()))
        self.grow(self._reading())

    def _reading(self) -> Generator[None, None, None]:
        """Read the lists, and draw them from the top."""
        desk = self.desk
        self._today = yield from gathering_today(desk.workspace)
        count = len(self._today.now)
        nothing = translate("today", "Nothing waits for you.")
        waiting = translate("today", "%n thing(s) for you today.", "", count) if count else nothing
        here = translate("today", "Everything is on this laptop; nothing needs a connection.")
        head = self.add_head(weekday_words(self._today.on), f"{waiting} {here}")
        find = Button(
            translate("today", "Search cases and notes"),
            lambda: desk.go(Place(room=Room.CASES)),
            shortcut="Ctrl+K",
        )
        new_case = Button(
            translate("today", "New case"),
            lambda: desk.go(Place(room=Room.NEW_CASE)),
            kind="primary",
            shortcut="Ctrl+N",
        )
        actions = [find, new_case] if may_begin_case(desk.workspace) else [find]
        notes = count_night_notes(desk.workspace)
        if notes:
            words = translate("today", "Last night: %n note(s)", "", notes)
            actions.insert(0, Button(words, lambda: desk.go(Place(room=Room.HANDOVER))))
        place_actions(head, self.body, actions)
        self._scroll = Scroll(gap=16)
        self.body.addWidget(self._scroll, 1)
        safe = safety(desk.sitting)
        cut_short = unfinished(desk.sitting)
        if safe.remind or cut_short is not None:
            self._scroll.column.addWidget(_backup_card(desk, safe, cut_short))
        self._scroll.column.addWidget(Tiles(_tiles(self._today)))
        yield
        now, ahead = self._now_card(), self._ahead_card()
        self._scroll.column.addWidget(Columns((now, 8), (ahead, 5), top=True))
        self._scroll.column.addStretch(1)
        self._now = now

    def _now_card(self) -> Card:
        card = Card(translate("today", "Do today"))
        if not self._today.now:
            card.add(Text(translate("today", "Nothing waits for you today."), "soft"))
        card.add(Longer([partial(self._row, item) for item in self._today.now]))
        return card

    def _row(self, item: TodayItem) -> QWidget:
        subject = item.case.subject if item.case is not None else None
        return NeedRow(self.desk, item.need, subject, reference=item.reference, level=item.level)

    def _ahead_card(self) -> Card:
        card = Card(translate("today", "Next 14 days"))
        card.head.addWidget(
            Button(
                translate("today", "Calendar file…"),
                self._on_calendar,
                kind="plain",
                spoken=translate("today", "Write what is due as a calendar file, references only"),
            )
        )
        if not self._today.ahead:
            card.add(Text(translate("today", "Nothing is due in the next 14 days."), "soft"))
        card.add(Longer([partial(self._ahead_row, item) for item in self._today.ahead]))
        return card

    def _on_calendar(self) -> None:
        title = translate("today", "Calendar file: references and neutral titles, no names")
        choose_new_file(self, title, _CALENDAR, self._write_calendar)

    def _write_calendar(self, path: Path) -> None:
        try:
            content, entries = calendar_of(self.desk.workspace)
            atomic_write(path, content)
        except OutreachError as error:
            self.tell_error(error)
            return
        self.notice.tell(
            translate("today", "Calendar file written: %n thing(s) due.", "", entries),
            translate("today", "Anyone who has the file reads the references and the days."),
        )

    def _ahead_row(self, item: TodayItem) -> QWidget:
        look = current_look()
        holder = QWidget()
        line = row(gap=10)
        line.setContentsMargins(0, look.px(7), 0, look.px(7))
        holder.setLayout(line)
        due = item.need.due or self._today.on
        short = translate("today", "{weekday} {day}").format(
            weekday=weekday_name(due, short=True), day=day_and_month(due, with_year=False)
        )
        day = Text(short, "small")
        day.setWordWrap(False)
        day.setMinimumWidth(look.px(_DAY_WIDTH))
        line.addWidget(day)
        mark = f"{level_shape(item.level)} {item.reference}" if item.reference else ""
        words = column(Text(item.need.what), gap=1)
        second = in_a_row((mark, item.need.where), " · ")
        about = Text(second, "small")
        if item.level:
            said = translate("today", "{reference}, level {level}")
            about.setAccessibleName(
                said.format(reference=item.reference, level=level_words(item.level))
            )
        words.addWidget(about)
        line.addLayout(words, 1)
        if item.case is not None:
            subject = item.case.subject
            line.addWidget(
                Button(
                    translate("today", "Case"),
                    lambda: self.desk.go(Place(room=Room.CASE, subject=subject)),
                    kind="plain",
                    spoken=translate("today", "Open case {reference}").format(
                        reference=item.reference
                    ),
                )
            )
        return holder

    def first_focus(self) -> None:
        """Begin with the first thing to do."""
        if self._now is not None:
            focus_first(self._now if self._today.now else self)


def _backup_card(desk: Desk, safe: Safety, cut_short: CutShort | None) -> Card:
    """Return the request to make a backup: work was only here for too long, or one was cut short."""
    card = Card(kind="warning")
    card.setAccessibleName(translate("today", "Make a backup"))
    lead = cut_short_words(cut_short) if cut_short is not None else only_here_words(safe)
    words = column(Text(lead, "strong"), Text(safe_point_words(safe.last), "soft"))
    line = row(gap=16)
    line.addLayout(words, 1)
    line.addWidget(
        Button(translate("today", "Make a backup"), lambda: desk.go(Place(room=Room.BACKUP)))
    )
    card.column.addLayout(line)
    return card


def _tiles(seen: Today) -> Sequence[QWidget]:
    counts = seen.counts
    return (
        _tile(
            translate("today", "Open cases"),
            str(counts.open_cases),
            translate("today", "%n not signed yet", "", counts.begun) if counts.begun else "",
        ),
        _tile(translate("today", "High or very high risk"), str(counts.high), _risen_words(counts)),
        _tile(
            translate("today", "Reviews overdue"),
            str(counts.reviews_overdue),
            translate("today", "oldest by %n day(s)", "", counts.oldest_days)
            if counts.reviews_overdue
            else translate("today", "none is late"),
        ),
        _tile(
            translate("today", "Only on this laptop"),
            translate("today", "%n document(s)", "", seen.not_sent.documents),
            safe_words(seen.not_sent),
        ),
    )


def _tile(label: str, figure: str, second: str) -> Card:
    card = Card()
    card.column.setSpacing(current_look().px(2))
    card.add(Text(label, "soft"), Text(figure, "figure"), Text(second, "small"))
    card.column.addStretch(1)
    card.setAccessibleName(f"{label}: {figure}. {second}".strip())
    return card


def _risen_words(counts: Counts) -> str:
    if counts.risen:
        return translate("today", "%n has risen in a week", "", counts.risen)
    return translate("today", "none has risen in a week")


def safe_words(not_sent: NotSent) -> str:
    """Return since when something is only on this laptop, or that nothing is."""
    held = translate("today", "and a part of %n more", "", not_sent.held_back)
    if not_sent.since is None:
        if not_sent.held_back:
            return translate("today", "but a part of %n was held back", "", not_sent.held_back)
        return translate("today", "everything signed has been sent")
    day = day_and_month(not_sent.since, with_year=True)
    words = translate("today", "not sent since {day}").format(day=day)
    return f"{words}, {held}" if not_sent.held_back else words


def weekday_words(day: date) -> str:
    """Return a day with the name of the day of the week."""
    words = translate("today", "{weekday} {day}")
    return words.format(weekday=weekday_name(day), day=long_date(day))

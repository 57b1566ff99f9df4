"""Days and times: typed as a person writes them, or chosen in a calendar."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from outreach_app.engine.reading import QuestionView
from outreach_app.report.dates import readable_instant, readable_time
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.typed_days import typed_day, typed_moment, typed_time
from outreach_app.ui.forms.answer import AnswerField, bring_into_sight
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import make_discreet
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import column, row
from outreach_app.ui.speech import month_names, translate
from outreach_app.ui.theme.look import current_look

_WIDTHS = {"date": 190, "dateTime": 240, "time": 110}
_NOON = "12:00"


class _Line(QLineEdit):
    def __init__(self, left: Callable[[], None]) -> None:
        super().__init__()
        self._left = left

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._left()


class DayAnswer(AnswerField):
    """A day, a time of day, or both: shown in words, typed in many ways."""

    def __init__(
        self, spoken: str, kind: str, now: Callable[[], datetime], *, calendar: bool = True
    ) -> None:
        """Make a field.

        Args:
            spoken: The label, for a screen reader.
            kind: date, dateTime or time.
            now: The present moment.
            calendar: Whether a button opens a calendar.
        """
        holder = QWidget()
        super().__init__(holder)
        self._kind, self._now = kind, now
        self._value = ""
        self._calendar: Calendar | None = None
        self._line = _Line(self.commit)
        make_discreet(self._line)
        self._line.setAccessibleName(spoken)
        self._line.setPlaceholderText(_example(kind))
        self._line.setFixedWidth(current_look().px(_WIDTHS[kind]))
        self._line.returnPressed.connect(self.commit)
        buttons = QWidget()
        layout = Flow(buttons, gap=current_look().px(6))
        layout.addWidget(self._line)
        if kind != "time" and calendar:
            words = translate("forms", "Calendar")
            spoken_words = translate("forms", "Calendar: {question}").format(question=spoken)
            layout.addWidget(Button(words, self._on_calendar, kind="plain", spoken=spoken_words))
        if kind != "date" and calendar:
            words = translate("forms", "Now")
            spoken_now = translate("forms", "Now: {question}").format(question=spoken)
            layout.addWidget(Button(words, self._take_now, kind="plain", spoken=spoken_now))
        self._lines = column(gap=4)
        self._lines.addWidget(buttons)
        holder.setLayout(self._lines)
        holder.setFocusProxy(self._line)

    @property
    def is_empty(self) -> bool:
        return not self._line.text().strip()

    def typed(self) -> str:
        return self._line.text()

    def put_typed(self, text: str) -> None:
        self._line.setText(text)

    def describe(self, description: str) -> None:
        self._line.setAccessibleDescription(description)

    def show_view(self, view: QuestionView) -> None:
        self._value = view.value
        if not (self._line.hasFocus() and self._line.isModified()):
            self._write(view.value)

    def _write(self, value: str) -> None:
        self._line.setText(_words(self._kind, value))
        self._line.setCursorPosition(0)

    def commit(self) -> None:
        if not self._line.isModified():
            return
        typed = self._line.text().strip()
        value = self._read(typed) if typed else ""
        if value is None:
            self.misread.emit(_expected(self._kind))
            return
        self._line.setModified(False)
        self.misread.emit("")
        self._give(value)

    def _give(self, value: str) -> None:
        self._write(value)
        if value != self._value:
            self._value = value
            self.answered.emit(value)

    def _read(self, typed: str) -> str | None:
        now = self._now()
        if self._kind == "date":
            day = typed_day(typed, now.astimezone(CASEWORK_ZONE).date(), month_names())
            return day.isoformat() if day is not None else None
        if self._kind == "time":
            clock = typed_time(typed)
            return clock.isoformat() if clock is not None else None
        moment = typed_moment(typed, now, CASEWORK_ZONE, month_names())
        return moment.isoformat(timespec="milliseconds") if moment is not None else None

    def _take_now(self) -> None:
        now = self._now().astimezone(CASEWORK_ZONE).replace(second=0, microsecond=0)
        self.misread.emit("")
        self._line.setModified(False)
        clock = now.time().isoformat()
        self._give(now.isoformat(timespec="milliseconds") if self._kind == "dateTime" else clock)

    def _on_calendar(self) -> None:
        """Open the calendar below the field, or put it away; no window of its own comes up."""
        if self._calendar is not None:
            self._put_calendar_away()
            return
        shown = self._value[:10] or self._now().astimezone(CASEWORK_ZONE).date().isoformat()
        day = date.fromisoformat(shown)
        calendar = Calendar(QDate(day.year, day.month, day.day), self._put_calendar_away)
        calendar.setAccessibleName(self._line.accessibleName())
        calendar.activated.connect(self._take_day)
        calendar.clicked.connect(self._take_day)
        self._calendar = calendar
        holder = row(calendar)
        holder.addStretch(1)
        self._lines.addLayout(holder)
        calendar.setFocus()
        bring_into_sight(calendar)

    def _put_calendar_away(self) -> None:
        calendar, self._calendar = self._calendar, None
        if calendar is not None:
            self._line.setFocus()
            calendar.hide()
            calendar.deleteLater()

    def _take_day(self, chosen: QDate) -> None:
        if self._calendar is None:  # a double click says it twice
            return
        self._put_calendar_away()
        day = date(chosen.year(), chosen.month(), chosen.day())
        self.misread.emit("")
        self._line.setModified(False)
        if self._kind == "date":
            self._give(day.isoformat())
            return
        clock = typed_time(readable_time(self._value.partition("T")[2]) or _NOON)
        if clock is not None:
            moment = datetime.combine(day, clock, CASEWORK_ZONE)
            self._give(moment.isoformat(timespec="milliseconds"))


class Calendar(QCalendarWidget):
    """A month to choose a day from; Escape puts it away."""

    def __init__(self, day: QDate, away: Callable[[], None]) -> None:
        """Show the month of a day."""
        super().__init__()
        self._away = away
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        plain = self.weekdayTextFormat(Qt.DayOfWeek.Monday)
        for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day_of_week, plain)
        self.setMinimumSize(current_look().px(320), current_look().px(240))
        self.setSelectedDate(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._away()
        else:
            super().keyPressEvent(event)


def _words(kind: str, value: str) -> str:
    return readable_time(value) if kind == "time" else readable_instant(value)


def _example(kind: str) -> str:
    return {
        "date": translate("forms", "such as 3 Feb 2026"),
        "dateTime": translate("forms", "such as 3 Feb 2026 14:30"),
        "time": translate("forms", "14:30"),
    }[kind]


def _expected(kind: str) -> str:
    return {
        "date": translate(
            "forms", "This is not a day. Write it as 3 Feb 2026, 3/2/2026, today or yesterday."
        ),
        "dateTime": translate(
            "forms", "This is not a day with a time. Write it as 3 Feb 2026 14:30, or now."
        ),
        "time": translate("forms", "This is not a time. Write it as 14:30 or 2.30pm."),
    }[kind]

"""Over which days a report counts: a quarter or a year out of a list, or two days that one types."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.domain.reports.periods import QUARTERS, Period, quarter, year
from outreach_app.services.typed_days import typed_day
from outreach_app.ui.pieces.actions import has_large_text
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.surfaces import column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import month_names, told, translate
from outreach_app.ui.theme.look import current_look

_QUARTERS_BACK, _YEARS_BACK = 8, 3
_LIST_PX, _FIELD_PX = 480, 200


class PeriodChoice(QWidget):
    """A list of periods, the last whole quarter first chosen; its last entry asks for two days."""

    def __init__(self, today: date) -> None:
        """Offer what lies behind a day."""
        super().__init__()
        self._today = today
        look = current_look()
        self._list = ListBox(translate("reports", "Period"))
        self._list.setMaximumWidth(look.px(_LIST_PX))
        for each in _quarters(today):
            self._list.add(_so_far(each.words(), each, today), each)
        for back in range(_YEARS_BACK):
            whole = year(today.year - back)
            words = translate("reports", "{year}, the whole year").format(year=whole.words())
            self._list.add(_so_far(words, whole, today), whole)
        self._list.add(translate("reports", "Other days"))
        self._list.setCurrentIndex(1)
        self._first = line_field(translate("reports", "From"), "")
        self._last = line_field(translate("reports", "To"), "")
        self._days = QWidget()
        first, last = (self._asked(each) for each in (self._first, self._last))
        days = QVBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        beside = column(gap=8) if has_large_text() else row(gap=16)
        beside.addLayout(first)
        beside.addLayout(last)
        beside.addStretch(1)
        days.addLayout(beside)
        days.addWidget(
            Text(translate("reports", "Both days count. Such as 1 Feb 2026 or yesterday."), "small")
        )
        self._days.setVisible(False)
        self._list.currentIndexChanged.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(10))
        layout.addWidget(self._list)
        layout.addWidget(self._days)
        self.setFocusProxy(self._list)

    def period(self) -> Period | None:
        """Return what is chosen; None where the days that were typed are no period."""
        chosen = self._list.currentData()
        if isinstance(chosen, Period):
            return chosen
        first, last = (
            typed_day(each.text(), self._today, month_names()) for each in (self._first, self._last)
        )
        return Period(first, last) if first and last and first <= last else None

    def _asked(self, field: QWidget) -> QVBoxLayout:
        field.setFixedWidth(current_look().px(_FIELD_PX))
        return column(Text(field.accessibleName(), "small"), field)

    def _on_chosen(self) -> None:
        asks = self._list.currentData() is None
        self._days.setVisible(asks)
        if asks:
            self._first.setFocus()


def _quarters(today: date) -> list[Period]:
    """Return the quarter of a day and those before it, the newest first."""
    here = today.year * QUARTERS + (today.month - 1) // (12 // QUARTERS)
    return [
        quarter(each // QUARTERS, each % QUARTERS + 1)
        for each in range(here, here - _QUARTERS_BACK, -1)
    ]


def _so_far(words: str, period: Period, today: date) -> str:
    if not period.holds(today):
        return told(words)
    return translate("reports", "{period}, so far").format(period=words)

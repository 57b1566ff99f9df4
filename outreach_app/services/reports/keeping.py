"""How long a report with exact numbers is kept: it is personal data like what it was counted from.

Of reports for others only what they were shown is kept, because the next ones must respect it.
"""

from dataclasses import dataclass
from datetime import date

from outreach_app.domain.authority import CaseAccess, Verb
from outreach_app.domain.day_words import long_date
from outreach_app.domain.reports.audiences import Audience
from outreach_app.domain.timescales import Timescales
from outreach_app.phrases import phrase
from outreach_app.services.instants import day_of
from outreach_app.services.reports.kept import kept_reports
from outreach_app.services.sitting import Sitting

RETENTION = "retention_report"
"""Row of the table of timescales; it counts from the day on which a report was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFigures:
    """A report with exact numbers that was made in this vault.

    Attributes:
        period: In words.
        until: The day from which it need not be kept, None where the table has no row.
        is_due: That day has come.
    """

    number: int
    period: str
    made_on: date
    until: date | None
    is_due: bool

    def title(self) -> str:
        """Return what it is called, and when it was made."""
        return phrase(
            "Report {number}, {period}, made on {day}",
            number=str(self.number),
            period=self.period,
            day=long_date(self.made_on),
        )

    def words(self) -> str:
        """Return in one sentence how long it is kept."""
        if self.until is None:
            return phrase("The table of timescales has no row for reports")
        if self.is_due:
            return phrase("Kept until {day}: look whether it may go", day=long_date(self.until))
        return phrase("Kept until {day} at least", day=long_date(self.until))


def report_kept_until(timescales: Timescales, made_on: date) -> date | None:
    """Return until when a report with exact numbers is kept, None where the table has no row."""
    if timescales.find(RETENTION, made_on, "EW") is None:
        return None
    return timescales.due(RETENTION, made_on).due


def kept_figures(sitting: Sitting) -> tuple[KeptFigures, ...]:
    """Return the reports with exact numbers that were made here, oldest first.

    Raises:
        NotAllowed: The person does not close cases; the attempt is in the journal.
    """
    sitting.require(Verb.CLOSE, CaseAccess())
    timescales, today = sitting.configuration.time_limits(), sitting.today()
    found = []
    for kept in kept_reports(sitting):
        if kept.audience != Audience.INTERNAL.value:
            continue
        made_on = day_of(kept.made_at)
        until = report_kept_until(timescales, made_on)
        found.append(
            KeptFigures(
                number=kept.number,
                period=kept.as_period().words(),
                made_on=made_on,
                until=until,
                is_due=until is not None and until <= today,
            )
        )
    return tuple(found)

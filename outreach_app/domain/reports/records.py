"""What a report reads: cases as plain values, each document in the version at the cut-off."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, cached_property
from typing import Any

from outreach_app.domain.reports.audiences import Thresholds
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import parse_day
from outreach_app.domain.working_days import working_days_between

Flat = Mapping[str, Any]
READ_FORMS = (
    "client", "case", "risk_assessment", "support_plan", "outcomes_check", "safety_flag",
    "referral", "transmission", "referral_outcome", "nrm_explanation", "nrm_event",
    "missing_episode", "exit_checklist", "follow_up", "agency_involvement",
)  # fmt: skip
"""The forms whose documents a report reads."""
_ITEM = re.compile(r"d\d{1,2}_")


@cache
def is_read(name: str) -> bool:
    """Say whether a group of answers may hold something that a report reads: coded items do not."""
    return _ITEM.match(name) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The accepted version of one document at the cut-off.

    Attributes:
        signed_at: When this version was signed.
        first_signed_on: When the first accepted version of the document was signed.
        approved_on: A second person accepted this document on that day.
        countersigned: A second person stands behind this version.
        closed: A supervisor closed it.
        said: What reviewers of this version answered in the form.
    """

    document_id: str
    form_id: str
    signed_at: datetime
    first_signed_on: date
    answers: Flat
    approved_on: date | None = None
    countersigned: bool = False
    closed: bool = False
    said: Flat = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return one answer, "" when there is none."""
        value = self.answers.get(name, "")
        return value if isinstance(value, str) else ""

    def day(self, name: str) -> date | None:
        """Return the day of an answer that is a date, or a date and time."""
        return parse_day(self.text(name))

    def on(self, name: str) -> date:
        """Return the document's own day, which stands in one answer; else that of the signature."""
        return self.day(name) or self.signed_at.date()

    def rows(self, name: str) -> tuple[Flat, ...]:
        """Return the rows of a repeat."""
        value = self.answers.get(name)
        return tuple(value) if isinstance(value, list | tuple) else ()


@dataclass(frozen=True, kw_only=True)
class CaseRecord:
    """One case with its client and all of its documents, oldest first.

    Attributes:
        first_client: The record of the client as it was first signed.
        conflicts: Documents with two versions that nobody has merged.
    """

    case_id: str
    client_id: str
    client: Flat = field(default_factory=dict)
    first_client: Flat = field(default_factory=dict)
    case: Flat = field(default_factory=dict)
    documents: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    conflicts: int = 0

    def of(self, form_id: str) -> tuple[Version, ...]:
        """Return the documents of one form, oldest first."""
        return self.documents.get(form_id, ())

    @cached_property
    def opened(self) -> date | None:
        """Return the day on which the case was opened."""
        return parse_day(str(self.case.get("case_opened_on", "")))

    @cached_property
    def exit(self) -> Version | None:
        """Return the exit that a supervisor has closed."""
        return next((each for each in reversed(self.of("exit_checklist")) if each.closed), None)

    @cached_property
    def closed(self) -> date | None:
        """Return the day on which the case ended, None while no supervisor has closed it."""
        left = self.exit
        return left.day("exit_date") if left is not None else None

    @property
    def is_duplicate(self) -> bool:
        """Say whether it was closed because the client had another record already."""
        return self.exit is not None and self.exit.text("exit_reason") == "duplicate"

    @property
    def jurisdiction(self) -> str:
        """Return the nation whose timescales and bank holidays count."""
        return str(self.client.get("case_jurisdiction", "") or "EW")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What formulas need besides the cases.

    Attributes:
        timescales: The organisation's timescales.
        bank_holidays: By nation.
        force_regions: The region of each police force.
        thresholds: What the organisation has set for small numbers.
    """

    timescales: Timescales
    bank_holidays: Mapping[str, frozenset[date]] = field(default_factory=dict)
    force_regions: Mapping[str, str] = field(default_factory=dict)
    thresholds: Thresholds = field(default_factory=Thresholds)

    def due(self, code: str, start: date | datetime, case: CaseRecord) -> date | None:
        """Return by when something was due, None where the timescales have no such row."""
        day = start.date() if isinstance(start, datetime) else start
        if self.timescales.find(code, day, case.jurisdiction) is None:
            return None
        found = self.timescales.due(code, start, None, case.jurisdiction, self.bank_holidays)
        return found.due

    def working_days(self, start: date, end: date, case: CaseRecord) -> int:
        """Return the working days between two dates in the nation of a case."""
        holidays = self.bank_holidays.get(case.jurisdiction, frozenset())
        return working_days_between(start, end, holidays)

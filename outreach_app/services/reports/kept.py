"""The reports that were made here: what each rests on and has shown, so that it can be repeated."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from outreach_app.domain.reports.audiences import Audience
from outreach_app.domain.reports.disclosure import Key
from outreach_app.domain.reports.linking import Earlier
from outreach_app.domain.reports.periods import Period, parse_period
from outreach_app.services.reports.errors import UnknownReport
from outreach_app.services.sitting import Sitting

_INDEX = "reports.made"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """One report that was made in this vault.

    Attributes:
        period: First and last day, as in ``2026-04-01..2026-06-30``.
        versions: The version of each document, shortened.
        bundles: Digests of the bundles accepted by then.
        digest: Of all versions.
        thresholds: What was in force for small numbers when it was made.
        shown: Every count under its name; None for a hidden one.
    """

    number: int
    made_at: str
    made_by: str
    period: str
    audience: str
    cut_off: str
    digest: str
    versions: dict[str, str]
    bundles: list[str]
    thresholds: dict[str, int]
    shown: list[tuple[list[str], int | None]]

    def as_period(self) -> Period:
        """Return the period."""
        return parse_period(self.period)

    def counts(self) -> dict[Key, int | None]:
        """Return every count under its name."""
        return {tuple(key): count for key, count in self.shown}


def period_text(period: Period) -> str:
    """Return a period as it is kept."""
    return f"{period.start.isoformat()}..{period.end.isoformat()}"


def kept_reports(sitting: Sitting) -> tuple[KeptReport, ...]:
    """Return all reports that were made here, oldest first."""
    numbers: list[int] = json.loads(sitting.vault.properties.get(_INDEX, "[]"))
    return tuple(kept_report(sitting, number) for number in numbers)


def kept_report(sitting: Sitting, number: int) -> KeptReport:
    """Return one report.

    Raises:
        UnknownReport: There is none of this number.
    """
    text = sitting.vault.properties.get(f"{_INDEX}.{number}")
    if not text:
        raise UnknownReport(number=number)
    fields: dict[str, Any] = json.loads(text)
    fields["shown"] = [(list(key), count) for key, count in fields["shown"]]
    return KeptReport(**fields)


def keep(sitting: Sitting, report: KeptReport) -> None:
    """Keep a report inside the caller's act."""
    properties = sitting.vault.properties
    numbers: list[int] = json.loads(properties.get(_INDEX, "[]"))
    properties.set(_INDEX, json.dumps([*numbers, report.number]))
    properties.set(f"{_INDEX}.{report.number}", json.dumps(asdict(report), separators=(",", ":")))


def next_number(sitting: Sitting) -> int:
    """Return the number of the next report."""
    numbers: list[int] = json.loads(sitting.vault.properties.get(_INDEX, "[]"))
    return max(numbers, default=0) + 1


def shown_before(sitting: Sitting, audience: Audience) -> list[Earlier]:
    """Return what earlier reports have told outsiders; an internal report needs none of it."""
    if audience is Audience.INTERNAL:
        return []
    return [
        Earlier(each.as_period(), each.counts())
        for each in kept_reports(sitting)
        if each.audience != Audience.INTERNAL.value
    ]

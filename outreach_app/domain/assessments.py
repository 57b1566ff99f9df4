"""Signed risk assessments as rules and trends read them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from outreach_app.domain.gaps import Gap, item_gaps, reconcile
from outreach_app.domain.levels import RiskLevel, parse_level
from outreach_app.domain.records import Record
from outreach_app.domain.risk import (
    GAP_DOMAINS,
    MINORS_DOMAIN,
    CodedItem,
    RiskInput,
    RiskRow,
    effective_level,
)
from outreach_app.domain.risk_input import NOW, read_risk_rows
from outreach_app.domain.values import rows_of, text_of, whole_of

# Whether a blank item was hidden when the form was signed is not written down; the core items of
# these domains are never hidden, so there a blank is a gap.
ALWAYS_ASKED = frozenset({*GAP_DOMAINS, MINORS_DOMAIN})
_ITEM = re.compile(r"^(d\d{1,2})_.+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One signed assessment.

    Attributes:
        indicated: The level that the rules indicated when it was signed.
        overall: The worker's judgement.
        fear_score: The client's own number, 0 (not at all safe) to 10 (completely).
        codes: Present code of every answered item by its stem.
    """

    record: Record
    kind: str
    indicated: RiskLevel | None
    overall: RiskLevel | None
    countersigned: bool
    fear_score: int | None
    rows: tuple[RiskRow, ...]
    codes: Mapping[str, str]
    gaps: tuple[Gap, ...]

    @property
    def on(self) -> date:
        """Return the day of the assessment."""
        return self.record.on

    @property
    def effective(self) -> RiskLevel | None:
        """Return the level that counts: the higher one until a second person has signed."""
        return effective_level(self.indicated, self.overall, countersigned=self.countersigned)

    @property
    def judged(self) -> RiskLevel | None:
        """Return the level a person decided on, else the indicated one."""
        return self.overall if self.overall is not None else self.indicated

    def open_gaps(self) -> tuple[Gap, ...]:
        """Return the gaps that still ask for something."""
        return tuple(gap for gap in self.gaps if gap.is_open)


def read_assessment(
    record: Record, items: tuple[CodedItem, ...] = (), *, is_minor: bool = False
) -> Assessment:
    """Return the assessment in a record.

    Args:
        record: A signed risk assessment.
        items: The coded items of its form; without them only answered items are known.
        is_minor: Whether the client was treated as a minor on that day.
    """
    answers = record.answers
    codes = {
        name.removesuffix(NOW): value
        for name, value in answers.items()
        if name.endswith(NOW) and _ITEM.match(name) and isinstance(value, str)
    }
    known = items or tuple(
        CodedItem(name=name, domain=domain_of(name), core=True) for name in sorted(codes)
    )
    rows = read_risk_rows(answers)
    given = RiskInput(
        kind=text_of(answers, "assessment_kind"),
        items=tuple(item for item in known if item.name in codes or item.domain in ALWAYS_ASKED),
        now=dict(codes),
        rows=rows,
        is_minor=is_minor,
    )
    return Assessment(
        record=record,
        kind=given.kind,
        indicated=parse_level(text_of(answers, "indicated_level")),
        overall=parse_level(text_of(answers, "overall_level")),
        countersigned=record.is_countersigned,
        fear_score=whole_of(answers, "client_fear_score"),
        rows=rows,
        codes=codes,
        gaps=reconcile(item_gaps(given), rows_of(answers, "gaps")),
    )


def domain_of(item: str) -> str:
    """Return the domain of an item by its name: ``D1`` for ``d1_threats``."""
    match = _ITEM.match(item)
    return match.group(1).upper() if match else ""

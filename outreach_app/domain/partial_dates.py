"""Dates of which the day or the month may be unknown."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from outreach_app.domain.values import FIRST_YEAR, LAST_YEAR, text_of, whole_of

_ISO = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as far as it is known; `month` and `day` are None where they are not.

    Attributes:
        basis: How it is known, such as ``stated`` or ``document_default_date``.
    """

    year: int
    month: int | None = None
    day: int | None = None
    basis: str = ""

    @property
    def precision(self) -> str:
        """Return ``day``, ``month`` or ``year``."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def iso(self) -> str:
        """Return the date in ISO form as far as it is known: ``2003-03``."""
        text = f"{self.year:04}"
        text += f"-{self.month:02}" if self.month is not None else ""
        return text + (f"-{self.day:02}" if self.day is not None else "")

    def earliest(self) -> date:
        """Return the first day that it allows."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """Return the last day that it allows."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def parse_partial_date(text: str, basis: str = "") -> PartialDate | None:
    """Return a partial date from ``2003``, ``2003-03`` or ``2003-03-14``, None for anything else."""
    match = _ISO.match(text[:10])
    if match is None:
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    if year is None:
        return None
    return _checked(PartialDate(year=year, month=month, day=day, basis=basis))


def partial_date_of(answers: Mapping[str, Any], name: str) -> PartialDate | None:
    """Read a partial date from ``<name>_year``, ``_month``, ``_day`` and ``_basis``.

    A question that was asked as one full date is read from its single leaf.
    """
    basis = text_of(answers, f"{name}_basis")
    year = whole_of(answers, f"{name}_year")
    if year is None:
        return parse_partial_date(text_of(answers, name), basis)
    month = whole_of(answers, f"{name}_month")
    day = whole_of(answers, f"{name}_day") if month is not None else None
    return _checked(PartialDate(year=year, month=month, day=day, basis=basis))


def _checked(partial: PartialDate) -> PartialDate | None:
    if not FIRST_YEAR <= partial.year <= LAST_YEAR:
        return None
    try:
        partial.earliest()
        partial.latest()
    except (ValueError, OverflowError):
        return None
    return partial

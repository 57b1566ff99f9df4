"""Age, and the rule that someone is treated as a child until it is decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from outreach_app.domain.partial_dates import PartialDate, partial_date_of
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import text_of
from outreach_app.domain.working_days import age_on, birthday
from outreach_app.phrases import in_a_row, listed, phrase

ADULT_AGE = 18
_CHILD_STATUSES = {
    "child_confirmed": phrase("the age status says child"),
    "assessed_child": phrase("assessed as a child"),
    "uncertain": phrase("the age is not sure: treated as a child until decided"),
    "disputed": phrase("the age is disputed: treated as a child until decided"),
}


@dataclass(frozen=True, slots=True)
class Minority:
    """Whether rules for children apply, and why, in words for the screen."""

    is_minor: bool
    reason: str


def trusted_birth_date(client: Mapping[str, Any]) -> PartialDate | None:
    """Return the date of birth as far as it may be relied on.

    A document's default date proves only the year, and a date given by an exploiter proves nothing.
    """
    born = partial_date_of(client, "dob")
    if born is None or born.basis == "given_by_exploiter":
        return None
    if born.basis == "document_default_date":
        return PartialDate(year=born.year, basis=born.basis)
    return born


def minority(client: Mapping[str, Any], on: date) -> Minority:
    """Say whether the client is treated as a minor on a day.

    An age status for a child wins; a decision of adulthood wins over a stated date of birth; a
    date of birth counts as adult only when even the youngest age that it allows is 18.
    """
    status = text_of(client, "age_status")
    if status in _CHILD_STATUSES:
        return Minority(is_minor=True, reason=_CHILD_STATUSES[status])
    if status == "assessed_adult":
        return Minority(is_minor=False, reason=phrase("assessed as an adult"))
    born = trusted_birth_date(client)
    if status == "adult_confirmed":
        if born is not None and age_on(born.earliest(), on) < ADULT_AGE:
            return Minority(
                is_minor=True,
                reason=phrase(
                    "the date of birth contradicts the age status: treated as a child until decided"
                ),
            )
        return Minority(is_minor=False, reason=phrase("the age status says adult"))
    return _by_birth_date(born, on)


def _by_birth_date(born: PartialDate | None, on: date) -> Minority:
    if born is None:
        return Minority(
            is_minor=True,
            reason=phrase("nothing is known about the age: treated as a child until decided"),
        )
    youngest = age_on(born.latest(), on)
    if youngest >= ADULT_AGE:
        return Minority(
            is_minor=False,
            reason=phrase("at least {youngest} by the date of birth", youngest=youngest),
        )
    if age_on(born.earliest(), on) >= ADULT_AGE:
        return Minority(
            is_minor=True, reason=phrase("may still be under 18: treated as a child until decided")
        )
    return Minority(is_minor=True, reason=phrase("under 18 by the date of birth"))


def age_text(client: Mapping[str, Any], on: date) -> str:
    """Return the age in words: exact, a range, or that it is not known; with a dispute named."""
    status = text_of(client, "age_status")
    suffix = listed(status) if status in {"disputed", "uncertain"} else ""
    born = trusted_birth_date(client)
    if born is None:
        return in_a_row((phrase("age not known"), suffix))
    oldest, youngest = age_on(born.earliest(), on), age_on(born.latest(), on)
    if born.basis == "estimated":
        return in_a_row((phrase("about {years}", years=youngest), suffix))
    either = phrase("{younger} or {older}", younger=youngest, older=oldest)
    return in_a_row((str(oldest) if oldest == youngest else either, suffix))


def turning_18_alert(
    client: Mapping[str, Any],
    on: date,
    timescales: Timescales,
    *,
    consent_recorded: bool,
    served_since: date | None = None,
) -> date | None:
    """Return since when the consent at 18 must be prepared, or None when it need not be (yet).

    Who was 18 before the service began has never consented as a child: there is nothing to renew.

    Args:
        client: Answers of the client record.
        on: The day that is looked at.
        timescales: The table with the row ``consent_at_18_start``.
        consent_recorded: The consent at 18 is there already.
        served_since: When the service began, None for not before `on`.

    Raises:
        NoTimescale: The table has no row ``consent_at_18_start``.
    """
    born = trusted_birth_date(client)
    if born is None or consent_recorded:
        return None
    eighteenth = birthday(born.earliest(), ADULT_AGE)
    if eighteenth < (served_since or on):
        return None
    start = timescales.due("consent_at_18_start", eighteenth, on).due
    # The shipped row counts "before"; a table that writes it as a plain number means the same.
    start = start if start <= eighteenth else eighteenth - (start - eighteenth)
    return start if start <= on and minority(client, start).is_minor else None


def was_minor_when_exploited(client: Mapping[str, Any], case: Mapping[str, Any]) -> str:
    """Return ``yes``, ``no`` or ``unknown`` from the dates of birth and of the exploitation."""
    born = trusted_birth_date(client)
    start = partial_date_of(case, "exploitation_start")
    if born is None or start is None:
        return "unknown"
    if age_on(born.earliest(), start.latest()) < ADULT_AGE:
        return "yes"
    return "no" if age_on(born.latest(), start.earliest()) >= ADULT_AGE else "unknown"

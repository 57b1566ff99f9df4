"""The clock of a young person's 18th birthday: the consent that was given for a child ends with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from outreach_app.domain.age import ADULT_AGE, trusted_birth_date, turning_18_alert
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import day_of, text_of
from outreach_app.domain.working_days import birthday
from outreach_app.phrases import phrase
from outreach_app.services.needs import Need, NeedKind

_ROW = "consent_at_18_start"
RENEWED = "consent_at_18"
"""The event that ends the clock."""
_NATION = "EW"


@dataclass(frozen=True, slots=True)
class TurningEighteen:
    """When a client turns 18, and since when that is to be prepared.

    Attributes:
        birthday: The earliest day that the date of birth allows.
    """

    birthday: date
    prepare_from: date


def turning_eighteen(case_file: CaseFile, timescales: Timescales) -> TurningEighteen | None:
    """Return the clock of a case, None while it does not run."""
    kinds = {text_of(each.answers, "nrm_event_kind") for each in case_file.all("nrm_event")}
    return clock_of(
        case_file.client,
        timescales,
        on=case_file.on,
        renewed=RENEWED in kinds,
        since=day_of(case_file.case, "case_opened_on"),
    )


def needs_of_age(case_file: CaseFile, timescales: Timescales) -> Iterator[Need]:
    """Yield what the birthday asks for in a case."""
    found = turning_eighteen(case_file, timescales)
    record = case_file.newest("client")
    if found is not None and record is not None:
        yield birthday_need(found, record.document_id)


def clock_of(
    client: Mapping[str, Any],
    timescales: Timescales,
    *,
    on: date,
    renewed: bool,
    since: date | None,
) -> TurningEighteen | None:
    """Return the clock out of plain answers.

    Args:
        client: Answers of the client record, at least those about birth and age.
        timescales: The configured limits.
        on: The day that is looked at.
        renewed: The consent at 18 is recorded.
        since: When the service began.
    """
    born = trusted_birth_date(client)
    if born is None or timescales.find(_ROW, on, _NATION) is None:
        return None
    start = turning_18_alert(client, on, timescales, consent_recorded=renewed, served_since=since)
    return TurningEighteen(birthday(born.earliest(), ADULT_AGE), start) if start else None


def birthday_need(found: TurningEighteen, document_id: str) -> Need:
    """Return what the birthday asks for."""
    return Need(
        kind=NeedKind.NRM,
        what=phrase("Turning 18: ask again about the NRM, as an adult"),
        where=phrase("NRM"),
        due=found.birthday,
        document_id=document_id,
    )

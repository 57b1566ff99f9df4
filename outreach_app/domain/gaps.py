"""Information gaps: what matters for safety and is not known yet. Unknown is never “no”."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from outreach_app.domain.age import trusted_birth_date
from outreach_app.domain.risk import NOT_KNOWN, RiskInput
from outreach_app.domain.safe_contacts import safe_contacts
from outreach_app.domain.values import codes_of, is_answered, is_yes, rows_of, state_of, text_of
from outreach_app.phrases import phrase


class GapStatus(StrEnum):
    """Where an information gap stands."""

    OPEN = "open"
    ANSWERED = "answered"
    CLIENT_DECLINES = "client_declines"
    CANNOT_BE_KNOWN = "cannot_be_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is not known.

    Attributes:
        source: What it comes from: an item stem, a question name, or a row id.
        domain: Domain of the assessment, such as ``D1``; "" for facts of the record.
        core: Whether it stands on a core item.
        row_id: The stored row about it, "" when the worker has not written one yet.
    """

    source: str
    question: str
    status: GapStatus = GapStatus.OPEN
    domain: str = ""
    core: bool = False
    row_id: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether it still asks for something to be done; a declined answer never does."""
        return self.status is GapStatus.OPEN


FIVE_QUESTIONS = {
    "q1_community": phrase("Is the local community safe for the client?"),
    "q2_public_funds": phrase("Does the client have access to public funds?"),
    "q3_understands": phrase("Does the client understand what is going on?"),
    "q4_safe": phrase("Is the client safe where she or he is?"),
    "q5_family_friends": phrase("Are family members or friends a risk?"),
}
_UNKNOWN_ADDRESS = frozenset({"", "unknown"})


def automatic_gaps(
    given: RiskInput,
    answers: Mapping[str, Any],
    client: Mapping[str, Any],
    case: Mapping[str, Any],
) -> tuple[Gap, ...]:
    """Return the gaps that the program finds by itself, in the order of the assessment."""
    return (
        *item_gaps(given),
        *_flag_gaps(given),
        *_fact_gaps(client, case),
        *(
            Gap(
                source=row.row_id,
                question=phrase("How likely and how severe: {named}?", named=row.named),
            )
            for row in given.rows
            if row.is_counted and row.score is None
        ),
        *(
            Gap(source=name, question=question)
            for name, question in FIVE_QUESTIONS.items()
            if text_of(answers, name) == "unknown"
        ),
    )


def item_gaps(given: RiskInput) -> tuple[Gap, ...]:
    """Return a gap for each item that is unknown, not asked or declined."""
    found = []
    for item in given.asked():
        code = given.code(item)
        if code not in NOT_KNOWN | {"declined"}:
            continue
        status = GapStatus.CLIENT_DECLINES if code == "declined" else GapStatus.OPEN
        found.append(
            Gap(
                source=item.name,
                question=item.title,
                status=status,
                domain=item.domain,
                core=item.core,
            )
        )
    return tuple(found)


def _flag_gaps(given: RiskInput) -> tuple[Gap, ...]:
    return tuple(
        Gap(
            source="flag_suicide_intent_means",
            question=phrase("Are intent and means within reach?"),
            core=True,
        )
        for flag in given.flags
        if flag.code == "suicide_plan"
        and flag.is_open()
        and flag.intent_and_means in NOT_KNOWN | {"declined"}
    )


def _fact_gaps(client: Mapping[str, Any], case: Mapping[str, Any]) -> tuple[Gap, ...]:
    british = "GB" in codes_of(client, "nationalities")
    exploiters = rows_of(case, "exploiters")
    whereabouts_known = exploiters and all(
        state_of(row, "exp_location") not in NOT_KNOWN for row in exploiters
    )
    missing = (
        (not _age_known(client), "dob", phrase("How old is the client?"), client),
        (
            not _address_known(client),
            "current_address",
            phrase("Where does the client live now?"),
            client,
        ),
        (
            not _contact_safe(client),
            "safe_contacts",
            phrase("How can the client be reached safely?"),
            client,
        ),
        (
            _unknown(client, "interpreter_needed"),
            "interpreter_needed",
            phrase("Is an interpreter needed?"),
            client,
        ),
        (
            not british and _unknown(case, "immigration_status"),
            "immigration_status",
            phrase("What is the immigration status?"),
            case,
        ),
        (
            _unknown(client, "has_dependants"),
            "has_dependants",
            phrase("Are there children or other dependants?"),
            client,
        ),
        (not whereabouts_known, "exp_location", phrase("Where are the exploiters now?"), case),
    )
    return tuple(
        Gap(source=name, question=question, status=_status(record, name))
        for is_missing, name, question, record in missing
        if is_missing
    )


def _age_known(client: Mapping[str, Any]) -> bool:
    return trusted_birth_date(client) is not None or state_of(client, "age_band") not in (
        NOT_KNOWN | {"declined"}
    )


def _address_known(client: Mapping[str, Any]) -> bool:
    if is_yes(client, "no_fixed_address"):
        return True
    names = ("addr_line1", "addr_town", "addr_la")
    return any(text_of(client, name) for name in names) or (
        text_of(client, "addr_kind") not in _UNKNOWN_ADDRESS
    )


def _contact_safe(client: Mapping[str, Any]) -> bool:
    return bool(safe_contacts(client))


def _unknown(record: Mapping[str, Any], name: str) -> bool:
    return state_of(record, name) in NOT_KNOWN | {"declined"}


def _status(record: Mapping[str, Any], name: str) -> GapStatus:
    declined = is_answered(record, name) and state_of(record, name) == "declined"
    return GapStatus.CLIENT_DECLINES if declined else GapStatus.OPEN


def reconcile(
    automatic: Iterable[Gap], stored_rows: Iterable[Mapping[str, Any]]
) -> tuple[Gap, ...]:
    """Join the automatic gaps with the rows that people wrote about them, own rows after.

    A person may say that something cannot be known or that the client declines. *Answered* alone
    does not close an automatic gap: the answer must be given to the question itself.
    """
    rows = {
        text_of(row, "_id") if _is_own(row) else text_of(row, "gap_source"): row
        for row in stored_rows
    }
    joined = []
    for gap in automatic:
        row = rows.pop(gap.source, None)
        status = _read_status(row) if row is not None else gap.status
        keeps = status in {GapStatus.CLIENT_DECLINES, GapStatus.CANNOT_BE_KNOWN}
        row_id = text_of(row, "_id") if row is not None else ""
        joined.append(replace(gap, status=status if keeps else gap.status, row_id=row_id))
    own = (
        Gap(
            source=text_of(row, "gap_source") or "own",
            question=text_of(row, "gap_question"),
            status=_read_status(row),
            row_id=text_of(row, "_id"),
        )
        for row in rows.values()
        if _is_own(row)
    )
    return (*joined, *own)


def _is_own(row: Mapping[str, Any]) -> bool:
    return text_of(row, "gap_source") in {"", "own"}


def _read_status(row: Mapping[str, Any]) -> GapStatus:
    try:
        return GapStatus(text_of(row, "gap_status") or "open")
    except ValueError:
        return GapStatus.OPEN

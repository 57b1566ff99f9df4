"""From the answers of a risk assessment to what the level rules read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from outreach_app.domain.flags import Flag, as_open
from outreach_app.domain.risk import SUGGESTING, CodedItem, RiskInput, RiskRow
from outreach_app.domain.values import row_id_of, rows_of, text_of, whole_of
from outreach_app.phrases import phrase

NOW, PAST = "_now", "_past"
MIN_REASON = 10


def build_risk_input(
    answers: Mapping[str, Any],
    items: Iterable[CodedItem],
    flags: Iterable[Flag],
    *,
    is_minor: bool,
    on: date | None = None,
) -> RiskInput:
    """Return the input of the level rules.

    Args:
        answers: Flat answers of the assessment.
        items: The form's coded items with their metadata and whether each is relevant now.
        flags: Flags of the case; cleared ones are left out.
        is_minor: Whether the client is treated as a minor on the day of the assessment.
        on: Day as of which flags count; left out while an assessment is being written.
    """
    every = tuple(items)
    return RiskInput(
        kind=text_of(answers, "assessment_kind"),
        items=every,
        now=read_codes(answers, every),
        rows=read_risk_rows(answers),
        flags=tuple(as_open(flag) for flag in flags if flag.is_open(on)),
        is_minor=is_minor,
    )


def read_codes(answers: Mapping[str, Any], items: Iterable[CodedItem]) -> dict[str, str]:
    """Return the present code of every answered item by its stem."""
    found = {item.name: text_of(answers, item.name + NOW) for item in items}
    return {name: code for name, code in found.items() if code}


def read_risk_rows(answers: Mapping[str, Any]) -> tuple[RiskRow, ...]:
    """Return the described risks in their order."""
    return tuple(
        RiskRow(
            row_id=row_id_of(row),
            label=text_of(row, "risk_key"),
            title=text_of(row, "risk_title"),
            domain=text_of(row, "risk_domain"),
            likelihood=whole_of(row, "risk_likelihood"),
            severity=whole_of(row, "risk_severity"),
            imminence=text_of(row, "risk_imminence"),
            status=text_of(row, "risk_status"),
        )
        for row in rows_of(answers, "risks")
    )


@dataclass(frozen=True, slots=True)
class SuggestedFlag:
    """A flag that an item suggests: it must be raised, or the worker writes why it is not."""

    item: CodedItem
    flag: str


def suggested_flags(
    given: RiskInput, reasons: Mapping[tuple[str, str], str] | None = None
) -> tuple[SuggestedFlag, ...]:
    """Return the (item, flag) pairs that still need the flag or a reason before signing.

    Args:
        given: What the rules read.
        reasons: Reasons for not raising, by (item stem, flag code).
    """
    raised = {flag.code for flag in given.flags if flag.is_open()}
    written = reasons or {}
    return tuple(
        SuggestedFlag(item, item.flag)
        for item in given.asked()
        if item.flag
        and given.code(item) in SUGGESTING
        and item.flag not in raised
        and len(written.get((item.name, item.flag), "").strip()) < MIN_REASON
    )


def read_flag_reasons(answers: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """Return the written reasons for flags not raised, by (item stem, flag code)."""
    return {
        (text_of(row, "fnr_item").removesuffix(NOW), text_of(row, "fnr_flag")): text_of(
            row, "flag_not_raised_reason"
        )
        for row in rows_of(answers, "flags_not_raised")
    }


@dataclass(frozen=True, slots=True)
class ProposedRisk:
    """A risk row that the program proposes; the worker merges, words and rates it.

    Attributes:
        beside: Ids of rows that already describe a risk of the same domain.
    """

    item: CodedItem
    code: str
    beside: tuple[str, ...]


def proposed_risks(given: RiskInput) -> tuple[ProposedRisk, ...]:
    """Return a proposal for each item coded present or possible that has a floor or a flag."""
    return tuple(
        ProposedRisk(
            item,
            given.code(item),
            tuple(row.row_id for row in given.rows if row.domain == item.domain and row.is_counted),
        )
        for item in given.asked()
        if (item.floor is not None or item.flag) and given.code(item) in SUGGESTING
    )


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An answer to one of the service's five questions that the items do not bear out."""

    question: str
    answer: str
    because: tuple[str, ...]


_REASSURING = {
    "q1_community": "yes",
    "q2_public_funds": "yes",
    "q3_understands": "yes",
    "q4_safe": "yes",
    "q5_family_friends": "no",
}
_SPEAKS_AGAINST = {
    "q1_community": ("d3_area_unsafe", "d3_near_exploitation", "d3_recognised"),
    "q2_public_funds": ("d5_nrpf",),
    "q3_understands": ("d11_not_understood",),
    "q4_safe": (
        "d1_knows_location",
        "d1_threats",
        "d1_searching",
        "d4_no_safe_place",
        "d4_unsafe_place",
        "d4_address_shared",
        "d4_cuckooing",
    ),
    "q5_family_friends": (
        "d2_family_involved",
        "d2_family_threat",
        "d2_honour",
        "d2_forced_marriage",
        "d2_partner_abuse",
        "d2_friends_linked",
    ),
}
_FUNDS = {"yes": "yes", "no": "no_nrpf"}


def contradictions(
    answers: Mapping[str, Any], given: RiskInput, case: Mapping[str, Any]
) -> tuple[Contradiction, ...]:
    """Return the answers to the five questions that contradict the items or the case record."""
    found = []
    titles = {item.name: item.title for item in given.items}
    for question, reassuring in _REASSURING.items():
        answer = text_of(answers, question)
        because = [
            phrase("{get}: present now", get=titles.get(name, name))
            for name in _SPEAKS_AGAINST[question]
            if answer == reassuring and given.now.get(name) == "present"
        ]
        if question == "q2_public_funds":
            because += _funds_differ(answer, text_of(case, "public_funds"))
        if because:
            found.append(Contradiction(question, answer, tuple(because)))
    return tuple(found)


def _funds_differ(answer: str, in_case: str) -> list[str]:
    if answer not in _FUNDS or in_case not in _FUNDS.values() or _FUNDS[answer] == in_case:
        return []
    words = (
        phrase("can claim public funds")
        if in_case == "yes"
        else phrase("no recourse to public funds")
    )
    return [phrase("The case record says: {words}", words=words)]

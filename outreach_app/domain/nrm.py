"""Dates that follow from an event of the National Referral Mechanism, and what to do about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from outreach_app.domain.timescales import Deadline, Timescales
from outreach_app.domain.values import day_of, text_of
from outreach_app.domain.working_days import BankHolidays
from outreach_app.phrases import phrase

_AFTER: dict[str, tuple[str, ...]] = {
    "referred": ("rg_decision_target",),
    "rg_positive": ("recovery_period_min", "cg_decision_earliest"),
    "rg_negative": ("moveon_negative_rg", "reconsideration_window"),
    "cg_positive": ("rna_request_due", "moveon_positive_cg"),
    "cg_negative": ("moveon_negative_cg", "reconsideration_window"),
    "rg_cg_combined_positive": ("rna_request_due", "moveon_positive_cg"),
    "rg_cg_combined_negative": ("moveon_negative_cg", "reconsideration_window"),
    "vts_decision": ("vts_reconsideration_window",),
}
_WORDS = {
    "rg_decision_target": phrase("Reasonable Grounds decision expected by"),
    "child_panel_cg_target": phrase("Decision of the child panel expected by"),
    "recovery_period_min": phrase("Recovery period at least until"),
    "cg_decision_earliest": phrase("Conclusive Grounds decision not before"),
    "moveon_negative_rg": phrase("Government-funded support may end from"),
    "moveon_negative_cg": phrase("Government-funded support may end from"),
    "moveon_positive_cg": phrase("Government-funded support at least until"),
    "rna_request_due": phrase("Ask for the Recovery Needs Assessment by"),
    "reconsideration_window": phrase("Legal advice today: ask for reconsideration by"),
    "vts_reconsideration_window": phrase("Legal advice today: ask for reconsideration by"),
}
_EXPECTED = frozenset({"rg_decision_target", "child_panel_cg_target", "rna_request_due"})
_PERIODS = frozenset(_WORDS[code] for code in ("recovery_period_min", "moveon_positive_cg"))
NEGATIVE = frozenset({"rg_negative", "cg_negative", "rg_cg_combined_negative"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NrmDate:
    """One date that follows from an event, in words and with the rule it came from.

    Attributes:
        code: What it is; the row of the deadline may be another, where one row names another.
    """

    code: str
    text: str
    deadline: Deadline


def nrm_dates(
    event: Mapping[str, Any],
    timescales: Timescales,
    jurisdiction: str = "EW",
    bank_holidays: BankHolidays | None = None,
) -> tuple[NrmDate, ...]:
    """Return the dates that follow from an event, earliest first, () when none does.

    They count from the date of the decision or letter. A code that the table does not have for
    this nation is left out: no date is better than another nation's date.
    """
    start = day_of(event, "nrm_event_date")
    codes = _AFTER.get(text_of(event, "nrm_event_kind"), ())
    if codes == ("rg_decision_target",) and text_of(event, "nrm_authority") == "devolved_panel":
        codes = ("child_panel_cg_target",)
    if start is None:
        return ()
    found = [
        NrmDate(
            code=code,
            text=_WORDS[code],
            deadline=timescales.due(code, start, None, jurisdiction, bank_holidays),
        )
        for code in codes
        if timescales.find(code, start, jurisdiction) is not None
    ]
    return tuple(sorted(found, key=lambda each: each.deadline.due))


@dataclass(frozen=True, slots=True)
class NrmTask:
    """Something to do because of an event."""

    text: str
    due: date | None


def nrm_tasks(event: Mapping[str, Any], dates: tuple[NrmDate, ...]) -> tuple[NrmTask, ...]:
    """Return the two tasks of a negative decision. It never by itself ends our own service."""
    if text_of(event, "nrm_event_kind") not in NEGATIVE:
        return ()
    due = {each.deadline.row_code: each.deadline.due for each in dates}
    move_on = due.get("moveon_negative_rg") or due.get("moveon_negative_cg")
    return (
        NrmTask(phrase("Legal advice about reconsideration"), due.get("reconsideration_window")),
        NrmTask(phrase("Exit of government-funded support expected: plan move-on now"), move_on),
    )


def awaited(dates: tuple[NrmDate, ...], on: date) -> tuple[NrmDate, ...]:
    """Return the dates of the newest event that still ask for something on a day.

    What was expected waits until it has come, however late; a period only until it has ended.
    """
    return tuple(
        each
        for each in dates
        if each.deadline.row_code in _EXPECTED
        or (each.text in _PERIODS and each.deadline.due >= on)
    )


POINTS = (
    "n_what",
    "n_who_decides",
    "n_not_anonymous",
    "n_police_immigration",
    "n_no_police_duty",
    "n_time",
    "n_support",
    "n_short",
    "n_moved",
    "n_ask",
    "n_negative",
    "n_immigration_after",
    "n_disqualify",
    "n_children",
    "n_alternatives",
    "n_dtn",
    "n_withdraw",
    "n_legal_first",
    "n_time_to_think",
    "n_state",
    "n_phone",
)
"""The points that are explained before an adult decides."""


def points_missing(explanation: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the points that were not explained yet, in their order."""
    return tuple(name for name in POINTS if text_of(explanation, name) != "yes")

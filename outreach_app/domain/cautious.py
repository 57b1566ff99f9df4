"""Which of two answers is the more cautious one, where that can be said at all.

Used while two heads of a document are not merged, and inside a merge until a person decides. For
every other question neither answer counts: both are shown, and no rule reads either.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from outreach_app.domain.answers import ROW_ID, ROW_ORDER, FlatAnswers

ABSENT = ""

_LEVELS = ("very_high", "high", "medium", "low", ABSENT)
_CODES = (
    "present",
    "possible",
    "unknown",
    "not_asked",
    ABSENT,
    "declined",
    "absent",
    "not_applicable",
)
_NUMBERS_DOWN = ("5", "4", "3", "2", "1", ABSENT)
_BAD_NEWS_IS_YES = (
    "yes",
    "true",
    "unknown",
    "not_asked",
    ABSENT,
    "declined",
    "no",
    "false",
    "not_applicable",
)
_BAD_NEWS_IS_NO = (
    "no",
    "false",
    "unknown",
    "not_asked",
    ABSENT,
    "declined",
    "not_applicable",
    "yes",
    "true",
)
_ORDERS: dict[str, tuple[str, ...]] = {
    "overall_level": _LEVELS,
    "indicated_level": _LEVELS,
    "effective_level": _LEVELS,
    "missing_risk": _LEVELS,
    "staff_risk": _LEVELS,
    "risk_band": _LEVELS,
    "risk_likelihood": _NUMBERS_DOWN,
    "risk_severity": _NUMBERS_DOWN,
    "risk_imminence": ("today", "days", "weeks", "unknown", ABSENT, "months"),
    "risk_status": ("open", "reduced", ABSENT, "transferred", "closed"),
    "flag_suicide_intent_means": _BAD_NEWS_IS_YES,
    "con_decision": ("refused", "not_able", "postponed", ABSENT, "given_limited", "given"),
    "safe_to_use": _BAD_NEWS_IS_NO,
    "safe_voicemail": _BAD_NEWS_IS_NO,
    "safe_to_talk": _BAD_NEWS_IS_NO,
    "addr_confidential": _BAD_NEWS_IS_YES,
    "addr_known_to_exploiter": _BAD_NEWS_IS_YES,
}
_ABSENT_WINS = frozenset({"flag_cleared_at", "flag_cleared_by", "flag_how_cleared", "flag_held_by"})
_EARLIER_WINS = frozenset({"con_expires", "con_withdrawn_on"})
_ITEM_CODE = re.compile(r"^d\d{1,2}_.+_now$")


def more_cautious(name: str, values: Iterable[str]) -> str | None:
    """Return the most cautious of several answers to a question ("" for unanswered).

    The result does not depend on the order of the values. None when the question has no order, or
    when a value is no code that the order knows.
    """
    found = set(values)
    if len(found) == 1:
        return found.pop()
    if name in _ABSENT_WINS:
        if ABSENT in found:
            return ABSENT
        return max(found) if name == "flag_cleared_at" else None
    if name in _EARLIER_WINS:
        return min(value for value in found if value)
    order = _CODES if _ITEM_CODE.match(name) else _ORDERS.get(name, ())
    if not found <= set(order):
        return None
    return min(found, key=order.index)


@dataclass(frozen=True, slots=True)
class Combined:
    """Several heads read as one, with care.

    Attributes:
        answers: What rules may read: what the heads agree on, and the cautious value of the rest.
        contested: Address to the different values, "" for unanswered, of every disagreement.
    """

    answers: FlatAnswers
    contested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def combine_heads(heads: Iterable[Mapping[str, Any]]) -> Combined:
    """Read several unmerged heads (flat answers) as one, whatever their order.

    A repeat row that only some heads hold stays: leaving it out could hide a risk.
    """
    contested: dict[str, tuple[str, ...]] = {}
    answers = _combine(tuple(heads), "", contested)
    return Combined(answers, contested)


def _combine(
    heads: tuple[Mapping[str, Any], ...], at: str, contested: dict[str, tuple[str, ...]]
) -> FlatAnswers:
    whole: FlatAnswers = {}
    for name in sorted({name for head in heads for name in head}):
        here = f"{at}/{name}" if at else name
        values = [head.get(name) for head in heads]
        if any(isinstance(value, list) for value in values):
            lists = tuple(value if isinstance(value, list) else [] for value in values)
            whole[name] = _combine_rows(lists, here, contested)
            continue
        texts = [value if isinstance(value, str) else ABSENT for value in values]
        kept = min(texts) if name == ROW_ORDER else more_cautious(name, texts)
        if len(set(texts)) > 1 and name != ROW_ORDER:
            contested[here] = tuple(sorted(set(texts)))
        if kept:
            whole[name] = kept
    return whole


def _combine_rows(
    lists: tuple[list[Mapping[str, Any]], ...],
    at: str,
    contested: dict[str, tuple[str, ...]],
) -> list[FlatAnswers]:
    held: dict[str, list[Mapping[str, Any]]] = {}
    for rows in lists:
        for row in rows:
            held.setdefault(str(row[ROW_ID]), []).append(row)
    whole = [_combine(tuple(held[row_id]), f"{at}[{row_id}]", contested) for row_id in sorted(held)]
    return sorted(whole, key=lambda row: (str(row.get(ROW_ORDER, "")), str(row[ROW_ID])))

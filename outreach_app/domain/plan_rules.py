"""The rules of a support plan: what cannot be signed, what is warned about, what is offered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.plan import Goal, read_goals
from outreach_app.domain.risk import RiskRow
from outreach_app.domain.values import codes_of
from outreach_app.phrases import phrase

MANY_GOALS = 6
LONG_TEXT = 400
_NEEDS_A_HAND = frozenset({"documents", "legal", "language", "income", "work", "compensation"})


class NoteLevel(StrEnum):
    """How much weight a note has."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    OFFER = "offer"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNote:
    """One remark of a rule. Only an error stops the signing; nothing stops the saving."""

    rule: str
    level: NoteLevel
    text: str
    row_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSurroundings:
    """What the plan's rules read besides the plan.

    Attributes:
        risks: Risks of the newest assessment.
        agency_kinds: Kinds of the agencies that are involved now.
    """

    risks: tuple[RiskRow, ...] = ()
    agency_kinds: frozenset[str] = frozenset()
    is_minor: bool = False


def plan_notes(plan: Mapping[str, Any], around: PlanSurroundings) -> tuple[PlanNote, ...]:
    """Return the remarks of the rules P1 to P6 and P8, in the order of the rules."""
    goals = read_goals(plan)
    return (
        *_unanswered_risks(plan, goals, around.risks),
        *_without_target(goals),
        *_client_alone(goals),
        *_many_goals(goals),
        *_long_texts(goals),
        *_to_rate_again(goals, around.risks),
        *_social_worker(around),
    )


def _unanswered_risks(
    plan: Mapping[str, Any], goals: Iterable[Goal], risks: Iterable[RiskRow]
) -> list[PlanNote]:
    linked = {goal.from_risk for goal in goals if goal.is_open}
    return [
        PlanNote(
            rule="P1",
            level=NoteLevel.WARNING,
            text=phrase(
                "No open goal lowers this {band} risk: {named}",
                band=row.band.label,
                named=row.named,
            ),
            row_id=row.row_id,
        )
        for row in risks
        if row.is_counted
        and row.band is not None
        and row.band >= RiskLevel.HIGH
        and row.row_id not in linked
    ]


def _without_target(goals: Iterable[Goal]) -> list[PlanNote]:
    return [
        PlanNote(
            rule="P2",
            level=NoteLevel.ERROR,
            text=phrase(
                "{goal}: say how another worker could see that it is reached", goal=goal.named
            ),
            row_id=goal.row_id,
        )
        for goal in goals
        if not goal.target_state.strip()
    ]


def _client_alone(goals: Iterable[Goal]) -> list[PlanNote]:
    return [
        PlanNote(
            rule="P3",
            level=NoteLevel.HINT,
            text=phrase("{goal}: who helps? Every step is the client's own", goal=goal.named),
            row_id=goal.row_id,
        )
        for goal in goals
        if goal.is_open
        and goal.domain in _NEEDS_A_HAND
        and goal.actions
        and all(action.who == "client" for action in goal.actions)
    ]


def _many_goals(goals: Iterable[Goal]) -> list[PlanNote]:
    count = sum(goal.is_open for goal in goals)
    if count <= MANY_GOALS:
        return []
    text = phrase("%n goals are open: choose three for now", count=count)
    return [PlanNote(rule="P4", level=NoteLevel.HINT, text=text)]


def _long_texts(goals: Iterable[Goal]) -> list[PlanNote]:
    return [
        PlanNote(
            rule="P5",
            level=NoteLevel.WARNING,
            text=phrase(
                "{words} is long: what happened does not belong in a plan",
                words=goal.label or "A goal",
            ),
            row_id=goal.row_id,
        )
        for goal in goals
        if goal.longest_text > LONG_TEXT
    ]


def _to_rate_again(goals: Iterable[Goal], risks: Iterable[RiskRow]) -> list[PlanNote]:
    still_open = {row.row_id: row for row in risks if row.is_counted}
    return [
        PlanNote(
            rule="P6",
            level=NoteLevel.OFFER,
            text=phrase(
                "{goal} is met: rate the risk again? {named}",
                goal=goal.named,
                named=still_open[goal.from_risk].named,
            ),
            row_id=goal.row_id,
        )
        for goal in goals
        if goal.status == "met" and goal.from_risk in still_open
    ]


def _social_worker(around: PlanSurroundings) -> list[PlanNote]:
    if not around.is_minor or "children_services" in around.agency_kinds:
        return []
    text = phrase(
        "The social worker is missing: this plan goes beside the local authority's care plan"
    )
    return [PlanNote(rule="P8", level=NoteLevel.ERROR, text=text)]


def shows_immigration_prompts(client: Mapping[str, Any]) -> bool:
    """Say whether prompts about immigration fit this client (P7): not for a British national."""
    return "GB" not in codes_of(client, "nationalities")


class OutcomeChange(StrEnum):
    """How an outcome moved between the first and the last check."""

    IMPROVED = "improved"
    SAME = "same"
    LOWER = "lower"
    NOT_COMPARABLE = "not_comparable"


_RATINGS = frozenset("12345")


def outcome_change(first: str, last: str) -> OutcomeChange:
    """Compare two ratings of one outcome, 1 to 5; anything else cannot be compared."""
    if first not in _RATINGS or last not in _RATINGS:
        return OutcomeChange.NOT_COMPARABLE
    if first == last:
        return OutcomeChange.SAME
    return OutcomeChange.IMPROVED if int(last) > int(first) else OutcomeChange.LOWER

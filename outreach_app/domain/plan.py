"""The support plan: goals, actions, progress, review dates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.timescales import Deadline, Timescales
from outreach_app.domain.values import day_of, is_yes, row_id_of, rows_of, text_of
from outreach_app.phrases import in_a_row, phrase

OPEN_GOAL = frozenset({"", "open", "on_track", "stuck", "partly", "not_met"})
CLOSED_ACTION = frozenset({"done", "dropped"})
OUR_ACTORS = frozenset({"caseworker", "other_staff"})
ALWAYS_CONSIDERED = ("safety", "income", "emotional", "health", "legal")
FIRST_CONSIDERED = ("accommodation", "language", "isolation", "police_court")


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One step towards a goal."""

    row_id: str
    label: str
    text: str
    who: str
    status: str
    by: date | None = None

    @property
    def is_open(self) -> bool:
        """Say whether it is still to be done."""
        return self.status not in CLOSED_ACTION

    @property
    def is_ours(self) -> bool:
        """Say whether someone of our service is to do it."""
        return self.who in OUR_ACTORS


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One goal, in the client's words elsewhere and as agreed here.

    Attributes:
        from_risk: Row id of the risk that it is to lower, "" for none.
        longest_text: Characters of its longest text besides the client's own words.
    """

    row_id: str
    label: str
    domain: str
    statement: str
    target_state: str
    status: str
    long_term: bool = False
    from_risk: str = ""
    met_on: date | None = None
    longest_text: int = 0
    actions: tuple[Action, ...] = ()

    @property
    def is_open(self) -> bool:
        """Say whether it is neither met, nor stopped by the client, nor handed over."""
        return self.status in OPEN_GOAL

    @property
    def named(self) -> str:
        """Return label and statement for a sentence."""
        return in_a_row((self.label, self.statement), " ") or phrase("a goal")


def read_goals(plan: Mapping[str, Any]) -> tuple[Goal, ...]:
    """Return the goals of a plan in their order."""
    return tuple(_goal(row) for row in rows_of(plan, "goals"))


_TEXTS = ("goal_statement", "goal_start_state", "goal_target_state", "goal_depends_on")


def _goal(row: Mapping[str, Any]) -> Goal:
    return Goal(
        row_id=row_id_of(row),
        label=text_of(row, "goal_key"),
        domain=text_of(row, "goal_domain"),
        statement=text_of(row, "goal_statement"),
        target_state=text_of(row, "goal_target_state"),
        status=text_of(row, "goal_status"),
        long_term=is_yes(row, "goal_long_term"),
        from_risk=text_of(row, "goal_from_risk"),
        met_on=day_of(row, "goal_met_on"),
        longest_text=max(len(text_of(row, name)) for name in _TEXTS),
        actions=tuple(
            Action(
                row_id=row_id_of(action),
                label=text_of(action, "act_key"),
                text=text_of(action, "act_text"),
                who=text_of(action, "act_who_kind"),
                status=text_of(action, "act_status"),
                by=day_of(action, "act_by"),
            )
            for action in rows_of(row, "actions")
        ),
    )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the goals are; those that the client stopped are not counted."""

    total: int
    met: int
    open_long: tuple[Goal, ...]
    open_other: tuple[Goal, ...]

    @property
    def text(self) -> str:
        """Return the words for the exit checklist and lists."""
        parts = [phrase("targets met {met} of {total}", met=self.met, total=self.total)]
        if self.open_long:
            parts.append(
                phrase(
                    "%n long-term ({names})",
                    count=len(self.open_long),
                    names=_names(self.open_long),
                )
            )
        if self.open_other:
            parts.append(
                phrase(
                    "%n open: {names} – reason needed",
                    count=len(self.open_other),
                    names=_names(self.open_other),
                )
            )
        return in_a_row(parts, "; ")


def _names(goals: Iterable[Goal]) -> str:
    return in_a_row(goal.named for goal in goals)


def progress(goals: Iterable[Goal]) -> Progress:
    """Count goals as lists and the exit checklist do."""
    counted = [goal for goal in goals if goal.status != "stopped"]
    still_open = [goal for goal in counted if goal.is_open]
    return Progress(
        total=len(counted),
        met=sum(goal.status == "met" for goal in counted),
        open_long=tuple(goal for goal in still_open if goal.long_term),
        open_other=tuple(goal for goal in still_open if not goal.long_term),
    )


_REVIEW_ROWS = {
    RiskLevel.HIGH: "plan_review_high",
    RiskLevel.VERY_HIGH: "plan_review_very_high",
}


def latest_review(
    planned_on: date,
    level: RiskLevel | None,
    timescales: Timescales,
    jurisdiction: str = "EW",
) -> Deadline:
    """Return the latest day for the next plan review: sooner at high and very high.

    Raises:
        NoTimescale: The table lacks the row.
    """
    codes = ["plan_review"]
    if level is not None and level in _REVIEW_ROWS:
        codes.append(_REVIEW_ROWS[level])
    found = [timescales.due(code, planned_on, None, jurisdiction) for code in codes]
    return min(found, key=lambda deadline: deadline.due)


def is_review_overdue(plan: Mapping[str, Any], on: date) -> bool:
    """Say whether the review that the plan itself names has passed."""
    due = day_of(plan, "plan_next_review")
    return due is not None and on > due


def needs_missing(plan: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the domains that must have a row and have none; a row may say “no need now”."""
    wanted: tuple[str, ...] = ALWAYS_CONSIDERED
    if text_of(plan, "plan_kind") == "first":
        wanted = (*ALWAYS_CONSIDERED, *FIRST_CONSIDERED)
    considered = {text_of(row, "need_domain") for row in rows_of(plan, "needs")}
    return tuple(domain for domain in wanted if domain not in considered)

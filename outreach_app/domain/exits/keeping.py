"""How long the record of an ended case is kept: class, earliest day of destruction, legal hold.

Nothing here destroys anything. What the rules say and what the checklist says may differ: the later
day counts, and a hold counts wherever it comes from.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from outreach_app.domain.errors import NoTimescale
from outreach_app.domain.exits.afterwards import retention
from outreach_app.domain.exits.evidence import ExitCase
from outreach_app.domain.exits.holds import Hold
from outreach_app.domain.values import day_of, text_of

_HOLD = "legal_hold"
_CHILD = "child"


class KeepState(StrEnum):
    """Where the record of an ended case stands, what asks for somebody first."""

    NOT_SET = "not_set"
    NO_RULE = "no_rule"
    DUE = "due"
    HELD = "held"
    KEPT = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How long one record is kept.

    Attributes:
        kind: ``adult`` or ``child``; the stricter of what the rules and the checklist say.
        until: The earliest day of destruction, None while nobody can say.
        by_rule: The day that the timescales give alone.
        written: The day that stands in the checklist.
        hold: The newest legal hold, also one that two people have released.
    """

    state: KeepState
    kind: str = ""
    until: date | None = None
    by_rule: date | None = None
    written: date | None = None
    exit_day: date | None = None
    hold: Hold | None = None

    @property
    def is_held(self) -> bool:
        """Say whether a legal hold stands."""
        return self.hold is not None and self.hold.stands

    @property
    def hold_why(self) -> str:
        """Return why it is held, in the words of the checklist."""
        return self.hold.why if self.hold is not None else ""

    @property
    def differs(self) -> bool:
        """Say whether the checklist names another day than the timescales give."""
        return None not in (self.by_rule, self.written) and self.by_rule != self.written


def keeping(case: ExitCase, on: date, hold: Hold | None = None) -> Keeping:
    """Return how long the record of an ended case is kept, as of a day.

    Args:
        case: The case with its signed exit checklist.
        on: The day; on the earliest day of destruction itself the record may go.
        hold: The newest legal hold over all versions of the checklist.
    """
    answers = case.answers
    written, set_kind = day_of(answers, "retention_until"), text_of(answers, "retention_class")
    try:
        ruled = retention(case)
    except NoTimescale:
        ruled = None
        state = KeepState.NO_RULE
    else:
        is_set = bool(set_kind) and (written is not None or set_kind == _HOLD)
        state = KeepState.KEPT if is_set and ruled is not None else KeepState.NOT_SET
    by_rule = ruled.until if ruled is not None else None
    until = max((day for day in (by_rule, written) if day is not None), default=None)
    kinds = {set_kind, ruled.kind if ruled is not None else ""} - {_HOLD, ""}
    if hold is not None and hold.stands:
        state = KeepState.HELD
    elif state is KeepState.KEPT and until is not None and until <= on:
        state = KeepState.DUE
    return Keeping(
        state=state,
        kind=_CHILD if _CHILD in kinds else next(iter(kinds), ""),
        until=until,
        by_rule=by_rule,
        written=written,
        exit_day=case.exit_day,
        hold=hold,
    )

"""Immediate-safety flags: what level each open flag carries, and how one is cleared."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.values import day_of, state_of, text_of
from outreach_app.phrases import listed

SUICIDE_PLAN = "suicide_plan"

FLAG_LEVELS: dict[str, RiskLevel | None] = {
    "danger_now": RiskLevel.VERY_HIGH,
    "location_compromised": RiskLevel.VERY_HIGH,
    "child_missing": RiskLevel.VERY_HIGH,
    "in_exploitation_now": RiskLevel.HIGH,
    "exploiter_contact_recent": RiskLevel.HIGH,
    SUICIDE_PLAN: RiskLevel.HIGH,
    "overdose_withdrawal": RiskLevel.HIGH,
    "child_at_risk": RiskLevel.HIGH,
    "child_missing_risk": RiskLevel.HIGH,
    "adult_missing": RiskLevel.HIGH,
    "homeless_tonight": RiskLevel.HIGH,
    "threat_to_family": RiskLevel.HIGH,
    "honour_or_forced_marriage": RiskLevel.HIGH,
    "fgm_risk": RiskLevel.HIGH,
    "removal_or_detention": RiskLevel.HIGH,
    "age_with_adults": RiskLevel.HIGH,
    "not_safe_to_talk": RiskLevel.MEDIUM,
    "injury_urgent": RiskLevel.MEDIUM,
    "pregnancy_no_care": RiskLevel.MEDIUM,
    "adult_at_risk": RiskLevel.MEDIUM,
    "destitute": RiskLevel.MEDIUM,
    "criminalised": RiskLevel.MEDIUM,
    "device_compromised": RiskLevel.MEDIUM,
    "staff_threat": RiskLevel.MEDIUM,
    # Drives the do-no-harm check of a referral; carries no level of its own.
    "other_victims_in_place": None,
}

SECOND_PERSON_TO_CLEAR = frozenset(
    {
        "danger_now",
        "location_compromised",
        "child_at_risk",
        "child_missing",
        "child_missing_risk",
        SUICIDE_PLAN,
        "honour_or_forced_marriage",
    }
)

STAY_WITH_A_CHILD = frozenset({"child_at_risk", "child_missing", "child_missing_risk"})
HANDED_OVER = "handed_over"
"""Why a flag is cleared: somebody else holds the risk now, and is named."""
MISSING_FLAGS = frozenset({"child_missing", "adult_missing"})


_LABELS = {"fgm_risk": "FGM risk"}
"""Names of flags that their codes do not spell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One safety flag of a case, open until it is cleared with a reason.

    Attributes:
        held_by: Agency and person who hold the risk now, when it was handed over.
        intent_and_means: Answer about intent and means within reach, for a suicide plan.
    """

    code: str
    document_id: str = ""
    set_on: date | None = None
    cleared_on: date | None = None
    how_cleared: str = ""
    held_by: str = ""
    note: str = ""
    intent_and_means: str = "not_asked"

    def is_open(self, on: date | None = None) -> bool:
        """Say whether the flag is open: now, or at the end of a day."""
        if on is None:
            return self.cleared_on is None
        if self.set_on is not None and self.set_on > on:
            return False
        return self.cleared_on is None or self.cleared_on > on

    @property
    def level(self) -> RiskLevel | None:
        """Return the least level while the flag is open, None when it carries none."""
        if self.code == SUICIDE_PLAN and self.intent_and_means == "yes":
            return RiskLevel.VERY_HIGH
        return FLAG_LEVELS.get(self.code)

    @property
    def label(self) -> str:
        """Return what people call the flag."""
        return label_of(self.code)


def label_of(code: str) -> str:
    """Return what people call a flag: ``Exploiter contact recent``."""
    words = code.replace("_", " ")
    return listed(_LABELS.get(code, words[:1].upper() + words[1:]))


def read_flag(answers: Mapping[str, Any], document_id: str = "") -> Flag:
    """Return a flag from the answers of its document."""
    return Flag(
        code=text_of(answers, "flag_code"),
        document_id=document_id,
        set_on=day_of(answers, "flag_set_at"),
        cleared_on=day_of(answers, "flag_cleared_at"),
        how_cleared=text_of(answers, "flag_how_cleared"),
        held_by=text_of(answers, "flag_held_by"),
        note=text_of(answers, "flag_note"),
        intent_and_means=state_of(answers, "flag_suicide_intent_means"),
    )


def as_open(flag: Flag) -> Flag:
    """Return the flag as it stood before it was cleared."""
    return replace(flag, cleared_on=None, how_cleared="", held_by="")


def missing_to_clear(
    answers: Mapping[str, Any], supervisors: Collection[str] = ()
) -> tuple[str, ...]:
    """Return what a flag still needs before it may be cleared, as question names.

    The flags that concern a life or a child need a supervisor as second person, or the note that
    one was told by phone; a risk that was handed over needs the name of who holds it.

    Args:
        answers: Of the flag.
        supervisors: Ids of the supervisors and safeguarding leads.
    """
    missing = []
    if not text_of(answers, "flag_how_cleared").strip():
        missing.append("flag_how_cleared")
    handed_over = text_of(answers, "flag_clear_way") == HANDED_OVER
    if handed_over and not text_of(answers, "flag_held_by").strip():
        missing.append("flag_held_by")
    if text_of(answers, "flag_code") in SECOND_PERSON_TO_CLEAR and not second_person_told(
        answers, supervisors
    ):
        missing.append("flag_clear_told_who")
    return tuple(missing)


def second_person_told(answers: Mapping[str, Any], supervisors: Collection[str]) -> bool:
    """Say whether a supervisor who did not set the flag stands behind clearing it."""
    setter, clearer = text_of(answers, "flag_set_by"), text_of(answers, "flag_cleared_by")
    told = text_of(answers, "flag_clear_told_who") and text_of(answers, "flag_clear_told_at")
    return bool(told) or (clearer in supervisors and clearer != setter)

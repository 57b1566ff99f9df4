"""Which protocols a case suggests; the manager decides."""

from dataclasses import dataclass
from enum import StrEnum

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.flags import STAY_WITH_A_CHILD
from outreach_app.domain.values import text_of

PROTOCOLS = (
    "child_safeguarding",
    "law_enforcement",
    "adult_safeguarding",
    "nrm",
    "dtn",
    "support",
    "marac",
    "overseas",
    "other",
)
_AGREED = frozenset({"yes", "yes_no_support"})


class Why(StrEnum):
    """Why a protocol is suggested."""

    CHILD = "child"
    DANGER = "danger"
    OTHER_VICTIMS = "other_victims"
    ADULT_AT_RISK = "adult_at_risk"
    NRM_AGREED = "nrm_agreed"
    CHILD_NRM = "child_nrm"
    NRM_REFUSED = "nrm_refused"
    INSTEAD = "instead"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A protocol that applies, and why."""

    kind: str
    why: Why


def suggested_protocols(case_file: CaseFile) -> tuple[Suggestion, ...]:
    """Return the protocols that apply, what cannot wait first; each once."""
    flags = {flag.code for flag in case_file.open_flags()}
    decision = text_of(case_file.answers_of("nrm_explanation"), "nrm_decision")
    minor = case_file.is_minor
    found = [
        (minor or bool(flags & STAY_WITH_A_CHILD), "child_safeguarding", Why.CHILD),
        ("danger_now" in flags, "law_enforcement", Why.DANGER),
        ("other_victims_in_place" in flags, "law_enforcement", Why.OTHER_VICTIMS),
        ("adult_at_risk" in flags, "adult_safeguarding", Why.ADULT_AT_RISK),
        (minor, "nrm", Why.CHILD_NRM),
        (not minor and decision in _AGREED, "nrm", Why.NRM_AGREED),
        (not minor and decision == "no", "dtn", Why.NRM_REFUSED),
        (not minor and decision == "no", "support", Why.INSTEAD),
    ]
    first: dict[str, Suggestion] = {}
    for applies, kind, why in found:
        if applies:
            first.setdefault(kind, Suggestion(kind, why))
    return tuple(first.values())

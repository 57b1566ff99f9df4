"""What each open safety flag asks for, at the least, and which signed paper settles it.

The instructions stand in the form, the least level in `flags`. Here is what stays to be done until
there is a paper about it: a referral that is drafted with what is known, a contact that is written
down, a plan or an episode. A duty never says that something has to be sent: a referral that was
weighed and not sent settles it as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from outreach_app.domain.flags import SUICIDE_PLAN


class DutyKind(StrEnum):
    """What settles a duty: the form of a signed paper."""

    REFERRAL = "referral"
    CONTACT = "contact_note"
    SAFETY_PLAN = "safety_plan"
    EPISODE = "missing_episode"
    ASSESSMENT = "risk_assessment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One thing that an open flag asks for.

    Attributes:
        referral_kind: Of the referral to draft, "" for other papers.
        timescale: Row of the time limits that counts from when the flag was set; "" for the same
            day.
    """

    kind: DutyKind
    referral_kind: str = ""
    timescale: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPaper:
    """A signed paper of the case, as far as duties are settled by it.

    Attributes:
        at: Its own date; an instant where it has one.
        kind: Of a referral, "" for others.
    """

    form_id: str
    at: datetime
    kind: str = ""


LOOK_AGAIN = "crisis_look_again"
_CHILD, _ADULT, _POLICE, _SUPPORT = (
    "child_safeguarding",
    "adult_safeguarding",
    "law_enforcement",
    "support",
)


def _refer(kind: str) -> Duty:
    return Duty(kind=DutyKind.REFERRAL, referral_kind=kind)


_CONTACT = Duty(kind=DutyKind.CONTACT)
_PLAN = Duty(kind=DutyKind.SAFETY_PLAN)
_EPISODE = Duty(kind=DutyKind.EPISODE)
_ASSESSMENT = Duty(kind=DutyKind.ASSESSMENT)

DUTIES: dict[str, tuple[Duty, ...]] = {
    "danger_now": (),
    "not_safe_to_talk": (_CONTACT,),
    "in_exploitation_now": (_refer(_POLICE), _PLAN),
    "exploiter_contact_recent": (),
    "location_compromised": (_refer(_POLICE), _CONTACT),
    SUICIDE_PLAN: (Duty(kind=DutyKind.CONTACT, timescale=LOOK_AGAIN),),
    "injury_urgent": (),
    "pregnancy_no_care": (_refer(_SUPPORT),),
    "overdose_withdrawal": (_refer(_SUPPORT),),
    "child_at_risk": (_refer(_CHILD),),
    "child_missing": (_EPISODE, _refer(_CHILD)),
    "child_missing_risk": (_ASSESSMENT,),
    "adult_missing": (_EPISODE,),
    "adult_at_risk": (_refer(_ADULT),),
    "homeless_tonight": (),
    "destitute": (),
    "threat_to_family": (),
    "honour_or_forced_marriage": (_refer(_POLICE),),
    "fgm_risk": (),
    "removal_or_detention": (_CONTACT,),
    "criminalised": (_CONTACT,),
    "other_victims_in_place": (),
    "device_compromised": (),
    "age_with_adults": (_refer(_CHILD),),
    "staff_threat": (_ASSESSMENT,),
}
"""By flag. Where nothing stands, the steps of the form and the word to the manager are all."""


def open_duties(code: str, set_at: datetime, papers: Iterable[SignedPaper]) -> tuple[Duty, ...]:
    """Return what an open flag still asks for.

    Args:
        code: Of the flag.
        set_at: When it was set. A contact counts from then on, other papers from that day on: one
            may have been written just before.
        papers: The signed papers of the case.
    """
    known = tuple(papers)
    return tuple(
        duty
        for duty in DUTIES.get(code, ())
        if not any(_settles(paper, duty, set_at) for paper in known)
    )


def _settles(paper: SignedPaper, duty: Duty, set_at: datetime) -> bool:
    if paper.form_id != duty.kind.value or paper.kind != duty.referral_kind:
        return False
    if duty.kind is DutyKind.CONTACT:
        return paper.at > set_at
    return paper.at.date() >= set_at.date()

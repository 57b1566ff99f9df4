"""What waits for somebody: one line of Today or of a case, with what it is about."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NeedKind(StrEnum):
    """Why something waits; each leads somewhere else."""

    FLAG = "flag"
    REVIEW = "review"
    PLAN_REVIEW = "plan_review"
    ACTION = "action"
    CHASE = "chase"
    APPROVE_LATE = "approve_late"
    CONFIRM = "confirm"
    SEND_AGAIN = "send_again"
    CONSENT = "consent"
    NRM = "nrm"
    RETURNED = "returned"
    COMMENT = "comment"
    MERGE = "merge"
    DRAFT = "draft"
    UNSENT = "unsent"
    ARRIVED = "arrived"
    JUDGE = "judge"
    CONTEST = "contest"
    TAKE_OVER = "take_over"
    RIGHT = "right"
    INCIDENT = "incident"
    HANDED = "handed"
    HANDED_TO_ME = "handed_to_me"
    EVENT = "event"
    FLAG_REFERRAL = "flag_referral"
    FLAG_CONTACT = "flag_contact"
    FLAG_PLAN = "flag_plan"
    FLAG_EPISODE = "flag_episode"
    FLAG_ASSESSMENT = "flag_assessment"
    RETURN_TALK = "return_talk"
    NOTE_ACTION = "note_action"
    CONTACTS = "contacts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing that waits.

    Attributes:
        what: What it is, in words; never a name.
        where: In which paper, in words.
        due: When, None for what has no day.
        document_id: The document that it is about, "" for several or none.
        about: With what a new paper is begun: the kind of a referral, the code of an event.
    """

    kind: NeedKind
    what: str
    where: str = ""
    due: date | None = None
    document_id: str = ""
    about: str = ""

"""Where one can be in the window: a room, and what is open in it."""

from dataclasses import dataclass
from enum import StrEnum

from outreach_app.domain.documents import Subject


class Room(StrEnum):
    """A kind of page."""

    TODAY = "today"
    CASES = "cases"
    NEW_CASE = "new_case"
    CASE = "case"
    FORM = "form"
    SAFETY = "safety"
    EXIT = "exit"
    SHARE = "share"
    INBOX = "inbox"
    REVIEW = "review"
    MERGE = "merge"
    OUTBOX = "outbox"
    PEOPLE = "people"
    SETTINGS = "settings"
    HELP = "help"
    ABOUT = "about"
    ENROL = "enrol"
    HANDOVER = "handover"
    HANDING = "handing"
    MISSING = "missing"
    VISIT = "visit"
    CONSENTS = "consents"
    REFER = "refer"
    HOME_OFFICE = "home_office"
    DISCLOSURES = "disclosures"
    BACKUP = "backup"
    OLD_COPY = "old_copy"
    UNLOCKING = "unlocking"
    LAPTOP_PEOPLE = "laptop_people"
    CERTIFY = "certify"
    STANDING = "standing"
    RETENTION = "retention"
    FRIDAY = "friday"
    REPORTS = "reports"


IN_BAR: tuple[Room, ...] = (Room.TODAY, Room.CASES, Room.INBOX, Room.OUTBOX, Room.PEOPLE)
"""Rooms that the bar at the side leads to, in its order."""

IN_BAR_FOR_SUPERVISORS: tuple[Room, ...] = (*IN_BAR, Room.REPORTS)
"""What the bar leads to for supervisors."""

IN_BAR_AT_NIGHT: tuple[Room, ...] = (Room.TODAY, Room.CASES, Room.HANDOVER, Room.PEOPLE)
"""What the bar leads to for night staff: nothing that their role refuses."""

AT_FOOT: tuple[Room, ...] = (Room.BACKUP, Room.SETTINGS, Room.HELP)
"""Rooms at the foot of the bar."""

DRAFT = "draft"
"""Topic of a merge: one's own draft and a newer version of its document."""

RETURN = "return"
"""Topic of sharing: what waits to go back to colleagues."""

NOTE = "note"
"""Topic of a form: a new version of a signed document is begun, to note something more in it."""

REVIEW = "review"
"""Topic of a form: a new version of a signed document is begun, for its review."""

DUE_REVIEW = "due_review"
"""Topic of a form: the risk assessment that is due, its kind chosen."""

EVENT_ASSESSMENT = "event_assessment"
"""Topic of a form, with the code of an event after a colon: the assessment that it asks for."""

FLAG_REFERRAL = "flag_referral"
"""Topic of a form, with its kind after a colon: the referral that a safety flag asks for."""


_ABOUT_CASE = frozenset(
    {
        Room.CASE,
        Room.FORM,
        Room.SAFETY,
        Room.EXIT,
        Room.SHARE,
        Room.NEW_CASE,
        Room.MISSING,
        Room.VISIT,
        Room.CONSENTS,
        Room.REFER,
        Room.HOME_OFFICE,
        Room.DISCLOSURES,
        Room.HANDING,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A room with what is open in it.

    Attributes:
        subject: The client or case, for rooms about one.
        document_id: The document, for a form, a review or a merge.
        address: The question at which one is, in a form.
        topic: What help is wanted about, or which kind of new document.
    """

    room: Room
    subject: Subject | None = None
    document_id: str = ""
    address: str = ""
    topic: str = ""

    def bar_room(self) -> Room:
        """Return which entry of the bar is on while one is here."""
        if self.room in _ABOUT_CASE:
            return Room.CASES
        if self.room in {Room.REVIEW, Room.MERGE, Room.RETENTION, Room.FRIDAY}:
            return Room.INBOX
        if self.room in {Room.ENROL, Room.UNLOCKING, Room.LAPTOP_PEOPLE}:
            return Room.SETTINGS
        if self.room in {Room.CERTIFY, Room.STANDING}:
            return Room.PEOPLE
        if self.room is Room.OLD_COPY:
            return Room.BACKUP
        return Room.HELP if self.room is Room.ABOUT else self.room

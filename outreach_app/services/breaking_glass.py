"""Opening a case that is not one's own, with a written reason, for one sitting; supervisors are told."""

from outreach_app.domain.authority import VERB_WORDS, Verb, may
from outreach_app.domain.documents import Subject
from outreach_app.services.access import access_of
from outreach_app.services.errors import NoPurpose, NotAllowed
from outreach_app.services.looks import note_look
from outreach_app.services.sitting import Sitting

LEAST_LETTERS, MOST_LETTERS = 10, 500


def may_break_glass(sitting: Sitting, subject: Subject) -> bool:
    """Say whether the person may open a case that is closed to them, if they say why."""
    access = access_of(sitting, subject.case_id, sitting.me.person_id, client_id=subject.client_id)
    if access.glass_broken:
        return False
    return may(sitting.me.person_id, sitting.me.role, Verb.BREAK_GLASS, access).allowed


def break_glass(sitting: Sitting, subject: Subject, purpose: str) -> None:
    """Open a case for reading until the vault is locked; supervisors are told, refused or not.

    Args:
        sitting: The unlocked vault.
        subject: Client and case.
        purpose: Why, in a sentence of 10 to 500 characters, without names.

    Raises:
        NoPurpose: There is no reason to speak of.
        NotAllowed: The role does not allow it; the attempt, with its reason, is in the journal.
    """
    reason = " ".join(purpose.split())
    if not LEAST_LETTERS <= len(reason) <= MOST_LETTERS:
        raise NoPurpose(least=LEAST_LETTERS, most=MOST_LETTERS)
    access = access_of(sitting, subject.case_id, sitting.me.person_id, client_id=subject.client_id)
    me = sitting.me
    decision = may(me.person_id, me.role, Verb.BREAK_GLASS, access)
    facts = {"case": subject.case_id, "purpose": reason}
    act = sitting.act("case.glass_broken", **facts)
    if not decision.allowed:
        act = sitting.act("act.refused", verb=Verb.BREAK_GLASS.value, **facts)
    with sitting.vault.transaction(act):
        note_look(sitting, subject, reason, is_opened=decision.allowed)
    if not decision.allowed:
        raise NotAllowed(act=VERB_WORDS[Verb.BREAK_GLASS], reason=decision.reason)
    sitting.opened_with_reason |= {subject.case_id, subject.client_id}

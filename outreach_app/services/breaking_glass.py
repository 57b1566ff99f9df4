"""Opening a case that is not one's own, with a written reason, for one sitting."""

from outreach_app.domain.authority import Verb, may
from outreach_app.domain.documents import Subject
from outreach_app.services.access import access_of
from outreach_app.services.errors import NoPurpose
from outreach_app.services.sitting import Sitting

LEAST_LETTERS, MOST_LETTERS = 10, 500


def may_break_glass(sitting: Sitting, subject: Subject) -> bool:
    """Say whether the person may open a case that is closed to them, if they say why."""
    access = access_of(sitting, subject.case_id, sitting.me.person_id, client_id=subject.client_id)
    if access.glass_broken:
        return False
    return may(sitting.me.person_id, sitting.me.role, Verb.BREAK_GLASS, access).allowed


def break_glass(sitting: Sitting, subject: Subject, purpose: str) -> None:
    """Open a case for reading until the vault is locked; the reason is in the journal.

    Args:
        sitting: The unlocked vault.
        subject: Client and case.
        purpose: Why, in a sentence of 10 to 500 characters, without names.

    Raises:
        NoPurpose: There is no reason to speak of.
        NotAllowed: The role does not allow it; the attempt is in the journal.
    """
    access = access_of(sitting, subject.case_id, sitting.me.person_id, client_id=subject.client_id)
    sitting.require(Verb.BREAK_GLASS, access)
    reason = " ".join(purpose.split())
    if not LEAST_LETTERS <= len(reason) <= MOST_LETTERS:
        raise NoPurpose(least=LEAST_LETTERS, most=MOST_LETTERS)
    act = sitting.act("case.glass_broken", case=subject.case_id, purpose=reason)
    with sitting.vault.transaction(act):
        pass
    sitting.opened_with_reason |= {subject.case_id, subject.client_id}

"""Handing a case over: whoever leads it, or a supervisor in their place, writes and signs it.

The signature shares the case with the colleague who is to take it over, and changes nothing else:
until that colleague has accepted, the giver answers for it.
"""

from outreach_app.domain.authority import Verb
from outreach_app.domain.documents import Document, Reason, Revision, Subject
from outreach_app.domain.handovers import COLLEAGUE, FORM, HandoverState
from outreach_app.domain.people import Person, Role
from outreach_app.domain.values import text_of
from outreach_app.services.access import CASE_FORM
from outreach_app.services.case_words import CaseWords, day_words
from outreach_app.services.exchange.profiles import PARTS, Profile
from outreach_app.services.handing_over import circle
from outreach_app.services.handing_over.errors import (
    CannotTakeOver,
    HandedOverAlready,
    NoAnswerWanted,
    NotTheGiver,
)
from outreach_app.services.handing_over.inventory import (
    Inventory,
    open_lines,
    papers,
    staying_lines,
    write_inventory,
)
from outreach_app.services.handing_over.standing import lead_of, standing, waiting
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import require_case
from outreach_app.services.sitting import Signer
from outreach_app.services.workspace import Workspace

_TAKERS = frozenset({Role.CASEWORKER, Role.SUPERVISOR})
"""Roles that may lead a case; agency staff support one, and do not answer for it alone."""


def takers(workspace: Workspace, subject: Subject) -> tuple[Person, ...]:
    """Return the colleagues who could take a case over, by name: everybody but its lead."""
    sitting = workspace.sitting
    lead = lead_of(workspace.casework.case_file(subject))
    found = {
        each.person_id: each
        for each in sitting.trust.people(sitting.now())
        if each.role in _TAKERS
        and each.organisation == sitting.card.organisation
        and each.person_id != lead
    }
    return tuple(sorted(found.values(), key=lambda each: each.full_name))


def require_giver(workspace: Workspace, subject: Subject) -> str:
    """Return who answers for the case, if the unlocked person may hand it over.

    Raises:
        NotAllowed: The role does not hand cases over, or the case is not this person's.
        NobodyLeads: Its record names nobody.
        NotTheGiver: A colleague leads it; a supervisor may do it in their place.
    """
    sitting = workspace.sitting
    require_case(sitting, subject, Verb.READ, Verb.HAND_OVER, form_id=FORM)
    lead = lead_of(workspace.casework.case_file(subject))
    if sitting.me.person_id != lead and sitting.me.role is not Role.SUPERVISOR:
        raise NotTheGiver(giver=CaseWords(workspace).initials(lead))
    return lead


def draft_of(workspace: Workspace, subject: Subject) -> Document | None:
    """Return one's own handover of a case that is begun and not signed, None for none."""
    drafts = workspace.vault.drafts
    return next(
        (
            each
            for each in drafts.mine()
            if each.form_id == FORM
            and each.subject.case_id == subject.case_id
            and not workspace.vault.revisions.heads(each.document_id)
        ),
        None,
    )


def begin(workspace: Workspace, subject: Subject, kind: str) -> OpenDocument:
    """Begin a handover, or go on with one's own.

    Args:
        workspace: The unlocked vault.
        subject: The case.
        kind: ``colleague`` or ``service``.

    Raises:
        NotAllowed, NobodyLeads, NotTheGiver: See `require_giver`.
        HandedOverAlready: One waits for its answer.
    """
    giver = require_giver(workspace, subject)
    _require_none_waiting(workspace, subject)
    begun = draft_of(workspace, subject)
    if begun is not None:
        opened = workspace.casework.resume(begun.document_id)
    else:
        opened = workspace.casework.begin(FORM, subject)
        opened.set_answer("ho_from", workspace.sitting.today().isoformat())
    if text_of(opened.answers(), "ho_kind") != kind:
        opened.set_answer("ho_kind", kind)
    if text_of(opened.answers(), "ho_by") != giver:
        opened.set_answer("ho_by", giver)
    return opened


def _require_none_waiting(workspace: Workspace, subject: Subject) -> None:
    before = waiting(workspace.vault, subject)
    if before is not None:
        raise HandedOverAlready(since=day_words(before.signed_on))


def take_stock(workspace: Workspace, opened: OpenDocument) -> Inventory:
    """Write the inventory of a handover to a colleague, as the record stands now, into its draft."""
    subject = opened.document.subject
    every = papers(workspace, subject)
    going = [each for each in every if not each.kept_back]
    found = Inventory(
        open=open_lines(workspace, subject),
        stays=staying_lines(every, going, PARTS[Profile.COLLEAGUE]),
    )
    write_inventory(workspace, opened, found)
    return found


def require_signable(workspace: Workspace, opened: OpenDocument) -> None:
    """Refuse a handover to a colleague that may not be signed as it stands.

    Raises:
        NotAllowed, NobodyLeads, NotTheGiver, HandedOverAlready: See `begin`.
        CannotTakeOver: The colleague named cannot lead a case now.
        Unfinished: Answers are missing.
        CaseRecordInPart: The case cannot be shared with the colleague.
    """
    subject = opened.document.subject
    require_giver(workspace, subject)
    _require_none_waiting(workspace, subject)
    workspace.casework.require_ready(opened)
    answers = opened.answers()
    if text_of(answers, "ho_kind") != COLLEAGUE:
        return
    receiver = text_of(answers, "ho_to")
    if receiver not in {each.person_id for each in takers(workspace, subject)}:
        raise CannotTakeOver(initials=CaseWords(workspace).initials(receiver))
    if not circle.belongs(workspace, subject, receiver):
        circle.require_changeable(workspace, subject)


def sign(workspace: Workspace, opened: OpenDocument, signer: Signer) -> Revision:
    """Sign a handover; the case is shared with the colleague in the same act.

    Raises:
        Refusal: See `require_signable`; nothing was signed.
    """
    require_signable(workspace, opened)
    subject = opened.document.subject
    receiver = text_of(opened.answers(), "ho_to")
    act = workspace.sitting.act("case.handed_over", case=subject.case_id)
    with workspace.vault.transaction(act):
        revision = workspace.casework.sign(opened, signer)
        if receiver and not circle.belongs(workspace, subject, receiver):
            circle.let_in(workspace, subject, receiver, signer)
    return revision


def take_back(workspace: Workspace, document_id: str, why: str, signer: Signer) -> Revision:
    """Sign that a handover is taken back: its giver, or a supervisor; before it was accepted.

    Raises:
        NotAllowed, NobodyLeads, NotTheGiver: See `require_giver`.
        NoAnswerWanted: It was accepted or taken back.
        Unfinished: No reason is given.
    """
    subject = workspace.vault.documents.get(document_id).subject
    require_giver(workspace, subject)
    found = standing(workspace.vault, document_id)
    if found is None or found.state not in {HandoverState.WAITING, HandoverState.REFUSED}:
        raise NoAnswerWanted
    opened = resumed(workspace, document_id)
    opened.set_answer("ho_taken_back", workspace.sitting.today().isoformat())
    if why:
        opened.set_answer("ho_taken_back_why", why)
    return workspace.casework.sign(opened, signer)


def resumed(workspace: Workspace, document_id: str) -> OpenDocument:
    """Return a new version of a signed handover: one's own draft of it, or one begun now.

    Raises:
        OpenConflict, NotAllowed: See `Casework.revise`.
    """
    if workspace.vault.drafts.has(document_id):
        return workspace.casework.resume(document_id)
    return workspace.casework.revise(document_id, Reason.CONTINUED)


def may_hand_over(workspace: Workspace, subject: Subject) -> bool:
    """Say whether the unlocked person could begin a handover; nobody is asked and nothing journalled."""
    me = workspace.sitting.me
    record = workspace.casework.case_file(subject).newest(CASE_FORM)
    lead = text_of(record.answers, "caseworker") if record is not None else ""
    if record is None or record.unresolved or not lead:
        return False
    return me.role is Role.SUPERVISOR or (me.role is Role.CASEWORKER and me.person_id == lead)

"""How the handovers of a case stand, read from their signed versions."""

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Subject
from outreach_app.domain.handovers import (
    FORM,
    SERVICE,
    Handover,
    HandoverState,
    HandoverVersion,
    read_handover,
)
from outreach_app.domain.values import text_of
from outreach_app.phrases import phrase
from outreach_app.services.access import CASE_FORM
from outreach_app.services.case_words import CaseWords, day_words
from outreach_app.services.handing_over.errors import NobodyLeads
from outreach_app.services.instants import day_of
from outreach_app.services.workspace import Workspace
from outreach_app.store.vault import Vault


def standing(vault: Vault, document_id: str) -> Handover | None:
    """Return how one handover stands, None while no version of it counts."""
    history = [each for each in vault.revisions.history(document_id) if each.counted]
    if not history:
        return None
    heads = [each.flat() for each in vault.revisions.heads(document_id)]
    versions = [
        HandoverVersion(
            author_id=each.header.author_id, on=day_of(each.header.signed_at), answers=each.flat()
        )
        for each in history
    ]
    return read_handover(document_id, versions, heads)


def handovers(vault: Vault, subject: Subject) -> tuple[Handover, ...]:
    """Return the handovers of a case that are signed, the newest first; of one day the open one."""
    found = [
        each
        for document in vault.documents.by_case(subject.case_id, form_id=FORM)
        if (each := standing(vault, document.document_id)) is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.signed_on, each.is_waiting), reverse=True))


def waiting(vault: Vault, subject: Subject) -> Handover | None:
    """Return the handover of a case that waits for its answer, None for none."""
    return next((each for each in handovers(vault, subject) if each.is_waiting), None)


def lead_of(case_file: CaseFile) -> str:
    """Return who answers for a case now.

    Raises:
        NobodyLeads: Its record names nobody, or there are two versions of it.
    """
    record = case_file.newest(CASE_FORM)
    lead = text_of(record.answers, "caseworker") if record is not None else ""
    if record is None or record.unresolved or not lead:
        raise NobodyLeads
    return lead


def receiver_words(workspace: Workspace, handover: Handover, words: CaseWords) -> str:
    """Return who is to take a case over: initials and role, or the name of a service."""
    if handover.kind != SERVICE:
        return words.person(handover.receiver_id)
    heads = workspace.vault.revisions.heads(handover.agency_id)
    name = text_of(heads[0].flat(), "agency_name") if heads else ""
    return name or phrase("another service")


def standing_words(workspace: Workspace, handover: Handover, words: CaseWords) -> str:
    """Return in one sentence how a handover stands, for a card or a line."""
    who = receiver_words(workspace, handover, words)
    since, answered = day_words(handover.signed_on), day_words(handover.answered_on)
    giver = words.initials(handover.giver_id)
    if handover.is_apart:
        return phrase("To {who}: two versions of the handover are to be merged first", who=who)
    return {
        HandoverState.WAITING: phrase(
            "Handed over to {who}, not accepted yet since {day}: {giver} answers for the case until then",
            who=who,
            day=since,
            giver=giver,
        ),
        HandoverState.ACCEPTED: phrase(
            "Handed over to {who}, accepted on {day}", who=who, day=answered
        ),
        HandoverState.REFUSED: phrase(
            "{who} did not take the case over on {day}: it stays with {giver}",
            who=who,
            day=answered,
            giver=giver,
        ),
        HandoverState.TAKEN_BACK: phrase(
            "Handover to {who} of {day} was taken back", who=who, day=since
        ),
    }[handover.state]

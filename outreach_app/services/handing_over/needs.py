"""Handovers that wait, on Today and in the case: for whoever gave, and for whoever is to answer."""

from collections.abc import Iterator

from outreach_app.domain.handovers import ACCEPTED, FORM, Handover, HandoverState, answer_due
from outreach_app.domain.people import Role
from outreach_app.phrases import phrase
from outreach_app.services.case_words import CaseWords, day_words
from outreach_app.services.handing_over.standing import receiver_words, standing
from outreach_app.services.needs import Need, NeedKind
from outreach_app.services.today_scope import ENGLAND_AND_WALES, Scope
from outreach_app.services.workspace import Workspace
from outreach_app.store.lists import FactLine

_GIVERS = frozenset({Role.CASEWORKER, Role.SUPERVISOR})


def handovers_of_today(scope: Scope) -> Iterator[tuple[str, Need]]:
    """Yield the handovers that wait for a word, with the ids of their cases.

    A case that is offered to somebody is not theirs yet and stands on their day all the same.
    """
    for line in scope.workspace.vault.lists.facts(FORM):
        if _is_over(scope, line) or not _concerns(scope, line):
            continue
        found = standing(scope.workspace.vault, line.document_id)
        if found is None or found.is_apart:
            continue  # two versions wait to be merged first, and are told of as such
        nation = scope.nations.get(line.client_id, ENGLAND_AND_WALES)
        need = _need(scope.workspace, found, scope.words, nation)
        if need is not None:
            yield line.case_id, need


def _is_over(scope: Scope, line: FactLine) -> bool:
    """Say by the lists alone that nothing waits: accepted and led by the receiver, or taken back."""
    if line.facts.get("ho_answer") != ACCEPTED:
        return bool(line.facts.get("ho_taken_back"))
    case = scope.workspace.vault.lists.case(line.case_id)
    return case is not None and case.caseworker == line.facts.get("ho_to")


def _concerns(scope: Scope, line: FactLine) -> bool:
    mine = scope.workspace.sitting.me.person_id
    return line.case_id in scope.cases or mine in {line.facts.get("ho_by"), line.facts.get("ho_to")}


def _need(workspace: Workspace, found: Handover, words: CaseWords, nation: str) -> Need | None:
    """Return what a handover asks of the unlocked person, None for nothing."""
    me = workspace.sitting.me
    since = day_words(found.signed_on)
    by = answer_due(found, workspace.sitting.configuration.time_limits(), nation)
    # It asks for a word today; its day is said once that has passed.
    due = by if by is not None and by < workspace.sitting.today() else None
    if found.is_waiting and found.receiver_id == me.person_id:
        return Need(
            kind=NeedKind.HANDED_TO_ME,
            what=phrase("Handed to you: please look and accept"),
            where=phrase("By {who} on {day}", who=words.initials(found.giver_id), day=since),
            due=due,
            document_id=found.document_id,
        )
    if me.role not in _GIVERS:
        return None
    who = receiver_words(workspace, found, words)
    if found.is_waiting:
        return Need(
            kind=NeedKind.HANDED,
            what=phrase("Handed over to {who}, not yet accepted", who=who),
            where=phrase(
                "Since {day}; until then {giver} answers for the case",
                day=since,
                giver=words.initials(found.giver_id),
            ),
            due=due,
            document_id=found.document_id,
        )
    if found.state is HandoverState.REFUSED and not _is_answered_for(workspace, found):
        return Need(
            kind=NeedKind.HANDED,
            what=phrase("{who} did not take the case over: read why", who=who),
            where=phrase("Answered on {day}", day=day_words(found.answered_on)),
            document_id=found.document_id,
        )
    return None


def _is_answered_for(workspace: Workspace, refused: Handover) -> bool:
    """Say whether a later handover has taken the place of a refused one."""
    documents = workspace.vault.documents
    subject = documents.get(refused.document_id).subject
    for each in documents.by_case(subject.case_id, form_id=FORM):
        later = standing(workspace.vault, each.document_id)
        if later is None or each.document_id == refused.document_id:
            continue
        if later.signed_on >= (refused.answered_on or refused.signed_on):
            return True
    return False

"""What a page of sharing is about: one case, everything not sent, a return, or a bundle again."""

from dataclasses import dataclass
from enum import StrEnum

from outreach_app.domain.documents import Subject
from outreach_app.domain.handovers import SERVICE
from outreach_app.phrases import in_a_row
from outreach_app.services.access import CASE_FORM
from outreach_app.services.case_words import spoken_reference_of
from outreach_app.services.exchange.profiles import Profile
from outreach_app.services.handing_over.standing import standing
from outreach_app.services.sharing.candidates import Candidate, candidates
from outreach_app.services.sharing.enclosed import enclosed_ids
from outreach_app.services.sharing.offer import (
    Offered,
    Return,
    offered,
    offered_documents,
    only_here,
    returns,
)
from outreach_app.services.sharing.returning import GoingBack
from outreach_app.services.workspace import Workspace
from outreach_app.ui.share.documents import Group
from outreach_app.ui.share.recipients import Choosable
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import translate

AGAIN = "again:"
HANDED = "handed:"
"""Topic of sharing, with the id of a handover after it: what goes with it."""


class Kind(StrEnum):
    """Which way of sharing it is."""

    CASE = "case"
    ALL = "all"
    RETURN = "return"
    AGAIN = "again"
    HANDED = "handed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What is offered, and to whom.

    Attributes:
        subject: The one case that it is about, None for several.
        chosen: Ids of people who are ticked at first.
        ticked: Group and document of what is ticked at first; None for everything that is new.
        by_person: Each person gets a bundle of their own documents.
        address_reason: Why places and addresses go along, "" where a person says so first.
    """

    kind: Kind
    title: str
    subject: Subject | None
    groups: tuple[Group, ...]
    people: tuple[Choosable, ...]
    chosen: tuple[str, ...]
    new: frozenset[str] = frozenset()
    ticked: frozenset[tuple[str, str]] | None = None
    address_reason: str = ""

    @property
    def by_person(self) -> bool:
        """Say whether each person gets a bundle of their own."""
        return self.kind is Kind.RETURN

    @property
    def documents(self) -> tuple[Offered, ...]:
        """Every document that is offered."""
        return tuple(each for group in self.groups for each in group.documents)


def matter_of(workspace: Workspace, place: Place) -> Matter:
    """Return what is offered at a place."""
    if place.topic.startswith(AGAIN):
        return _again(workspace, place.topic.removeprefix(AGAIN))
    if place.topic.startswith(HANDED):
        return _handed(workspace, place.topic.removeprefix(HANDED))
    if place.topic == Kind.RETURN.value:
        return _return(workspace)
    if place.subject is not None:
        return _case(workspace, place.subject)
    return _all(workspace)


def _case(workspace: Workspace, subject: Subject) -> Matter:
    documents = offered(workspace, (subject,))
    people = candidates(workspace.sitting, [each.document for each in documents])
    reference = spoken_reference_of(workspace, subject)
    return Matter(
        kind=Kind.CASE,
        title=translate("share", "Share from {reference}").format(reference=reference),
        subject=subject,
        groups=(Group(key="", heading="", documents=documents, note=_unnamed(workspace, subject)),),
        people=tuple(map(Choosable, people)),
        chosen=_only_lead(people),
    )


def _handed(workspace: Workspace, document_id: str) -> Matter:
    """Return what goes with a handover: the whole case, its answer, or what its inventory names."""
    document = workspace.vault.documents.get(document_id)
    subject, found = document.subject, standing(workspace.vault, document_id)
    to_service = found is not None and found.kind == SERVICE
    answers = found is not None and not found.is_waiting
    every = offered(workspace, (subject,))
    wanted = {document_id, *enclosed_ids(workspace, document)}
    if not to_service:
        wanted |= {
            each.document.document_id
            for each in every
            if not each.kept_back and (not answers or each.document.form_id == CASE_FORM)
        }
    documents = tuple(each for each in every if each.document.document_id in wanted)
    other = "" if found is None else (found.giver_id if answers else found.receiver_id)
    reference = spoken_reference_of(workspace, subject)
    return Matter(
        kind=Kind.HANDED,
        title=translate("share", "Handover of {reference}").format(reference=reference),
        subject=subject,
        groups=(Group(key="", heading="", documents=documents),),
        people=tuple(map(Choosable, candidates(workspace.sitting, [document]))),
        chosen=(other,) if other else (),
        new=frozenset(wanted),
        ticked=frozenset(("", each.document.document_id) for each in documents),
        address_reason=""
        if to_service
        else translate("share", "The case is handed over to this colleague."),
    )


def _unnamed(workspace: Workspace, subject: Subject) -> str:
    """Return that recipients cannot tell whom it is about, "" where they can."""
    if workspace.vault.lists.clients(subject.client_id):
        return ""
    return translate(
        "share",
        "The client record is not signed yet. Without it recipients see neither the reference nor "
        "a name, only a few letters. Sign it first, on the page of the case.",
    )


def _all(workspace: Workspace) -> Matter:
    documents = offered_documents(workspace, only_here(workspace))
    people = candidates(workspace.sitting, [each.document for each in documents])
    references = dict.fromkeys(each.reference for each in documents)
    return Matter(
        kind=Kind.ALL,
        title=translate("share", "Share what is only on this laptop"),
        subject=None,
        groups=tuple(
            Group(
                key="",
                heading=reference,
                documents=tuple(each for each in documents if each.reference == reference),
            )
            for reference in references
        ),
        people=_only_home(people),
        chosen=_only_lead(people),
        new=frozenset(each.document.document_id for each in documents),
    )


def _only_home(people: tuple[Candidate, ...]) -> tuple[Choosable, ...]:
    away = translate("share", "Does not belong to all of these cases: share from the case itself")
    return tuple(
        Choosable(each, away if each.may_receive and not each.at_home else "") for each in people
    )


def _only_lead(people: tuple[Candidate, ...]) -> tuple[str, ...]:
    leads = [
        each.person.person_id
        for each in people
        if each.profile is Profile.LEAD and each.may_receive
    ]
    return (leads[0],) if len(leads) == 1 else ()


def _return(workspace: Workspace) -> Matter:
    groups, people, chosen = [], [], []
    new: set[str] = set()
    ticked: set[tuple[str, str]] = set()
    for each in returns(workspace):
        documents = offered_documents(workspace, each.document_ids)
        # What they are to the cases: of what waits, else of all that they lack.
        wanted = [one for one in documents if one.document.document_id in each.waits.document_ids]
        about = [one.document for one in wanted or documents]
        everybody = candidates(workspace.sitting, about)
        found = [one for one in everybody if one.person.person_id == each.person_id]
        if not found:
            continue
        candidate = found[0]
        away = translate("share", "Does not work on these cases: share from the case itself")
        outside = candidate.may_receive and not candidate.at_home
        people.append(Choosable(candidate, away if outside else ""))
        groups.append(_return_group(each, candidate, documents))
        new |= set(each.document_ids)
        if (wanted or each.waits.receipts) and not outside:
            chosen.append(each.person_id)
            ticked |= {(each.person_id, one.document.document_id) for one in wanted}
    return Matter(
        kind=Kind.RETURN,
        title=translate("share", "Write back to the caseworkers"),
        subject=None,
        groups=tuple(groups),
        people=tuple(people),
        chosen=tuple(chosen),
        new=frozenset(new),
        ticked=frozenset(ticked),
    )


def _return_group(back: Return, candidate: Candidate, documents: tuple[Offered, ...]) -> Group:
    return Group(
        key=back.person_id,
        heading=translate("share", "For {name}").format(name=candidate.person.full_name),
        documents=documents,
        note=going_back_words(back.waits),
    )


def going_back_words(waits: GoingBack) -> str:
    """Return what waits to go back to somebody: reviews of documents, and confirmations."""
    about = translate("share", "%n document(s)", "", len(waits.document_ids))
    said = translate("share", "%n review(s)", "", waits.reviews)
    reviewed = translate("share", "{reviews} of {documents}").format(reviews=said, documents=about)
    arrived = translate("share", "%n confirmation(s) for their bundles", "", waits.receipts)
    facts = [*([reviewed] if waits.reviews else []), *([arrived] if waits.receipts else [])]
    return in_a_row(facts, " · ")


def _again(workspace: Workspace, rest: str) -> Matter:
    bundle_id, _colon, person_id = rest.partition(":")
    ids = workspace.vault.carried.documents_in((bundle_id,))[bundle_id]
    documents = offered_documents(workspace, ids)
    people = candidates(workspace.sitting, [each.document for each in documents])
    subjects = {each.document.subject.client_id for each in documents}
    cases = [each.document.subject for each in documents if each.document.subject.case_id]
    return Matter(
        kind=Kind.AGAIN,
        title=translate("share", "Export again"),
        subject=cases[0] if len(subjects) == 1 and cases else None,
        groups=(Group(key="", heading="", documents=documents),),
        people=tuple(map(Choosable, people)),
        chosen=(person_id,),
        new=frozenset(ids),
    )

"""A supervisor's word about one version of a document: comment, approve, return, countersign, close.

Each is a signed object bound to that version; a comment names the row and the question, so that
it stays where it belongs when labels or order change.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from outreach_app.domain.answers import ROW_ID
from outreach_app.domain.authority import REVIEW_VERBS, VERB_WORDS, Verb
from outreach_app.domain.documents import Comment, Document, Review, ReviewVerb, Revision
from outreach_app.domain.exits.checklist import exit_blocks
from outreach_app.domain.exits.evidence import ExitCase
from outreach_app.domain.ids import Prefix
from outreach_app.domain.states import State, revision_states
from outreach_app.engine.definition import FormDefinition
from outreach_app.phrases import phrase
from outreach_app.services.access import access_of
from outreach_app.services.case_files import load_case_file
from outreach_app.services.catalogue import Catalogue
from outreach_app.services.errors import (
    AlreadyJudged,
    CommentMissing,
    ExitBlocked,
    NotAllowed,
    OpenConflict,
    OwnCertificateEnded,
    UnknownComment,
    UnknownDocument,
    UnknownRevision,
)
from outreach_app.services.instants import read_instant
from outreach_app.services.revising import ReviewFacts, make_review
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.supervision import EXIT, REFERRAL, document_objects
from outreach_app.services.trust import Claim
from outreach_app.store import errors as store_errors

_STEP = re.compile(r"(?P<name>[A-Za-z_][A-Za-z0-9_.-]*)(?:\[(?P<row>[^\[\]/]+)\])?\Z")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment to be made.

    Attributes:
        question: Name or address: ``overall_level``, ``risks[r_…]/risk_title``; "" for the whole
            document.
    """

    question: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOrder:
    """What a reviewer wants to say.

    Attributes:
        revision_id: The version meant; the newest when left out.
        text: About the whole document.
        answers: What a supervisor answers in the form, by question name.
    """

    document_id: str
    verb: ReviewVerb
    revision_id: str = ""
    text: str = ""
    remarks: tuple[Remark, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


def review(sitting: Sitting, signer: Signer, catalogue: Catalogue, order: ReviewOrder) -> Review:
    """Sign a review and keep it; when the call returns, it stands.

    Raises:
        UnknownDocument, UnknownRevision: It is not held.
        NotAllowed: The role does not allow it, or the person wrote part of it.
        OpenConflict: There are two newest versions; only comments are possible.
        OwnCertificateEnded: What is said now would count nowhere.
        CommentMissing: A comment or a return without words.
        UnknownComment: A remark or an answer names a question that the form does not have.
        AlreadyJudged: The version is approved or countersigned already, and no answer is added.
        ExitBlocked: The checklist cannot be closed yet.
    """
    document = _document(sitting, order.document_id)
    revision = _revision(sitting, order)
    definition = catalogue.definition(revision.header.form_hash)
    until = sitting.me.valid_until
    if until and read_instant(until) <= sitting.now():
        raise OwnCertificateEnded(ended=read_instant(until).date().isoformat())
    _require(sitting, document, order.verb)
    _refuse_repeated(sitting, revision, order)
    _check_words(order)
    for name in order.answers:
        if not definition.items_named(name):
            raise UnknownComment(question=name)
    made = make_review(
        ReviewFacts(
            revision_id=revision.revision_id,
            document_id=document.document_id,
            verb=order.verb,
            signed_at=sitting.instant(),
            text=order.text.strip(),
            comments=[
                Comment(
                    comment_id=sitting.new_id(Prefix.COMMENT),
                    row_id=row_id,
                    question=question,
                    text=remark.text.strip(),
                )
                for remark in order.remarks
                for row_id, question in (_place(definition, revision, remark.question),)
            ],
            answers=order.answers,
        ),
        signer,
    )
    made = _as_it_counts(sitting, made)
    _keep(sitting, catalogue, document, made)
    return made


def _document(sitting: Sitting, document_id: str) -> Document:
    try:
        return sitting.vault.documents.get(document_id)
    except store_errors.UnknownDocument as error:
        raise UnknownDocument(name=document_id) from error


def _revision(sitting: Sitting, order: ReviewOrder) -> Revision:
    """Return the version meant; judgements are about the newest only."""
    heads = sitting.vault.revisions.heads(order.document_id)
    current = {head.revision_id: head for head in heads}
    if order.verb is not ReviewVerb.COMMENT and len(heads) > 1:
        raise OpenConflict(count=len(heads))
    if not order.revision_id and heads:
        return max(heads, key=lambda head: (head.header.signed_at, head.revision_id))
    if order.revision_id in current:
        return current[order.revision_id]
    older = {each.revision_id: each for each in sitting.vault.revisions.history(order.document_id)}
    if order.verb is not ReviewVerb.COMMENT or order.revision_id not in older:
        raise UnknownRevision(name=order.revision_id or order.document_id)
    return older[order.revision_id]


def _require(sitting: Sitting, document: Document, verb: ReviewVerb) -> None:
    if verb is ReviewVerb.CLOSE and document.form_id != EXIT:
        raise NotAllowed(
            act=VERB_WORDS[Verb.CLOSE], reason=phrase("only an exit checklist is closed")
        )
    kind = ""
    if document.form_id == REFERRAL:
        kind = next(
            (
                line.ref_kind
                for line in sitting.vault.lists.referrals(document.subject.case_id)
                if line.document_id == document.document_id
            ),
            "",
        )
    access = access_of(
        sitting,
        document.subject.case_id,
        sitting.me.person_id,
        form_id=document.form_id,
        referral_kind=kind,
        document_id=document.document_id,
        client_id=document.subject.client_id,
    )
    sitting.require(REVIEW_VERBS[verb], access)


def _refuse_repeated(sitting: Sitting, revision: Revision, order: ReviewOrder) -> None:
    if order.answers or order.verb not in {ReviewVerb.APPROVE, ReviewVerb.COUNTERSIGN}:
        return
    states = revision_states(document_objects(sitting, order.document_id), revision.revision_id)
    # Where a rule demands a second person, an approval is that signature too.
    if State.COUNTERSIGNED in states:
        raise AlreadyJudged(state=State.COUNTERSIGNED.value)
    if order.verb is ReviewVerb.APPROVE and State.APPROVED in states:
        raise AlreadyJudged(state=State.APPROVED.value)


def _check_words(order: ReviewOrder) -> None:
    if any(not remark.text.strip() for remark in order.remarks):
        raise CommentMissing
    needs_words = order.verb in {ReviewVerb.COMMENT, ReviewVerb.RETURN}
    if needs_words and not (order.text.strip() or order.remarks):
        raise CommentMissing


def _place(definition: FormDefinition, revision: Revision, question: str) -> tuple[str, str]:
    """Return row id and question name of an address; both must exist."""
    if not question:
        return "", ""
    row_id = name = ""
    for step in question.split("/"):
        match = _STEP.match(step)
        if match is None:
            raise UnknownComment(question=question)
        name = match["name"]
        row_id = match["row"] or row_id
    if not definition.items_named(name):
        raise UnknownComment(question=question)
    if row_id and row_id not in set(_row_ids(revision.answers())):
        raise UnknownComment(question=question)
    return row_id, name


def _row_ids(value: object) -> list[str]:
    if isinstance(value, list):
        return [found for row in value for found in _row_ids(row)]
    if not isinstance(value, Mapping):
        return []
    own = [str(value[ROW_ID])] if ROW_ID in value else []
    return own + [found for each in value.values() for found in _row_ids(each)]


def _as_it_counts(sitting: Sitting, made: Review) -> Review:
    """Return a review as it counts here: what a suspended person signs waits."""
    judged = sitting.trust.judge_signer(
        Claim(
            object_id=made.review_id,
            person_id=made.reviewer_id,
            serial=made.certificate_serial,
            signed_at=made.signed_at,
        )
    )
    return replace(made, counted=judged.counted, not_counted=judged.why)


def _keep(sitting: Sitting, catalogue: Catalogue, document: Document, made: Review) -> None:
    act = sitting.act(
        "document.reviewed",
        document=document.document_id,
        revision=made.revision_id,
        verb=made.verb.value,
    )
    with sitting.vault.transaction(act):
        sitting.vault.reviews.add(made, received_at=made.signed_at)
        if made.verb is ReviewVerb.CLOSE:
            # Judged with the closing word in place; if anything stands against it, it is undone.
            _refuse_blocked(sitting, catalogue, document)


def _refuse_blocked(sitting: Sitting, catalogue: Catalogue, document: Document) -> None:
    case_file = load_case_file(sitting, catalogue, document.subject)
    record = case_file.find(document.document_id)
    case = ExitCase(
        case_file=case_file,
        answers=record.answers if record is not None else {},
        timescales=sitting.configuration.time_limits(),
    )
    blocks = exit_blocks(case)
    if blocks:
        raise ExitBlocked(blocks=" ".join(block.text for block in blocks))

"""Everything that a reviewer looks at before they say a word about a version."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from outreach_app.domain.answers import Answers, flatten, leaves
from outreach_app.domain.authority import REVIEW_VERBS, may
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Comment, Document, Review, ReviewVerb, Revision
from outreach_app.domain.levels import RiskLevel, parse_level
from outreach_app.domain.people import Person
from outreach_app.domain.records import Record
from outreach_app.domain.risk import effective_level
from outreach_app.domain.risk_input import NOW
from outreach_app.domain.states import State
from outreach_app.phrases import phrase
from outreach_app.report.dates import readable_date
from outreach_app.services.access import access_of
from outreach_app.services.case_files import reading_ahead
from outreach_app.services.case_words import CaseWords, day_words, references_of
from outreach_app.services.comparing import Differing, Wording, differing
from outreach_app.services.form_facts import in_form_order
from outreach_app.services.merging.own_edits import ReadMerge, merges_to_review
from outreach_app.services.permission import Reader, Sight, require_sight
from outreach_app.services.risk_changes import RiskComparison, risk_changes_of
from outreach_app.services.row_names import RowNames, row_of, with_rows
from outreach_app.services.sitting import Sitting
from outreach_app.services.supervision import (
    ASSESSMENT,
    EXIT,
    REFERRAL,
    Changes,
    changes_since_review,
    document_objects,
    document_state,
)
from outreach_app.services.workspace import Workspace
from outreach_app.store.steps import Steps, run_through

_REPEATED = frozenset({ASSESSMENT, "support_plan", "safety_plan", "outcomes_check"})
"""Forms of which a new document is read against the one before it."""
_ROW = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """One version with what is needed to judge it, in words.

    Attributes:
        author: Who signed it; None for somebody in no directory here.
        state: Of the document.
        changes: What differs from what the reviewer saw last; from nothing for a first document.
        since: What it is compared with, in words; "" when there is nothing before.
        level: Effective level now, and before it in `level_before`; None for other forms.
        gaps: Names of questions that this version leaves as an information gap.
        needs_second: A rule demands a second person: agreeing is a countersignature.
        heads: How many newest versions there are; more than one are merged first.
        withheld: Names of parts that are not held here.
        said: What reviewers said about any version, oldest first.
    """

    document: Document
    revision: Revision
    author: Person | None
    state: State
    changes: Changes
    since: str
    level: RiskLevel | None
    level_before: RiskLevel | None
    gaps: frozenset[str]
    risk: RiskComparison | None
    merges: tuple[ReadMerge, ...]
    needs_second: bool
    heads: int
    withheld: tuple[str, ...]
    said: tuple[Review, ...]
    references: Mapping[str, str]

    def is_gap(self, address: str) -> bool:
        """Say whether a question was left as an information gap."""
        return _ROW.sub("", address).rpartition("/")[2] in self.gaps


def review_view(workspace: Workspace, document_id: str) -> ReviewView:
    """Return what a reviewer looks at, of a document's newest version.

    Raises:
        UnknownDocument: Nothing signed is held of it.
        NotAllowed: The person may not read it.
    """
    return run_through(gathering_view(workspace, document_id))


def gathering_view(workspace: Workspace, document_id: str) -> Steps[ReviewView]:
    """Gather what a reviewer looks at, step by step; see `review_view`."""
    sitting, vault = workspace.sitting, workspace.vault
    document = vault.documents.get(document_id)
    yield from reading_ahead(vault, document.subject)
    case_file = workspace.casework.case_file(document.subject)
    yield
    references = references_of(workspace, document)
    yield
    changes = changes_since_review(
        sitting, workspace.catalogue.definition, document_id, references=references
    )
    revision = vault.revisions.get(changes.revision_id)
    yield
    sight = require_sight(sitting, document)
    before = _earlier(workspace, case_file, document) if not changes.since else None
    since, old = _basis(workspace, changes, before, sight)
    now = sight.of(revision).answers()
    found = changes.differing
    if before is not None:
        definition = workspace.catalogue.definition(revision.header.form_hash)
        found = differing(definition, old, now, references)
    yield
    weighty = tuple(each for each in found if not _is_stamp(each.address))
    changes = replace(changes, differing=with_rows(weighty, now, old))
    yield
    risk = risk_changes_of(workspace, document, revision.revision_id, changes.since)
    yield
    merges = merges_to_review(
        sitting, workspace.catalogue.definition, document, revision.revision_id, references
    )
    yield
    return ReviewView(
        document=document,
        revision=revision,
        author=_person(sitting, revision),
        state=document_state(sitting, document_id),
        changes=changes,
        since=since,
        level=_level(document, revision.answers()),
        level_before=_level(document, old) if since else None,
        gaps=_gaps(case_file, document_id),
        risk=risk,
        merges=merges,
        needs_second=document_objects(sitting, document_id).needs_second_person,
        heads=len(vault.revisions.head_ids(document_id)),
        withheld=revision.withheld(),
        said=readable_reviews(workspace, revision, sight),
        references=references,
    )


def readable_reviews(workspace: Workspace, revision: Revision, sight: Sight) -> tuple[Review, ...]:
    """Return what reviewers said, without remarks on parts that are not for this person."""
    said = workspace.vault.reviews.of_document(revision.header.document_id)
    if not sight.hidden:
        return said
    definition = workspace.catalogue.definition(revision.header.form_hash)

    def is_shown(question: str) -> bool:
        return not any(item.part in sight.hidden for item in definition.items_named(question))

    return tuple(
        each
        if each.reviewer_id == sight.person_id
        else replace(each, comments=tuple(c for c in each.comments if is_shown(c.question)))
        for each in said
    )


def _person(sitting: Sitting, revision: Revision) -> Person | None:
    header = revision.header
    return next(
        (
            each
            for each in sitting.trust.everybody()
            if each.certificate_serial == header.certificate_serial
        ),
        None,
    )


def _earlier(workspace: Workspace, case_file: CaseFile, document: Document) -> Record | None:
    """Return the document of the same form before this one that the person may read."""
    this = case_file.find(document.document_id)
    if this is None or document.form_id not in _REPEATED:
        return None
    reader = Reader(workspace.sitting)
    older = [
        each
        for each in case_file.all(document.form_id)
        if each.at < this.at and reader.sight(workspace.vault.documents.get(each.document_id))
    ]
    return older[-1] if older else None


def _basis(
    workspace: Workspace, changes: Changes, before: Record | None, sight: Sight
) -> tuple[str, Answers]:
    """Return in words and in answers what a version is compared with."""
    revisions = workspace.vault.revisions
    if changes.since:
        earlier = revisions.get(changes.since)
        return _version_words(earlier, reviewed=changes.reviewed), sight.of(earlier).answers()
    if before is None:
        return "", {}
    title = CaseWords(workspace).form(before.form_id).lower()
    newest = revisions.get(before.revision_ids[-1])
    return phrase("the {title} of {day}", title=title, day=day_words(before.on)), sight.of(
        newest
    ).answers()


def _version_words(revision: Revision, *, reviewed: bool) -> str:
    from_day = revision.header.signed_at[:10]
    words = (
        phrase("the version that you last spoke about")
        if reviewed
        else phrase("the version before")
    )
    return f"{words}, {readable_date(from_day)}"


def _is_stamp(address: str) -> bool:
    """Say whether a question only says when the answers beside it were written: no change itself."""
    group, _slash, name = _ROW.sub("", address).rpartition("/")
    return name.endswith("_confirmed_at") or name == f"{group.rpartition('/')[2]}_at"


def _level(document: Document, answers: Answers) -> RiskLevel | None:
    if document.form_id != ASSESSMENT:
        return None
    flat = flatten(answers)
    return effective_level(
        parse_level(str(flat.get("indicated_level", ""))),
        parse_level(str(flat.get("overall_level", ""))),
        countersigned=False,
    )


def _gaps(case_file: CaseFile, document_id: str) -> frozenset[str]:
    found = (
        gap.source
        for each in case_file.assessments
        if each.record.document_id == document_id
        for gap in each.open_gaps()
    )
    return frozenset(name for source in found for name in (source, f"{source}{NOW}"))


def whole_document(workspace: Workspace, view: ReviewView) -> tuple[Differing, ...]:
    """Return every answer of the version in the order of the form, `old` being "" throughout."""
    definition = workspace.catalogue.definition(view.revision.header.form_hash)
    sight = require_sight(workspace.sitting, view.document)
    answers = in_form_order(definition, sight.of(view.revision).answers())
    return with_rows(differing(definition, {}, answers, view.references), answers)


def label_at(workspace: Workspace, view: ReviewView, address: str) -> str:
    """Return the words of a question that a remark stands at, with its row in front."""
    row_id = row_of(address)
    question = _ROW.sub("", address).rpartition("/")[2]
    return _label(workspace, view.revision, row_id, question)


def comment_label(workspace: Workspace, revision_id: str, comment: Comment) -> str:
    """Return the words of the question of a comment, "" for one about the whole document."""
    if not comment.question:
        return ""
    revision = workspace.vault.revisions.get(revision_id)
    return _label(workspace, revision, comment.row_id, comment.question)


def _label(workspace: Workspace, revision: Revision, row_id: str, question: str) -> str:
    definition = workspace.catalogue.definition(revision.header.form_hash)
    items = definition.items_named(question)
    label = Wording(definition).label(items[0].path) if items else question
    name = RowNames(revision.answers()).of(row_id)
    return f"{name} – {label}" if name else label


def answer_count(view: ReviewView) -> int:
    """Return how many answers the version holds here."""
    return sum(1 for _ in leaves(view.revision.answers()))


def refusals(sitting: Sitting, document: Document) -> dict[ReviewVerb, str]:
    """Return for each thing that can be said why this person may not say it; "" where they may."""
    referrals = sitting.vault.lists.referrals(document.subject.case_id)
    kinds = {each.document_id: each.ref_kind for each in referrals}
    access = access_of(
        sitting,
        document.subject.case_id,
        sitting.me.person_id,
        form_id=document.form_id,
        referral_kind=kinds.get(document.document_id, "") if document.form_id == REFERRAL else "",
        document_id=document.document_id,
        client_id=document.subject.client_id,
    )
    me = sitting.me
    found = {
        verb: may(me.person_id, me.role, needed, access).reason
        for verb, needed in REVIEW_VERBS.items()
    }
    if document.form_id != EXIT:
        found[ReviewVerb.CLOSE] = phrase("only an exit checklist is closed")
    return found

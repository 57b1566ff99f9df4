"""A person's decisions about two versions, signed as the version that follows both."""

from collections.abc import Callable, Mapping

from outreach_app.domain.answers import Answers, combine, flatten
from outreach_app.domain.authority import Verb
from outreach_app.domain.documents import Document, PartName, Reason, Revision
from outreach_app.domain.risk import RULES_VERSION
from outreach_app.services.access import access_of
from outreach_app.services.errors import NothingToMerge
from outreach_app.services.merging.questions import (
    Decision,
    apply_values,
    decided_values,
    filled,
)
from outreach_app.services.merging.versions import MergeView
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.revising import FROZEN_PARTS, RevisionPlan, fill_from, make_revision
from outreach_app.services.sitting import Signer, Sitting

Opens = Callable[[Document, str, Answers], OpenDocument]
"""Opens answers on a form without a draft: document, form hash, answers."""


def decide(
    sitting: Sitting,
    signer: Signer,
    view: MergeView,
    decisions: Mapping[str, Decision],
    opens: Opens,
) -> Revision:
    """Sign the merge of a document's versions with a person's decisions, and keep it.

    Args:
        sitting: The unlocked vault.
        signer: Who decides.
        view: From `merge_view`, of the versions as they are now.
        decisions: By address of the conflict.
        opens: Makes the merged answers a live form: it reads what was typed, and works out anew
            what follows from the answers.

    Raises:
        NothingToMerge: The versions are not the newest any more.
        NotAllowed: The role does not sign this form.
        UnknownConflict: A decision names no conflict, or no side of it.
        UndecidedConflicts: Some are not decided.
        AnswerType: What was typed is no answer to the question.
    """
    document = view.document
    current = set(sitting.vault.revisions.head_ids(document.document_id))
    if current != {head.revision_id for head in view.heads}:
        raise NothingToMerge
    form = opens(document, view.form_hash, whole(view.parts)).session
    values = decided_values(view.questions, decisions, form)
    parts = apply_values(view.parts, view.questions, values)
    _require_signing(sitting, document, parts)
    settled = opens(document, view.form_hash, whole(parts)).parts()
    plan = RevisionPlan(
        document=document,
        form_hash=view.form_hash,
        reason=Reason.MERGE,
        # What the form works out by itself in a part that is not held must not replace it.
        parts={name: settled[name] for name in settled if name not in view.carried},
        parents=tuple(head.revision_id for head in view.heads),
        attachments=tuple({each for head in view.heads for each in head.header.attachments}),
        rules_version=RULES_VERSION,
        carried=view.carried,
    )
    made = make_revision(plan, signer, sitting)
    made = fill_from(made, view.heads) or made
    act = sitting.act(
        "document.merged",
        document=document.document_id,
        revision=made.revision_id,
        decided=len(decisions),
    )
    with sitting.vault.transaction(act):
        sitting.vault.revisions.add(made, received_at=made.header.signed_at)
    return made


def _require_signing(sitting: Sitting, document: Document, parts: Mapping[str, Answers]) -> None:
    flat = flatten(parts.get(PartName.MAIN.value, {}))
    access = access_of(
        sitting,
        document.subject.case_id,
        sitting.me.person_id,
        form_id=document.form_id,
        kind=str(flat.get("assessment_kind", "")),
        client_id=document.subject.client_id,
    )
    sitting.require(Verb.SIGN, access)


def whole(parts: Mapping[str, Answers]) -> Answers:
    """Return the answers of all parts as one.

    What one side had set aside as no longer asked the other may have answered anew: the answer
    that is asked stands.
    """
    asked = combine(*(parts[name] for name in parts if name not in FROZEN_PARTS))
    return filled(asked, parts.get(PartName.EARLIER.value, {}))

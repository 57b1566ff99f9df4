"""What waits for a supervisor and what they say about it."""

from collections.abc import Callable

import pytest

from outreach_app.domain.documents import ReviewVerb, Revision
from outreach_app.domain.states import State
from outreach_app.services.catalogue import Catalogue, convert_shipped
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
from outreach_app.services.reviewing import Remark, ReviewOrder, review
from outreach_app.services.revising import RevisionPlan
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.supervision import (
    Urgency,
    changes_since_review,
    document_state,
    review_list,
)
from tests.services.builders import CaseBuilder, Post, keep_reviews, shelf_of
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]


class Desk:
    """A supervisor at work."""

    def __init__(self, sitting: Sitting, signer: Signer) -> None:
        self.sitting = sitting
        self.signer = signer
        self.catalogue = Catalogue(sitting)

    def say(self, revision: Revision, verb: ReviewVerb, *remarks: Remark, text: str = "") -> str:
        order = ReviewOrder(
            document_id=revision.header.document_id, verb=verb, text=text, remarks=remarks
        )
        return review(self.sitting, self.signer, self.catalogue, order).review_id

    def state(self, revision: Revision) -> State:
        return document_state(self.sitting, revision.header.document_id)


@pytest.fixture
def desk(supervisor: Sitting, signer_of: SignerOf) -> Desk:
    return Desk(supervisor, signer_of(supervisor))


def assessment(case: CaseBuilder, indicated: str, overall: str) -> Revision:
    """Sign a risk assessment with two levels."""
    definition = shelf_of(case.sitting).definition(convert_shipped("risk_assessment").form_hash)
    main: dict[str, dict[str, str]] = {}
    values = {
        "indicated_level": indicated,
        "overall_level": overall,
        "assessed_at": "2026-02-03T11:00:00+00:00",
    }
    for name, value in values.items():
        (item,) = definition.items_named(name)
        group, _slash, leaf = item.path.rpartition("/")
        main.setdefault(group, {})[leaf] = value
    return case.kept(case.plan(case.document("risk_assessment"), {"main": dict(main)}))


def test_what_waits_comes_in_the_order_of_urgency(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    case.opened()
    note = case.kept(case.note_plan("We met."))
    exit_list = case.kept(case.plan(case.document("exit_checklist"), {"main": {}}))
    medium = assessment(case, "low", "medium")
    very_high = assessment(case, "medium", "very_high")
    high = assessment(case, "high", "medium")
    referral = case.kept(_referral(case, "law_enforcement"))
    child = case.kept(_referral(case, "child_safeguarding"))
    flag = case.kept(_flag(case))
    post.take(supervisor, post.send(case, "SH"))
    found = review_list(supervisor)
    expected = [
        (Urgency.FLAG, flag),
        (Urgency.VERY_HIGH, very_high),
        (Urgency.HIGH, high),
        (Urgency.COUNTERSIGN, medium),
        (Urgency.APPROVAL, referral),
        (Urgency.CHILD_REFERRAL, child),
        (Urgency.EXIT, exit_list),
    ]
    assert [(each.urgency, each.document_id) for each in found if each.urgency < Urgency.REST] == [
        (urgency, revision.header.document_id) for urgency, revision in expected
    ]
    rest = {each.document_id for each in found if each.urgency is Urgency.REST}
    assert note.header.document_id in rest
    assert [each.level for each in found[:4]] == ["", "very_high", "high", "medium"]


def _leaf(case: CaseBuilder, form_id: str, **values: str) -> dict[str, dict[str, str]]:
    definition = shelf_of(case.sitting).definition(convert_shipped(form_id).form_hash)
    main: dict[str, dict[str, str]] = {}
    for name, value in values.items():
        (item,) = definition.items_named(name)
        group, _slash, leaf = item.path.rpartition("/")
        main.setdefault(group, {})[leaf] = value
    return main


def _referral(case: CaseBuilder, kind: str) -> RevisionPlan:
    return case.plan(case.document("referral"), {"main": _leaf(case, "referral", ref_kind=kind)})


def _flag(case: CaseBuilder) -> RevisionPlan:
    answers = _leaf(
        case, "safety_flag", flag_code="child_at_risk", flag_set_at="2026-02-03T10:00:00+00:00"
    )
    return case.plan(case.document("safety_flag"), {"main": answers})


def test_an_approval_goes_stale_with_the_next_edit(
    case: CaseBuilder, supervisor: Sitting, desk: Desk, post: Post, clock: FrozenClock
) -> None:
    note = case.opened().kept(case.note_plan("We met."))
    post.take(supervisor, post.send(case, "SH"))
    assert desk.state(note) is State.RECEIVED
    clock.forward(hours=1)
    desk.say(note, ReviewVerb.APPROVE)
    assert desk.state(note) is State.APPROVED
    assert note.header.document_id not in {each.document_id for each in review_list(supervisor)}
    document = case.sitting.vault.documents.get(note.header.document_id)
    clock.forward(hours=1)
    edited = case.kept(
        case.note_plan("We met at nine.", document=document, parents=(note.revision_id,))
    )
    post.take(supervisor, post.send(case, "SH", unsent_only=True))
    assert desk.state(edited) is State.STALE
    changes = changes_since_review(
        supervisor, shelf_of(desk.sitting).definition, note.header.document_id
    )
    assert (changes.since, changes.reviewed) == (note.revision_id, True)
    (difference,) = changes.differing
    assert (difference.label, difference.old, difference.new) == (
        "Facts",
        "We met.",
        "We met at nine.",
    )


def test_returned_work_comes_back_and_is_resubmitted(
    case: CaseBuilder,
    office: Sitting,
    supervisor: Sitting,
    desk: Desk,
    post: Post,
    clock: FrozenClock,
) -> None:
    note = case.opened().kept(case.note_plan("We met."))
    post.take(supervisor, post.send(case, "SH"))
    clock.forward(hours=1)
    desk.say(note, ReviewVerb.RETURN, Remark("note_facts", "Which facts?"))
    theirs = case.as_seen_by(supervisor, desk.signer)
    post.take(office, post.send(theirs, "AB", unsent_only=True))
    (item,) = [each for each in review_list(office) if each.urgency is Urgency.RETURNED]
    assert item.document_id == note.header.document_id
    (held,) = office.vault.reviews.of_revision(note.revision_id)
    assert (held.comments[0].question, held.comments[0].row_id) == ("note_facts", "")
    assert held.comments[0].text == "Which facts?"
    document = office.vault.documents.get(note.header.document_id)
    clock.forward(hours=1)
    again = case.kept(
        case.note_plan("She came at nine.", document=document, parents=(note.revision_id,))
    )
    assert document_state(office, again.header.document_id) is State.RESUBMITTED


def test_comments_are_bound_to_rows_and_questions_that_exist(
    case: CaseBuilder, supervisor: Sitting, desk: Desk, post: Post
) -> None:
    row = {"_id": "r_" + "a" * 26, "_order": "a", "na_text": "Call her"}
    plan = case.opened().note_plan("We met.")
    parts = {"main": {"note_content": {"note_facts": "We met.", "note_actions": [row]}}}
    note = case.kept(case.replace(plan, parts=parts))
    post.take(supervisor, post.send(case, "SH"))
    address = f"note_content/note_actions[{row['_id']}]/na_by"
    desk.say(note, ReviewVerb.COMMENT, Remark(address, "By when?"))
    (held,) = supervisor.vault.reviews.of_revision(note.revision_id)
    assert (held.comments[0].row_id, held.comments[0].question) == (row["_id"], "na_by")
    for question in ("made_up", f"note_actions[r_{'b' * 26}]/na_by", "note_facts]"):
        with pytest.raises(UnknownComment):
            desk.say(note, ReviewVerb.COMMENT, Remark(question, "What?"))


def test_words_are_needed_for_comments_and_returns(
    case: CaseBuilder, supervisor: Sitting, desk: Desk, post: Post
) -> None:
    note = case.opened().kept(case.note_plan("We met."))
    post.take(supervisor, post.send(case, "SH"))
    for verb in (ReviewVerb.COMMENT, ReviewVerb.RETURN):
        with pytest.raises(CommentMissing):
            desk.say(note, verb)
    with pytest.raises(CommentMissing):
        desk.say(note, ReviewVerb.APPROVE, Remark("note_facts", " "))


def test_four_eyes(
    case: CaseBuilder,
    *,
    office: Sitting,
    supervisor: Sitting,
    desk: Desk,
    signer_of: SignerOf,
    post: Post,
    clock: FrozenClock,
) -> None:
    note = case.opened().kept(case.note_plan("We met."))
    with pytest.raises(NotAllowed):
        Desk(office, signer_of(office)).say(note, ReviewVerb.APPROVE)
    post.take(supervisor, post.send(case, "SH"))
    theirs = case.as_seen_by(supervisor, desk.signer)
    clock.forward(hours=1)
    document = supervisor.vault.documents.get(note.header.document_id)
    own = theirs.kept(
        theirs.note_plan("We met, I hear.", document=document, parents=(note.revision_id,))
    )
    with pytest.raises(NotAllowed) as refused:
        desk.say(own, ReviewVerb.APPROVE)
    assert "second person" in str(refused.value.facts["reason"])
    act = supervisor.vault.journal.rows(after=supervisor.vault.journal.head().n - 1)[0].act
    assert act.kind == "act.refused"
    assert own.header.document_id not in {each.document_id for each in review_list(supervisor)}


def test_an_approval_of_ones_own_work_does_not_count_elsewhere(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    note = case.opened().kept(case.note_plan("We met."))
    keep_reviews(case.sitting, case.review(note, ReviewVerb.APPROVE))
    _received, accepted = post.take(supervisor, post.send(case, "SH"))
    (held,) = supervisor.vault.reviews.of_revision(note.revision_id)
    assert not held.counted
    assert held.review_id in accepted.not_counted
    assert document_state(supervisor, note.header.document_id) is State.RECEIVED


def test_judgements_are_about_the_newest_version_only(
    case: CaseBuilder, supervisor: Sitting, desk: Desk, post: Post, clock: FrozenClock
) -> None:
    note = case.opened().kept(case.note_plan("We met."))
    document = case.sitting.vault.documents.get(note.header.document_id)
    clock.forward(hours=1)
    for text in ("nine", "noon"):
        case.kept(case.note_plan(text, document=document, parents=(note.revision_id,)))
    post.take(supervisor, post.send(case, "SH"))
    with pytest.raises(OpenConflict):
        desk.say(note, ReviewVerb.APPROVE)
    (conflict,) = [each for each in review_list(supervisor) if each.urgency is Urgency.CONFLICT]
    assert len(conflict.revision_ids) == 2
    order = ReviewOrder(
        document_id=document.document_id,
        verb=ReviewVerb.COMMENT,
        revision_id=note.revision_id,
        text="The first was clearer.",
    )
    made = review(supervisor, desk.signer, desk.catalogue, order)
    assert made.revision_id == note.revision_id


def test_unknown_documents_and_versions(desk: Desk, case: CaseBuilder, post: Post) -> None:
    with pytest.raises(UnknownDocument):
        changes_since_review(desk.sitting, shelf_of(desk.sitting).definition, "d_" + "q" * 26)
    with pytest.raises(UnknownDocument):
        review(
            desk.sitting,
            desk.signer,
            desk.catalogue,
            ReviewOrder(document_id="d_" + "q" * 26, verb=ReviewVerb.APPROVE),
        )
    note = case.opened().kept(case.note_plan("We met."))
    post.take(desk.sitting, post.send(case, "SH"))
    with pytest.raises(UnknownRevision):
        review(
            desk.sitting,
            desk.signer,
            desk.catalogue,
            ReviewOrder(
                document_id=note.header.document_id,
                verb=ReviewVerb.APPROVE,
                revision_id="sha256:" + "a" * 64,
            ),
        )


def test_an_exit_is_closed_only_when_nothing_stands_against_it(
    case: CaseBuilder, supervisor: Sitting, desk: Desk, post: Post
) -> None:
    case.opened()
    checklist = case.kept(case.plan(case.document("exit_checklist"), {"main": {}}))
    note = case.kept(case.note_plan("We met."))
    post.take(supervisor, post.send(case, "SH"))
    with pytest.raises(ExitBlocked) as refused:
        desk.say(checklist, ReviewVerb.CLOSE)
    assert "Reason or exit date is missing." in str(refused.value.facts["blocks"])
    assert "has not signed" not in str(refused.value.facts["blocks"])
    assert not supervisor.vault.reviews.of_document(checklist.header.document_id)
    with pytest.raises(NotAllowed):
        desk.say(note, ReviewVerb.CLOSE)


def test_with_an_ended_certificate_nothing_is_judged(
    case: CaseBuilder, supervisor: Sitting, desk: Desk, post: Post, clock: FrozenClock
) -> None:
    note = case.opened().kept(case.note_plan("We met."))
    post.take(supervisor, post.send(case, "SH"))
    clock.forward(days=366)
    with pytest.raises(OwnCertificateEnded):
        desk.say(note, ReviewVerb.APPROVE)


def test_a_second_signature_of_the_same_kind_is_refused_because_it_adds_nothing(
    case: CaseBuilder, supervisor: Sitting, post: Post, desk: Desk, clock: FrozenClock
) -> None:
    case.opened()
    very_high = assessment(case, "very_high", "very_high")
    note = case.kept(case.note_plan("We met."))
    post.take(supervisor, post.send(case, "SH"))
    # Where a second person is demanded, the approval is that signature.
    desk.say(very_high, ReviewVerb.APPROVE)
    assert desk.state(very_high) is State.COUNTERSIGNED
    for verb in (ReviewVerb.COUNTERSIGN, ReviewVerb.APPROVE):
        with pytest.raises(AlreadyJudged) as refused:
            desk.say(very_high, verb)
        assert refused.value.facts == {"state": "countersigned"}
    # An ordinary approval may still be raised to a second signature, once.
    desk.say(note, ReviewVerb.APPROVE)
    with pytest.raises(AlreadyJudged):
        desk.say(note, ReviewVerb.APPROVE)
    desk.say(note, ReviewVerb.COUNTERSIGN)
    with pytest.raises(AlreadyJudged):
        desk.say(note, ReviewVerb.COUNTERSIGN)
    # It can be taken back, and said again after that.
    clock.forward(minutes=1)
    desk.say(note, ReviewVerb.RETURN, text="Which day?")
    clock.forward(minutes=1)
    desk.say(note, ReviewVerb.APPROVE)
    assert desk.state(note) is State.APPROVED

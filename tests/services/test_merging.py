"""Two laptops, one document: what comes together, what a person decides, what is never written."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from outreach_app.domain.documents import Document, Reason, ReviewVerb, Revision
from outreach_app.domain.merge import ConflictKind
from outreach_app.services.auditing import audit_merges
from outreach_app.services.casework import Casework
from outreach_app.services.catalogue import Catalogue
from outreach_app.services.errors import (
    NothingToMerge,
    PartWithheld,
    UndecidedConflicts,
    UnknownConflict,
    UnknownDocument,
)
from outreach_app.services.merging.deciding import decide as decide_with
from outreach_app.services.merging.own_edits import merges_to_review
from outreach_app.services.merging.questions import Decision
from outreach_app.services.merging.versions import MergeView, conflicted, merge_view
from outreach_app.services.sitting import Signer, Sitting
from tests.services.builders import CaseBuilder, Post, keep, keep_reviews, shelf_of, without
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]
FACTS, OPINION = "note_content/note_facts", "note_content/note_opinion"


def decide(
    sitting: Sitting, signer: Signer, view: MergeView, decisions: Mapping[str, Decision]
) -> Revision:
    opens = Casework(sitting, Catalogue(sitting)).open_answers
    return decide_with(sitting, signer, view, decisions, opens)


class Fork:
    """A note that the office and the supervisor changed apart, both held by the supervisor."""

    def __init__(self, office: CaseBuilder, cover: CaseBuilder, clock: FrozenClock) -> None:
        self.office, self.cover, self.clock = office, cover, clock
        self.base = office.kept(office.note_plan("We met.", note_opinion="Calm."))
        self.document: Document = office.sitting.vault.documents.get(self.base.header.document_id)
        keep(cover.sitting, self.base)

    def edit(self, builder: CaseBuilder, facts: str, **more: str) -> Revision:
        self.clock.forward(minutes=1)
        plan = builder.note_plan(
            facts, document=self.document, parents=(self.base.revision_id,), **more
        )
        return builder.kept(plan)

    def both(self, *revisions: Revision) -> None:
        for builder in (self.office, self.cover):
            keep(builder.sitting, *revisions)


@pytest.fixture
def fork(case: CaseBuilder, supervisor: Sitting, signer_of: SignerOf, clock: FrozenClock) -> Fork:
    return Fork(case.opened(), case.as_seen_by(supervisor, signer_of(supervisor)), clock)


def view_of(sitting: Sitting, document: Document) -> MergeView:
    return merge_view(sitting, shelf_of(sitting).definition, document.document_id)


def test_different_answers_come_together_by_themselves(fork: Fork) -> None:
    one = fork.edit(fork.office, "We met at nine.", note_opinion="Calm.")
    two = fork.edit(fork.cover, "We met.", note_opinion="Afraid.")
    fork.both(one, two)
    office = fork.office.sitting
    assert [line.document_id for line in conflicted(office)] == [fork.document.document_id]
    view = view_of(office, fork.document)
    assert not view.questions
    merged = decide(office, fork.office.signer, view, {})
    assert merged.header.parents == tuple(sorted((one.revision_id, two.revision_id)))
    assert merged.header.reason == Reason.MERGE.value
    assert merged.answers() == {
        "note_content": {"note_facts": "We met at nine.", "note_opinion": "Afraid."}
    }
    assert not conflicted(office)
    assert audit_merges(office.vault, [merged.revision_id]) == {}


def test_a_conflict_shows_both_with_authors_and_times(fork: Fork) -> None:
    one = fork.edit(fork.office, "We met at nine.", note_opinion="Calm.")
    two = fork.edit(fork.cover, "We met at noon.", note_opinion="Calm.")
    fork.both(one, two)
    office, supervisor = fork.office.sitting, fork.cover.sitting
    (question,) = view_of(office, fork.document).questions
    assert (question.address, question.label, question.base) == (FACTS, "Facts", "We met.")
    assert [(each.author_id, each.signed_at, each.value) for each in question.versions] == [
        (office.me.person_id, "2026-02-03T11:01:00+00:00", "We met at nine."),
        (supervisor.me.person_id, "2026-02-03T11:02:00+00:00", "We met at noon."),
    ]
    assert (question.shown, question.cautious) == ("", False)
    (theirs,) = view_of(supervisor, fork.document).questions
    assert theirs.versions[0].value == "We met at noon."


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision("ours"), "We met at nine."),
        (Decision("theirs"), "We met at noon."),
        (Decision("text", "We met between nine and noon."), "We met between nine and noon."),
        (Decision("text"), None),
    ],
)
def test_a_person_decides(fork: Fork, decision: Decision, expected: str | None) -> None:
    one = fork.edit(fork.office, "We met at nine.", note_opinion="Calm.")
    two = fork.edit(fork.cover, "We met at noon.", note_opinion="Calm.")
    fork.both(one, two)
    office = fork.office.sitting
    view = view_of(office, fork.document)
    with pytest.raises(UndecidedConflicts) as undecided:
        decide(office, fork.office.signer, view, {})
    assert undecided.value.facts == {"count": 1, "questions": "Facts"}
    for wrong in ({OPINION: Decision("ours")}, {FACTS: Decision("neither")}):
        with pytest.raises(UnknownConflict):
            decide(office, fork.office.signer, view, {FACTS: decision, **wrong})
    merged = decide(office, fork.office.signer, view, {FACTS: decision})
    assert merged.answers()["note_content"].get("note_facts") == expected
    findings = audit_merges(office.vault, [merged.revision_id])
    assert bool(findings) == (decision.take == "text")
    with pytest.raises(NothingToMerge):
        decide(office, fork.office.signer, view, {FACTS: decision})
    with pytest.raises(NothingToMerge):
        view_of(office, fork.document)


def test_both_sides_reach_the_same_and_the_merge_travels(
    fork: Fork, post: Post, clock: FrozenClock
) -> None:
    one = fork.edit(fork.office, "We met at nine.", note_opinion="Calm.")
    two = fork.edit(fork.cover, "We met.", note_opinion="Afraid.")
    fork.both(one, two)
    office, supervisor = fork.office.sitting, fork.cover.sitting
    left, right = (view_of(each, fork.document) for each in (office, supervisor))
    assert left.parts == right.parts
    clock.forward(hours=1)
    merged = decide(office, fork.office.signer, left, {})
    _received, accepted = post.take(supervisor, post.send(fork.office, "SH"))
    assert not accepted.conflicts
    assert supervisor.vault.revisions.head_ids(fork.document.document_id) == (merged.revision_id,)


def test_unknown_documents(office: Sitting) -> None:
    with pytest.raises(UnknownDocument):
        merge_view(office, shelf_of(office).definition, "d_" + "q" * 26)


ROW = {"_id": "r_" + "a" * 26, "_order": "a"}


def dependants(case: CaseBuilder, where: str, school: str, parents: tuple[str, ...]) -> Revision:
    """Sign a client record with one child, whose row lies in two parts."""
    main: dict[str, Any] = {"client_identity": {"preferred_name": "Ina"}}
    location: dict[str, Any] = {}
    if where:
        main["client_health"] = {"dependants": [{**ROW, "dep_country": where}]}
        location["client_health"] = {"dependants": [{**ROW, "dep_school": school}]}
    return case.kept(case.plan(case.client, {"main": main, "location": location}, parents=parents))


def test_a_row_deleted_here_and_changed_there_is_kept_whole_or_removed_whole(
    case: CaseBuilder, office: Sitting, clock: FrozenClock
) -> None:
    base = dependants(case, "GB", "St Mary", ())
    clock.forward(minutes=1)
    changed = dependants(case, "FR", "St Mary", (base.revision_id,))
    clock.forward(minutes=1)
    dependants(case, "", "", (base.revision_id,))
    view = view_of(office, case.client)
    (question,) = view.questions
    address = f"client_health/dependants[{ROW['_id']}]"
    assert (question.kind, question.address) == (ConflictKind.ROW, address)
    assert [each.value for each in question.versions] == ["changed", "deleted"]
    assert question.shown == "changed"
    kept = decide(office, case.signer, view, {address: Decision("ours")})
    assert kept.answers(earlier=True)["client_health"] == changed.answers()["client_health"]


def test_a_row_that_is_decided_away_leaves_every_part(
    case: CaseBuilder, office: Sitting, clock: FrozenClock
) -> None:
    base = dependants(case, "GB", "St Mary", ())
    clock.forward(minutes=1)
    dependants(case, "FR", "St Mary", (base.revision_id,))
    clock.forward(minutes=1)
    dependants(case, "", "", (base.revision_id,))
    address = f"client_health/dependants[{ROW['_id']}]"
    gone = decide(office, case.signer, view_of(office, case.client), {address: Decision("theirs")})
    assert "dependants" not in gone.answers(earlier=True).get("client_health", {})
    assert gone.answers()["client_identity"]["preferred_name"] == "Ina"


def test_the_more_cautious_answer_shows_until_somebody_decides(
    case: CaseBuilder, office: Sitting, clock: FrozenClock
) -> None:
    def address(value: str, parents: tuple[str, ...] = ()) -> Revision:
        clock.forward(minutes=1)
        where = {"current_address": {"addr_confidential": value}} if value else {}
        return case.kept(case.client_plan(where, parents=parents))

    base = address("")
    address("no", (base.revision_id,))
    address("yes", (base.revision_id,))
    view = view_of(office, case.client)
    (question,) = view.questions
    assert (question.part, question.shown, question.cautious) == ("location", "yes", True)
    assert [each.words for each in question.versions] == ["No", "Yes"]
    merged = decide(office, case.signer, view, {question.address: Decision("ours")})
    found = audit_merges(office.vault, [merged.revision_id])[merged.revision_id]
    (finding,) = (each for each in found if each.address == question.address)
    assert finding.kind.value == "against_caution"


def test_a_part_that_is_not_held_is_carried_on_or_left_to_who_holds_it(
    case: CaseBuilder, office: Sitting, supervisor: Sitting, signer_of: SignerOf, clock: FrozenClock
) -> None:
    base = case.kept(case.client_plan({"current_address": {"addr_line1": "12 Harbour Road"}}))
    theirs = case.as_seen_by(supervisor, signer_of(supervisor))
    keep(supervisor, without(base, "location"))
    clock.forward(minutes=1)
    one = theirs.kept(
        theirs.replace(
            theirs.client_plan({}, parents=(base.revision_id,)),
            parts={"main": {"client_identity": {"preferred_name": "Inna"}}},
        )
    )
    clock.forward(minutes=1)
    two = theirs.kept(
        theirs.replace(
            theirs.client_plan({}, parents=(base.revision_id,)),
            parts={"main": {"client_identity": {"preferred_name": "Ina", "pronouns": "she"}}},
        )
    )
    merged = decide(supervisor, theirs.signer, view_of(supervisor, case.client), {})
    assert merged.withheld() == ("location",)
    assert merged.header.parts["location"] == base.header.parts["location"]
    clock.forward(minutes=1)
    moved = case.sign(
        case.client_plan(
            {"current_address": {"addr_line1": "3 Mill Lane"}}, parents=(base.revision_id,)
        )
    )
    keep(office, moved)
    keep(supervisor, without(moved, "location"))
    last = decide(supervisor, theirs.signer, view_of(supervisor, case.client), {})
    assert last.header.parts["location"] == moved.header.parts["location"]
    again = case.sign(
        case.client_plan(
            {"current_address": {"addr_line1": "9 Quay"}}, parents=(moved.revision_id,)
        )
    )
    other = case.sign(
        case.client_plan(
            {"current_address": {"addr_line1": "1 Pier"}}, parents=(moved.revision_id,)
        )
    )
    keep(supervisor, without(again, "location"), without(other, "location"))
    with pytest.raises(PartWithheld) as refused:
        view_of(supervisor, case.client)
    assert refused.value.facts == {"part": "location"}
    keep(office, one, two, merged, last, again, other)
    questions = view_of(office, case.client).questions
    assert {each.part for each in questions} == {"location"}


def test_a_reviewer_sees_what_the_merger_did_of_their_own(
    fork: Fork, post: Post, clock: FrozenClock
) -> None:
    one = fork.edit(fork.office, "We met at nine.", note_opinion="Calm.")
    two = fork.edit(fork.cover, "We met at noon.", note_opinion="Afraid.")
    fork.both(one, two)
    office, supervisor = fork.office.sitting, fork.cover.sitting
    view = view_of(office, fork.document)
    clock.forward(hours=1)
    merged = decide(office, fork.office.signer, view, {FACTS: Decision("text", "We never met.")})
    _received, accepted = post.take(supervisor, post.send(fork.office, "SH"))
    assert set(accepted.merges) == {merged.revision_id}
    definitions = shelf_of(supervisor).definition
    (read,) = merges_to_review(supervisor, definitions, fork.document, merged.revision_id)
    typed = [each for each in read.edits if not each.calculated]
    assert [(each.address, each.merged, set(each.parents)) for each in typed] == [
        (FACTS, "We never met.", {"We met at nine.", "We met at noon."})
    ]
    assert typed[0].words().endswith("→ We never met. (the merger's own answer)")
    assert (read.author_id, read.unread) == (office.me.person_id, ())
    review = fork.cover.review(merged, ReviewVerb.COMMENT, text="Why?")
    keep_reviews(supervisor, review)
    assert merges_to_review(supervisor, definitions, fork.document, merged.revision_id) == ()

"""A draft on one laptop, a newer version from another: both kept, a person decides, nothing doubles."""

from collections.abc import Callable

import pytest

from outreach_app.domain.answers import Answers, leaves
from outreach_app.domain.documents import Document, Reason, Revision, Subject
from outreach_app.domain.merge import ConflictKind
from outreach_app.engine.errors import AnswerType
from outreach_app.services.draft_standing import newer_version, overtaken_drafts
from outreach_app.services.errors import (
    DraftOvertaken,
    ForeignDraftRows,
    NothingToMerge,
    OpenConflict,
    PartWithheld,
    UndecidedConflicts,
    UnknownConflict,
)
from outreach_app.services.merging.questions import Decision
from outreach_app.services.merging.rebasing import DraftView, draft_view, rebase
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.sitting import Signer, Sitting
from tests.services.builders import CaseBuilder, Post, keep, without
from tests.services.filling import Desk
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]
FACTS, OPINION = "note_content/note_facts", "note_content/note_opinion"
KIND, MINUTES = "note_about/note_kind", "note_about/note_duration_min"


class Overtaken:
    """A note that the office is changing while the supervisor, on another laptop, signs a change."""

    def __init__(
        self, case: CaseBuilder, theirs: CaseBuilder, desk: Desk, clock: FrozenClock
    ) -> None:
        self.case, self.theirs, self.desk, self.clock = case, theirs, desk, clock
        note = desk.note(Subject(client_id=case.client_id, case_id=case.case_id))
        note.set_answer("note_opinion", "Calm.")
        self.document: Document = note.document
        self.base = desk.sign(note)
        for each in ("client", "record"):
            document = getattr(case, each)
            keep(theirs.sitting, *case.sitting.vault.revisions.heads(document.document_id))
        keep(theirs.sitting, self.base)

    def begun(self, **answers: str) -> OpenDocument:
        """Begin a draft from the base and answer."""
        opened = self.desk.casework.revise(self.document.document_id, Reason.CONTINUED)
        for name, value in answers.items():
            opened.set_answer(name, value)
        return opened

    def newer(self, facts: str, *, about: dict[str, str] | None = None, **more: str) -> Revision:
        """Let the supervisor sign a change of the base; it brings no rows along."""
        self.clock.forward(minutes=5)
        before = self.base.answers()
        main = {
            **before,
            "note_content": {**before["note_content"], "note_facts": facts, **more},
            "note_about": {**before["note_about"], **(about or {})},
        }
        main["note_content"].pop("note_actions", None)
        opinion = {"note_opinion": main["note_content"].pop("note_opinion")}
        parts = {"main": main, "internal": {"note_content": opinion}}
        plan = self.theirs.plan(self.document, parts, parents=(self.base.revision_id,))
        return self.theirs.kept(plan)

    def view(self) -> DraftView:
        desk = self.desk
        return draft_view(desk.sitting, desk.catalogue.definition, self.document.document_id)

    def rebase(self, **decisions: Decision) -> None:
        named = {f"note_content/{name}": each for name, each in decisions.items()}
        rebase(self.desk.sitting, self.view(), named, self.desk.casework.open_answers)


@pytest.fixture
def overtaken(
    case: CaseBuilder, supervisor: Sitting, signer_of: SignerOf, clock: FrozenClock
) -> Overtaken:
    desk = Desk(case.sitting, case.signer)
    theirs = case.opened().as_seen_by(supervisor, signer_of(supervisor))
    return Overtaken(case, theirs, desk, clock)


def test_a_newer_version_leaves_the_draft_and_says_so(overtaken: Overtaken, post: Post) -> None:
    opened = overtaken.begun(note_facts="We met at nine.")
    sitting = overtaken.desk.sitting
    assert newer_version(sitting, opened.draft) is None
    with pytest.raises(NothingToMerge):
        overtaken.view()
    newer = overtaken.newer("We met at noon.")
    _received, accepted = post.take(sitting, post.send(overtaken.theirs, "AB"))
    document_id = overtaken.document.document_id
    assert accepted.overtaken == (document_id,)
    assert not accepted.conflicts
    ((document, known),) = overtaken_drafts(sitting)
    assert document == overtaken.document
    assert (known.initials, known.day, known.revision_id) == (
        "SH",
        "3 February 2026, 11:05",
        newer.revision_id,
    )
    resumed = overtaken.desk.casework.resume(document_id)
    assert resumed.session.value(FACTS) == "We met at nine."
    with pytest.raises(DraftOvertaken) as refused:
        overtaken.desk.sign(resumed)
    assert refused.value.facts == {"by": "SH", "at": "3 February 2026, 11:05"}
    assert sitting.vault.revisions.head_ids(document_id) == (newer.revision_id,)
    assert sitting.vault.drafts.load(document_id).base == (overtaken.base.revision_id,)


def test_what_only_one_of_them_changed_needs_no_decision(overtaken: Overtaken) -> None:
    overtaken.begun(note_facts="We met at nine.")
    newer = overtaken.newer("We met.", note_opinion="Afraid.")
    keep(overtaken.desk.sitting, newer)
    view = overtaken.view()
    assert view.questions == ()
    assert [(each.address, each.old, each.new) for each in view.taken] == [
        (OPINION, "Calm.", "Afraid.")
    ]
    overtaken.rebase()
    drafts = overtaken.desk.sitting.vault.drafts
    document_id = overtaken.document.document_id
    draft = drafts.load(document_id)
    assert draft.base == (newer.revision_id,)
    assert draft.reason == Reason.CONTINUED.value
    assert drafts.verify(document_id) == ()
    newest = drafts.log(document_id)[-1]
    assert (newest.address, newest.old, newest.new) == (OPINION, "Calm.", "Afraid.")
    opened = overtaken.desk.casework.resume(document_id)
    assert opened.session.value(FACTS) == "We met at nine."
    assert opened.session.value(OPINION) == "Afraid."
    signed = overtaken.desk.sign(opened)
    assert signed.header.parents == (newer.revision_id,)
    heads = overtaken.desk.sitting.vault.revisions.head_ids(document_id)
    assert heads == (signed.revision_id,)


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision("ours"), "We met at nine."),
        (Decision("theirs"), "We met at noon."),
        (Decision("text", "We met at ten."), "We met at ten."),
    ],
)
def test_where_both_changed_one_answer_the_draft_stays_until_it_is_decided(
    overtaken: Overtaken, decision: Decision, expected: str
) -> None:
    overtaken.begun(note_facts="We met at nine.")
    keep(overtaken.desk.sitting, overtaken.newer("We met at noon."))
    (question,) = overtaken.view().questions
    assert [(each.author_id, each.value) for each in question.versions] == [
        (overtaken.desk.sitting.me.person_id, "We met at nine."),
        (overtaken.theirs.sitting.me.person_id, "We met at noon."),
    ]
    assert (question.address, question.base, question.label) == (FACTS, "We met.", "Facts")
    document_id = overtaken.document.document_id
    drafts = overtaken.desk.sitting.vault.drafts
    before = drafts.load(document_id)
    with pytest.raises(UndecidedConflicts):
        overtaken.rebase()
    with pytest.raises(UnknownConflict):
        overtaken.rebase(note_facts=decision, note_opinion=Decision("ours"))
    assert drafts.load(document_id) == before
    overtaken.rebase(note_facts=decision)
    after = drafts.load(document_id)
    assert after.answers["note_content"]["note_facts"] == expected
    assert after.base != before.base


def test_what_is_typed_is_read_as_an_answer_of_the_form(overtaken: Overtaken) -> None:
    overtaken.begun(note_kind="message", note_duration_min="40")
    about = {"note_kind": "phone", "note_duration_min": "50"}
    keep(
        overtaken.desk.sitting,
        overtaken.newer("We met.", about=about),
    )
    assert {each.address for each in overtaken.view().questions} == {KIND, MINUTES}
    sitting, opens = overtaken.desk.sitting, overtaken.desk.casework.open_answers
    for kind, minutes in (("a walk", "45"), ("meeting", "an hour")):
        with pytest.raises(AnswerType):
            rebase(
                sitting,
                overtaken.view(),
                {KIND: Decision("text", kind), MINUTES: Decision("text", minutes)},
                opens,
            )
    draft = rebase(
        sitting,
        overtaken.view(),
        {KIND: Decision("text", "meeting"), MINUTES: Decision("text", " 045 ")},
        opens,
    )
    assert draft.answers["note_about"]["note_kind"] == "meeting"
    assert draft.answers["note_about"]["note_duration_min"] == "45"


def test_a_row_that_the_newer_version_took_away_is_decided_as_one(overtaken: Overtaken) -> None:
    opened = overtaken.begun()
    row = opened.add_row("note_actions")
    opened.set_answer(f"note_actions[{row}]/na_text", "Ring the surgery")
    overtaken.base = overtaken.desk.sign(opened)
    overtaken.begun(**{f"note_actions[{row}]/na_text": "Ring the surgery twice"})
    keep(overtaken.theirs.sitting, overtaken.base)
    keep(overtaken.desk.sitting, overtaken.newer("We met."))
    view = overtaken.view()
    (question,) = (each for each in view.questions if each.kind is ConflictKind.ROW)
    assert [each.value for each in question.versions] == ["changed", "deleted"]
    draft = rebase(
        overtaken.desk.sitting,
        view,
        {each.address: Decision("ours") for each in view.questions},
        overtaken.desk.casework.open_answers,
    )
    texts = [each for each in _texts(draft.answers) if each.startswith("Ring")]
    assert texts == ["Ring the surgery twice"]


def test_signing_apart_is_deliberate_and_makes_two_versions(overtaken: Overtaken) -> None:
    opened = overtaken.begun(note_facts="We met at nine.")
    keep(overtaken.desk.sitting, overtaken.newer("We met at noon."))
    desk = overtaken.desk
    signed = desk.casework.sign(opened, desk.signer, apart=True)
    document_id = overtaken.document.document_id
    assert len(desk.sitting.vault.revisions.head_ids(document_id)) == 2
    assert signed.header.parents == (overtaken.base.revision_id,)


def test_two_newer_versions_are_merged_first(overtaken: Overtaken) -> None:
    overtaken.begun(note_facts="We met at nine.")
    for facts in ("We met at noon.", "We met at one."):
        keep(overtaken.desk.sitting, overtaken.newer(facts))
    with pytest.raises(OpenConflict) as refused:
        overtaken.view()
    assert refused.value.facts == {"count": 2}


def test_another_hand_in_the_draft_is_never_made_ones_own(overtaken: Overtaken) -> None:
    overtaken.begun(note_facts="We met at nine.")
    keep(overtaken.desk.sitting, overtaken.newer("We met.", note_opinion="Afraid."))
    database = overtaken.desk.sitting.vault.database
    with database.transaction():
        database.execute("UPDATE draft_log SET new = 'We never met.' WHERE new LIKE 'We met%'")
    with pytest.raises(ForeignDraftRows):
        overtaken.view()


def _texts(answers: Answers) -> list[str]:
    return [value for _address, value in leaves(answers)]


ADDRESS = {"current_address": {"addr_line1": "12 Harbour Road"}}


def test_a_part_that_is_not_held_of_the_newer_version_is_carried_on(
    case: CaseBuilder, office: Sitting, supervisor: Sitting, signer_of: SignerOf, clock: FrozenClock
) -> None:
    base = case.opened().kept(case.client_plan(ADDRESS, parents=_heads(office, case.client)))
    theirs = case.as_seen_by(supervisor, signer_of(supervisor))
    keep(supervisor, *office.vault.revisions.history(case.client.document_id))
    desk = Desk(office, case.signer)
    desk.casework.revise(case.client.document_id, Reason.CONTINUED).set_answer("full_name", "Ina B")
    clock.forward(minutes=5)
    moved = theirs.kept(
        theirs.client_plan(
            {"current_address": {"addr_line1": "3 Mill Lane"}}, parents=(base.revision_id,)
        )
    )
    keep(office, without(moved, "location"))
    document_id = case.client.document_id
    view = draft_view(office, desk.catalogue.definition, document_id)
    assert (view.left, view.questions) == (("location",), ())
    draft = rebase(office, view, {}, desk.casework.open_answers)
    assert "12 Harbour Road" not in _texts(draft.answers)
    signed = desk.casework.plan(desk.casework.resume(document_id))
    assert "location" not in signed.parts
    assert signed.parents == (moved.revision_id,)


def test_a_change_in_a_part_that_is_not_held_is_left_to_who_holds_both(
    case: CaseBuilder, office: Sitting, supervisor: Sitting, signer_of: SignerOf, clock: FrozenClock
) -> None:
    base = case.opened().kept(case.client_plan(ADDRESS, parents=_heads(office, case.client)))
    theirs = case.as_seen_by(supervisor, signer_of(supervisor))
    keep(supervisor, *office.vault.revisions.history(case.client.document_id))
    desk = Desk(office, case.signer)
    opened = desk.casework.revise(case.client.document_id, Reason.CONTINUED)
    opened.set_answer("addr_line1", "9 Quay")
    clock.forward(minutes=5)
    moved = theirs.kept(
        theirs.client_plan(
            {"current_address": {"addr_line1": "3 Mill Lane"}}, parents=(base.revision_id,)
        )
    )
    keep(office, without(moved, "location"))
    with pytest.raises(PartWithheld) as refused:
        draft_view(office, desk.catalogue.definition, case.client.document_id)
    assert refused.value.facts == {"part": "location"}


def _heads(sitting: Sitting, document: Document) -> tuple[str, ...]:
    return sitting.vault.revisions.head_ids(document.document_id)

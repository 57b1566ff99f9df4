"""Two first records of one case that contradict each other: shown, kept, decided by a supervisor."""

from collections.abc import Callable

import pytest

from outreach_app.domain.documents import Revision
from outreach_app.services.errors import NoContest, NotAllowed, UnknownRevision
from outreach_app.services.first_records import Contest, contest_of, open_contests, uphold
from outreach_app.services.naming import case_references
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.supervision import Urgency, review_list
from tests.cli.office import Outreach
from tests.services.builders import CaseBuilder, Post, keep, shelf_of
from tests.services.conftest import Template
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]


class Rivals:
    """A caseworker's case, and a colleague who signed a first record of the same case id."""

    def __init__(self, true: CaseBuilder, false: CaseBuilder, supervisor: CaseBuilder) -> None:
        self.true, self.false, self.supervisor = true, false, supervisor
        self.case_id = true.case_id

    def contest(self, sitting: Sitting) -> Contest:
        contest = contest_of(sitting.vault, self.case_id)
        assert contest is not None
        return contest

    def root(self, builder: CaseBuilder) -> str:
        (head,) = self._history(builder)
        return head.revision_id

    def counts(self, sitting: Sitting, revision_id: str) -> bool:
        return sitting.vault.revisions.get(revision_id).counted

    @staticmethod
    def _history(builder: CaseBuilder) -> tuple[Revision, ...]:
        return builder.sitting.vault.revisions.history(builder.record.document_id)


@pytest.fixture
def rivals(
    case: CaseBuilder,
    cover: Sitting,
    supervisor: Sitting,
    signer_of: SignerOf,
    clock: FrozenClock,
) -> Rivals:
    false = CaseBuilder(cover, signer_of(cover))
    false.case_id = case.case_id
    false.client, false.record = false.document("client", case=False), false.document("case")
    false.opened()
    clock.forward(minutes=5)
    case.opened()
    case.kept(case.note_plan("We met."))
    return Rivals(case, false, CaseBuilder(supervisor, signer_of(supervisor)))


def test_the_one_that_came_first_stands_and_the_other_is_shown_as_a_rival(
    rivals: Rivals, post: Post
) -> None:
    sitting = rivals.supervisor.sitting
    post.take(sitting, post.send(rivals.false, "SH"))
    assert open_contests(sitting.vault) == ()
    with pytest.raises(NoContest):
        uphold(sitting, rivals.supervisor.signer, rivals.case_id, "", shelf_of(sitting).find)
    _received, accepted = post.take(sitting, post.send(rivals.true, "SH"))
    assert accepted.contested == (rivals.case_id,)
    contest = rivals.contest(sitting)
    assert [(each.client_id, each.stands, each.upheld) for each in contest.records] == [
        (rivals.false.client_id, True, False),
        (rivals.true.client_id, False, False),
    ]
    assert [each.people for each in contest.records] == [
        {rivals.false.sitting.me.person_id},
        {rivals.true.sitting.me.person_id},
    ]
    first = review_list(sitting)[0]
    assert (first.urgency, first.case_id) == (Urgency.CONTESTED_CASE, rivals.case_id)
    assert len(first.revision_ids) == 2


def test_a_supervisor_decides_and_the_case_is_judged_again(
    rivals: Rivals, post: Post, clock: FrozenClock
) -> None:
    sitting = rivals.supervisor.sitting
    definitions = shelf_of(sitting).find
    for builder in (rivals.false, rivals.true):
        post.take(sitting, post.send(builder, "SH"))
    true, false = rivals.root(rivals.true), rivals.root(rivals.false)
    signer = rivals.supervisor.signer
    with pytest.raises(UnknownRevision):
        uphold(sitting, signer, rivals.case_id, "sha256:other", definitions)
    clock.forward(minutes=5)
    restated = uphold(sitting, signer, rivals.case_id, true, definitions)
    assert rivals.counts(sitting, true)
    assert not rivals.counts(sitting, false)
    notes = sitting.vault.documents.by_case(rivals.case_id, form_id="contact_note")
    (note,) = sitting.vault.revisions.heads(notes[0].document_id)
    assert note.counted
    assert {true, note.revision_id} <= set(restated.now_counted)
    assert false in restated.now_not_counted
    assert rivals.contest(sitting).settled
    assert open_contests(sitting.vault) == ()
    assert all(each.urgency is not Urgency.CONTESTED_CASE for each in review_list(sitting))
    clock.forward(minutes=5)
    uphold(sitting, signer, rivals.case_id, false, definitions)
    assert rivals.counts(sitting, false)
    assert not rivals.counts(sitting, true)


def test_the_decision_travels(rivals: Rivals, post: Post, clock: FrozenClock) -> None:
    sitting = rivals.supervisor.sitting
    for builder in (rivals.false, rivals.true):
        post.take(sitting, post.send(builder, "SH"))
    true, false = rivals.root(rivals.true), rivals.root(rivals.false)
    clock.forward(minutes=5)
    uphold(sitting, rivals.supervisor.signer, rivals.case_id, true, shelf_of(sitting).find)
    rivals.supervisor.case_id = rivals.case_id
    cover = rivals.false.sitting
    assert rivals.counts(cover, false)
    post.take(cover, post.send(rivals.supervisor, "CC"))
    assert rivals.counts(cover, true)
    assert not rivals.counts(cover, false)


def test_who_may_not_decide(rivals: Rivals, post: Post) -> None:
    office = rivals.true.sitting
    post.take(office, post.send(rivals.false, "AB"))
    with pytest.raises(NotAllowed):
        uphold(
            office,
            rivals.true.signer,
            rivals.case_id,
            rivals.root(rivals.true),
            shelf_of(office).find,
        )
    assert all(each.urgency is not Urgency.CONTESTED_CASE for each in review_list(office))


def test_a_later_rival_opens_the_question_again(
    rivals: Rivals, post: Post, clock: FrozenClock, signer_of: SignerOf
) -> None:
    sitting = rivals.supervisor.sitting
    for builder in (rivals.false, rivals.true):
        post.take(sitting, post.send(builder, "SH"))
    clock.forward(minutes=5)
    uphold(
        sitting,
        rivals.supervisor.signer,
        rivals.case_id,
        rivals.root(rivals.true),
        shelf_of(sitting).find,
    )
    clock.forward(minutes=5)
    again = CaseBuilder(rivals.false.sitting, signer_of(rivals.false.sitting))
    again.case_id = rivals.case_id
    again.client, again.record = again.document("client", case=False), again.document("case")
    keep(again.sitting, again.sign(again.record_plan()))
    post.take(sitting, post.send(again, "SH", documents=(again.record.document_id,)))
    assert [each.case_id for each in open_contests(sitting.vault)] == [rivals.case_id]
    assert rivals.counts(sitting, rivals.root(rivals.true))


def test_both_are_read_and_one_is_upheld_from_the_command_line(
    rivals: Rivals, post: Post, folders: Template, clock: FrozenClock, passphrases: dict[str, str]
) -> None:
    sitting = rivals.supervisor.sitting
    for builder in (rivals.false, rivals.true):
        post.take(sitting, post.send(builder, "SH"))
    case = case_references(sitting.vault)[rivals.case_id]
    sitting.close()
    clock.forward(minutes=5)
    machine = Outreach(folders.folder, clock)
    (folders.folder / "SH.phrase").write_text(passphrases["SH"], "utf-8")
    assert machine.json("SH", "case", "show", case)["contested"] is True
    assert "contradict each other" in machine.as_person("SH", "case", "show", case).out
    assert machine.json("SH", "review", "list")["waiting"][0]["why"] == "contested_case"
    claims = machine.json("SH", "case", "claims", case)["claims"]
    assert [(each["by"], each["people"], each["stands"]) for each in claims] == [
        ("CC", ["CC"], True),
        ("AB", ["AB"], False),
    ]
    assert {each["text"] for each in claims[1]["answers"]} >= {"AB"}
    said = machine.as_person("SH", "case", "claims", case).out
    assert "2. signed by AB on 2026-02-03T11:05" in said
    assert machine.json("SH", "case", "uphold", case, "3", code=3)["error"] == "cli.no-such-thing"
    decided = machine.json("SH", "case", "uphold", case, "2")
    assert decided["revision"] == claims[1]["revision"]
    assert claims[0]["revision"] in decided["now_not_counted"]

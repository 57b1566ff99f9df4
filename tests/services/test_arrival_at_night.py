"""Somebody new at night: what night staff may sign of them, and that it lets nobody in elsewhere."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from outreach_app.domain.authority import NOT_NEW_HERE, NOT_SHARED, Verb
from outreach_app.domain.documents import Reason, Revision
from outreach_app.domain.people import Role
from outreach_app.services.arrival import PREFERRED_NAME, begin_arrival, may_begin_case
from outreach_app.services.errors import NotAllowed
from outreach_app.services.exchange.acceptance import Accepted
from outreach_app.services.listed_cases import list_cases
from outreach_app.services.permission import require_case
from outreach_app.services.revising import RevisionPlan, make_revision
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.today import today
from outreach_app.services.vaults import install_configuration
from outreach_app.services.workspace import Workspace
from tests.services.builders import CaseBuilder, Post
from tests.services.nights import (  # noqa: F401  fixtures
    WORDS,
    NightLaptop,
    arrival_records,
    night_laptop_at_once,
    night_laptop_when_asked,
)
from tests.services.outsiders import Office, item_of
from tests.services.test_verification import sent

SignerOf = Callable[[Sitting], Signer]


def now(builder: CaseBuilder, plan: RevisionPlan) -> Revision:
    """Sign a plan whose parents the vault need not hold."""
    return builder.sign(plan, at=builder.sitting.instant())


@pytest.fixture
def night(case: CaseBuilder, manager: Office, supervisor: Sitting) -> CaseBuilder:
    """Somebody with a certificate of night staff, and a client of whom nobody has heard."""
    signer = manager.certify("NN", Role.NIGHT_STAFF)
    raw = (manager.folder / "organisation.json").read_bytes()
    for sitting in (case.sitting, supervisor):
        install_configuration(sitting, raw)
    return CaseBuilder(case.sitting, signer)


@pytest.fixture
def brought(case: CaseBuilder, supervisor: Sitting, post: Post) -> Callable[..., Accepted]:
    """Brings revisions to the supervisor, whoever signed them."""

    def bring(*revisions: Revision) -> Accepted:
        return sent(case.signer, supervisor, post, *map(item_of, revisions))

    return bring


def test_the_records_of_somebody_new_count_and_open_their_case_for_the_night(
    night: CaseBuilder, supervisor: Sitting, brought: Callable[..., Accepted]
) -> None:
    records = arrival_records(night)
    note = night.sign(night.note_plan("Fed, a warm room."))
    assert not brought(*records, note).not_counted
    (line,) = supervisor.vault.lists.cases()
    assert (line.caseworker, line.service_kind) == ("", "safe_house")


def test_night_staff_write_their_own_record_on_until_somebody_else_wrote(
    night: CaseBuilder, case: CaseBuilder, supervisor: Sitting, signer_of: SignerOf,
    brought: Callable[..., Accepted],
) -> None:  # fmt: skip
    client, record = arrival_records(night)
    named = now(night, night.client_plan({}, parents=(client.revision_id,)))
    assert not brought(client, record, named).not_counted
    sara = night.as_seen_by(supervisor, signer_of(supervisor))
    sara.kept(sara.record_plan(parents=(record.revision_id,)))
    late = now(night, night.client_plan({"code_word": "tulip"}, parents=(named.revision_id,)))
    note = night.sign(night.note_plan("Slept."))
    assert brought(late, note).not_counted == {late.revision_id: NOT_NEW_HERE}
    assert supervisor.vault.revisions.get(late.revision_id).not_counted == NOT_NEW_HERE


def test_what_came_together_is_judged_by_when_it_was_signed(
    night: CaseBuilder, supervisor: Sitting, signer_of: SignerOf, brought: Callable[..., Accepted],
) -> None:  # fmt: skip
    client, record = arrival_records(night)
    other = night.as_seen_by(supervisor, signer_of(supervisor))
    named = other.sign(
        other.record_plan(parents=(record.revision_id,)), at="2026-02-03T11:30:00+00:00"
    )
    early = night.sign(
        night.client_plan({}, parents=(client.revision_id,)), at="2026-02-03T11:10:00+00:00"
    )
    late = night.sign(
        night.client_plan({"code_word": "x"}, parents=(early.revision_id,)),
        at="2026-02-03T11:50:00+00:00",
    )
    assert brought(client, record, named, early, late).not_counted == {
        late.revision_id: NOT_NEW_HERE
    }


def test_a_client_of_the_day_team_gets_no_further_case_and_no_record_at_night(
    night: CaseBuilder, case: CaseBuilder, post: Post, supervisor: Sitting,
    brought: Callable[..., Accepted],
) -> None:  # fmt: skip
    case.kept(case.client_plan({"current_address": {"addr_kind": "social_tenancy"}}))
    case.kept(case.record_plan())
    post.take(supervisor, post.send(case, "SH"))
    thief = CaseBuilder(night.sitting, night.signer)
    thief.client_id = case.client_id
    thief.client, thief.record = thief.document("client", case=False), thief.document("case")
    records = arrival_records(thief)
    changed = now(
        thief,
        replace(thief.client_plan({"current_address": {"addr_kind": "safe_house"}}),
                document=case.client,
                parents=supervisor.vault.revisions.head_ids(case.client.document_id))
    )  # fmt: skip
    note = thief.sign(thief.note_plan("Let me in."))
    accepted = brought(*records, changed, note)
    assert {accepted.not_counted.get(each.revision_id) for each in (*records, changed)} == {
        NOT_NEW_HERE
    }
    assert note.revision_id in accepted.not_counted


def test_a_case_of_the_day_team_is_not_claimed_at_night_either(
    night: CaseBuilder, case: CaseBuilder, post: Post, supervisor: Sitting,
    brought: Callable[..., Accepted],
) -> None:  # fmt: skip
    case.opened()
    post.take(supervisor, post.send(case, "SH"))
    night.case_id = case.case_id
    night.record = night.document("case")
    client, record = arrival_records(night)
    note = night.sign(night.note_plan("Mine now."))
    accepted = brought(client, record, note)
    assert accepted.not_counted[record.revision_id] == NOT_NEW_HERE
    assert note.revision_id in accepted.not_counted


def test_records_that_came_first_do_not_keep_the_day_team_out(
    night: CaseBuilder, case: CaseBuilder, post: Post, supervisor: Sitting,
    brought: Callable[..., Accepted],
) -> None:  # fmt: skip
    """A record made at night under a client's id, before the true one is here, keeps nobody out."""
    case.opened()
    night.client_id = case.client_id
    night.client, night.record = night.document("client", case=False), night.document("case")
    assert not brought(*arrival_records(night)).not_counted
    _received, accepted = post.take(supervisor, post.send(case, "SH"))
    assert not accepted.not_counted


def test_a_second_first_record_is_no_way_to_take_a_case_over(
    night: CaseBuilder, case: CaseBuilder, supervisor: Sitting, brought: Callable[..., Accepted],
) -> None:  # fmt: skip
    client, record = arrival_records(night)
    anna = night.as_seen_by(case.sitting, case.signer)
    taken = now(anna, anna.record_plan(parents=(record.revision_id,)))
    beside = anna.sign(replace(anna.record_plan(), document=anna.document("case")))
    assert not brought(client, record).not_counted
    assert brought(beside).not_counted == {beside.revision_id: NOT_SHARED}
    assert not brought(taken).not_counted
    assert {each.caseworker for each in supervisor.vault.lists.cases()} == {
        case.sitting.me.person_id
    }


def test_an_agency_takes_nobody_over(
    night: CaseBuilder, manager: Office, supervisor: Sitting, brought: Callable[..., Accepted],
) -> None:  # fmt: skip
    client, record = arrival_records(night)
    agency = night.as_seen_by(night.sitting, manager.certify("AG", Role.AGENCY_STAFF))
    install_configuration(supervisor, (manager.folder / "organisation.json").read_bytes())
    taken = now(agency, agency.record_plan(parents=(record.revision_id,)))
    assert brought(client, record, taken).not_counted == {taken.revision_id: NOT_SHARED}


# ---- on the laptop ------------------------------------------------------------------------------


def test_a_night_arrival_is_signed_with_what_is_known_and_taken_over_in_the_morning(
    night_laptop: NightLaptop, passphrases: dict[str, str]
) -> None:
    with night_laptop.sitting("SO") as sitting:
        workspace = Workspace(sitting)
        assert may_begin_case(workspace)
        begun = begin_arrival(workspace.casework, {PREFERRED_NAME: "Ina"}).case
        signer = sitting.signer(WORDS["SO"])
        note = workspace.casework.begin("contact_note", begun.subject)
        assert note.document.subject == begun.subject
        for document in (begun.client, begun.case):
            opened = workspace.casework.resume(document.document_id)
            assert not opened.obstacles()
            workspace.casework.sign(opened, signer)
        answers = workspace.casework.case_file(begun.subject)
        assert answers.client["addr_kind"] == "safe_house"
        assert answers.case["service_kind"] == "safe_house"
        assert not answers.case.get("caseworker")
        own = workspace.casework.revise(begun.client.document_id, Reason.CORRECTION)
        workspace.casework.discard(own.document.document_id)
    with night_laptop.sitting("KL") as sitting:
        relief = Workspace(sitting)
        for form_id in ("client", "case"):
            with pytest.raises(NotAllowed):
                relief.casework.begin(form_id, begun.subject)
    with night_laptop.sitting("AB", passphrases["AB"]) as sitting:
        workspace = Workspace(sitting)
        assert [each.subject for each in list_cases(sitting).cases] == [begun.subject]
        with pytest.raises(NotAllowed):
            workspace.casework.begin("contact_note", begun.subject)
        waiting = [each for each in today(workspace).now if each.case is not None]
        assert [(each.need.kind.value, each.reference) for each in waiting] == [
            ("take_over", f"{begun.reference}.1")
        ]
        record = workspace.casework.revise(begun.case.document_id, Reason.CONTINUED)
        record.set_answer("case_start/caseworker", sitting.me.person_id)
        plan = workspace.casework.plan(record)
        taken = make_revision(plan, sitting.signer(passphrases["AB"]), sitting)
        sitting.vault.revisions.sign_draft(taken, sitting.act("document.signed"))
        require_case(sitting, begun.subject, Verb.WRITE, form_id="contact_note")
        assert not [each for each in today(workspace).now if each.need.kind.value == "take_over"]
    with night_laptop.sitting("SO") as sitting, pytest.raises(NotAllowed):
        Workspace(sitting).casework.revise(begun.client.document_id, Reason.CORRECTION)


def test_night_staff_begin_nothing_for_a_client_who_is_here_already(
    case: CaseBuilder, night_laptop_beside: Callable[[], NightLaptop]
) -> None:
    case.opened()
    reference = list_cases(case.sitting).cases[0].reference
    laptop = night_laptop_beside()
    with laptop.sitting("SO") as sitting:
        casework = Workspace(sitting).casework
        with pytest.raises(NotAllowed):
            casework.further_case(reference)
        for form_id in ("client", "case"):
            with pytest.raises(NotAllowed):
                casework.begin(form_id, case.record.subject)
        with pytest.raises(NotAllowed):
            casework.revise(case.client.document_id, Reason.CORRECTION)


def test_what_somebody_else_only_began_is_theirs(
    office: Sitting, night_laptop_beside: Callable[[], NightLaptop]
) -> None:
    begun = Workspace(office).casework.new_case()
    laptop = night_laptop_beside()
    with laptop.sitting("SO") as sitting:
        casework = Workspace(sitting).casework
        for form_id in ("case", "contact_note", "safety_flag"):
            with pytest.raises(NotAllowed):
                casework.begin(form_id, begun.subject)

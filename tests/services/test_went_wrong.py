"""What went wrong on the way of the sample case, by its number: nothing was lost, nothing left.

Numbers 8 and 9 are rules over the sample's own record and stand in `tests/domain/test_history.py`.
"""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from outreach_app.domain.documents import Document, Reason, Revision
from outreach_app.domain.safe_contacts import safe_contacts
from outreach_app.services.case_people import channels_of
from outreach_app.services.case_view import CaseView
from outreach_app.services.case_words import CaseWords
from outreach_app.services.casework import Casework
from outreach_app.services.catalogue import Catalogue
from outreach_app.services.errors import RecipientKeyExpired
from outreach_app.services.merging.deciding import decide
from outreach_app.services.merging.questions import Decision
from outreach_app.services.merging.versions import merge_view
from outreach_app.services.needs import NeedKind
from outreach_app.services.referring import begin_by_hand
from outreach_app.services.safety_screen import open_screen
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.vaults import World
from outreach_app.services.withdrawing_consent import begin_withdrawal, standing_consents
from outreach_app.services.workspace import begin_workspace
from outreach_app.store.opening import LockedVault
from tests.services.builders import CaseBuilder, Json, Post, keep, shelf_of
from tests.services.conftest import Template
from tests.services.consenting import agency_plan, consent_plan, referral_plan
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]


def told(case: CaseBuilder, document: Document, main: Json, **parts: Json) -> Revision:
    heads = case.sitting.vault.revisions.heads(document.document_id)
    parents = tuple(head.revision_id for head in heads)
    return case.kept(case.plan(document, {"main": main, **parts}, parents=parents))


def test_went_wrong_1_a_power_cut_leaves_the_screen_as_it_was(
    case: CaseBuilder, folders: Template, world: World, tmp_path: Path
) -> None:
    case.opened()
    workspace = begin_workspace(case.sitting)
    screen = open_screen(workspace, case.record.subject, "")
    question = next(each for each in screen.questions if each.code == "device_compromised")
    screen.assessment.set_answer(question.address, "yes")
    screen.set_flag("device_compromised").set_answer("flag_note", "Phone in an envelope")
    # What lies on the disk at this moment is all that a machine without power has.
    initials = case.sitting.me.initials
    after = tmp_path / "after the cut"
    shutil.copytree(folders.folder / initials, after)
    vault = LockedVault(after).open(
        folders.people[initials],
        folders.keys[initials],
        at=world.clock().isoformat(timespec="seconds"),
    )
    again = Sitting(vault, world.clock, world.random_bytes)
    try:
        kept = open_screen(begin_workspace(again), case.record.subject, "")
        assert kept.answered() == 1
        flag = kept.flag("device_compromised")
        assert flag is not None
        assert flag.opened is not None
        assert flag.opened.answers()["flag_note"] == "Phone in an envelope"
    finally:
        again.close()


def test_went_wrong_2_nothing_goes_to_an_ended_key(
    case: CaseBuilder, post: Post, clock: FrozenClock
) -> None:
    case.opened()
    clock.forward(days=2000)
    with pytest.raises(RecipientKeyExpired):
        post.send(case, "SH")
    assert list(post.folder.iterdir()) == []


def test_went_wrong_3_the_password_never_goes_by_mail(case: CaseBuilder) -> None:
    case.opened()
    agency = case.kept(agency_plan(case)).header.document_id
    consent = case.kept(consent_plan(case, agency)).header.document_id
    referral = case.kept(referral_plan(case, agency, consent)).header.document_id
    workspace = begin_workspace(case.sitting)
    opened = begin_by_hand(workspace, case.record.subject, referral)
    opened.set_answer("tx_method", "password_doc")
    opened.set_answer("tx_password_by", "separate_mail")
    assert any("never go by e-mail" in each.text for each in opened.obstacles())
    opened.set_answer("tx_password_by", "phone")
    assert not any("e-mail" in each.text for each in opened.obstacles())


def test_went_wrong_4_two_hands_on_one_goal_are_decided_by_a_person(
    case: CaseBuilder, supervisor: Sitting, signer_of: SignerOf, clock: FrozenClock
) -> None:
    case.opened()
    plan = case.document("support_plan")
    goal = {"_id": "r_g6", "_order": "a", "goal_key": "G6", "goal_statement": "A bank account"}
    first = told(case, plan, {"goals": [goal]})
    other = case.as_seen_by(supervisor, signer_of(supervisor))
    keep(supervisor, first)

    def changed(builder: CaseBuilder, words: str) -> Revision:
        clock.forward(minutes=1)
        main = {"goals": [{**goal, "goal_statement": words}]}
        return builder.kept(
            builder.plan(
                plan, {"main": main}, parents=(first.revision_id,), reason=Reason.CONTINUED
            )
        )

    one, two = changed(case, "My own account"), changed(other, "An account by May")
    keep(supervisor, one)
    keep(case.sitting, two)
    view = merge_view(supervisor, shelf_of(supervisor).definition, plan.document_id)
    (question,) = view.questions
    assert {each.value for each in question.versions} == {"My own account", "An account by May"}
    opens = Casework(supervisor, Catalogue(supervisor)).open_answers
    merged = decide(
        supervisor, signer_of(supervisor), view, {question.address: Decision("theirs")}, opens
    )
    assert set(merged.header.parents) == {one.revision_id, two.revision_id}
    assert len(supervisor.vault.revisions.history(plan.document_id)) == 4


def test_went_wrong_5_an_unsafe_account_is_offered_nowhere(case: CaseBuilder) -> None:
    case.opened()
    rows = [
        {"_id": "r_1", "_order": "a", "channel": "whatsapp", "value": "07700 900461",
         "belongs_to": "own", "safe_to_use": "yes"},
        {"_id": "r_2", "_order": "b", "channel": "social_media", "value": "cousin.account",
         "belongs_to": "family", "safe_to_use": "no"},
    ]  # fmt: skip
    told(case, case.client, {}, location={"client_contact": {"safe_contacts": rows}})
    workspace = begin_workspace(case.sitting)
    case_file = workspace.casework.case_file(case.record.subject)
    assert [row["value"] for row in safe_contacts(case_file.client)] == ["07700 900461"]
    shown = {each.value: each.is_safe for each in channels_of(case_file, CaseWords(workspace))}
    assert shown == {"07700 900461": True, "cousin.account": False}


def test_went_wrong_6_who_was_told_is_asked_to_stop_and_how_they_answered_is_kept(
    case: CaseBuilder, signer_of: SignerOf
) -> None:
    case.opened()
    agency = case.kept(agency_plan(case, "Befriending")).header.document_id
    consent = case.kept(consent_plan(case, agency)).header.document_id
    referral = case.kept(referral_plan(case, agency, consent)).header.document_id
    sent = {"tx_referral": referral, "tx_at": "2026-02-02T10:00:00.000+00:00"}
    told(case, case.document("transmission"), {"transmission_section": sent})
    workspace = begin_workspace(case.sitting)
    opened = begin_withdrawal(workspace, consent, "Said so in the car")
    (row,) = opened.session.rows("consent_withdrawal/con_after_withdrawal")
    at = f"consent_withdrawal/con_after_withdrawal[{row}]"
    for name, value in {
        "caw_asked_to_stop": "yes",
        "caw_asked_to_delete": "yes",
        "caw_told_at": "2026-02-03T10:30:00.000+00:00",
        "caw_told_how": "phone",
        "caw_told_person": "Ms Reed",
        "caw_answer": "Stopped and deleted",
        "caw_answered_on": "2026-02-03",
    }.items():
        opened.set_answer(f"{at}/{name}", value)
    workspace.casework.sign(opened, signer_of(case.sitting))
    (found,) = standing_consents(begin_workspace(case.sitting), case.record.subject)
    (them,) = found.told
    assert (them.name, them.stop, them.delete) == ("Befriending", "yes", "yes")
    assert them.answer == "Stopped and deleted"
    assert them.asked == "3 February 2026, By telephone, Ms Reed"


def test_went_wrong_7_a_stick_that_is_lost_tells_nobody_anything(
    case: CaseBuilder, post: Post, supervisor: Sitting, signer_of: SignerOf
) -> None:
    case.opened()
    raw = post.send(case, "SH")
    (lost,) = post.folder.iterdir()
    # Three letters may stand anywhere in half a megabyte of chance; with what is around them, never.
    for words in ('"Ina"', case.client_id, case.case_id):
        assert words.strip('"') not in lost.name
        assert words.encode() not in raw
    lost.unlink()
    workspace = begin_workspace(case.sitting)
    incident = workspace.casework.begin("incident", case.record.subject)
    for address, value in {
        "inc_event/inc_noticed_at": "2026-02-02T17:40:00.000+00:00",
        "inc_event/inc_kind": "lost",
        "inc_event/inc_which": lost.name,
        "inc_event/inc_encrypted": "yes",
        "inc_done/inc_keys": "unchanged",
    }.items():
        incident.set_answer(address, value)
    workspace.casework.sign(incident, signer_of(case.sitting))
    # It waits for the data protection lead, by its clock, and names nobody.
    (waits,) = (
        each
        for each in CaseView(begin_workspace(case.sitting), case.record.subject).needs()
        if each.kind is NeedKind.INCIDENT
    )
    assert waits.due == date(2026, 2, 5)
    assert "Ina" not in waits.what + waits.where
    # The key is unchanged: the same goes again on another stick, and arrives.
    again = post.send(case, "SH")
    (other,) = post.folder.iterdir()
    assert other.name != lost.name
    received, _accepted = post.take(supervisor, again)
    assert received.report.bundle_id

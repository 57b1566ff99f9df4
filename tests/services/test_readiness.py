"""What still stands before a signature: missing answers, then the gates of the rules."""

from collections.abc import Iterator

import pytest

from outreach_app.domain.documents import Subject
from outreach_app.engine.items import Question
from outreach_app.services.catalogue import convert_shipped
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.readiness import assessment_needs, needed_from
from outreach_app.services.revising import make_revision
from tests.services.builders import keep
from tests.services.conftest import Template
from tests.services.filling import Desk, example, fill, own_desk

KINDS = {"immediate", "initial", "full", "review", "event", "exit"}


@pytest.fixture(scope="module")
def desk(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with own_desk(template, tmp_path_factory.mktemp("ready")) as found:
        yield found


@pytest.fixture(scope="module")
def subject(desk: Desk) -> Subject:
    return desk.opened_case().subject


def texts(opened: OpenDocument) -> list[str]:
    return [each.text for each in opened.obstacles()]


def gates(opened: OpenDocument) -> list[str]:
    return [each.text for each in opened.obstacles() if not each.address]


def test_every_kind_and_section_of_the_table_stands_in_the_form(desk: Desk) -> None:
    definition = desk.catalogue.definition(convert_shipped("risk_assessment").form_hash)
    sections = {item.name for item in definition.questions}
    (kind,) = definition.items_named("assessment_kind")
    assert isinstance(kind, Question)
    assert set(assessment_needs()) == KINDS == {each.code for each in kind.choices}
    for needs in assessment_needs().values():
        assert set(needs) <= sections
        for need in needs.values():
            assert need.level in {"draft", "core", "yes"}
            for name in need.only:
                assert definition.items_named(name)


def test_a_missing_answer_is_named_by_its_label(desk: Desk, subject: Subject) -> None:
    opened = desk.casework.begin("contact_note", subject)
    assert [each.address for each in opened.obstacles()] == [
        "note_about/note_kind",
        "note_close/note_safe",
    ]
    assert texts(opened)[0].startswith("Kind of contact: ")
    opened.set_answer("note_kind", "visit")
    opened.set_answer("note_safe", "unknown")
    assert texts(opened) == []


def test_a_constraint_stands_in_the_way_of_every_kind(desk: Desk, subject: Subject) -> None:
    opened = desk.casework.begin("risk_assessment", subject)
    opened.set_answer("assessment_kind", "immediate")
    opened.set_answer("assessed_at", "2027-01-01T10:00:00.000+00:00")
    assert "section_a/assessed_at" in {each.address for each in opened.obstacles()}


def test_an_item_that_suggests_a_flag_needs_flag_or_reason(desk: Desk, subject: Subject) -> None:
    opened = desk.casework.begin("risk_assessment", subject)
    opened.set_answer("assessment_kind", "initial")
    suggesting = next(item for item in opened.definition.items() if item.flag)
    assert gates(opened) == []
    opened.set_answer(f"{suggesting.path}/{suggesting.leaves[1]}", "present")
    (gate,) = gates(opened)
    assert suggesting.flag.replace("_", " ").capitalize() in gate


def test_danger_answered_with_yes_needs_its_flag_before_a_signature(desk: Desk) -> None:
    subject, address = desk.opened_case().subject, "section_b/b_danger_now"
    opened = desk.casework.begin("risk_assessment", subject)
    opened.set_answer("assessment_kind", "full")
    opened.set_answer(address, "yes")
    (wanted,) = (each for each in opened.obstacles() if each.address == address)
    assert "no flag is set" in wanted.text
    for question, value, given in (
        (address, "no", "yes"),
        # The screen of immediate safety sets the flag itself, under the same signature.
        ("assessment_kind", "immediate", "full"),
    ):
        opened.set_answer(question, value)
        assert address not in {each.address for each in opened.obstacles()}
        opened.set_answer(question, given)
    # Or a reason, which is long enough to be one.
    row = opened.add_row("section_b/flags_not_raised")
    reason = f"section_b/flags_not_raised[{row}]"
    for name, value in (("fnr_item", "b_danger_now"), ("fnr_flag", "danger_now")):
        opened.set_answer(f"{reason}/{name}", value)
    for words, is_enough in (("short", False), ("He was arrested an hour ago.", True)):
        opened.set_answer(f"{reason}/flag_not_raised_reason", words)
        assert (address not in {each.address for each in opened.obstacles()}) is is_enough
    opened.remove_row(reason)
    flag = desk.casework.begin("safety_flag", subject)
    flag.set_answer("flag_code", "danger_now")
    plan = desk.casework.plan(flag)
    desk.casework.discard(flag.document.document_id)
    keep(desk.sitting, make_revision(plan, desk.signer, desk.sitting))
    again = desk.casework.resume(opened.document.document_id)
    assert address not in {each.address for each in again.obstacles()}


def test_the_exit_names_its_blocks_and_a_flag_what_clearing_needs(
    desk: Desk, subject: Subject
) -> None:
    leaving = desk.casework.begin("exit_checklist", subject)
    leaving.set_answer("exit_reason", "planned_move_on")
    missing = "Reason or exit date is missing."
    (where,) = {each.address for each in leaving.obstacles() if each.text == missing}
    assert where == "exit_opening/exit_date"
    leaving.set_answer("legal_hold", "yes")
    leaving.set_answer("legal_hold_released", "yes")
    assert missing in texts(leaving), "nobody closed it yet"
    flag = desk.casework.begin("safety_flag", subject)
    fill(flag, example("safety_flag"), rename=desk.rename)
    flag.set_answer("flag_how_cleared", "")
    assert "Say how the flag was cleared." in gates(flag)


def test_a_referral_asks_for_what_its_protocol_demands(desk: Desk, subject: Subject) -> None:
    referral = desk.casework.begin("referral", subject)
    referral.set_answer("ref_kind", "law_enforcement")
    assert gates(referral)


def test_a_routine_referral_leaves_only_after_a_second_person_approved(
    desk: Desk, subject: Subject
) -> None:
    referral = desk.casework.begin("referral", subject)
    referral.set_answer("ref_urgency", "routine")
    plan = desk.casework.plan(referral)
    desk.casework.discard(referral.document.document_id)
    keep(desk.sitting, make_revision(plan, desk.signer, desk.sitting))
    sent = desk.casework.begin("transmission", subject)
    assert gates(sent) == []
    sent.set_answer("tx_referral", referral.document.document_id)
    assert gates(sent) == ["A manager must approve it first."]


def test_a_childs_plan_needs_the_social_worker(desk: Desk) -> None:
    made = desk.casework.new_case()
    plan = desk.casework.begin("support_plan", made.subject)
    assert made.subject.client_id
    assert desk.casework.case_file(made.subject).is_minor
    assert [each for each in gates(plan) if "social worker" in each]


def test_what_nobody_may_override_stops_the_exit(desk: Desk, subject: Subject) -> None:
    leaving = desk.casework.begin("exit_checklist", subject)
    leaving.set_answer("exit_reason", "planned_move_on")
    assert leaving.session.value("e13_retention_evidence") == "incomplete"
    leaving.set_answer("e13_retention_worker", "not_met")
    assert not [each for each in gates(leaving) if "the records say otherwise" in each]
    leaving.set_answer("e13_retention_worker", "met")
    assert [each for each in gates(leaving) if "the records say otherwise" in each]


@pytest.mark.parametrize(
    ("address", "level", "kind"),
    [
        ("section_a/assessment_kind", "draft", "immediate"),
        ("section_b/b1_injury/b1_injury_now", "core", "immediate"),
        ("section_k/overall_level", "core", "immediate"),
        ("section_k/review_due", "core", "initial"),
        ("section_c/any", "core", "initial"),
        ("section_b/any", "yes", "full"),
        ("section_e/any", "core", "full"),
        ("section_l/worker_signature/worker_signature_who", "core", "immediate"),
    ],
)
def test_a_question_is_needed_from_the_first_kind_that_asks_for_it(
    address: str, level: str, kind: str
) -> None:
    assert needed_from(address, level) == kind

"""Every calculated question of a form has a rule, every rule a question, and nothing lags behind."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from outreach_app.domain.documents import Reason, Subject
from outreach_app.domain.exits.checklist import exit_checks, parts_of
from outreach_app.engine.items import Group, Item, Repeat
from outreach_app.services.catalogue import shipped_form_ids
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.revising import make_revision
from outreach_app.services.rules.calculated import calculated_values, exit_case
from tests.services.builders import keep
from tests.services.conftest import Template
from tests.services.filling import Desk, example, examples, fill, own_desk

ROW = re.compile(r"\[[^\]]*\]")
GIVEN_ONCE = {"label.client_ref"}  # with the case, and kept in the draft


class Anything(Mapping[str, str]):
    """Takes every source for one that the form shows, so that no rule is dropped unseen."""

    def __getitem__(self, source: str) -> str:
        return source

    def __contains__(self, source: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@pytest.fixture(scope="module")
def desk(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One desk for all tests here: each begins drafts of its own and signs in its own case."""
    with own_desk(template, tmp_path_factory.mktemp("rules")) as found:
        yield found


@pytest.fixture(scope="module")
def subject(desk: Desk) -> Subject:
    return desk.opened_case().subject


def about(subject: Subject, form_id: str) -> Subject:
    return Subject(client_id=subject.client_id) if form_id == "client" else subject


def outer_repeats(items: Iterable[Item]) -> Iterator[Repeat]:
    for item in items:
        if isinstance(item, Repeat):
            yield item
        elif isinstance(item, Group):
            yield from outer_repeats(item.children)


def add_a_row_everywhere(opened: OpenDocument) -> None:
    def inside(repeat: Repeat, address: str) -> None:
        rows = opened.session.rows(address)
        row = rows[0] if rows else opened.add_row(address)
        for item in repeat.children:
            if isinstance(item, Repeat):
                inside(item, f"{address}[{row}]/{item.name}")

    for repeat in outer_repeats(opened.definition.questions):
        inside(repeat, repeat.path)


@pytest.mark.parametrize("form_id", shipped_form_ids())
def test_sources_of_forms_and_values_of_rules_are_the_same(
    desk: Desk, subject: Subject, form_id: str
) -> None:
    opened = desk.casework.begin(form_id, about(subject, form_id))
    add_a_row_everywhere(opened)
    shown = {
        item.extras["source"]: item
        for item in opened.definition.leaves()
        if item.extras.get("source")
    }
    context = replace(opened.context, sources=Anything())
    ruled = set(calculated_values(form_id, opened.answers(), context))
    outside = {source for source in ruled if "[" not in source}
    inside = {ROW.sub("", address).rpartition("/")[2] for address in ruled - outside}
    in_rows = {
        source: item
        for source, item in shown.items()
        if any(item.path.startswith(f"{each.path}/") for each in repeats_of(opened))
    }
    assert outside == set(shown) - set(in_rows) - GIVEN_ONCE
    assert inside == {item.name for item in in_rows.values()}
    for address in opened.given():
        assert opened.definition.item_at(ROW.sub("", opened.session.question(address).address))


def repeats_of(opened: OpenDocument) -> tuple[Repeat, ...]:
    return tuple(outer_repeats(opened.definition.questions))


EXAMPLES = [
    pytest.param(form_id, path.stem, id=f"{form_id}-{path.stem}")
    for form_id in shipped_form_ids()
    for path in examples(form_id)
    if form_id in {"risk_assessment", "support_plan", "exit_checklist", "referral", "nrm_event"}
]


@pytest.mark.parametrize(("form_id", "name"), EXAMPLES)
def test_what_rules_say_never_lags_behind_the_answers(
    desk: Desk, subject: Subject, form_id: str, name: str
) -> None:
    opened = desk.casework.begin(form_id, subject)
    fill(opened, example(form_id, name), rename=desk.rename)
    once_more = calculated_values(form_id, opened.answers(), opened.context)
    given: dict[str, Any] = dict(opened.given())
    assert {address: given.get(address) for address in once_more} == once_more
    for address, value in once_more.items():
        if opened.session.is_relevant(address):
            assert opened.session.value(address) == value


def test_the_parts_of_the_exit_are_those_of_the_form(desk: Desk, subject: Subject) -> None:
    opened = desk.casework.begin("exit_checklist", subject)
    parts = parts_of(exit_checks(exit_case(opened.answers(), opened.context)))
    leaves = {item.name: item for item in opened.definition.leaves()}
    names = set(leaves)
    shown = {
        name.removesuffix("_evidence")
        for name, item in leaves.items()
        if name.endswith("_evidence") and item.extras.get("source")
    }
    assert shown == set(parts)
    for code in parts:
        assert {f"{code}_worker", f"{code}_reason"} <= names


def test_an_answer_moves_the_level_at_once(desk: Desk, subject: Subject) -> None:
    opened = desk.casework.begin("risk_assessment", subject)
    opened.set_answer("assessment_kind", "initial")
    before = opened.session.value("indicated_level")
    opened.set_answer("d1_threats_now", "present")
    after = opened.session.value("indicated_level")
    rules = opened.session.value("indicated_rules")
    assert before != after
    assert "K2" in rules
    opened.set_answer("d1_threats_now", "absent")
    assert "d1_threats" not in opened.session.value("indicated_rules")
    log = desk.sitting.vault.drafts.log(opened.document.document_id)
    assert "section_k/indicated_level" not in {each.address for each in log}


# ---- numbers that people say ------------------------------------------------------------------


def keep_unfinished(desk: Desk, opened: OpenDocument) -> None:
    """Sign a draft as it stands: what is missing is not what these tests are about."""
    plan = desk.casework.plan(opened)
    desk.casework.discard(opened.document.document_id)
    keep(desk.sitting, make_revision(plan, desk.signer, desk.sitting))


def label(opened: OpenDocument, address: str) -> str:
    return opened.session.value(address)


def test_goals_and_actions_keep_their_numbers_through_revisions(desk: Desk) -> None:
    plan = desk.casework.begin("support_plan", desk.casework.new_case().subject)
    first, second = plan.add_row("goals"), plan.add_row("goals")
    step = plan.add_row(f"goals[{second}]/actions")
    plan.add_row(f"goals[{second}]/actions")
    assert label(plan, f"goals[{first}]/goal_key") == "G1"
    assert label(plan, f"goals[{second}]/goal_key") == "G2"
    assert label(plan, f"goals[{second}]/actions[{step}]/act_key") == "G2.1"
    assert label(plan, "plan_version") == "1"
    keep_unfinished(desk, plan)
    plan = desk.casework.revise(plan.document.document_id, Reason.REVIEW)
    assert label(plan, "plan_version") == "2"
    plan.move_row(f"goals[{second}]", None)
    plan.remove_row(f"goals[{first}]")
    plan.remove_row(f"goals[{second}]/actions[{step}]")
    keep_unfinished(desk, plan)
    plan = desk.casework.revise(plan.document.document_id, Reason.REVIEW)
    third = plan.add_row("goals")
    later = plan.add_row(f"goals[{second}]/actions")
    assert label(plan, f"goals[{second}]/goal_key") == "G2"
    assert label(plan, f"goals[{third}]/goal_key") == "G3"
    assert label(plan, f"goals[{second}]/actions[{later}]/act_key") == "G2.3"
    again = plan.add_row("goals", row_id=first)
    assert label(plan, f"goals[{again}]/goal_key") == "G1"


def test_risks_keep_their_numbers_from_one_assessment_to_the_next(desk: Desk) -> None:
    subject = desk.casework.new_case().subject
    first = desk.casework.begin("risk_assessment", subject)
    rows = [first.add_row("risks") for _ in range(2)]
    assert [label(first, f"risks[{row}]/risk_key") for row in rows] == ["R1", "R2"]
    keep_unfinished(desk, first)
    second = desk.casework.begin("risk_assessment", subject)
    new = second.add_row("risks")
    known = second.add_row("risks", row_id=rows[1])
    assert label(second, f"risks[{known}]/risk_key") == "R2"
    assert label(second, f"risks[{new}]/risk_key") == "R3"
    resumed = desk.casework.resume(second.document.document_id)
    assert label(resumed, f"risks[{new}]/risk_key") == "R3"


@pytest.mark.parametrize(
    ("form_id", "question", "pattern"),
    [
        ("consent", "con_key", ("C1", "C2")),
        ("referral", "ref_key", ("{case}/1", "{case}/2")),
    ],
)
def test_consents_and_referrals_are_numbered_in_the_case(
    desk: Desk, form_id: str, question: str, pattern: tuple[str, str]
) -> None:
    made = desk.casework.new_case()
    subject = made.subject
    expected = tuple(each.format(case=made.client_ref) for each in pattern)
    first = desk.casework.begin(form_id, subject)
    assert label(first, question) == expected[0]
    keep_unfinished(desk, first)
    second = desk.casework.begin(form_id, subject)
    assert label(second, question) == expected[1]
    again = desk.casework.revise(first.document.document_id, Reason.CORRECTION)
    assert label(again, question) == expected[0]

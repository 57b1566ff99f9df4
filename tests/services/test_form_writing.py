"""What a screen needs of an open form: sections, what it adds up to, rows back, the place in it."""

from collections.abc import Callable

import pytest

from outreach_app.services.confirming import confirmations
from outreach_app.services.draft_places import place_in_draft, remember_in_draft
from outreach_app.services.earlier_answers import answer_words, earlier_answers
from outreach_app.services.form_sections import SectionIndex, sections_of
from outreach_app.services.form_summary import summarise
from outreach_app.services.removed_rows import bring_back, remove_row
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.writing import Writer, assessment


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    """The caseworker's vault with every verb."""
    return begin_workspace(office)


@pytest.fixture
def writer(workspace: Workspace, signer_of: Callable[[Sitting], Signer]) -> Writer:
    """A case in it."""
    return Writer(workspace, signer_of(workspace.sitting))


def test_the_domains_of_the_assessment_are_sections_of_their_own(writer: Writer) -> None:
    definition = writer.draft("risk_assessment", {}).definition
    sections = sections_of(definition)
    keys = [section.key for section in sections]
    assert keys[:5] == ["section_a", "section_b", "section_c", "section_d/d1", "section_d/d2"]
    assert {s.above for s in sections if s.key.startswith("section_d/")} == {"section_d"}
    index = SectionIndex(sections)
    for item in definition.leaves():
        if item.visible:
            assert index.at(item.path) is not None, item.path
    found = index.at("section_f/risks[r_abc]/risk_actions[r_def]/action_text")
    assert found is not None
    assert found.key == "section_f"
    assert index.at("nowhere/at_all") is None


def test_an_answer_also_affects_what_hangs_on_what_the_rules_fill_in(writer: Writer) -> None:
    opened = writer.draft("risk_assessment", {})
    opened.set_answer("section_b/b_danger_now", "yes")
    opened.set_answer("section_d/d1/d1_threats/d1_threats_now", "present")
    change = opened.set_answer("section_k/overall_level", "low")
    assert opened.session.value("section_k/override_direction") == "lower"
    assert "section_k/override_direction" in change.affected
    assert "section_k/override_reason" in change.affected


def test_progress_leaves_out_texts_that_nobody_needs(writer: Writer) -> None:
    session = writer.draft("risk_assessment", {}).session
    before = session.progress_at(["section_d/d1"])
    assert (before.answered, before.total) == (0, 30)
    session.set_answer("section_d/d1/d1_threats/d1_threats_note", "By text")
    after = session.progress_at(["section_d/d1"])
    assert (after.answered, after.total) == (1, 31)
    unanswered = list(session.unanswered())
    assert "section_d/d1/d1_debt_claim/d1_debt_claim_now" in unanswered
    assert not any(each.endswith(("_note", "_absent")) for each in unanswered)


def test_what_it_adds_up_to_is_in_words(writer: Writer) -> None:
    opened = writer.draft("risk_assessment", {})
    opened.set_answer("section_d/d1/d1_threats/d1_threats_now", "unknown")
    opened.set_answer("section_d/d1/d1_contact/d1_contact_now", "present")
    summary = summarise(opened)
    assert summary.level in {"medium", "high", "very_high"}
    assert summary.rules
    assert all(rule.level and not rule.text.startswith(("K", "R")) for rule in summary.rules)
    assert [gap.question for gap in summary.gaps] == ["Threats to the client"]
    assert summary.gaps[0].address == "section_d/d1/d1_threats/d1_threats_now"
    words = " ".join([*summary.flags_suggested, *(label for label, _ in summary.values)])
    assert "_" not in words


def test_a_removed_row_comes_back_with_its_rows_answers_and_numbers(writer: Writer) -> None:
    opened = writer.draft("support_plan", {})
    first, second = (opened.add_row("plan_p3/goals") for _ in range(2))
    at = f"plan_p3/goals[{second}]"
    opened.set_answer(f"{at}/goal_statement", "Own door key")
    action = opened.add_row(f"{at}/actions")
    opened.set_answer(f"{at}/actions[{action}]/act_text", "Ring the council")
    before = opened.session.all_answers()
    removed = remove_row(opened, "plan_p3/goals", second)
    assert opened.session.rows("plan_p3/goals") == [first]
    bring_back(opened, removed)
    assert opened.session.rows("plan_p3/goals") == [first, second]
    assert opened.session.kept(f"{at}/actions[{action}]/act_text") == "Ring the council"
    assert opened.session.value(f"{at}/goal_key") == "G2"
    assert _texts(opened.session.all_answers()) == _texts(before)


def _texts(answers: object) -> list[str]:
    """Return every text in answers but the orders of rows, which may differ."""
    if isinstance(answers, dict):
        return [t for name, each in answers.items() if name != "_order" for t in _texts(each)]
    if isinstance(answers, list):
        return [text for each in answers for text in _texts(each)]
    return [str(answers)] if answers else []


def test_earlier_answers_are_those_of_the_document_before(writer: Writer) -> None:
    signed = assessment("full", "2026-01-20T11:00:00.000+00:00", "high", "3", "4")
    document = writer.signed("risk_assessment", signed)
    opened = writer.draft("risk_assessment", {})
    earlier = earlier_answers(writer.workspace, opened)
    assert not earlier.same_document
    assert earlier.on is not None
    view = opened.session.question("section_a/assessment_kind")
    assert answer_words(view, earlier.by_address["section_a/assessment_kind"]) == "Full"
    assert len(earlier.rows("section_f/risks")) == len(
        writer.workspace.vault.revisions.heads(document.document_id)[0].answers()["section_f"][
            "risks"
        ]
    )


def test_a_domain_is_confirmed_by_whom_and_when(writer: Writer) -> None:
    opened = writer.draft("risk_assessment", {"section_a": {"assessment_kind": "review"}})
    sitting = writer.workspace.sitting
    for address, value in confirmations(
        opened, "section_d/d1", sitting.me.person_id, sitting.now()
    ):
        opened.set_answer(address, value)
    assert opened.session.value("section_d/d1/d1_confirmed") == "unchanged"
    assert opened.session.value("section_d/d1/d1_confirmed_by") == sitting.me.person_id
    assert opened.session.value("section_d/d1/d1_confirmed_at").startswith("2026-02-03T11:00")
    assert not list(confirmations(opened, "section_c", sitting.me.person_id, sitting.now()))


def test_the_place_in_each_draft_is_kept_and_the_oldest_forgotten(office: Sitting) -> None:
    remember_in_draft(office, "d_one", "section_a/who_present")
    remember_in_draft(office, "d_two", "section_b")
    assert place_in_draft(office, "d_one") == "section_a/who_present"
    for number in range(60):
        remember_in_draft(office, f"d_{number}", "section_c")
    assert place_in_draft(office, "d_one") == ""
    assert place_in_draft(office, "d_59") == "section_c"

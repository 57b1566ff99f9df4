"""The sample case from the first night to the exit gives exactly what the field wrote down."""

from datetime import date

import pytest

from outreach_app.domain.calculated import Clockwork, closed_on, exit_values, risk_values
from outreach_app.domain.casefile import UnfinishedDocument
from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.exits.afterwards import follow_ups, retention
from outreach_app.domain.exits.checklist import (
    blocks_to_sign,
    exit_blocks,
    exit_checks,
    is_override,
    judgement_problems,
    parts_of,
    read_judgement,
    significantly_decreased,
)
from outreach_app.domain.exits.evidence import Evidence, ExitCase
from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.plan import progress, read_goals
from outreach_app.domain.plan_rules import OutcomeChange, outcome_change
from outreach_app.domain.risk import RiskInput, indicated_level
from outreach_app.domain.risk_input import (
    build_risk_input,
    contradictions,
    proposed_risks,
    read_flag_reasons,
    suggested_flags,
)
from outreach_app.domain.risk_review import ReviewOf, next_review
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.trend import (
    Direction,
    RiskReduction,
    baseline,
    changes_since,
    read_trend,
    risk_reduction,
)
from outreach_app.domain.values import rows_of, text_of
from tests.domain import history
from tests.domain.assessing import ITEMS
from tests.domain.history import ASSESSMENTS, case_file, exit_document, review
from tests.domain.timescale_rows import BANK_HOLIDAYS, timescales

TABLE = timescales()


def given_on(day: str, kind: str, level: str, fear: str) -> RiskInput:
    return build_risk_input(
        history.assessment_answers(day, kind, level, fear),
        ITEMS,
        case_file().flags,
        is_minor=False,
        on=date.fromisoformat(day),
    )


@pytest.mark.parametrize(("day", "kind", "level", "fear"), ASSESSMENTS)
def test_levels_of_every_assessment(day: str, kind: str, level: str, fear: str) -> None:
    assert indicated_level(given_on(day, kind, level, fear)).level.code == level


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ("2026-02-03", "2026-02-06"),
        ("2026-02-10", "2026-02-17"),
        ("2026-02-17", "2026-02-24"),
        ("2026-02-24", "2026-03-03"),
        ("2026-03-19", "2026-03-26"),
        ("2026-03-26", "2026-04-23"),
        ("2026-04-23", "2026-05-21"),
        ("2026-05-21", "2026-06-18"),
        ("2026-06-18", "2026-07-16"),
        ("2026-08-28", "2026-09-25"),
    ],
)
def test_review_intervals(day: str, due: str) -> None:
    found = next(each for each in case_file().assessments if each.on.isoformat() == day)
    deadline = next_review(
        ReviewOf(
            assessed_on=found.on,
            indicated=found.indicated,
            overall=found.overall,
            countersigned=found.countersigned,
        ),
        TABLE,
    )
    assert deadline is not None
    assert deadline.due.isoformat() == due


def test_full_assessment_was_made_on_the_last_day_for_it() -> None:
    assert TABLE.due("ra_full", date(2026, 2, 3)).due == date(2026, 2, 10)


def test_initial_assessment_fires_five_rules_and_needs_three_reasons() -> None:
    given = given_on(*ASSESSMENTS[0])
    found = indicated_level(given)
    assert found.rules == ("K1", "K2", "K3", "K4", "K6")
    assert [rule.level for rule in found.fired] == [
        RiskLevel.VERY_HIGH,
        RiskLevel.HIGH,
        RiskLevel.MEDIUM,
        RiskLevel.MEDIUM,
        RiskLevel.VERY_HIGH,
    ]
    assert {(each.item.name, each.flag) for each in suggested_flags(given)} == {
        ("d2_honour", "honour_or_forced_marriage"),
        ("d5_no_income", "destitute"),
        ("d8_urgent", "injury_urgent"),
    }
    reasons = read_flag_reasons(
        {
            "flags_not_raised": [
                history.row(
                    flag, fnr_item=item, fnr_flag=flag, flag_not_raised_reason="Seen to today"
                )
                for item, flag in (
                    ("d2_honour", "honour_or_forced_marriage"),
                    ("d5_no_income_now", "destitute"),
                    ("d8_urgent", "injury_urgent"),
                )
            ]
        }
    )
    assert suggested_flags(given, reasons) == ()


def test_proposed_risks_stand_beside_those_of_the_same_domain() -> None:
    proposed = {each.item.name: each for each in proposed_risks(given_on(*ASSESSMENTS[0]))}
    assert "d9_trauma" not in proposed
    assert proposed["d1_survival_pull"].code == "possible"
    assert set(proposed["d1_debt_claim"].beside) >= {"r_r1"}
    assert proposed["d8_urgent"].beside == ()


def test_first_deadlines_of_the_nrm() -> None:
    submitted = TABLE.due("rg_decision_target", date(2026, 2, 4), bank_holidays=BANK_HOLIDAYS)
    assert submitted.due == date(2026, 2, 11)


def test_risk_is_reduced_against_the_full_assessment() -> None:
    file = case_file()
    first = baseline(file.assessments)
    assert first is not None
    assert (first.on, first.effective) == (date(2026, 2, 10), RiskLevel.HIGH)
    assert risk_reduction(file.assessments, file.on, 90) is RiskReduction.REDUCED
    assert file.highest_level is RiskLevel.VERY_HIGH
    assert file.level is RiskLevel.MEDIUM


def test_trend_has_three_lines_and_a_line_for_each_risk() -> None:
    trend = read_trend(case_file().assessments)
    assert [point.own_feeling for point in trend.points] == [
        int(fear) for _, _, _, fear in ASSESSMENTS
    ]
    assert [point.judged.code for point in trend.points if point.judged] == [
        level for _, _, level, _ in ASSESSMENTS
    ]
    assert trend.points[0].open_gaps == 4
    assert trend.points[-1].open_gaps == 0
    assert trend.risk_ids()[:2] == ("r_r1", "r_r2")
    assert [score for _, score in trend.line("r_r4")][:9] == [12, 12, 12, 12, 12, 8, 16, 8, 8]
    assert trend.line("r_r5")[-1] == (date(2026, 10, 20), 0)


def test_what_changed_since_the_assessment_before() -> None:
    before, after = case_file().assessments[5:7]
    changes = {(change.what, change.name): change for change in changes_since(before, after)}
    assert changes["level", ""].direction is Direction.WORSE
    assert (changes["own_feeling", ""].old, changes["own_feeling", ""].new) == ("5", "2")
    assert changes["own_feeling", ""].direction is Direction.WORSE
    assert changes["risk", "r_r4"].new == "4 × 4 = 16, high"
    assert ("risk", "r_r1") not in changes
    better = changes_since(after, case_file().assessments[7])
    assert {change.direction for change in better} == {Direction.BETTER}


def test_goals_at_the_exit() -> None:
    found = progress(read_goals(case_file().plan))
    assert (found.total, found.met) == (9, 7)
    assert found.text == (
        "targets met 7 of 9; 1 long-term (G9 court companion); "
        "1 open: G7 ESOL entry level 1 – reason needed"
    )


def test_outcomes_improved() -> None:
    first, last = case_file().all("outcomes_check")
    before, after = (
        {
            text_of(each, "mo_outcome"): text_of(each, "mo_client")
            for each in rows_of(check, "outcome_rows")
        }
        for check in (first.answers, last.answers)
    )
    assert before.keys() == after.keys()
    changes = [outcome_change(before[outcome], after[outcome]) for outcome in before]
    assert changes == [OutcomeChange.IMPROVED] * 7


def exit_case(**changed: object) -> ExitCase:
    file = case_file(more=[exit_document()])
    return ExitCase(case_file=file, answers=history.exit_answers(**changed), timescales=TABLE)


def test_evidence_of_the_exit() -> None:
    case = exit_case()
    checks = exit_checks(case)
    evidence = {check.code: check.evidence for check in checks}
    assert evidence == {
        **{f"e{number}": Evidence.SUPPORTS for number in range(1, 16)},
        "e2": Evidence.CONTRADICTS,
        "e16": Evidence.NOT_APPLICABLE,
    }
    parts = parts_of(checks)
    assert {code for code, part in parts.items() if part.evidence is Evidence.CONTRADICTS} == {
        "e2_targets"
    }
    assert significantly_decreased(checks)


def test_agencies_at_the_exit_with_the_ended_row_listed() -> None:
    part = parts_of(exit_checks(exit_case()))["e2_agencies"]
    assert part.facts[0].text == "10 of 10 agencies told."
    assert "Befriending charity: involvement ended" in part.text
    assert part.warnings == ()


def test_targets_are_judged_partly_with_a_reason_and_without_an_override() -> None:
    case = exit_case()
    part = parts_of(exit_checks(case))["e2_targets"]
    judgement = read_judgement(case, "e2_targets")
    assert judgement.worker == "partly"
    assert not is_override(part, judgement.worker)
    assert judgement_problems(part, judgement) == ()


def test_exit_facts_name_their_record_and_date() -> None:
    part = parts_of(exit_checks(exit_case()))["e1_level"]
    assert part.facts[0].words == "Assessment (exit): medium (risk assessment, 20 October 2026)"
    assert part.facts[1].text == "Highest level ever recorded: very high."


def test_only_the_supervisor_is_left_and_then_nothing() -> None:
    assert blocks_to_sign(exit_case()) == ()
    assert [block.number for block in exit_blocks(exit_case())] == [10]
    closing = review("exit", ReviewVerb.CLOSE, "2026-10-30")
    file = case_file(more=[exit_document(closing)])
    closed = ExitCase(case_file=file, answers=history.exit_answers(), timescales=TABLE)
    assert exit_blocks(closed) == ()
    assert closed_on(file, TABLE) == "2026-10-30"


def test_went_wrong_9_a_forgotten_draft_note_blocks_the_exit() -> None:
    draft = UnfinishedDocument(
        document_id="d_note", form_id="contact_note", why="draft", since=date(2026, 2, 24)
    )
    own = UnfinishedDocument(document_id="d_exit", form_id="exit_checklist", why="draft")
    file = case_file(more=[exit_document()], unfinished=(draft, own))
    case = ExitCase(case_file=file, answers=history.exit_answers(), timescales=TABLE)
    assert [block.number for block in blocks_to_sign(case)] == [6]
    part = parts_of(exit_checks(case))["e4_our_file"]
    assert part.evidence is Evidence.CONTRADICTS
    assert part.facts[0].words == "Contact note (24 February 2026) is a draft that was never signed"


def test_follow_ups_and_retention() -> None:
    assert [each.due for each in follow_ups(exit_case())] == [
        date(2026, 11, 6),
        date(2026, 11, 27),
        date(2027, 1, 22),
    ]
    kept = retention(exit_case())
    assert kept is not None
    assert (kept.kind, kept.until, kept.legal_hold) == ("adult", date(2033, 10, 30), True)


def test_went_wrong_8_public_funds_left_from_the_spring_contradict_the_case_record() -> None:
    given = given_on(*ASSESSMENTS[-1])
    found = contradictions({"q2_public_funds": "no"}, given, history.case_answers())
    assert [each.question for each in found] == ["q2_public_funds"]
    assert contradictions({"q2_public_funds": "yes"}, given, history.case_answers()) == ()


def test_reassuring_answer_against_a_present_item_is_shown() -> None:
    given = given_on(*ASSESSMENTS[0])
    answers = {"q1_community": "yes", "q3_understands": "yes", "q5_family_friends": "no"}
    assert [each.question for each in contradictions(answers, given, {})] == ["q1_community"]


def test_values_that_rules_write_into_the_forms() -> None:
    clock = Clockwork(on=date(2026, 2, 3), timescales=TABLE)
    first = ASSESSMENTS[0]
    values = risk_values(history.assessment_answers(*first), given_on(*first), case_file(), clock)
    assert values["risk.indicated_level"] == "very_high"
    assert values["risk.override_direction"] == "same"
    assert values["risk.next_review"] == "2026-02-06"
    assert values["risk.flags_open"] == "device_compromised exploiter_contact_recent"
    assert values["risk.flags_suggested"] == "destitute honour_or_forced_marriage injury_urgent"
    assert values["risk.rules_fired"].startswith(
        "K1 (very high): The highest open risk is very high."
    )
    found = exit_values(exit_case())
    assert found["exit.e1_recent"] == "supports"
    assert found["exit.significantly_decreased"] == "true"
    assert found["exit.kind_suggested"] == "planned"
    assert "The supervisor has not signed." in found["exit.blocks"].splitlines()


def test_table_that_lacks_rows_leaves_evidence_incomplete() -> None:
    empty = Timescales((), "none")
    case = ExitCase(case_file=case_file(), answers=history.exit_answers(), timescales=empty)
    parts = parts_of(exit_checks(case))
    assert parts["e1_recent"].evidence is Evidence.INCOMPLETE
    assert parts["e1_lower"].evidence is Evidence.INCOMPLETE

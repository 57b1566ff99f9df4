"""The level rules against the numbered vectors of the field's documents, and their laws."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as st

from outreach_app.domain.flags import FLAG_LEVELS, Flag
from outreach_app.domain.gaps import automatic_gaps
from outreach_app.domain.levels import RiskLevel, band_of
from outreach_app.domain.risk import (
    OverrideDirection,
    RiskInput,
    asks_cumulative,
    effective_level,
    indicated_level,
    needs_countersign,
    override_direction,
)
from outreach_app.domain.risk_review import ReviewOf, duties, next_review, overdue
from tests.domain.assessing import ITEMS, coded, given, risk
from tests.domain.timescale_rows import CONFIG_HASH, timescales

LOW, MEDIUM, HIGH, VERY_HIGH = RiskLevel


def expect(facts: RiskInput, level: RiskLevel, *rules: str) -> None:
    found = indicated_level(facts)
    assert (found.level, found.rules) == (level, rules)
    assert all(rule.text and rule.because for rule in found.fired)


def test_vector_1_full_assessment_with_everything_absent_is_low() -> None:
    expect(given(), LOW)


def test_vector_2_initial_assessment_is_never_below_medium() -> None:
    expect(given("initial"), MEDIUM, "K4")
    expect(given("immediate"), MEDIUM, "K4")


def test_vector_3_unknown_location_risk_is_medium() -> None:
    expect(given(now=coded(d1_knows_location="unknown")), MEDIUM, "K3")


def test_vector_4_declined_answer_stays_low_and_is_listed() -> None:
    facts = given(now=coded(d1_knows_location="declined"))
    expect(facts, LOW)
    gap = next(g for g in automatic_gaps(facts, {}, {}, {}) if g.source == "d1_knows_location")
    assert gap.status == "client_declines"
    assert not gap.is_open


def test_vector_5_one_risk_of_fifteen_is_high() -> None:
    expect(given(rows=(risk("R1", 3, 5),)), HIGH, "K1")


def test_vector_6_one_risk_of_ten_is_medium() -> None:
    expect(given(rows=(risk("R1", 2, 5),)), MEDIUM, "K1")


def test_vector_6b_one_risk_of_five_is_low() -> None:
    expect(given(rows=(risk("R1", 1, 5),)), LOW)


def test_vector_7_high_risk_today_is_very_high() -> None:
    expect(given(rows=(risk("R1", 4, 4, imminence="today"),)), VERY_HIGH, "K1", "K6")


def test_vector_8_open_flag_carries_its_level_over_low_risks() -> None:
    facts = given(rows=(risk("R1", 1, 2),), flags=(Flag(code="location_compromised"),))
    expect(facts, VERY_HIGH, "K2")


def test_vector_9_present_item_carries_its_floor_without_rows() -> None:
    expect(given(now=coded(d9_suicidal_thoughts="present")), HIGH, "K2")


def test_vector_10_six_unknown_core_items_are_medium() -> None:
    names = [item.name for item in ITEMS if item.core and item.domain in {"D8", "D9", "D10", "D11"}]
    assert len(names) >= 6
    expect(given(now=coded(**dict.fromkeys(names[:6], "not_asked"))), MEDIUM, "K3")
    expect(given(now=coded(**dict.fromkeys(names[:5], "not_asked"))), LOW)


def test_vector_11_minor_with_unknown_missing_history_is_medium() -> None:
    facts = given(now=coded(d15_missing_history="unknown"), is_minor=True)
    expect(facts, MEDIUM, "K3", "K5")
    expect(given(now=coded(d15_missing_history="unknown")), LOW)


def test_vector_12_lower_judgement_keeps_the_shorter_interval_until_countersigned() -> None:
    day = date(2026, 3, 3)
    waiting = ReviewOf(assessed_on=day, indicated=HIGH, overall=MEDIUM)
    found = next_review(waiting, timescales())
    assert found is not None
    assert (found.due, found.row_code, found.config_hash) == (
        date(2026, 3, 10),
        "ra_review_high",
        CONFIG_HASH,
    )
    signed = ReviewOf(assessed_on=day, indicated=HIGH, overall=MEDIUM, countersigned=True)
    later = next_review(signed, timescales())
    assert later is not None
    assert later.due == date(2026, 3, 31)


def test_vector_13_closed_risk_is_not_counted() -> None:
    rows = (risk("R1", 4, 5, status="closed"), risk("R2", 1, 2))
    expect(given(rows=rows), LOW)
    expect(given(rows=(risk("R1", 4, 5, status="transferred"),)), LOW)
    expect(given(rows=(risk("R1", 4, 5, status="reduced"),)), VERY_HIGH, "K1")


def test_vector_14_unrated_risk_is_ignored_and_listed_as_a_gap() -> None:
    facts = given(rows=(risk("R1", None, 5),))
    expect(facts, LOW)
    assert "r_r1" in {gap.source for gap in automatic_gaps(facts, {}, {}, {})}


def test_blank_core_item_counts_as_not_asked() -> None:
    codes = coded()
    del codes["d1_threats"]
    expect(given(now=codes), MEDIUM, "K3")


def test_item_that_only_suggests_a_flag_has_no_floor() -> None:
    expect(given(now=coded(d1_contact="present", d8_urgent="present")), LOW)


def test_possible_has_no_floor() -> None:
    expect(given(now=coded(d1_threats="possible")), LOW)


def test_item_the_client_is_not_asked_is_left_out() -> None:
    hidden = tuple(
        item if item.name != "d1_threats" else replace(item, relevant=False) for item in ITEMS
    )
    expect(given(items=hidden, now=coded(d1_threats="unknown")), LOW)


@pytest.mark.parametrize(
    ("intent", "level"),
    [("yes", VERY_HIGH), ("no", HIGH), ("unknown", HIGH), ("not_asked", HIGH)],
)
def test_suicide_plan_with_intent_and_means_is_very_high(intent: str, level: RiskLevel) -> None:
    expect(given(flags=(Flag(code="suicide_plan", intent_and_means=intent),)), level, "K2")


def test_flag_without_a_level_raises_nothing() -> None:
    expect(given(flags=(Flag(code="other_victims_in_place"),)), LOW)
    assert len(FLAG_LEVELS) == 25


@pytest.mark.parametrize(
    ("indicated", "overall", "direction"),
    [
        (HIGH, HIGH, OverrideDirection.SAME),
        (HIGH, MEDIUM, OverrideDirection.LOWER),
        (LOW, HIGH, OverrideDirection.HIGHER),
    ],
)
def test_override_direction(
    indicated: RiskLevel, overall: RiskLevel, direction: OverrideDirection
) -> None:
    assert override_direction(indicated, overall) is direction


def test_effective_level_is_the_higher_until_countersigned() -> None:
    assert effective_level(HIGH, MEDIUM, countersigned=False) is HIGH
    assert effective_level(MEDIUM, HIGH, countersigned=False) is HIGH
    assert effective_level(HIGH, MEDIUM, countersigned=True) is MEDIUM
    assert effective_level(HIGH, None, countersigned=True) is HIGH
    assert effective_level(None, None, countersigned=True) is None


def test_who_must_countersign() -> None:
    assert needs_countersign(HIGH, HIGH)
    assert needs_countersign(MEDIUM, LOW)
    assert not needs_countersign(LOW, MEDIUM)
    assert not needs_countersign(LOW, None)


def test_worker_may_choose_an_earlier_review_and_never_a_later_one() -> None:
    day = date(2026, 3, 3)
    earlier = ReviewOf(assessed_on=day, indicated=HIGH, overall=HIGH, earlier=date(2026, 3, 5))
    later = ReviewOf(assessed_on=day, indicated=HIGH, overall=HIGH, earlier=date(2026, 4, 5))
    assert [
        found.due for each in (earlier, later) if (found := next_review(each, timescales()))
    ] == [
        date(2026, 3, 5),
        date(2026, 3, 10),
    ]


def test_overdue_review_is_said_beside_the_level_and_changes_nothing() -> None:
    late = overdue(HIGH, date(2026, 3, 10), date(2026, 3, 14))
    assert late is not None
    assert late.text == "high, review overdue by 4 days"
    assert overdue(HIGH, date(2026, 3, 10), date(2026, 3, 10)) is None


def test_duties_of_a_level_have_dates_from_the_table() -> None:
    friday = date(2026, 2, 6)
    high = {
        duty.text: duty.by.due if duty.by else None for duty in duties(HIGH, friday, timescales())
    }
    assert high["The supervisor is told"] == date(2026, 2, 9)
    assert high["A lone visit needs a manager's agreement"] is None
    very_high = duties(VERY_HIGH, friday, timescales())
    assert very_high[0].by is not None
    assert very_high[0].by.due == friday


def test_three_risks_above_low_ask_for_the_sum_to_be_considered() -> None:
    rows = (risk("R1", 2, 3), risk("R2", 2, 3), risk("R3", 1, 1))
    assert not asks_cumulative(rows)
    assert asks_cumulative((*rows, risk("R4", 5, 5)))


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (1, LOW),
        (5, LOW),
        (6, MEDIUM),
        (10, MEDIUM),
        (12, HIGH),
        (16, HIGH),
        (20, VERY_HIGH),
        (25, VERY_HIGH),
    ],
)
def test_bands(score: int, band: RiskLevel) -> None:
    assert band_of(score) is band


_SEVERER = ("absent", "declined", "unknown", "present")
_ITEM_NAMES = st.sampled_from([item.name for item in ITEMS])
_INPUTS = st.builds(
    lambda kind, codes, rows, flags, minor: RiskInput(
        kind=kind,
        items=ITEMS,
        now=coded(**codes),
        rows=tuple(
            risk(f"R{n}", *rating, imminence=when) for n, (*rating, when) in enumerate(rows)
        ),
        flags=tuple(Flag(code=code) for code in flags),
        is_minor=minor,
    ),
    st.sampled_from(["initial", "full", "review"]),
    st.dictionaries(_ITEM_NAMES, st.sampled_from(_SEVERER), max_size=8),
    st.lists(
        st.tuples(st.integers(1, 5), st.integers(1, 5), st.sampled_from(["today", "weeks"])),
        max_size=3,
    ),
    st.sets(st.sampled_from(sorted(FLAG_LEVELS)), max_size=2),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@generated(_INPUTS, _ITEM_NAMES, st.sampled_from(sorted(FLAG_LEVELS)))
def test_worse_news_never_lowers_the_level(facts: RiskInput, item: str, flag: str) -> None:
    before = indicated_level(facts).level
    worse = [
        RiskInput(
            kind=facts.kind,
            items=facts.items,
            now={**facts.now, item: "present"}
            if facts.now.get(item) in {None, "absent", "declined"}
            else facts.now,
            rows=facts.rows,
            flags=facts.flags,
            is_minor=facts.is_minor,
        ),
        RiskInput(
            kind=facts.kind,
            items=facts.items,
            now=facts.now,
            rows=(*facts.rows, risk("R9", 4, 4)),
            flags=(*facts.flags, Flag(code=flag)),
            is_minor=facts.is_minor,
        ),
    ]
    assert all(indicated_level(each).level >= before for each in worse)


@settings(max_examples=40, deadline=None)
@generated(_INPUTS)
def test_level_is_the_highest_that_a_fired_rule_asks_for(facts: RiskInput) -> None:
    found = indicated_level(facts)
    assert found.level == max((rule.level for rule in found.fired), default=LOW)
    assert list(found.rules) == sorted(set(found.rules))

"""Every table and median of a report against a sample that was counted on paper."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from outreach_app.domain.reports.audiences import Audience, Thresholds, rule_for
from outreach_app.domain.reports.counting import TOTAL, Measured, Measures, Table
from outreach_app.domain.reports.periods import Period, parse_period, quarter, quarters_of, year
from outreach_app.domain.reports.publishing import print_measure
from outreach_app.domain.reports.records import CaseRecord
from outreach_app.domain.reports.report import Figures, count_figures, make_report, too_alike
from tests.domain.reports.sample import (
    EXPECTED,
    EXPECTED_OF_THE_YEAR,
    MEDIANS,
    Expected,
    sample_cases,
    surroundings,
    version,
)

_QUARTER = quarter(2026, 2)


@pytest.fixture(scope="module")
def figures() -> Figures:
    return count_figures(sample_cases(), _QUARTER, surroundings(), Audience.INTERNAL)


def test_the_sample_has_at_least_forty_cases() -> None:
    assert len(sample_cases()) >= 40


@pytest.mark.parametrize("code", sorted(EXPECTED))
def test_table_is_as_counted_on_paper(code: str, figures: Figures) -> None:
    _compare(figures, code, EXPECTED[code])


def test_no_table_of_the_sample_is_left_uncounted(figures: Figures) -> None:
    counted = {each.layout.code for each in figures.tables if any(each.totals.values())}
    assert counted <= set(EXPECTED)


@pytest.mark.parametrize("code", sorted(EXPECTED_OF_THE_YEAR))
def test_table_of_a_year_is_as_counted_on_paper_and_in_no_quarter(
    code: str, figures: Figures
) -> None:
    of_year = count_figures(sample_cases(), year(2026), surroundings(), Audience.INTERNAL)
    _compare(of_year, code, EXPECTED_OF_THE_YEAR[code])
    assert code not in {each.layout.code for each in figures.tables}


def _compare(figures: Figures, code: str, written: Expected) -> None:
    table = next(each for each in figures.tables if each.layout.code == code)
    counted = {
        row: found
        for row in table.rows
        if (found := {c: table.count(row, c) for c in table.layout.columns if table.count(row, c)})
    }
    expected = dict(written)
    totals = expected.pop(TOTAL, None)
    assert counted == expected
    if totals is not None:
        assert {c: table.totals[c] for c in table.layout.columns if table.totals[c]} == totals


@pytest.mark.parametrize("code", sorted(MEDIANS))
def test_median_is_as_counted_on_paper(code: str) -> None:
    report, _figures = make_report(sample_cases(), _QUARTER, surroundings(), Audience.INTERNAL)
    measure = next(each for each in report.main.measures if each.code == code)
    assert {row: (figure, range_) for row, figure, range_ in measure.rows} == MEDIANS[code]


def test_rows_of_exclusive_tables_add_up_to_their_totals(figures: Figures) -> None:
    for table in figures.tables:
        if table.layout.exclusive:
            for column in table.layout.columns:
                added = sum(table.count(row, column) for row in table.rows)
                assert added == table.totals[column], table.layout.code


def test_repairs_name_the_form_that_would_tell(figures: Figures) -> None:
    mine = {(each.check, each.form_id) for each in figures.repairs if each.case_id == "c_D0"}
    assert ("consents", "consent") in mine
    assert ("police_force", "client") in mine
    assert ("gender", "client") not in mine


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("2026-Q1", quarter(2026, 1)),
        ("2026-q4", quarter(2026, 4)),
        ("2026", year(2026)),
        ("2026-01-01..2026-03-31", quarter(2026, 1)),
    ],
)
def test_period_is_read(words: str, period: Period) -> None:
    assert parse_period(words) == period


@pytest.mark.parametrize("words", ["", "2026-Q5", "26", "2026-03-01..2026-02-01", "2026-Q", "x..y"])
def test_what_is_no_period_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"|invalid"):
        parse_period(words)


def test_quarters_meet_and_fill_the_year() -> None:
    quarters = quarters_of(year(2028))
    assert quarters[0].start == year(2028).start
    assert quarters[-1].end == year(2028).end
    assert all(later.follows(earlier) for earlier, later in pairwise(quarters))


def test_a_partner_sees_no_percentages_over_small_bases_and_no_small_counts() -> None:
    report, _figures = make_report(sample_cases(), _QUARTER, surroundings(), Audience.PARTNER)
    for table in report.main.tables:
        for row in table.rows:
            for cell, total in zip(table.cells[row], table.totals, strict=True):
                assert cell.count is None or cell.count == 0 or cell.count >= 5, table.code
                assert not cell.percent or (total.count is not None and total.count >= 20)


def test_the_public_sees_rounded_counts_of_ten_and_more_only() -> None:
    report, _figures = make_report(sample_cases(), _QUARTER, surroundings(), Audience.PUBLIC)
    for table in report.main.tables:
        for row in table.rows:
            for cell in table.cells[row]:
                assert cell.count is None or (cell.count >= 10 and cell.count % 5 == 0)
        assert table.code != "S1.6c", "forces are not public"


def test_two_public_reports_may_not_differ_by_fewer_than_ten_cases() -> None:
    cases, around = sample_cases(), surroundings()
    _report, whole = make_report(cases, _QUARTER, around, Audience.PUBLIC)
    _report, less = make_report(cases[1:], _QUARTER, around, Audience.PUBLIC)
    _report, fewer = make_report(cases[12:], _QUARTER, around, Audience.PUBLIC)
    assert too_alike(whole, less, 10)
    assert not too_alike(whole, whole, 10)
    # Block A is twelve cases: whatever it changes, it changes by twelve.
    assert not too_alike(whole, fewer, 10)


def test_an_annual_report_is_published_with_its_quarters() -> None:
    report, _figures = make_report(sample_cases(), year(2026), surroundings(), Audience.PARTNER)
    assert [each.period for each in report.quarters] == list(quarters_of(year(2026)))


def _as_duplicates(block: str) -> list[CaseRecord]:
    """Return the sample with the cases of a block closed as duplicates of other records."""

    def closed(case: CaseRecord) -> CaseRecord:
        if not case.case_id.startswith(f"c_{block}"):
            return case
        answers = {"exit_date": "2026-06-20", "exit_reason": "duplicate"}
        left = version("exit_checklist", f"exit_{case.case_id}", "2026-06-20", answers, closed=True)
        return replace(case, documents={**case.documents, "exit_checklist": (left,)})

    return [closed(case) for case in sample_cases()]


def test_what_was_due_is_counted_without_duplicates_and_they_are_told(figures: Figures) -> None:
    less = count_figures(_as_duplicates("A"), _QUARTER, surroundings(), Audience.INTERNAL)
    assert (figures.duplicates, less.duplicates) == (0, 12)
    before, now = (_table_of(each, "S3.4") for each in (figures, less))
    for column in ("first_in_time", "full_in_time"):
        assert now.totals[column] == before.totals[column] - 12
    assert before.count("in_time", "first_in_time") - now.count("in_time", "first_in_time") == 12
    reviews = sum(_table_of(figures, "S3.5").totals.values())
    assert sum(_table_of(less, "S3.5").totals.values()) < reviews
    asked = [each.case_id for each in less.repairs if each.check == "first_assessment"]
    assert not any(case_id.startswith("c_A") for case_id in asked)
    # They are cases all the same: nothing else is counted without them.
    assert _table_of(less, "S1.2").totals["new"] == _table_of(figures, "S1.2").totals["new"]


def _table_of(figures: Figures, code: str) -> Table:
    return next(each for each in figures.tables if each.layout.code == code)


@pytest.mark.parametrize(("share", "hidden"), [(80, False), (60, True)])
def test_d5_a_sum_that_one_case_dominates_is_hidden(share: int, hidden: bool) -> None:
    values = (Measured("c_1", "all", Fraction(70)), *_thirty_minutes_of_six_cases())
    minutes = Measures("S2.7a", "Minutes", "minutes", values, summed=True)
    rule = rule_for(Audience.PARTNER, Thresholds(share=share))
    ((_row, figure, _range),) = print_measure(minutes, rule).rows
    assert figure == ("[c]" if hidden else "100")
    internal = rule_for(Audience.INTERNAL, Thresholds(share=share))
    assert print_measure(minutes, internal).rows[0][1] == "100"


def _thirty_minutes_of_six_cases() -> tuple[Measured, ...]:
    return tuple(Measured(f"c_{n}", "all", Fraction(5)) for n in range(2, 8))


def test_d8_how_far_two_public_reports_must_differ_is_decided_by_the_organisation() -> None:
    cases, around = sample_cases(), surroundings()
    _report, whole = make_report(cases, _QUARTER, around, Audience.PUBLIC)
    _report, fewer = make_report(cases[12:], _QUARTER, around, Audience.PUBLIC)
    assert not too_alike(whole, fewer, 12)
    assert too_alike(whole, fewer, 13)

"""Nothing that a report hides can be worked out from what it shows; the vectors by their number."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.domain.reports.audiences import Audience, Rule, Thresholds, rule_for
from outreach_app.domain.reports.counting import Layout, Table, Unit, tabulate
from outreach_app.domain.reports.disclosure import (
    Equation,
    Key,
    NotProtectable,
    System,
    hidden_counts,
)
from outreach_app.domain.reports.linking import Earlier, counts_of, system_of
from outreach_app.domain.reports.periods import quarter, quarters_of, year
from outreach_app.domain.reports.publishing import hide, print_table

_Q1, _Q2 = quarter(2026, 1), quarter(2026, 2)
_PARTNER, _PUBLIC = (
    rule_for(Audience.PARTNER, Thresholds()),
    rule_for(Audience.PUBLIC, Thresholds()),
)


def _table(counts: list[int], column: str = "new", *, flows: bool = False) -> Table:
    units = [
        Unit(f"c_{row}_{n}", (f"r{row}",), (column,))
        for row, count in enumerate(counts)
        for n in range(count)
    ]
    layout = Layout(
        code="T",
        title="",
        counted="cases",
        columns=(column,),
        rows=tuple(f"r{row}" for row in range(len(counts))),
        flows=flows,
    )
    return tabulate(layout, units)


def _printed(counts: list[int], audience: Audience) -> list[str]:
    table, rule = _table(counts), rule_for(audience, Thresholds())
    hidden = hide(system_of([(_Q1, [table])], rule), rule)
    printed = print_table(table, _Q1, hidden, rule)
    if printed.not_published:
        return ["not published"]
    cells = [printed.cells[row][0].words() for row in printed.rows]
    return [*cells, printed.totals[0].words()]


@pytest.mark.parametrize(
    ("number", "counts", "audience", "expected"),
    [
        (1, [12, 3, 25], "public", ["[c]", "[c]", "25", "40"]),
        (2, [3, 5, 32], "partner", ["[c]", "[c]", "32", "40"]),
        (3, [0, 14, 16], "partner", ["0", "14", "16", "30"]),
        (4, [0, 14, 16], "public", ["[c]", "[c]", "15", "30"]),
        (5, [5, 3], "public", ["not published"]),
    ],
)
def test_vector(number: int, counts: list[int], audience: str, expected: list[str]) -> None:
    assert _printed(counts, Audience(audience)) == expected, f"vector {number}"


def test_internal_reports_show_everything() -> None:
    assert _printed([1, 0, 2], Audience.INTERNAL) == ["1", "0", "2", "3"]


def test_two_hidden_counts_of_one_case_each_are_not_given_away_by_their_sum() -> None:
    # A partner knows that zero is shown: 22 - 20 leaves one and one.
    assert _printed([1, 1, 20], Audience.PARTNER) == ["[c]", "[c]", "[c]", "22"]


def _can_be_other(system: System, hidden: frozenset[Key], rule: Rule, key: Key, most: int) -> bool:
    """Try every set of numbers: an independent reader who knows all that is shown."""
    unknown = sorted(hidden)
    for numbers in product(range(rule.least_hidden, most + 1), repeat=len(unknown)):
        world = {**system.values, **dict(zip(unknown, numbers, strict=True))}
        fits = all(
            sum(sign * world[term] for term, sign in each.terms()) == 0 for each in system.equations
        )
        if fits and world[key] != system.values[key]:
            return True
    return False


_rule = Rule(threshold=3, hides_zero=False, rounds_to=1, least_base=1, decimals=0, least_median=1)
_zero_rule = Rule(
    threshold=3, hides_zero=True, rounds_to=1, least_base=1, decimals=0, least_median=1
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 4), min_size=2, max_size=2), min_size=2, max_size=2),
    st.sampled_from([_rule, _zero_rule]),
)
def test_no_hidden_count_of_a_cross_table_can_be_recovered(
    grid: list[list[int]], rule: Rule
) -> None:
    values: dict[Key, int] = {
        ("x", str(row), str(column)): grid[row][column] for row in range(2) for column in range(2)
    }
    for n in range(2):
        values["x", str(n), "sum"] = sum(grid[n])
        values["x", "sum", str(n)] = sum(row[n] for row in grid)
    values["x", "sum", "sum"] = sum(map(sum, grid))
    equations = [
        Equation(("x", row, "sum"), (("x", row, "0"), ("x", row, "1"))) for row in ("0", "1", "sum")
    ] + [
        Equation(("x", "sum", column), (("x", "0", column), ("x", "1", column)))
        for column in ("0", "1", "sum")
    ]
    system = System(values, tuple(equations))
    try:
        hidden = hidden_counts(system, rule)
    except NotProtectable:
        return
    small = {key for key, value in values.items() if rule.is_small(value)}
    assert small <= hidden
    if len(hidden) > 5:
        return  # an exhaustive reader would take too long; the smaller ones are all tried
    for key in hidden:
        assert _can_be_other(system, hidden, rule, key, most=9), (values, hidden, key)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.integers(0, 30), min_size=1, max_size=8),
    st.sampled_from([Audience.PARTNER, Audience.PUBLIC]),
)
def test_no_hidden_count_of_a_printed_table_can_be_recovered(
    counts: list[int], audience: Audience
) -> None:
    table, rule = _table(counts), rule_for(audience, Thresholds())
    system = system_of([(_Q1, [table])], rule)
    hidden = hide(system, rule)
    values = counts_of([table], _Q1)
    assert {key for key, value in values.items() if rule.is_small(value)} <= hidden
    for equation in system.equations:
        unknown = [key for key in equation.counts() if key in hidden]
        if not unknown or equation.total in hidden:
            continue
        left = values[equation.total] - sum(
            values[key] for key in equation.parts if key not in hidden
        )
        # With n hidden counts of at least m, each may be any number from m to left - (n - 1) m.
        room = left - len(unknown) * rule.least_hidden
        assert len(unknown) > 1, (counts, hidden)
        assert room > 0 or not rule.is_small(left), (counts, hidden)


def _flow_table(period_counts: dict[str, list[int]]) -> Table:
    layout = Layout(
        code="F",
        title="",
        counted="cases",
        columns=("new", "open", "closed"),
        rows=("a", "b"),
        flows=True,
    )
    units = [
        Unit(f"c_{column}_{row}_{n}", (row,), (column,))
        for column, counts in period_counts.items()
        for row, count in zip(("a", "b"), counts, strict=True)
        for n in range(count)
    ]
    return tabulate(layout, units)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 12), min_size=2, max_size=2),
    st.lists(st.integers(0, 12), min_size=2, max_size=2),
    st.lists(st.integers(0, 12), min_size=2, max_size=2),
)
def test_two_published_quarters_do_not_give_away_what_one_hides(
    before: list[int], new: list[int], closed: list[int]
) -> None:
    closed = [min(gone, had + came) for gone, had, came in zip(closed, before, new, strict=True)]
    after = [had + came - gone for had, came, gone in zip(before, new, closed, strict=True)]
    first = _flow_table({"new": before, "open": before, "closed": [0, 0]})
    second = _flow_table({"new": new, "open": after, "closed": closed})
    rule = _PARTNER
    hidden_first = hide(system_of([(_Q1, [first])], rule), rule)
    shown = {
        key: None if key in hidden_first else value
        for key, value in counts_of([first], _Q1).items()
    }
    system = system_of([(_Q2, [second])], rule, [Earlier(_Q1, shown)])
    try:
        hidden = hide(system, rule)
    except NotProtectable:
        return
    world = {**counts_of([first], _Q1), **counts_of([second], _Q2)}
    unknown = hidden | hidden_first
    for row in ("a", "b", "total"):
        flow = [
            ("F", row, "open", _Q2.code()),
            ("F", row, "open", _Q1.code()),
            ("F", row, "new", _Q2.code()),
            ("F", row, "closed", _Q2.code()),
        ]
        # Zero is shown to partners: where only a zero is hidden, nobody is protected by it.
        alone = [key for key in flow if key in unknown]
        assert len(alone) != 1 or not world[alone[0]], (world, unknown)


def test_a_year_does_not_give_away_a_hidden_quarter() -> None:
    layout = Layout(code="Y", title="", counted="exits", columns=("closed",), rows=("a", "b"))

    def table(a: int, b: int) -> Table:
        units = [Unit(f"a{n}", ("a",), ("closed",)) for n in range(a)]
        return tabulate(layout, units + [Unit(f"b{n}", ("b",), ("closed",)) for n in range(b)])

    quarters = [table(3, 9), table(20, 9), table(20, 9), table(20, 9)]
    parts = [
        *zip(quarters_of(year(2026)), [[each] for each in quarters], strict=True),
        (year(2026), [table(63, 36)]),
    ]
    hidden = hide(system_of(parts, _PARTNER), _PARTNER)
    gone = [
        period.code() for period, _tables in parts if ("Y", "a", "closed", period.code()) in hidden
    ]
    assert _Q1.code() in gone
    assert len(gone) > 1

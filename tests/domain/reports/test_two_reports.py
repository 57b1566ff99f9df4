"""What one report hides no other gives back: two quarters, a year and its last quarter, other groupings."""

from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from outreach_app.domain.reports.audiences import Audience, Rule, Thresholds, rule_for
from outreach_app.domain.reports.counting import TOTAL, Layout, Table, Unit, grouped, tabulate
from outreach_app.domain.reports.disclosure import Key, NotProtectable
from outreach_app.domain.reports.linking import Earlier, counts_of, system_of, with_known_rows
from outreach_app.domain.reports.periods import Period, quarter, quarters_of, year
from outreach_app.domain.reports.publishing import hide
from outreach_app.domain.reports.report import make_report
from tests.domain.reports.reader import Sum, is_determined
from tests.domain.reports.sample import sample_cases, surroundings

_COLUMNS = ("new", "open", "closed")
_OFTEN, _SELDOM = ("VN", "IN", "AL", "GB"), ("PK", "FR", "BR")
_LEAVES = (*_OFTEN, *_SELDOM)
_PARENTS = {
    **dict.fromkeys(("VN", "IN", "PK"), "asia"),
    **dict.fromkeys(("AL", "FR"), "europe"),
    **dict.fromkeys(("asia", "europe", "BR"), "other"),
}
_Q1, _Q2 = quarter(2026, 1), quarter(2026, 2)
_PARTNER = rule_for(Audience.PARTNER, Thresholds())
Counts = Mapping[str, Mapping[str, int]]
"""By column, then by leaf: what is true of a quarter, before anything is grouped."""


def _table(counts: Counts, rule: Rule) -> Table:
    units = [
        Unit(f"c_{column}_{leaf}_{n}", (leaf,), (column,))
        for column, by_leaf in counts.items()
        for leaf, many in by_leaf.items()
        for n in range(many)
    ]
    layout = Layout(
        code="N", title="", counted="cases", columns=_COLUMNS, parents=_PARENTS, flows=True
    )
    return grouped(tabulate(layout, units), units, rule.threshold)


def _leaves_of(row: str, table: Table) -> list[str]:
    """Return what a row stands for in a table: what went into it has no row of its own."""
    found = []
    for leaf in _LEAVES:
        place = leaf
        while place not in table.rows and place in _PARENTS:
            place = _PARENTS[place]
        if row in {TOTAL, place}:
            found.append(leaf)
    return found


def _shown_sums(
    table: Table, period: Period, shown: Mapping[Key, int | None], name: str
) -> Iterator[Sum]:
    """Yield what is printed as sums of true counts of leaves."""
    for (code, row, column, of_period), count in shown.items():
        if code == "N" and of_period == period.code() and count is not None:
            leaves = _leaves_of(row, table)
            yield {f"{name} {column} {leaf}": 1 for leaf in leaves}, count
    in_rows = {leaf for row in table.rows for leaf in _leaves_of(row, table)}
    for leaf in set(_LEAVES) - in_rows:  # nobody is in it: it would have a row
        for column in _COLUMNS:
            yield {f"{name} {column} {leaf}": 1}, 0


def _flow_sums() -> Iterator[Sum]:
    for leaf in _LEAVES:
        yield (
            {
                f"second open {leaf}": 1,
                f"first open {leaf}": -1,
                f"second new {leaf}": -1,
                f"second closed {leaf}": 1,
            },
            0,
        )


def _hidden_counts(table: Table, shown: Mapping[Key, int | None], name: str) -> Iterator[Sum]:
    """Yield each hidden count of people, as the sum of leaves that it stands for."""
    for (_code, row, column, _period), count in shown.items():
        leaves = _leaves_of(row, table)
        many = table.totals[column] if row == TOTAL else table.count(row, column)
        if count is None and _PARTNER.is_small(many):
            yield {f"{name} {column} {leaf}": 1 for leaf in leaves}, many


def _published(
    table: Table, period: Period, earlier: Sequence[Earlier] = ()
) -> tuple[Table, dict[Key, int | None]]:
    """Return a table with the rows that it is published with, and what is shown of it."""
    parts = with_known_rows([(period, [table])], earlier)
    hidden = hide(system_of(parts, _PARTNER, earlier), _PARTNER)
    ((_period, (published,)),) = parts
    counts = counts_of([published], period)
    shown = {key: None if key in hidden else count for key, count in counts.items()}
    return published, shown


_people = st.fixed_dictionaries(
    {
        **{leaf: st.integers(0, 9) for leaf in _OFTEN},
        **{leaf: st.integers(0, 1) for leaf in _SELDOM},
    }
)


@settings(max_examples=60, deadline=None)
@given(_people, _people, _people)
@example(  # nobody before: what came less what stands is what went
    dict.fromkeys(_LEAVES, 0),
    {**dict.fromkeys(_LEAVES, 0), "AL": 1, "GB": 6},
    {**dict.fromkeys(_LEAVES, 0), "AL": 1, "GB": 1},
)
def test_two_quarters_that_group_otherwise_do_not_give_away_what_one_hides(
    before: Mapping[str, int], new: Mapping[str, int], leaving: Mapping[str, int]
) -> None:
    closed = {leaf: min(leaving[leaf], before[leaf] + new[leaf]) for leaf in _LEAVES}
    after = {leaf: before[leaf] + new[leaf] - closed[leaf] for leaf in _LEAVES}
    none = dict.fromkeys(_LEAVES, 0)
    first = _table({"new": before, "open": before, "closed": none}, _PARTNER)
    second = _table({"new": new, "open": after, "closed": closed}, _PARTNER)
    try:
        first, shown_first = _published(first, _Q1)
        second, shown_second = _published(second, _Q2, [Earlier(_Q1, shown_first)])
    except NotProtectable:
        return
    known = [
        *_shown_sums(first, _Q1, shown_first, "first"),
        *_shown_sums(second, _Q2, shown_second, "second"),
        *_flow_sums(),
    ]
    hidden = [
        *_hidden_counts(first, shown_first, "first"),
        *_hidden_counts(second, shown_second, "second"),
    ]
    for terms, many in hidden:
        # The reader names the hidden count and asks whether the known sums fix it.
        question: Sum = ({**terms, "asked": -1}, 0)
        assert not is_determined("asked", [*known, question]), (terms, many)


def test_a_year_does_not_show_beside_its_last_quarter_what_that_one_hides() -> None:
    layout = Layout(code="E", title="", counted="cases", columns=("open",), rows=("a", "b", "c"))

    def table(*counts: int) -> Table:
        units = [
            Unit(f"{row}{n}", (row,), ("open",))
            for row, many in zip("abc", counts, strict=True)
            for n in range(many)
        ]
        return tabulate(layout, units)

    quarters = quarters_of(year(2026))
    last = table(2, 7, 30)
    parts = [(each, [table(20, 20, 20)]) for each in quarters[:3]]
    parts += [(quarters[3], [last]), (year(2026), [last])]
    hidden = hide(system_of(parts, _PARTNER), _PARTNER)
    for row in ("a", "b", "c", TOTAL):
        pair = {("E", row, "open", each.code()) in hidden for each in (quarters[3], year(2026))}
        assert len(pair) == 1, row


@pytest.mark.parametrize("audience", [Audience.PARTNER, Audience.PUBLIC])
@pytest.mark.parametrize("order", [("2026-Q1", "2026-Q2"), ("2026-Q2", "2026-Q1")])
def test_no_hidden_count_of_the_sample_follows_from_two_published_quarters(
    audience: Audience, order: tuple[str, str]
) -> None:
    """Whichever quarter goes out first: every sum of the two, solved for what is hidden."""
    around, rule = surroundings(), rule_for(audience, Thresholds())
    earlier: list[Earlier] = []
    parts = []
    for words in order:
        period = quarter(2026, int(words[-1]))
        report, figures = make_report(sample_cases(), period, around, audience, earlier)
        # Of a table that is left out, nobody knows the rows.
        out = {each.code for each in report.main.tables if each.left_out}
        tables = [each for each in figures.tables if each.layout.code not in out]
        parts += with_known_rows([(period, tables)], earlier)
        earlier.append(Earlier(period, report.shown))
    counts = {key: count for each in earlier for key, count in each.counts.items()}
    true = {key: n for period, tables in parts for key, n in counts_of(tables, period).items()}
    small = [key for key, n in counts.items() if n is None and rule.is_small(true[key])]
    sums = [
        ({" ".join(term): sign for term, sign in each.terms()}, 0)
        for each in system_of(parts, rule).equations
        if each.exact
    ]
    known = [({" ".join(key): 1}, n) for key, n in counts.items() if n is not None]
    assert small
    by_table: dict[str, list[Key]] = {}
    for key in small:
        by_table.setdefault(key[0], []).append(key)
    for table, keys in by_table.items():
        # A table with the tables that share its counts is enough, and fast.
        mine = [each for each in sums if any(name.startswith(f"{table} ") for name in each[0])]
        names = {name for each in mine for name in each[0]}
        facts = [each for each in known if next(iter(each[0])) in names]
        for key in keys:
            if true[key] or rule.hides_zero:
                assert not is_determined(" ".join(key), [*mine, *facts]), key


def test_a_row_that_was_shown_stays_in_the_next_report_when_nobody_is_in_it_any_more() -> None:
    """Its absence would say that nobody was left in it at the end of the quarter before."""
    none = dict.fromkeys(_LEAVES, 0)
    first = {**none, "GB": 9, "VN": 9, "BR": 6}
    later = {**none, "GB": 9, "VN": 9}
    before = _table({"new": first, "open": later, "closed": {**none, "BR": 6}}, _PARTNER)
    published, shown = _published(before, _Q1)
    assert "BR" in published.rows
    after, _shown = _published(
        _table({"new": none, "open": later, "closed": none}, _PARTNER), _Q2, [Earlier(_Q1, shown)]
    )
    assert set(after.rows) == {"GB", "VN", "BR"}
    assert after.count("BR", "open") == 0

"""A report in words, as a PDF and as a spreadsheet."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from outreach_app.domain.day_words import long_date
from outreach_app.domain.reports.audiences import Audience, rule_for
from outreach_app.domain.reports.publishing import (
    HIDDEN,
    PrintedMeasure,
    PrintedTable,
    Shown,
)
from outreach_app.domain.reports.report import PeriodReport
from outreach_app.paths import atomic_write
from outreach_app.report.bars import Bar, BarGroup, Chart, Pattern, worth_drawing
from outreach_app.report.dates import long_time
from outreach_app.report.spreadsheet import Sheet, render_spreadsheet
from outreach_app.report.statistics import (
    Statistics,
    StatisticsSection,
    StatisticsTable,
    render_statistics,
)
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.reports.basis import require_report
from outreach_app.services.reports.keeping import report_kept_until
from outreach_app.services.reports.making import MadeReport
from outreach_app.services.reports.trends import trend_section
from outreach_app.services.reports.words import ReportWords
from outreach_app.services.workspace import Workspace

_AUDIENCE_WORDS = {
    Audience.INTERNAL: "Internal: for people bound to confidentiality",
    Audience.PARTNER: "For partners: counts below {least} are hidden",
    Audience.PUBLIC: "Public: counts below {least} are hidden, others rounded to 5",
}
_SECTIONS = {
    "S1": "People",
    "S2": "Referrals and obstacles",
    "S3": "Risk and plan",
    "S4": "Exits and afterwards",
    "S5": "Data quality",
}
_MOST_COLUMNS = 6
_MOST_GROUPS = 14


def audience_words(made: MadeReport) -> str:
    """Return for whom a report is, and what is hidden from them."""
    rule = rule_for(made.order.audience, made.basis.around.thresholds)
    return _AUDIENCE_WORDS[made.order.audience].format(least=rule.threshold)


def report_title(made: MadeReport) -> str:
    """Return the title of a report."""
    return f"Report {made.order.period.words()}"


def file_name(made: MadeReport, ending: str) -> str:
    """Return a name that says period and audience."""
    return f"report-{made.order.period.code()}-{made.order.audience.value}.{ending}"


def statistics_of(workspace: Workspace, made: MadeReport) -> Statistics:
    """Return a report in words."""
    words = ReportWords(workspace.catalogue)
    parts = [made.report.main, *made.report.quarters]
    trend = [trend_section(made.report.quarters)] if made.report.quarters else []
    sections = trend + [
        section for part in parts for section in _sections(part, words, with_period=len(parts) > 1)
    ]
    return Statistics(
        title=report_title(made),
        organisation=workspace.sitting.configuration.name,
        marking=audience_words(made),
        made_at=made.order.cut_off,
        facts=_facts(made),
        sentences=tuple(sentences_of(made)),
        sections=tuple(sections),
        method=tuple(_method(made)),
    )


def report_pdf(workspace: Workspace, made: MadeReport) -> bytes:
    """Return a report as a PDF."""
    return render_statistics(statistics_of(workspace, made))


def report_spreadsheet(workspace: Workspace, made: MadeReport) -> bytes:
    """Return a report as a spreadsheet: a sheet for each section, and how it was counted."""
    statistics = statistics_of(workspace, made)
    first: list[tuple[str | int, ...]] = [
        (statistics.title,),
        (statistics.marking,),
        (),
        *statistics.facts,
        (),
        *((sentence,) for sentence in statistics.sentences),
        (),
        *((paragraph,) for paragraph in statistics.method),
    ]
    sheets = [Sheet("Report", tuple(first), frozenset({0, 1}))]
    for section in statistics.sections:
        rows: list[tuple[str | int, ...]] = []
        strong = set()
        for table in section.tables:
            strong |= {len(rows), len(rows) + 1}
            rows += [(f"{table.code} {table.title}",), table.head]
            rows += [_figures(row) for row in table.rows]
            rows += [(table.note,), ()]
        sheets.append(Sheet(section.title, tuple(rows), frozenset(strong)))
    return render_spreadsheet(sheets)


def write_report(workspace: Workspace, made: MadeReport, path: Path) -> int:
    """Write a report as a file that only this user can read; return its size in bytes.

    The ending decides: ``.xlsx`` is a spreadsheet, anything else a PDF.

    Raises:
        NotAllowed: The role does not allow it; the attempt is in the journal.
        SwitchedOff, OtherFolder: The settings in force do not allow it; nothing is written.
        HostFault: The file cannot be written; an older one is untouched.
    """
    sitting = workspace.sitting
    require_report(sitting)
    settings = sitting.settings()
    settings.require_on("export.readable_pdf")
    settings.require_folder("export.folder", path.parent)
    is_sheet = path.suffix.lower() == ".xlsx"
    data = report_spreadsheet(workspace, made) if is_sheet else report_pdf(workspace, made)
    act = sitting.act(
        "report.exported",
        number=made.number,
        audience=made.order.audience.value,
        file="spreadsheet" if is_sheet else "pdf",
    )
    with sitting.vault.transaction(act):
        pass
    atomic_write(path, data)
    return len(data)


def sentences_of(made: MadeReport) -> Iterator[str]:
    """Yield the period in words, only for counts that are shown."""
    tables = {table.code: table for table in made.report.main.tables}
    phrases = ("new {case}", "{case} open at the end", "closed {case}")
    said = [
        f"{in_figures(count.count)} {phrase.format(case='case' if count.count == 1 else 'cases')}"
        for count, phrase in zip(tables["S1.1"].totals, phrases, strict=False)
        if count.count is not None
    ]
    if said:
        yield f"In this period there were {', '.join(said)}."
    yield from _of_all(
        tables["S3.2"],
        "reduced",
        "closed",
        "In {n} of {all} closed cases the risk level was lower at the end than at the beginning.",
    )
    yield from _of_all(
        tables["S3.4"],
        "in_time",
        "first_in_time",
        "{n} of {all} first assessments were made within time.",
    )
    yield from _of_all(tables["S3.8c"], "met", "ended", "Of {all} goals that ended, {n} were met.")
    yield from _of_all(tables["S4.1b"], "planned", "closed", "{n} of {all} exits were planned.")


def _of_all(table: PrintedTable, row: str, column: str, sentence: str) -> Iterator[str]:
    if column not in table.columns:
        return
    place = table.columns.index(column)
    part, whole = table.cells.get(row, (Shown(None),) * (place + 1))[place], table.totals[place]
    if part.count is not None and whole.count is not None and whole.count > 1:
        words = sentence.format(n=in_figures(part.count), all=in_figures(whole.count))
        yield words[:1].upper() + words[1:]


_SMALL_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
)


def in_figures(count: int) -> str:
    """Return a number as it stands in a sentence: in words up to ten."""
    return _SMALL_NUMBERS[count] if count < len(_SMALL_NUMBERS) else f"{count:,}"


def _facts(made: MadeReport) -> tuple[tuple[str, str], ...]:
    clients = made.report.n_clients
    return (
        ("Period", made.order.period.words()),
        ("For", audience_words(made)),
        ("Cut-off", long_time(made.order.cut_off)),
        *((("Clients", str(clients)),) if clients is not None else ()),
        (
            "Rests on",
            f"{len(made.basis.versions):,} accepted documents, {len(made.basis.bundles):,} bundles",
        ),
        ("Versions", made.basis.digest()[:16]),
        ("Report number", str(made.number)),
        *_kept(made),
    )


def _kept(made: MadeReport) -> tuple[tuple[str, str], ...]:
    """Return how a report with exact numbers is kept; one for others holds nobody's data."""
    if made.order.audience is not Audience.INTERNAL:
        return ()
    until = report_kept_until(
        made.basis.around.timescales, made.made_at.astimezone(CASEWORK_ZONE).date()
    )
    day = f", until {long_date(until)}" if until is not None else ""
    return (("Personal data", f"Exact numbers: keep it encrypted, as the records are{day}"),)


def _sections(
    part: PeriodReport, words: ReportWords, *, with_period: bool
) -> Iterator[StatisticsSection]:
    for code, title in _SECTIONS.items():
        tables = [_table(each, words) for each in part.tables if each.code.startswith(code)]
        tables += [_measure(each, words) for each in part.measures if each.code.startswith(code)]
        name = f"{code} {title}"
        yield StatisticsSection(
            f"{name}, {part.period.words()}" if with_period else name, tuple(tables)
        )


def _table(table: PrintedTable, words: ReportWords) -> StatisticsTable:
    if table.not_published:
        note = "Fewer cases than may be told – not published."
        return StatisticsTable(code=table.code, title=table.title, head=("",), rows=(), note=note)
    if table.left_out:
        note = "Not published: beside earlier reports it would give hidden counts away."
        return StatisticsTable(code=table.code, title=table.title, head=("",), rows=(), note=note)
    if not table.columns or not table.rows:
        note = "Nothing to count in this period."
        return StatisticsTable(code=table.code, title=table.title, head=("",), rows=(), note=note)
    turned = len(table.columns) > _MOST_COLUMNS
    head, rows = _grid(table, words, turned=turned)
    return StatisticsTable(
        code=table.code,
        title=table.title,
        head=head,
        rows=rows,
        chart=_chart(table, words, turned=turned),
        note=_note(table),
    )


def _chart(table: PrintedTable, words: ReportWords, *, turned: bool) -> Chart | None:
    """Return the counts of a table as bars: what stands down the page there does so here.

    Of more columns than there are patterns, only the first is drawn.
    """
    down, across = (table.columns, table.rows) if turned else (table.rows, table.columns)
    across = across if len(across) <= len(Pattern) else across[:1]
    cell = {
        (row, column): shown
        for row in table.rows
        for column, shown in zip(table.columns, table.cells[row], strict=True)
    }
    groups = [
        BarGroup(
            words.of(each, table.lists),
            tuple(
                Bar(shown.count, shown.words())
                for other in across
                for shown in [cell[(other, each) if turned else (each, other)]]
            ),
        )
        for each in down
    ]
    # What nobody is in stands in the table alone.
    groups = [each for each in groups if any(bar.value != 0 for bar in each.bars)]
    series = tuple(words.of(each, table.lists) for each in across)
    chart = Chart(f"{table.code} {table.title}", series, tuple(groups))
    return chart if worth_drawing(chart, _MOST_GROUPS) else None


def _grid(
    table: PrintedTable, words: ReportWords, *, turned: bool
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return head and rows; a table with many columns is turned, and rows of nothing left out."""
    columns = [words.of(column, table.lists) for column in table.columns]
    names = [words.of(row, table.lists) for row in table.rows]
    if not turned:
        rows = [
            (name, *map(_cell, table.cells[row]))
            for name, row in zip(names, table.rows, strict=True)
        ]
        return ("", *columns), (*rows, ("Total", *map(_cell, table.totals)))
    turned_rows = []
    for place, column in enumerate(columns):
        cells = [table.cells[row][place] for row in table.rows]
        if any(cell.count != 0 for cell in (*cells, table.totals[place])):
            turned_rows.append((column, *map(_cell, cells), _cell(table.totals[place])))
    return ("", *names, "Total"), tuple(turned_rows)


def _cell(shown: Shown) -> str:
    return f"{shown.words()} ({shown.percent})" if shown.percent else shown.words()


def _note(table: PrintedTable) -> str:
    notes = [f"Counted: {table.counted}."]
    if not table.exclusive:
        notes.append("One may count in several rows: rows may add up to more than the total.")
    cells = [*table.totals, *(cell for row in table.cells.values() for cell in row)]
    if any(cell.count is None for cell in cells):
        notes.append(f"{HIDDEN}: hidden, so that nobody can be recognised.")
    return " ".join(notes)


def _measure(measure: PrintedMeasure, words: ReportWords) -> StatisticsTable:
    rows = tuple(
        (words.of(row, measure.lists), figure or "too few", quartiles)
        for row, figure, quartiles in measure.rows
    )
    figure = "Sum" if measure.summed else "Median"
    note = f"In {measure.unit}." if rows else "Nothing to count in this period."
    return StatisticsTable(
        code=measure.code,
        title=measure.title,
        head=("", figure, "Middle half"),
        rows=rows,
        note=note,
    )


def _method(made: MadeReport) -> Iterator[str]:
    rule = rule_for(made.order.audience, made.basis.around.thresholds)
    yield (
        "Only accepted documents count, each in its newest version at the cut-off; drafts never do. "
        "A new case was opened in the period, an open one was open on its last day, a closed one ended "
        "in it and a supervisor has closed it. A client who returns counts once for each case."
    )
    yield (
        "What is not known, was not said or not asked stands in a row of its own. Medians are exact "
        f"and printed for {rule.least_median} or more."
    )
    yield _about_duplicates(made)
    if rule.threshold:
        zero = ", zero too," if rule.hides_zero else ""
        rounding = (
            " Other counts are rounded to the nearest 5; sums may differ."
            if rule.rounds_to > 1
            else ""
        )
        yield (
            f"Counts below {rule.threshold}{zero} are hidden, and so is what would give them back, also "
            f"beside earlier reports.{rounding} Percentages stand only over {rule.least_base} or more."
        )
    bundles: Mapping[str, None] = dict.fromkeys(made.basis.bundles)
    if made.order.audience is Audience.INTERNAL and bundles:
        yield "Bundles: " + ", ".join(each.removeprefix("sha256:")[:16] for each in bundles) + "."


def _about_duplicates(made: MadeReport) -> str:
    """Return what is said of duplicates; how many there are is for the organisation alone."""
    said = (
        "What was due is counted without cases that were closed as duplicates of another record, and "
        "without records that were destroyed"
    )
    if made.order.audience is not Audience.INTERNAL:
        return f"{said}."
    count = made.figures.duplicates
    cases = "case" if count == 1 else "cases"
    return f"{said}: {in_figures(count)} {cases} left out as duplicates in this period."


def _figures(row: tuple[str, ...]) -> tuple[str | int, ...]:
    """Return the numbers of a row, then, to the right of them, their percentages."""
    numbers = tuple(_number(cell.partition(" (")[0]) for cell in row[1:])
    shares = tuple(cell.partition(" (")[2].removesuffix(")") for cell in row[1:])
    return (row[0], *numbers, *(("", *shares) if any(shares) else ()))


def _number(cell: str) -> str | int:
    return int(cell) if cell.isascii() and cell.isdigit() else cell

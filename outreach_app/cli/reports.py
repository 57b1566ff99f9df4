"""`outreach report`: statistics for supervisors."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from outreach_app.cli.entry import Context, add_verb, opened
from outreach_app.cli.errors import NoSuchThing
from outreach_app.cli.output import Result, counted, table
from outreach_app.domain.reports.audiences import Audience
from outreach_app.report.dates import short_instant
from outreach_app.report.statistics import Statistics
from outreach_app.services.instants import read_instant
from outreach_app.services.reports.basis import require_report
from outreach_app.services.reports.kept import kept_reports
from outreach_app.services.reports.making import (
    MadeReport,
    ReportOrder,
    checking,
    make,
    quality,
    read_period,
    repeating,
)
from outreach_app.services.reports.printing import statistics_of, write_report
from outreach_app.services.reports.repairing import repair_groups
from outreach_app.services.workspace import Workspace
from outreach_app.store.steps import run_through

_PERIOD_HELP = "2026-Q2, 2026, or 2026-01-01..2026-02-14"


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    group = commands.add_parser("report", help="statistics for supervisors, for a chosen audience")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)
    making = add_verb(verbs, "make", _make, "count a period and keep what it rests on", vault=True)
    making.add_argument("period", help=_PERIOD_HELP)
    making.add_argument(
        "--audience",
        required=True,
        choices=[each.value for each in Audience],
        help="who will read it; small numbers are hidden from partners and the public",
    )
    making.add_argument(
        "--cut-off",
        default="",
        metavar="INSTANT",
        help="what was accepted later does not count, such as 2026-07-03T12:00:00+01:00 (default: now)",
    )
    _add_out(making)
    showing = add_verb(
        verbs, "show", _show, "show an earlier report again, or list them", vault=True
    )
    showing.add_argument(
        "number", nargs="?", type=int, help="as the list has it; left out: the list"
    )
    _add_out(showing)
    checks = add_verb(
        verbs, "check", _check, "say whether an earlier report can be repeated", vault=True
    )
    checks.add_argument("number", type=int, help="as `outreach report show` lists it")
    lacking = add_verb(
        verbs, "quality", _quality, "what is not known, and which form would tell", vault=True
    )
    lacking.add_argument("period", help=_PERIOD_HELP)


def _add_out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        action="append",
        default=[],
        help="also write it: a spreadsheet where the name ends in .xlsx, else a PDF (repeatable)",
    )


def _make(options: argparse.Namespace, context: Context) -> Result:
    period = read_period(options.period)
    with opened(options, context) as workspace:
        cut_off = _instant(options.cut_off) if options.cut_off else workspace.sitting.now()
        order = ReportOrder(period, Audience(options.audience), cut_off)
        made = make(workspace.sitting, order)
        return _shown(workspace, made, options.out)


def _show(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        if options.number is None:
            return _list(workspace)
        made = run_through(repeating(workspace.sitting, options.number))
        return _shown(workspace, made, options.out)


def _list(workspace: Workspace) -> Result:
    require_report(workspace.sitting)
    kept = kept_reports(workspace.sitting)
    rows = [
        (
            str(each.number),
            each.as_period().words(),
            each.audience,
            short_instant(each.cut_off),
            str(len(each.versions)),
        )
        for each in kept
    ]
    data = [
        {
            "number": each.number,
            "period": each.period,
            "audience": each.audience,
            "cut_off": each.cut_off,
            "documents": len(each.versions),
            "digest": each.digest,
        }
        for each in kept
    ]
    heads = ("Number", "Period", "Audience", "Cut-off", "Documents")
    text = table(heads, rows) if rows else "No report was made here yet."
    return Result(data={"reports": data}, text=text)


def _check(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        found = run_through(checking(workspace.sitting, options.number))
    same = found.same_versions and found.same_counts
    said = (
        f"Report {found.number} comes out the same: the same versions, the same numbers."
        if same
        else (
            f"Report {found.number} comes out differently now: "
            f"{counted(found.changed, 'document')} in another version, {found.gone} gone, "
            f"{found.added} added, {counted(found.bundles_missing, 'bundle')} missing."
        )
    )
    data = {
        "same_versions": found.same_versions,
        "same_counts": found.same_counts,
        "changed": found.changed,
        "gone": found.gone,
        "added": found.added,
        "bundles_missing": found.bundles_missing,
    }
    return Result(data=data, text=said, exit_code=0 if same else 1)


def _quality(options: argparse.Namespace, context: Context) -> Result:
    period = read_period(options.period)
    with opened(options, context) as workspace:
        figures = run_through(quality(workspace.sitting, period))
        groups = repair_groups(workspace, figures.repairs)
    rows = [
        (task.reference, group.what, group.form, task.repair)
        for group in groups
        for task in group.tasks
    ]
    data = [
        {"case": case, "check": repair.check, "form": repair.form_id}
        for case, _what, _form, repair in rows
    ]
    heads = ("Case", "Not known", "Form that would tell")
    text = table(heads, sorted(row[:3] for row in rows)) if rows else "Nothing is missing."
    return Result(data={"repairs": data}, text=text)


def _shown(workspace: Workspace, made: MadeReport, out: list[Path]) -> Result:
    statistics = statistics_of(workspace, made)
    sizes = {str(path): write_report(workspace, made, path) for path in out}
    lines = _lines(statistics)
    lines += [f"Wrote {path} ({size // 1024} KiB)." for path, size in sizes.items()]
    data: dict[str, Any] = {
        "number": made.number,
        "audience": made.order.audience.value,
        "facts": dict(statistics.facts),
        "sentences": list(statistics.sentences),
        "written": sizes,
        "tables": [
            {"code": each.code, "title": each.title, "head": each.head, "rows": each.rows}
            for section in statistics.sections
            for each in section.tables
        ],
    }
    return Result(data=data, text="\n".join(lines))


def _lines(statistics: Statistics) -> list[str]:
    lines = [statistics.title, statistics.marking, ""]
    lines += [f"{label}: {value}" for label, value in statistics.facts]
    lines += ["", *statistics.sentences]
    for section in statistics.sections:
        lines += ["", section.title.upper()]
        for each in section.tables:
            lines += ["", f"{each.code} {each.title}"]
            if each.rows:
                lines.append(table(each.head, each.rows))
            if each.note:
                lines.append(each.note)
    return [*lines, ""]


def _instant(text: str) -> datetime:
    try:
        return read_instant(text)
    except ValueError:
        raise NoSuchThing(what="instant such as 2026-07-03T12:00:00+01:00", name=text) from None

"""`outreach review retention`: how long the records of ended cases are kept."""

import argparse

from outreach_app.cli.entry import Context, add_verb, opened
from outreach_app.cli.output import Result, indented
from outreach_app.domain.exits.keeping import KeepState
from outreach_app.services.reports.keeping import KeptFigures, kept_figures
from outreach_app.services.retention import (
    KeptRecord,
    about_destroying,
    keeping_words,
    kept_records,
    remarks_about,
)


def add_retention(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command of this module to those of reviews."""
    verb = add_verb(
        verbs,
        "retention",
        _list,
        "how long ended cases and reports are kept; destroys nothing",
        vault=True,
    )
    verb.add_argument("--due", action="store_true", help="only what asks for somebody now")


def _list(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        records = kept_records(workspace)
        figures = kept_figures(workspace.sitting)
    if options.due:
        quiet = {KeepState.KEPT, KeepState.HELD}
        records = tuple(each for each in records if each.keeping.state not in quiet)
        figures = tuple(each for each in figures if each.is_due)
    lines: list[str] = []
    for each in records:
        lines.append(f"{each.reference}: {keeping_words(each.keeping)}")
        lines.extend(indented(str(remark)) for remark in remarks_about(each))
    if not records:
        lines.append("No case has ended." if not options.due else "Nothing waits.")
    if figures:
        lines += ["", "Reports with exact numbers:"]
        lines += [f"{each.title()}: {each.words()}" for each in figures]
    lines += ["", *about_destroying()]
    data = {
        "records": [_data(each) for each in records],
        "reports": [_figures(each) for each in figures],
    }
    return Result(data=data, text="\n".join(lines))


def _figures(report: KeptFigures) -> dict[str, object]:
    return {
        "number": report.number,
        "made_on": report.made_on.isoformat(),
        "until": report.until.isoformat() if report.until else "",
        "due": report.is_due,
    }


def _data(record: KeptRecord) -> dict[str, object]:
    kept = record.keeping
    return {
        "reference": record.reference,
        "state": kept.state.value,
        "class": kept.kind,
        "until": kept.until.isoformat() if kept.until else "",
        "by_timescales": kept.by_rule.isoformat() if kept.by_rule else "",
        "in_checklist": kept.written.isoformat() if kept.written else "",
        "legal_hold": kept.is_held,
        "about_hold": list(record.about_hold),
        "closed": record.closed,
        "other_case_open": record.other_open,
    }

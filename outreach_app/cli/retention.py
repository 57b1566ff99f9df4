"""`outreach review retention`: how long the records of ended cases are kept."""

import argparse

from outreach_app.cli.entry import Context, add_verb, opened
from outreach_app.cli.output import Result, indented
from outreach_app.domain.exits.keeping import KeepState
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
        verbs, "retention", _list, "how long each ended case is kept; destroys nothing", vault=True
    )
    verb.add_argument("--due", action="store_true", help="only what asks for somebody now")


def _list(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        records = kept_records(workspace)
    if options.due:
        quiet = {KeepState.KEPT, KeepState.HELD}
        records = tuple(each for each in records if each.keeping.state not in quiet)
    lines: list[str] = []
    for each in records:
        lines.append(f"{each.reference}: {keeping_words(each.keeping)}")
        lines.extend(indented(str(remark)) for remark in remarks_about(each))
    if not records:
        lines.append("No case has ended." if not options.due else "Nothing waits.")
    lines += ["", *about_destroying()]
    return Result(data={"records": [_data(each) for each in records]}, text="\n".join(lines))


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

"""`outreach night`: who is in the safe house tonight, the missing sheet, the emergency card."""

import argparse
from pathlib import Path

from outreach_app.cli.entry import CASE_HELP, Context, add_verb, opened
from outreach_app.cli.output import Result, counted, table
from outreach_app.report.dates import readable_date
from outreach_app.services.night.emergency_card import card_standing, compose_emergency_card
from outreach_app.services.night.missing_sheet import compose_missing_sheet
from outreach_app.services.night.sheet import night_sheet
from outreach_app.services.printing import Composed, rendered, write_pdf
from outreach_app.services.workspace import Workspace


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    group = commands.add_parser("night", help="a night in the safe house")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_verb(verbs, "sheet", _sheet, "list who lives in the house, and what is open", vault=True)
    missing = add_verb(
        verbs, "missing", _missing, "write the missing sheet of a resident as a PDF", vault=True
    )
    missing.add_argument("case", help=CASE_HELP)
    card = add_verb(
        verbs, "card", _card, "write the weekly emergency card of the house as a PDF", vault=True
    )
    for verb in (missing, card):
        verb.add_argument("--out", type=Path, required=True, help="file to write, readable copy")


def _sheet(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        sheet = night_sheet(workspace)
        standing = card_standing(workspace)
    rows = [
        (each.room or "–", each.reference, "; ".join(flag.words for flag in each.flags) or "–")
        for each in sheet.residents
    ]
    lines = [f"Manager on call: {sheet.on_call or 'not known'}"]
    if standing.is_due:
        lines.append("The emergency card of this week is not printed yet: outreach night card")
    data = {
        "residents": [
            {
                "room": each.room,
                "case": each.reference,
                "level": each.level,
                "flags": [flag.code for flag in each.flags],
            }
            for each in sheet.residents
        ],
        "on_call": sheet.on_call,
        "card_due": standing.is_due,
        "card_made": standing.made.isoformat() if standing.made is not None else "",
    }
    return Result(data=data, text="\n".join((table(("Room", "Case", "Open flags"), rows), *lines)))


def _missing(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        subject = workspace.casework.find_case(options.case)
        return _written(workspace, compose_missing_sheet(workspace, subject), options.out)


def _card(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        result = _written(workspace, compose_emergency_card(workspace), options.out)
        until = card_standing(workspace).until
    if until is None:
        return result
    day = readable_date(until.date().isoformat())
    return Result(data=result.data, text=f"{result.text}\nDestroy it on {day}.")


def _written(workspace: Workspace, composed: Composed, path: Path) -> Result:
    written = write_pdf(workspace, rendered(composed), path)
    lines = (
        f"Wrote {path} ({counted(written.pages, 'page')}).",
        "This is a readable copy: anybody who finds it can read it.",
    )
    data = {"written": str(path), "pages": written.pages, "sha256": written.digest}
    return Result(data=data, text="\n".join(lines))

"""`outreach calendar`: what is due as a file for a calendar, with references only."""

import argparse
from pathlib import Path

from outreach_app.cli.entry import Context, add_verb, opened
from outreach_app.cli.output import Result
from outreach_app.paths import atomic_write
from outreach_app.services.calendar_days import calendar_of
from outreach_app.services.today import AHEAD_DAYS


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    calendar = add_verb(
        commands,
        "calendar",
        _calendar,
        "write what is due as a calendar file: references and neutral titles, no names",
        vault=True,
    )
    calendar.add_argument("--out", type=Path, required=True, help="file to write, such as due.ics")
    calendar.add_argument(
        "--days", type=int, default=AHEAD_DAYS, help=f"how many days ahead; default {AHEAD_DAYS}"
    )


def _calendar(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        content, entries = calendar_of(workspace, ahead_days=max(0, options.days))
        atomic_write(options.out, content)
    return Result(
        data={"entries": entries, "file": str(options.out)},
        text=f"{entries} entries in {options.out}. Anyone who has the file reads the references.",
    )

"""`outreach self-check`: does every part work on this machine?"""

import argparse

from outreach_app import __version__
from outreach_app.cli.entry import Context, add_verb
from outreach_app.cli.output import Result, table
from outreach_app.services.self_check import check_everything
from outreach_app.system_log import SystemEvent, tell_system


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command of this module."""
    add_verb(commands, "self-check", _check, "try every part of the program on this machine")


def _check(_options: argparse.Namespace, context: Context) -> Result:
    outcomes = check_everything(context.world())
    rows = [
        ("ok" if each.passed else "FAILED", each.name, f"{each.took_ms} ms", each.detail)
        for each in outcomes
    ]
    failed = [each.name for each in outcomes if not each.passed]
    if failed:
        tell_system(SystemEvent.SELF_CHECK_FAILED)
    text = f"outreach {__version__}\n" + table(("", "Act", "Time", "Fact"), rows)
    data = {
        "version": __version__,
        "passed": not failed,
        "acts": [
            {"act": e.name, "passed": e.passed, "took_ms": e.took_ms, "detail": e.detail}
            for e in outcomes
        ],
    }
    return Result(data=data, text=text, exit_code=1 if failed else 0)

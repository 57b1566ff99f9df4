"""What to do and whom to call in a crisis: `outreach org crisis`, `outreach org decide-crisis`."""

import argparse
from pathlib import Path

from outreach_app.cli.entry import Context, add_verb
from outreach_app.cli.output import Result, table
from outreach_app.cli.passphrases import add_passphrase_options, read_passphrase
from outreach_app.domain.crisis import CrisisSteps
from outreach_app.domain.flags import label_of
from outreach_app.paths import read_bytes
from outreach_app.services.crisis import crisis_steps
from outreach_app.services.deciding_crisis import (
    TABLE_LIMIT_BYTES,
    decide_crisis,
    read_crisis_table,
)
from outreach_app.services.organisation import CARD_NAME, load_card

_FOLDER = "folder of the organisation, with the issuing key"


def add_crisis(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the steps and numbers in a crisis to the commands of `outreach org`."""
    shown = add_verb(verbs, "crisis", _crisis, "show what to do and whom to call in a crisis")
    shown.add_argument("organisation", type=Path, help="organisation file or folder")

    decide = add_verb(
        verbs, "decide-crisis", _decide, "decide what to do and whom to call, for every laptop"
    )
    decide.add_argument("folder", type=Path, help=_FOLDER)
    decide.add_argument(
        "table",
        type=Path,
        nargs="?",
        help="CSV file with the columns flag, kind (step or number), words, number; "
        "without it those of the program hold again",
    )
    add_passphrase_options(decide)


def _rows(crisis: CrisisSteps) -> list[tuple[str, ...]]:
    return [
        (
            str(label_of(row["flag"])) if row["flag"] else "every flag",
            row["kind"],
            row["words"],
            row["number"],
        )
        for row in crisis.rows
    ]


def _shown(crisis: CrisisSteps) -> str:
    return table(("Flag", "What", "Words", "Number"), _rows(crisis))


def _crisis(options: argparse.Namespace, _context: Context) -> Result:
    configuration = load_card(options.organisation).configuration
    crisis = crisis_steps(configuration)
    whose = "the organisation" if configuration.crisis else "the program"
    data = {
        "configuration": configuration.number,
        "own": bool(configuration.crisis),
        "rows": [dict(row) for row in crisis.rows],
    }
    return Result(data=data, text=f"Written by {whose}.\n\n{_shown(crisis)}")


def _decide(options: argparse.Namespace, context: Context) -> Result:
    rows = (
        read_crisis_table(read_bytes(options.table, TABLE_LIMIT_BYTES))
        if options.table is not None
        else ()
    )
    if not options.json:
        words = _shown(CrisisSteps(tuple(rows))) if rows else "Those of the program hold again."
        context.progress(f"You are about to decide for every laptop:\n{words}")
    passphrase = read_passphrase(options, "Passphrase of the issuing key, to sign this")
    card = decide_crisis(options.folder, rows, passphrase, now=context.clock())
    number = card.configuration.number
    text = (
        f"Decided in configuration {number}. Take {CARD_NAME} to every laptop: "
        "outreach vault configure."
    )
    return Result(data={"configuration": number, "rows": [dict(each) for each in rows]}, text=text)

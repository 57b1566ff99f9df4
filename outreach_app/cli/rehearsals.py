"""The recovery sheets were tried: `outreach org rehearsed` records the day for everybody."""

import argparse
from datetime import date
from pathlib import Path

from outreach_app.cli.entry import Context, add_verb
from outreach_app.cli.output import Result
from outreach_app.cli.passphrases import add_passphrase_options, read_passphrase
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.keeping.rehearsals import last_rehearsal, record_rehearsal
from outreach_app.services.organisation import CARD_NAME


def add_rehearsals(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the record of a rehearsal to the commands of `outreach org`."""
    done = add_verb(
        verbs,
        "rehearsed",
        _rehearsed,
        "record that two recovery sheets opened a vault, for everybody",
    )
    done.add_argument("folder", type=Path, help="folder of the organisation, with the issuing key")
    done.add_argument(
        "--on",
        type=date.fromisoformat,
        metavar="DATE",
        help="day of the rehearsal, such as 2026-02-03 (default: today)",
    )
    add_passphrase_options(done)


def _rehearsed(options: argparse.Namespace, context: Context) -> Result:
    now = context.clock()
    today = now.astimezone(CASEWORK_ZONE).date()
    passphrase = read_passphrase(options, "Passphrase of the issuing key, to sign this")
    card = record_rehearsal(options.folder, options.on or today, passphrase, now=now)
    number = card.configuration.number
    text = (
        f"{last_rehearsal(card.configuration, today).words()}\n"
        f"It stands in configuration {number}. Take {CARD_NAME} to every laptop: "
        "outreach vault configure."
    )
    return Result(
        data={"configuration": number, "rehearsed_on": card.configuration.recovery_rehearsed_on},
        text=text,
    )

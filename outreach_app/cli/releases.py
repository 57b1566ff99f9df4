"""What a newer program brings: `outreach org tables` shows it, `outreach org release` signs it."""

import argparse
from pathlib import Path

from outreach_app.cli.entry import Context, add_verb
from outreach_app.cli.output import Result
from outreach_app.cli.passphrases import add_passphrase_options, read_passphrase
from outreach_app.paths import private_dir
from outreach_app.services.catalogue import convert_shipped, shipped_form_ids
from outreach_app.services.configuration import Configuration
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.keeping.offer_words import change_lines, differing_lines, offer_lines
from outreach_app.services.keeping.releasing import (
    Wanted,
    adopted,
    days_with,
    offered,
    release,
    tables_with,
)
from outreach_app.services.keeping.tables import read_tables, write_tables
from outreach_app.services.organisation import CARD_NAME, Tables, load_card

_KINDS = ("forms", "limits", "holidays")


def add_releases(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add forms and tables to the commands of `outreach org`."""
    shown = add_verb(
        verbs,
        "tables",
        _tables,
        "show which forms, time limits and bank holidays of this program are not released yet",
    )
    shown.add_argument("organisation", type=Path, help="organisation file or folder")
    shown.add_argument(
        "--out",
        type=Path,
        metavar="FOLDER",
        help="write a spreadsheet there: the organisation's tables with what is new in them",
    )

    sign = add_verb(
        verbs, "release", _release, "release forms, time limits and bank holidays for every laptop"
    )
    sign.add_argument("folder", type=Path, help="folder of the organisation, with the issuing key")
    sign.add_argument(
        "--tables",
        type=Path,
        metavar="FILE",
        help="the spreadsheet, changed: both tables as they are to be",
    )
    sign.add_argument(
        "--without", choices=_KINDS, action="append", default=[], help="leave these as they are"
    )
    add_passphrase_options(sign)


def _tables(options: argparse.Namespace, _context: Context) -> Result:
    configuration = load_card(options.organisation).configuration
    offer = offered(configuration)
    new = [str(line) for line in offer_lines(offer, {})]
    stays = [str(line) for line in differing_lines(offer)]
    lines = [*(new or ["Everything that this program ships is released."])]
    lines += [f"Stays as it is: {line}" for line in stays]
    data: dict[str, object] = {
        "configuration": configuration.number,
        "new": new,
        "stays": stays,
    }
    if options.out is not None:
        if not options.out.exists():
            private_dir(options.out)
        days = days_with(configuration, offer, Wanted())
        data["file"] = str(write_tables(days, configuration.number, options.out))
        lines.append(f"Written: {data['file']}")
    return Result(data=data, text="\n".join(lines))


def _release(options: argparse.Namespace, context: Context) -> Result:
    held = load_card(options.folder).configuration
    now = context.clock()
    tables = _wanted(held, options, context)
    titles = {convert_shipped(name).form_hash: name for name in shipped_form_ids()}
    lines = [str(line) for line in change_lines(held, tables, titles)]
    if lines and not options.json:
        context.progress("\n".join(["You are about to release for every laptop:", *lines]))
    passphrase = read_passphrase(options, "Passphrase of the issuing key, to sign this")
    card = release(options.folder, held.number, tables, passphrase, now=now)
    number = card.configuration.number
    text = (
        f"Released in configuration {number}. Take {CARD_NAME} to every laptop: "
        "outreach vault configure."
    )
    return Result(data={"configuration": number, "released": lines}, text=text)


def _wanted(held: Configuration, options: argparse.Namespace, context: Context) -> Tables:
    wanted = Wanted(**{name: name not in options.without for name in _KINDS})
    if options.tables is None:
        return tables_with(held, days_with(held, offered(held), wanted), wanted)
    today = context.clock().astimezone(CASEWORK_ZONE).date()
    read = read_tables(options.tables, held.number, today)
    return tables_with(held, adopted(held, read), wanted)

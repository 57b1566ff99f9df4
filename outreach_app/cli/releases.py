"""What a newer program brings: `outreach org tables` shows it, `outreach org release` signs it."""

import argparse
from pathlib import Path

from outreach_app.cli.entry import Context, add_verb
from outreach_app.cli.output import Result
from outreach_app.cli.passphrases import add_passphrase_options, read_passphrase
from outreach_app.paths import private_dir
from outreach_app.services.keeping.offer_words import differing_lines, offer_lines
from outreach_app.services.keeping.releasing import Offer, ReleaseOrder, offered, release
from outreach_app.services.keeping.tables import read_tables, write_tables
from outreach_app.services.organisation import CARD_NAME, load_card


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
        help="write the organisation's time limits and bank holidays there, as a spreadsheet",
    )

    sign = add_verb(
        verbs, "release", _release, "release forms, time limits and bank holidays for every laptop"
    )
    sign.add_argument("folder", type=Path, help="folder of the organisation, with the issuing key")
    sign.add_argument(
        "--tables",
        type=Path,
        metavar="FILE",
        help="spreadsheet with tables in place of those that the organisation has",
    )
    sign.add_argument(
        "--retire-older",
        action="store_true",
        help="nothing may begin any more on older forms; only once every laptop has this program",
    )
    add_passphrase_options(sign)


def _tables(options: argparse.Namespace, _context: Context) -> Result:
    configuration = load_card(options.organisation).configuration
    offer = offered(configuration)
    lines = _lines(offer)
    data: dict[str, object] = {
        "configuration": configuration.number,
        "forms": [name for name, _hash in offer.forms],
        "time_limits": [dict(row) for row in offer.limits],
        "checked": [dict(row) for row in offer.checked],
        "bank_holidays": [dict(row) for row in offer.holidays],
        "differing": [
            {"organisation": dict(each.ours), "program": dict(each.shipped)}
            for each in offer.differing
        ],
    }
    if options.out is not None:
        if not options.out.exists():
            private_dir(options.out)
        data["file"] = str(write_tables(configuration, options.out))
        lines.append(f"Written: {data['file']}")
    return Result(data=data, text="\n".join(lines))


def _release(options: argparse.Namespace, context: Context) -> Result:
    shown = offered(load_card(options.folder).configuration)
    order = ReleaseOrder(
        shown=shown,
        days=None if options.tables is None else read_tables(options.tables),
        retires=options.retire_older,
    )
    lines = _lines(shown)
    if not options.json:
        context.progress("\n".join(["You are about to release for every laptop:", *lines]))
    passphrase = read_passphrase(options, "Passphrase of the issuing key, to sign this")
    card = release(options.folder, order, passphrase, now=context.clock())
    number = card.configuration.number
    text = (
        f"Released in configuration {number}. Take {CARD_NAME} to every laptop: "
        "outreach vault configure."
    )
    return Result(data={"configuration": number, "released": lines}, text=text)


def _lines(offer: Offer) -> list[str]:
    new = [*map(str, offer_lines(offer, {}))]
    stays = [f"Stays as it is: {line}" for line in differing_lines(offer)]
    return [*(new or ["Everything that this program ships is released."]), *stays]

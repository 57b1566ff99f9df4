"""`outreach org` suspend, confirm, remove, statements, take: who may not work any more, and why."""

import argparse
from datetime import date, datetime, time
from pathlib import Path

from outreach_app.cli.entry import (
    Context,
    add_date_option,
    add_verb,
    opened,
    opened_to_sign,
    read_file,
    signer_for,
)
from outreach_app.cli.output import Result, table
from outreach_app.cli.passphrases import (
    add_passphrase_options,
    passphrase_to_sign,
    read_passphrase,
)
from outreach_app.domain.revocation import CONFIRM_WITHIN_DAYS
from outreach_app.paths import atomic_write
from outreach_app.services.case_words import day_words
from outreach_app.services.instants import CASEWORK_ZONE, write_instant
from outreach_app.services.organisation import CARD_NAME
from outreach_app.services.restating import Restated
from outreach_app.services.statements import (
    Confirmed,
    Numbered,
    Removed,
    Revoked,
    Suspended,
    parse_statements,
    still_standing,
    write_statements,
)
from outreach_app.services.suspending import (
    StatementLine,
    SuspensionOrder,
    list_statements,
    suspend,
    take_in,
)
from outreach_app.services.withdrawing import confirm, remove_from_organisation

_FOLDER = "folder of the organisation, with the issuing key"
_SINCE = "day from which it counts, such as 2026-02-03"


def add_statements(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module to those of an organisation."""
    halt = add_verb(
        verbs,
        "suspend",
        _suspend,
        "suspend a person at once, in the vault of a supervisor or safeguarding lead",
        vault=True,
    )
    add_date_option(halt)
    halt.add_argument("who", help="initials or id of the person")
    halt.add_argument(
        "--why",
        required=True,
        help="one line that everybody in the organisation reads, and every service that gets a bundle",
    )
    halt.add_argument(
        "--since", type=date.fromisoformat, metavar="DATE", help=f"{_SINCE} (default: now)"
    )
    _add_out_option(halt)

    agree = add_verb(
        verbs, "confirm", _confirm, "confirm suspensions with the issuing key, so that they stay"
    )
    agree.add_argument("folder", type=Path, help=_FOLDER)
    agree.add_argument("statements", type=Path, help="file that `outreach org suspend --out` wrote")
    add_passphrase_options(agree)

    remove = add_verb(verbs, "remove", _remove, "take a person out of the organisation for good")
    remove.add_argument("folder", type=Path, help=_FOLDER)
    remove.add_argument("who", help="initials or id of the person")
    remove.add_argument(
        "--since", type=date.fromisoformat, required=True, metavar="DATE", help=_SINCE
    )
    add_passphrase_options(remove)

    listing = add_verb(
        verbs,
        "statements",
        _statements,
        "list who is suspended, withdrawn and removed, as this vault knows it",
        vault=True,
    )
    _add_out_option(listing)

    take = add_verb(
        verbs, "take", _take, "take in a file of statements, where no bundle comes", vault=True
    )
    take.add_argument("statements", type=Path, help="file that another vault wrote with --out")


def _add_out_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="also write the statements to a file, for the configuration manager or other laptops",
    )


def _suspend(options: argparse.Namespace, context: Context) -> Result:
    with opened_to_sign(options, context) as (workspace, passphrase):
        since = _begin(options.since) if options.since else workspace.sitting.now()
        if not options.json:
            context.progress(
                f"You are about to suspend {options.who} from {day_words(since.date())} on: "
                f"{options.why}"
            )
        confirmed = passphrase_to_sign(options, passphrase)
        signer = signer_for(workspace, options, confirmed)
        order = SuspensionOrder(name=options.who, words=options.why, since=since)
        statements, restated = suspend(workspace.sitting, signer, order, workspace.shelf.find)
    if options.out:
        atomic_write(options.out, write_statements(statements))
    serials = [each.says.serial for each in statements if isinstance(each.says, Suspended)]
    listed = ", ".join(str(serial) for serial in serials)
    lines = [
        (
            f"Suspended from {day_words(since.date())} on: certificate {listed}. It holds in this vault now, and "
            "elsewhere once it arrives: it goes with every bundle."
        ),
        *_changed_lines(restated),
        (
            f"It lapses after {CONFIRM_WITHIN_DAYS} days unless the configuration manager confirms it: "
            f"outreach org confirm FOLDER {options.out or 'FILE'}"
        ),
    ]
    data = {
        "certificates": serials,
        "since": write_instant(since),
        "statements": [each.object_id for each in statements],
        "not_counted": len(restated.now_not_counted),
    }
    return Result(data=data, text="\n".join(lines))


def _confirm(options: argparse.Namespace, context: Context) -> Result:
    passphrase = read_passphrase(options, "Passphrase of the issuing key")
    card, found = confirm(
        options.folder, read_file(options.statements), passphrase, now=context.clock()
    )
    says = [each.says for each in found if isinstance(each.says, Suspended)]
    lines = [
        f"Confirmed: certificate {each.serial}, suspended from {day_words(each.since.date())} on ({each.words})."
        for each in says
    ]
    lines.append(_carry(card.configuration.number))
    data = {
        "certificates": [each.serial for each in says],
        "configuration": card.configuration.number,
    }
    return Result(data=data, text="\n".join(lines))


def _remove(options: argparse.Namespace, context: Context) -> Result:
    passphrase = read_passphrase(options, "Passphrase of the issuing key")
    card, serials = remove_from_organisation(
        options.folder, options.who, _begin(options.since), passphrase, now=context.clock()
    )
    listed = ", ".join(str(serial) for serial in serials)
    text = (
        f"{options.who} belongs to the organisation no longer, from {day_words(options.since)} on: "
        f"certificate {listed}.\n{_carry(card.configuration.number)}\n"
        "Where the person can unlock a vault with others: outreach vault people remove."
    )
    data = {"certificates": list(serials), "configuration": card.configuration.number}
    return Result(data=data, text=text)


def _statements(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        lines = list_statements(workspace.sitting)
        people = {each.person_id: each.initials for each in workspace.sitting.trust.everybody()}
        if options.out:
            atomic_write(
                options.out, write_statements(still_standing(each.statement for each in lines))
            )
    rows = [
        (
            day_words(each.statement.signed_at.date()),
            each.statement.kind,
            each.person.initials if each.person else "",
            _about(each),
            people.get(each.signed_by, each.signed_by) or "issuing key",
            _state(each),
        )
        for each in lines
    ]
    heading = ("Signed", "What", "Who", "About", "By", "Counts")
    return Result(data={"statements": [_facts(each) for each in lines]}, text=table(heading, rows))


def _take(options: argparse.Namespace, context: Context) -> Result:
    raw = read_file(options.statements)
    with opened(options, context) as workspace:
        sitting = workspace.sitting
        statements = parse_statements(raw, sitting.card.organisation)
        count, restated = take_in(sitting, statements, workspace.shelf.find)
    lines = [f"Took in {count} new of {len(statements)} statements.", *_changed_lines(restated)]
    data = {
        "statements": len(statements),
        "new": count,
        "not_counted": len(restated.now_not_counted),
        "counted": len(restated.now_counted),
    }
    return Result(data=data, text="\n".join(lines))


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=CASEWORK_ZONE)


def _carry(number: int) -> str:
    return f"Take {CARD_NAME} (configuration {number}) to every laptop: outreach vault configure."


def _changed_lines(restated: Restated) -> list[str]:
    lines = []
    if restated.now_not_counted:
        lines.append(f"{len(restated.now_not_counted)} signed objects wait and do not count now.")
    if restated.now_counted:
        lines.append(f"{len(restated.now_counted)} signed objects count again.")
    return lines


def _about(line: StatementLine) -> str:
    says = line.statement.says
    if isinstance(says, Suspended):
        return f"certificate {says.serial} from {day_words(says.since.date())}: {says.words}"
    if isinstance(says, Revoked):
        found = says.revocation
        return (
            f"certificate {found.serial} from {day_words(found.since.date())}: {found.reason.value}"
        )
    if isinstance(says, Confirmed):
        return f"suspension {says.suspension[7:15]}"
    if isinstance(says, Removed):
        return f"all certificates from {day_words(says.since.date())}"
    if isinstance(says, Numbered):
        return f"{says.name} {says.number}"
    return line.statement.subject


def _state(line: StatementLine) -> str:
    if line.not_counted:
        return f"no: {line.not_counted}"
    if line.suspension is None:
        return "yes"
    if not line.in_force:
        return "lapsed"
    return "yes, confirmed" if line.suspension.confirmed else "yes, waits for the organisation"


def _facts(line: StatementLine) -> dict[str, str | bool | None]:
    return {
        "statement": line.statement.object_id,
        "kind": line.statement.kind,
        "about": _about(line),
        "person": line.person.person_id if line.person else "",
        "signed_at": write_instant(line.statement.signed_at),
        "signed_by": line.signed_by,
        "counts": not line.not_counted,
        "why_not": line.not_counted,
        "confirmed": line.suspension.confirmed if line.suspension else None,
        "in_force": line.in_force,
    }

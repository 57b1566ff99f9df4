"""`outreach vault people`: who may unlock a vault, and what a new person is described by."""

import argparse

from outreach_app.cli.entry import Context, add_verb, opened, opened_to_sign
from outreach_app.cli.output import Result, table
from outreach_app.cli.passphrases import add_passphrase_options, read_passphrase
from outreach_app.crypto.kdf import calibrate
from outreach_app.crypto.keys import parse_public_line
from outreach_app.crypto.words import fingerprint_words
from outreach_app.domain.people import Person, Role
from outreach_app.report.dates import readable_date
from outreach_app.services.case_words import in_words
from outreach_app.services.passphrases import rule_here
from outreach_app.services.shipped import word_list
from outreach_app.services.vaults import (
    Newcomer,
    add_person,
    change_passphrase,
    remove_person,
)


def add_people(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module to those of a vault."""
    people = verbs.add_parser("people", help="who may unlock the vault")
    each = people.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_verb(each, "list", _people_list, "list who may unlock the vault", vault=True)
    add = add_verb(each, "add", _people_add, "give another person a slot", vault=True)
    add_newcomer_options(add)
    add_passphrase_options(add, "new-passphrase")
    remove = add_verb(each, "remove", _people_remove, "take a person's slot away", vault=True)
    remove.add_argument("initials", help="as `outreach vault people list` shows them")
    change = add_verb(each, "passphrase", _people_passphrase, "change one's passphrase", vault=True)
    _add_cost_option(change)
    add_passphrase_options(change, "new-passphrase")


def add_newcomer_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that describe a new person."""
    parser.add_argument("--initials", required=True, help="open label of the slot, never the name")
    parser.add_argument("--name", required=True, help="full name, kept inside the vault")
    parser.add_argument(
        "--role",
        default=Role.CASEWORKER.value,
        choices=[r.value for r in Role],
        help="role to ask for; the certificate decides (default: caseworker)",
    )
    _add_cost_option(parser)


def _add_cost_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--unlock-ms",
        type=int,
        default=1200,
        metavar="MS",
        help="how long unlocking may take on this machine; longer is harder to guess, and a fixed "
        "least cost always stays (default: 1200)",
    )


def newcomer(options: argparse.Namespace) -> Newcomer:
    """Return the new person that the options describe."""
    return Newcomer(
        initials=options.initials,
        full_name=options.name,
        role=Role(options.role),
        parameters=calibrate(options.unlock_ms),
    )


def _people_list(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        sitting = workspace.sitting
        people = sitting.vault.people.list_active()
    rows = [
        (
            person.initials,
            person.full_name,
            in_words(person.role.value),
            str(person.certificate_serial or "-"),
            readable_date(person.valid_until[:10]) or "-",
        )
        for person in people
    ]
    data = {
        "people": [
            {
                "initials": person.initials,
                "name": person.full_name,
                "role": person.role.value,
                "serial": person.certificate_serial,
                "valid_until": person.valid_until,
            }
            for person in people
        ]
    }
    return Result(data=data, text=table(("Who", "Name", "Role", "No", "Until"), rows))


def _people_add(options: argparse.Namespace, context: Context) -> Result:
    new = read_passphrase(options, "New person's passphrase", prefix="new-passphrase", twice=True)
    with opened(options, context) as workspace:
        sitting = workspace.sitting
        rule_here(sitting).check(new)
        person = add_person(sitting, newcomer(options), new, context.world())
    text = f"{person.full_name} may now unlock this vault with their own passphrase."
    return Result(data={"initials": person.initials, "person": person.person_id}, text=text)


def _people_remove(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        sitting = workspace.sitting
        person = remove_person(sitting, options.initials)
    text = f"{person.full_name} can no longer unlock this vault; its keys were changed."
    return Result(data={"initials": person.initials}, text=text)


def _people_passphrase(options: argparse.Namespace, context: Context) -> Result:
    with opened_to_sign(options, context) as (workspace, old):
        sitting = workspace.sitting
        new = read_passphrase(options, "New passphrase", prefix="new-passphrase", twice=True)
        rule_here(sitting).check(new)
        change_passphrase(sitting, old, new, calibrate(options.unlock_ms))
    return Result(data={"changed": True}, text="The passphrase was changed.")


def own_words(person: Person) -> str:
    """Return the words of a person's key, to compare at enrolment."""
    return " ".join(fingerprint_words(parse_public_line(person.signing_key), word_list()))

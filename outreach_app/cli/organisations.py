"""`outreach org`: the configuration manager's commands."""

import argparse
from datetime import date, datetime, time
from pathlib import Path

from outreach_app.cli.crisis import add_crisis
from outreach_app.cli.decided import add_policy
from outreach_app.cli.entry import Context, add_verb, read_file
from outreach_app.cli.output import Result, table
from outreach_app.cli.papers import add_papers
from outreach_app.cli.passphrases import add_passphrase_options, read_passphrase
from outreach_app.cli.rehearsals import add_rehearsals
from outreach_app.cli.releases import add_releases
from outreach_app.cli.statements import add_statements
from outreach_app.cli.trust_changes import add_trust_changes, changes_table, listed_changes
from outreach_app.crypto.words import fingerprint_words
from outreach_app.domain.day_words import long_date
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Person, Role
from outreach_app.domain.revocation import Revocation, RevocationReason
from outreach_app.paths import atomic_write, private_dir
from outreach_app.report.dates import readable_date
from outreach_app.services.case_words import in_words
from outreach_app.services.catalogue import shipped_form_hashes
from outreach_app.services.configuration import OrganisationCard
from outreach_app.services.contact_cards import contact_card_pdf
from outreach_app.services.errors import UnknownSerial
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.organisation import (
    CARD_NAME,
    Founding,
    enrol,
    found_organisation,
    load_card,
    revoke,
)
from outreach_app.services.shipped import bank_holiday_rows, timescale_rows, word_list
from outreach_app.services.trust import person_of

_FOLDER = "folder of the organisation, with the issuing key"


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    group = commands.add_parser("org", help="make and run an organisation's keys and certificates")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)

    create = add_verb(verbs, "create", _create, "make an organisation: root, issuing key, shares")
    create.add_argument("folder", type=Path, help="new folder, kept apart from all casework")
    create.add_argument("--name", required=True, help="name of the organisation")
    create.add_argument(
        "--site", required=True, help="short mark for client references, such as HH"
    )
    create.add_argument(
        "--shares-folder",
        type=Path,
        help="write each share to a file of its own, to print and delete (default: show them once)",
    )
    add_passphrase_options(create)

    enrol_one = add_verb(verbs, "enrol", _enrol, "certify the person of an enrolment request")
    enrol_one.add_argument("folder", type=Path, help=_FOLDER)
    enrol_one.add_argument(
        "request", type=Path, help="request file made by `outreach vault request`"
    )
    enrol_one.add_argument(
        "--role",
        required=True,
        choices=[role.value for role in Role],
        help="what the person may do; decided here, whatever the request says",
    )
    add_passphrase_options(enrol_one)

    card = add_verb(verbs, "card", _card, "show a contact card with the words to compare")
    card.add_argument("organisation", type=Path, help="organisation file or folder")
    card.add_argument(
        "--serial",
        type=int,
        metavar="NUMBER",
        help="one certificate (default: the organisation's root)",
    )
    card.add_argument(
        "--pdf",
        type=Path,
        metavar="FILE",
        help="also write it as a page to print, with the words and the key as a QR code",
    )

    add_papers(verbs)

    withdraw = add_verb(verbs, "revoke", _revoke, "withdraw a certificate")
    withdraw.add_argument("folder", type=Path, help=_FOLDER)
    withdraw.add_argument(
        "--serial",
        type=int,
        required=True,
        metavar="NUMBER",
        help="number of the certificate, as `outreach org show` lists it",
    )
    withdraw.add_argument(
        "--why",
        required=True,
        choices=[each.value for each in RevocationReason],
        help="what happened; it decides what becomes of what was signed before",
    )
    withdraw.add_argument(
        "--since",
        required=True,
        type=date.fromisoformat,
        metavar="DATE",
        help="day from which it counts, such as 2026-02-03",
    )
    add_passphrase_options(withdraw)

    listing = add_verb(verbs, "show", _show, "list the certificates and the configuration")
    listing.add_argument("organisation", type=Path, help="organisation file or folder")
    add_statements(verbs)
    add_trust_changes(verbs)
    add_policy(verbs)
    add_crisis(verbs)
    add_rehearsals(verbs)
    add_releases(verbs)


def _create(options: argparse.Namespace, context: Context) -> Result:
    passphrase = read_passphrase(options, "New passphrase of the issuing key", twice=True)
    founding = Founding(
        organisation=context.world().new_id(Prefix.ORGANISATION),
        name=options.name,
        site=options.site,
        timescales=timescale_rows(),
        bank_holidays=bank_holiday_rows(),
        forms=shipped_form_hashes(),
    )
    founded = found_organisation(options.folder, founding, passphrase, now=context.clock())
    shares = {"root": founded.root_shares, "recovery": founded.recovery_shares}
    written = _write_shares(options.shares_folder, shares) if options.shares_folder else []
    words = " ".join(fingerprint_words(founded.card.root, word_list()))
    lines = [
        f"Made {founding.name} in {options.folder}.",
        f"{CARD_NAME} goes to every laptop; the issuing key stays here.",
        "Next, on each laptop: outreach vault create --organisation FILE",
        f"Words of the root key, for the laminated card: {words}",
    ]
    if written:
        lines += [
            "Print each of these, give each to another person, then delete the files:",
            *written,
        ]
    else:
        for kind, texts in shares.items():
            lines += [f"Share {n} of the {kind} key: {text}" for n, text in enumerate(texts, 1)]
        lines.append(
            "Two of three shares open each key. They are shown this once and kept nowhere."
        )
    data = {
        "organisation": founding.organisation,
        "words": words,
        "shares": {} if written else {kind: list(texts) for kind, texts in shares.items()},
        "written": written,
    }
    return Result(data=data, text="\n".join(lines))


def _write_shares(folder: Path, shares: dict[str, tuple[str, ...]]) -> list[str]:
    private_dir(folder)
    written = []
    for kind, texts in shares.items():
        for number, text in enumerate(texts, 1):
            path = folder / f"{kind}-share-{number}.txt"
            atomic_write(path, f"{text}\n".encode())
            written.append(str(path))
    return written


def _enrol(options: argparse.Namespace, context: Context) -> Result:
    passphrase = read_passphrase(options, "Passphrase of the issuing key")
    request = read_file(options.request)
    card, certificate = enrol(
        options.folder, request, Role(options.role), passphrase, now=context.clock()
    )
    person = person_of(certificate)
    words = " ".join(fingerprint_words(certificate.public_key, word_list()))
    text = (
        f"Certificate {certificate.serial} for {person.full_name} ({person.initials}), "
        f"{person.role.value.replace('_', ' ')}, until {readable_date(person.valid_until[:10])}.\n"
        f"Compare these words with the person's screen: {words}\n"
        f"Take {CARD_NAME} (configuration {card.configuration.number}) to every laptop: "
        "outreach vault enrol there for this person, outreach vault configure for everybody else."
    )
    replaced = _replaced_by(card, certificate.serial)
    for each in replaced:
        text += (
            f"\nCertificate {each.serial} is replaced by it: what is signed with it from "
            f"{long_date(each.since.date())} on does not count."
        )
    data = {**_facts(person), "words": words, "replaced": [each.serial for each in replaced]}
    return Result(data=data, text=text)


def _card(options: argparse.Namespace, context: Context) -> Result:
    card = load_card(options.organisation)
    shown = _card_words(card, options.serial)
    if options.pdf is None:
        return shown
    atomic_write(options.pdf, contact_card_pdf(card, options.serial, made_at=context.clock()))
    data = {**shown.data, "written": str(options.pdf)}
    return Result(data=data, text=f"{shown.text}\nWrote {options.pdf}: one page, to print.")


def _card_words(card: OrganisationCard, serial: int | None) -> Result:
    if serial is None:
        keys = _key_words(card)
        text = (
            f"{card.configuration.name}\nRoot key: {keys['words']}\n"
            f"Issuing key: {keys['issuing_key_words']}\n"
            f"Recovery shares: {keys['recovery_words']}"
        )
        return Result(data={"name": card.configuration.name, **keys}, text=text)
    for certificate in card.configuration.certificates():
        if certificate.serial == serial:
            person = person_of(certificate)
            words = " ".join(fingerprint_words(certificate.public_key, word_list()))
            text = (
                f"{person.full_name} ({person.initials}), {person.role.value.replace('_', ' ')}\n"
                f"{card.configuration.name}\nCertificate {person.certificate_serial}, "
                f"valid until {readable_date(person.valid_until[:10])}\nWords: {words}\n"
                f"Bundles go to: {person.age_recipient}\n{person.signing_key}"
            )
            data = {**_facts(person), "words": words, "certificate": person.signing_key}
            return Result(data=data, text=text)
    raise UnknownSerial(serial=serial)


def _key_words(card: OrganisationCard) -> dict[str, str]:
    """Return the words of the keys that every laptop relies on."""
    keys = {
        "words": card.root,
        "issuing_key_words": card.trust.issuing_key,
        "recovery_words": card.configuration.recovery_recipient.encode("ascii"),
    }
    return {name: " ".join(fingerprint_words(key, word_list())) for name, key in keys.items()}


def _revoke(options: argparse.Namespace, context: Context) -> Result:
    passphrase = read_passphrase(options, "Passphrase of the issuing key")
    since = datetime.combine(options.since, time.min, tzinfo=CASEWORK_ZONE)
    revocation = Revocation(
        serial=options.serial, reason=RevocationReason(options.why), since=since
    )
    card = revoke(options.folder, revocation, passphrase, now=context.clock())
    text = (
        f"Certificate {options.serial} is withdrawn ({options.why}) from {since.date()}.\n"
        f"Take {CARD_NAME} (configuration {card.configuration.number}) to every laptop: "
        "outreach vault configure."
    )
    others = _others(card, options.serial)
    if others:
        text += f"\nThe same person still has: {_listed(others)}. Withdraw these too if meant."
    data = {
        "serial": options.serial,
        "configuration": card.configuration.number,
        "still_valid": [person.certificate_serial for person in others],
    }
    return Result(data=data, text=text)


def _replaced_by(card: OrganisationCard, serial: int) -> list[Revocation]:
    """Return the revocations of the certificates that a new one takes the place of."""
    known = {each.serial: each for each in card.configuration.certificates()}
    return [
        each
        for each in card.configuration.revocations
        if each.reason is RevocationReason.REPLACED
        and known[each.serial].principal == known[serial].principal
        and each.since >= known[serial].valid_after
    ]


def _others(card: OrganisationCard, serial: int) -> list[Person]:
    """Return the other certificates of the same person that are not withdrawn."""
    people = [person_of(each) for each in card.configuration.certificates()]
    withdrawn = {each.serial for each in card.configuration.revocations}
    same = {each.person_id for each in people if each.certificate_serial == serial}
    return [
        each
        for each in people
        if each.person_id in same and each.certificate_serial not in withdrawn | {serial}
    ]


def _listed(people: list[Person]) -> str:
    return ", ".join(
        f"certificate {each.certificate_serial} as {each.role.value.replace('_', ' ')}"
        for each in people
    )


def _show(options: argparse.Namespace, _context: Context) -> Result:
    card = load_card(options.organisation)
    people = [person_of(certificate) for certificate in card.configuration.certificates()]
    withdrawn = {each.serial: each.reason.value for each in card.configuration.revocations}
    rows = [
        (
            str(person.certificate_serial),
            person.initials,
            person.full_name,
            in_words(person.role.value),
            readable_date(person.valid_until[:10]),
            in_words(withdrawn.get(person.certificate_serial, "")),
        )
        for person in people
    ]
    heading = _heading(card)
    changes = listed_changes(card)
    text = heading + "\n" + table(("No", "Who", "Name", "Role", "Until", "Withdrawn"), rows)
    text += "\n" + changes_table(changes)
    data = {
        "name": card.configuration.name,
        "configuration": card.configuration.number,
        "people": [
            {**_facts(person), "withdrawn": withdrawn.get(person.certificate_serial, "")}
            for person in people
        ],
        "changes": changes,
    }
    return Result(data=data, text=text)


def _heading(card: OrganisationCard) -> str:
    configuration = card.configuration
    return (
        f"{configuration.name} ({configuration.site}), configuration {configuration.number} of "
        f"{readable_date(configuration.issued_at[:10])}, {len(configuration.forms)} released forms, "
        f"{len(configuration.timescales)} time limits"
    )


def _facts(person: Person) -> dict[str, str | int]:
    return {
        "serial": person.certificate_serial,
        "initials": person.initials,
        "name": person.full_name,
        "role": person.role.value,
        "valid_until": person.valid_until,
        "age_recipient": person.age_recipient,
    }

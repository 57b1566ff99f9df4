"""`outreach consent` and `outreach disclosures`: what clients agreed to, and who got what."""

import argparse

from outreach_app.cli.entry import (
    CASE_HELP,
    Context,
    add_date_option,
    add_verb,
    opened,
    opened_to_sign,
    signer_for,
)
from outreach_app.cli.named import add_document_verb, named_document
from outreach_app.cli.output import Result, table
from outreach_app.report.dates import readable_date, short_instant
from outreach_app.services.case_words import in_words, reference_of
from outreach_app.services.sharing.disclosures import (
    Disclosure,
    basis_words,
    disclosures,
    disclosures_to,
    part_words,
    way_words,
    what_words,
)
from outreach_app.services.withdrawing_consent import (
    StandingConsent,
    begin_withdrawal,
    standing_consents,
)


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    group = commands.add_parser("consent", help="see and withdraw what clients agreed to")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)
    listing = add_verb(
        verbs, "list", _list, "list the consents of a case and whom to tell", vault=True
    )
    listing.add_argument("case", help=CASE_HELP)
    withdraw = add_document_verb(
        verbs, "withdraw", _withdraw, "write down that the client withdrew, and sign it"
    )
    withdraw.add_argument("--how", required=True, help="how the client said it, and to whom")
    add_date_option(withdraw)
    register = add_verb(
        commands,
        "disclosures",
        _disclosures,
        "show who received what, of one case or of one agency",
        vault=True,
    )
    register.add_argument("case", nargs="?", default="", help=CASE_HELP)
    register.add_argument("--agency", default="", help="name of an agency: of all cases")


def _list(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        found = standing_consents(workspace, workspace.casework.find_case(options.case))
    rows = [
        (
            readable_date(each.consent.given_on.isoformat()) if each.consent.given_on else "-",
            each.purpose,
            each.agency or "-",
            in_words(each.state.value),
            _told_words(each),
        )
        for each in found
    ]
    columns = ("Date", "For what", "With whom", "Stands", "Received something")
    text = table(columns, rows) if rows else "No consent is signed in this case."
    return Result(data={"consents": [_consent_data(each) for each in found]}, text=text)


def _told_words(standing: StandingConsent) -> str:
    return (
        ", ".join(
            f"{each.name}{' (not asked yet)' if each.is_open else ''}" for each in standing.told
        )
        or "-"
    )


def _consent_data(standing: StandingConsent) -> dict[str, object]:
    return {
        "document": standing.document_id,
        "purpose": standing.purpose,
        "agency": standing.agency,
        "state": standing.state.value,
        "referrals_not_sent": list(standing.stops),
        "files_not_known_to_have_arrived": len(standing.prepared),
        "lead_first": standing.lead_first,
        "told": [
            {
                "agency": each.agency_id,
                "name": each.name,
                "received": len(each.received),
                "asked_to_stop": each.stop,
                "asked_to_delete": each.delete,
                "told": str(each.asked),
                "answer": each.answer,
            }
            for each in standing.told
        ],
    }


def _withdraw(options: argparse.Namespace, context: Context) -> Result:
    with opened_to_sign(options, context) as (workspace, passphrase):
        document = named_document(workspace, options)
        signer = signer_for(workspace, options, passphrase)
        draft = begin_withdrawal(workspace, document.document_id, options.how)
        revision = workspace.casework.sign(draft, signer)
        found = next(
            each
            for each in standing_consents(workspace, document.subject)
            if each.document_id == document.document_id
        )
    lines = ["Withdrawn. Support goes on."]
    lines += [f"Does not leave any more: {each}" for each in found.stops]
    if found.prepared:
        lines.append(f"Files not to hand over, and to delete: {len(found.prepared)}")
    lines += [f"Ask to stop and to delete: {each.name}" for each in found.told]
    if found.lead_first:
        lines.append("Somebody else may be in danger: ask the safeguarding lead today.")
    data = {"revision": revision.revision_id, **_consent_data(found)}
    return Result(data=data, text="\n".join(lines))


def _disclosures(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        if options.agency:
            named = disclosures_to(workspace, options.agency)
        else:
            subject = workspace.casework.find_case(options.case)
            named = tuple((subject, each) for each in disclosures(workspace, subject))
        found = [(reference_of(workspace, subject), each) for subject, each in named]
    columns = ("When", "Case", "To whom", "What", "Parts", "On what basis", "How", "By")
    rows = [_row(reference, each) for reference, each in found]
    text = table(columns, rows) if rows else "Nobody has received anything."
    data = {"disclosures": [_data(reference, each) for reference, each in found]}
    return Result(data=data, text=text)


def _row(reference: str, found: Disclosure) -> tuple[str, ...]:
    return (
        short_instant(found.at),
        reference,
        found.receiver,
        what_words(found),
        part_words(found),
        basis_words(found),
        way_words(found),
        found.by,
    )


def _data(reference: str, found: Disclosure) -> dict[str, object]:
    return {
        "at": found.at,
        "case": reference,
        "receiver": found.receiver,
        "agency": found.agency_id,
        "documents": list(found.document_ids),
        "what": list(found.what),
        "parts": list(found.parts),
        "basis": found.basis,
        "reason": found.reason,
        "consents": list(found.consent_ids),
        "decided_by": found.decided_by,
        "by": found.by,
        "way": found.way.value,
        "method": found.method,
        "transmission": found.transmission,
        "confirmed": found.is_confirmed,
    }

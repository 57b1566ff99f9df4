"""`outreach case claims` and `case uphold`: first records of a case that contradict each other."""

import argparse
from typing import Any

from outreach_app.cli.entry import (
    CASE_HELP,
    Context,
    add_date_option,
    add_verb,
    opened,
    opened_to_sign,
    signer_for,
)
from outreach_app.cli.errors import NoSuchThing
from outreach_app.cli.output import Result, counted, indented
from outreach_app.domain.answers import leaves
from outreach_app.services.case_words import CaseWords
from outreach_app.services.comparing import Wording
from outreach_app.services.errors import NoContest
from outreach_app.services.first_records import (
    Contest,
    FirstRecord,
    contest_of,
    require_reading,
    uphold,
)
from outreach_app.services.naming import client_references
from outreach_app.services.workspace import Workspace


def add_claims(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module to those of a case."""
    claims = add_verb(
        verbs,
        "claims",
        _claims,
        "show first records of a case that contradict each other",
        vault=True,
    )
    claims.add_argument("case", help=CASE_HELP)
    decide = add_verb(
        verbs,
        "uphold",
        _uphold,
        "decide which first record of a case stands, and sign it",
        vault=True,
    )
    decide.add_argument("case", help=CASE_HELP)
    decide.add_argument("claim", type=int, help="its number in `outreach case claims`")
    add_date_option(decide)


def claims_line(contest: Contest | None, case: str) -> list[str]:
    """Return what is said of a case whose first records contradict each other, if anything."""
    if contest is None or contest.settled:
        return []
    count = counted(len(contest.records), "first record")
    said = f"{count} of this case contradict each other; a supervisor has to decide."
    return [f"{said} Next: outreach case claims {case}"]


def _contest(workspace: Workspace, options: argparse.Namespace) -> Contest:
    subject = workspace.casework.find_case(options.case)
    contest = contest_of(workspace.vault, subject.case_id)
    if contest is None:
        raise NoContest
    require_reading(workspace.sitting, contest)
    return contest


def _claims(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        contest = _contest(workspace, options)
        claims = [_claim(workspace, each) for each in contest.records]
    lines = claims_line(contest, options.case)
    for number, claim in enumerate(claims, 1):
        stands = "stands" if claim["stands"] else "does not count"
        by = " by a supervisor's decision" if claim["upheld"] else ""
        signed, came = claim["signed_at"][:16], claim["received_at"][:16]
        lines += [
            "",
            f"{number}. signed by {claim['by']} on {signed}, came on {came}; {stands}{by}",
            f"   client {claim['client']}, people {', '.join(claim['people']) or 'nobody'}",
            *(indented(f"   {each['label']}: {each['text']}") for each in claim["answers"]),
        ]
    lines += ["", f"Next: outreach case uphold {options.case} NUMBER"]
    data = {"settled": contest.settled, "claims": claims}
    return Result(data=data, text="\n".join(lines).strip())


def _claim(workspace: Workspace, record: FirstRecord) -> dict[str, Any]:
    words = CaseWords(workspace)
    header = record.revision.header
    references = client_references(workspace.vault)
    wording = Wording(
        workspace.catalogue.definition(header.form_hash),
        {each.person_id: each.initials for each in workspace.sitting.trust.everybody()},
    )
    return {
        "revision": record.revision.revision_id,
        "document": header.document_id,
        "client": references.get(record.client_id) or "without a reference here",
        "client_id": record.client_id,
        "people": sorted(words.initials(each) for each in record.people),
        "by": words.initials(header.author_id),
        "signed_at": header.signed_at,
        "received_at": record.revision.received_at,
        "stands": record.stands,
        "upheld": record.upheld,
        "why": record.revision.not_counted,
        "answers": [
            {"address": at, "label": wording.label(at), "text": wording.answer(at, value)}
            for at, value in leaves(wording.in_order(record.revision.answers()))
        ],
    }


def _uphold(options: argparse.Namespace, context: Context) -> Result:
    with opened_to_sign(options, context) as (workspace, passphrase):
        contest = _contest(workspace, options)
        if not 1 <= options.claim <= len(contest.records):
            raise NoSuchThing(what="first record of this case", name=str(options.claim))
        chosen = contest.records[options.claim - 1].revision
        signer = signer_for(workspace, options, passphrase)
        restated = uphold(
            workspace.sitting, signer, contest.case_id, chosen.revision_id, workspace.shelf.find
        )
    text = (
        f"Signed: this first record stands. {len(restated.now_counted)} signed versions and reviews "
        f"count now that did not, {len(restated.now_not_counted)} do not any more.\n"
        f"Next: outreach bundle export {options.case} --to INITIALS --out FOLDER"
    )
    data = {
        "revision": chosen.revision_id,
        "now_counted": list(restated.now_counted),
        "now_not_counted": list(restated.now_not_counted),
    }
    return Result(data=data, text=text)

"""`outreach bundle inbox` and `receipts`: what waits here, and what became of what was sent."""

import argparse
from typing import Any

from outreach_app.cli.entry import Context, add_verb, opened
from outreach_app.cli.output import Result, table
from outreach_app.report.dates import short_instant
from outreach_app.services.exchange.status import ExchangeStatus, exchange_status

SHOWN_ID = 14
"""So many characters of a bundle's id are shown; they are enough to name it."""


def add_following(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module to those of a bundle."""
    add_verb(verbs, "inbox", _inbox, "list the bundles that wait in the inbox", vault=True)
    add_verb(
        verbs, "receipts", _receipts, "what was exported, received, reviewed; gaps", vault=True
    )


def _inbox(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        people = {each.person_id: each.initials for each in workspace.sitting.trust.everybody()}
        waiting = [
            {
                "bundle": bundle.bundle_id,
                "from": people.get(bundle.signer_id, "?"),
                "created": bundle.created_at,
                "received": bundle.received_at,
                "purpose": bundle.purpose,
            }
            for bundle in workspace.vault.bundles.inbox()
        ]
    rows = [
        (w["bundle"][:SHOWN_ID], w["from"], short_instant(w["created"]), w["purpose"])
        for w in waiting
    ]
    text = table(("Bundle", "From", "Made", "Purpose"), rows) if rows else "The inbox is empty."
    return Result(data={"inbox": waiting}, text=text)


def _receipts(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        people = {each.person_id: each.initials for each in workspace.sitting.trust.everybody()}
        status = exchange_status(workspace.sitting)
    sent = [
        {
            "bundle": line.bundle_id,
            "to": people.get(line.recipient_id, "?"),
            "sent": line.sent_at,
            "arrived": line.arrived_at,
            "reviewed": line.reviewed_at,
            "overdue": line.overdue,
            "purpose": line.purpose,
        }
        for line in status.sent
    ]
    incoming = [
        {
            "from": people.get(line.person_id, "?"),
            "device": line.device_id,
            "last": line.last_at,
            "missing": list(line.facts.missing),
            "doubled": list(line.facts.doubled),
        }
        for line in status.incoming
    ]
    data = {"sent": sent, "incoming": incoming, "only_here": len(status.only_here)}
    return Result(data=data, text=_status_text(sent, incoming, status))


def _status_text(
    sent: list[dict[str, Any]], incoming: list[dict[str, Any]], status: ExchangeStatus
) -> str:
    rows = [
        (
            each["bundle"][:SHOWN_ID],
            each["to"],
            short_instant(each["sent"]),
            short_instant(each["arrived"]) or ("overdue" if each["overdue"] else "-"),
            short_instant(each["reviewed"]) or "-",
        )
        for each in sent
    ]
    lines = [table(("Bundle", "To", "Exported", "Received", "Reviewed"), rows)] if rows else []
    for each in incoming:
        gaps = ", ".join(map(str, each["missing"])) or "none"
        lines.append(
            f"From {each['from']}: last {short_instant(each['last'])}, missing numbers: {gaps}"
        )
    lines.append(f"Signed revisions that are only here: {len(status.only_here)}")
    return "\n".join(lines)

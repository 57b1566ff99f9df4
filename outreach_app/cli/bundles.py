"""`outreach bundle`: share, look at, take in, and follow bundles."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from outreach_app.cli.entry import (
    Context,
    add_date_option,
    add_verb,
    add_words_option,
    opened,
    opened_to_sign,
    read_file,
    signer_for,
)
from outreach_app.cli.following import SHOWN_ID, add_following
from outreach_app.cli.output import Result, counted
from outreach_app.domain.documents import PartName
from outreach_app.report.dates import short_instant
from outreach_app.services.case_words import PART_WORDS
from outreach_app.services.exchange.acceptance import Accepted, accept
from outreach_app.services.exchange.examination import BundleReport, inspect, verify
from outreach_app.services.exchange.export import ExportOrder, export
from outreach_app.services.exchange.inbox import Received, dismiss, receive
from outreach_app.services.exchange.receipts import acknowledge_review
from outreach_app.services.exchange.selection import ExportChoice
from outreach_app.services.naming import find_document
from outreach_app.services.workspace import Workspace
from outreach_app.store.bundles import BundleIn

_FILE = "bundle, a file whose name ends in .age"
_PARTS = {
    **PART_WORDS,
    PartName.CASEFILE.value: "what the forms read of the case",
    PartName.EARLIER.value: "answers that no longer count",
}


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    group = commands.add_parser("bundle", help="share, look at, take in, and follow bundles")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)

    send = add_verb(verbs, "export", _export, "write a signed and encrypted bundle", vault=True)
    add_date_option(send)
    send.add_argument("case", nargs="+", help="references of the cases to share")
    send.add_argument("--to", nargs="+", required=True, metavar="INITIALS", help="for whom")
    send.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help="folder, such as a stick"
    )
    send.add_argument("--purpose", default="", help="one line that the recipients read")
    send.add_argument("--use-by", default="", metavar="DATE", help="opening warns after this day")
    send.add_argument("--document", action="append", default=[], help="only this one (repeatable)")
    send.add_argument("--unsent", action="store_true", help="only what no bundle has carried yet")
    send.add_argument(
        "--parts",
        nargs="*",
        default=[],
        help="which parts go, instead of what suits the recipients (such as main location)",
    )

    look = add_verb(
        verbs, "inspect", _inspect, "say what anybody can see of a bundle, without a key"
    )
    look.add_argument("file", type=Path, help=_FILE)
    check = add_verb(
        verbs, "verify", _verify, "check everything in a bundle; change nothing", vault=True
    )
    check.add_argument("file", type=Path, help=_FILE)
    take = add_verb(
        verbs, "import", _import, "check bundles and put them into the inbox", vault=True
    )
    take.add_argument("file", nargs="+", type=Path, help="bundles, files whose name ends in .age")
    take.add_argument("--accept", action="store_true", help="also take them over into the cases")
    add_words_option(take)
    over = add_verb(
        verbs, "accept", _accept, "take a bundle of the inbox over into the cases", vault=True
    )
    over.add_argument("bundle", help="bundle id, or its first characters")
    away = add_verb(verbs, "dismiss", _dismiss, "take a bundle out of the inbox unread", vault=True)
    away.add_argument("bundle", help="bundle id, or its first characters")
    seen = add_verb(
        verbs, "reviewed", _reviewed, "confirm to the sender that you reviewed a bundle", vault=True
    )
    add_date_option(seen)
    seen.add_argument("bundle", help="its id, or the first characters; goes with your next bundle")
    add_following(verbs)


def _export(options: argparse.Namespace, context: Context) -> Result:
    with opened_to_sign(options, context) as (workspace, passphrase):
        choice = _choice(workspace, options)
        order = ExportOrder(
            recipients=tuple(options.to),
            folder=options.out,
            purpose=options.purpose,
            use_by=options.use_by,
            parts=tuple(options.parts),
        )
        signer = signer_for(workspace, options, passphrase)
        done = export(workspace.sitting, signer, choice, order, workspace.shelf)
    files = [
        {
            "file": str(f.path),
            "bundle": f.bundle_id,
            "bytes": f.size_bytes,
            "revisions": f.revisions,
        }
        for f in done.files
    ]
    names = ", ".join(person.full_name for person in done.recipients)
    lines = [f"Wrote {each['file']} ({_size(int(str(each['bytes'])))}), checked." for each in files]
    lines.append(
        f"For {names}: {counted(done.documents, 'document')}, "
        f"{counted(done.revisions, 'revision')}, {counted(done.receipts, 'receipt')}. In it: {_part_words(done.parts)}."
    )
    if done.withheld:
        lines.append(f"Not in it: {_part_words(done.withheld)}.")
    data = {
        "files": files,
        "recipients": [person.person_id for person in done.recipients],
        "documents": done.documents,
        "revisions": done.revisions,
        "parts": list(done.parts),
        "withheld": list(done.withheld),
    }
    return Result(data=data, text="\n".join(lines))


def _size(count: int) -> str:
    return f"{count // 1024} KiB"


def _part_words(parts: Iterable[str]) -> str:
    return ", ".join(_PARTS.get(name, name) for name in parts)


def _choice(workspace: Workspace, options: argparse.Namespace) -> ExportChoice:
    subjects = [workspace.casework.find_case(reference) for reference in options.case]
    if not options.document:
        return ExportChoice(
            case_ids=tuple(subject.case_id for subject in subjects), unsent_only=options.unsent
        )
    documents = [
        find_document(workspace.vault, subjects[0], name).document_id for name in options.document
    ]
    return ExportChoice(document_ids=tuple(documents), unsent_only=options.unsent)


def _inspect(options: argparse.Namespace, _context: Context) -> Result:
    found = inspect(read_file(options.file))
    text = (
        f"{options.file.name}: {_size(found.size_bytes)}, sealed for "
        f"{counted(found.recipients, 'person', 'people')}. Without one of their keys nothing "
        "more can be said."
    )
    data = {"bytes": found.size_bytes, "recipients": found.recipients, "sealed": found.sealed_bytes}
    return Result(data=data, text=text)


def _verify(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        report = verify(workspace.sitting, read_file(options.file), workspace.shelf)
    return Result(data=_report_data(report), text="\n".join(_report_lines(report)))


def _import(options: argparse.Namespace, context: Context) -> Result:
    outcomes: list[dict[str, Any]] = []
    lines: list[str] = []
    with opened(options, context) as workspace:
        for file in options.file:
            compared = options.words_compared
            received = receive(
                workspace.sitting, read_file(file), workspace.shelf, words_compared=compared
            )
            data = {"file": str(file), **_received_data(received)}
            lines += [f"{file.name}:", *(f"  {line}" for line in _received_lines(received))]
            if options.accept and received.report.arrival.value == "new":
                accepted = accept(workspace.sitting, received.report.bundle_id, workspace.shelf)
                data["accepted"] = _accepted_data(accepted)
                lines += [f"  {line}" for line in _accepted_lines(accepted)]
            elif received.report.arrival.value == "new":
                shown = received.report.bundle_id[:SHOWN_ID]
                lines.append(f"  In the inbox. Next: outreach bundle accept {shown}")
            outcomes.append(data)
    return Result(data={"bundles": outcomes}, text="\n".join(lines))


def _accept(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        bundle_id = _bundle_id(workspace, options.bundle)
        accepted = accept(workspace.sitting, bundle_id, workspace.shelf)
    return Result(data=_accepted_data(accepted), text="\n".join(_accepted_lines(accepted)))


def _dismiss(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        dismiss(workspace.sitting, _bundle_id(workspace, options.bundle))
    return Result(data={"dismissed": True}, text="Taken out of the inbox; its facts are kept.")


def _reviewed(options: argparse.Namespace, context: Context) -> Result:
    with opened_to_sign(options, context) as (workspace, passphrase):
        bundle_id = _named(workspace.vault.bundles.received(), options.bundle)
        signer = signer_for(workspace, options, passphrase)
        receipt = acknowledge_review(workspace.sitting, signer, bundle_id)
    return Result(
        data={"bundle": bundle_id, "at": receipt.at},
        text="Confirmed; the sender learns of it with your next bundle to them.",
    )


def _bundle_id(workspace: Workspace, named: str) -> str:
    return _named(workspace.vault.bundles.inbox(), named)


def _named(bundles: Iterable[BundleIn], named: str) -> str:
    fitting = [each.bundle_id for each in bundles if each.bundle_id.startswith(named)]
    return fitting[0] if len(fitting) == 1 else named


def _report_data(report: BundleReport) -> dict[str, Any]:
    return {
        "bundle": report.bundle_id,
        "from": {"name": report.sender.full_name, "initials": report.sender.initials},
        "device": report.sender.device_id,
        "created": report.created,
        "purpose": report.purpose,
        "part": list(report.part),
        "arrival": report.arrival.value,
        "since": report.since,
        "documents": report.documents,
        "revisions": report.revisions,
        "reviews": report.reviews,
        "receipts": report.receipts,
        "attachments": report.attachments,
        "cautions": list(report.cautions),
        "not_counted": dict(report.not_counted),
        "trust_changes": list(report.trust_changes),
    }


def _report_lines(report: BundleReport) -> list[str]:
    lines = [
        (
            f"From {report.sender.full_name} ({report.sender.role.value.replace('_', ' ')}), "
            f"made {short_instant(report.created)}, verified."
        ),
    ]
    if not report.since:
        lines.append(
            f"{counted(report.documents, 'document')}, {counted(report.revisions, 'revision')}, "
            f"{counted(report.reviews, 'review')}, {counted(report.attachments, 'attachment')}; part {report.part[0]} of {report.part[1]}."
        )
    if report.purpose:
        lines.append(f"The sender writes: {report.purpose}")
    if report.since:
        lines.append(f"Already here since {short_instant(report.since)}; nothing was changed.")
    lines += [f"Note: {each.replace('-', ' ')}" for each in report.cautions]
    lines += [f"Changes whom to trust: {each}" for each in report.trust_changes]
    lines += [f"Not counted: {why}" for why in sorted(set(report.not_counted.values()))]
    return lines


def _received_data(received: Received) -> dict[str, Any]:
    return {
        **_report_data(received.report),
        "missing_numbers": list(received.line.missing),
        "doubled_numbers": list(received.line.doubled),
        "warnings": [str(each) for each in received.warnings],
        "receipts_for_us": received.receipts,
        "configuration": received.configuration,
    }


def _received_lines(received: Received) -> list[str]:
    lines = _report_lines(received.report)
    if received.line.missing:
        numbers = ", ".join(map(str, received.line.missing))
        lines.append(f"Bundles from this device that never came: {numbers}.")
    if received.line.doubled:
        lines.append("One number came with two contents: the sender's device may be copied.")
    if received.receipts:
        lines.append(f"{counted(received.receipts, 'receipt')} for bundles of yours.")
    if received.configuration:
        lines.append(f"It brought configuration {received.configuration}, now in force.")
    return lines


def _accepted_data(accepted: Accepted) -> dict[str, Any]:
    return {
        "bundle": accepted.bundle_id,
        "revisions": accepted.revisions,
        "documents": list(accepted.documents),
        "reviews": list(accepted.reviews),
        "attachments": accepted.attachments,
        "waiting": sorted(accepted.waiting),
        "not_counted": dict(accepted.not_counted),
        "conflicts": list(accepted.conflicts),
        "overtaken": list(accepted.overtaken),
        "contested": list(accepted.contested),
        "merges": {key: [str(f) for f in found] for key, found in accepted.merges.items()},
    }


def _accepted_lines(accepted: Accepted) -> list[str]:
    lines = [
        (
            f"Taken over: {counted(accepted.revisions, 'revision')} of "
            f"{counted(len(accepted.documents), 'document')}, "
            f"{counted(len(accepted.reviews), 'review')}, "
            f"{counted(accepted.attachments, 'attachment')}."
        )
    ]
    if accepted.revisions or accepted.reviews:
        lines.append("Next: outreach review list, or outreach case list")
    if accepted.waiting:
        lines.append(
            f"{counted(len(accepted.waiting), 'revision waits', 'revisions wait')} for earlier ones "
            "that have not come."
        )
    if accepted.conflicts:
        lines.append(
            f"Edited in two places: {len(accepted.conflicts)} of them. Next: outreach merge list"
        )
    if accepted.merges:
        lines.append(f"With answers of the merger's own: {len(accepted.merges)}. See review show.")
    if accepted.contested:
        cases = counted(len(accepted.contested), "case")
        lines.append(f"First records contradict each other: {cases}. Next: outreach review list")
    if accepted.overtaken:
        lines.append(
            f"Newer than your drafts: {len(accepted.overtaken)}. Next: outreach merge list"
        )
    lines += [f"Not counted: {why}" for why in sorted(set(accepted.not_counted.values()))]
    return lines

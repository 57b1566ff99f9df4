"""`outreach doc client-copy`: a plan for the client, in large type, neutral where that is wanted."""

import argparse
from pathlib import Path

from outreach_app.cli.entry import CASE_HELP, Context, add_verb, opened
from outreach_app.cli.output import Result, counted
from outreach_app.services.client_copies.composing import compose_client_copy
from outreach_app.services.client_copies.plans import COPIED_FORMS, Manner
from outreach_app.services.naming import find_document
from outreach_app.services.printing import rendered, write_pdf


def add_client_copy(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command of this module to those of a document."""
    verb = add_verb(
        verbs, "client-copy", _copy, "write a plan for the client, in large type", vault=True
    )
    verb.add_argument("case", help=CASE_HELP)
    verb.add_argument(
        "document", choices=COPIED_FORMS, help="which plan; its newest signed version"
    )
    verb.add_argument(
        "--neutral",
        action="store_true",
        help="safe if found: no name, no service, nothing that tells what it is about",
    )
    verb.add_argument(
        "--out", type=Path, help="file to write; without it, only what would be left out is said"
    )


def _copy(options: argparse.Namespace, context: Context) -> Result:
    manner = Manner.NEUTRAL if options.neutral else Manner.OWN
    with opened(options, context) as workspace:
        subject = workspace.casework.find_case(options.case)
        document = find_document(workspace.vault, subject, options.document)
        printed = rendered(compose_client_copy(workspace, document, manner))
        written = write_pdf(workspace, printed, options.out) if options.out else None
    lines = [*printed.left_out]
    if printed.unprintable:
        lines.append(f"Attention: {printed.unprintable}")
    if written is None:
        lines.append(f"Nothing was written. It would be {counted(printed.pages, 'page')}.")
    else:
        lines.append(f"Wrote {options.out} ({counted(written.pages, 'page')}).")
        lines.append("Note in the document how the client has it, and whether it was read aloud.")
    data = {
        "written": str(options.out) if written is not None else "",
        "pages": printed.pages,
        "suggested_name": printed.name,
        "left_out": list(printed.left_out),
        "sha256": written.digest if written is not None else "",
        "unprintable": printed.unprintable,
    }
    return Result(data=data, text="\n".join(lines))

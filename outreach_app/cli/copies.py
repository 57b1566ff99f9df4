"""`outreach doc pdf`: readable copies of a document or a case."""

import argparse
from pathlib import Path

from outreach_app.cli.entry import CASE_HELP, Context, add_verb, opened
from outreach_app.cli.output import Result
from outreach_app.services.naming import find_document
from outreach_app.services.printing import print_case, print_document, write_pdf


def add_pdf(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command of this module to those of a document."""
    pdf = add_verb(verbs, "pdf", _pdf, "write a document or a whole case as a PDF", vault=True)
    pdf.add_argument("case", help=CASE_HELP)
    pdf.add_argument("document", nargs="?", help="default: a summary of the whole case")
    pdf.add_argument("--out", type=Path, required=True, help="file to write, readable copy")
    pdf.add_argument(
        "--protect",
        action="store_true",
        help="encrypt it; the password of 20 digits is shown once, to be given by telephone",
    )


def _pdf(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        subject = workspace.casework.find_case(options.case)
        if options.document:
            document = find_document(workspace.vault, subject, options.document)
            content = print_document(workspace, document)
        else:
            content = print_case(workspace, subject)
        written = write_pdf(workspace, content, options.out, protect=options.protect)
    lines = [f"Wrote {options.out} ({written.size_bytes // 1024} KiB, {written.pages} pages)."]
    if written.password_groups:
        lines += [
            f"Password, shown this once: {written.password_groups}",
            "Give it by telephone to a number from the directory, never by the same way as the file.",
        ]
    else:
        lines.append("This is a readable copy: anybody who finds it can read it.")
    data = {
        "written": str(options.out),
        "bytes": written.size_bytes,
        "pages": written.pages,
        "password": written.password_groups,
        "sha256": written.digest,
    }
    return Result(data=data, text="\n".join(lines))

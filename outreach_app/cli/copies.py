"""`outreach doc pdf`: readable copies of a document or a case."""

import argparse
from pathlib import Path

from outreach_app.cli.entry import CASE_HELP, Context, add_verb, opened, read_file
from outreach_app.cli.output import Result, counted
from outreach_app.paths import atomic_write
from outreach_app.services.call_sheets import Contact, call_sheet
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
    pdf.add_argument(
        "--client-copy",
        action="store_true",
        help="for the client: without what is written for the safety of staff and about others",
    )
    pdf.add_argument(
        "--call-sheet",
        nargs=2,
        metavar=("FILE", "NUMBER"),
        help="with --protect: also write the page that says which number to call for the password",
    )
    pdf.add_argument("--hours", default="", help="when it is answered, such as 'weekdays 9 to 17'")
    pdf.set_defaults(refuse=pdf.error)


def _pdf(options: argparse.Namespace, context: Context) -> Result:
    if options.call_sheet and not (options.protect and options.document):
        options.refuse("--call-sheet needs a document and --protect")
    if options.client_copy and not options.document:
        options.refuse("--client-copy needs a document")
    with opened(options, context) as workspace:
        subject = workspace.casework.find_case(options.case)
        document = None
        if options.document:
            document = find_document(workspace.vault, subject, options.document)
        if document is None:
            content = print_case(workspace, subject)
        else:
            content = print_document(workspace, document, client_copy=options.client_copy)
        written = write_pdf(workspace, content, options.out, protect=options.protect)
        if document is not None and options.call_sheet:
            path, number = options.call_sheet
            contact = Contact(call=number, hours=options.hours)
            sheet = call_sheet(workspace, document, read_file(options.out), contact)
            atomic_write(Path(path), sheet)
    size = f"{written.size_bytes // 1024} KiB, {counted(written.pages, 'page')}"
    lines = [f"Wrote {options.out} ({size})."]
    if content.unprintable:
        lines.append(f"Attention: {content.unprintable}")
    if written.password_groups:
        lines += [
            f"Password, shown this once: {written.password_groups}",
            "Give it by telephone to a number from the directory, never by the same way as the file.",
        ]
        if options.call_sheet:
            lines.append(f"Whom to call for it stands in {options.call_sheet[0]}.")
    else:
        lines.append("This is a readable copy: anybody who finds it can read it.")
    data = {
        "written": str(options.out),
        "bytes": written.size_bytes,
        "pages": written.pages,
        "password": written.password_groups,
        "sha256": written.digest,
        "unprintable": content.unprintable,
    }
    return Result(data=data, text="\n".join(lines))

"""Prints every document of the first case of the sample, the case as a whole, and copies for the client."""

from collections.abc import Iterator
from pathlib import Path

from outreach_app.services.demonstration.stage import Stage
from outreach_app.services.demonstration.writing import Memory
from outreach_app.services.instants import write_instant
from outreach_app.services.naming import named_documents
from outreach_app.services.printing import print_case, print_document, write_pdf

_FOR_THE_CLIENT = ("safety_plan", "support_plan")


def print_everything(stage: Stage, memory: Memory, folder: Path) -> Iterator[str]:
    """Write the PDFs from the supervisor's laptop; yield what was written, a line each."""
    subject = memory.subject()
    reader = next(each for each in stage.players.values() if each.vault == "supervisor")
    workspace = stage.at(reader.vault, reader.key, write_instant(stage.clock()))
    summary = print_case(workspace, subject)
    written = write_pdf(workspace, summary, folder / "case-summary.pdf")
    yield f"Printed the case on {written.pages} pages: {folder / 'case-summary.pdf'}"
    pages = count = 0
    names = named_documents(workspace.vault, subject)
    for name, document in names.items():
        printed = print_document(workspace, document)
        path = folder / f"{name.replace('/', '-')}.pdf"
        pages += write_pdf(workspace, printed, path).pages
        count += 1
    yield f"Printed {count} documents on {pages} pages."
    for name in _FOR_THE_CLIENT:
        printed = print_document(workspace, names[name], client_copy=True)
        write_pdf(workspace, printed, folder / f"{name}-for-the-client.pdf")
    sealed = write_pdf(workspace, summary, folder / "case-summary-protected.pdf", protect=True)
    yield (
        f"Wrote copies for the client, and a protected copy of the case ({sealed.digest[:12]}…); "
        "its password of 20 digits would be given by telephone."
    )

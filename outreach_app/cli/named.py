"""A document as a command names it: the reference of its case, and its name in the case."""

import argparse

from outreach_app.cli.entry import CASE_HELP, DOCUMENT_HELP, Verb, add_verb
from outreach_app.domain.documents import Document
from outreach_app.services.naming import find_document
from outreach_app.services.workspace import Workspace


def add_document_verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Verb,
    summary: str,
) -> argparse.ArgumentParser:
    """Add a command about one document of a case."""
    parser = add_verb(verbs, name, run, summary, vault=True)
    parser.add_argument("case", help=CASE_HELP)
    parser.add_argument("document", help=DOCUMENT_HELP)
    return parser


def named_document(workspace: Workspace, options: argparse.Namespace) -> Document:
    """Return the document that the options name.

    Raises:
        UnknownCase, UnknownDocument: There is none.
    """
    subject = workspace.casework.find_case(options.case)
    return find_document(workspace.vault, subject, options.document)

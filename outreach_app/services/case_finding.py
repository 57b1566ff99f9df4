"""Which case a reference means, and the cases of which nothing is signed yet."""

from dataclasses import dataclass

from outreach_app.domain.documents import Document, Subject
from outreach_app.services.errors import UnknownCase
from outreach_app.services.naming import case_references, client_references
from outreach_app.store.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """What a new case made: two drafts that may both stay empty for now."""

    subject: Subject
    client_ref: str
    client: Document
    case: Document


def find_case(vault: Vault, reference: str) -> Subject:
    """Return the case that goes by a reference (of the case, or of a client with one case).

    Raises:
        UnknownCase: None, or more than one.
    """
    wanted = reference.casefold()
    cases, clients = case_references(vault), client_references(vault)
    fitting = {
        line.case_id: Subject(client_id=line.client_id, case_id=line.case_id)
        for line in vault.lists.cases()
        if wanted in {cases[line.case_id].casefold(), clients.get(line.client_id, "").casefold()}
    }
    for begun in draft_cases(vault):
        if begun.client_ref.casefold() == wanted:
            fitting[begun.subject.case_id] = begun.subject
    if not wanted or len(fitting) != 1:
        raise UnknownCase(reference=reference)
    return next(iter(fitting.values()))


def draft_cases(vault: Vault) -> tuple[NewCase, ...]:
    """Return the cases of which nothing is signed yet, from one's own drafts."""
    listed = {line.case_id for line in vault.lists.cases()}
    references = client_references(vault)
    found = []
    for case in vault.drafts.mine():
        about = Subject(client_id=case.subject.client_id)
        clients = vault.documents.by_subject(about, form_id="client")
        if case.form_id == "case" and clients and case.subject.case_id not in listed:
            found.append(
                NewCase(
                    subject=case.subject,
                    client_ref=references.get(about.client_id, ""),
                    client=clients[0],
                    case=case,
                )
            )
    return tuple(found)

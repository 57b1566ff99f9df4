"""Which case a reference means, and the cases of which nothing is signed yet."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from outreach_app.domain.documents import Document, Subject
from outreach_app.services.errors import UnknownCase
from outreach_app.services.naming import case_references, client_references, spoken_references
from outreach_app.store.lists import CaseLine
from outreach_app.store.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """What a new case made: two drafts that may both stay empty for now.

    Attributes:
        reference: By what it is called: that of the client, with a number behind where the client
            has other cases.
        client: The client record; signed already where this is a further case.
    """

    subject: Subject
    client_ref: str
    reference: str
    client: Document
    case: Document


def find_case(vault: Vault, reference: str) -> Subject:
    """Return the case that goes by a reference (of the case, or of a client with one case).

    Raises:
        UnknownCase: None, or more than one.
    """
    wanted = reference.casefold()
    clients = client_references(vault)
    fitting = {
        line.case_id: Subject(client_id=line.client_id, case_id=line.case_id)
        for line, names in _named(vault)
        if wanted in {*names, clients.get(line.client_id, "").casefold()}
    }
    for begun in draft_cases(vault):
        if begun.reference.casefold() == wanted:
            fitting[begun.subject.case_id] = begun.subject
    if not wanted or len(fitting) != 1:
        raise UnknownCase(reference=reference)
    return next(iter(fitting.values()))


def _named(vault: Vault) -> Iterator[tuple[CaseLine, frozenset[str]]]:
    """Yield each case with what it goes by: on paper, and on a screen."""
    lines = tuple(vault.lists.cases())
    known, spoken = case_references(vault, lines), spoken_references(vault, lines)
    for line in lines:
        yield line, frozenset({known[line.case_id].casefold(), spoken[line.case_id].casefold()})


def find_client(vault: Vault, reference: str) -> str:
    """Return the id of the client who goes by a reference (their own, or that of a case).

    Raises:
        UnknownCase: Nobody, or more than one.
    """
    wanted = reference.casefold()
    fitting = {each for each, own in client_references(vault).items() if own.casefold() == wanted}
    fitting |= {line.client_id for line, names in _named(vault) if wanted in names}
    if not wanted or len(fitting) != 1:
        raise UnknownCase(reference=reference)
    return next(iter(fitting))


def draft_cases(vault: Vault) -> tuple[NewCase, ...]:
    """Return the cases of which nothing is signed yet, from one's own drafts."""
    listed = {line.case_id: line.client_id for line in vault.lists.cases()}
    numbers = Counter(listed.values())
    references = client_references(vault)
    found = []
    for case in vault.drafts.mine():
        about = Subject(client_id=case.subject.client_id)
        clients = vault.documents.by_subject(about, form_id="client")
        if case.form_id == "case" and clients and case.subject.case_id not in listed:
            named = references.get(about.client_id, "")
            further = about.client_id in numbers
            numbers[about.client_id] += 1
            found.append(
                NewCase(
                    subject=case.subject,
                    client_ref=named,
                    reference=f"{named}.{numbers[about.client_id]}" if further else named,
                    client=clients[0],
                    case=case,
                )
            )
    return tuple(found)

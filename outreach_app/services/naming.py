"""Names by which people choose a document of a case: ``support_plan``, ``risk_assessment/3``."""

from collections.abc import Iterable

from outreach_app.domain.answers import flatten
from outreach_app.domain.documents import Document, Subject
from outreach_app.domain.labels import lettered
from outreach_app.phrases import phrase
from outreach_app.services.case_files import documents_of
from outreach_app.services.errors import UnknownDocument
from outreach_app.services.labels import signed_references
from outreach_app.store.lists import CaseLine
from outreach_app.store.vault import Vault


def named_documents(vault: Vault, subject: Subject) -> dict[str, Document]:
    """Return the documents of a case by name, in the order of form and own date.

    A form with one document has the bare name; several are numbered from the oldest. Documents
    that are only drafts come last.
    """
    by_form: dict[str, list[Document]] = {}
    for document in documents_of(vault, subject):
        by_form.setdefault(document.form_id, []).append(document)
    names: dict[str, Document] = {}
    for form_id in sorted(by_form):
        ordered = sorted(by_form[form_id], key=lambda document: _age(vault, document))
        if len(ordered) == 1:
            names[form_id] = ordered[0]
        else:
            names.update({f"{form_id}/{n}": each for n, each in enumerate(ordered, 1)})
    return names


def _age(vault: Vault, document: Document) -> tuple[bool, str, str]:
    line = vault.lists.document(document.document_id)
    if line is None:
        return True, "", document.document_id
    return False, line.on_date, document.document_id


def find_document(vault: Vault, subject: Subject, name: str) -> Document:
    """Return the document that goes by a name; a bare form name with several means the newest.

    Raises:
        UnknownDocument: There is none.
    """
    names = named_documents(vault, subject)
    if name in names:
        return names[name]
    bare = name.removesuffix("/1")
    if bare in names:
        return names[bare]
    fitting = [document for each, document in names.items() if each.startswith(f"{name}/")]
    if not fitting:
        raise UnknownDocument(name=name)
    return fitting[-1]


def client_references(vault: Vault) -> dict[str, str]:
    """Return the reference of each client: as signed, else as one's own unsigned record has it."""
    found = signed_references(vault)
    for document in vault.drafts.mine():
        client_id = document.subject.client_id
        if document.form_id == "client" and client_id not in found:
            answers = flatten(vault.drafts.load(document.document_id).answers)
            reference = str(answers.get("client_ref", ""))
            taken = set(found.values())
            found[client_id] = lettered(reference, taken) if reference in taken else reference
    return found


def case_references(vault: Vault, lines: Iterable[CaseLine] | None = None) -> dict[str, str]:
    """Return the reference of each listed case: the client's, with the number of the case behind.

    Where the client record did not come along, a few letters of the case's own id stand in.

    Args:
        vault: The vault.
        lines: Its whole list of cases, where it was read already.
    """
    clients = client_references(vault)
    by_client: dict[str, list[tuple[str, str]]] = {}
    for line in vault.lists.cases() if lines is None else lines:
        by_client.setdefault(line.client_id, []).append((line.opened_on, line.case_id))
    return {
        case_id: f"{clients.get(client_id) or case_id[2:8]}.{number}"
        for client_id, entries in by_client.items()
        for number, (_opened, case_id) in enumerate(sorted(entries), 1)
    }


def spoken_references(vault: Vault, lines: Iterable[CaseLine] | None = None) -> dict[str, str]:
    """Return by what each listed case is called on a screen: letters that stand in are said to.

    Args:
        vault: The vault.
        lines: Its whole list of cases, where it was read already.
    """
    held = tuple(vault.lists.cases() if lines is None else lines)
    clients = client_references(vault)
    known = case_references(vault, held)
    return {
        line.case_id: known[line.case_id]
        if clients.get(line.client_id)
        else phrase("Case without a reference yet ({letters})", letters=known[line.case_id])
        for line in held
    }


def device_letter(serial: int) -> str:
    """Return the letters that tell devices apart in references: A, B … Z, AA … by certificate."""
    letters = ""
    while serial > 0:
        serial, rest = divmod(serial - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters or "X"

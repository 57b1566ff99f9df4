"""The labels that people say, told apart where two laptops gave the same one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC

from outreach_app.domain.documents import Document, Subject
from outreach_app.domain.label_clashes import Family, bearers, settle_states
from outreach_app.domain.labels import settle_clashes
from outreach_app.domain.records import DocumentState
from outreach_app.services.instants import read_instant
from outreach_app.store.vault import Vault


def settled(
    vault: Vault, documents: Sequence[Document], states: Sequence[DocumentState]
) -> tuple[DocumentState, ...]:
    """Return the states of a case's documents with labels that tell everything apart.

    Args:
        vault: Where older versions say since when something has been there.
        documents: The documents of the case and of its client.
        states: Their newest versions.
    """

    def created(family: Family) -> Mapping[str, str]:
        since: dict[str, str] = {}
        for document in documents:
            if document.form_id == family.form_id:
                for revision in vault.revisions.history(document.document_id):
                    if revision.counted:
                        answers = revision.flat()
                        at = _sortable(revision.header.signed_at)
                        for each, _label in bearers(family, document.document_id, answers):
                            since[each] = min(at, since.get(each, at))
        return since

    references = signed_references(vault)
    return tuple(_with_reference(each, references) for each in settle_states(states, created))


def _with_reference(state: DocumentState, references: Mapping[str, str]) -> DocumentState:
    reference = references.get(state.subject.client_id, "")
    if state.form_id != "client" or state.answers.get("client_ref", "") in {"", reference}:
        return state
    return replace(state, answers={**state.answers, "client_ref": reference})


def signed_references(vault: Vault) -> dict[str, str]:
    """Return the signed reference of each client; of two alike the later-signed gets a letter."""
    lines = [line for line in vault.lists.clients() if line.client_ref]
    found = {line.client_id: line.client_ref for line in lines}
    if len(set(found.values())) == len(found):
        return found
    return settle_clashes(
        [(client, label, _first_signed(vault, client)) for client, label in found.items()]
    )


def _first_signed(vault: Vault, client_id: str) -> str:
    return min(
        (
            _sortable(revision.header.signed_at)
            for document in vault.documents.by_subject(
                Subject(client_id=client_id), form_id="client"
            )
            for revision in vault.revisions.history(document.document_id)
            if revision.counted
        ),
        default="",
    )


def _sortable(instant: str) -> str:
    return read_instant(instant).astimezone(UTC).isoformat(timespec="microseconds")

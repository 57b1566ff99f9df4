"""Whose hand was in the records of a client before a revision: night staff write a new arrival's only."""

from collections.abc import Iterable
from datetime import datetime

from outreach_app.domain.documents import Revision, Subject
from outreach_app.domain.lineage import ancestors
from outreach_app.services.access import RECORD_FORMS, records_about
from outreach_app.services.instants import read_instant
from outreach_app.store.vault import Vault


class FirstHands:
    """The client and case records that count: those held, and those being judged with them."""

    def __init__(self, vault: Vault) -> None:
        """Look into a vault when asked."""
        self._vault = vault
        self._heard: dict[str, Revision] = {}
        self._open: set[str] = set()
        self._refused: set[str] = set()

    def hear(self, revisions: Iterable[Revision]) -> None:
        """Take note of revisions that are about to be judged; until then they are taken to count."""
        found = {
            each.revision_id: each for each in revisions if each.header.form_id in RECORD_FORMS
        }
        self._heard |= found
        self._open |= set(found)

    def settle(self, revision: Revision, *, counted: bool) -> None:
        """Take note of what a revision counts."""
        self._open.discard(revision.revision_id)
        if not counted:
            self._refused.add(revision.revision_id)

    def is_arrival(self, revision: Revision) -> bool:
        """Say whether the author's is the only hand in the records of the client and case till then.

        A record may be the first one; before anything else there must be one of the author's own.
        """
        header = revision.header
        line = self._line_of(revision)
        own = False
        for each in self._records(header.subject):
            if each.revision_id == revision.revision_id:
                continue
            if not (each.revision_id in line or self._came_first(each, revision)):
                continue
            if each.header.author_id != header.author_id:
                return False
            own = True
        return own or header.form_id in RECORD_FORMS

    def _came_first(self, other: Revision, revision: Revision) -> bool:
        """Say whether another record came first; of one moment, what was judged before it did."""
        if _came(other) == _came(revision):
            return other.revision_id not in self._open
        return _came(other) < _came(revision)

    def _line_of(self, revision: Revision) -> frozenset[str]:
        """Return what a revision was made from, as far as it is here."""
        document = revision.header.document_id
        known = {each.revision_id: each for each in self._vault.revisions.history(document)}
        known |= {revision.revision_id: revision, **self._heard}
        parents = {name: each.header.parents for name, each in known.items()}
        return frozenset(ancestors(parents, revision.revision_id))

    def _records(self, subject: Subject) -> Iterable[Revision]:
        held = {
            each.revision_id: each
            for document in records_about(self._vault, subject)
            for each in self._vault.revisions.history(document)
            if each.counted
        }
        heard = {
            name: each
            for name, each in self._heard.items()
            if _is_about(each.header.subject, subject)
        }
        return [each for name, each in {**held, **heard}.items() if name not in self._refused]


def _is_about(one: Subject, other: Subject) -> bool:
    return one.client_id == other.client_id or bool(one.case_id and one.case_id == other.case_id)


def _came(revision: Revision) -> tuple[datetime, datetime]:
    """Return when a revision came here and, for those that came together, when it was signed."""
    signed = read_instant(revision.header.signed_at)
    return (read_instant(revision.received_at) if revision.received_at else signed), signed

"""Drafts: each accepted answer is on the disk before the call returns.

A save writes log rows only, so its cost depends on the change and not on the document. The
answers are a snapshot plus the log rows after it; the snapshot is rewritten every few hundred
rows. Each log row and each snapshot carries a keyed digest under a key that only the author's
passphrase sets free, chained from row to row: a colleague in the same vault can read a draft but
not alter it unseen, nor move it to another client, case or form.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.mac import digest_matches, keyed_digest
from outreach_app.domain.answers import Answers
from outreach_app.domain.documents import Change, Document, Draft, Reason
from outreach_app.store.answer_log import check_address, differences, replay, tidy
from outreach_app.store.database import Database
from outreach_app.store.documents import Documents, as_document
from outreach_app.store.errors import DraftExists, NoDraft

SNAPSHOT_EVERY = 256
ROW_PURPOSE = "draft-row/1"
SNAPSHOT_PURPOSE = "draft-snapshot/1"
_DRAFT = (
    "SELECT d.id, d.form_hash, d.base, d.reason, d.snapshot_n, d.snapshot_at, d.answers, d.mac, "
    "o.form_id, o.client_id, o.case_id "
    "FROM drafts d JOIN documents o ON o.id = d.document "
    "WHERE o.document_id = ? AND d.person_id = ?"
)
_PLACE = (
    "SELECT d.id, d.snapshot_n, l.n, l.mac FROM drafts d JOIN documents o ON o.id = d.document "
    "LEFT JOIN draft_log l ON l.draft = d.id "
    "AND l.n = (SELECT max(n) FROM draft_log WHERE draft = d.id) "
    "WHERE o.document_id = ? AND d.person_id = ?"
)


@dataclass(frozen=True, slots=True)
class _Stored:
    row: int
    form_hash: str
    base: bytes
    reason: str
    snapshot_n: int
    snapshot_at: str
    answers: bytes
    mac: str
    form_id: str
    client_id: str
    case_id: str


@dataclass(frozen=True, slots=True)
class ForeignChange:
    """A log row or snapshot that the author's key did not write; `n` is 0 for the snapshot."""

    n: int
    address: str


class Drafts:
    """The drafts of a vault; only those of the unlocked person can be written."""

    def __init__(
        self, database: Database, documents: Documents, person_id: str, author_key: bytes
    ) -> None:
        """Use an open database for the person whose key for draft rows is given."""
        self._database = database
        self._documents = documents
        self._person_id = person_id
        self._author_key = author_key

    def start(
        self,
        document: Document,
        *,
        form_hash: str,
        answers: Answers,
        at: str,
        base: tuple[str, ...] = (),
        reason: Reason = Reason.NEW,
    ) -> Draft:
        """Begin a draft from answers (none, carried forward, or those of the base revisions).

        Raises:
            DraftExists: This person has one already.
            ForeignDocument: The document is held with another form or subject.
        """
        self._database.require_transaction()
        if self.has(document.document_id):
            raise DraftExists
        with self._database.unsigned():
            row = self._documents.add(document)
            self._database.execute(
                "INSERT INTO drafts (document, person_id, form_hash, base, reason, started_at, "
                "snapshot_n, snapshot_at, answers, mac) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, '')",
                (row, self._person_id, form_hash, canonical_bytes(sorted(base)), reason.value, at,
                 at, canonical_bytes(tidy(answers))),
            )  # fmt: skip
        self._seal_snapshot(document.document_id)
        return self.load(document.document_id)

    def has(self, document_id: str, *, person_id: str = "") -> bool:
        """Say whether a person (the unlocked one) has a draft of a document."""
        return self._database.row(_DRAFT, (document_id, person_id or self._person_id)) is not None

    def save_answer(self, document_id: str, changes: Sequence[Change]) -> int:
        """Commit accepted changes and return the number of the newest log row.

        When the call returns, they are on the disk. `n` and `by` of the changes are not read.

        Raises:
            NoDraft: There is no draft to write to.
            HostFault: The machine failed; nothing of this call was kept, everything before was.
        """
        for change in changes:
            check_address(change.address)
        with self._database.transaction():
            place = self._database.row(_PLACE, (document_id, self._person_id))
            if place is None:
                raise NoDraft
            row, snapshot_n, *last = place
            n = self._append(document_id, row, changes, last)
            if n - snapshot_n >= SNAPSHOT_EVERY and not self.verify(document_id):
                self._write_snapshot(document_id)
        return n

    def replace_answers(self, document_id: str, answers: Answers, *, at: str) -> Draft:
        """Set all answers at once (rows that came or went), logging each difference.

        Raises:
            NoDraft: There is no draft to write to.
        """
        self._database.require_transaction()
        draft = self.load(document_id)
        stored = self._stored(document_id)
        is_own = not self.verify(document_id)
        _row, _snapshot_n, *last = self._database.rows(_PLACE, (document_id, self._person_id))[0]
        self._append(document_id, stored.row, differences(draft.answers, tidy(answers), at), last)
        if is_own:
            self._write_snapshot(document_id)
        return self.load(document_id)

    def rebase(
        self, document_id: str, answers: Answers, *, at: str, base: tuple[str, ...], form_hash: str
    ) -> Draft:
        """Put a draft onto other revisions with its answers merged, logging each difference.

        Args:
            document_id: The draft's document.
            answers: What the draft holds from now on.
            at: Instant of the change.
            base: The revisions it is based on from now on.
            form_hash: The form it goes on with.

        Raises:
            NoDraft: There is no draft to write to.
        """
        self._database.require_transaction()
        is_own = not self.verify(document_id)
        self.replace_answers(document_id, answers, at=at)
        self._database.execute(
            "UPDATE drafts SET base = ?, form_hash = ? WHERE id = ?",
            (canonical_bytes(sorted(base)), form_hash, self._stored(document_id).row),
        )
        if is_own:
            self._seal_snapshot(document_id)
        return self.load(document_id)

    def load(self, document_id: str, *, person_id: str = "") -> Draft:
        """Return a draft: the snapshot with all later changes applied.

        Raises:
            NoDraft: The person (by default the unlocked one) has none of this document.
        """
        person_id = person_id or self._person_id
        stored = self._stored(document_id, person_id)
        later = self._log_rows(stored.row, after=stored.snapshot_n)
        return Draft(
            document=self._documents.get(document_id),
            person_id=person_id,
            form_hash=stored.form_hash,
            base=tuple(json.loads(stored.base)),
            answers=replay(json.loads(stored.answers), (row for row, _ in later)),
            updated_at=later[-1][0].at if later else stored.snapshot_at,
            reason=stored.reason,
        )

    def log(self, document_id: str, *, person_id: str = "") -> tuple[Change, ...]:
        """Return all changes of a draft since it was begun.

        Raises:
            NoDraft: There is none.
        """
        stored = self._stored(document_id, person_id or self._person_id)
        author = person_id or self._person_id
        return tuple(
            Change(n=row.n, address=row.address, old=row.old, new=row.new, at=row.at, by=author)
            for row, _ in self._log_rows(stored.row)
        )

    def verify(self, document_id: str) -> tuple[ForeignChange, ...]:
        """Return what in the unlocked person's own draft was not written with their key.

        Raises:
            NoDraft: There is none.
        """
        stored = self._stored(document_id)
        foreign: list[ForeignChange] = []
        previous, expected = "", 1
        macs = {0: ""}
        for row, mac in self._log_rows(stored.row):
            payload = self._row_payload(document_id, row, previous)
            if row.n != expected or not self._is_own(ROW_PURPOSE, payload, mac):
                foreign.append(ForeignChange(row.n, row.address))
            macs[row.n] = previous = mac
            expected = row.n + 1
        snapshot = self._snapshot_payload(document_id, stored, macs.get(stored.snapshot_n, ""))
        if not self._is_own(SNAPSHOT_PURPOSE, snapshot, stored.mac):
            foreign.append(ForeignChange(0, ""))
        return tuple(foreign)

    def mine(self) -> tuple[Document, ...]:
        """Return the documents of which the unlocked person has a draft, oldest first."""
        rows = self._database.rows(
            "SELECT o.document_id, o.form_id, o.client_id, o.case_id "
            "FROM drafts d JOIN documents o ON o.id = d.document WHERE d.person_id = ? "
            "ORDER BY d.id",
            (self._person_id,),
        )
        return tuple(as_document(row) for row in rows)

    def last_changes(self) -> tuple[tuple[Document, str], ...]:
        """Return the unlocked person's drafts with the instant of their last change, oldest first."""
        rows = self._database.rows(
            "SELECT o.document_id, o.form_id, o.client_id, o.case_id, max(d.snapshot_at, "
            "coalesce((SELECT max(at) FROM draft_log l WHERE l.draft = d.id), '')) AS changed_at "
            "FROM drafts d JOIN documents o ON o.id = d.document WHERE d.person_id = ? "
            "ORDER BY changed_at, o.document_id",
            (self._person_id,),
        )
        return tuple((as_document(row[:4]), str(row[4])) for row in rows)

    def everybodys(self) -> tuple[tuple[Document, str, str], ...]:
        """Return every draft of this vault: document, whose it is, last change; oldest first."""
        rows = self._database.rows(
            "SELECT o.document_id, o.form_id, o.client_id, o.case_id, d.person_id, "
            "max(d.snapshot_at, coalesce((SELECT max(at) FROM draft_log l WHERE l.draft = d.id), '')) "
            "AS changed_at FROM drafts d JOIN documents o ON o.id = d.document "
            "ORDER BY changed_at, o.document_id",
        )
        return tuple((as_document(row[:4]), str(row[4]), str(row[5])) for row in rows)

    def oldest_change_after(self, instant: str) -> str:
        """Return the first change of anybody's draft that is later than an instant; "" for none.

        Args:
            instant: As written; "" for any time.
        """
        found = self._database.value(
            "SELECT at FROM (SELECT at FROM draft_log UNION ALL SELECT snapshot_at FROM drafts) "
            "WHERE ?1 = '' OR datetime(at) > datetime(?1) ORDER BY datetime(at) LIMIT 1",
            (instant,),
        )
        return str(found or "")

    def authors(self, document_id: str) -> tuple[str, ...]:
        """Return the person ids who have a draft of a document."""
        rows = self._database.rows(
            "SELECT d.person_id FROM drafts d JOIN documents o ON o.id = d.document "
            "WHERE o.document_id = ? ORDER BY d.person_id",
            (document_id,),
        )
        return tuple(str(row[0]) for row in rows)

    def adopt(self) -> int:
        """Put the unlocked person's drafts under their new key, after the old one was lost.

        Nobody can prove any more that nobody else wrote in them, so the person reads them again.

        Returns:
            How many there are.
        """
        self._database.require_transaction()
        documents = self.mine()
        for document in documents:
            stored = self._stored(document.document_id)
            mac = ""
            for row, _old in self._log_rows(stored.row):
                payload = self._row_payload(document.document_id, row, mac)
                mac = keyed_digest(self._author_key, ROW_PURPOSE, payload)
                self._database.execute(
                    "UPDATE draft_log SET mac = ? WHERE draft = ? AND n = ?",
                    (mac, stored.row, row.n),
                )
            self._seal_snapshot(document.document_id)
        return len(documents)

    def discard(self, document_id: str) -> None:
        """Remove the unlocked person's draft: it was signed, or the person gave it up.

        Raises:
            NoDraft: There is none.
        """
        self._database.require_transaction()
        self._database.execute("DELETE FROM drafts WHERE id = ?", (self._stored(document_id).row,))

    def compact(self, document_id: str) -> None:
        """Rewrite the snapshot now, so that the next load has nothing to replay."""
        with self._database.transaction():
            if not self.verify(document_id):
                self._write_snapshot(document_id)

    def _stored(self, document_id: str, person_id: str = "") -> _Stored:
        row = self._database.row(_DRAFT, (document_id, person_id or self._person_id))
        if row is None:
            raise NoDraft
        return _Stored(*row)

    def _append(
        self, document_id: str, draft: int, changes: Sequence[Change], last: Sequence[Any]
    ) -> int:
        """Write rows behind the last one, of which number and MAC are given, if there is one."""
        n, mac = last[0] or 0, last[1] or ""
        rows = []
        for change in changes:
            n += 1
            numbered = Change(
                n=n, address=change.address, old=change.old, new=change.new, at=change.at
            )
            payload = self._row_payload(document_id, numbered, mac)
            mac = keyed_digest(self._author_key, ROW_PURPOSE, payload)
            rows.append((draft, n, change.address, change.old, change.new, change.at, mac))
        with self._database.unsigned():
            self._database.execute_many(
                "INSERT INTO draft_log (draft, n, address, old, new, at, mac) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows,
            )
        return int(n)

    def _log_rows(self, draft: int, *, after: int = 0) -> list[tuple[Change, str]]:
        rows = self._database.rows(
            "SELECT n, address, old, new, at, mac FROM draft_log WHERE draft = ? AND n > ? "
            "ORDER BY n",
            (draft, after),
        )
        return [
            (Change(n=n, address=address, old=old, new=new, at=at), mac)
            for n, address, old, new, at, mac in rows
        ]

    def _write_snapshot(self, document_id: str) -> None:
        """Seal what the rows lead to. Only after `verify`: else it would own a foreign hand."""
        stored = self._stored(document_id)
        draft = self.load(document_id)
        last = self._database.value("SELECT max(n) FROM draft_log WHERE draft = ?", (stored.row,))
        with self._database.unsigned():
            self._database.execute(
                "UPDATE drafts SET snapshot_n = ?, snapshot_at = ?, answers = ? WHERE id = ?",
                (last or 0, draft.updated_at, canonical_bytes(draft.answers), stored.row),
            )
        self._seal_snapshot(document_id)

    def _seal_snapshot(self, document_id: str) -> None:
        stored = self._stored(document_id)
        link = self._database.value(
            "SELECT mac FROM draft_log WHERE draft = ? AND n = ?", (stored.row, stored.snapshot_n)
        )
        payload = self._snapshot_payload(document_id, stored, link or "")
        with self._database.unsigned():
            self._database.execute(
                "UPDATE drafts SET mac = ? WHERE id = ?",
                (keyed_digest(self._author_key, SNAPSHOT_PURPOSE, payload), stored.row),
            )

    def _row_payload(self, document_id: str, change: Change, previous: str) -> bytes:
        return canonical_bytes(
            [document_id, self._person_id, change.n, change.address, change.old, change.new,
             change.at, previous]
        )  # fmt: skip

    def _snapshot_payload(self, document_id: str, stored: _Stored, link: str) -> bytes:
        return canonical_bytes(
            [document_id, stored.form_id, stored.client_id, stored.case_id, self._person_id,
             stored.form_hash, stored.base.decode("utf-8"), stored.reason, stored.snapshot_n,
             stored.snapshot_at, hashlib.sha256(stored.answers).hexdigest(), link]
        )  # fmt: skip

    def _is_own(self, purpose: str, payload: bytes, mac: str) -> bool:
        return digest_matches(self._author_key, purpose, payload, mac)

"""Documents: which forms were begun about whom."""

from outreach_app.domain.documents import Document, Subject
from outreach_app.store.database import Database, Row
from outreach_app.store.errors import ForeignDocument, UnknownDocument

_COLUMNS = "document_id, form_id, client_id, case_id"
_LIVE = (
    " AND (EXISTS (SELECT 1 FROM revisions r WHERE r.document = documents.id AND r.staged = 0)"
    " OR EXISTS (SELECT 1 FROM drafts d WHERE d.document = documents.id))"
)


class Documents:
    """The documents of a vault; a document's form and subject never change."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def add(self, document: Document) -> int:
        """Note a document if it is new and return its row number.

        Raises:
            ForeignDocument: It is held with another form or subject.
        """
        self._database.require_transaction()
        wanted = (
            document.document_id,
            document.form_id,
            document.subject.client_id,
            document.subject.case_id,
        )
        row = self._database.row(
            f"SELECT id, {_COLUMNS} FROM documents WHERE document_id = ?",  # noqa: S608
            (document.document_id,),
        )
        if row is None:
            return self._database.insert(
                f"INSERT INTO documents ({_COLUMNS}) VALUES (?, ?, ?, ?)",  # noqa: S608
                wanted,
            )
        if row[1:] != wanted:
            raise ForeignDocument
        return int(row[0])

    def get(self, document_id: str) -> Document:
        """Return a document.

        Raises:
            UnknownDocument: It is not held.
        """
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM documents WHERE document_id = ?",  # noqa: S608
            (document_id,),
        )
        if row is None:
            raise UnknownDocument
        return as_document(row)

    def all(self) -> tuple[Document, ...]:
        """Return every document, drafts and those that do not count included, oldest first."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM documents ORDER BY id")  # noqa: S608
        return tuple(as_document(row) for row in rows)

    def by_subject(self, subject: Subject, *, form_id: str = "") -> tuple[Document, ...]:
        """Return the documents about a client, or about one case of the client, oldest first.

        A subject without a case means everything about the client. What only lies aside for a
        bundle that nobody accepted is left out.
        """
        case = "" if not subject.case_id else " AND case_id = :case"
        form = "" if not form_id else " AND form_id = :form"
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM documents WHERE client_id = :client{case}{form}{_LIVE} ORDER BY id",  # noqa: S608
            {"client": subject.client_id, "case": subject.case_id, "form": form_id},
        )
        return tuple(as_document(row) for row in rows)

    def forget_empty(self) -> None:
        """Forget documents of which nothing is held any more, inside the open transaction."""
        self._database.require_transaction()
        self._database.execute(
            "DELETE FROM documents WHERE id NOT IN (SELECT document FROM revisions) "
            "AND id NOT IN (SELECT document FROM drafts)"
        )

    def by_case(self, case_id: str, *, form_id: str = "") -> tuple[Document, ...]:
        """Return the documents of a case, oldest first."""
        form = "" if not form_id else " AND form_id = :form"
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM documents WHERE case_id = :case{form}{_LIVE} ORDER BY id",  # noqa: S608
            {"case": case_id, "form": form_id},
        )
        return tuple(as_document(row) for row in rows)


def as_document(row: Row) -> Document:
    """Return the document of a row (id, form, client, case)."""
    document_id, form_id, client_id, case_id = row
    return Document(
        document_id=document_id,
        form_id=form_id,
        subject=Subject(client_id=client_id, case_id=case_id),
    )

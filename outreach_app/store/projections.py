"""Keeps heads, lists and the search index in step with the revisions, in the same transaction.

`refresh` recomputes the touched documents from what is held, never from what the lists said
before; `rebuild` does the same for all of them, so the two cannot disagree for long.
"""

import json
from collections.abc import Iterable

from outreach_app.domain.answers import Answers, FlatAnswers, combine, flatten
from outreach_app.domain.word_order import word_place
from outreach_app.store.database import Database, Row
from outreach_app.store.documents import as_document
from outreach_app.store.lineage import Node, trace
from outreach_app.store.list_tables import PROJECTION_VERSION, PROJECTIONS
from outreach_app.store.migrations import run_script
from outreach_app.store.projected import (
    DocumentState,
    HeadState,
    ReviewState,
    Rows,
    project,
    tables_of,
)
from outreach_app.store.revision_contents import NOT_COMBINED
from outreach_app.store.search_text import searchable
from outreach_app.store.steps import Steps, run_through

_WITH_HISTORY = "case"  # whoever an earlier version let in stays in
VERSION_NAME = "projections.version"
_INSERTS = {
    "p_documents": 20, "p_clients": 7, "p_case_records": 8, "p_assessments": 9, "p_flags": 7,
    "p_goals": 8, "p_actions": 10, "p_reviews_due": 4, "p_consents": 10, "p_referrals": 7,
    "p_exits": 6, "p_facts": 6, "p_heads": 3,
}  # fmt: skip
_CASES = """
INSERT OR REPLACE INTO p_cases
SELECT d.case_id, d.client_id,
  coalesce(r.case_ref, ''),
  coalesce(c.client_ref, ''), coalesce(c.preferred_name, ''),
  coalesce(r.opened_on, ''), coalesce(r.service_kind, ''),
  coalesce(r.caseworker, ''), coalesce(r.second_worker, ''),
  coalesce(a.effective_level, ''), coalesce(a.assessed_at, ''), coalesce(a.next_review, ''),
  coalesce((SELECT group_concat(flag_code, ' ') FROM (SELECT flag_code FROM p_flags f
    WHERE f.case_id = d.case_id AND f.is_open ORDER BY f.set_at, f.flag_code)), ''),
  d.last_change, d.document_count,
  coalesce(e.exit_date, ''), coalesce(e.closed, 0)
FROM (SELECT case_id, min(client_id) AS client_id, max(changed_at) AS last_change,
        count(*) AS document_count
      FROM p_documents WHERE case_id <> '' AND case_id = ?1 GROUP BY case_id) d
LEFT JOIN p_case_records r ON r.document_id = (SELECT document_id FROM p_case_records x
  WHERE x.case_id = d.case_id ORDER BY document_id LIMIT 1)
LEFT JOIN p_clients c ON c.document_id = (SELECT document_id FROM p_clients x
  WHERE x.client_id = d.client_id ORDER BY document_id LIMIT 1)
LEFT JOIN p_assessments a ON a.document_id = (SELECT document_id FROM p_assessments x
  WHERE x.case_id = d.case_id ORDER BY assessed_at DESC, document_id DESC LIMIT 1)
LEFT JOIN p_exits e ON e.document_id = (SELECT document_id FROM p_exits x
  WHERE x.case_id = d.case_id ORDER BY exit_date DESC, document_id DESC LIMIT 1)
"""


class Projections:
    """The writer of everything that is derived."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def refresh(self, documents: Iterable[int]) -> None:
        """Recompute heads, lists and search of some documents (by row), in the open transaction."""
        run_through(self.refreshing(documents))

    def refreshing(self, documents: Iterable[int]) -> Steps[None]:
        """Recompute documents one by one; see `refresh`."""
        self._database.require_transaction()
        cases: set[str] = set()
        clients: set[str] = set()
        for row in sorted(documents):
            state, text = self._trace(row)
            self._replace(state, project(state))
            self._index(row, text)
            subject = state.document.subject
            if subject.case_id:
                cases.add(subject.case_id)
            if state.document.form_id == "client":
                clients.add(subject.client_id)
            yield
        for client_id in clients:
            found = self._database.rows(
                "SELECT DISTINCT case_id FROM documents WHERE client_id = ? AND case_id <> ''",
                (client_id,),
            )
            cases.update(case_id for (case_id,) in found)
        self._refresh_cases(cases)

    def refresh_document(self, document_id: str) -> None:
        """Recompute one document by its id, if it is held."""
        row = self._database.value("SELECT id FROM documents WHERE document_id = ?", (document_id,))
        if row is not None:
            self.refresh([row])

    def rebuild(self) -> None:
        """Throw away everything derived and compute it again, in one transaction."""
        with self._database.transaction():
            # Made anew, not emptied: another version may have had other columns.
            for table in (*_INSERTS, "p_cases"):
                self._database.execute(f"DROP TABLE IF EXISTS {table}")
            run_script(self._database, PROJECTIONS)
            self._database.execute("DELETE FROM search")
            self._database.execute("UPDATE revisions SET head = 0, visible = 0")
            self.refresh(row for (row,) in self._database.rows("SELECT id FROM documents"))
            self._database.execute(
                "INSERT OR REPLACE INTO vault (name, value) VALUES (?, ?)",
                (VERSION_NAME, str(PROJECTION_VERSION)),
            )

    def is_current(self) -> bool:
        """Say whether the lists were made by this version of the functions."""
        found = self._database.value("SELECT value FROM vault WHERE name = ?", (VERSION_NAME,))
        return str(found) == str(PROJECTION_VERSION)

    def _trace(self, row: int) -> tuple[DocumentState, str]:
        document = self._database.row(
            "SELECT document_id, form_id, client_id, case_id FROM documents WHERE id = ?", (row,)
        )
        if document is None:
            raise RuntimeError("a projection of a document that is not held")
        found = self._database.rows(
            "SELECT r.id, r.revision_id, r.counted, r.visible, r.head, r.signed_at, r.author_id, "
            "group_concat(p.parent_id, ' ') FROM revisions r "
            "LEFT JOIN revision_parents p ON p.revision = r.id "
            "WHERE r.document = ? AND r.staged = 0 GROUP BY r.id",
            (row,),
        )
        lineage = trace(
            [Node(one[0], one[1], tuple((one[7] or "").split()), bool(one[2])) for one in found]
        )
        changed = [
            (int(one[0] in lineage.visible), int(one[0] in lineage.heads), one[0])
            for one in found
            if (one[0] in lineage.visible, one[0] in lineage.heads) != (bool(one[3]), bool(one[4]))
        ]
        self._database.execute_many(
            "UPDATE revisions SET visible = ?, head = ? WHERE id = ?", changed
        )
        heads = []
        texts = []
        for revision, revision_id, _c, _v, _h, signed_at, author_id, _p in found:
            if revision in lineage.heads:
                answers, withheld = self._answers(revision)
                texts.append(searchable(answers))
                heads.append(
                    HeadState(
                        revision_id=revision_id,
                        signed_at=signed_at,
                        author_id=author_id,
                        answers=flatten(answers),
                        withheld=withheld,
                    )
                )
        state = DocumentState(
            document=as_document(document),
            heads=tuple(sorted(heads, key=lambda head: head.revision_id)),
            reviews=self._reviews(document[0]) if heads else (),
            revision_count=len(lineage.visible),
            waiting_count=len(found) - len(lineage.visible),
            not_counted_count=sum(1 for one in found if not one[2] and one[0] in lineage.visible),
            every=self._every(found) if document[1] == _WITH_HISTORY else (),
        )
        return state, "\n".join(sorted(texts))

    def _every(self, found: Iterable[Row]) -> tuple[FlatAnswers, ...]:
        return tuple(flatten(self._answers(one[0])[0]) for one in found)

    def _answers(self, revision: int) -> tuple[Answers, bool]:
        rows = self._database.rows(
            "SELECT name, content FROM revision_parts WHERE revision = ? ORDER BY name", (revision,)
        )
        shown = [content for name, content in rows if name not in NOT_COMBINED]
        held = [json.loads(content) for content in shown if content is not None]
        answers = held[0] if len(held) == 1 else combine(*held)
        return answers, any(content is None for content in shown)

    def _reviews(self, document_id: str) -> tuple[ReviewState, ...]:
        rows = self._database.rows(
            "SELECT revision_id, verb, signed_at, review_id FROM reviews "
            "WHERE document_id = ? AND counted = 1",
            (document_id,),
        )
        in_place = sorted(rows, key=lambda row: word_place(row[2], row[1], row[3]))
        return tuple(
            ReviewState(revision_id=revision_id, verb=verb, signed_at=signed_at)
            for revision_id, verb, signed_at, _review_id in in_place
        )

    def _replace(self, state: DocumentState, rows: Rows) -> None:
        document_id = state.document.document_id
        for table in tables_of(state.document.form_id):
            self._database.execute(
                f"DELETE FROM {table} WHERE document_id = ?",  # noqa: S608
                (document_id,),
            )
        for table, cells in rows.items():
            marks = ", ".join("?" * _INSERTS[table])
            self._database.execute_many(f"INSERT INTO {table} VALUES ({marks})", cells)  # noqa: S608

    def _index(self, row: int, text: str) -> None:
        held = self._database.value("SELECT content_text FROM search WHERE rowid = ?", (row,))
        if held == text or (held is None and not text):
            return
        if held is not None:
            self._database.execute("DELETE FROM search WHERE rowid = ?", (row,))
        if text:
            self._database.execute(
                "INSERT INTO search (rowid, content_text) VALUES (?, ?)", (row, text)
            )

    def _refresh_cases(self, cases: Iterable[str]) -> None:
        ordered = [(case_id,) for case_id in sorted(cases)]
        self._database.execute_many("DELETE FROM p_cases WHERE case_id = ?", ordered)
        self._database.execute_many(_CASES, ordered)

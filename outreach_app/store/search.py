"""Full-text search over the newest signed state of every document."""

from dataclasses import dataclass

from outreach_app.domain.documents import Document
from outreach_app.store.database import Database
from outreach_app.store.documents import as_document

MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A document that holds all the words, with a few words around the first place."""

    document: Document
    excerpt: str


class Search:
    """The search index of a vault."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def find(self, text: str, *, limit: int = 50, case_id: str = "") -> tuple[SearchHit, ...]:
        """Return the documents that hold every word, the newest documents first.

        Words match from their beginning, without regard to case and accents; a text in double
        quotes is looked for as it stands.
        """
        query = _as_query(text)
        if not query:
            return ()
        rows = self._database.rows(
            "SELECT o.document_id, o.form_id, o.client_id, o.case_id, "
            "snippet(search, 0, '', '', ' … ', 12) FROM search "
            "JOIN documents o ON o.id = search.rowid "
            "WHERE search MATCH ?1 AND (?2 = '' OR o.case_id = ?2) "
            "ORDER BY search.rowid DESC LIMIT ?3",
            (query, case_id, limit),
        )
        return tuple(SearchHit(as_document(row[:4]), row[4]) for row in rows)


def pieces_of(text: str) -> tuple[tuple[str, bool], ...]:
    """Return what is looked for: each phrase as it stands (true), each word by its beginning."""
    pieces = text.split('"')
    phrases = [(piece.strip(), True) for piece in pieces[1::2]]
    words = [(word, False) for piece in pieces[::2] for word in piece.split()]
    usable = [each for each in (*phrases, *words) if any(map(str.isalnum, each[0]))]
    return tuple(usable[:MOST_WORDS])


def _as_query(text: str) -> str:
    """Return the words as an index query in which nothing typed has a meaning of its own."""
    return " ".join(f'"{piece}"{"" if whole else "*"}' for piece, whole in pieces_of(text))

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


def _as_query(text: str) -> str:
    """Return the words as an index query in which nothing typed has a meaning of its own."""
    pieces = text.split('"')
    quoted = [piece.strip() for piece in pieces[1::2] if piece.strip()]
    words = [word for piece in pieces[::2] for word in piece.split()]
    usable = [word for word in words if any(letter.isalnum() for letter in word)]
    terms = [f'"{phrase}"' for phrase in quoted if any(letter.isalnum() for letter in phrase)]
    terms += [f'"{word}"*' for word in usable]
    return " ".join(terms[:MOST_WORDS])

"""Every accepted document in the version that counted at an instant: one pass, in slices.

Accepted is what stands in the vault and counts: signed here, or out of a bundle that was accepted.
Drafts and what still waits in the inbox are not read.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from sys import intern
from typing import Any

from outreach_app.domain.answers import combine, flatten, rows_in_order
from outreach_app.store.database import Database, Row
from outreach_app.store.revision_contents import NOT_COMBINED

_AT_ONCE = 60
_CLIENT = "client"
_decode = json.JSONDecoder().decode


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One review of a document that counts.

    Attributes:
        answers: What the reviewer answered in the form, by question name.
    """

    revision_id: str
    verb: str
    signed_at: str
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedDocument:
    """One document in its newest accepted version.

    Attributes:
        first_signed_at: When its first accepted version was signed.
        answers: Flat answers of all parts that are held.
        first_answers: Those of its first version; only for the records of clients.
        heads: How many versions nobody has merged.
    """

    document_id: str
    form_id: str
    client_id: str
    case_id: str
    revision_id: str
    signed_at: str
    first_signed_at: str
    answers: Mapping[str, Any]
    first_answers: Mapping[str, Any]
    reviews: tuple[Said, ...]
    heads: int


@dataclass(frozen=True, slots=True)
class _Version:
    row: int
    revision_id: str
    signed_at: str


class Accepted:
    """Reads the accepted documents of a vault."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def slices(
        self, until: datetime, forms: Sequence[str], is_read: Callable[[str], bool]
    ) -> Iterator[list[AcceptedDocument]]:
        """Yield the documents accepted up to an instant, some at a time, in the order of their rows.

        Args:
            until: What was received later is left out.
            forms: Of which forms.
            is_read: Says of a group's name whether its answers are wanted.
        """
        marks = ", ".join("?" * len(forms))
        reviews = self._reviews(until)
        after = 0
        while True:
            documents = self._database.rows(
                "SELECT id, document_id, form_id, client_id, case_id FROM documents "  # noqa: S608
                f"WHERE id > ? AND form_id IN ({marks}) ORDER BY id LIMIT ?",
                (after, *forms, _AT_ONCE),
            )
            if not documents:
                return
            yield list(self._read(documents, until, reviews, is_read))
            after = documents[-1][0]

    def _reviews(self, until: datetime) -> dict[str, tuple[Said, ...]]:
        found: dict[str, tuple[Said, ...]] = {}
        for document_id, revision_id, verb, signed_at, received_at, answers in self._database.rows(
            "SELECT document_id, revision_id, verb, signed_at, received_at, answers FROM reviews "
            "WHERE counted = 1 ORDER BY document_id, signed_at, id"
        ):
            if datetime.fromisoformat(received_at) <= until:
                said = Said(
                    revision_id=revision_id,
                    verb=verb,
                    signed_at=signed_at,
                    answers=json.loads(answers or b"{}"),
                )
                found[document_id] = (*found.get(document_id, ()), said)
        return found

    def _read(
        self,
        documents: Sequence[Row],
        until: datetime,
        reviews: Mapping[str, tuple[Said, ...]],
        is_read: Callable[[str], bool],
    ) -> Iterator[AcceptedDocument]:
        versions = self._versions(documents, until)
        parents = self._parents([each.row for some in versions.values() for each in some])
        chosen: dict[int, tuple[_Version, _Version, int]] = {}
        for document, some in versions.items():
            ends = [each for each in some if each.revision_id not in parents]
            chosen[document] = ((ends or some)[-1], some[0], max(len(ends), 1))
        clients = {row[0] for row in documents if row[2] == _CLIENT}
        wanted = {newest.row for newest, _first, _heads in chosen.values()}
        wanted |= {first.row for row, (_new, first, _heads) in chosen.items() if row in clients}
        answers = self._answers(sorted(wanted), is_read)
        for row, document_id, form_id, client_id, case_id in documents:
            if row not in chosen:
                continue
            newest, first, heads = chosen[row]
            yield AcceptedDocument(
                document_id=document_id,
                form_id=form_id,
                client_id=client_id,
                case_id=case_id,
                revision_id=newest.revision_id,
                signed_at=newest.signed_at,
                first_signed_at=first.signed_at,
                answers=answers.get(newest.row, {}),
                first_answers=answers.get(first.row, {}) if row in clients else {},
                reviews=reviews.get(document_id, ()),
                heads=heads,
            )

    def _versions(self, documents: Sequence[Row], until: datetime) -> dict[int, list[_Version]]:
        found: dict[int, list[_Version]] = {}
        asked = {each[0] for each in documents}
        for document, row, revision_id, signed_at, received_at in self._database.rows(
            "SELECT document, id, revision_id, signed_at, received_at FROM revisions "
            "WHERE document BETWEEN ? AND ? AND visible = 1 AND counted = 1 "
            "ORDER BY document, signed_at, id",
            (documents[0][0], documents[-1][0]),
        ):
            if document in asked and datetime.fromisoformat(received_at) <= until:
                found.setdefault(document, []).append(_Version(row, revision_id, signed_at))
        return found

    def _parents(self, rows: Sequence[int]) -> frozenset[str]:
        """Return the versions that one of these follows."""
        if not rows:
            return frozenset()
        marks = ", ".join("?" * len(rows))
        return frozenset(
            parent
            for (parent,) in self._database.rows(
                f"SELECT parent_id FROM revision_parents WHERE revision IN ({marks})",  # noqa: S608  marks only
                rows,
            )
        )

    def _answers(
        self, rows: Sequence[int], is_read: Callable[[str], bool]
    ) -> dict[int, Mapping[str, Any]]:
        if not rows:
            return {}
        marks = ", ".join("?" * len(rows))
        parts: dict[int, list[str]] = {}
        for row, name, content in self._database.rows(
            f"SELECT revision, name, content FROM revision_parts WHERE revision IN ({marks}) "  # noqa: S608  marks only
            "AND content IS NOT NULL ORDER BY revision, name",
            rows,
        ):
            if name not in NOT_COMBINED:
                parts.setdefault(row, []).append(str(content, "utf-8"))
        return {row: _flat(some, is_read) for row, some in parts.items()}


def _flat(parts: Sequence[str], is_read: Callable[[str], bool]) -> dict[str, Any]:
    """Return the wanted answers of one version, flat; rows lie in several parts now and then."""
    flat: dict[str, Any] = {}
    if len(parts) == 1:
        _take(flat, _decode(parts[0]), is_read)
    else:
        _take(flat, combine(*map(_decode, parts)), is_read)
    return flat


def _take(flat: dict[str, Any], answers: Mapping[str, Any], is_read: Callable[[str], bool]) -> None:
    """Add the leaves and rows of a group, without the groups that nobody reads: most of a large form.

    A name is kept once for all documents: there are few names and many documents.
    """
    for name, value in answers.items():
        kind = type(value)
        if kind is str:
            flat[intern(name)] = value
        elif kind is dict:
            if is_read(name):
                _take(flat, value, is_read)
        else:
            flat[intern(name)] = [flatten(row) for row in rows_in_order(value)]

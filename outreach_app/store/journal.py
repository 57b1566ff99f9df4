"""The journal of acts: a chain of hashes over canonical events, one row per user action.

A row tells who did what to which object and when, never contents. Each hash covers the row before
it, so an edit, a removal or an insertion breaks the chain; a cut tail shows when the head is
compared with one that somebody else holds. The first link is 32 random bytes, so that a head
shown outside the vault confirms no guess about the events.
"""

import hashlib
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from outreach_app.crypto.canonical import canonical_bytes, parse_canonical
from outreach_app.crypto.errors import NotCanonical
from outreach_app.store.database import Database
from outreach_app.store.errors import JournalBroken

GENESIS = "journal.genesis"
Fact = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something a person (or the program, with an empty `person_id`) did.

    Attributes:
        kind: ``<area>.<past participle>``, such as ``document.signed``.
        at: Instant, given by the caller.
        facts: Ids, counts and codes; never answers or names.
    """

    kind: str
    at: str
    person_id: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JournalHead:
    """The newest row of the journal: its number (0 when empty) and its hash."""

    n: int
    hash: str


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One act with its place in the chain."""

    n: int
    act: Act
    hash: str


class Journal:
    """The acts of one vault."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def begin(self) -> None:
        """Lay the first link, once, when the vault is made."""
        self._database.require_transaction()
        self._database.execute(
            "INSERT INTO vault (name, value) VALUES (?, ?)", (GENESIS, secrets.token_hex(32))
        )

    def append(self, act: Act) -> JournalHead:
        """Add an act inside the open transaction and return the new head."""
        self._database.require_transaction()
        head = self.head()
        event = canonical_bytes(
            {"at": act.at, "facts": dict(act.facts), "kind": act.kind, "person": act.person_id}
        )
        row = JournalHead(head.n + 1, _link(head.hash, head.n + 1, event))
        # No record is read from it: what was read of the records still holds.
        self._database.execute_aside(
            "INSERT INTO journal (n, previous, event, hash) VALUES (?, ?, ?, ?)",
            (row.n, head.hash, event, row.hash),
        )
        return row

    def head(self) -> JournalHead:
        """Return the newest row's number and hash."""
        row = self._database.row("SELECT n, hash FROM journal ORDER BY n DESC LIMIT 1")
        return JournalHead(*row) if row else JournalHead(0, self._genesis())

    def holds(self, head: JournalHead) -> bool:
        """Say whether a head seen earlier (in a bundle, receipt or keyring) is in this journal."""
        if head.n == 0:
            return head.hash == self._genesis()
        return bool(
            self._database.value("SELECT hash = ? FROM journal WHERE n = ?", (head.hash, head.n))
        )

    def rows(self, *, after: int = 0, limit: int = 1000) -> tuple[JournalRow, ...]:
        """Return the acts after a number, oldest first."""
        found = self._database.rows(
            "SELECT n, event, hash FROM journal WHERE n > ? ORDER BY n LIMIT ?", (after, limit)
        )
        return tuple(JournalRow(n, _act(event, n), link) for n, event, link in found)

    def acts_of(self, kinds: Collection[str]) -> tuple[Act, ...]:
        """Return the acts of some kinds, oldest first; of all others nothing is read but the bytes."""
        # Events are canonical: a kind stands in them in one way only, and in no text of a fact.
        named = [canonical_bytes({"kind": kind})[1:-1] for kind in sorted(kinds)]
        found = self._database.rows(
            "SELECT n, event FROM journal WHERE "  # noqa: S608
            f"{' OR '.join('instr(event, ?) > 0' for _kind in named) or '0'} ORDER BY n",
            named,
        )
        acts = (_act(event, n) for n, event in found)
        return tuple(act for act in acts if act.kind in kinds)

    def verify(self, *, after: int = 0) -> JournalHead:
        """Recompute the chain after a row that is trusted, and return the head.

        Raises:
            JournalBroken: The fact `row` names the first row that does not fit.
        """
        trusted = self._database.value("SELECT hash FROM journal WHERE n = ?", (after,))
        previous = str(trusted) if trusted else self._genesis()
        if after and not trusted:
            raise JournalBroken(row=after)
        n = after
        for n, claimed, event, link in self._database.rows(
            "SELECT n, previous, event, hash FROM journal WHERE n > ? ORDER BY n", (after,)
        ):
            after += 1
            whole = isinstance(event, bytes) and link == _link(previous, n, event)
            if n != after or claimed != previous or not whole:
                raise JournalBroken(row=after)
            previous = link
        return JournalHead(n, previous)

    def _genesis(self) -> str:
        return str(self._database.value("SELECT value FROM vault WHERE name = ?", (GENESIS,)))


def _link(previous: str, n: int, event: bytes) -> str:
    return hashlib.sha256(
        b"journal/1\0%s\0%d\0%s" % (previous.encode("ascii"), n, event)
    ).hexdigest()


def _act(event: bytes, n: int) -> Act:
    try:
        value = parse_canonical(event)
    except NotCanonical as error:
        raise JournalBroken(row=n) from error
    match value:
        case {"at": str(at), "facts": dict(facts), "kind": str(kind), "person": str(person)}:
            plain = {name: fact for name, fact in facts.items() if isinstance(fact, str | int)}
            return Act(kind=kind, at=at, person_id=person, facts=plain)
    raise JournalBroken(row=n)

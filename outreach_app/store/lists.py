"""Reading the lists: plain lines for screens and the command line, no document opened."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Protocol, TypeVar

from outreach_app.store.database import Database, Row


class _AnyLine(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


Line = TypeVar("Line", bound=_AnyLine)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in the case list. Dates and instants are texts, "" where unknown.

    Attributes:
        level: Effective risk level: until a supervisor agreed, the higher of indicated and overall.
        open_flags: Codes of the open safety flags, oldest first.
        last_change: Instant (UTC) of the newest signed revision or review of the case.
        closed: The supervisor closed the exit.
    """

    case_id: str
    client_id: str
    case_ref: str
    client_ref: str
    preferred_name: str
    opened_on: str
    service_kind: str
    caseworker: str
    second_worker: str
    level: str
    assessed_at: str
    next_review: str
    open_flags: tuple[str, ...]
    last_change: str
    document_count: int
    exit_date: str
    closed: bool


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One signed document with the facts from which its state is derived.

    Attributes:
        on_date: The document's own date or instant (UTC).
        changed_at: Instant of the newest revision or counted review.
        head_count: More than one: two people changed it apart, and somebody has to merge.
        approved, countersigned, returned, closed: The verb stands on every head.
        stale: Reviews exist, but all of them are about older revisions.
    """

    document_id: str
    form_id: str
    client_id: str
    case_id: str
    on_date: str
    signed_at: str
    changed_at: str
    author_id: str
    head_count: int
    revision_count: int
    waiting_count: int
    not_counted_count: int
    withheld: bool
    last_verb: str
    last_reviewed_at: str
    approved: bool
    countersigned: bool
    returned: bool
    closed: bool
    stale: bool


@dataclass(frozen=True, slots=True)
class ClientLine:
    """One client record."""

    document_id: str
    client_id: str
    client_ref: str
    preferred_name: str
    full_name: str
    first_language: str
    jurisdiction: str


@dataclass(frozen=True, slots=True)
class FlagLine:
    """One safety flag."""

    document_id: str
    case_id: str
    client_id: str
    flag_code: str
    set_at: str
    cleared_at: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class AssessmentLine:
    """One signed risk assessment: a point of the trend."""

    document_id: str
    case_id: str
    assessed_at: str
    kind: str
    indicated_level: str
    overall_level: str
    effective_level: str
    next_review: str
    countersigned: bool


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal of a support plan."""

    document_id: str
    row_id: str
    case_id: str
    goal_key: str
    goal_domain: str
    goal_statement: str
    goal_status: str
    target_date: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action of a support plan."""

    document_id: str
    row_id: str
    case_id: str
    goal_row_id: str
    act_key: str
    act_text: str
    act_who_kind: str
    act_by: str
    act_status: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class ReviewDueLine:
    """A plan with the date of its next review."""

    document_id: str
    case_id: str
    form_id: str
    due_on: str


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One consent; whether it holds today follows from its dates."""

    document_id: str
    case_id: str
    client_id: str
    con_kind: str
    con_agency: str
    con_purpose: str
    con_decision: str
    con_date: str
    con_expires: str
    con_withdrawn_on: str


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """One referral."""

    document_id: str
    case_id: str
    ref_key: str
    ref_kind: str
    ref_urgency: str
    ref_to_agency: str
    approved: bool


@dataclass(frozen=True, slots=True)
class ExitLine:
    """One exit checklist."""

    document_id: str
    case_id: str
    exit_kind: str
    exit_reason: str
    exit_date: str
    closed: bool


@dataclass(frozen=True, slots=True)
class FactLine:
    """A few answers of one document, by name; `store.projected_facts` says which."""

    document_id: str
    form_id: str
    client_id: str
    case_id: str
    on_date: str
    facts: Mapping[str, Any]


class Lists:
    """The lists of a vault."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def cases(self, *, with_closed: bool = True) -> tuple[CaseLine, ...]:
        """Return the case list by reference."""
        condition = "1" if with_closed else "closed = 0"
        rows = self._read("p_cases", condition, (), "case_ref, client_ref, case_id")
        return _lines(CaseLine, rows)

    def case(self, case_id: str) -> CaseLine | None:
        """Return the line of one case, if anything signed is held of it."""
        rows = self._read("p_cases", "case_id = ?", (case_id,), "case_id")
        return next(iter(_lines(CaseLine, rows)), None)

    def documents(
        self, *, case_id: str = "", client_id: str = "", form_id: str = ""
    ) -> tuple[DocumentLine, ...]:
        """Return signed documents of a case, a client, a form or of all, by their own dates."""
        given = {"case_id": case_id, "client_id": client_id, "form_id": form_id}
        wanted = {name: value for name, value in given.items() if value}
        condition = " AND ".join(f"{name} = ?" for name in wanted) or "1"
        rows = self._read(
            "p_documents", condition, tuple(wanted.values()), "on_date, signed_at, document_id"
        )
        return _lines(DocumentLine, rows)

    def document(self, document_id: str) -> DocumentLine | None:
        """Return the line of one document, None while it is a draft or waits."""
        rows = self._read("p_documents", "document_id = ?", (document_id,), "document_id")
        return next(iter(_lines(DocumentLine, rows)), None)

    def spoken_about(self, author_id: str) -> tuple[DocumentLine, ...]:
        """Return what a person signed last and a review returned or only commented on."""
        condition = (
            "author_id = ? AND head_count = 1 AND (returned = 1 OR "
            "(last_verb = 'comment' AND last_reviewed_at > signed_at AND approved + closed = 0))"
        )
        rows = self._read("p_documents", condition, (author_id,), "last_reviewed_at, document_id")
        return _lines(DocumentLine, rows)

    def unjudged(
        self, person_id: str, *, anybodys: bool = True, form_ids: Sequence[str] = ()
    ) -> tuple[DocumentLine, ...]:
        """Return what is in conflict, what came back to a person, and what no word stands on yet.

        `anybodys` includes the last, with `form_ids` only of these forms.
        """
        some = f" AND form_id IN ({', '.join('?' * len(form_ids))})" if form_ids else ""
        unsaid = f" OR (approved + closed + returned = 0{some})" if anybodys else ""
        condition = f"head_count > 1 OR (returned = 1 AND author_id = ?){unsaid}"
        values = (person_id, *(form_ids if anybodys else ()))
        return _lines(DocumentLine, self._read("p_documents", condition, values, "on_date"))

    def apart(self) -> tuple[DocumentLine, ...]:
        """Return the documents that two people changed apart and nobody has merged yet."""
        rows = self._read("p_documents", "head_count > 1", (), "changed_at, document_id")
        return _lines(DocumentLine, rows)

    def clients(self, client_id: str = "") -> tuple[ClientLine, ...]:
        """Return client records: of one client (several after an offline double), or all."""
        rows = self._of("p_clients", "client_id", client_id, "client_ref, document_id")
        return _lines(ClientLine, rows)

    def flags(self, case_id: str = "", *, only_open: bool = False) -> tuple[FlagLine, ...]:
        """Return safety flags of a case or all, oldest first."""
        rows = self._of("p_flags", "case_id", case_id, "set_at, flag_code, document_id")
        flags = _lines(FlagLine, rows)
        return tuple(flag for flag in flags if flag.is_open or not only_open)

    def assessments(self, case_id: str = "") -> tuple[AssessmentLine, ...]:
        """Return signed risk assessments of a case or all, by their own dates."""
        rows = self._of("p_assessments", "case_id", case_id, "assessed_at, document_id")
        return _lines(AssessmentLine, rows)

    def goals(self, case_id: str = "") -> tuple[GoalLine, ...]:
        """Return goals of a case or all."""
        rows = self._of("p_goals", "case_id", case_id, "goal_key, document_id, row_id")
        return _lines(GoalLine, rows)

    def actions(self, case_id: str = "", *, due_by: str = "") -> tuple[ActionLine, ...]:
        """Return actions of a case or all, by date; with `due_by`, open ones due until then."""
        if due_by:
            rows = self._read(
                "p_actions",
                "is_open = 1 AND act_by <> '' AND act_by <= ? AND (? = '' OR case_id = ?)",
                (due_by, case_id, case_id),
                "act_by, act_key, document_id, row_id",
            )
        else:
            rows = self._of("p_actions", "case_id", case_id, "act_by, act_key, document_id, row_id")
        return _lines(ActionLine, rows)

    def reviews_due(self, due_by: str) -> tuple[ReviewDueLine, ...]:
        """Return the plans whose review is due until a date."""
        rows = self._read("p_reviews_due", "due_on <= ?", (due_by,), "due_on, document_id")
        return _lines(ReviewDueLine, rows)

    def consents(self, case_id: str = "") -> tuple[ConsentLine, ...]:
        """Return consents of a case or all, by date."""
        rows = self._of("p_consents", "case_id", case_id, "con_date, document_id")
        return _lines(ConsentLine, rows)

    def referrals(self, case_id: str = "") -> tuple[ReferralLine, ...]:
        """Return referrals of a case or all."""
        rows = self._of("p_referrals", "case_id", case_id, "ref_key, document_id")
        return _lines(ReferralLine, rows)

    def exits(self, case_id: str = "") -> tuple[ExitLine, ...]:
        """Return exit checklists of a case or all."""
        rows = self._of("p_exits", "case_id", case_id, "exit_date, document_id")
        return _lines(ExitLine, rows)

    def facts(self, form_id: str) -> tuple[FactLine, ...]:
        """Return the facts of every document of a form, by case and own date."""
        rows = self._of("p_facts", "form_id", form_id, "case_id, on_date, document_id")
        return _lines(FactLine, rows)

    def unsent(self, after: str = "") -> tuple[int, str]:
        """Return how many documents have a newest version that no bundle has carried in or out.

        Returns:
            The number, and the instant (UTC) of the oldest, "" for none; only of those after one.
        """
        row = self._database.row(
            "SELECT count(*), coalesce(min(oldest), '') FROM ("
            "SELECT min(h.signed_at) AS oldest FROM p_heads h WHERE NOT EXISTS "
            "(SELECT 1 FROM bundle_contents b WHERE b.object_id = h.revision_id) "
            "AND (?1 = '' OR datetime(h.signed_at) > datetime(?1)) GROUP BY h.document_id)",
            (after,),
        )
        return (int(row[0]), str(row[1])) if row is not None else (0, "")

    def newest_of(self, form_id: str) -> dict[str, str]:
        """Return the newest document of a form in each case, by case; of forms with facts."""
        rows = self._database.rows(
            "SELECT case_id, document_id FROM p_facts WHERE form_id = ? "
            "ORDER BY case_id, on_date, document_id",
            (form_id,),
        )
        return dict(rows)

    def _of(self, table: str, column: str, value: str, order: str) -> list[tuple[Any, ...]]:
        condition = f"{column} = ?" if value else "1"
        return self._read(table, condition, (value,) if value else (), order)

    def _read(
        self, table: str, condition: str, parameters: tuple[str, ...], order: str
    ) -> list[tuple[Any, ...]]:
        return self._database.rows(
            f"SELECT * FROM {table} WHERE {condition} ORDER BY {order}",  # noqa: S608
            parameters,
        )


def _lines(kind: type[Line], rows: Iterable[Row]) -> tuple[Line, ...]:
    """Return lines from rows whose columns stand in the order of the line's fields."""
    read = [
        (place, _READERS[str(each.type)])
        for place, each in enumerate(fields(kind))
        if str(each.type) in _READERS
    ]
    if not read:
        return tuple(kind(*row) for row in rows)
    found = []
    for row in rows:
        cells = list(row)
        for place, reader in read:
            cells[place] = reader(cells[place])
        found.append(kind(*cells))
    return tuple(found)


def _words(cell: str) -> Sequence[str]:
    return tuple(cell.split())


_READERS: dict[str, Callable[[Any], Any]] = {
    "<class 'bool'>": bool,
    "tuple[str, ...]": _words,
    "collections.abc.Mapping[str, typing.Any]": json.loads,
}

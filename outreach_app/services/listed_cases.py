"""The list of cases as one person may see it, quick in a vault with thousands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from outreach_app.domain.documents import Subject
from outreach_app.domain.people import Role
from outreach_app.services.access import SAFE_HOUSE
from outreach_app.services.case_finding import draft_cases
from outreach_app.services.naming import spoken_references
from outreach_app.services.permission import Reader
from outreach_app.services.sitting import Sitting
from outreach_app.store.lists import CaseLine

_CASE_WORKERS = frozenset({Role.CASEWORKER, Role.AGENCY_STAFF})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCase:
    """A case in somebody's list.

    Attributes:
        reference: By what it is called; never a name.
        mine: The person is lead or second worker.
        has_signed: Something signed is held of it; else it is a draft of this person.
    """

    line: CaseLine
    reference: str
    mine: bool
    has_signed: bool = True

    @property
    def is_unassigned(self) -> bool:
        """Whether nobody leads or shares it yet: it was begun at night."""
        return self.has_signed and not (self.line.caseworker or self.line.second_worker)

    @property
    def subject(self) -> Subject:
        """Client and case."""
        return Subject(client_id=self.line.client_id, case_id=self.line.case_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseList:
    """Every case that a person may see, and how many there are besides."""

    cases: tuple[ListedCase, ...]
    not_shown: int


def list_cases(sitting: Sitting, *, with_closed: bool = True) -> CaseList:
    """Return the cases that the unlocked person may see, one's own drafts last.

    Args:
        sitting: The unlocked vault.
        with_closed: Also the cases whose exit a supervisor closed.
    """
    held = sitting.vault.lists.cases()
    references = spoken_references(sitting.vault, held)
    every = [line for line in held if with_closed or not line.closed]
    begun = _drafts(sitting)
    signed = [
        ListedCase(
            line=line,
            reference=references[line.case_id],
            mine=_is_mine(sitting, line, begun),
        )
        for line in readable_cases(sitting, every)
    ]
    return CaseList(cases=(*signed, *_begun(sitting)), not_shown=len(every) - len(signed))


def count_open_cases(sitting: Sitting) -> int:
    """Return how many open cases a person looks after: a caseworker's own, else all of them.

    Cases of which nothing is signed yet count for who began them.
    """
    lines = sitting.vault.lists.cases(with_closed=False)
    begun = _drafts(sitting)
    if sitting.me.role in _CASE_WORKERS:
        count = sum(_is_mine(sitting, line, begun) for line in lines)
    else:
        count = sum(1 for _line in readable_cases(sitting, lines))
    listed = {line.case_id for line in sitting.vault.lists.cases()} if begun else set()
    return count + len(begun - listed)


def _is_mine(sitting: Sitting, line: CaseLine, begun: set[str]) -> bool:
    """Say whose case it is; while its record is a draft, it is still theirs who began it."""
    named = {line.caseworker, line.second_worker} - {""}
    return sitting.me.person_id in named or (not named and line.case_id in begun)


def _drafts(sitting: Sitting) -> set[str]:
    mine = sitting.vault.drafts.mine()
    return {each.subject.case_id for each in mine if each.form_id == "case"}


def readable_cases(sitting: Sitting, lines: Iterable[CaseLine]) -> Iterator[CaseLine]:
    """Yield the listed cases that the person may see.

    The lists say which cases cannot be theirs; whether the others are is asked of the records.
    """
    reader, possible = Reader(sitting), _Possible(sitting)
    return (line for line in lines if possible.is_open(line) and reader.reads_case(line))


class _Possible:
    """Which cases may be open to a person, from the lists alone: never too few."""

    def __init__(self, sitting: Sitting) -> None:
        self._me = sitting.me
        self._opened = sitting.opened_with_reason
        self._named: Mapping[str, bool] = {}
        self._residents: frozenset[str] = frozenset()
        if self._me.role in _CASE_WORKERS:
            self._named = _naming(sitting)
        if self._me.role is Role.NIGHT_STAFF:
            clients = sitting.vault.lists.facts("client")
            self._residents = frozenset(
                each.client_id for each in clients if SAFE_HOUSE in each.facts["addr_kinds"]
            )

    def is_open(self, line: CaseLine) -> bool:
        if self._me.role in _CASE_WORKERS:
            # Without a signed case record nobody has closed it yet.
            return line.case_id in self._opened or self._named.get(line.case_id, True)
        if self._me.role is Role.NIGHT_STAFF:
            return line.client_id in self._residents
        return True


def _naming(sitting: Sitting) -> dict[str, bool]:
    """Return of each case with a case record whether one of its records names the person, or nobody."""
    me = sitting.me.person_id
    found: dict[str, bool] = {}
    for record in sitting.vault.lists.facts("case"):
        people = record.facts["people"]
        named = me in people or not people
        found[record.case_id] = named or found.get(record.case_id, False)
    return found


def _begun(sitting: Sitting) -> Iterator[ListedCase]:
    for begun in draft_cases(sitting.vault) if _drafts(sitting) else ():
        line = CaseLine(
            case_id=begun.subject.case_id,
            client_id=begun.subject.client_id,
            case_ref="",
            client_ref=begun.client_ref,
            preferred_name=_drafted_name(sitting, begun.client.document_id),
            opened_on="",
            service_kind="",
            caseworker=sitting.me.person_id,
            second_worker="",
            level="",
            assessed_at="",
            next_review="",
            open_flags=(),
            last_change="",
            document_count=0,
            exit_date="",
            closed=False,
        )
        yield ListedCase(line=line, reference=begun.reference, mine=True, has_signed=False)


def _drafted_name(sitting: Sitting, document_id: str) -> str:
    drafts = sitting.vault.drafts
    if not drafts.has(document_id):
        return ""
    answers = drafts.load(document_id).answers.get("client_identity", {})
    return str(answers.get("preferred_name", ""))

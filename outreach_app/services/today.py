"""What needs one person today, over all their cases, from the lists alone: no record is opened."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from outreach_app.domain.levels import RiskLevel, parse_level
from outreach_app.domain.people import Role
from outreach_app.domain.values import parse_day
from outreach_app.phrases import phrase
from outreach_app.services.case_words import day_words
from outreach_app.services.instants import day_of
from outreach_app.services.listed_cases import ListedCase, list_cases
from outreach_app.services.needs import Need, NeedKind
from outreach_app.services.today_needs import needs_in
from outreach_app.services.today_scope import Scope
from outreach_app.services.workspace import Workspace
from outreach_app.store.lists import AssessmentLine
from outreach_app.store.steps import Steps, run_through

AHEAD_DAYS = 14
_AT_ONCE = 50
_RISEN_DAYS = 7
_HIGH = frozenset({"high", "very_high"})
_OWN_LIST = frozenset({Role.CASEWORKER, Role.AGENCY_STAFF})


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayItem:
    """One thing that waits, with the case it is about.

    Attributes:
        case: None for what is about no single case.
        level: Code of the level of the case, "" for none.
        late: It was due before today.
    """

    need: Need
    case: ListedCase | None
    late: bool

    @property
    def level(self) -> str:
        """Code of the level of the case, "" while it was never assessed."""
        return self.case.line.level if self.case is not None else ""

    @property
    def reference(self) -> str:
        """By what the case is called; never a name."""
        return self.case.reference if self.case is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSent:
    """What is signed and only on this laptop.

    Attributes:
        since: Day of the oldest signature among it, None while there is nothing.
        held_back: Documents that went, and of which a part stayed here.
    """

    documents: int
    since: date | None
    held_back: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Numbers over the open cases of a person.

    Attributes:
        begun: Cases of which nothing is signed yet; among the open ones.
        risen: Of the high ones, whose level went up in the last seven days.
        oldest_days: By how many days the most overdue review is late, 0 for none.
    """

    open_cases: int
    begun: int
    high: int
    risen: int
    reviews_overdue: int
    oldest_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """One person's day.

    Attributes:
        now: What waits, the highest level first, then by date.
        ahead: What is due within the next days, by date.
    """

    on: date
    now: tuple[TodayItem, ...]
    ahead: tuple[TodayItem, ...]
    counts: Counts
    not_sent: NotSent


def today(workspace: Workspace, *, ahead_days: int = AHEAD_DAYS) -> Today:
    """Return what needs the unlocked person today and in the days ahead.

    A caseworker's cases are those that they lead or stand in for; who reads every case looks
    after all of them. Closed cases ask for nothing.

    Args:
        workspace: The unlocked vault.
        ahead_days: How many days count as ahead.
    """
    return run_through(gathering_today(workspace, ahead_days=ahead_days))


def gathering_today(workspace: Workspace, *, ahead_days: int = AHEAD_DAYS) -> Steps[Today]:
    """Gather the day step by step; see `today`."""
    sitting = workspace.sitting
    on = sitting.today()
    listed = list_cases(sitting).cases
    yield
    known = {each.line.case_id: each for each in listed}
    cases = _looked_after(workspace, listed)
    scope = Scope(
        workspace=workspace,
        cases={each.line.case_id: each for each in cases},
        on=on,
        until=on + timedelta(days=ahead_days),
    )
    yield
    safe = not_sent(workspace)
    yield
    needs: list[tuple[str, Need]] = []
    for each in needs_in(scope):
        needs.append(each)
        if len(needs) % _AT_ONCE == 0:
            yield
    needs.extend(_unsent(safe))
    yield
    items = [_item(known.get(case_id), need, on) for case_id, need in needs]
    yield
    now = tuple(sorted((each for each in items if not _is_ahead(each, on)), key=_urgency))
    yield
    ahead = tuple(sorted((each for each in items if _is_ahead(each, on)), key=_date_first))
    yield
    return Today(
        on=on,
        now=now,
        ahead=ahead,
        counts=_counts(workspace, cases, on),
        not_sent=safe,
    )


def not_sent(workspace: Workspace) -> NotSent:
    """Return what is signed and has never left this laptop, the last safe point."""
    documents, oldest = workspace.vault.lists.unsent()
    held_back = len({each.document_id for each in workspace.vault.carried.withheld()})
    since = day_of(oldest) if documents else None
    return NotSent(documents=documents, since=since, held_back=held_back)


def _unsent(safe: NotSent) -> Iterator[tuple[str, Need]]:
    if safe.documents:
        what = phrase("%n document(s) only on this laptop", count=safe.documents)
        since = phrase("Since {day}", day=day_words(safe.since))
        yield "", Need(kind=NeedKind.UNSENT, what=what, where=since)


def _looked_after(workspace: Workspace, listed: Iterable[ListedCase]) -> tuple[ListedCase, ...]:
    only_own = workspace.sitting.me.role in _OWN_LIST
    still_open = (each for each in listed if not each.line.closed)
    return tuple(each for each in still_open if each.mine or each.is_unassigned or not only_own)


def _item(case: ListedCase | None, need: Need, on: date) -> TodayItem:
    return TodayItem(need=need, case=case, late=need.due is not None and need.due < on)


def _is_ahead(item: TodayItem, on: date) -> bool:
    return item.need.due is not None and item.need.due > on


def _urgency(item: TodayItem) -> tuple[int, bool, bool, date, str, str]:
    level = parse_level(item.level)
    due = item.need.due
    return (
        -int(level) if level is not None else 1,
        item.need.kind is not NeedKind.FLAG,
        due is None,
        due or date.max,
        item.reference,
        item.need.what,
    )


def _date_first(item: TodayItem) -> tuple[date, int, str, str]:
    level = parse_level(item.level)
    due = item.need.due or date.max
    return (due, -int(level) if level is not None else 1, item.reference, item.need.what)


def _counts(workspace: Workspace, cases: Iterable[ListedCase], on: date) -> Counts:
    lines = [each.line for each in cases]
    high = [line for line in lines if line.level in _HIGH]
    since = (on - timedelta(days=_RISEN_DAYS)).isoformat()
    lists = workspace.vault.lists
    recent = [line for line in high if line.assessed_at[:10] >= since]
    due = [day for day in (parse_day(line.next_review) for line in lines) if day is not None]
    late = [(on - day).days for day in due if day < on]
    return Counts(
        open_cases=len(lines),
        begun=sum(not each.has_signed for each in cases),
        high=len(high),
        risen=sum(_has_risen(lists.assessments(line.case_id)) for line in recent),
        reviews_overdue=len(late),
        oldest_days=max(late, default=0),
    )


def _has_risen(assessments: tuple[AssessmentLine, ...]) -> bool:
    """Say whether the newest level is above the one before."""
    levels: list[RiskLevel | None] = [parse_level(each.effective_level) for each in assessments]
    known = [level for level in levels if level is not None]
    return len(known) > 1 and known[-1] > known[-2]

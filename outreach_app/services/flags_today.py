"""What open safety flags and events still ask for over every case, from the lists alone."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time

from outreach_app.domain.event_assessments import Event, unanswered
from outreach_app.domain.flag_duties import DUTIES, SignedPaper, open_duties
from outreach_app.domain.values import parse_day, parse_instant
from outreach_app.services.flag_needs import duty_due, duty_need, event_due, event_need
from outreach_app.services.needs import Need
from outreach_app.services.today_scope import Scope
from outreach_app.store.lists import DocumentLine, FactLine, FlagLine

_NOTE, _REFERRAL, _PLAN = "contact_note", "referral", "safety_plan"


def flags_of_today(scope: Scope) -> Iterator[tuple[str, Need]]:
    """Yield what the open flags of every case still ask for."""
    flags: dict[str, list[FlagLine]] = {}
    for line in scope.workspace.vault.lists.flags(only_open=True):
        if line.case_id in scope.cases and DUTIES.get(line.flag_code):
            flags.setdefault(line.case_id, []).append(line)
    referrals = tuple(_referrals(scope)) if flags else ()
    for case_id, lines in flags.items():
        documents = scope.workspace.vault.lists.documents(case_id=case_id)
        papers = (*_papers_of(documents), *(one for whose, one in referrals if whose == case_id))
        plans = [each.document_id for each in documents if each.form_id == _PLAN]
        for line in lines:
            for need in _left(scope, line, papers, plans[-1] if plans else ""):
                yield case_id, need


def _left(
    scope: Scope, line: FlagLine, papers: Iterable[SignedPaper], plan_id: str
) -> Iterator[Need]:
    set_at = _instant(line.set_at)
    if set_at is not None:
        for duty in open_duties(line.flag_code, set_at, papers):
            due = duty_due(duty, set_at, scope.limits.timescales, scope.nation(line.case_id))
            yield duty_need(line.flag_code, duty, due, scope.words, plan_id)


def events_of_today(scope: Scope) -> Iterator[tuple[str, Need]]:
    """Yield for each case the oldest event after which nobody has assessed the risk yet."""
    lists = scope.workspace.vault.lists
    events: dict[str, list[Event]] = {}
    for line in lists.facts(_NOTE):
        event = _event(line)
        if line.case_id in scope.cases and event is not None:
            events.setdefault(line.case_id, []).append(event)
    for case_id, found in events.items():
        assessed = (
            (each.kind, at)
            for each in lists.assessments(case_id)
            if (at := _instant(each.assessed_at)) is not None
        )
        event = unanswered(found, assessed)
        if event is not None:
            limits = scope.limits
            due = event_due(event, limits.timescales, scope.nation(case_id), limits.holidays)
            yield case_id, event_need(event, due, scope.words)


def _event(line: FactLine) -> Event | None:
    at = _instant(line.on_date)
    if at is None:
        return None
    return Event(document_id=line.document_id, code=str(line.facts.get("note_event", "")), at=at)


def _referrals(scope: Scope) -> Iterator[tuple[str, SignedPaper]]:
    lists = scope.workspace.vault.lists
    kinds = {each.document_id: each.ref_kind for each in lists.referrals()}
    for line in lists.facts(_REFERRAL):
        at = _instant(line.on_date)
        if at is not None:
            kind = kinds.get(line.document_id, "")
            yield line.case_id, SignedPaper(form_id=_REFERRAL, at=at, kind=kind)


def _papers_of(lines: Iterable[DocumentLine]) -> Iterator[SignedPaper]:
    for line in lines:
        at = _instant(line.on_date)
        if line.form_id != _REFERRAL and at is not None:
            yield SignedPaper(form_id=line.form_id, at=at)


def _instant(text: str) -> datetime | None:
    """Return an instant; a day counts from its beginning."""
    instant = parse_instant(text)
    if instant is not None:
        return instant
    day = parse_day(text)
    return datetime.combine(day, time(), tzinfo=UTC) if day is not None else None

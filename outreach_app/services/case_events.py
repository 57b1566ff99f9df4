"""What happened in a case and helps to read the lines of its risk: flags, moves, decisions."""

from collections.abc import Iterable, Iterator
from datetime import date

from outreach_app.domain.assessments import Assessment
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.flags import Flag
from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.records import Record
from outreach_app.domain.trend import TrendEvent, read_trend
from outreach_app.domain.trend import TrendPoint as Point
from outreach_app.domain.values import day_of, text_of
from outreach_app.phrases import phrase
from outreach_app.report.content import Trend, TrendPoint
from outreach_app.report.content import TrendEvent as DrawnEvent
from outreach_app.services.case_words import CaseWords

MOVED = "moved"


def drawn_trend(case_file: CaseFile, words: CaseWords, until: date | None = None) -> Trend | None:
    """Return the trend as it is drawn, None while there is no assessment with a level.

    Args:
        case_file: The case.
        words: For the names of events.
        until: Leave out what came after this day, for the copy of an older assessment.
    """
    last = until or case_file.on
    assessments = tuple(each for each in case_file.assessments if each.on <= last)
    events = tuple(each for each in events_of(case_file, words) if each.on <= last)
    trend = read_trend(assessments, events)
    points = tuple(_drawn(trend.points))
    if not points:
        return None
    drawn = tuple(DrawnEvent(each.on, each.text) for each in trend.events)
    return Trend(points, drawn)


def _drawn(points: Iterable[Point]) -> Iterator[TrendPoint]:
    for point in points:
        judged, indicated = _both(point)
        if judged is not None and indicated is not None:
            yield TrendPoint(point.on, indicated.code, judged.code, point.own_feeling)


def _both(point: Point) -> tuple[RiskLevel | None, RiskLevel | None]:
    """Return both levels; where one is missing the other stands for it."""
    known = point.judged or point.indicated
    return point.judged or known, point.indicated or known


def events_of(case_file: CaseFile, words: CaseWords) -> tuple[TrendEvent, ...]:
    """Return the dated events of a case, oldest first, each once."""
    found = [
        *_flags(case_file.flags),
        *_decisions(case_file, words),
        *_moves(case_file),
        *_missing(case_file),
    ]
    by_place = {(each.on, each.text): each for each in found}
    return tuple(by_place[place] for place in sorted(by_place))


def _flags(flags: Iterable[Flag]) -> Iterator[TrendEvent]:
    for flag in flags:
        if flag.set_on is not None:
            yield TrendEvent(
                flag.set_on, phrase("Flag set: {flag}", flag=flag.label), flag.document_id
            )
        if flag.cleared_on is not None:
            yield TrendEvent(
                flag.cleared_on, phrase("Flag cleared: {flag}", flag=flag.label), flag.document_id
            )


def _decisions(case_file: CaseFile, words: CaseWords) -> Iterator[TrendEvent]:
    for record in case_file.all("nrm_event"):
        kind = text_of(record.answers, "nrm_event_kind")
        happened = words.choice("nrm_event", "nrm_event_kind", kind)
        yield TrendEvent(record.on, happened, record.document_id)


def _moves(case_file: CaseFile) -> Iterator[TrendEvent]:
    moved = [_trigger(each) for each in case_file.assessments]
    yield from (event for event in moved if event is not None)
    changed = case_file.around.address_changed_on
    if changed is not None and changed not in {event.on for event in moved if event is not None}:
        yield TrendEvent(changed, phrase("Moved"))


def _trigger(assessment: Assessment) -> TrendEvent | None:
    if text_of(assessment.record.answers, "trigger_event") != MOVED:
        return None
    return TrendEvent(assessment.on, phrase("Moved"), assessment.record.document_id)


def _missing(case_file: CaseFile) -> Iterator[TrendEvent]:
    for record in case_file.all("missing_episode"):
        yield _missing_from(record)
        found = day_of(record.answers, "me_found_at")
        if found is not None:
            yield TrendEvent(found, phrase("Found or returned"), record.document_id)


def _missing_from(record: Record) -> TrendEvent:
    return TrendEvent(record.on, phrase("Missing"), record.document_id)

"""E5: someone is named for everything that goes on after the exit."""

from collections.abc import Iterator

from outreach_app.domain.exits.evidence import (
    CHECKLIST,
    Evidence,
    ExitCase,
    Fact,
    Part,
    Reader,
    fact_of,
)
from outreach_app.domain.partial_dates import partial_date_of
from outreach_app.domain.plan import Goal, progress, read_goals
from outreach_app.domain.values import rows_of, text_of
from outreach_app.phrases import listed, phrase

_PENDING_STATUS = frozenset({"asylum_pending", "vts", "overstayed", "none"})
_BY_ITEM = {
    "d7_interview_or_trial": "court_case",
    "d13_contact_dispute": "children_proceedings",
    "d10_use": "substance",
    "d13_separated": "family_tracing",
}
_PRESENT = frozenset({"present", "possible"})
# A court case goes on from the investigation: whoever supports the one supports the other.
_COVERED_BY = {"police_investigation": frozenset({"police_investigation", "court_case"})}


def applicable_elements(case: ExitCase) -> dict[str, Fact]:
    """Return the long-term elements that the records show, each with the fact that shows it."""
    found: dict[str, Fact] = {}
    for element, fact in (*_from_items(case), *_from_agencies(case), *_from_records(case)):
        found.setdefault(element, fact)
    return found


def _from_items(case: ExitCase) -> Iterator[tuple[str, Fact]]:
    last = case.case_file.last_assessment
    if last is None:
        return
    for item, element in _BY_ITEM.items():
        code = last.codes.get(item, "")
        if code in _PRESENT:
            words = f"{item.partition('_')[2].replace('_', ' ').capitalize()}: {code}"
            yield element, fact_of(last.record, words)


def _from_agencies(case: ExitCase) -> Iterator[tuple[str, Fact]]:
    for record in case.case_file.all("agency_involvement"):
        until = partial_date_of(record.answers, "agency_until")
        if until is not None and until.latest() <= case.day:
            continue
        if text_of(record.answers, "agency_kind") == "cps_court":
            yield "court_case", fact_of(record, phrase("A court is involved"))


def _from_records(case: ExitCase) -> Iterator[tuple[str, Fact]]:
    client, record = case.case_file.newest("client"), case.case_file.newest("case")
    if record is not None:
        if text_of(record.answers, "immigration_status") in _PENDING_STATUS:
            yield "immigration", fact_of(record, phrase("Immigration status not settled"))
        if rows_of(record.answers, "crime_references"):
            yield "police_investigation", fact_of(record, phrase("A crime reference is recorded"))
        if text_of(record.answers, "pending_charges") == "yes":
            yield "court_case", fact_of(record, phrase("Pending charges"))
    if client is not None and text_of(client.answers, "pregnant") == "yes":
        yield "health_pregnancy", fact_of(client, "Pregnant")
    yield from _from_decisions(case)


def _from_decisions(case: ExitCase) -> Iterator[tuple[str, Fact]]:
    events = {
        text_of(each.answers, "nrm_event_kind"): each for each in case.case_file.all("nrm_event")
    }
    for asked, answered, element in (
        ("reconsideration_asked", "reconsideration_result", "appeal"),
        ("rna_requested", "rna_decision", "rna_reach_in"),
    ):
        if asked in events and answered not in events:
            yield (
                element,
                fact_of(
                    events[asked],
                    phrase("{agency}, no answer yet", agency=listed(asked.replace("_", " "))),
                ),
            )


def _long_term_goals(case: ExitCase) -> tuple[Goal, ...]:
    return progress(read_goals(case.case_file.plan)).open_long


def _read(case: ExitCase) -> Part:
    rows = rows_of(case.answers, "long_term_elements")
    complete = [row for row in rows if _is_complete(row)]
    covered = {text_of(row, "lt_what") for row in complete}
    goals = {text_of(row, "lt_goal") for row in complete}
    missing = [
        fact
        for element, fact in applicable_elements(case).items()
        if not covered & _COVERED_BY.get(element, frozenset({element}))
    ]
    missing += [
        Fact(text=phrase("Long-term goal without a row: {goal}", goal=goal.named))
        for goal in _long_term_goals(case)
        if goal.row_id not in goals
    ]
    if missing or len(complete) < len(rows):
        evidence = Evidence.INCOMPLETE
    else:
        evidence = Evidence.SUPPORTS if rows else Evidence.NOT_APPLICABLE
    shown = [
        Fact(
            text=f"{case.speak(CHECKLIST, 'lt_what', text_of(row, 'lt_what'))}: "
            f"{text_of(row, 'lt_who_takes_over') or 'nobody yet'}, "
            f"{case.speak(CHECKLIST, 'lt_how', text_of(row, 'lt_how')) or 'open'}"
        )
        for row in rows
    ]
    return Part(code="e5_long_term", evidence=evidence, facts=(*shown, *missing))


def _is_complete(row: dict[str, str]) -> bool:
    how = text_of(row, "lt_how")
    return bool(text_of(row, "lt_who_takes_over")) and bool(how) and how != "none_exists"


def gaps_in_provision(case: ExitCase) -> tuple[str, ...]:
    """Return the elements for which no service exists; they are counted in the report."""
    return tuple(
        text_of(row, "lt_what")
        for row in rows_of(case.answers, "long_term_elements")
        if text_of(row, "lt_how") == "none_exists"
    )


READERS: tuple[Reader, ...] = (_read,)

"""E3: the safety plan is up to date and fits present life."""

from datetime import date

from outreach_app.domain.day_words import long_date
from outreach_app.domain.exits.evidence import (
    Evidence,
    ExitCase,
    Fact,
    Override,
    Part,
    Reader,
    fact_of,
)
from outreach_app.domain.records import Record, day_in
from outreach_app.domain.values import rows_of, text_of
from outreach_app.phrases import phrase

_EMERGENCY = frozenset({"999", "112", "101", "111"})
_COPY_SAFE = frozenset({"given", "photo", "memorised"})


def _none(code: str, override: Override = Override.CASEWORKER) -> Part:
    return Part(
        code=code,
        evidence=Evidence.CONTRADICTS,
        facts=(Fact(text=phrase("No signed safety plan.")),),
        override=override,
    )


def is_current(case: ExitCase) -> bool:
    """Say whether the safety plan was looked at recently enough before the exit."""
    reviewed = day_in(case.case_file.newest("safety_plan"), "sp_reviewed_on")
    return bool(case.is_recent("safety_plan_max_age_at_exit", reviewed))


def _age(case: ExitCase) -> Part:
    override = Override.NOBODY if case.is_planned else Override.SUPERVISOR
    record = case.case_file.newest("safety_plan")
    reviewed = day_in(record, "sp_reviewed_on")
    if record is None or reviewed is None:
        return _none("e3_age", override)
    days = (case.day - reviewed).days
    return Part(
        code="e3_age",
        evidence=Evidence.SUPPORTS if is_current(case) else Evidence.CONTRADICTS,
        facts=(
            fact_of(
                record,
                phrase("Last looked at %n day(s) before the exit", count=days),
            ),
        ),
        override=override,
    )


def _fits(case: ExitCase) -> Part:
    record = case.case_file.newest("safety_plan")
    if record is None:
        return _none("e3_fits")
    purpose, reflects = (
        text_of(record.answers, "sp_for"),
        text_of(record.answers, "sp_reflects_now"),
    )
    fits = purpose in {"after_exit", "court"} and reflects in {"yes", "changed"}
    meant = _said(case, record, "sp_for", phrase("nothing yet"))
    words = phrase(
        "Written for: {meant}; fits real life: {open}",
        meant=meant,
        open=_said(case, record, "sp_reflects_now", "open"),
    )
    return Part(
        code="e3_fits",
        evidence=Evidence.SUPPORTS if fits else Evidence.CONTRADICTS,
        facts=(fact_of(record, words),),
    )


def _after_assessment(case: ExitCase) -> Part:
    record = case.case_file.newest("safety_plan")
    reviewed = day_in(record, "sp_reviewed_on")
    if record is None or reviewed is None:
        return _none("e3_after_ra")
    last, moved = case.case_file.last_assessment, _moved_on(case)
    earlier_than = [day for day in (last.on if last else None, moved) if day is not None]
    supports = all(reviewed >= day for day in earlier_than)
    facts = [fact_of(record, phrase("Looked at on {day}", day=long_date(reviewed)))]
    facts += [fact_of(last.record, phrase("Last risk assessment"))] if last is not None else []
    facts += (
        [Fact(text=phrase("Address changed on {day}", day=long_date(moved)))]
        if moved is not None
        else []
    )
    return Part(
        code="e3_after_ra",
        evidence=Evidence.SUPPORTS if supports else Evidence.CONTRADICTS,
        facts=tuple(facts),
    )


def _moved_on(case: ExitCase) -> date | None:
    moves = [
        each.on
        for each in case.case_file.assessments
        if text_of(each.record.answers, "trigger_event") == "moved"
    ]
    known = case.case_file.around.address_changed_on
    return max([*moves, *([known] if known is not None else [])], default=None)


def _numbers(case: ExitCase) -> Part:
    record = case.case_file.newest("safety_plan")
    if record is None:
        return _none("e3_numbers")
    outside = _outside_numbers(record)
    return Part(
        code="e3_numbers",
        evidence=Evidence.SUPPORTS if outside else Evidence.CONTRADICTS,
        facts=(
            fact_of(
                record,
                phrase("%n contact(s) outside our service, besides 999", count=outside),
            ),
        ),
    )


def _outside_numbers(record: Record) -> int:
    return sum(
        text_of(row, "spc_ours") not in {"yes", "true"}
        and bool(text_of(row, "spc_number"))
        and text_of(row, "spc_number").replace(" ", "") not in _EMERGENCY
        for row in rows_of(record.answers, "sp_who_i_call")
    )


def _said(case: ExitCase, record: Record, name: str, otherwise: str) -> str:
    code = text_of(record.answers, name)
    return case.speak(record.form_id, name, code) if code else otherwise


def _copy(case: ExitCase) -> Part:
    record = case.case_file.newest("safety_plan")
    if record is None:
        return _none("e3_copy")
    copy = text_of(record.answers, "sp_copy")
    evidence = Evidence.SUPPORTS if copy in _COPY_SAFE else Evidence.CONTRADICTS
    return Part(
        code="e3_copy",
        evidence=evidence if copy else Evidence.INCOMPLETE,
        facts=(
            fact_of(
                record,
                phrase(
                    "Client's copy: {not_answered}",
                    not_answered=_said(case, record, "sp_copy", "not answered"),
                ),
            ),
        ),
    )


READERS: tuple[Reader, ...] = (_age, _fits, _after_assessment, _numbers, _copy)

"""E6 to E16: the client's own word, and the further checks of the service."""

from collections.abc import Mapping

from outreach_app.domain.consents import ConsentState, consents_of
from outreach_app.domain.day_words import long_date
from outreach_app.domain.exits.evidence import (
    Evidence,
    ExitCase,
    Fact,
    Override,
    Part,
    Reader,
    answer_part,
    fact_of,
)
from outreach_app.domain.values import day_of, rows_of, state_of, text_of
from outreach_app.phrases import phrase

OUTCOMES = 7
_READY = {
    "yes": Evidence.SUPPORTS,
    "mostly": Evidence.SUPPORTS,
    "not_asked": Evidence.INCOMPLETE,
}
_NOT_READY = frozenset({"no", "not_sure"})


def is_unready(case: ExitCase) -> bool:
    """Say whether the client does not feel ready although the exit is planned."""
    return case.is_planned and text_of(case.answers, "client_ready") in _NOT_READY


def supervisor_talked(case: ExitCase) -> bool:
    """Say whether a supervisor has talked with the client, or offered to, and it is recorded."""
    return bool(said_by_supervisor(case, "client_supervisor_talk"))


def said_by_supervisor(case: ExitCase, name: str) -> str:
    """Return what a supervisor's review of the checklist says about a question, "" for nothing.

    A review of an earlier revision counts for facts such as a talk; `name` is the question that
    shows it in the form.
    """
    record = case.case_file.newest("exit_checklist")
    reviews = record.reviews if record is not None else ()
    said = [
        review.answers[name] for review in reviews if review.counted and review.answers.get(name)
    ]
    return said[-1] if said else text_of(case.answers, name)


def _ready(case: ExitCase) -> Part:
    ready = state_of(case.answers, "client_ready")
    evidence = _READY.get(ready, Evidence.INCOMPLETE)
    if is_unready(case):
        evidence = Evidence.CONTRADICTS
    met = state_of(case.answers, "client_targets_met")
    feels, met = _said(case, "client_ready", ready), _said(case, "client_targets_met", met)
    facts = [
        Fact(
            text=phrase("Client feels ready: {feels}; first goals met: {met}", feels=feels, met=met)
        )
    ]
    first = next(
        (a for a in case.case_file.assessments if a.fear_score is not None),
        None,
    )
    now = text_of(case.answers, "client_fear_score_exit")
    if first is not None and now:
        facts.append(
            fact_of(
                first.record,
                phrase(
                    "Feels safe: {now}, at first {before}",
                    now=now,
                    before=first.fear_score if first.fear_score is not None else "–",
                ),
            )
        )
    blocked = is_unready(case) and not supervisor_talked(case)
    return Part(
        code="e6_ready",
        evidence=evidence,
        facts=tuple(facts),
        override=Override.NOBODY if blocked else Override.CASEWORKER,
    )


def _said(case: ExitCase, name: str, state: str) -> str:
    """Return an answer in words, or why there is none."""
    return case.said(name) or state.replace("_", " ")


def _recorded(
    code: str, name: str, question: str, override: Override = Override.CASEWORKER
) -> Reader:
    def read(case: ExitCase) -> Part:
        answer = state_of(case.answers, name)
        return answer_part(
            code,
            _FROM_ANSWER.get(answer, Evidence.INCOMPLETE),
            f"{question}: {_said(case, name, answer)}",
            override,
        )

    return read


_FROM_ANSWER: Mapping[str, Evidence] = {
    "yes": Evidence.SUPPORTS,
    "no": Evidence.CONTRADICTS,
    "not_applicable": Evidence.NOT_APPLICABLE,
    "referred": Evidence.SUPPORTS,
    "considered_not_needed": Evidence.SUPPORTS,
    "declined_by_client": Evidence.SUPPORTS,
    "not_considered": Evidence.CONTRADICTS,
}


def consent_part(case: ExitCase) -> Part:
    """Read E8: every consent that is active at the exit is ended, or kept with purpose and date."""
    reviewed = {text_of(row, "cr_consent"): row for row in rows_of(case.answers, "consent_reviews")}
    active = [
        each
        for each in consents_of(case.case_file, case.timescales)
        if each.state_on(case.day) is ConsentState.VALID
    ]
    open_ones = [each for each in active if not _is_reviewed(reviewed.get(each.document_id))]
    confirmed = text_of(case.answers, "consents_reviewed") == "yes"
    evidence = Evidence.SUPPORTS if confirmed and not open_ones else Evidence.INCOMPLETE
    facts = [
        Fact(
            text=phrase(
                "{reviewed} of {every} active consents reviewed.",
                reviewed=len(active) - len(open_ones),
                every=len(active),
            )
        )
    ]
    facts += [
        Fact(text=phrase("Not reviewed: {words}", words=each.purpose or each.kind))
        for each in open_ones
    ]
    return Part(code="e8_consents", evidence=evidence, facts=tuple(facts), override=Override.NOBODY)


def _is_reviewed(row: Mapping[str, str] | None) -> bool:
    if row is None:
        return False
    if text_of(row, "cr_decision") == "ended":
        return True
    kept = text_of(row, "cr_decision") == "kept"
    return kept and bool(text_of(row, "cr_purpose")) and day_of(row, "cr_until") is not None


def _phone(case: ExitCase) -> Part:
    checked = state_of(case.answers, "e10_contact_checked")
    saved = state_of(case.answers, "e10_numbers_saved")
    evidence = _FROM_ANSWER.get(checked, Evidence.INCOMPLETE)
    if evidence is Evidence.SUPPORTS and saved in {"unknown", "not_asked"}:
        evidence = Evidence.INCOMPLETE
    contact, numbers = (
        _said(case, name, state)
        for name, state in (("e10_contact_checked", checked), ("e10_numbers_saved", saved))
    )
    words = phrase(
        "Safe contact checked: {contact}; our numbers saved: {numbers}",
        contact=contact,
        numbers=numbers,
    )
    return answer_part("e10_phone", evidence, words)


def is_retention_set(case: ExitCase) -> bool:
    """Say whether class, earliest destruction and legal hold are decided."""
    kind = text_of(case.answers, "retention_class")
    has_end = day_of(case.answers, "retention_until") is not None or kind == "legal_hold"
    return bool(kind) and has_end and text_of(case.answers, "legal_hold_considered") == "yes"


def _retention(case: ExitCase) -> Part:
    day = day_of(case.answers, "retention_until")
    until = phrase("until {day}", day=long_date(day)) if day is not None else phrase("no date")
    hold = (
        phrase("legal hold")
        if text_of(case.answers, "legal_hold") == "yes"
        else phrase("no legal hold")
    )
    words = f"{case.said('retention_class', 'No class')}, {until}, {hold}"
    evidence = Evidence.SUPPORTS if is_retention_set(case) else Evidence.INCOMPLETE
    return answer_part("e13_retention", evidence, words, Override.NOBODY)


def _learning(case: ExitCase) -> Part:
    said = text_of(case.answers, "e14_learned") or text_of(case.answers, "e14_obstacles")
    evidence = Evidence.SUPPORTS if said else Evidence.INCOMPLETE
    return answer_part(
        "e14_learning", evidence, "Recorded." if said else phrase("Nothing recorded.")
    )


def _outcomes(case: ExitCase) -> Part:
    checks = [
        record
        for record in case.case_file.all("outcomes_check")
        if text_of(record.answers, "oc_when") == "exit"
    ]
    rated = {
        text_of(row, "mo_outcome")
        for record in checks[-1:]
        for row in rows_of(record.answers, "outcome_rows")
        if text_of(row, "mo_client") and text_of(row, "mo_worker")
    }
    reason = text_of(case.answers, "e15_not_done_reason")
    done = len(rated) >= OUTCOMES
    facts = [
        fact_of(
            record,
            phrase("{rated} of {outcomes} outcomes rated", rated=len(rated), outcomes=OUTCOMES),
        )
        for record in checks[-1:]
    ]
    facts += [Fact(text=phrase("Not done: {reason}", reason=reason))] if reason else []
    return Part(
        code="e15_outcomes",
        evidence=Evidence.SUPPORTS if done or reason else Evidence.INCOMPLETE,
        facts=tuple(facts) or (Fact(text=phrase("No outcomes check at exit.")),),
    )


E6_READERS: tuple[Reader, ...] = (_ready,)
SINGLE_READERS: tuple[tuple[str, str, Reader], ...] = (
    (
        "e7",
        phrase(
            "Client knows rights, how to come back, complaints, and what happens to the records"
        ),
        _recorded("e7_understood_rights", "e7_client_knows", phrase("Client knows")),
    ),
    ("e8", phrase("Consents reviewed"), consent_part),
    (
        "e9",
        phrase("Referral to adult or children's services considered"),
        _recorded("e9_social_care", "e9_considered", "Considered"),
    ),
    ("e10", phrase("Safe contact checked"), _phone),
    (
        "e11",
        phrase("Keys, devices, money, room inventory"),
        _recorded("e11_property", "e11_returned", "Settled"),
    ),
    (
        "e12",
        phrase("Letters for housing, legal or court purposes offered"),
        _recorded("e12_reference", "e12_letters_offered", "Offered"),
    ),
    ("e13", phrase("Retention and legal hold"), _retention),
    ("e14", phrase("What we learned"), _learning),
    ("e15", phrase("Outcomes check done at exit"), _outcomes),
    (
        "e16",
        phrase("Staff safety information passed on"),
        _recorded("e16_staff_safety", "e16_passed", phrase("Passed on"), Override.SUPERVISOR),
    ),
)

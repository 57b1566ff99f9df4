"""E4: the client's papers and our own file are complete."""

from collections.abc import Mapping
from typing import Any

from outreach_app.domain.day_words import long_date
from outreach_app.domain.exits.evidence import (
    Evidence,
    ExitCase,
    Fact,
    Override,
    Part,
    Reader,
    aggregate,
    fact_of,
)
from outreach_app.domain.exits.unsettled import UNSETTLED, unsettled_words
from outreach_app.domain.values import day_of, is_yes, rows_of, state_of, text_of
from outreach_app.phrases import in_a_row, listed, phrase

_SETTLED = frozenset({"held_client", "not_needed"})
_TRACKED = frozenset({"held_ho", "applied", "held_police", "held_other"})
_NOT_PRESENT = frozenset({"lost", "held_exploiter", "unknown", ""})
_CORE: tuple[tuple[str, frozenset[str]], ...] = (
    (
        phrase("proof of identity or status"),
        frozenset({"passport", "id_card", "birth_certificate", "brp_evisa", "arc"}),
    ),
    (phrase("NRM letters"), frozenset({"nrm_letters"})),
    (phrase("GP registration"), frozenset({"gp_registration"})),
    (phrase("National Insurance number"), frozenset({"nino"})),
    (phrase("bank account"), frozenset({"bank"})),
    (phrase("benefit or support claim"), frozenset({"benefit_claim"})),
    (phrase("legal letters"), frozenset({"legal_letters"})),
    (phrase("housing paper"), frozenset({"tenancy"})),
)
_CHILD = (phrase("children's papers"), frozenset({"child_documents"}))


def _papers(case: ExitCase) -> list[tuple[str, str, str]]:
    return [
        (text_of(row, "doc_kind"), text_of(row, "doc_status"), text_of(row, "doc_where"))
        for row in rows_of(case.case_file.case, "documents_held")
    ]


def _standing(status: str, where: str) -> Evidence:
    if status in _SETTLED:
        return Evidence.SUPPORTS
    if status in _TRACKED:
        return Evidence.SUPPORTS if where.strip() else Evidence.INCOMPLETE
    return Evidence.CONTRADICTS


def _list(case: ExitCase) -> Part:
    papers = _papers(case)
    if not papers:
        return Part(
            code="e4_list",
            evidence=Evidence.INCOMPLETE,
            facts=(Fact(text=phrase("No paper is listed in the case record.")),),
        )
    record = case.case_file.newest("case")
    facts = []
    for kind, status, where in papers:
        words = f"{case.speak('case', 'doc_kind', kind)}: "
        words += case.speak("case", "doc_status", status or "unknown")
        words += f", {where}" if where else ""
        facts.append(fact_of(record, words) if record is not None else Fact(text=words))
    return Part(
        code="e4_list",
        evidence=aggregate(_standing(status, where) for _, status, where in papers),
        facts=tuple(facts),
    )


def _core(case: ExitCase) -> Part:
    wanted = (*_CORE, _CHILD) if is_yes(case.case_file.client, "has_dependants") else _CORE
    present = {kind for kind, status, _ in _papers(case) if status not in _NOT_PRESENT}
    missing = [words for words, kinds in wanted if not kinds & present]
    facts = tuple(Fact(text=phrase("Missing: {words}", words=words)) for words in missing)
    return Part(
        code="e4_core",
        evidence=Evidence.CONTRADICTS if missing else Evidence.SUPPORTS,
        facts=facts or (Fact(text=phrase("The important papers are there or not needed.")),),
    )


def _our_file(case: ExitCase) -> Part:
    unfinished = case.case_file.unfinished(*UNSETTLED)
    plan = case.case_file.newest("support_plan")
    closing = plan is not None and text_of(plan.answers, "plan_kind") in {"exit", "move_on"}
    missing = [
        words
        for words, is_there in (
            (phrase("final risk assessment"), case.case_file.last_assessment is not None),
            (phrase("closing plan"), closing),
            (phrase("safety plan"), case.case_file.newest("safety_plan") is not None),
        )
        if not is_there
    ]
    evidence = Evidence.INCOMPLETE if missing else Evidence.SUPPORTS
    facts = [
        Fact(
            text=unsettled_words(document).removesuffix("."),
            document_id=document.document_id,
        )
        for document in unfinished
    ]
    facts += [Fact(text=phrase("Missing: {words}", words=words)) for words in missing]
    return Part(
        code="e4_our_file",
        evidence=Evidence.CONTRADICTS if unfinished else evidence,
        facts=tuple(facts) or (Fact(text=phrase("Our own file is complete.")),),
        override=Override.NOBODY if unfinished else Override.CASEWORKER,
    )


def _handover(case: ExitCase) -> Part:
    with_us = [kind for kind, status, _ in _papers(case) if status == "held_safe"]
    left = state_of(case.answers, "handover_left")
    passport = "passport" in with_us or text_of(case.answers, "handover_passport_left") == "yes"
    facts = [
        Fact(text=phrase("Still with us: {paper}", paper=case.speak("case", "doc_kind", kind)))
        for kind in with_us
    ]
    facts += [
        Fact(
            text=in_a_row((phrase("Handed over: {what}", what=text_of(row, "ho_what")), _when(row)))
        )
        for row in rows_of(case.answers, "handover_items")
    ]
    evidence = Evidence.INCOMPLETE
    if with_us or left == "yes":
        evidence = Evidence.CONTRADICTS
    elif left == "no":
        evidence = Evidence.SUPPORTS
    return Part(
        code="e4_handover",
        evidence=evidence,
        facts=tuple(facts)
        or (
            Fact(
                text=phrase(
                    "Anything still with us: {answer}", answer=listed(left.replace("_", " "))
                )
            ),
        ),
        override=Override.SUPERVISOR if passport else Override.CASEWORKER,
    )


def _when(row: Mapping[str, Any]) -> str:
    day = day_of(row, "ho_when")
    return long_date(day) if day is not None else ""


def _copies(case: ExitCase) -> Part:
    asked = state_of(case.answers, "copies_asked")
    evidence = Evidence.SUPPORTS if asked == "yes" else Evidence.CONTRADICTS
    words = phrase(
        "Asked about copies of own records: {answer}", answer=listed(asked.replace("_", " "))
    )
    return Part(code="e4_copies", evidence=evidence, facts=(Fact(text=words),))


READERS: tuple[Reader, ...] = (_list, _core, _our_file, _handover, _copies)

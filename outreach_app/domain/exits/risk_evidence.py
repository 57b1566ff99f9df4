"""E1: risk has significantly decreased, shown by the risk assessment."""

from outreach_app.domain.assessments import Assessment
from outreach_app.domain.exits.evidence import (
    Evidence,
    ExitCase,
    Fact,
    Override,
    Part,
    Reader,
    fact_of,
)
from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.risk import GAP_DOMAINS
from outreach_app.domain.trend import RiskReduction, baseline, risk_reduction
from outreach_app.domain.values import text_of
from outreach_app.phrases import listed, phrase

RECENT_KINDS = frozenset({"exit", "full", "review"})
VERY_HIGH_REASONS = frozenset(
    {"died", "missing", "disengaged", "removed", "transferred", "custody", "hospital"}
)
_NONE = Fact(text=phrase("No signed risk assessment."))


def _recent(case: ExitCase) -> Part:
    fitting = [each for each in case.case_file.assessments if each.kind in RECENT_KINDS]
    last = fitting[-1] if fitting else None
    recent = case.is_recent("exit_ra_max_age", last.on) if last is not None else False
    facts = [_NONE] if last is None else [_assessment_fact(last)]
    if last is not None and not recent:
        facts.append(
            Fact(
                text=phrase("{days} days before the exit: too old.", days=(case.day - last.on).days)
            )
        )
    if any(
        document.form_id == "risk_assessment" for document in case.case_file.unfinished("draft")
    ):
        facts.append(Fact(text=phrase("A newer assessment is still a draft.")))
    return Part(
        code="e1_recent",
        evidence=Evidence.SUPPORTS if recent else Evidence.INCOMPLETE,
        facts=tuple(facts),
        override=Override.SUPERVISOR,
    )


def _assessment_fact(assessment: Assessment) -> Fact:
    level = assessment.effective
    words = level.label if level is not None else phrase("no level")
    return fact_of(
        assessment.record,
        phrase("Assessment ({kind}): {level}", kind=listed(assessment.kind), level=words),
    )


def _level(case: ExitCase) -> Part:
    last, highest = case.case_file.last_assessment, case.case_file.highest_level
    if last is None or last.effective is None or highest is None:
        return _unknown("e1_level", Override.SUPERVISOR)
    level = last.effective
    lower = level is RiskLevel.MEDIUM and level < highest
    supports = level is RiskLevel.LOW or lower
    blocked = level is RiskLevel.VERY_HIGH and case.reason not in VERY_HIGH_REASONS
    return Part(
        code="e1_level",
        evidence=Evidence.SUPPORTS if supports else Evidence.CONTRADICTS,
        facts=(
            _assessment_fact(last),
            Fact(text=phrase("Highest level ever recorded: {highest}.", highest=highest.label)),
        ),
        override=Override.NOBODY if blocked else Override.SUPERVISOR,
    )


def _unknown(code: str, override: Override) -> Part:
    return Part(code=code, evidence=Evidence.INCOMPLETE, facts=(_NONE,), override=override)


def _lower(case: ExitCase) -> Part:
    assessments = case.case_file.assessments
    first = baseline(assessments)
    row = case.timescales.find("risk_comparison_max_age", case.day, case.case_file.jurisdiction)
    if first is None or row is None:
        return _unknown("e1_lower", Override.CASEWORKER)
    result = risk_reduction(assessments, case.day, row.values[0])
    supports = result in {RiskReduction.REDUCED, RiskReduction.REDUCED_SCORE} or (
        first.effective is RiskLevel.LOW and result is RiskReduction.SAME
    )
    evidence = Evidence.SUPPORTS if supports else Evidence.CONTRADICTS
    if result is RiskReduction.NOT_COMPARABLE:
        evidence = Evidence.INCOMPLETE
    return Part(
        code="e1_lower",
        evidence=evidence,
        facts=(
            fact_of(
                first.record,
                phrase(
                    "First assessment: {level}",
                    level=first.effective.label if first.effective else "–",
                ),
            ),
            Fact(
                text=phrase(
                    "Compared with the first assessment: {result}.",
                    result=listed(result.replace("_", " ")),
                )
            ),
        ),
    )


def _rows(case: ExitCase) -> Part:
    last = case.case_file.last_assessment
    if last is None:
        return _unknown("e1_rows", Override.SUPERVISOR)
    counted = [row for row in last.rows if row.is_counted]
    high = [row for row in counted if row.band is not None and row.band >= RiskLevel.HIGH]
    unrated = [row for row in counted if row.band is None]
    evidence = Evidence.INCOMPLETE if unrated else Evidence.SUPPORTS
    if high:
        evidence = Evidence.CONTRADICTS
    facts = [
        fact_of(last.record, f"{row.named}: {row.band.label if row.band else 'not rated'}")
        for row in counted
    ]
    return Part(
        code="e1_rows",
        evidence=evidence,
        facts=tuple(facts) or (fact_of(last.record, phrase("No open risk is listed.")),),
        override=Override.SUPERVISOR,
    )


def _flags(case: ExitCase) -> Part:
    still_open = case.case_file.open_flags()
    facts = tuple(
        Fact(
            text=phrase(
                "Open flag “{flag}”: clear it, or name who holds the risk now", flag=flag.label
            ),
            document_id=flag.document_id,
            form_id="safety_flag",
            on=flag.set_on,
        )
        for flag in still_open
    )
    return Part(
        code="e1_flags",
        evidence=Evidence.CONTRADICTS if still_open else Evidence.SUPPORTS,
        facts=facts or (Fact(text=phrase("No safety flag is open.")),),
        override=Override.NOBODY,
    )


def _gaps(case: ExitCase) -> Part:
    last = case.case_file.last_assessment
    if last is None:
        return _unknown("e1_gaps", Override.CASEWORKER)
    found = [gap for gap in last.open_gaps() if gap.core and gap.domain in GAP_DOMAINS]
    facts = tuple(
        fact_of(last.record, phrase("Not known: {question}", question=gap.question))
        for gap in found
    )
    return Part(
        code="e1_gaps",
        evidence=Evidence.CONTRADICTS if found else Evidence.SUPPORTS,
        facts=facts or (fact_of(last.record, phrase("No important gap is open.")),),
    )


READERS: tuple[Reader, ...] = (_recent, _level, _lower, _rows, _flags, _gaps)

DECREASED_PARTS = ("e1_recent", "e1_level", "e1_lower", "e1_rows", "e1_flags")


def has_holder(case: ExitCase) -> bool:
    """Say whether the checklist names who holds a very high risk from now on."""
    return bool(text_of(case.answers, "exit_very_high_holder").strip())

"""S2.3 and S2.4: the National Referral Mechanism, step by step."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from outreach_app.domain.reports.counting import Layout, Measured, Unit, answer, answers
from outreach_app.domain.reports.people import Counting
from outreach_app.domain.reports.periods import Period
from outreach_app.domain.reports.records import CaseRecord

_RG_POSITIVE = frozenset({"rg_positive", "rg_cg_combined_positive"})
_RG_NEGATIVE = frozenset({"rg_negative", "rg_cg_combined_negative"})


def nrm_tables(cases: Iterable[CaseRecord], period: Period) -> Iterator[Counting]:
    """Yield the tables of the NRM with their units."""
    steps, advice, reasons = [], [], []
    for case in cases:
        columns: tuple[str, ...] = ("every_type",)
        if "domestic_servitude" in answers(case.case.get("exploitation_types")):
            columns = (*columns, "domestic_servitude")
        rows = _nrm_rows(case, period)
        if rows:
            steps.append(Unit(case.case_id, rows, columns))
        decided = [
            each for each in case.of("nrm_explanation") if period.holds(each.day("nrm_decision_on"))
        ]
        if decided:
            said = answer(case.case.get("legal_adviser_before_nrm"))
            advice.append(Unit(case.case_id, said, ("decided",)))
        refused = [each for each in decided if each.text("nrm_decision") == "no"]
        if refused:
            why = answers(refused[-1].text("nrm_no_reasons"))
            reasons.append(Unit(case.case_id, why, ("not_wanted",)))
    yield (
        Layout(
            code="S2.3",
            title="National Referral Mechanism",
            counted="cases with a step in the period",
            columns=("every_type", "domestic_servitude"),
            rows=_NRM_ROWS,
            exclusive=False,
        ),
        steps,
    )
    yield (
        Layout(
            code="S2.3b",
            title="Why the NRM was not wanted",
            counted="cases",
            columns=("not_wanted",),
            lists=("nrm_refusal_reason",),
            exclusive=False,
        ),
        reasons,
    )
    yield (
        Layout(
            code="S2.4",
            title="Legal advice before the decision about the NRM",
            counted="cases that decided in the period",
            columns=("decided",),
            lists=("yes_no_unknown_na",),
        ),
        advice,
    )


_NRM_ROWS = (
    "nrm_explained", "nrm_wanted", "nrm_not_wanted", "nrm_submitted", "rg_positive", "rg_negative",
    "rg_open", "cg_positive", "cg_negative", "nrm_withdrawn", "dtn_given",
)  # fmt: skip


def _nrm_rows(case: CaseRecord, period: Period) -> tuple[str, ...]:
    events = _events(case)
    found = []
    for each in case.of("nrm_explanation"):
        if period.holds(each.day("nrm_session_on")):
            found.append("nrm_explained")
            if each.text("n_dtn") == "yes":
                found.append("dtn_given")
        if period.holds(each.day("nrm_decision_on")):
            wanted = each.text("nrm_decision")
            found += {"yes": ["nrm_wanted"], "yes_no_support": ["nrm_wanted"]}.get(wanted, [])
            found += ["nrm_not_wanted"] if wanted == "no" else []
    for row, kinds in _EVENTS.items():
        if any(period.holds(day) for kind, day in events if kind in kinds):
            found.append(row)
    sent = [day for kind, day in events if kind == "referred" and day <= period.end]
    decided = [
        day for kind, day in events if kind in _RG_POSITIVE | _RG_NEGATIVE and day <= period.end
    ]
    if sent and not decided:
        found.append("rg_open")
    return tuple(dict.fromkeys(found))


_EVENTS = {
    "nrm_submitted": frozenset({"referred"}),
    "rg_positive": _RG_POSITIVE,
    "rg_negative": _RG_NEGATIVE,
    "cg_positive": frozenset({"cg_positive", "rg_cg_combined_positive"}),
    "cg_negative": frozenset({"cg_negative", "rg_cg_combined_negative"}),
    "nrm_withdrawn": frozenset({"withdrawn"}),
}


def _events(case: CaseRecord) -> list[tuple[str, date]]:
    found = []
    for each in case.of("nrm_event"):
        day = each.day("nrm_event_date")
        if day is not None:
            found.append((each.text("nrm_event_kind"), day))
    return found


def days_to_reasonable_grounds(cases: Iterable[CaseRecord], period: Period) -> tuple[Measured, ...]:
    """Return the days from the submission to the first decision that falls in the period."""
    found = []
    for case in cases:
        events = _events(case)
        sent = [day for kind, day in events if kind == "referred"]
        decided = [day for kind, day in events if kind in _RG_POSITIVE | _RG_NEGATIVE]
        if sent and decided and period.holds(min(decided)) and min(decided) >= min(sent):
            days = Fraction((min(decided) - min(sent)).days)
            found.append(Measured(case.case_id, "all", days))
    return tuple(found)

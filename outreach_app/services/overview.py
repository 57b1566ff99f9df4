"""Where a case stands, in plain values: level, trend, flags, plan, gaps, referrals, states."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.consents import consents_of
from outreach_app.domain.documents import Subject
from outreach_app.domain.plan import progress, read_goals
from outreach_app.domain.referrals import referrals_of
from outreach_app.domain.risk_review import overdue
from outreach_app.domain.trend import read_trend
from outreach_app.domain.values import day_of
from outreach_app.report.dates import readable_date
from outreach_app.services.case_files import documents_of
from outreach_app.services.case_words import in_words, reference_of
from outreach_app.services.risk_changes import risk_changes_in_case
from outreach_app.services.supervision import states_of_documents
from outreach_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Overview:
    """A case at a glance: lines for a person, values for a script, the state of each document."""

    lines: tuple[str, ...]
    data: Mapping[str, Any]
    states: Mapping[str, str]


def case_overview(workspace: Workspace, subject: Subject) -> Overview:
    """Return where a case stands today."""
    sitting = workspace.sitting
    case_file = workspace.casework.case_file(subject)
    ids = [each.document_id for each in documents_of(sitting.vault, subject)]
    states = {each: state.value for each, state in states_of_documents(sitting, ids).items()}
    data: dict[str, Any] = {
        "client_ref": case_file.client.get("client_ref", ""),
        "level": case_file.level.code if case_file.level else "",
        "minor": case_file.is_minor,
        "open_flags": [flag.code for flag in case_file.open_flags()],
        "trend": _trend(case_file),
        "goals": _plan(case_file),
        "open_gaps": [gap.question for gap in _gaps(case_file)],
        "next_review": _next_review(case_file),
        "consents": [
            {"document": each.document_id, "state": each.state_on(case_file.on).value}
            for each in consents_of(case_file, sitting.configuration.time_limits())
        ],
        "referrals": [
            {
                "document": each.document_id,
                "key": each.label,
                "kind": each.kind,
                "state": each.status,
            }
            for each in referrals_of(case_file)
        ],
    }
    changed = risk_changes_in_case(workspace, case_file)
    data["risk_changes"] = changed.data() if changed is not None else None
    lines = _lines(case_file, data, reference_of(workspace, subject))
    return Overview(
        lines=(*lines, *(changed.lines() if changed is not None else ())),
        data=data,
        states=states,
    )


def _lines(case_file: CaseFile, data: Mapping[str, Any], reference: str) -> list[str]:
    level = case_file.level
    due = day_of({"due": data["next_review"]}, "due")
    late = overdue(level, due, case_file.on) if level and due else None
    shown = late.text if late else (level.label if level else "not assessed")
    review = readable_date(data["next_review"]) or "-"
    lines = [
        f"{data['client_ref'] or reference} – level {shown}, next review {review}",
        f"Open flags: {', '.join(map(in_words, data['open_flags'])) or 'none'}",
    ]
    lines += [
        f"  {readable_date(point['on'])}  {point['kind']:9} indicated {point['indicated']:10} "
        f"judged {point['judged']:10} own feeling {point['own_feeling']}"
        for point in data["trend"]
    ]
    if data["goals"]:
        lines.append(f"Plan: {data['goals']['text']}")
    lines.append(f"Open information gaps: {len(data['open_gaps'])}")
    return lines


def _trend(case_file: CaseFile) -> list[dict[str, Any]]:
    return [
        {
            "on": point.on.isoformat(),
            "kind": point.kind,
            "indicated": point.indicated.label if point.indicated else "-",
            "judged": point.judged.label if point.judged else "-",
            "own_feeling": "-" if point.own_feeling is None else point.own_feeling,
        }
        for point in read_trend(case_file.assessments).points
    ]


def _plan(case_file: CaseFile) -> dict[str, Any]:
    if case_file.newest("support_plan") is None:
        return {}
    found = progress(read_goals(case_file.plan))
    return {"total": found.total, "met": found.met, "text": found.text}


def _gaps(case_file: CaseFile) -> tuple[Any, ...]:
    last = case_file.last_assessment
    return last.open_gaps() if last is not None else ()


def _next_review(case_file: CaseFile) -> str:
    last = case_file.last_assessment
    return str(last.record.answers.get("next_review", "")) if last is not None else ""

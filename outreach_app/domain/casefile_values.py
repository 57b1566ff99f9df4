"""The case file as a form may see it: names and texts, in the order of the sample document."""

from collections.abc import Mapping
from typing import Any

from outreach_app.domain.age import age_text
from outreach_app.domain.assessments import Assessment
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.plan import latest_review, progress, read_goals
from outreach_app.domain.records import Record
from outreach_app.domain.referrals import referrals_of
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import row_id_of, rows_of, text_of

Values = dict[str, Any]

_CLIENT = ("nationalities", "pregnant", "has_dependants", "english_speaking", "interpreter_needed")
_CASE = ("police_involved", "immigration_status", "public_funds")
_ITEMS = ("d7_distrust_now", "d7_interview_or_trial_now", "d9_suicidal_thoughts_now")


def casefile_values(
    case_file: CaseFile, timescales: Timescales, *, complete: bool = True
) -> Values:
    """Return the content of the external instance ``casefile``.

    Leaves are texts, "" for what is not known; groups are mappings; what repeats is a list of
    mappings under its element's name. Names and order are those of the sample document.

    Args:
        case_file: The case as it stands.
        timescales: For the limits of dates.
        complete: Whether every document of the case was read, which a form asks before it takes
            the absence of something for good news.
    """
    return {
        "asof": case_file.on.isoformat(),
        "complete": _true(complete),
        "client": {
            "is_minor": _true(case_file.is_minor),
            "age_text": age_text(case_file.client, case_file.on),
            **_texts(case_file.client, _CLIENT),
        },
        "case": {
            "jurisdiction": case_file.jurisdiction,
            "opened_on": text_of(case_file.case, "case_opened_on"),
            **_texts(case_file.case, _CASE),
        },
        "ra": _assessment(case_file),
        "plan": _plan(case_file),
        "exit": _texts(case_file.answers_of("exit_checklist"), ("client_wants_contact",)),
        "flags": {"flag": [_flag(record) for record in case_file.all("safety_flag")]},
        "risks": {"risk": _risks(case_file.last_assessment)},
        "goals": {"goal": [_goal(row) for row in rows_of(case_file.plan, "goals")]},
        "referrals": {"referral": _referrals(case_file)},
        "limits": _limits(case_file, timescales),
    }


def _true(condition: bool) -> str:
    return "true" if condition else "false"


def _texts(answers: Mapping[str, Any], names: tuple[str, ...]) -> Values:
    return {name: text_of(answers, name) for name in names}


def _assessment(case_file: CaseFile) -> Values:
    last, highest = case_file.last_assessment, case_file.highest_level
    answers = last.record.answers if last is not None else {}
    effective = last.effective if last is not None else None
    return {
        "id": last.record.document_id if last is not None else "",
        "on": last.on.isoformat() if last is not None else "",
        "kind": last.kind if last is not None else "",
        "indicated_level": text_of(answers, "indicated_level"),
        "overall_level": text_of(answers, "overall_level"),
        "effective_level": effective.code if effective is not None else "",
        "highest_level": highest.code if highest is not None else "",
        **_texts(answers, ("next_review", "missing_risk", *_ITEMS)),
    }


def _plan(case_file: CaseFile) -> Values:
    record = case_file.newest("support_plan")
    if record is None:
        names = ("total", "met", "open_long", "open_other")
        counts = {f"targets_{name}": "" for name in names}
        return {"id": "", "on": "", **counts, "next_review": ""}
    found = progress(read_goals(record.answers))
    return {
        "id": record.document_id,
        "on": record.on.isoformat(),
        "targets_total": str(found.total),
        "targets_met": str(found.met),
        "targets_open_long": str(len(found.open_long)),
        "targets_open_other": str(len(found.open_other)),
        "next_review": text_of(record.answers, "plan_next_review"),
    }


def _flag(record: Record) -> Values:
    cleared = bool(text_of(record.answers, "flag_cleared_at"))
    return {
        "code": text_of(record.answers, "flag_code"),
        "state": "cleared" if cleared else "open",
        "set_at": text_of(record.answers, "flag_set_at"),
    }


def _risks(last: Assessment | None) -> list[Values]:
    return [
        {
            "id": row.row_id,
            "key": row.label,
            "title": row.title,
            "domain": row.domain,
            "band": row.band.code if row.band is not None else "",
            "status": row.status,
        }
        for row in (last.rows if last is not None else ())
    ]


def _goal(row: Mapping[str, Any]) -> Values:
    return {
        "id": row_id_of(row),
        "key": text_of(row, "goal_key"),
        "domain": text_of(row, "goal_domain"),
        "status": text_of(row, "goal_status"),
        "long_term": text_of(row, "goal_long_term"),
        "target_date": text_of(row, "goal_target_date"),
    }


def _referrals(case_file: CaseFile) -> list[Values]:
    return [
        {
            "id": each.document_id,
            "key": each.label,
            "kind": each.kind,
            "identity_shared": text_of(each.record.answers, "ref_identity_shared"),
            "status": each.status,
        }
        for each in referrals_of(case_file)
    ]


def _limits(case_file: CaseFile, timescales: Timescales) -> Values:
    nation, on = case_file.jurisdiction, case_file.on

    def until(code: str) -> str:
        if timescales.find(code, on, nation) is None:
            return ""
        return timescales.due(code, on, None, nation).due.isoformat()

    review = ""
    if timescales.find("plan_review", on, nation) is not None:
        review = latest_review(on, case_file.level, timescales, nation).due.isoformat()
    notice = timescales.find("exit_notice", on, nation)
    return {
        "plan_review_until": review,
        "consent_share_until": until("consent_share_max"),
        "consent_other_until": until("consent_other_max"),
        "exit_date_until": until("exit_date_ahead_max"),
        "exit_notice_days": str(notice.values[0]) if notice is not None else "",
    }

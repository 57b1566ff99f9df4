"""The date or instant that a document is about, as a text that sorts."""

from datetime import UTC, datetime

from outreach_app.domain.answers import FlatAnswers

_OWN_DATES = {
    "risk_assessment": "assessed_at",
    "support_plan": "plan_date",
    "safety_plan": "sp_date",
    "case": "case_opened_on",
    "consent": "con_date",
    "contact_note": "note_datetime",
    "nrm_event": "nrm_event_date",
    "agency_involvement": "agency_since",
    "safety_flag": "flag_set_at",
    "missing_episode": "me_from",
    "exit_checklist": "exit_date",
    "transmission": "tx_at",
    "follow_up": "fu_done_on",
    "rights_request": "rr_received_on",
    "incident": "inc_noticed_at",
    "referral_approval": "pa_at",
}


def own_date(form_id: str, answers: FlatAnswers, signed_at: str) -> str:
    """Return the date or instant (in UTC) that a document is about: its own, else its signing."""
    written = answers.get(_OWN_DATES.get(form_id, ""), "")
    return in_utc(written if isinstance(written, str) and written else signed_at)


def in_utc(text: str) -> str:
    """Return an instant in UTC, so that texts sort; a date, partial or not, as it is."""
    if "T" not in text:
        return text
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return text
    if instant.tzinfo is None:
        return text
    return instant.astimezone(UTC).isoformat(timespec="seconds")

"""An agency, a consent for it and a referral that rests on it, as plans of one case."""

from outreach_app.services.revising import RevisionPlan
from tests.services.builders import CaseBuilder


def agency_plan(case: CaseBuilder, name: str = "Quay Counselling") -> RevisionPlan:
    """Return an agency with a telephone."""
    agency = {
        "agency_kind": "mental_health",
        "agency_name": name,
        "agency_contact": "020 7946 0899",
    }
    return case.plan(case.document("agency_involvement"), {"main": {"agency": agency}})


def consent_plan(case: CaseBuilder, agency_id: str, **more: str) -> RevisionPlan:
    """Return a consent to share with an agency; `more` replaces answers."""
    section = {
        "con_kind": "share",
        "con_key": "C1",
        "con_agency": agency_id,
        "con_purpose": "prepare the first session",
        "con_what": "identity needs exploitation health",
        "con_explained": "yes",
        "con_can_say_no": "yes",
        "con_decision": "given",
        "con_how_given": "verbal_witness",
        "con_by_whom": "client",
        "con_date": "2026-02-02",
        "con_expires": "2026-06-01",
        **more,
    }
    return case.plan(case.document("consent"), {"main": {"consent_section": section}})


def referral_plan(case: CaseBuilder, agency_id: str, consent_id: str, **more: str) -> RevisionPlan:
    """Return a named referral for support that rests on a consent; `more` replaces answers."""
    head = {
        "ref_kind": "support",
        "ref_key": "HH-26-A001/1",
        "ref_urgency": "routine",
        "ref_to_agency": agency_id,
        "ref_identity_shared": "named",
        "ref_consent": consent_id,
        **more,
    }
    return case.plan(case.document("referral"), {"main": {"ref_head": head}})

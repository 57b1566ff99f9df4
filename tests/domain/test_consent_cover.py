"""What consents cover of what is to be shared."""

from datetime import date
from typing import Any

from outreach_app.domain.consent_cover import cover, facts_in
from outreach_app.domain.consents import Consent

TODAY = date(2026, 2, 3)


def consent(decision: str = "given", **changes: Any) -> Consent:
    facts: dict[str, Any] = {
        "document_id": "d_1",
        "kind": "share",
        "decision": decision,
        "given_on": date(2026, 2, 1),
        "agency_id": "d_agency",
        "purpose": "housing",
        "parts": ("needs",),
        "expires": date(2026, 6, 1),
        **changes,
    }
    return Consent(**facts)


def test_documents_and_parts_come_to_classes_of_facts() -> None:
    assert facts_in(["support_plan"], ["main"]) == ("needs",)
    assert facts_in(["risk_assessment"], ["main", "special"]) == ("exploitation", "health", "risk")
    assert facts_in(["client"], ["location"]) == ("contact", "identity")
    assert facts_in(["unknown_form"], []) == ()


def test_all_classes_must_be_agreed_and_several_consents_add_up() -> None:
    needs, risk = consent(), consent(purpose="safety", parts=("risk",))
    assert cover([needs], "d_agency", ["needs"], TODAY).is_whole
    assert cover([needs], "d_agency", ["needs", "risk"], TODAY).uncovered == ("risk",)
    assert cover([needs, risk], "d_agency", ["needs", "risk"], TODAY).is_whole


def test_another_agency_covers_nothing_and_nothing_is_not_whole() -> None:
    assert not cover([consent()], "d_other", [], TODAY).is_whole
    assert cover([consent()], "d_other", ["needs"], TODAY).uncovered == ("needs",)


def test_a_later_no_outweighs_an_earlier_yes_for_the_same_purpose() -> None:
    later = consent("refused", given_on=date(2026, 2, 2))
    found = cover([consent(), later], "d_agency", ["needs"], TODAY)
    assert found.uncovered == ("needs",)
    assert found.against == (later,)


def test_withdrawn_and_expired_stand_against_it() -> None:
    for gone in (
        consent(withdrawn_on=date(2026, 2, 2)),
        consent(expires=date(2026, 2, 2)),
    ):
        assert cover([gone], "d_agency", ["needs"], TODAY).against == (gone,)

"""Which protocols a case suggests (1.1 of the rules for referrals)."""

from datetime import date

import pytest

from outreach_app.domain.casefile import build_case_file
from outreach_app.domain.records import DocumentState
from outreach_app.domain.referral_protocols import PROTOCOLS, Why, suggested_protocols
from tests.domain.history import signed

ON = date(2026, 3, 1)
ADULT = signed("client", "client", "2026-02-03", {"age_status": "adult_confirmed"})
CHILD = signed("client", "client", "2026-02-03", {"age_status": "disputed"})


def flag(code: str) -> DocumentState:
    answers = {"flag_code": code, "flag_set_at": "2026-02-04T10:00:00+00:00"}
    return signed("safety_flag", code, "2026-02-04", answers)


def decided(code: str) -> DocumentState:
    return signed("nrm_explanation", "nrm", "2026-02-05", {"nrm_decision": code})


@pytest.mark.parametrize(
    ("documents", "kinds"),
    [
        ([ADULT], ()),
        ([CHILD], ("child_safeguarding", "nrm")),
        ([ADULT, flag("child_at_risk")], ("child_safeguarding",)),
        ([ADULT, flag("danger_now")], ("law_enforcement",)),
        ([ADULT, flag("other_victims_in_place")], ("law_enforcement",)),
        ([ADULT, flag("adult_at_risk")], ("adult_safeguarding",)),
        ([ADULT, decided("yes")], ("nrm",)),
        ([ADULT, decided("yes_no_support")], ("nrm",)),
        ([ADULT, decided("no")], ("dtn", "support")),
        ([ADULT, decided("later")], ()),
    ],
)
def test_rule_1_1_each_sign_suggests_its_protocol(
    documents: list[DocumentState], kinds: tuple[str, ...]
) -> None:
    found = suggested_protocols(build_case_file(documents, ON))
    assert tuple(each.kind for each in found) == kinds
    assert {each.kind for each in found} <= set(PROTOCOLS)


def test_rule_1_1_a_child_comes_first_and_danger_gives_the_reason_for_the_police() -> None:
    documents = [CHILD, flag("other_victims_in_place"), flag("danger_now")]
    found = suggested_protocols(build_case_file(documents, ON))
    assert [(each.kind, each.why) for each in found] == [
        ("child_safeguarding", Why.CHILD),
        ("law_enforcement", Why.DANGER),
        ("nrm", Why.CHILD_NRM),
    ]

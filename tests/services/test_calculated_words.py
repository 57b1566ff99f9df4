"""What the rules write into a form, in words."""

from outreach_app.domain.calculated import rule_line
from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.risk import FiredRule
from outreach_app.services.calculated_words import split_rule, spoken
from outreach_app.services.catalogue import load_shipped

_RULES = "indicated_rules"


def test_rules_are_told_with_their_level_and_without_their_number() -> None:
    definition, _compiled = load_shipped("risk_assessment")
    fired = (
        FiredRule("K1", RiskLevel.VERY_HIGH, "The highest open risk is very high.", ("Threats",)),
        FiredRule("K4", RiskLevel.MEDIUM, "A first assessment is never below medium.", ()),
    )
    stored = "\n".join(map(rule_line, fired))
    assert spoken(definition, _RULES, stored).splitlines() == [
        "Very high: The highest open risk is very high. Threats",
        "Medium: A first assessment is never below medium.",
    ]
    assert split_rule("Something older") == ("", "Something older")

"""The words of codes in a report: those of the forms, and those of the report itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from outreach_app.services.case_words import in_words
from outreach_app.services.catalogue import Catalogue

_QUESTION = {
    "exploitation_type": ("case", "exploitation_types"),
    "exploitation_where": ("case", "exploitation_where"),
    "agency_kind": ("case", "referred_in_by"),
    "service_kind": ("case", "service_kind"),
    "gender": ("client", "gender"),
    "country": ("client", "nationalities"),
    "ethnic_group": ("client", "ethnic_group"),
    "yes_no_unknown": ("client", "disability"),
    "yes_no_unknown_na": ("client", "pregnant"),
    "accommodation_kind": ("client", "addr_kind"),
    "police_force": ("client", "location_found_force"),
    "substance_mode": ("risk_assessment", "substance_mode"),
    "risk_level": ("risk_assessment", "overall_level"),
    "gap_status": ("risk_assessment", "gap_status"),
    "flag_code": ("safety_flag", "flag_code"),
    "ref_kind": ("referral", "ref_kind"),
    "dnh_decision": ("referral", "dnh_decision"),
    "as_consent_basis": ("referral", "as_consent_basis"),
    "out_status": ("referral_outcome", "out_status"),
    "out_reason": ("referral_outcome", "out_reason"),
    "nrm_refusal_reason": ("nrm_explanation", "nrm_no_reasons"),
    "obstacle": ("support_plan", "act_blocked_by"),
    "language": ("client", "first_language"),
    "local_authority": ("referral", "ref_to_area"),
    "dnh_measure": ("referral", "dnh_measure_kinds"),
    "need_domain": ("support_plan", "need_domain"),
    "need_level": ("support_plan", "need_level"),
    "goal_status": ("support_plan", "goal_status"),
    "mscos_outcome": ("outcomes_check", "mo_outcome"),
    "exit_reason": ("exit_checklist", "exit_reason"),
    "exit_kind": ("exit_checklist", "exit_kind"),
    "long_term_item": ("exit_checklist", "lt_what"),
    "lt_how": ("exit_checklist", "lt_how"),
    "fu_result": ("follow_up", "fu_result"),
}
"""A question of the shipped forms for each list."""

_OWN = {
    "missing": "Not known, not said or not asked",
    "new": "New",
    "open": "Open at the end",
    "closed": "Closed",
    "all": "All",
    "two_or_more": "Two or more types",
    "treated_as_child": "Treated as a child: age not sure or disputed",
    "rg_positive": "Reasonable Grounds positive",
    "rg_negative": "Reasonable Grounds negative",
    "rg_open": "Waiting for Reasonable Grounds at the end",
    "cg_positive": "Conclusive Grounds positive",
    "cg_negative": "Conclusive Grounds negative",
    "nrm_explained": "NRM explained",
    "nrm_wanted": "NRM wanted",
    "nrm_not_wanted": "NRM not wanted",
    "nrm_submitted": "NRM referral submitted",
    "nrm_withdrawn": "Withdrew from the NRM",
    "dtn_given": "Told about the Duty to Notify",
    "missing_address": "No address",
    "missing_name": "No name",
    "missing_dob": "No date of birth",
    "reduced_score": "Same level, lower scores",
    "open_long": "Open for more than 90 days",
    "first_in_time": "First assessment",
    "full_in_time": "Full assessment",
    "in_time": "Within time",
    "not_in_time": "Not within time",
    "gap_opened": "Opened",
    "gap_old": "Open for more than 28 days",
    "talked_in_time": "Conversation within 72 hours",
    "not_talked_in_time": "No conversation within 72 hours",
    "rated_well": "Rated 4 or 5",
    "rated_lower": "Rated 1 to 3",
    "in_place": "In place",
    "not_in_place": "Not in place",
    "guardian": "Guardian (ICTG)",
    "education": "School or college",
    "housing": "Local authority housing",
    "other_support": "Other support",
    "other_language": "Other languages",
    "with_measure": "With a measure",
    "with_theme": "With a theme",
    "white_group": "White",
    "mixed_group": "Mixed or multiple",
    "asian_group": "Asian or Asian British",
    "black_group": "Black, African, Caribbean or Black British",
    "other_group": "Other ethnic group",
    "first_to_last": "First to last",
    "elsewhere": "Elsewhere, or not known",
    "known": "Known",
    "not_known": "Not known or not done",
}

CHECK_WORDS = {
    "date_of_birth": "Date of birth",
    "gender": "Gender",
    "nationality": "Nationality",
    "type": "Type of modern slavery",
    "police_force": "Police force where found",
    "safe_contact": "Safe contact",
    "interpreter": "Interpreter needed or not",
    "first_assessment": "First assessment within time",
    "measurable_goals": "Plan with measurable goals",
    "referral_outcomes": "Outcome of each sent referral",
    "outcomes_checks": "Survivor outcomes at start and end",
    "consents": "Consent or basis for each sharing",
    "retention": "Retention set",
}
"""What each check of the data quality is about."""


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Looks words up in the released forms."""

    catalogue: Catalogue

    def of(self, code: str, lists: Sequence[str]) -> str:
        """Return the words of a row or column."""
        for name in lists:
            form_id, question = _QUESTION.get(name, ("", ""))
            label = self.catalogue.label(form_id, question, code) if form_id else ""
            if label:
                return label
        return _OWN.get(code) or CHECK_WORDS.get(code) or in_words(code)

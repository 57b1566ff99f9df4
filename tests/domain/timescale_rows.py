"""The table of time limits that the tests use: the shipped defaults, and two older rows."""

from datetime import date

from outreach_app.domain.timescales import Timescales, parse_timescales

CONFIG_HASH = "sha256:" + "0" * 64

_ROWS = """
rg_decision_target|5|working_days
recovery_period_min|30|days|2022-12-13
recovery_period_min|45|days|2009-04-01|2022-12-12
cg_decision_earliest|recovery_period_min|row
moveon_positive_cg|45|days
moveon_negative_cg|9|working_days
moveon_negative_rg|9|working_days
rna_request_due|10|days
reconsideration_window|30|days
vts_reconsideration_window|30|days
child_panel_cg_target|90|days
consent_at_18_start|3|months_before
la_child_ack|1|working_days
la_adult_ack|2|working_days
police_ack|1|working_days
support_ack|3|working_days
missing_return_conversation|72|hours
ra_initial_safehouse|24|hours
ra_initial_outreach|48|hours
ra_full|5|working_days
ra_review_very_high|3|days
ra_review_high|7|days
ra_review_medium|28|days
ra_review_low|84|days
ra_event_review|1|working_days
plan_first|7|days
plan_review|28|days
plan_review_high|14|days
plan_review_very_high|7|days
plan_ra_max_age|28|days
safety_plan_max_age_at_exit|28|days
exit_ra_max_age|28|days
exit_followup|7 28 84|days
exit_notice|28|days_before
exit_date_ahead_max|84|days
exit_contact_period|28|days
exit_contact_attempts|3|times
risk_comparison_max_age|90|days
purge_after_close|28|days
rights_answer|1|months
breach_report|72|hours
handover_answer|3|days
safe_contact_recheck|28|days
consent_share_max|6|months
consent_other_max|12|months
visa_expiry_alert|56|days_before
unexported_warning|7|days
retention_adult|7|years
retention_child|25|birthday
retention_child_after_exit|7|years
config_max_age|12|months
referral_chases_max|3|times
approval_after_urgent|1|working_days
told_high|1|working_days
told_very_high|0|days
safety_plan_after_high|1|working_days
safety_plan_after_very_high|0|days
"""

BANK_HOLIDAYS = {
    "EW": frozenset(
        {date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25), date(2026, 8, 31)}
    ),
    "SC": frozenset({date(2026, 1, 2), date(2026, 4, 3), date(2026, 8, 3)}),
}


def rows() -> list[dict[str, str]]:
    """Return the table as rows of strings."""
    columns = ("code", "value", "unit", "effective_from", "effective_to")
    table = []
    for line in _ROWS.strip().splitlines():
        cells = dict(zip(columns, line.split("|"), strict=False))
        cells.setdefault("effective_from", "2015-01-01")
        table.append({"jurisdiction": "EW", "checked_on": "2026-01-10", **cells})
    return table


def timescales() -> Timescales:
    """Return the parsed table."""
    return parse_timescales(rows(), CONFIG_HASH)

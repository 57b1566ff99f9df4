"""Referrals that rest on a manager's word by telephone: it is asked for in writing afterwards."""

from outreach_app.domain.approvals import PhoneApproval, confirmation_due
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.working_days import BankHolidays
from outreach_app.phrases import phrase
from outreach_app.services.needs import Need, NeedKind


def confirmation_need(
    approval: PhoneApproval,
    where: str,
    timescales: Timescales,
    nation: str,
    holidays: BankHolidays | None,
) -> Need:
    """Return what a word by telephone still asks for.

    Args:
        approval: What was said.
        where: The referral, in words.
        timescales: The configured limits.
        nation: Whose limits apply.
        holidays: Days that do not count.
    """
    return Need(
        kind=NeedKind.CONFIRM,
        what=phrase("Approved by telephone: have it confirmed"),
        where=where,
        due=confirmation_due(approval, timescales, nation, holidays),
        document_id=approval.referral_id,
    )

"""Approval of a referral by telephone: what was said, which version it counts for, what confirms it.

The author writes down who decided, when, in which words and on which number; it counts for exactly
the version that stood then, until a supervisor says the same in a review of that version.
"""

from dataclasses import dataclass
from datetime import date

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.errors import NoTimescale
from outreach_app.domain.records import Record
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import day_of, text_of
from outreach_app.domain.working_days import BankHolidays

APPROVAL = "referral_approval"
CONFIRMED_WITHIN = "approval_after_urgent"
"""Row of the time limits for a word in writing after one by telephone."""
APPROVING = frozenset({"approved", "approved_changed"})
REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneApproval:
    """What a manager said on the telephone about one version of a referral.

    Attributes:
        version: Revision id of the referral that was read out.
        who: Person id of the manager.
        on: The day of the call.
        decision: ``approved``, ``approved_changed``, ``refused``, ``escalated``.
    """

    document_id: str
    referral_id: str
    version: str
    who: str
    on: date
    decision: str
    words: str = ""
    number: str = ""

    def counts_for(self, referral: Record) -> bool:
        """Say whether it lets this referral leave as it is written now, by another's word."""
        return (
            self.decision in APPROVING
            and not referral.unresolved
            and self.version in referral.revision_ids
            and self.who not in {"", *referral.author_ids}
        )


def phone_approval(case_file: CaseFile, referral: Record) -> PhoneApproval | None:
    """Return the newest word by telephone about a referral, None while there is none."""
    about = [
        each
        for each in case_file.all(APPROVAL)
        if text_of(each.answers, "pa_referral") == referral.document_id
    ]
    return read_approval(about[-1]) if about else None


def read_approval(record: Record) -> PhoneApproval:
    """Return what a record of a call says."""
    answers = record.answers
    return PhoneApproval(
        document_id=record.document_id,
        referral_id=text_of(answers, "pa_referral"),
        version=text_of(answers, "pa_version"),
        who=text_of(answers, "pa_who"),
        on=day_of(answers, "pa_at") or record.on,
        decision=text_of(answers, "pa_decision"),
        words=text_of(answers, "pa_words"),
        number=text_of(answers, "pa_number"),
    )


def may_leave(case_file: CaseFile, referral: Record) -> bool:
    """Say whether a manager approved the present version, in a review or on the telephone."""
    if referral.is_countersigned:
        return True
    said = phone_approval(case_file, referral)
    return said is not None and not referral.is_returned and said.counts_for(referral)


def confirmation_due(
    approval: PhoneApproval,
    timescales: Timescales,
    jurisdiction: str = "EW",
    bank_holidays: BankHolidays | None = None,
) -> date | None:
    """Return by when a word on the telephone is said in writing, None where no row tells."""
    try:
        return timescales.due(CONFIRMED_WITHIN, approval.on, None, jurisdiction, bank_holidays).due
    except NoTimescale:
        return None

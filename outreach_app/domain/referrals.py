"""Referrals of a case: where each stands, and when an answer is overdue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from outreach_app.domain.approvals import REFUSED, PhoneApproval, phone_approval
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.records import Record, newest_of
from outreach_app.domain.referral_gates import needs_consent
from outreach_app.domain.timescales import Deadline, Timescales
from outreach_app.domain.values import day_of, is_yes, rows_of, text_of, whole_of
from outreach_app.domain.working_days import BankHolidays

SAFEGUARDING = frozenset({"child_safeguarding", "adult_safeguarding"})
ESCALATED = frozenset({"manager", "lead", "complaint", "legal"})
NO_ANSWER = frozenset({"sent", "no_response"})
LEFT = frozenset(
    {"sent", "acknowledged", "accepted", "accepted_partly", "redirected", "refused", "no_response"}
)

_ACKNOWLEDGED_BY = {
    "child_safeguarding": "la_child_ack",
    "adult_safeguarding": "la_adult_ack",
    "law_enforcement": "police_ack",
    "support": "support_ack",
    "nrm": "rg_decision_target",
}
_REASON_FACTS = {
    "missing_dob": ("cs_child_dob", "dob"),
    "missing_name": ("cs_child_name", "full_name"),
    "missing_address": ("cs_child_address", "addr_line1"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """One referral with its transmissions and its newest outcome.

    Attributes:
        status: ``waiting_approval`` … ``closed``, as the outcome says or the objects show.
        chases: How often an answer was asked for; `minutes` is the time that took.
        refusal: Why it was refused, when it was.
        told_client: Whether the client was told of the outcome.
        phone: What a manager said about it on the telephone.
    """

    record: Record
    kind: str
    label: str
    status: str
    urgency: str = ""
    agency_id: str = ""
    sent_on: date | None = None
    acknowledged_on: date | None = None
    challenged: str = ""
    chases: int = 0
    minutes: int = 0
    refusal: str = ""
    told_client: bool = False
    phone: PhoneApproval | None = None

    @property
    def needs_confirmation(self) -> bool:
        """Say whether it rests on a word by telephone that nobody has said in writing yet."""
        record = self.record
        return (
            self.phone is not None
            and not (record.is_countersigned or record.is_returned)
            and self.phone.counts_for(record)
        )

    @property
    def document_id(self) -> str:
        """Return the id of the referral's document."""
        return self.record.document_id

    @property
    def waits_for_answer(self) -> bool:
        """Say whether it was sent and nobody has answered."""
        return self.status in NO_ANSWER

    @property
    def is_escalated(self) -> bool:
        """Say whether someone above the receiving desk was brought in."""
        return self.challenged in ESCALATED


def referrals_of(case_file: CaseFile) -> tuple[Referral, ...]:
    """Return the referrals of a case, oldest first."""
    transmissions, outcomes = case_file.all("transmission"), case_file.all("referral_outcome")
    return tuple(
        _referral(
            record,
            [each for each in transmissions if _about(each, "tx_referral", record)],
            newest_of(each for each in outcomes if _about(each, "out_referral", record)),
            (stopped_on(case_file, record.answers) is not None, phone_approval(case_file, record)),
        )
        for record in case_file.all("referral")
    )


def stopped_on(case_file: CaseFile, referral: Mapping[str, Any]) -> date | None:
    """Return since when a referral may not leave, because the client withdrew its consent.

    None where nothing was withdrawn, where the protocol needs no consent, and where another lawful
    reason is written down.
    """
    consent = case_file.find(text_of(referral, "ref_consent"))
    if consent is None or text_of(referral, "ref_no_consent_basis").strip():
        return None
    if not needs_consent(referral, is_minor=case_file.is_minor):
        return None
    withdrawn = day_of(consent.answers, "con_withdrawn_on")
    return withdrawn if withdrawn is not None and withdrawn <= case_file.on else None


def _about(record: Record, name: str, referral: Record) -> bool:
    return text_of(record.answers, name) == referral.document_id


def _referral(
    record: Record,
    sent: list[Record],
    outcome: Record | None,
    standing: tuple[bool, PhoneApproval | None],
) -> Referral:
    is_stopped, said = standing
    answers = record.answers
    result = outcome.answers if outcome is not None else {}
    chases = rows_of(result, "out_chases")
    return Referral(
        record=record,
        kind=text_of(answers, "ref_kind"),
        label=text_of(answers, "ref_key"),
        status=text_of(result, "out_status") or _status(record, sent, said, is_stopped=is_stopped),
        urgency=text_of(answers, "ref_urgency"),
        agency_id=text_of(answers, "ref_to_agency"),
        sent_on=min((each.on for each in sent), default=None),
        acknowledged_on=day_of(result, "out_ack_on"),
        challenged=text_of(result, "out_challenged"),
        chases=len(chases),
        minutes=sum(whole_of(row, "ch_minutes") or 0 for row in chases),
        refusal=text_of(result, "out_reason"),
        told_client=is_yes(result, "out_client_told"),
        phone=said,
    )


def _status(
    record: Record, sent: list[Record], said: PhoneApproval | None, *, is_stopped: bool
) -> str:
    if sent:
        return "sent"
    if is_stopped:
        return "withdrawn"
    if record.is_returned:
        return "not_approved"
    if record.is_countersigned or (said is not None and said.counts_for(record)):
        return "approved"
    refused = said is not None and said.decision == REFUSED and said.version in record.revision_ids
    return "not_approved" if refused else "waiting_approval"


@dataclass(frozen=True, slots=True)
class ChaseState:
    """Whether an acknowledgement is overdue, and what comes next.

    Attributes:
        due: When it was expected, with the row of the table.
        overdue: Chase now; the minutes are asked for.
        must_escalate: Enough chases were made: bring in someone above (safeguarding only).
    """

    due: Deadline
    overdue: bool
    must_escalate: bool


def chase_state(
    referral: Referral,
    on: date,
    timescales: Timescales,
    jurisdiction: str = "EW",
    bank_holidays: BankHolidays | None = None,
) -> ChaseState | None:
    """Say how the acknowledgement of a sent referral stands on a day; None when none is awaited.

    Raises:
        NoTimescale: The table has no row for this kind.
    """
    code = _ACKNOWLEDGED_BY.get(referral.kind)
    if code is None or referral.sent_on is None or not referral.waits_for_answer:
        return None
    if referral.acknowledged_on is not None:
        return None
    due = timescales.due(code, referral.sent_on, None, jurisdiction, bank_holidays)
    limit = timescales.find("referral_chases_max", on, jurisdiction)
    tired = limit is not None and referral.chases >= limit.values[0] and not referral.is_escalated
    return ChaseState(
        due=due,
        overdue=on > due.due,
        must_escalate=tired and referral.kind in SAFEGUARDING,
    )


def late_approval_due(
    referral: Referral,
    timescales: Timescales,
    jurisdiction: str = "EW",
    bank_holidays: BankHolidays | None = None,
) -> Deadline | None:
    """Return by when an emergency referral that left unapproved must be approved afterwards.

    Raises:
        NoTimescale: The table has no row ``approval_after_urgent``.
    """
    if referral.sent_on is None or referral.urgency != "now" or referral.record.is_countersigned:
        return None
    return timescales.due(
        "approval_after_urgent", referral.sent_on, None, jurisdiction, bank_holidays
    )


def correctable(referrals: Iterable[Referral], client: dict[str, str]) -> tuple[Referral, ...]:
    """Return referrals refused for a fact that is known by now: send a new one that corrects it.

    Args:
        referrals: Referrals of the case.
        client: Flat answers of the client record.
    """
    every = tuple(referrals)
    corrected = {text_of(each.record.answers, "ref_corrects") for each in every}
    return tuple(
        each
        for each in every
        if each.status == "refused"
        and each.refusal in _REASON_FACTS
        and each.document_id not in corrected
        and _known(client, _REASON_FACTS[each.refusal][1])
    )


def _known(client: dict[str, str], name: str) -> bool:
    return bool(text_of(client, name) or text_of(client, f"{name}_year"))

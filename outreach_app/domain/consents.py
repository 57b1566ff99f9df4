"""Consent: what it covers, until when, and what its withdrawal sets in motion."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.flags import STAY_WITH_A_CHILD
from outreach_app.domain.records import Record
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import codes_of, day_of, row_id_of, rows_of, text_of

GIVEN = frozenset({"given", "given_limited"})
_OTHERS_IN_DANGER = STAY_WITH_A_CHILD | {"danger_now", "other_victims_in_place", "threat_to_family"}


class ConsentState(StrEnum):
    """How a consent stands on a day."""

    VALID = "valid"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    NOT_DECIDED = "not_decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One consent: one agency and one purpose.

    Attributes:
        limit: Last day that the table of timescales allows, None when it has no row.
    """

    document_id: str
    kind: str
    decision: str
    given_on: date | None
    agency_id: str = ""
    purpose: str = ""
    parts: tuple[str, ...] = ()
    expires: date | None = None
    withdrawn_on: date | None = None
    limit: date | None = None

    @property
    def valid_until(self) -> date | None:
        """Return the last day on which it holds: what was agreed, and never beyond the limit."""
        return min((day for day in (self.expires, self.limit) if day is not None), default=None)

    def state_on(self, day: date) -> ConsentState:
        """Say how it stands on a day; without a date or an end it never holds."""
        if self.decision == "refused":
            return ConsentState.REFUSED
        if self.decision not in GIVEN or self.given_on is None or day < self.given_on:
            return ConsentState.NOT_DECIDED
        if self.withdrawn_on is not None and self.withdrawn_on <= day:
            return ConsentState.WITHDRAWN
        if self.valid_until is None or day > self.valid_until:
            return ConsentState.EXPIRED
        return ConsentState.VALID

    def covers(self, part: str) -> bool:
        """Say whether a class of facts may be shared under it."""
        return part in self.parts


def read_consent(record: Record, timescales: Timescales, jurisdiction: str = "EW") -> Consent:
    """Return the consent in a record."""
    answers = record.answers
    kind, given_on = text_of(answers, "con_kind"), day_of(answers, "con_date")
    code = "consent_share_max" if kind == "share" else "consent_other_max"
    has_row = given_on is not None and timescales.find(code, given_on, jurisdiction) is not None
    limit = timescales.due(code, given_on, None, jurisdiction).due if given_on and has_row else None
    return Consent(
        document_id=record.document_id,
        kind=kind,
        decision=text_of(answers, "con_decision"),
        given_on=given_on,
        agency_id=text_of(answers, "con_agency"),
        purpose=text_of(answers, "con_purpose"),
        parts=codes_of(answers, "con_what"),
        expires=day_of(answers, "con_expires"),
        withdrawn_on=day_of(answers, "con_withdrawn_on"),
        limit=limit,
    )


def consents_of(case_file: CaseFile, timescales: Timescales) -> tuple[Consent, ...]:
    """Return every consent of a case, oldest first."""
    return tuple(
        read_consent(record, timescales, case_file.jurisdiction)
        for record in case_file.all("consent")
    )


def sharing_consent(consents: Iterable[Consent], agency_id: str, day: date) -> Consent | None:
    """Return a consent under which facts may be shared with an agency on a day, or None.

    For each purpose only the newest word counts, so that a later no outweighs an earlier yes.
    """
    newest: dict[str, Consent] = {}
    for consent in consents:
        if consent.kind != "share" or consent.agency_id != agency_id:
            continue
        known = newest.get(consent.purpose)
        if known is None or (consent.given_on or date.min) >= (known.given_on or date.min):
            newest[consent.purpose] = consent
    valid = [each for each in newest.values() if each.state_on(day) is ConsentState.VALID]
    return max(valid, key=lambda each: each.given_on or date.min, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalEffects:
    """What a withdrawal sets in motion (C1 to C5). What was sent stays in the chronology.

    Attributes:
        stopped_shares: Row ids of the plan's sharing rows that rest on it.
        stopped_referrals: Document ids of referrals that rest on it and have not left.
        already_told: Agency ids to ask “please stop and delete”.
        sent_referrals: Document ids of referrals that left before; their status stays.
        lead_first: The safeguarding lead decides before sharing stops, since someone else may be
            in danger; the decision is recorded.
        ends_nrm: It concerns the NRM: only the client withdraws, in writing or through the First
            Responder; effects and legal advice are explained, and nothing is filed from here.
    """

    stopped_shares: tuple[str, ...] = ()
    stopped_referrals: tuple[str, ...] = ()
    already_told: tuple[str, ...] = ()
    sent_referrals: tuple[str, ...] = ()
    lead_first: bool = False
    ends_nrm: bool = False
    tasks: tuple[str, ...] = ()


def withdrawal_effects(case_file: CaseFile, consent: Consent) -> WithdrawalEffects:
    """Return what follows when a consent is withdrawn."""
    sent_ids = {text_of(record.answers, "tx_referral") for record in case_file.all("transmission")}
    resting = [
        record
        for record in case_file.all("referral")
        if text_of(record.answers, "ref_consent") == consent.document_id
    ]
    sent = tuple(record.document_id for record in resting if record.document_id in sent_ids)
    told = {
        text_of(record.answers, "ref_to_agency") for record in resting if record.document_id in sent
    } | {
        record.document_id
        for record in case_file.all("agency_involvement")
        if text_of(record.answers, "agency_consent") == consent.document_id
    }
    if consent.agency_id and (sent or consent.agency_id in told):
        told.add(consent.agency_id)
    others = {flag.code for flag in case_file.open_flags()} & _OTHERS_IN_DANGER
    is_nrm = consent.kind == "nrm"
    tasks = [f"ask_to_stop:{agency}" for agency in sorted(told - {""})]
    tasks += ["event_risk_review", "explain_what_cannot_be_called_back"]
    tasks += ["offer_legal_advice"] if is_nrm else []
    return WithdrawalEffects(
        stopped_shares=tuple(
            row_id_of(row)
            for row in rows_of(case_file.plan, "plan_share_with")
            if text_of(row, "psh_consent") == consent.document_id
        ),
        stopped_referrals=tuple(
            record.document_id for record in resting if record.document_id not in sent_ids
        ),
        already_told=tuple(sorted(told - {""})),
        sent_referrals=sent,
        lead_first=case_file.is_minor or bool(others),
        ends_nrm=is_nrm,
        tasks=tuple(tasks),
    )

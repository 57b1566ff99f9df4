"""E2: agencies are informed and the targets of the plan are met."""

from dataclasses import dataclass
from datetime import date

from outreach_app.domain.consents import Consent, ConsentState, consents_of, sharing_consent
from outreach_app.domain.day_words import long_date
from outreach_app.domain.exits.evidence import (
    CHECKLIST,
    Evidence,
    ExitCase,
    Fact,
    Override,
    Part,
    Reader,
    fact_of,
)
from outreach_app.domain.partial_dates import partial_date_of
from outreach_app.domain.plan import progress, read_goals
from outreach_app.domain.records import Record
from outreach_app.domain.referrals import Referral, referrals_of
from outreach_app.domain.values import day_of, rows_of, state_of, text_of
from outreach_app.phrases import in_a_row, phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyInvolved:
    """One agency of the case and what it knows about the exit."""

    record: Record
    kind: str
    name: str
    until: date | None
    informed_on: date | None
    reason: str
    kind_words: str = ""

    def has_ended(self, on: date) -> bool:
        """Say whether its involvement ended by a day."""
        return self.until is not None and self.until <= on

    @property
    def named(self) -> str:
        """Return its name, or its kind in words."""
        return self.name or self.kind_words or self.kind.replace("_", " ")


def agencies_of(case: ExitCase) -> tuple[AgencyInvolved, ...]:
    """Return the agencies of a case."""
    found = []
    for record in case.case_file.all("agency_involvement"):
        until = partial_date_of(record.answers, "agency_until")
        kind = text_of(record.answers, "agency_kind")
        found.append(
            AgencyInvolved(
                record=record,
                kind=kind,
                kind_words=case.speak(record.form_id, "agency_kind", kind),
                name=text_of(record.answers, "agency_name"),
                until=until.latest() if until is not None else None,
                informed_on=day_of(record.answers, "agency_exit_informed"),
                reason=text_of(record.answers, "agency_exit_reason"),
            )
        )
    return tuple(found)


def _agencies(case: ExitCase) -> Part:
    every = agencies_of(case)
    going_on = [each for each in every if not each.has_ended(case.day)]
    open_ones = [each for each in going_on if each.informed_on is None and not each.reason]
    consents = consents_of(case.case_file, case.timescales)
    told = sum(each.informed_on is not None for each in going_on)
    facts = [Fact(text=phrase("{told} of {every} agencies told.", told=told, every=len(going_on)))]
    facts += [_agency_fact(each, case) for each in every]
    return Part(
        code="e2_agencies",
        evidence=Evidence.CONTRADICTS if open_ones else Evidence.SUPPORTS,
        facts=tuple(facts),
        warnings=tuple(
            phrase(
                "{named} was told without a valid consent: record it as an incident?",
                named=each.named,
            )
            for each in going_on
            if each.informed_on is not None and not _consented(consents, each, each.informed_on)
        ),
    )


def _agency_fact(agency: AgencyInvolved, case: ExitCase) -> Fact:
    if agency.has_ended(case.day):
        words = phrase("{agency}: involvement ended", agency=agency.named)
    elif agency.informed_on is not None:
        words = phrase(
            "{agency}: told on {day}", agency=agency.named, day=long_date(agency.informed_on)
        )
    elif agency.reason:
        reason = case.speak(agency.record.form_id, "agency_exit_reason", agency.reason)
        words = phrase("{agency}: not told, {reason}", agency=agency.named, reason=reason)
    else:
        words = phrase("{agency}: not told, no reason", agency=agency.named)
    return fact_of(agency.record, words)


def _consented(consents: tuple[Consent, ...], agency: AgencyInvolved, on: date) -> bool:
    linked = text_of(agency.record.answers, "agency_consent")
    if any(
        each.document_id == linked and each.state_on(on) is ConsentState.VALID for each in consents
    ):
        return True
    return any(
        sharing_consent(consents, reference, on) is not None
        for reference in (agency.record.document_id, agency.name)
        if reference
    )


def _statutory(case: ExitCase) -> Part:
    rows = list(rows_of(case.answers, "statutory_contacts"))
    going_on = [row for row in rows if state_of(row, "sc_open") != "no"]
    untold = [row for row in going_on if text_of(row, "sc_told") != "yes"]
    about_child = [
        row
        for row in untold
        if text_of(row, "sc_kind") == "s47" or text_of(row, "sc_child") == "yes"
    ]
    unlisted = _unlisted_child_contacts(case, rows)
    facts = [
        Fact(
            text=f"{case.speak(CHECKLIST, 'sc_kind', text_of(row, 'sc_kind'))}: "
            + (
                phrase("told {sc_told_who}", sc_told_who=text_of(row, "sc_told_who"))
                if row not in untold
                else phrase("not told")
            )
        )
        for row in going_on
    ]
    facts += [
        fact_of(each.record, phrase("Child referral {label} is still open", label=each.label))
        for each in unlisted
    ]
    evidence = Evidence.CONTRADICTS if untold else Evidence.SUPPORTS
    if unlisted and not untold:
        evidence = Evidence.INCOMPLETE
    if not rows and not unlisted:
        evidence = Evidence.NOT_APPLICABLE
    return Part(
        code="e2_statutory",
        evidence=evidence,
        facts=tuple(facts)
        or (Fact(text=phrase("No safeguarding, MARAC, missing or court contact.")),),
        override=Override.NOBODY if about_child or unlisted else Override.SUPERVISOR,
    )


def _unlisted_child_contacts(case: ExitCase, rows: list[dict[str, str]]) -> list[Referral]:
    if any(text_of(row, "sc_child") == "yes" or text_of(row, "sc_kind") == "s47" for row in rows):
        return []
    return [
        each
        for each in referrals_of(case.case_file)
        if each.kind == "child_safeguarding"
        and each.status in {"acknowledged", "accepted", "accepted_partly"}
    ]


def unanswered_child_referrals(case: ExitCase) -> tuple[Referral, ...]:
    """Return child safeguarding referrals without an outcome and without an escalation."""
    return tuple(
        each
        for each in referrals_of(case.case_file)
        if each.kind == "child_safeguarding" and each.waits_for_answer and not each.is_escalated
    )


def _referrals(case: ExitCase) -> Part:
    waiting = [each for each in referrals_of(case.case_file) if each.waits_for_answer]
    facts = tuple(
        fact_of(
            each.record,
            f"{each.label or case.speak('referral', 'ref_kind', each.kind)}: "
            f"{case.speak('referral_outcome', 'out_status', each.status)}, "
            f"{each.chases} {'chase' if each.chases == 1 else 'chases'}"
            + (
                phrase(", escalated ({challenge})", challenge=_challenge(case, each))
                if each.is_escalated
                else ""
            ),
        )
        for each in waiting
    )
    return Part(
        code="e2_referrals",
        evidence=Evidence.CONTRADICTS if waiting else Evidence.SUPPORTS,
        facts=facts or (Fact(text=phrase("No referral waits for an answer.")),),
        override=Override.NOBODY if unanswered_child_referrals(case) else Override.CASEWORKER,
    )


def _challenge(case: ExitCase, referral: Referral) -> str:
    return case.speak("referral_outcome", "out_challenged", referral.challenged)


def _targets(case: ExitCase) -> Part:
    record = case.case_file.newest("support_plan")
    if record is None:
        return Part(
            code="e2_targets",
            evidence=Evidence.INCOMPLETE,
            facts=(Fact(text=phrase("No signed support plan.")),),
        )
    found = progress(read_goals(record.answers))
    signposted = {text_of(row, "lt_goal") for row in rows_of(case.answers, "long_term_elements")}
    alone = [goal for goal in found.open_long if goal.row_id not in signposted]
    facts = [fact_of(record, found.text)]
    facts += [
        Fact(text=phrase("{goal}: long-term, and nobody takes it over yet", goal=goal.named))
        for goal in alone
    ]
    return Part(
        code="e2_targets",
        evidence=Evidence.CONTRADICTS if found.open_other or alone else Evidence.SUPPORTS,
        facts=tuple(facts),
    )


def _actions(case: ExitCase) -> Part:
    record = case.case_file.newest("support_plan")
    if record is None:
        return Part(
            code="e2_actions",
            evidence=Evidence.INCOMPLETE,
            facts=(Fact(text=phrase("No signed support plan.")),),
        )
    ours = [
        action
        for goal in read_goals(record.answers)
        for action in goal.actions
        if action.is_open and action.is_ours
    ]
    facts = tuple(
        fact_of(record, phrase("Open: {what}", what=in_a_row((each.label, each.text), " ")))
        for each in ours
    )
    return Part(
        code="e2_actions",
        evidence=Evidence.CONTRADICTS if ours else Evidence.SUPPORTS,
        facts=facts or (fact_of(record, phrase("No action of ours is open.")),),
    )


READERS: tuple[Reader, ...] = (_agencies, _statutory, _referrals, _targets, _actions)

"""A client takes a consent back: what stops, whom to tell, what they answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from outreach_app.domain.authority import Verb
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.consents import (
    Consent,
    ConsentState,
    consents_of,
    withdrawal_effects,
)
from outreach_app.domain.documents import Reason, Subject
from outreach_app.domain.ids import Prefix
from outreach_app.domain.records import Record
from outreach_app.domain.referrals import stopped_on
from outreach_app.domain.values import day_of, rows_of, text_of
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.case_files import reading_ahead
from outreach_app.services.case_words import CaseWords, day_words, reference_of
from outreach_app.services.exchange.errors import ConsentNotGiven
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import Reader, require_case
from outreach_app.services.sharing.agencies import agencies_of
from outreach_app.services.sharing.disclosures import Disclosure, disclosures, on_consent
from outreach_app.services.workspace import Workspace
from outreach_app.store.steps import Steps, run_through

CONSENT = "consent"
_ROWS = "con_after_withdrawal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Somebody who received something on a consent.

    Attributes:
        agency_id: Their record in the case, "" for somebody without one.
        received: What they got, the newest first; nothing where only a record says that they know.
        stop: “yes”, “no” or "" while nobody asked them to stop.
        delete: The same for deleting.
        answer: What they said.
        asked: When, how and to whom that was said, in words.
    """

    agency_id: str
    name: str
    received: tuple[Disclosure, ...] = ()
    stop: str = ""
    delete: str = ""
    answer: str = ""
    asked: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether nobody has asked them yet."""
        return not (self.stop or self.delete or self.answer.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingConsent:
    """A consent, with what its withdrawal stops or has stopped.

    Attributes:
        agency: Name of the agency, "" for a consent that names none.
        stops: Referrals that have not left and rest on it, in words.
        shares: How many rows of the plan's sharing rest on it.
        prepared: Files that were written on it and are not known to have left.
        told: Who received something on it.
        lead_first: Somebody else may be in danger: the safeguarding lead decides first.
        ends_nrm: It is the NRM: see `domain.consents`.
    """

    consent: Consent
    state: ConsentState
    purpose: str
    agency: str = ""
    stops: tuple[str, ...] = ()
    shares: int = 0
    prepared: tuple[Disclosure, ...] = ()
    told: tuple[Told, ...] = ()
    lead_first: bool = False
    ends_nrm: bool = False

    @property
    def document_id(self) -> str:
        """Return the id of the consent's document."""
        return self.consent.document_id

    @property
    def may_be_withdrawn(self) -> bool:
        """Say whether there is something to take back."""
        return self.state in {ConsentState.VALID, ConsentState.EXPIRED}


def standing_consents(workspace: Workspace, subject: Subject) -> tuple[StandingConsent, ...]:
    """Return the consents of a case: those that hold first, then by date, the newest first.

    Raises:
        NotAllowed: The case is not for this person; the attempt is in the journal.
    """
    require_case(workspace.sitting, subject, Verb.READ, form_id=CONSENT)
    known = _Known(workspace, subject)
    found = [known.standing(each) for each in known.consents]
    found.sort(key=lambda each: each.consent.given_on or date.min, reverse=True)
    found.sort(key=lambda each: each.state is not ConsentState.VALID)
    return tuple(found)


class _Known:
    """What one case says about its consents."""

    def __init__(self, workspace: Workspace, subject: Subject) -> None:
        self._case_file = workspace.casework.case_file(subject)
        limits = workspace.sitting.configuration.time_limits()
        self.consents = consents_of(self._case_file, limits)
        self._words = CaseWords(workspace)
        self._agencies = {each.document_id: each.name for each in agencies_of(workspace, subject)}
        self._register = disclosures(workspace, subject)

    def standing(self, consent: Consent) -> StandingConsent:
        effects = withdrawal_effects(self._case_file, consent)
        mine = on_consent(self._register, consent.document_id)
        state = consent.state_on(self._case_file.on)
        record = self._case_file.find(consent.document_id)
        return StandingConsent(
            consent=consent,
            state=state,
            purpose=consent.purpose or self._words.choice(CONSENT, "con_kind", consent.kind),
            agency=self._agencies.get(consent.agency_id, ""),
            stops=tuple(map(self._referral, effects.stopped_referrals)),
            shares=len(effects.stopped_shares),
            prepared=tuple(each for each in mine if not each.is_confirmed),
            told=tuple(self._told(record, effects.already_told, mine)),
            lead_first=effects.lead_first,
            ends_nrm=effects.ends_nrm,
        )

    def _referral(self, document_id: str) -> str:
        record = self._case_file.find(document_id)
        answers = record.answers if record is not None else {}
        return text_of(answers, "ref_key") or self._words.form("referral")

    def _told(
        self, record: Record | None, agency_ids: tuple[str, ...], mine: tuple[Disclosure, ...]
    ) -> Iterator[Told]:
        rows = rows_of(record.answers, _ROWS) if record is not None else ()
        answered = {text_of(row, "caw_agency"): row for row in rows}
        # What is not known to have arrived may have: its receiver is asked as well.
        named = {each.agency_id for each in mine} | set(agency_ids) | set(answered)
        for agency_id in sorted(named - {""}, key=lambda each: self._agencies.get(each, "")):
            row = answered.get(agency_id, {})
            yield Told(
                agency_id=agency_id,
                name=self._agencies.get(agency_id) or phrase("Not known here"),
                received=tuple(each for each in mine if each.agency_id == agency_id),
                stop=text_of(row, "caw_asked_to_stop"),
                delete=text_of(row, "caw_asked_to_delete"),
                answer=text_of(row, "caw_answer"),
                asked=self._asked(row),
            )

    def _asked(self, row: Mapping[str, Any]) -> str:
        how = self._words.choice(CONSENT, "caw_told_how", text_of(row, "caw_told_how"))
        day = day_words(day_of(row, "caw_told_at"))
        return in_a_row([each for each in (day, how, text_of(row, "caw_told_person")) if each])


def begin_withdrawal(workspace: Workspace, document_id: str, how: str) -> OpenDocument:
    """Write into a new version of a consent that it is withdrawn today; sign it to make it so.

    One's own draft of it is gone on with, so that nothing in it is lost.

    Args:
        workspace: The unlocked vault.
        document_id: The consent.
        how: How the client said it, and who took it down.

    Raises:
        ConsentNotGiven: There is nothing to take back.
        OpenConflict, NotAllowed: See `Casework.revise`.
    """
    subject = workspace.vault.documents.get(document_id).subject
    found = [
        each
        for each in standing_consents(workspace, subject)
        if each.document_id == document_id and each.may_be_withdrawn
    ]
    if not found:
        raise ConsentNotGiven
    if workspace.vault.drafts.has(document_id):
        opened = workspace.casework.resume(document_id)
    else:
        opened = workspace.casework.revise(document_id, Reason.CONTINUED)
    opened.set_answer("con_withdrawn_on", workspace.sitting.today().isoformat())
    opened.set_answer("con_withdrawn_how", how)
    _name_the_told(workspace, opened, found[0])
    return opened


def _name_the_told(workspace: Workspace, opened: OpenDocument, standing: StandingConsent) -> None:
    """Add a row for everybody who was told; one that says so where nobody was."""
    rows = rows_of(opened.answers(), _ROWS)
    held = {text_of(row, "caw_agency") for row in rows}
    for each in standing.told:
        if each.agency_id not in held:
            row_id = opened.add_row(_ROWS, row_id=workspace.sitting.new_id(Prefix.ROW))
            opened.set_answer(f"{_ROWS}[{row_id}]/caw_agency", each.agency_id)
    if not standing.told and not rows:
        row_id = opened.add_row(_ROWS, row_id=workspace.sitting.new_id(Prefix.ROW))
        nobody = "Nobody had received anything on this consent."
        opened.set_answer(f"{_ROWS}[{row_id}]/caw_answer", nobody)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """Something that was prepared on a consent which the client took back.

    Attributes:
        reference: Of the case.
        what: The referral, or for whom a file was written.
        since: The day of the withdrawal.
        is_file: A file lies somewhere: it is not handed over, and is deleted.
    """

    subject: Subject
    document_id: str
    reference: str
    what: str
    since: date
    is_file: bool = False


def stopped(workspace: Workspace) -> tuple[Stopped, ...]:
    """Return what does not leave because a client withdrew, of all cases that one may read."""
    return run_through(looking_for_stopped(workspace))


def looking_for_stopped(workspace: Workspace) -> Steps[tuple[Stopped, ...]]:
    """Look for it case by case; see `stopped`."""
    reader = Reader(workspace.sitting)
    cases = dict.fromkeys(
        each.case_id for each in workspace.vault.lists.consents() if each.con_withdrawn_on
    )
    subjects = dict.fromkeys(
        each.subject
        for case_id in cases
        for each in workspace.vault.documents.by_case(case_id, form_id=CONSENT)
        if reader.sight(each) is not None
    )
    found: list[Stopped] = []
    for subject in subjects:
        yield from reading_ahead(workspace.vault, subject)
        case_file = workspace.casework.case_file(subject)
        yield
        yield from workspace.catalogue.loading(each.form_id for each in case_file.records)
        found += _stopped_in(workspace, subject, case_file)
        yield
    return tuple(found)


def _stopped_in(workspace: Workspace, subject: Subject, case_file: CaseFile) -> Iterator[Stopped]:
    if not any(text_of(each.answers, "con_withdrawn_on") for each in case_file.all(CONSENT)):
        return
    reference = reference_of(workspace, subject)
    for each in standing_consents(workspace, subject):
        since = each.consent.withdrawn_on
        if each.state is not ConsentState.WITHDRAWN or since is None:
            continue
        for referral in withdrawal_effects(case_file, each.consent).stopped_referrals:
            record = case_file.find(referral)
            if record is not None and stopped_on(case_file, record.answers) is not None:
                key = text_of(record.answers, "ref_key")
                yield Stopped(
                    subject=subject,
                    document_id=referral,
                    reference=reference,
                    what=phrase("Referral {label}", label=key) if key else phrase("Referral"),
                    since=since,
                )
        for file in each.prepared:
            if file.at[:10] <= since.isoformat():
                yield Stopped(
                    subject=subject,
                    document_id=file.document_ids[0],
                    reference=reference,
                    what=phrase("{way} for {receiver}", way=file.method, receiver=file.receiver),
                    since=since,
                    is_file=True,
                )

"""One case as its screen shows it: head, risk over time, what waits, plan, people, papers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from outreach_app.domain.authority import Verb, may
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.consents import Consent, ConsentState, consents_of
from outreach_app.domain.documents import Subject
from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.nrm_course import NrmClock, running
from outreach_app.domain.nrm_course import events_of_case as events_of_course
from outreach_app.domain.people import Role
from outreach_app.domain.trend import Trend, read_trend
from outreach_app.domain.values import parse_instant, text_of
from outreach_app.phrases import in_a_row, phrase
from outreach_app.report.summary import SummaryAgency, SummaryGoal
from outreach_app.services.access import access_of
from outreach_app.services.attention import Limits, needs_of
from outreach_app.services.breaking_glass import may_break_glass
from outreach_app.services.case_events import events_of
from outreach_app.services.case_words import CaseWords, day_words, spoken_reference_of
from outreach_app.services.needs import Need
from outreach_app.services.permission import may_send
from outreach_app.services.printed_case import agencies_of_case, goals_of_case
from outreach_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFlag:
    """An open safety flag, in words, with the instant at which it was set (None when not known)."""

    words: str
    set_at: datetime | None
    document_id: str


class CaseView:
    """What the screen of one case shows; built when it is opened, parts when they are asked for.

    Attributes:
        case_file: Everything signed, as the rules read it.
        restricted: The person sees where the case stands, not its history: night staff without a
            written reason.
    """

    def __init__(self, workspace: Workspace, subject: Subject) -> None:
        """Read the case; whether the person may is asked before."""
        self.workspace = workspace
        self.subject = subject
        self.case_file: CaseFile = workspace.casework.case_file(subject)
        self.words = CaseWords(workspace)
        sitting = workspace.sitting
        configuration = sitting.configuration
        self.limits = Limits(
            timescales=configuration.time_limits(), holidays=configuration.holidays()
        )
        self.restricted = sitting.me.role is Role.NIGHT_STAFF and not (
            {subject.case_id, subject.client_id} & sitting.opened_with_reason
        )

    # ---- head -------------------------------------------------------------------------------

    @property
    def on(self) -> date:
        """The day on which the case is looked at."""
        return self.case_file.on

    @cached_property
    def reference(self) -> str:
        """By what the case is called; never a name."""
        return spoken_reference_of(self.workspace, self.subject)

    @property
    def name(self) -> str:
        """The name the client wants us to use, also from one's own unsigned record."""
        signed = text_of(self.case_file.client, "preferred_name")
        if signed:
            return signed
        drafts = self.workspace.vault.drafts
        for document in drafts.mine():
            if (
                document.form_id == "client"
                and document.subject.client_id == self.subject.client_id
            ):
                answers = drafts.load(document.document_id).answers.get("client_identity", {})
                return str(answers.get("preferred_name", ""))
        return ""

    @property
    def level(self) -> RiskLevel | None:
        """The level that counts now."""
        return self.case_file.level

    @property
    def has_trend(self) -> bool:
        """Whether there are two judged assessments, so that the level can go anywhere."""
        return sum(1 for each in self.case_file.assessments if each.effective) > 1

    @property
    def has_risen(self) -> bool | None:
        """Whether the level went up since the assessment before; None for no change or no two."""
        levels = [each.effective for each in self.case_file.assessments if each.effective]
        if len(levels) < 2 or levels[-1] == levels[-2]:
            return None
        return levels[-1] > levels[-2]

    @property
    def is_closed(self) -> bool:
        """Whether a supervisor closed the case."""
        line = self.workspace.vault.lists.case(self.subject.case_id)
        return line is not None and line.closed

    def flags(self) -> tuple[OpenFlag, ...]:
        """Return the open safety flags, oldest first."""
        found = []
        for flag in self.case_file.open_flags():
            record = self.case_file.find(flag.document_id)
            set_at = text_of(record.answers, "flag_set_at") if record is not None else ""
            found.append(
                OpenFlag(
                    words=flag.label,
                    set_at=parse_instant(set_at),
                    document_id=flag.document_id,
                )
            )
        return tuple(found)

    def nrm_words(self) -> tuple[str, ...]:
        """Return the newest event of the NRM and its clock, nothing while there is none."""
        event = self.case_file.newest("nrm_event")
        if event is None or self.restricted:
            return ()
        kind = self.words.choice(
            "nrm_event", "nrm_event_kind", text_of(event.answers, "nrm_event_kind")
        )
        clockwork = NrmClock(
            timescales=self.limits.timescales,
            jurisdiction=self.case_file.jurisdiction,
            bank_holidays=self.limits.holidays,
        )
        course = running(events_of_course(self.case_file), clockwork)
        ahead = [each.date for each in course if each.date.deadline.due >= self.on]
        clock = [in_a_row((each.text, day_words(each.deadline.due)), " ") for each in ahead[:1]]
        return (phrase("NRM: {event}", event=kind), *clock)

    def consent_words(self) -> tuple[str, ...]:
        """Return for what consent to share stands today, the newest word for each."""
        named = (self._consent_name(each) for each in self.standing_consents())
        return tuple(dict.fromkeys(name for name in named if name))

    def standing_consents(self) -> tuple[Consent, ...]:
        """Return the consents that stand today, the newest word for each agency and purpose."""
        newest: dict[tuple[str, str, str], Consent] = {}
        for consent in consents_of(self.case_file, self.limits.timescales):
            newest[consent.kind, consent.agency_id, consent.purpose] = consent
        return tuple(
            each for each in newest.values() if each.state_on(self.on) is ConsentState.VALID
        )

    def consent_with(self, consent: Consent) -> str:
        """Return with whom a consent lets one share, "" for nobody by name."""
        agency = self.case_file.find(consent.agency_id)
        named = text_of(agency.answers, "agency_name") if agency is not None else ""
        return named or self._consent_name(consent)

    def _consent_name(self, consent: Consent) -> str:
        agency = self.case_file.find(consent.agency_id)
        if agency is not None:
            kind = text_of(agency.answers, "agency_kind")
            return self.words.choice("agency_involvement", "agency_kind", kind)
        return self.words.choice("consent", "con_kind", consent.kind)

    def interpreter_words(self) -> str:
        """Return which interpreter is needed, "" for none."""
        client = self.case_file.client
        if text_of(client, "interpreter_needed") != "yes":
            return ""
        language = text_of(client, "first_language")
        wanted = text_of(client, "interpreter_gender_pref")
        parts = [
            self.words.choice("client", "first_language", language) if language else "",
            self.words.choice("client", "interpreter_gender_pref", wanted).lower()
            if wanted
            else "",
        ]
        return in_a_row(parts) or phrase("needed", note="an interpreter")

    # ---- body -------------------------------------------------------------------------------

    @cached_property
    def trend(self) -> Trend:
        """Risk over time with its events; nothing for who does not see the history."""
        if self.restricted:
            return Trend((), ())
        return read_trend(self.case_file.assessments, events_of(self.case_file, self.words))

    @property
    def next_review(self) -> date | None:
        """When the risk is looked at again."""
        for need in self.needs():
            if need.kind.value == "review":
                return need.due
        return None

    def needs(self) -> tuple[Need, ...]:
        """Return what waits in the case, the most overdue first."""
        if self.is_closed or self.restricted:
            return ()
        return needs_of(self.case_file, self.limits, self.words)

    def goals(self) -> tuple[SummaryGoal, ...]:
        """Return the goals of the current plan."""
        if self.restricted:
            return ()
        return tuple(goals_of_case(self.case_file, self.words))

    def agencies(self) -> tuple[SummaryAgency, ...]:
        """Return the agencies involved."""
        if self.restricted:
            return ()
        return tuple(agencies_of_case(self.case_file, self.words, self.limits.timescales))

    def may_share(self) -> bool:
        """Say whether the person may send the case to somebody."""
        return may_send(self.workspace.sitting, self.subject)

    def may_print(self) -> bool:
        """Say whether the person may have the whole case on paper."""
        return self._may(Verb.READ, Verb.PRINT)

    def _may(self, *verbs: Verb) -> bool:
        me = self.workspace.sitting.me
        access = access_of(
            self.workspace.sitting,
            self.subject.case_id,
            me.person_id,
            form_id="case",
            client_id=self.subject.client_id,
        )
        return all(may(me.person_id, me.role, verb, access).allowed for verb in verbs)

    def may_break_glass(self) -> bool:
        """Say whether the person could see more by giving a reason."""
        return may_break_glass(self.workspace.sitting, self.subject)

    def people(self) -> Iterator[tuple[str, str]]:
        """Yield who works on the case: what they are, and initials with role."""
        for label, name in (
            ("Caseworker", "caseworker"),
            (phrase("Second worker"), "second_worker"),
        ):
            person = text_of(self.case_file.case, name)
            if person:
                yield label, self.words.person(person)

"""Where the NRM stands for one client, as it is read: what was told, decided, comes next, by when."""

from dataclasses import dataclass
from datetime import date

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.nrm import NEGATIVE, POINTS
from outreach_app.domain.nrm_course import (
    REFERRED,
    NrmClock,
    NrmEvent,
    PointTold,
    Running,
    events_of_case,
    points_of_all,
    running,
)
from outreach_app.domain.records import Record
from outreach_app.domain.timescales import TimescaleRow
from outreach_app.domain.values import text_of
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.case_words import CaseWords, day_words
from outreach_app.services.workspace import Workspace

_FORM = "nrm_explanation"
_EVENT = "nrm_event"
_CHECK_AFTER = "config_max_age"
_UNDECIDED = phrase("Time to think, then ask again on another day: no pressure")
_NEXT_OF_DECISION = {
    "": phrase("Go on explaining, then ask what the client wants"),
    "yes": phrase("The First Responder sends the referral: record when it was submitted"),
    "yes_no_support": phrase(
        "The First Responder sends the referral: record when it was submitted"
    ),
    "later": _UNDECIDED,
    "not_able": _UNDECIDED,
    "no": phrase("The refusal is respected. Options outside the NRM stay open"),
    "not_needed_child": phrase("Tell the local authority first, then the referral is sent"),
}
_NEXT_OF_EVENT = {
    "explained": phrase("Ask what the client wants, without pressure"),
    "consent_given": phrase("The First Responder sends the referral: record when it was submitted"),
    "consent_refused": phrase("The refusal is respected. Options outside the NRM stay open"),
    "dtn_sent": phrase("Nothing is asked of the client. The NRM stays open to them"),
    "emergency_support": phrase("Support runs until the first decision"),
    REFERRED: phrase("The decision on reasonable grounds is awaited"),
    "rg_positive": phrase("Recovery period, then the decision on conclusive grounds"),
    "rg_negative": phrase("Legal advice today, and plan move-on now"),
    "more_info_asked": phrase(
        "Send what the competent authority asked for, with the client's agreement"
    ),
    "cg_positive": phrase("Ask for the Recovery Needs Assessment"),
    "cg_negative": phrase("Legal advice today, and plan move-on now"),
    "rg_cg_combined_positive": phrase("Ask for the Recovery Needs Assessment"),
    "rg_cg_combined_negative": phrase("Legal advice today, and plan move-on now"),
    "suspended": phrase("Legal advice today: ask why, and what is needed to go on"),
    "disqualified": phrase("Legal advice today"),
    "reconsideration_asked": phrase("The answer about reconsideration is awaited"),
    "reconsideration_result": phrase("Record the decision that follows from it"),
    "rna_requested": phrase("The decision on recovery needs is awaited"),
    "rna_decision": phrase("Bring the support plan in line with the decision"),
    "vts_applied": phrase("The decision on permission to stay is awaited"),
    "vts_decision": phrase("Legal advice about what the decision means"),
    "consent_at_18": phrase("Record whether the client stays in the NRM as an adult"),
    "withdrawn": phrase("Our own support goes on. Options outside the NRM stay open"),
    "support_end_notice": phrase("Plan move-on now, and legal advice about the notice"),
}
NOT_MEANT = (
    phrase("It does not mean that it did not happen, or that we do not believe you."),
    phrase("It does not end our support. We go on working with you."),
    phrase("It does not decide about asylum or permission to stay. Those are decided separately."),
    phrase(
        "It is not always the last word. It may be possible to ask for it to be looked at again; "
        "the time is short, so speak with a legal adviser today."
    ),
)
"""What a negative decision does not mean, in words that one can say to the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NrmTime:
    """A date that counts, with everything it rests on.

    Attributes:
        days: From the day of the case file to the date; negative once it has passed.
        counted: From which event and day, by which rule.
        source: Who set the rule and when it was checked; what is not sure about it.
    """

    what: str
    due: date
    days: int
    counted: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One point of the explanation in words.

    Attributes:
        when: The day and interpreter of a point that was told; how it was left for others.
    """

    name: str
    words: str
    is_told: bool
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NrmStanding:
    """Where the NRM stands.

    Attributes:
        explanation_id: The document of the explanation, "" while there is none.
        points: The 21 points in their order; () while nothing was explained.
        understood: What the client explained back.
        facts: Label and value: decision, refusal reasons, First Responder, reference.
        history: The events, oldest first, each with its day.
        not_meant: For the person, after a negative decision that still stands.
        without_rules: A clock would run, and this nation has no timescales.
    """

    stands: str
    next_step: str
    explanation_id: str
    points: tuple[Told, ...]
    understood: str
    facts: tuple[tuple[str, str], ...]
    times: tuple[NrmTime, ...]
    history: tuple[tuple[str, str], ...]
    not_meant: tuple[str, ...]
    without_rules: bool

    @property
    def told(self) -> int:
        """How many points the client has heard."""
        return sum(each.is_told for each in self.points)

    @property
    def left(self) -> tuple[Told, ...]:
        """The points that are still to be told."""
        return tuple(each for each in self.points if not each.is_told)


def nrm_standing(workspace: Workspace, case_file: CaseFile) -> NrmStanding:
    """Return where the NRM stands on the day of a case file."""
    reader = _Reader(workspace, case_file)
    events = events_of_case(case_file)
    last = events[-1] if events else None
    explanation = case_file.newest(_FORM)
    clocks = running(events, reader.clock)
    return NrmStanding(
        stands=reader.stands(last, explanation),
        next_step=reader.next_step(last, explanation),
        explanation_id=explanation.document_id if explanation is not None else "",
        points=tuple(reader.points()) if explanation is not None else (),
        understood=text_of(explanation.answers, "nrm_understood_text") if explanation else "",
        facts=tuple((label, value) for label, value in reader.facts(events, explanation) if value),
        times=tuple(reader.time(each) for each in clocks),
        history=tuple((reader.event(each), day_words(each.on)) for each in events),
        not_meant=NOT_MEANT if _is_refused(events) else (),
        without_rules=bool(events) and not clocks and reader.has_no_rules(),
    )


def _is_refused(events: tuple[NrmEvent, ...]) -> bool:
    """Say whether the newest decision is negative."""
    decided = [each.kind for each in events if each.kind in NEGATIVE or "positive" in each.kind]
    return bool(decided) and decided[-1] in NEGATIVE


class _Reader:
    """Puts the course of one case into words."""

    def __init__(self, workspace: Workspace, case_file: CaseFile) -> None:
        configuration = workspace.sitting.configuration
        self.case_file = case_file
        self.catalogue = workspace.catalogue
        self.words = CaseWords(workspace)
        self.clock = NrmClock(
            timescales=configuration.time_limits(),
            jurisdiction=case_file.jurisdiction,
            bank_holidays=configuration.holidays(),
        )

    def stands(self, last: NrmEvent | None, explanation: Record | None) -> str:
        if last is not None:
            return phrase("{event}, {day}", event=self.event(last), day=day_words(last.on))
        if explanation is None:
            return phrase("Not explained yet")
        decision = text_of(explanation.answers, "nrm_decision")
        if decision:
            return self.words.choice(_FORM, "nrm_decision", decision)
        return phrase("Being explained: the client has not decided")

    def next_step(self, last: NrmEvent | None, explanation: Record | None) -> str:
        if last is not None:
            return _NEXT_OF_EVENT.get(last.kind, "")
        if explanation is None:
            return phrase("Explain the NRM, in as many conversations as the client needs")
        return _NEXT_OF_DECISION.get(text_of(explanation.answers, "nrm_decision"), "")

    def event(self, event: NrmEvent) -> str:
        return self.words.choice(_EVENT, "nrm_event_kind", event.kind)

    def points(self) -> list[Told]:
        return [
            Told(
                name=each.name,
                words=self.catalogue.question_label(_FORM, each.name),
                is_told=each.is_told,
                when=_when(each, self.words),
            )
            for each in points_of_all(one.answers for one in self.case_file.all(_FORM))
        ]

    def facts(
        self, events: tuple[NrmEvent, ...], explanation: Record | None
    ) -> list[tuple[str, str]]:
        told = explanation.answers if explanation is not None else {}
        reasons = in_a_row(
            self.words.choice(_FORM, "nrm_no_reasons", code)
            for code in text_of(told, "nrm_no_reasons").split()
        )
        decision = self.words.choice(_FORM, "nrm_decision", text_of(told, "nrm_decision"))
        responder = _newest(events, "nrm_event_first_responder") or text_of(told, "nrm_fr_org")
        authority = _newest(events, "nrm_authority")
        return [
            (phrase("The client's decision"), decision),
            (phrase("Why not"), reasons),
            (phrase("In the client's words"), text_of(told, "nrm_no_words_text")),
            (phrase("First Responder"), responder),
            (
                phrase("Competent authority"),
                self.words.choice(_EVENT, "nrm_authority", authority) if authority else "",
            ),
            (phrase("NRM reference"), _newest(events, "nrm_reference")),
            (phrase("Reasons given"), _newest(events, "nrm_reasons")),
        ]

    def time(self, each: Running) -> NrmTime:
        on, due = each.event.on, each.date.deadline.due
        row = self.clock.timescales.row(each.date.code, on, self.clock.jurisdiction)
        return NrmTime(
            what=each.date.text,
            due=due,
            days=(due - self.case_file.on).days,
            counted=phrase(
                "{length} from {day} ({event})",
                length=_length(row),
                day=day_words(on),
                event=self.event(each.event),
            ),
            source=tuple(self._source(row, due)),
        )

    def _source(self, row: TimescaleRow, due: date) -> list[str]:
        said = [row.source_title]
        if row.effective_to is not None:
            said.append(phrase("the rule in force until {day}", day=day_words(row.effective_to)))
        if row.checked_on is not None:
            checked = day_words(row.checked_on)
            said.append(phrase("set on {day}: check with your manager", day=checked))
        if row in self.clock.timescales.to_check(self.case_file.on):
            said.append(phrase("not checked for more than a year"))
        if row.unit.startswith("working_days") and not self._knows_holidays(due):
            said.append(phrase("bank holidays of that year are not known here"))
        return [each for each in said if each]

    def _knows_holidays(self, due: date) -> bool:
        days = (self.clock.bank_holidays or {}).get(self.clock.jurisdiction, frozenset())
        return due.year in {day.year for day in days}

    def has_no_rules(self) -> bool:
        find = self.clock.timescales.find
        return find("rg_decision_target", self.case_file.on, self.clock.jurisdiction) is None


def _newest(events: tuple[NrmEvent, ...], name: str) -> str:
    return next(filter(None, (text_of(each.answers, name) for each in reversed(events))), "")


def _when(point: PointTold, words: CaseWords) -> str:
    if not point.is_told:
        return words.choice(_FORM, point.name, point.answer) if point.answer else ""
    by = phrase("interpreter {who}", who=point.interpreter) if point.interpreter else ""
    return in_a_row((day_words(point.on), by))


def _length(row: TimescaleRow) -> str:
    """Return how long a row counts: ``5 working days``."""
    count = row.values[0]
    if row.unit == "working_days":
        return phrase("%n working day(s)", count=count)
    if row.unit == "months":
        return phrase("%n month(s)", count=count)
    return phrase("%n day(s)", count=count)


def nrm_data(standing: NrmStanding) -> dict[str, object]:
    """Return where the NRM stands as plain values, for scripts."""
    return {
        "stands": str(standing.stands),
        "next": str(standing.next_step),
        "explanation": standing.explanation_id,
        "points": [
            {"name": each.name, "told": each.is_told, "when": str(each.when)}
            for each in standing.points
        ],
        "understood": standing.understood,
        "facts": [[str(label), str(value)] for label, value in standing.facts],
        "dates": [
            {
                "what": str(each.what),
                "due": each.due.isoformat(),
                "counted": str(each.counted),
                "source": [str(line) for line in each.source],
            }
            for each in standing.times
        ],
        "history": [[str(event), str(day)] for event, day in standing.history],
        "not_meant": [str(line) for line in standing.not_meant],
        "without_rules": standing.without_rules,
    }


def nrm_lines(standing: NrmStanding) -> list[str]:
    """Return where the NRM stands as lines of text."""
    lines = [
        phrase("NRM: {stands}", stands=standing.stands),
        phrase("Next: {step}", step=standing.next_step),
    ]
    for each in standing.times:
        due = in_a_row((each.what, day_words(each.due)), " ")
        lines += [due, f"  {each.counted}", f"  {in_a_row(each.source, '; ')}"]
    if standing.without_rules:
        lines.append(NO_RULES)
    if standing.points:
        lines.append(points_words(standing))
        lines += [
            f"  {'x' if each.is_told else '-'} {in_a_row((each.words, each.when), ': ')}"
            for each in standing.points
        ]
    lines += [in_a_row(fact, ": ") for fact in standing.facts]
    lines += [in_a_row(event, ", ") for event in standing.history]
    return [*lines, *standing.not_meant]


def points_words(standing: NrmStanding) -> str:
    """Return how much was explained: ``8 of 21 points told``."""
    return phrase("{told} of {all} points told", told=standing.told, all=POINT_COUNT)


NO_RULES = phrase(
    "No time limits are set for this nation: ask your manager, and note dates by hand."
)
"""What is said where a clock would run."""
POINT_COUNT = len(POINTS)
"""How many points there are to explain."""

"""The supervisor's Friday list: what the week has left open in every case, and who was not heard of.

References only: it lies on a desk and is talked through. It is read from the lists; no record is opened.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from outreach_app.domain.authority import CaseAccess, Verb, may
from outreach_app.domain.flags import label_of
from outreach_app.domain.values import parse_day
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.case_words import day_words
from outreach_app.services.contacts_today import every_check
from outreach_app.services.exchange.arrivals import SILENT_DAYS, arrived_bundles, silent_devices
from outreach_app.services.exchange.status import exchange_status
from outreach_app.services.instants import day_of
from outreach_app.services.listed_cases import list_cases
from outreach_app.services.naming import spoken_references
from outreach_app.services.needs import Need, NeedKind
from outreach_app.services.sharing.reviewed import gaps
from outreach_app.services.sitting import Sitting
from outreach_app.services.today_needs import needs_in
from outreach_app.services.today_scope import Scope
from outreach_app.services.workspace import Workspace
from outreach_app.store.steps import Steps, run_through

WEEK_DAYS = 7
_AHEAD_DAYS = 14


class FridayKind(StrEnum):
    """The parts of the list, in its order."""

    FLAGS = "flags"
    REVIEWS = "reviews"
    MY_WORD = "my_word"
    INCIDENTS = "incidents"
    HANDOVERS = "handovers"
    REFERRALS = "referrals"
    CONSENTS = "consents"
    CONTACTS = "contacts"
    DRAFTS = "drafts"
    BUNDLES = "bundles"
    LAPTOPS = "laptops"


_TITLES = {
    FridayKind.FLAGS: phrase("Open safety flags"),
    FridayKind.REVIEWS: phrase("Reviews that are overdue"),
    FridayKind.MY_WORD: phrase("Waiting for a supervisor’s word"),
    FridayKind.INCIDENTS: phrase("Incidents with data that are not settled"),
    FridayKind.HANDOVERS: phrase("Cases handed over and not yet accepted"),
    FridayKind.REFERRALS: phrase("Referrals without an answer, and time spent on chasing"),
    FridayKind.CONSENTS: phrase("Consents that have run out or soon will"),
    FridayKind.CONTACTS: phrase("Safe contacts to be checked again"),
    FridayKind.DRAFTS: phrase("Begun on this laptop and not signed"),
    FridayKind.BUNDLES: phrase("Bundles missing, not taken over, or not confirmed"),
    FridayKind.LAPTOPS: phrase("Laptops not heard of for a week"),
}
_OF_KIND = {
    NeedKind.REVIEW: FridayKind.REVIEWS,
    NeedKind.PLAN_REVIEW: FridayKind.REVIEWS,
    NeedKind.EVENT: FridayKind.REVIEWS,
    NeedKind.JUDGE: FridayKind.MY_WORD,
    NeedKind.CONTEST: FridayKind.MY_WORD,
    NeedKind.MERGE: FridayKind.MY_WORD,
    NeedKind.TAKE_OVER: FridayKind.MY_WORD,
    NeedKind.INCIDENT: FridayKind.INCIDENTS,
    NeedKind.HANDED: FridayKind.HANDOVERS,
    NeedKind.HANDED_TO_ME: FridayKind.HANDOVERS,
    NeedKind.CHASE: FridayKind.REFERRALS,
    NeedKind.CONSENT: FridayKind.CONSENTS,
}
_OVERDUE_ONLY = frozenset({FridayKind.REVIEWS, FridayKind.CONTACTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class FridayLine:
    """One thing of the list.

    Attributes:
        reference: By what the case is called; "" for what is about none.
        what, where: In words; never a name of a client.
        case_id: "" for what is about no case.
        need: What settles it, None where nothing in the program does.
    """

    reference: str
    what: str
    where: str = ""
    due: date | None = None
    case_id: str = ""
    need: Need | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FridayPart:
    """One part of the list; without lines it says so."""

    kind: FridayKind
    title: str
    lines: tuple[FridayLine, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FridayList:
    """The whole list.

    Attributes:
        chases: How often somebody was chased in the seven days up to today, and `minutes` how long.
    """

    on: date
    parts: tuple[FridayPart, ...]
    chases: int
    minutes: int

    def lines(self, kind: FridayKind) -> tuple[FridayLine, ...]:
        """Return the lines of one part."""
        return next(each.lines for each in self.parts if each.kind is kind)


def may_see_friday_list(sitting: Sitting) -> bool:
    """Say whether the unlocked person has the list: whoever closes cases."""
    return may(sitting.me.person_id, sitting.me.role, Verb.CLOSE, CaseAccess()).allowed


def friday_list(workspace: Workspace) -> FridayList:
    """Return the list; see `gathering_friday_list`."""
    return run_through(gathering_friday_list(workspace))


def gathering_friday_list(workspace: Workspace) -> Steps[FridayList]:
    """Gather the list part by part.

    Raises:
        NotAllowed: The person is no supervisor; the attempt is in the journal.
    """
    sitting = workspace.sitting
    sitting.require(Verb.CLOSE, CaseAccess())
    on = sitting.today()
    listed = list_cases(sitting).cases
    cases = {each.line.case_id: each for each in listed if not each.line.closed}
    yield
    until = on + timedelta(days=_AHEAD_DAYS)
    scope = Scope(workspace=workspace, cases=cases, on=on, until=until)
    found: dict[FridayKind, list[FridayLine]] = {kind: [] for kind in FridayKind}
    for source in (_flags, _of_cases, _contacts, _drafts, _bundles, _laptops):
        for kind, line in source(scope):
            if kind not in _OVERDUE_ONLY or line.due is None or line.due < on:
                found[kind].append(line)
            yield
    chases, minutes = _chasing(scope)
    notes = _notes(chases, minutes)
    return FridayList(
        on=on,
        chases=chases,
        minutes=minutes,
        parts=tuple(
            FridayPart(
                kind=kind,
                title=_TITLES[kind],
                lines=tuple(sorted(found[kind], key=_order)),
                note=notes.get(kind, ""),
            )
            for kind in FridayKind
        ),
    )


Found = Iterator[tuple[FridayKind, FridayLine]]


def _order(line: FridayLine) -> tuple[date, str, str]:
    return line.due or date.max, line.reference, line.what


def _notes(chases: int, minutes: int) -> dict[FridayKind, str]:
    spent = phrase("No time was noted for chasing in the last seven days.")
    if chases:
        spent = in_a_row(
            (
                phrase("%n chase(s) in the last seven days", count=chases),
                phrase("%n minute(s)", count=minutes),
            )
        )
    return {
        FridayKind.REFERRALS: spent,
        FridayKind.DRAFTS: phrase(
            "Drafts of colleagues stay on their own laptops: only they see them."
        ),
    }


def _flags(scope: Scope) -> Found:
    lists = scope.workspace.vault.lists
    told = {each.document_id for each in lists.facts("safety_flag") if each.facts.get("told_who")}
    for line in lists.flags(only_open=True):
        if line.case_id not in scope.cases:
            continue
        since = parse_day(line.set_at)
        where = [phrase("Since {day}", day=day_words(since))] if since is not None else []
        if line.document_id not in told:
            where.append(phrase("nobody has noted a manager told"))
        need = Need(kind=NeedKind.FLAG, what=label_of(line.flag_code), document_id=line.document_id)
        yield (
            FridayKind.FLAGS,
            FridayLine(
                reference=scope.cases[line.case_id].reference,
                what=label_of(line.flag_code),
                where=in_a_row(where),
                case_id=line.case_id,
                need=need,
            ),
        )


def _of_cases(scope: Scope) -> Found:
    for case_id, need in needs_in(scope):
        kind = _OF_KIND.get(need.kind)
        if kind is not None:
            yield kind, _line(scope, case_id, need)


def _contacts(scope: Scope) -> Found:
    for case_id, need in every_check(scope):
        yield FridayKind.CONTACTS, _line(scope, case_id, need)


def _line(scope: Scope, case_id: str, need: Need) -> FridayLine:
    return FridayLine(
        reference=_reference(scope, case_id),
        what=need.what,
        where=need.where,
        due=need.due,
        case_id=case_id,
        need=need,
    )


def _reference(scope: Scope, case_id: str) -> str:
    """Return by what a case is called, a closed one included; "" for none."""
    case = scope.cases.get(case_id)
    if case is not None:
        return case.reference
    return spoken_references(scope.workspace.vault).get(case_id, "") if case_id else ""


def _drafts(scope: Scope) -> Found:
    for document, person_id, changed_at in scope.workspace.vault.drafts.everybodys():
        case_id = scope.case_about(document.subject)
        yield (
            FridayKind.DRAFTS,
            FridayLine(
                reference=_reference(scope, case_id),
                what=scope.words.form(document.form_id),
                where=phrase(
                    "By {who}, last changed on {day}",
                    who=scope.words.initials(person_id),
                    day=day_words(day_of(changed_at)),
                ),
                due=day_of(changed_at),
                case_id=case_id,
            ),
        )


def _bundles(scope: Scope) -> Found:
    sitting, words = scope.workspace.sitting, scope.words
    for each in arrived_bundles(sitting):
        who = words.initials(each.sender.person_id) if each.sender is not None else "?"
        came = day_of(each.received_at)
        yield (
            FridayKind.BUNDLES,
            FridayLine(
                reference="",
                what=phrase("From {who}: not taken over yet", who=who),
                where=phrase("Arrived on {day}", day=day_words(came)),
                due=came,
                need=Need(kind=NeedKind.ARRIVED, what=""),
            ),
        )
    for gap in gaps(sitting):
        who = words.initials(gap.person.person_id) if gap.person is not None else "?"
        numbers = in_a_row(str(number) for number in gap.missing)
        yield (
            FridayKind.BUNDLES,
            FridayLine(
                reference="",
                what=phrase("From {who}, laptop {letter}: never came", who=who, letter=gap.laptop),
                where=phrase("Missing numbers: {numbers}", numbers=numbers),
                need=Need(kind=NeedKind.ARRIVED, what=""),
            ),
        )
    for sent in exchange_status(sitting).overdue:
        went = day_of(sent.sent_at)
        who = words.initials(sent.recipient_id)
        yield (
            FridayKind.BUNDLES,
            FridayLine(
                reference="",
                what=phrase("To {who}: nobody has confirmed that it arrived", who=who),
                where=phrase("Sent on {day}", day=day_words(went)),
                due=went,
            ),
        )


def _laptops(scope: Scope) -> Found:
    for each in silent_devices(scope.workspace.sitting, SILENT_DAYS):
        heard = day_of(each.last_heard) if each.last_heard else None
        yield (
            FridayKind.LAPTOPS,
            FridayLine(
                reference="",
                what=phrase(
                    "{who}, laptop {letter}", who=each.person.full_name, letter=each.laptop
                ),
                where=(
                    phrase("Last bundle of {day}", day=day_words(heard))
                    if heard is not None
                    else phrase("Nothing has ever come from it")
                ),
                due=heard or date.min,
            ),
        )


def _chasing(scope: Scope) -> tuple[int, int]:
    """Return how often and for how many minutes somebody was chased in the last seven days."""
    since = scope.on - timedelta(days=WEEK_DAYS)
    spent = [
        int(minutes) if minutes.isdigit() else 0
        for line in scope.workspace.vault.lists.facts("referral_outcome")
        for at, minutes in line.facts.get("chased", ())
        if (day := parse_day(at)) is not None and since < day <= scope.on
    ]
    return len(spent), sum(spent)

"""The lines of Today, kind by kind, from the lists: each rule is the one of the case itself."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.consents import Consent, ConsentState, read_consent
from outreach_app.domain.documents import Subject
from outreach_app.domain.errors import NoTimescale
from outreach_app.domain.flags import label_of
from outreach_app.domain.nrm_course import (
    NrmClock,
    NrmEvent,
    in_course,
    read_event,
    submitted,
)
from outreach_app.domain.plan import OPEN_GOAL
from outreach_app.domain.records import Record
from outreach_app.domain.referrals import chase_state, referrals_of
from outreach_app.domain.values import parse_day
from outreach_app.phrases import phrase
from outreach_app.services.ages_today import ages_of_today
from outreach_app.services.approvals_today import approvals_of_today
from outreach_app.services.attention import consent_ending, nrm_needs, referral_words
from outreach_app.services.case_words import day_words
from outreach_app.services.clocked_today import incidents_of_today, rights_of_today
from outreach_app.services.contacts_today import contacts_of_today
from outreach_app.services.flags_today import events_of_today, flags_of_today
from outreach_app.services.handing_over.needs import handovers_of_today
from outreach_app.services.instants import day_of
from outreach_app.services.missing_today import returns_of_today
from outreach_app.services.needs import Need, NeedKind
from outreach_app.services.notes_today import notes_of_today
from outreach_app.services.supervision import Urgency, review_list
from outreach_app.services.today_scope import ENGLAND_AND_WALES, Scope
from outreach_app.store.lists import ConsentLine, DocumentLine, FactLine

_DRAFT_AGE = "draft_reminder"
_TOLD_ELSEWHERE = frozenset({Urgency.RETURNED, Urgency.CONFLICT, Urgency.REST})
Found = Iterator[tuple[str, Need]]
"""Ids of cases, "" for what is about none, with what waits there."""


def needs_in(scope: Scope) -> Found:
    """Yield everything that waits until the last day that is looked at."""
    dated = (
        *(_flags, flags_of_today, events_of_today, returns_of_today, _reviews, _plans),
        *(notes_of_today, contacts_of_today, incidents_of_today),
        *(_consents, _referrals, approvals_of_today, _nrm, rights_of_today, ages_of_today),
    )
    for kind in dated:
        for case_id, need in kind(scope):
            if need.due is None or need.due <= scope.until:
                yield case_id, need
    yield from handovers_of_today(scope)
    yield from _judged(scope)
    yield from _to_judge(scope)
    yield from _apart(scope)
    yield from _drafts(scope)
    yield from _nobodys(scope)
    yield from _arrived(scope)


def _flags(scope: Scope) -> Found:
    lists = scope.workspace.vault.lists
    facts = lists.facts("safety_flag")
    noted = {each.document_id for each in facts if each.facts.get("told_who")}
    for line in lists.flags(only_open=True):
        if line.case_id in scope.cases and line.document_id not in noted:
            flag = label_of(line.flag_code)
            mine = scope.is_mine(line.case_id)
            what = (
                phrase("Flag “{flag}”: tell your manager and note it", flag=flag)
                if mine
                else phrase("Flag “{flag}”: nobody has noted a manager told", flag=flag)
            )
            set_on = day_words(parse_day(line.set_at))
            yield (
                line.case_id,
                Need(
                    kind=NeedKind.FLAG,
                    what=what,
                    where=phrase("Safety flag, set on {day}", day=set_on),
                    document_id=line.document_id,
                ),
            )


def _reviews(scope: Scope) -> Found:
    for case_id, case in scope.cases.items():
        due = parse_day(case.line.next_review)
        if due is not None:
            assessed = day_words(parse_day(case.line.assessed_at))
            need = Need(
                kind=NeedKind.REVIEW,
                what=phrase("Review of the risk assessment"),
                where=phrase("Last assessed on {day}", day=assessed) if assessed else "",
                due=due,
            )
            yield case_id, need


def _plans(scope: Scope) -> Found:
    """Yield plan reviews and actions, of the newest plan of each case only."""
    lists = scope.workspace.vault.lists
    last_day = scope.until.isoformat()
    reviews = [each for each in lists.reviews_due(last_day) if each.case_id in scope.cases]
    actions = [each for each in lists.actions(due_by=last_day) if scope.is_mine(each.case_id)]
    newest = lists.newest_of("support_plan") if reviews or actions else {}
    for review in reviews:
        if newest.get(review.case_id) == review.document_id:
            need = Need(
                kind=NeedKind.PLAN_REVIEW,
                what=phrase("Review of the support plan"),
                due=parse_day(review.due_on),
                document_id=review.document_id,
            )
            yield review.case_id, need
    wanted = {each.case_id for each in actions}
    goals = {
        (goal.document_id, goal.row_id)
        for case_id in wanted
        for goal in lists.goals(case_id)
        if goal.goal_status in OPEN_GOAL
    }
    for action in actions:
        is_newest = newest.get(action.case_id) == action.document_id
        if is_newest and (action.document_id, action.goal_row_id) in goals:
            need = Need(
                kind=NeedKind.ACTION,
                what=f"{action.act_key} {action.act_text}".strip(),
                where=phrase("Support plan"),
                due=parse_day(action.act_by),
                document_id=action.document_id,
            )
            yield action.case_id, need


def _consents(scope: Scope) -> Found:
    newest: dict[tuple[str, str, str, str], Consent] = {}
    for line in scope.workspace.vault.lists.consents():
        if line.case_id in scope.cases:
            consent = _consent(scope, line)
            about = (line.case_id, consent.kind, consent.agency_id, consent.purpose)
            newest[about] = consent
    for (case_id, *_about), consent in newest.items():
        state = consent.state_on(scope.on)
        if state in {ConsentState.VALID, ConsentState.EXPIRED}:
            kind = consent.purpose or scope.words.choice("consent", "con_kind", consent.kind)
            ended = state is ConsentState.EXPIRED
            need = Need(
                kind=NeedKind.CONSENT,
                what=consent_ending(kind, ended=ended),
                where=phrase("Consent"),
                due=consent.valid_until,
                document_id=consent.document_id,
            )
            yield case_id, need


def _consent(scope: Scope, line: ConsentLine) -> Consent:
    answers = {
        name: getattr(line, name)
        for name in (
            "con_kind", "con_agency", "con_purpose", "con_decision", "con_date", "con_expires",
            "con_withdrawn_on",
        )
    }  # fmt: skip
    subject = Subject(client_id=line.client_id, case_id=line.case_id)
    record = _record(line.document_id, "consent", subject, line.con_date, answers)
    return read_consent(record, scope.limits.timescales, scope.nation(line.case_id))


def _referrals(scope: Scope) -> Found:
    """Yield referrals that were sent and that nobody has answered."""
    lists = scope.workspace.vault.lists
    by_case: dict[str, list[Record]] = {}
    for form_id in ("transmission", "referral_outcome"):
        for line in lists.facts(form_id):
            if line.case_id in scope.cases:
                by_case.setdefault(line.case_id, []).append(_record_of(line))
    if not by_case:
        return
    for referral in lists.referrals():
        if referral.case_id in by_case:
            case = scope.cases[referral.case_id].line
            answers = {
                "ref_kind": referral.ref_kind,
                "ref_key": referral.ref_key,
                "ref_urgency": referral.ref_urgency,
            }
            subject = Subject(client_id=case.client_id, case_id=case.case_id)
            record = _record(referral.document_id, "referral", subject, "", answers)
            by_case[referral.case_id].append(record)
    for case_id, records in by_case.items():
        for need in _chases(scope, CaseFile(on=scope.on, records=tuple(records)), case_id):
            yield case_id, need


def _chases(scope: Scope, case_file: CaseFile, case_id: str) -> Iterator[Need]:
    for each in referrals_of(case_file):
        if not each.waits_for_answer or each.sent_on is None:
            continue
        kind = scope.words.choice("referral", "ref_kind", each.kind)
        where = referral_words(each.label, kind)
        since = day_words(each.sent_on)
        what, due = phrase("No answer since {day}", day=since), None
        try:
            state = chase_state(
                each,
                scope.on,
                scope.limits.timescales,
                scope.nation(case_id),
                scope.limits.holidays,
            )
        except NoTimescale:
            state = None  # it still waits, only nobody can say since when
        else:
            if state is None:
                continue
            due = state.due.due
            if state.must_escalate:
                what = phrase("Escalate: no answer since {day}", day=since)
        yield Need(
            kind=NeedKind.CHASE, what=what, where=where, due=due, document_id=each.document_id
        )


def _nrm(scope: Scope) -> Found:
    lists = scope.workspace.vault.lists
    events: dict[str, list[NrmEvent | None]] = {}
    noted: dict[str, list[NrmEvent | None]] = {}
    for line in lists.facts("nrm_event"):
        events.setdefault(line.case_id, []).append(read_event(line.document_id, line.facts))
    for line in lists.facts("nrm_explanation"):
        noted.setdefault(line.case_id, []).append(submitted(line.document_id, line.facts))
    for case_id in (events.keys() | noted.keys()) & scope.cases.keys():
        clock = NrmClock(
            timescales=scope.limits.timescales,
            jurisdiction=scope.nation(case_id),
            bank_holidays=scope.limits.holidays,
        )
        course = in_course(events.get(case_id, ()), noted.get(case_id, ()))
        for need in nrm_needs(course, clock, scope.on):
            yield case_id, need


def _judged(scope: Scope) -> Found:
    for line in scope.workspace.vault.lists.spoken_about(scope.workspace.sitting.me.person_id):
        title = scope.words.form(line.form_id)
        what = (
            phrase("{paper}: returned", paper=title)
            if line.returned
            else phrase("{paper}: commented on", paper=title)
        )
        need = Need(
            kind=NeedKind.RETURNED if line.returned else NeedKind.COMMENT,
            what=what,
            where=_said_words(scope, line),
            document_id=line.document_id,
        )
        subject = Subject(client_id=line.client_id, case_id=line.case_id)
        yield scope.case_about(subject), need


def _said_words(scope: Scope, line: DocumentLine) -> str:
    """Return who spoke last about a document, when, and in how many comments; not what they said."""
    vault = scope.workspace.vault
    heads = vault.revisions.head_ids(line.document_id)
    said = [
        each
        for each in vault.reviews.of_document(line.document_id)
        if each.counted and each.revision_id in heads
    ]
    day = day_words(day_of(line.last_reviewed_at))
    if not said:
        return phrase("On {day}", day=day)
    count = sum(len(each.comments) + bool(each.text) for each in said)
    who = scope.words.initials(said[-1].reviewer_id)
    return phrase("By {who} on {day}, %n comment(s)", count=count, who=who, day=day)


def _to_judge(scope: Scope) -> Found:
    """Yield what waits for the person's word as a second pair of eyes."""
    for item in review_list(scope.workspace.sitting, with_rest=False):
        if item.urgency in _TOLD_ELSEWHERE:
            continue
        contested = item.urgency is Urgency.CONTESTED_CASE
        title = scope.words.form(item.form_id)
        signed = day_words(day_of(item.signed_at))
        who = scope.words.initials(item.author_id)
        need = Need(
            kind=NeedKind.CONTEST if contested else NeedKind.JUDGE,
            what=(
                phrase("{paper}: two first records differ", paper=title)
                if contested
                else phrase("{paper}: to review", paper=title)
            ),
            where=phrase("Signed by {who} on {day}", who=who, day=signed),
            document_id=item.document_id,
        )
        subject = Subject(client_id=item.client_id, case_id=item.case_id)
        yield scope.case_about(subject), need


def _apart(scope: Scope) -> Found:
    for line in scope.workspace.vault.lists.apart():
        case_id = scope.case_about(Subject(client_id=line.client_id, case_id=line.case_id))
        if case_id in scope.cases:
            need = Need(
                kind=NeedKind.MERGE,
                what=phrase("{paper}: two versions to merge", paper=scope.words.form(line.form_id)),
                where=phrase("Two people changed it apart"),
                document_id=line.document_id,
            )
            yield case_id, need


def _drafts(scope: Scope) -> Found:
    """Yield one's own drafts that nobody has touched for longer than the table says."""
    timescales = scope.limits.timescales
    if timescales.find(_DRAFT_AGE, scope.on, ENGLAND_AND_WALES) is None:
        return
    for document, changed_at in scope.workspace.vault.drafts.last_changes():
        changed = day_of(changed_at)
        if timescales.due(_DRAFT_AGE, changed, scope.on).due < scope.on:
            need = Need(
                kind=NeedKind.DRAFT,
                what=phrase(
                    "{paper}: begun and not signed", paper=scope.words.form(document.form_id)
                ),
                where=phrase("Last changed on {day}", day=day_words(changed)),
                document_id=document.document_id,
            )
            yield scope.case_about(document.subject), need


def _nobodys(scope: Scope) -> Found:
    """Yield the cases that were begun at night and that nobody leads yet."""
    records = {line.case_id: line for line in scope.workspace.vault.lists.facts("case")}
    for case in scope.cases.values():
        record = records.get(case.line.case_id)
        if record is not None and case.is_unassigned:
            opened = day_words(parse_day(case.line.opened_on))
            need = Need(
                kind=NeedKind.TAKE_OVER,
                what=phrase("A new arrival has no caseworker yet"),
                where=(
                    phrase("Case record, begun on {day}", day=opened)
                    if opened
                    else phrase("Case record")
                ),
                document_id=record.document_id,
            )
            yield case.line.case_id, need


def _arrived(scope: Scope) -> Found:
    count = len(scope.workspace.vault.bundles.inbox())
    if count:
        what = phrase("%n bundle(s) arrived", count=count)
        yield "", Need(kind=NeedKind.ARRIVED, what=what, where=phrase("Not taken over yet"))


def _record_of(line: FactLine) -> Record:
    """Return a document as the rules read it, with the few answers that the lists hold."""
    answers: dict[str, Any] = dict(line.facts)
    chases = answers.pop("chases", 0)
    answers["out_chases"] = [{} for _ in range(chases)]
    subject = Subject(client_id=line.client_id, case_id=line.case_id)
    return _record(line.document_id, line.form_id, subject, line.on_date, answers)


def _record(
    document_id: str, form_id: str, subject: Subject, on: str, answers: Mapping[str, Any]
) -> Record:
    day = parse_day(on) or date.min
    return Record(
        document_id=document_id,
        form_id=form_id,
        subject=subject,
        revision_ids=(),
        on=day,
        at=datetime.combine(day, time(), tzinfo=UTC),
        author_ids=frozenset(),
        answers=dict(answers),
    )

"""What the lists hold about one document: pure functions from its heads and reviews to rows.

There is one function per kind of document. A function sees only that document; where several
heads stand, lists show the more cautious value until somebody merges: the higher level, the open
flag, the earlier date, the refusal. What depends on today is computed when a list is read.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from outreach_app.domain.answers import ROW_ID, FlatAnswers
from outreach_app.domain.documents import Document, ReviewVerb
from outreach_app.store.own_dates import in_utc, own_date
from outreach_app.store.projected_facts import facts_of

LEVELS = ("low", "medium", "high", "very_high")
OPEN_ACTIONS = frozenset({"todo", "doing", "waiting", "blocked", ""})
_CONSENT_ORDER = ("given", "given_limited", "postponed", "not_able", "refused")
_REVIEW_DATES = {
    "support_plan": "plan_next_review",
}

Cell = str | int
Rows = dict[str, list[tuple[Cell, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewState:
    """The facts of one counted review that lists need."""

    revision_id: str
    verb: str
    signed_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadState:
    """One head of a document with its flat answers (withheld parts absent)."""

    revision_id: str
    signed_at: str
    author_id: str
    answers: FlatAnswers
    withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentState:
    """Everything that a projection may read of one document.

    Attributes:
        reviews: Those that count, in the one order of words.
        every: Flat answers of all its versions, for a case record; for other forms none.
    """

    document: Document
    heads: tuple[HeadState, ...]
    reviews: tuple[ReviewState, ...]
    revision_count: int
    waiting_count: int
    not_counted_count: int
    every: tuple[FlatAnswers, ...] = ()


def project(state: DocumentState) -> Rows:
    """Return the rows of one document by table; nothing while it has no head."""
    if not state.heads:
        return {}
    rows: Rows = {"p_documents": [_document_row(state)]}
    rows["p_heads"] = [_head_row(state, head) for head in state.heads]
    facts = _facts_row(state)
    if facts is not None:
        rows["p_facts"] = [facts]
    kind = KINDS.get(state.document.form_id)
    if kind is not None:
        rows.update(kind(state))
    due = _earliest(_texts(state, _REVIEW_DATES.get(state.document.form_id, "")))
    if due:
        document = state.document
        rows["p_reviews_due"] = [
            (document.document_id, document.subject.case_id, document.form_id, due)
        ]
    return rows


def tables_of(form_id: str) -> tuple[str, ...]:
    """Return the tables that can hold rows of a document of this form."""
    return ("p_documents", "p_reviews_due", "p_heads", "p_facts", *TABLES.get(form_id, ()))


def higher(levels: Iterable[str]) -> str:
    """Return the highest of some risk levels, "" when none is known."""
    return max(levels, key=lambda level: LEVELS.index(level) if level in LEVELS else -1, default="")


def _document_row(state: DocumentState) -> tuple[Cell, ...]:
    document = state.document
    newest = max(state.heads, key=lambda head: (in_utc(head.signed_at), head.revision_id))
    instants = [in_utc(head.signed_at) for head in state.heads]
    last = state.reviews[-1] if state.reviews else None
    current = {head.revision_id for head in state.heads}
    spoken = [review for review in state.reviews if review.verb != ReviewVerb.COMMENT]
    return (
        document.document_id,
        document.form_id,
        document.subject.client_id,
        document.subject.case_id,
        max(own_date(document.form_id, head.answers, head.signed_at) for head in state.heads),
        in_utc(newest.signed_at),
        max([*instants, *(in_utc(review.signed_at) for review in state.reviews)]),
        newest.author_id,
        len(state.heads),
        state.revision_count,
        state.waiting_count,
        state.not_counted_count,
        int(any(head.withheld for head in state.heads)),
        last.verb if last else "",
        in_utc(last.signed_at) if last else "",
        int(_said(state, ReviewVerb.APPROVE) or _said(state, ReviewVerb.COUNTERSIGN)),
        int(_said(state, ReviewVerb.COUNTERSIGN)),
        int(_said(state, ReviewVerb.RETURN)),
        int(_said(state, ReviewVerb.CLOSE)),
        int(bool(spoken) and not any(review.revision_id in current for review in spoken)),
    )


def _head_row(state: DocumentState, head: HeadState) -> tuple[Cell, ...]:
    return (state.document.document_id, head.revision_id, in_utc(head.signed_at))


def _facts_row(state: DocumentState) -> tuple[Cell, ...] | None:
    document = state.document
    facts = facts_of(document.form_id, [head.answers for head in state.heads], state.every)
    if facts is None:
        return None
    subject = document.subject
    on = max(own_date(document.form_id, head.answers, head.signed_at) for head in state.heads)
    place = (document.document_id, document.form_id, subject.client_id, subject.case_id)
    return (*place, on, facts)


def _said(state: DocumentState, verb: ReviewVerb) -> bool:
    """Whether the last word on every head, comments aside, includes this verb."""
    return all(verb.value in _verbs_on(state, head.revision_id) for head in state.heads)


def _verbs_on(state: DocumentState, revision_id: str) -> set[str]:
    """Return the verbs that stand on a revision: a return ends what was said before, and back."""
    standing: set[str] = set()
    for review in state.reviews:
        if review.revision_id != revision_id:
            continue
        if review.verb == ReviewVerb.RETURN:
            standing = {review.verb}
        elif review.verb != ReviewVerb.COMMENT:
            standing = (standing - {ReviewVerb.RETURN.value}) | {review.verb}
    return standing


def _client(state: DocumentState) -> Rows:
    return {
        "p_clients": [
            (
                state.document.document_id,
                state.document.subject.client_id,
                *_shown(state, "client_ref", "preferred_name", "full_name", "first_language",
                        "case_jurisdiction"),
            )
        ]
    }  # fmt: skip


def _case(state: DocumentState) -> Rows:
    subject = state.document.subject
    return {
        "p_case_records": [
            (
                state.document.document_id,
                subject.case_id,
                subject.client_id,
                *_shown(state, "case_ref", "case_opened_on", "service_kind", "caseworker",
                        "second_worker"),
            )
        ]
    }  # fmt: skip


def _assessment(state: DocumentState) -> Rows:
    levels = []
    for head in state.heads:
        indicated = _text(head.answers, "indicated_level")
        overall = _text(head.answers, "overall_level")
        agreed = bool(
            _verbs_on(state, head.revision_id)
            & {ReviewVerb.COUNTERSIGN.value, ReviewVerb.APPROVE.value}
        )
        effective = overall if agreed and overall else higher((indicated, overall))
        levels.append((indicated, overall, effective, int(agreed)))
    return {
        "p_assessments": [
            (
                state.document.document_id,
                state.document.subject.case_id,
                max(
                    own_date("risk_assessment", head.answers, head.signed_at)
                    for head in state.heads
                ),
                *_shown(state, "assessment_kind"),
                higher(level[0] for level in levels),
                higher(level[1] for level in levels),
                higher(level[2] for level in levels),
                _earliest([*_texts(state, "next_review"), *_texts(state, "next_review_earlier")]),
                min(level[3] for level in levels),
            )
        ]
    }


def _flag(state: DocumentState) -> Rows:
    subject = state.document.subject
    cleared = _texts(state, "flag_cleared_at")
    is_open = len(cleared) < len(state.heads)
    return {
        "p_flags": [
            (
                state.document.document_id,
                subject.case_id,
                subject.client_id,
                *_shown(state, "flag_code"),
                _earliest(in_utc(text) for text in _texts(state, "flag_set_at")),
                "" if is_open else max(in_utc(text) for text in cleared),
                int(is_open),
            )
        ]
    }


def _plan(state: DocumentState) -> Rows:
    """Goals and actions by their row ids; of a row that several heads hold, the least finished."""
    goals: dict[str, tuple[Cell, ...]] = {}
    actions: dict[str, tuple[Cell, ...]] = {}
    for head in sorted(state.heads, key=lambda head: (in_utc(head.signed_at), head.revision_id)):
        for goal in _repeat(head.answers, "goals"):
            goals[goal[ROW_ID]] = _goal_row(state, goal)
            for action in _repeat(goal, "actions"):
                known = actions.get(action[ROW_ID])
                if known is None or _is_open(action) or not known[-1]:
                    actions[action[ROW_ID]] = _action_row(state, goal[ROW_ID], action)
    return {"p_goals": list(goals.values()), "p_actions": list(actions.values())}


def _goal_row(state: DocumentState, goal: FlatAnswers) -> tuple[Cell, ...]:
    return (
        state.document.document_id,
        goal[ROW_ID],
        state.document.subject.case_id,
        *(_text(goal, name) for name in ("goal_key", "goal_domain", "goal_statement",
                                         "goal_status", "goal_target_date")),
    )  # fmt: skip


def _action_row(state: DocumentState, goal_row_id: str, action: FlatAnswers) -> tuple[Cell, ...]:
    return (
        state.document.document_id,
        action[ROW_ID],
        state.document.subject.case_id,
        goal_row_id,
        *(_text(action, name) for name in ("act_key", "act_text", "act_who_kind", "act_by",
                                           "act_status")),
        int(_is_open(action)),
    )  # fmt: skip


def _is_open(action: FlatAnswers) -> bool:
    return _text(action, "act_status") in OPEN_ACTIONS


def _consent(state: DocumentState) -> Rows:
    subject = state.document.subject
    decision = max(
        _texts(state, "con_decision"),
        key=lambda code: _CONSENT_ORDER.index(code) if code in _CONSENT_ORDER else len(code),
        default="",
    )
    return {
        "p_consents": [
            (
                state.document.document_id,
                subject.case_id,
                subject.client_id,
                *_shown(state, "con_kind", "con_agency", "con_purpose"),
                decision,
                *_shown(state, "con_date"),
                _earliest(_texts(state, "con_expires")),
                _earliest(_texts(state, "con_withdrawn_on")),
            )
        ]
    }


def _referral(state: DocumentState) -> Rows:
    approved = _said(state, ReviewVerb.APPROVE) or _said(state, ReviewVerb.COUNTERSIGN)
    return {
        "p_referrals": [
            (
                state.document.document_id,
                state.document.subject.case_id,
                *_shown(state, "ref_key", "ref_kind", "ref_urgency", "ref_to_agency"),
                int(approved),
            )
        ]
    }


def _exit(state: DocumentState) -> Rows:
    return {
        "p_exits": [
            (
                state.document.document_id,
                state.document.subject.case_id,
                *_shown(state, "exit_kind", "exit_reason", "exit_date"),
                int(_said(state, ReviewVerb.CLOSE)),
            )
        ]
    }


KINDS: dict[str, Callable[[DocumentState], Rows]] = {
    "client": _client,
    "case": _case,
    "risk_assessment": _assessment,
    "safety_flag": _flag,
    "support_plan": _plan,
    "consent": _consent,
    "referral": _referral,
    "exit_checklist": _exit,
}
TABLES: dict[str, tuple[str, ...]] = {
    "client": ("p_clients",),
    "case": ("p_case_records",),
    "risk_assessment": ("p_assessments",),
    "safety_flag": ("p_flags",),
    "support_plan": ("p_goals", "p_actions"),
    "consent": ("p_consents",),
    "referral": ("p_referrals",),
    "exit_checklist": ("p_exits",),
}


def _shown(state: DocumentState, *names: str) -> tuple[str, ...]:
    """Return the text of some answers; of several heads the newest that has one."""
    newest = sorted(
        state.heads, key=lambda head: (in_utc(head.signed_at), head.revision_id), reverse=True
    )
    return tuple(
        next((text for head in newest if (text := _text(head.answers, name))), "") for name in names
    )


def _texts(state: DocumentState, name: str) -> list[str]:
    return [text for head in state.heads if (text := _text(head.answers, name))]


def _text(answers: FlatAnswers, name: str) -> str:
    value = answers.get(name, "")
    return value if isinstance(value, str) else ""


def _repeat(answers: FlatAnswers, name: str) -> Sequence[FlatAnswers]:
    value = answers.get(name, [])
    return value if isinstance(value, list) else []


def _earliest(texts: Iterable[str]) -> str:
    return min(texts, default="")

"""Signed documents as rules read them: the newest state of each, with its reviews."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.cautious import combine_heads
from outreach_app.domain.documents import Review, ReviewVerb, Subject
from outreach_app.domain.values import day_of, first_text, parse_day, parse_instant
from outreach_app.domain.word_order import in_order

SECOND_PERSON = frozenset({ReviewVerb.APPROVE, ReviewVerb.COUNTERSIGN})

OWN_DATE: dict[str, tuple[str, ...]] = {
    "risk_assessment": ("assessed_at",),
    "support_plan": ("plan_date",),
    "safety_plan": ("sp_reviewed_on", "sp_date"),
    "consent": ("con_date",),
    "nrm_event": ("nrm_event_date",),
    "nrm_explanation": ("nrm_session_on", "nrm_decision_on"),
    "contact_note": ("note_datetime",),
    "safety_flag": ("flag_set_at",),
    "transmission": ("tx_at",),
    "missing_episode": ("me_from",),
    "outcomes_check": ("oc_on",),
    "follow_up": ("fu_done_on", "fu_due"),
    "rights_request": ("rr_received_on",),
    "incident": ("inc_noticed_at",),
    "referral_approval": ("pa_at",),
}
"""Which question holds a document's own date; every other document has the date it was signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentState:
    """One head of one document. A document with several unmerged heads has one state for each.

    Attributes:
        signed_at: Instant with offset.
        reviews: Reviews of this document, of any of its revisions.
        withheld: Names of the parts of the answers that are not held here.
    """

    document_id: str
    form_id: str
    subject: Subject
    revision_id: str
    signed_at: str
    author_id: str
    answers: FlatAnswers
    reviews: tuple[Review, ...] = ()
    head_count: int = 1
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A document in the case file.

    Attributes:
        on: The document's own date; `at` sorts documents of one day.
        contested: What unmerged heads disagree about; no rule reads these answers.
    """

    document_id: str
    form_id: str
    subject: Subject
    revision_ids: tuple[str, ...]
    on: date
    at: datetime
    author_ids: frozenset[str]
    answers: FlatAnswers
    reviews: tuple[Review, ...] = ()
    contested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    withheld: tuple[str, ...] = ()
    unresolved: bool = False

    def current_reviews(self) -> tuple[Review, ...]:
        """Return the reviews that count and speak about the present revision, oldest first."""
        current = (
            review
            for review in self.reviews
            if review.counted and review.revision_id in self.revision_ids
        )
        return in_order(current)

    @property
    def is_countersigned(self) -> bool:
        """Say whether a second person stands behind the present revision."""
        if self.unresolved:
            return False
        return any(
            review.verb in SECOND_PERSON and review.reviewer_id not in self.author_ids
            for review in self.current_reviews()
        )

    @property
    def is_returned(self) -> bool:
        """Say whether the last word about the present revision was to return it."""
        verbs = [
            review.verb
            for review in self.current_reviews()
            if review.verb is not ReviewVerb.COMMENT
        ]
        return bool(verbs) and verbs[-1] is ReviewVerb.RETURN


def read_records(states: Iterable[DocumentState]) -> tuple[Record, ...]:
    """Return one record for each document, unmerged heads read with care, oldest first."""
    heads: dict[str, list[DocumentState]] = {}
    for state in states:
        heads.setdefault(state.document_id, []).append(state)
    records = (_record(of_one) for of_one in heads.values())
    return tuple(sorted(records, key=lambda record: (record.at, record.document_id)))


def _record(heads: Sequence[DocumentState]) -> Record:
    newest = max(heads, key=lambda head: (head.signed_at, head.revision_id))
    answers, contested = newest.answers, {}
    if len(heads) > 1:
        combined = combine_heads(head.answers for head in heads)
        answers, contested = combined.answers, dict(combined.contested)
    on, at = _own_date(newest, answers)
    reviews = {review.review_id: review for head in heads for review in head.reviews}
    return Record(
        document_id=newest.document_id,
        form_id=newest.form_id,
        subject=newest.subject,
        revision_ids=tuple(sorted(head.revision_id for head in heads)),
        on=on,
        at=at,
        author_ids=frozenset(head.author_id for head in heads),
        answers=answers,
        reviews=tuple(reviews.values()),
        contested=contested,
        withheld=tuple(sorted({name for head in heads for name in head.withheld})),
        unresolved=len(heads) > 1 or newest.head_count > 1,
    )


def _own_date(newest: DocumentState, answers: Mapping[str, Any]) -> tuple[date, datetime]:
    written = first_text(answers, OWN_DATE.get(newest.form_id, ()))
    on = parse_day(written) or parse_day(newest.signed_at) or date.min
    midnight = datetime.combine(on, time(), tzinfo=UTC)
    return on, parse_instant(written) or _same_day(newest, on) or midnight


def _same_day(newest: DocumentState, on: date) -> datetime | None:
    signed = parse_instant(newest.signed_at)
    return signed if signed is not None and signed.date() == on else None


def newest_of(records: Iterable[Record]) -> Record | None:
    """Return the newest record by its own date, None when there is none."""
    return max(records, key=lambda record: (record.at, record.document_id), default=None)


def day_in(record: Record | None, name: str) -> date | None:
    """Return a day out of a record that may not exist."""
    return day_of(record.answers, name) if record is not None else None

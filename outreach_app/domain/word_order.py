"""The one order of what reviewers said: by instant, then by weight, then by id.

Two words can be signed in one second. Of those the weightier comes last and so counts, a return before
all: that is the cautious reading, and every laptop reads the same.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from outreach_app.domain.documents import Review, ReviewVerb
from outreach_app.domain.values import parse_instant

_WEIGHT: Mapping[str, int] = {
    ReviewVerb.COMMENT.value: 0,
    ReviewVerb.APPROVE.value: 1,
    ReviewVerb.COUNTERSIGN.value: 2,
    ReviewVerb.CLOSE.value: 3,
    ReviewVerb.RETURN.value: 4,
}
_NEVER = datetime.min.replace(tzinfo=UTC)


def word_place(signed_at: str, verb: str, review_id: str) -> tuple[datetime, int, str]:
    """Return the place of a word among others about the same document; the last one counts.

    Args:
        signed_at: Instant with offset.
        verb: Code of what it does.
        review_id: Its id.
    """
    return (parse_instant(signed_at) or _NEVER, _WEIGHT.get(verb, 0), review_id)


def in_order(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """Return reviews in their one order, the last word last."""
    return tuple(
        sorted(
            reviews, key=lambda each: word_place(each.signed_at, each.verb.value, each.review_id)
        )
    )

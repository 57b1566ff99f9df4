"""Words for a review and decisions about a conflict that nobody has signed yet."""

import pytest

from outreach_app.domain.differing_words import differing_words
from outreach_app.services.merging.questions import Decision
from outreach_app.services.reviewing import Remark
from outreach_app.services.sitting import Sitting
from outreach_app.services.unsigned_words import (
    UnsignedReview,
    keep_decisions,
    keep_review,
    kept_decisions,
    kept_review,
)


def test_words_are_kept_by_version_until_they_are_empty(supervisor: Sitting) -> None:
    words = UnsignedReview("Thank you.", (Remark("risks[r_a]/risk_title", "Which one?"),))
    keep_review(supervisor, "sha256:one", words)
    assert kept_review(supervisor, "sha256:one") == words
    assert kept_review(supervisor, "sha256:two").is_empty
    before = supervisor.vault.journal.head()
    keep_review(supervisor, "sha256:one", UnsignedReview(" "))
    assert kept_review(supervisor, "sha256:one") == UnsignedReview()
    assert supervisor.vault.journal.head() == before


def test_decisions_hold_between_the_same_versions_only(supervisor: Sitting) -> None:
    decisions = {"facts": Decision("text", "Both."), "level": Decision("sha256:two")}
    keep_decisions(supervisor, "d_one", ("sha256:one", "sha256:two"), decisions)
    assert kept_decisions(supervisor, "d_one", ("sha256:two", "sha256:one")) == decisions
    assert kept_decisions(supervisor, "d_one", ("sha256:one", "sha256:three")) == {}
    assert kept_decisions(supervisor, "d_two", ("sha256:one", "sha256:two")) == {}
    keep_decisions(supervisor, "d_one", ("sha256:one", "sha256:two"), {})
    assert kept_decisions(supervisor, "d_one", ("sha256:one", "sha256:two")) == {}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("We met.", "We met at nine.", ["met at nine."]),
        ("She meets him once.", "She meets him twice.", ["twice."]),
        ("One two three", "Zero one two three", ["Zero one"]),
        ("Same words", "Same words", []),
        ("Gone words", "words", []),
        ("", "All is new", []),
        ("All goes", "", []),
        ("a  b", "a\nb c", ["c"]),
    ],
)
def test_which_words_differ(before: str, after: str, expected: list[str]) -> None:
    assert [after[start:end] for start, end in differing_words(before, after)] == expected

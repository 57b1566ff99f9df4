"""What a reviewer can say about a version: in words, with everything that stands under the signature."""

from collections.abc import Callable, Mapping

from outreach_app.domain.documents import ReviewVerb
from outreach_app.report.dates import readable_instant
from outreach_app.services.review_view import ReviewView
from outreach_app.services.unsigned_words import UnsignedReview
from outreach_app.ui.pieces.chips import level_words
from outreach_app.ui.review.words import person_words
from outreach_app.ui.speech import translate

WORDS_NEEDED = frozenset({ReviewVerb.COMMENT, ReviewVerb.RETURN})


def primary_verb(view: ReviewView, refused: Mapping[ReviewVerb, str]) -> ReviewVerb:
    """Return what agreeing means for a version."""
    if not refused[ReviewVerb.CLOSE]:
        return ReviewVerb.CLOSE
    return ReviewVerb.COUNTERSIGN if view.needs_second else ReviewVerb.APPROVE


def button_words(verb: ReviewVerb) -> str:
    """Return what the button says."""
    return {
        ReviewVerb.COMMENT: translate("review", "Sign comments only…"),
        ReviewVerb.RETURN: translate("review", "Return with comments…"),
        ReviewVerb.APPROVE: translate("review", "Approve and sign…"),
        ReviewVerb.COUNTERSIGN: translate("review", "Countersign…"),
        ReviewVerb.CLOSE: translate("review", "Close the case…"),
    }[verb]


def heading_words(verb: ReviewVerb) -> str:
    """Return what is signed, for the head of the dialog; ``{what}`` is the document."""
    return {
        ReviewVerb.COMMENT: translate("review", "Comment on {what}"),
        ReviewVerb.RETURN: translate("review", "Return {what}"),
        ReviewVerb.APPROVE: translate("review", "Approve {what}"),
        ReviewVerb.COUNTERSIGN: translate("review", "Countersign {what}"),
        ReviewVerb.CLOSE: translate("review", "Close the case with {what}"),
    }[verb]


def meaning_words(verb: ReviewVerb) -> str:
    """Return what a signature of this kind says."""
    return {
        ReviewVerb.COMMENT: translate(
            "review", "You comment, without a word for or against the version."
        ),
        ReviewVerb.RETURN: translate(
            "review", "You give it back to its author, who changes it and signs again."
        ),
        ReviewVerb.APPROVE: translate("review", "You have read this version and approve it."),
        ReviewVerb.COUNTERSIGN: translate(
            "review",
            "The level was judged differently from what the answers indicate, so the rules ask for a "
            "second person. You stand behind that judgement with your name. This is the approval too.",
        ),
        ReviewVerb.CLOSE: translate(
            "review", "You agree that the exit is complete. The case is closed with it."
        ),
    }[verb]


def signed_words(verb: ReviewVerb) -> str:
    """Return what was done, once it stands."""
    return {
        ReviewVerb.COMMENT: translate("review", "Your comments are signed"),
        ReviewVerb.RETURN: translate("review", "Returned"),
        ReviewVerb.APPROVE: translate("review", "Approved"),
        ReviewVerb.COUNTERSIGN: translate("review", "Countersigned"),
        ReviewVerb.CLOSE: translate("review", "The case is closed"),
    }[verb]


def signed_lines(
    verb: ReviewVerb, view: ReviewView, words: UnsignedReview, label_of: Callable[[str], str]
) -> list[str]:
    """Return everything that the signature will stand under."""
    lines = [
        meaning_words(verb),
        translate("review", "Version signed by {who}, {at}.").format(
            who=person_words(view.author), at=readable_instant(view.revision.header.signed_at)
        ),
    ]
    if view.level is not None:
        level = level_words(view.level.code)
        lines.append(translate("review", "Risk level: {level}").format(level=level))
    if words.text:
        lines.append(
            translate("review", "About the whole document: {text}").format(text=words.text)
        )
    lines += [
        translate("review", "At “{question}”: {text}").format(
            question=label_of(each.question), text=each.text
        )
        for each in words.remarks
    ]
    if words.answers:
        themes = ", ".join(words.answers.values())
        lines.append(
            translate("review", "The client’s words are about: {themes}").format(themes=themes)
        )
    if words.is_empty:
        lines.append(translate("review", "Without comments."))
    return lines


def what_to_do(verb: ReviewVerb) -> str:
    """Return what somebody can do who may not say this."""
    if verb is ReviewVerb.CLOSE:
        return translate(
            "review", "A supervisor who wrote none of it closes it. You can still comment."
        )
    return translate(
        "review", "Ask another supervisor to look at it. You can still comment and sign that."
    )

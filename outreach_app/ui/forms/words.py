"""Words that belong to questions: why one is needed, when it was answered, what was refused."""

from datetime import date

from outreach_app.engine.errors import AnswerTooLong, AnswerType
from outreach_app.engine.reading import QuestionView
from outreach_app.engine.violations import ViolationKind
from outreach_app.errors import OutreachError
from outreach_app.report.dates import day_and_month
from outreach_app.services.earlier_answers import EarlierAnswers, answer_words
from outreach_app.services.form_facts import MASKED
from outreach_app.services.readiness import needed_from
from outreach_app.ui.pieces.notices import error_words
from outreach_app.ui.speech import translate

ASSESSMENT = "risk_assessment"
SIGNED = "signed"
"""Topic of a place: the document was signed just now."""
_LONGEST_SHOWN = 160
GAP_CODES = frozenset({"unknown", "not_asked"})


def level_words(form_id: str, view: QuestionView) -> str:
    """Return for what an answer is needed, "" where it is not."""
    if not view.level:
        return ""
    if form_id != ASSESSMENT:
        return translate("forms", "Needed to sign")
    return {
        "immediate": translate("forms", "Needed in every assessment"),
        "initial": translate("forms", "Needed from an initial assessment on"),
        "full": translate("forms", "Needed for a full assessment"),
    }[needed_from(view.address, view.level)]


def spoken_together(*parts: str) -> str:
    """Return what a screen reader says of a question: each part a sentence, empty ones left out."""
    said = (each if each.endswith((".", "?", "!", "…")) else f"{each}." for each in parts if each)
    return " ".join(said)


def short(text: str) -> str:
    """Return a text on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"{line[:_LONGEST_SHOWN]}…" if len(line) > _LONGEST_SHOWN else line


def was_words(view: QuestionView, earlier: EarlierAnswers, today: date) -> str:
    """Return what the answer was before: “Was: Yes (5 May)”; "" where nothing differs."""
    before = earlier.by_address.get(view.address, "")
    if view.appearance == MASKED:
        # A code word is not shown beside its field to whoever looks over a shoulder.
        return ""
    if not before or before == view.value:
        if earlier.same_document and view.value and not before:
            return translate("forms", "New in this version")
        return ""
    words = short(answer_words(view, before))
    if not words or earlier.on is None:
        return ""
    on = day_and_month(earlier.on, with_year=earlier.on.year != today.year)
    return translate("forms", "Was: {answer} ({day})").format(answer=words, day=on)


def fault_words(view: QuestionView) -> str:
    """Return what is wrong with an answer, not that one is missing."""
    missing = {ViolationKind.REQUIRED, ViolationKind.COUNT}
    return " ".join(each.message for each in view.violations if each.kind not in missing)


def refusal_words(error: OutreachError) -> str:
    """Return why an answer was not accepted, without the name of its question."""
    if isinstance(error, AnswerType):
        expected = str(error.facts["expected"])
        return translate("forms", "This should be {expected}.").format(expected=expected)
    if isinstance(error, AnswerTooLong):
        return translate("forms", "This is too long. Shorten it, or attach the rest as a file.")
    return " ".join(error_words(error)[1:])


def kept_words(view: QuestionView) -> str:
    """Return what is kept while something else stands in the field."""
    if not view.value:
        return translate("forms", "It is not saved; there is no answer yet.")
    words = short(answer_words(view, view.value))
    return translate("forms", "It is not saved; the last answer is kept: {answer}").format(
        answer=words
    )

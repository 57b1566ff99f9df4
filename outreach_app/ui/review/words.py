"""Words of the inbox, of reviews and of merges."""

from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.people import Person
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import short_instant
from outreach_app.services.errors import NotAllowed
from outreach_app.services.exchange.arrivals import ArrivedBundle
from outreach_app.services.exchange.heads import HeadWarning
from outreach_app.services.supervision import Urgency
from outreach_app.ui.speech import translate


def urgency_words(urgency: Urgency) -> str:
    """Return why a document waits."""
    return {
        Urgency.CONTESTED_CASE: translate("review", "Whose case it is"),
        Urgency.FLAG: translate("review", "Open flag"),
        Urgency.VERY_HIGH: translate("review", "Very high"),
        Urgency.HIGH: translate("review", "High"),
        Urgency.COUNTERSIGN: translate("review", "Countersign"),
        Urgency.APPROVAL: translate("review", "Approval"),
        Urgency.CHILD_REFERRAL: translate("review", "Child referral"),
        Urgency.CONFLICT: translate("review", "Two versions"),
        Urgency.OVERRIDE_LOWER: translate("review", "Judged lower"),
        Urgency.EXIT: translate("review", "Exit"),
        Urgency.RETURNED: translate("review", "Returned"),
        Urgency.REST: translate("review", "To read"),
    }[urgency]


def urgency_action(urgency: Urgency) -> str:
    """Return what the button of a waiting document says."""
    return {
        Urgency.CONTESTED_CASE: translate("review", "Decide"),
        Urgency.CONFLICT: translate("review", "Decide"),
        Urgency.COUNTERSIGN: translate("review", "Countersign"),
        Urgency.RETURNED: translate("review", "Open"),
    }.get(urgency, translate("review", "Review"))


def said_words(verb: ReviewVerb) -> str:
    """Return what a review did."""
    return {
        ReviewVerb.COMMENT: translate("review", "Commented"),
        ReviewVerb.APPROVE: translate("review", "Approved"),
        ReviewVerb.RETURN: translate("review", "Returned"),
        ReviewVerb.COUNTERSIGN: translate("review", "Countersigned"),
        ReviewVerb.CLOSE: translate("review", "Closed"),
    }[verb]


def person_words(person: Person | None) -> str:
    """Return a colleague's name with their initials."""
    if person is None:
        return translate("review", "Somebody not known here")
    return f"{person.full_name} ({person.initials})"


def laptop_words(letter: str) -> str:
    """Return what a device is called."""
    return translate("review", "laptop {letter}").format(letter=letter)


def made_words(bundle: ArrivedBundle) -> str:
    """Return when a bundle was made, on which laptop."""
    return translate("review", "Made {at} on {laptop}, here since {came}").format(
        at=short_instant(bundle.created),
        laptop=laptop_words(bundle.laptop),
        came=short_instant(bundle.received_at),
    )


def content_words(bundle: ArrivedBundle) -> str:
    """Return how much is in a bundle."""
    counted = (
        (bundle.records, translate("review", "%n record(s)", "", bundle.records)),
        (bundle.words, translate("review", "%n review(s)", "", bundle.words)),
        (bundle.attachments, translate("review", "%n file(s)", "", bundle.attachments)),
    )
    return in_a_row((words for count, words in counted if count), " · ") or translate(
        "review", "Receipts and settings only"
    )


def remarks_about(bundle: ArrivedBundle) -> list[str]:
    """Return what is worth knowing about a bundle before it is accepted."""
    line = bundle.line
    found = []
    if bundle.parts_missing:
        part, of = bundle.part
        numbers = ", ".join(map(str, bundle.parts_missing))
        found.append(
            translate(
                "review", "This is part {part} of {of}; part {missing} has not come yet."
            ).format(part=part, of=of, missing=numbers)
        )
    if line.missing:
        numbers = ", ".join(map(str, line.missing))
        one = translate(
            "review", "Bundle {numbers} from this laptop is missing. Ask for it to be sent again."
        )
        several = translate(
            "review",
            "Bundles {numbers} from this laptop are missing. Ask for them to be sent again.",
        )
        found.append((one if len(line.missing) == 1 else several).format(numbers=numbers))
    if line.doubled or line.broken:
        found.append(
            translate(
                "review",
                "Bundles of this laptop do not fit together: it may have been copied, or an old "
                "copy put back. Tell your configuration manager.",
            )
        )
    if bundle.key_ended:
        found.append(
            translate(
                "review",
                "The sender's certificate has ended. What was signed before still counts; they need "
                "a new one.",
            )
        )
    if bundle.use_by_passed:
        found.append(translate("review", "The sender asked that it be opened earlier than today."))
    return found


def warning_words(warning: HeadWarning) -> str:
    """Return what a laptop's journal tells that should not be."""
    return {
        HeadWarning.OTHER_DEVICE_KEY: translate(
            "review", "The sending laptop uses another key than before."
        ),
        HeadWarning.WENT_BACK: translate(
            "review", "An old copy of the sender's vault was put back: newer work may be lost."
        ),
        HeadWarning.FORKED: translate(
            "review", "The sender's vault exists twice: it may have been copied."
        ),
    }[warning]


def reason_words(error: NotAllowed) -> str:
    """Return why something is not allowed."""
    return str(error.facts.get("reason", ""))

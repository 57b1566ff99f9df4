"""Words for failures of handing a case over."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "handover.nobody-leads": Message(
        "Nobody leads this case",
        "The case has no signed record that names a caseworker, or two versions of it that are not "
        "merged. Nobody can hand over what nobody answers for. Nothing was changed.",
        "Sign the case record with a caseworker, or merge its versions, then hand over.",
    ),
    "handover.not-the-giver": Message(
        "Not yours to hand over",
        "{giver} answers for this case. Whoever leads a case hands it over, or a supervisor does in "
        "their place. Nothing was changed.",
        "Ask {giver}, or your supervisor.",
    ),
    "handover.waits": Message(
        "Handed over already",
        "A handover of this case waits for its answer since {since}. Nothing was changed.",
        "Ask whoever it was handed to, or take it back first.",
    ),
    "handover.cannot-take-over": Message(
        "This colleague cannot lead the case",
        "{initials} has no valid certificate here, or a role that leads no cases. Nothing was signed.",
        "Choose another caseworker, or ask for the newest organisation file.",
    ),
    "handover.no-answer-wanted": Message(
        "No answer is asked for",
        "This handover was answered or taken back, or there are two versions of it that are not "
        "merged. Nothing was changed.",
        "Look at the case: it says who answers for it now.",
    ),
    "handover.not-to-you": Message(
        "Handed to somebody else",
        "Only the colleague who is named takes the case over, with their own signature. Nothing was "
        "changed.",
        "Ask whoever handed it over to take it back and to name you.",
    ),
    "handover.case-record": Message(
        "The case record cannot be changed here",
        "There are two versions of the case record that are not merged, or a part of it is not on "
        "this laptop. Nothing was signed.",
        "Merge the versions, or ask for the whole case record, then try again.",
    ),
    "handover.none": Message(
        "Nothing to answer",
        "No handover of this case waits here. Nothing was changed.",
        "If it was handed to you, take in the bundle first.",
    ),
}

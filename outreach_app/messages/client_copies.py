"""Words for the failures of copies for a client."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "copies.nothing-signed": Message(
        "Nothing signed yet",
        "A copy for the client is made of the signed plan, so that what is on paper is what was "
        "agreed. Nothing was written.",
        "Read the plan aloud, sign it, then make the copy.",
    ),
    "copies.other-form": Message(
        "No short copy of this",
        "Short copies in large type are made of the support plan and the safety plan. Nothing was "
        "written.",
        "For any other document use Print… with “The client’s own copy”.",
    ),
}

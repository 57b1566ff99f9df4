"""Words for the failures of `settings`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "settings.unknown": Message(
        "There is no such setting",
        "This program has no setting named {key}. Nothing was changed.",
        "Choose one of: {known}.",
    ),
    "settings.out-of-bounds": Message(
        "That value does not fit",
        "The setting {key} cannot have this value. Nothing was changed.",
        "It may be: {allowed}.",
    ),
}

"""Words for the failures of `services`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {}

"""Words for the failures of `cli`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {}

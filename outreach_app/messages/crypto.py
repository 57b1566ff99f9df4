"""Words for the failures of `crypto`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {}

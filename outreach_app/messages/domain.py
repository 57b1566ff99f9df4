"""Words for the failures of `domain`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {}

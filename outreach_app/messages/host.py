"""Words for the failures of `host`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {}

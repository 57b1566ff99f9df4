"""Words for the failures of `store`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {}

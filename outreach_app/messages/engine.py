"""Words for the failures of `engine`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {}

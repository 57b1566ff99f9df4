"""Words for the failures of `bundle`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {}

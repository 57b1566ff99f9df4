"""Words for the failures of `report`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {}

"""Words for the failures of `keychain`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {}

"""Words for failures of the night: residents and the emergency card."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "night.not-resident": Message(
        "Not a resident now",
        "Case {reference} is closed, or its record does not say that the client lives in the safe "
        "house.",
        "Look at the case; its papers are there. Whoever moved in needs that in the client record.",
    ),
    "night.no-residents": Message(
        "Nobody for the card",
        "Nobody who lives in the safe house is open to you here, so that the card would be empty. "
        "Nothing was printed.",
        "Look whether the client records say who lives in the house.",
    ),
}

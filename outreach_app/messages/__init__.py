"""Error code to the words a person reads at the window.

Where something is done in another way at the command line, `commands` says it. Each area of the program has its own module here with one table, `MESSAGES`; every code of an
error class has exactly one entry and every entry belongs to a class (a house test compares them).
"""

from dataclasses import replace

from outreach_app.messages import (
    bundle,
    cli,
    client_copies,
    crypto,
    domain,
    engine,
    exchange,
    handing_over,
    host,
    keeping,
    keychain,
    night,
    report,
    reports,
    services,
    settings,
    store,
    updates,
    visits,
)
from outreach_app.messages.commands import AT_THE_PROMPT
from outreach_app.messages.wording import Message

ALL: dict[str, Message] = {
    **host.MESSAGES,
    **crypto.MESSAGES,
    **bundle.MESSAGES,
    **domain.MESSAGES,
    **engine.MESSAGES,
    **keychain.MESSAGES,
    **settings.MESSAGES,
    **store.MESSAGES,
    **report.MESSAGES,
    **reports.MESSAGES,
    **services.MESSAGES,
    **exchange.MESSAGES,
    **handing_over.MESSAGES,
    **keeping.MESSAGES,
    **night.MESSAGES,
    **client_copies.MESSAGES,
    **visits.MESSAGES,
    **updates.MESSAGES,
    **cli.MESSAGES,
}


def message_at_prompt(code: str) -> Message:
    """Return the words for an error code at the command line.

    Raises:
        KeyError: No entry.
    """
    message = ALL[code]
    return replace(message, do=AT_THE_PROMPT.get(code, message.do))


def message_for(code: str) -> Message:
    """Return the words for an error code.

    Raises:
        KeyError: No entry, which a house test makes impossible for released code.
    """
    return ALL[code]

"""The three families of expected failure.

An error says whose turn it is: a `Refusal` is for the person, a `HostFault` for the machine,
`Untrusted` for an input that lies. It carries a stable code and facts; the sentences for people
stand in `outreach_app.messages`. Anything else that is raised is a bug.
"""

from typing import ClassVar


class OutreachError(Exception):
    """Something the program expected might go wrong.

    Attributes:
        code: Stable name of the failure, such as ``bundle.not-for-you``. Never holds client data.
        facts: Plain values that the message may show. Never logged.
    """

    code: ClassVar[str] = ""

    def __init__(self, **facts: str | int | tuple[str, ...]) -> None:
        """Keep the facts; the text of the exception is only its code."""
        super().__init__(self.code)
        self.facts: dict[str, str | int | tuple[str, ...]] = dict(facts)


class Refusal(OutreachError):
    """The person can act: wrong passphrase, form unfinished, bundle not for this worker."""


class HostFault(OutreachError):
    """The machine failed: disk full, folder read-only, keyring locked, file vanished."""


class Untrusted(OutreachError):
    """The input lies or is damaged: bad signature, malformed header, newer version."""

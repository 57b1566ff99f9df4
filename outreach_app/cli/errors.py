"""Failures of the command line itself."""

from typing import ClassVar

from outreach_app.errors import Refusal


class NoPassphrase(Refusal):
    """No passphrase was given, or the two entries differ."""

    code: ClassVar[str] = "cli.no-passphrase"


class NoSuchThing(Refusal):
    """A name on the command line fits nothing, or more than one thing. Facts: what, name."""

    code: ClassVar[str] = "cli.no-such-thing"

"""Failures of the command line itself."""

from typing import ClassVar

from outreach_app.errors import Refusal, Untrusted


class NoPassphrase(Refusal):
    """No passphrase was given, or the two entries differ."""

    code: ClassVar[str] = "cli.no-passphrase"


class NoSuchThing(Refusal):
    """A name on the command line fits nothing, or more than one thing. Facts: what, name."""

    code: ClassVar[str] = "cli.no-such-thing"


class NotAnAnswer(Refusal):
    """An argument is not of the form QUESTION=ANSWER. What was typed is not repeated."""

    code: ClassVar[str] = "cli.not-an-answer"


class NotAnswers(Untrusted):
    """A file of answers is not a JSON object. Facts: name."""

    code: ClassVar[str] = "cli.not-answers"

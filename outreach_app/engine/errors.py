"""Failures of the form engine."""

from collections.abc import Sequence
from typing import ClassVar

from outreach_app.engine.faults import Fault
from outreach_app.errors import Refusal, Untrusted


class BrokenForm(Untrusted):
    """A form cannot be used; every fault found is listed.

    Attributes:
        faults: All faults, those that stop the form first.
    """

    code: ClassVar[str] = "engine.broken-form"

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults and tell them as lines."""
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__(count=len(self.faults), faults=tuple(f.line() for f in self.faults))


class FormTooLarge(Untrusted):
    """A form or an instance beside it is larger than the engine reads. Facts: limit_mib."""

    code: ClassVar[str] = "engine.form-too-large"


class DamagedInstance(Untrusted):
    """A list or file beside the form cannot be read. Facts: name."""

    code: ClassVar[str] = "engine.damaged-instance"


class DamagedCache(Untrusted):
    """A compiled form is not from this version of the engine or is damaged."""

    code: ClassVar[str] = "engine.damaged-cache"


class DamagedAnswers(Untrusted):
    """Stored answers do not have the shape of answers. Facts: at."""

    code: ClassVar[str] = "engine.damaged-answers"


class AnswerType(Refusal):
    """The text is not an answer of the question's type. Facts: question, expected."""

    code: ClassVar[str] = "engine.answer-type"


class AnswerTooLong(Refusal):
    """An answer is longer than the engine keeps. Facts: question, limit."""

    code: ClassVar[str] = "engine.answer-too-long"


class UnknownAddress(Refusal):
    """No question, group or row has this address in the form. Facts: address."""

    code: ClassVar[str] = "engine.unknown-address"


class NotAnswerable(Refusal):
    """The row of the form is calculated or only shows something. Facts: question."""

    code: ClassVar[str] = "engine.not-answerable"


class TooManyRows(Refusal):
    """A repeat has as many rows as it may have. Facts: question, limit."""

    code: ClassVar[str] = "engine.too-many-rows"


class FixedRows(Refusal):
    """The form decides how many rows a repeat has. Facts: question."""

    code: ClassVar[str] = "engine.fixed-rows"


class TooMuchWork(Untrusted):
    """One answer set off more evaluation than a form may ask for. Facts: limit."""

    code: ClassVar[str] = "engine.too-much-work"

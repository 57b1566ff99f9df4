"""What the rules refuse. Facts never hold client data."""

from typing import ClassVar

from outreach_app.errors import Refusal, Untrusted


class BrokenTimescales(Untrusted):
    """The timescale table cannot be read. Facts: `row` (number from 1), `column`."""

    code: ClassVar[str] = "domain.broken-timescales"


class BrokenCrisisSteps(Refusal):
    """A table of steps and numbers in a crisis cannot be taken. Facts: `row` (number from 1)."""

    code: ClassVar[str] = "domain.broken-crisis-steps"


class CrisisStepsMoved(Refusal):
    """The organisation's file has other crisis steps than the person saw. Facts: `number`."""

    code: ClassVar[str] = "domain.crisis-steps-moved"


class NoTimescale(Refusal):
    """No row of the timescale table applies. Facts: `name`, `jurisdiction`, `day`."""

    code: ClassVar[str] = "domain.no-timescale"


class WrongTimescaleUnit(Refusal):
    """A row cannot be counted from what is known. Facts: `name`, `unit`."""

    code: ClassVar[str] = "domain.wrong-timescale-unit"


class ShapesDiffer(Untrusted):
    """Two states of one document disagree about what a name is. Facts: `address`."""

    code: ClassVar[str] = "domain.shapes-differ"


class NotAllowed(Refusal):
    """A role, a case or the four-eyes rule forbids an act. Facts: `act`, `reason`."""

    code: ClassVar[str] = "domain.not-allowed"

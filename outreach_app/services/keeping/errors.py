"""Failures of looking after the organisation's keys."""

from typing import ClassVar

from outreach_app.errors import Refusal


class KeysFolderBehind(Refusal):
    """The folder of the keys holds an older organisation file than this vault. Facts: found, held."""

    code: ClassVar[str] = "keeping.folder-behind"


class RehearsalDay(Refusal):
    """The sheets cannot have been tried on such a day. Facts: day, made."""

    code: ClassVar[str] = "keeping.rehearsal-day"


class BrokenTable(Refusal):
    """A table of time limits or bank holidays cannot be used. Facts: sheet, row, what."""

    code: ClassVar[str] = "keeping.broken-table"


class TablesMoved(Refusal):
    """The organisation's file says something else than what the person saw. Facts: number, seen."""

    code: ClassVar[str] = "keeping.tables-moved"


class UnknownLaptop(Refusal):
    """Nobody has a certificate on such a laptop."""

    code: ClassVar[str] = "keeping.unknown-laptop"


class WithdrawalAhead(Refusal):
    """A key is said to be lost only from a later day on. Facts: since."""

    code: ClassVar[str] = "keeping.withdrawal-ahead"


class NothingToWithdraw(Refusal):
    """Every certificate of the laptop was withdrawn in this way before."""

    code: ClassVar[str] = "keeping.nothing-to-withdraw"

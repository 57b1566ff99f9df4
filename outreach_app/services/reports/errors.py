"""Why a report is not made."""

from typing import ClassVar

from outreach_app.errors import Refusal


class NoSuchPeriod(Refusal):
    """What was typed is no period. No facts."""

    code: ClassVar[str] = "reports.no-such-period"


class UnknownReport(Refusal):
    """No report of this number was made here. Facts: number."""

    code: ClassVar[str] = "reports.unknown"


class TooAlike(Refusal):
    """An earlier public report differs by too few cases. Facts: table, least."""

    code: ClassVar[str] = "reports.too-alike"


class GivesAway(Refusal):
    """Earlier reports would give a hidden count away. No facts."""

    code: ClassVar[str] = "reports.gives-away"

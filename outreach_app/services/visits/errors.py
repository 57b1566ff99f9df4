"""Failures of visits with a check-in."""

from typing import ClassVar

from outreach_app.errors import Refusal


class VisitUnderWay(Refusal):
    """The person is on a visit already."""

    code: ClassVar[str] = "visits.under-way"


class NoVisit(Refusal):
    """The person is on no visit."""

    code: ClassVar[str] = "visits.none"


class NoVisitsToClient(Refusal):
    """The newest assessment says that there are no visits."""

    code: ClassVar[str] = "visits.not-here"


class NotAlone(Refusal):
    """Somebody else has to come along: by the visit rule, the level or a threat to staff."""

    code: ClassVar[str] = "visits.not-alone"


class NeedsAgreement(Refusal):
    """At a high level a manager agrees to a visit alone."""

    code: ClassVar[str] = "visits.needs-agreement"


class VisitPlaceMissing(Refusal):
    """No word for the place was given."""

    code: ClassVar[str] = "visits.place-missing"


class VisitTooLong(Refusal):
    """The call is expected too soon or too late. Facts: shortest, longest, in minutes."""

    code: ClassVar[str] = "visits.minutes"

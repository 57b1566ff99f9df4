"""Failures of the night: what keeps somebody from a resident's sheet or a card."""

from typing import ClassVar

from outreach_app.errors import Refusal


class NotResident(Refusal):
    """The case is not among those who live in the safe house now. Facts: reference."""

    code: ClassVar[str] = "night.not-resident"


class NoResidents(Refusal):
    """An emergency card was asked for, and nobody who lives in the house is open to the person."""

    code: ClassVar[str] = "night.no-residents"

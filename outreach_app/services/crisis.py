"""The organisation's steps and numbers in a crisis, as a screen or a sheet shows them.

They stand in the signed configuration; where it says nothing, those of the program hold.
"""

from functools import cache

from outreach_app.domain.crisis import CrisisSteps, parse_crisis
from outreach_app.domain.errors import BrokenCrisisSteps
from outreach_app.services.configuration import Configuration
from outreach_app.services.shipped import crisis_rows
from outreach_app.services.sitting import Sitting

ON_CALL = ("safety.on_call", "safety.on_call_second", "safety.on_call_third")


@cache
def shipped_crisis() -> CrisisSteps:
    """Return the steps and numbers of the program."""
    return parse_crisis(crisis_rows())


def crisis_steps(configuration: Configuration) -> CrisisSteps:
    """Return what holds: the organisation's own, else those of the program.

    A table that this version does not understand must not leave a screen without numbers.
    """
    if not configuration.crisis:
        return shipped_crisis()
    try:
        return parse_crisis(configuration.crisis)
    except BrokenCrisisSteps:
        return shipped_crisis()


def on_call_numbers(sitting: Sitting) -> tuple[str, ...]:
    """Return the telephones of the managers on call, in the order in which they are tried."""
    settings = sitting.settings()
    return tuple(number for key in ON_CALL if (number := settings.text(key)))


def on_call_words(sitting: Sitting) -> str:
    """Return the telephones of the managers on call in a row, "" where nobody has set one."""
    return " · ".join(on_call_numbers(sitting))

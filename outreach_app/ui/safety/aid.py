"""What the organisation wants done in a crisis, and whom to call, as it is shown."""

from dataclasses import dataclass

from outreach_app.domain.crisis import CrisisNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class Aid:
    """What the organisation wants done about a flag, whom to call, and the managers on call.

    Attributes:
        on_call: Their telephones in a row, "" where nobody has set one.
    """

    steps: tuple[str, ...]
    numbers: tuple[CrisisNumber, ...]
    on_call: str


def number_words(number: CrisisNumber) -> str:
    """Return whom to call, and the number as it is dialled."""
    return f"☎ {number.who}: {number.number}"

"""A headless driver for forms: answer, then say what should be seen.

visit = visit_form(form)
visit.answer("risks_known", "yes").expect(relevant=["risk_title"], value={"level": "high"})
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.errors import UnknownAddress
from outreach_app.engine.session import AnswerChange, FormSession
from outreach_app.engine.violations import Purpose

LONDON = ZoneInfo("Europe/London")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=LONDON)


def row_ids() -> Callable[[], str]:
    """Return a maker of row ids that are the same in every run."""
    numbers: Iterator[int] = iter(range(1_000_000))

    def make() -> str:
        digits = f"{next(numbers):026d}"
        return "r_" + digits.translate(str.maketrans("0123456789", "abcdefghij"))

    return make


class Visit:
    """A person filling in a form."""

    def __init__(self, session: FormSession) -> None:
        """Drive a session."""
        self.session = session
        self.last: AnswerChange | None = None

    def answer(self, address: str, value: str | Sequence[str]) -> "Visit":
        """Answer a question."""
        self.last = self.session.set_answer(address, value)
        return self

    def answers(self, **values: str) -> "Visit":
        """Answer several questions by name."""
        for name, value in values.items():
            self.answer(name, value)
        return self

    def row(self, address: str, **values: str) -> str:
        """Add a row, answer questions in it, and return its id."""
        row_id = self.session.add_row(address)
        for name, value in values.items():
            self.answer(f"{address}[{row_id}]/{name}", value)
        return row_id

    def remove(self, address: str) -> "Visit":
        """Remove a row."""
        self.session.remove_row(address)
        return self

    def expect(
        self,
        *,
        relevant: Sequence[str] = (),
        irrelevant: Sequence[str] = (),
        value: Mapping[str, str] | None = None,
        violations: Sequence[str] | None = None,
        purpose: Purpose = Purpose.FINALISE,
        affected: Sequence[str] = (),
    ) -> "Visit":
        """Check what is seen now.

        Args:
            relevant: Addresses that are asked now.
            irrelevant: Addresses that are not asked now.
            value: Values that count, by address.
            violations: ``name:kind`` of every violation, in any order.
            purpose: What the violations are for.
            affected: Names that the last answer must have affected.
        """
        for address in relevant:
            assert self.session.is_relevant(address), f"{address} is not asked"
        for address in irrelevant:
            assert not self._is_asked(address), f"{address} is asked"
        for address, wanted in (value or {}).items():
            assert self.session.value(address) == wanted, address
        if violations is not None:
            found = sorted(f"{v.name}:{v.kind}" for v in self.session.violations(purpose))
            assert found == sorted(violations)
        if affected:
            assert self.last is not None
            names = {each.rpartition("/")[2] for each in self.last.affected}
            assert set(affected) <= names
        return self

    def _is_asked(self, address: str) -> bool:
        try:
            return self.session.is_relevant(address)
        except UnknownAddress:
            return False


def visit_form(
    definition: FormDefinition,
    *,
    today: date | None = None,
    now: datetime = NOON,
    **given: Any,
) -> Visit:
    """Begin a visit with a form; further arguments go to `FormSession`."""
    given.setdefault("new_row_id", row_ids())
    return Visit(FormSession(definition, today=today or now.date(), now=now, **given))

"""Answers for any form: every question a person may answer, in rows too, several times over."""

from collections.abc import Callable, Iterable, Iterator

from bench.filled import prose
from outreach_app.engine.items import Group, Item, Question, Repeat

ROWS = 5
Address = tuple[str, Question]


def addresses(
    items: Iterable[Item], add_row: Callable[[str], str], at: str = ""
) -> Iterator[Address]:
    """Yield every question that can be answered here; rows are added on the way."""
    for item in items:
        here = f"{at}/{item.name}" if at else item.name
        if isinstance(item, Repeat):
            if not item.fixed and not item.extras.get("source"):
                for _ in range(1 if at.endswith("]") else ROWS):
                    row = add_row(here)
                    yield from addresses(item.children, add_row, f"{here}[{row}]")
        elif isinstance(item, Group):
            yield from addresses(item.children, add_row, here)
        elif isinstance(item, Question) and item.answerable and values_for(item):
            yield here, item


def answers(questions: list[Address], rounds: int) -> Iterator[tuple[str, str]]:
    """Yield rounds of answers in which each differs from the one before."""
    for turn in range(rounds):
        for address, item in questions:
            values = values_for(item)
            yield address, values[turn % len(values)]


def values_for(item: Question) -> list[str]:
    """Return answers that fit a question's type; nothing for types that need a file."""
    if item.type in {"select_one", "select_multiple"}:
        return [choice.code for choice in item.choices][:4]
    fixed = {
        "integer": ["3", "5"],
        "decimal": ["2.5", "4"],
        "range": ["2", "4"],
        "date": ["2026-01-05", "2026-01-19"],
        "dateTime": ["2026-01-05T09:00:00.000+00:00", "2026-01-19T10:30:00.000+00:00"],
        "time": ["09:00:00.000+00:00", "10:30:00.000+00:00"],
        "text": [prose(12), prose(9)],
    }
    return fixed.get(item.type, [])

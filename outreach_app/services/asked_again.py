"""Asking a client again for what is recorded: a deliberate act, written into the document with its reason.

Each form that says what is held already has one question for it, which nobody needs to look for: the
program writes a line there, and shows it beside the fact.
"""

from collections.abc import Iterable
from datetime import date

from outreach_app.domain.day_words import long_date
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Item, Question

_KIND = "asked_again"


def is_asked_again(item: Item) -> bool:
    """Say whether a question holds what was asked again, and why."""
    return isinstance(item, Question) and item.extras.get("type", "") == _KIND


def asked_again_at(definition: FormDefinition) -> str:
    """Return the address of the question of a form that holds it, "" for none."""
    return next((item.path for item in definition.leaves() if is_asked_again(item)), "")


def with_line(kept: str, question: str, reason: str, on: date) -> str:
    """Return what is written already with a line more.

    Args:
        kept: The lines until now, "" for none.
        question: The label of the question beside which the fact stands, in the form's first language.
        reason: Why it is asked again.
        on: The day.
    """
    line = f"{_plain(question)} – {' '.join(reason.split())} ({long_date(on)})"
    return f"{kept.rstrip()}\n{line}".strip()


def reasons_about(kept: str, labels: Iterable[str]) -> tuple[str, ...]:
    """Return what is written about a question: reason and day, one text each.

    Args:
        kept: The lines.
        labels: What the question is called, in any language in which it may have been asked.
    """
    begins = tuple(f"{_plain(each)} – " for each in labels)
    found = []
    for line in kept.splitlines():
        begin = next((each for each in begins if line.startswith(each)), "")
        if begin:
            found.append(line.removeprefix(begin))
    return tuple(found)


def _plain(question: str) -> str:
    return " ".join(question.split())

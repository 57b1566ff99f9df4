"""Answers in bulk, from a file into a draft, and names that were meant."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from outreach_app.domain.answers import ROW_ID, ROW_ORDER
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Group, Item
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.row_numbers import by_row_ids

_OWN_KEYS = frozenset({ROW_ID, ROW_ORDER})


def near_names(definition: FormDefinition, address: str) -> tuple[str, ...]:
    """Return names of a form that are written much like the last one of an address."""
    wanted = address.rpartition("/")[2].partition("[")[0]
    return tuple(get_close_matches(wanted, _names(definition.questions), n=3))


def _names(items: Iterable[Item]) -> list[str]:
    found: list[str] = []
    for item in items:
        found.append(item.name)
        found += _names(item.children) if isinstance(item, Group) else []
    return found


def fill(document: OpenDocument, answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give a draft the answers of a mapping; yield address and answer as each is saved.

    Args:
        document: The draft.
        answers: Answers by question, flat or nested. A list holds the rows of a repeat: one with
            the `_id` of a row that is there changes it, any other is added.

    Raises:
        Refusal: An answer does not fit; those before it are saved.
    """
    yield from _below(document, "", answers)


def _below(
    document: OpenDocument, at: str, answers: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    for name, value in answers.items():
        if name in _OWN_KEYS:
            continue
        if isinstance(value, Mapping):
            yield from _below(document, f"{at}{name}/", value)
        elif isinstance(value, list):
            yield from _rows(document, f"{at}{name}", value)
        else:
            address = by_row_ids(document.session.all_answers(), f"{at}{name}")
            change = document.set_answer(address, value)
            yield change.address, change.new


def _rows(
    document: OpenDocument, repeat: str, rows: list[Mapping[str, Any]]
) -> Iterator[tuple[str, str]]:
    for row in rows:
        known = row.get(ROW_ID, "")
        row_id = known if known in document.session.rows(repeat) else document.add_row(repeat)
        yield from _below(document, f"{repeat}[{row_id}]/", row)

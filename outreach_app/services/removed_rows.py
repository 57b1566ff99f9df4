"""Rows that were taken out of a repeat and can be brought back as they were."""

from collections.abc import Iterator
from dataclasses import dataclass

from outreach_app.engine.items import Group, Item, Question, Repeat
from outreach_app.services.open_document import OpenDocument


@dataclass(frozen=True, slots=True)
class RemovedRow:
    """A row as it was before it was removed.

    Attributes:
        repeat: Address of the repeat.
        after: Id of the row before it, "" for the first one.
        answers: Answers in it by address, inner rows included, in their order.
        inner: Inner rows as address of their repeat and id, outer before inner.
    """

    repeat: str
    row_id: str
    after: str
    answers: tuple[tuple[str, str], ...]
    inner: tuple[tuple[str, str], ...]


def remove_row(opened: OpenDocument, repeat: str, row_id: str) -> RemovedRow:
    """Remove a row and return it as it was."""
    session = opened.session
    rows = session.rows(repeat)
    place = rows.index(row_id)
    at = f"{repeat}[{row_id}]"
    below = (each for each in session.questions(relevant_only=False) if each.startswith(f"{at}/"))
    answers = [
        (each, session.kept(each))
        for each in below
        if _is_answer(opened, each) and session.kept(each)
    ]
    removed = RemovedRow(
        repeat=repeat,
        row_id=row_id,
        after=rows[place - 1] if place else "",
        answers=tuple(answers),
        inner=tuple(_inner(opened, at)),
    )
    opened.remove_row(at)
    return removed


def bring_back(opened: OpenDocument, removed: RemovedRow) -> None:
    """Put a removed row back at its place with its answers."""
    rows = opened.session.rows(removed.repeat)
    after = removed.after if removed.after in rows or not removed.after else None
    opened.add_row(removed.repeat, after=after, row_id=removed.row_id)
    for repeat, row_id in removed.inner:
        if row_id not in opened.session.rows(repeat):
            opened.add_row(repeat, row_id=row_id)
    for address, value in removed.answers:
        opened.set_answer(address, value)


def _is_answer(opened: OpenDocument, address: str) -> bool:
    path = "/".join(piece.partition("[")[0] for piece in address.split("/"))
    item = opened.definition.item_at(path)
    return isinstance(item, Question) and item.answerable


def _inner(opened: OpenDocument, at: str) -> list[tuple[str, str]]:
    """Return the rows within a row: address of their repeat and id."""
    path = "/".join(piece.partition("[")[0] for piece in at.split("/"))
    item = opened.definition.item_at(path)
    found: list[tuple[str, str]] = []
    for each in _repeats(item.children) if isinstance(item, Repeat) else ():
        repeat = f"{at}/{each.path[len(path) + 1 :]}"
        for row_id in opened.session.rows(repeat):
            found.append((repeat, row_id))
            found.extend(_inner(opened, f"{repeat}[{row_id}]"))
    return found


def _repeats(items: tuple[Item, ...]) -> Iterator[Repeat]:
    """Yield the repeats among items and below their groups, but not those within repeats."""
    for item in items:
        if isinstance(item, Repeat):
            yield item
        elif isinstance(item, Group):
            yield from _repeats(item.children)

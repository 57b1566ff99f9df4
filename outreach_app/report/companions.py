"""Questions that come again and again beside others – when, by whom – set as columns of a table."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from statistics import median

from outreach_app.report.content import Entry, Field, FieldKind, Table

# Fewer repetitions are read as easily one below the other.
_AT_LEAST = 3
_MOST_COLUMNS = 3
# Lengths in characters: of a question, and what a column has room for at least.
_QUESTION, _LEAST = 44.0, 15.0


def with_companions(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries with fields that repeat beside others gathered into one table.

    A point that was explained, on which day, with which interpreter: twenty times over that is
    sixty lines of fields, and twenty rows of a table.
    """
    found: list[Entry] = []
    for short, group in groupby(entries, key=_is_short):
        run = list(group)
        found.extend(_tabled([each for each in run if isinstance(each, Field)]) if short else run)
    return tuple(found)


def _is_short(entry: Entry) -> bool:
    return isinstance(entry, Field) and entry.kind is not FieldKind.LONG


def _tabled(fields: Sequence[Field]) -> list[Entry]:
    counted = Counter(field.label for field in fields)
    beside = [label for label, count in counted.items() if count >= _AT_LEAST]
    if not 1 <= len(beside) <= _MOST_COLUMNS or fields[0].label in beside:
        return list(fields)
    places = [place for place, field in enumerate(fields) if field.label in beside]
    first, last = places[0] - 1, places[-1] + 1
    return [*fields[:first], _table(fields[first:last], beside), *fields[last:]]


def _table(fields: Sequence[Field], beside: Sequence[str]) -> Table:
    rows: list[list[str]] = []
    for field in fields:
        if field.label in beside:
            rows[-1][2 + beside.index(field.label)] = field.value
        else:
            rows.append([field.label, field.value, *("",) * len(beside)])
    # A single long answer may take more lines; it does not take the room of all the others.
    usual = (median(len(row[place]) for row in rows) for place in range(1, len(rows[0])))
    lengths = (_QUESTION, *(min(max(length, _LEAST), _QUESTION) for length in usual))
    head = ("Question", "Answer", *beside)
    return Table(head, tuple(map(tuple, rows)), tuple(length**0.75 for length in lengths))

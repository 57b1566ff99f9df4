"""A large vault: from the key to the list of cases, and searching in it."""

import os
import secrets
from functools import partial
from pathlib import Path

from bench.filled import fill, make_vault, open_again, prose
from bench.table import Figure, milliseconds, within
from bench.timing import Sample, repeat, time_call

CASES = 5_000
OPENINGS = 9
SEARCHES = 200


def measure(folder: Path) -> list[Figure]:
    """Return the figures of opening, listing and searching."""
    place = folder / "vault"
    vault, keys = make_vault(place)
    person_id = vault.person_id
    filling = time_call(lambda: fill(vault, CASES))
    documents = len(vault.lists.documents())
    vault.close()
    size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())

    def open_to_list() -> None:
        opened = open_again(place, person_id, keys)
        if len(opened.lists.cases()) != CASES:
            raise AssertionError("the list of cases is not whole")
        opened.close()

    warm = repeat(open_to_list, OPENINGS)
    cold = [time_call(open_to_list) for _ in range(3) if _forget_cached(place)]
    opened = open_again(place, person_id, keys)
    searches = Sample(tuple(time_call(partial(opened.search.find, text)) for text in _questions()))
    opened.close()
    about = f"{CASES:,} cases, {documents:,} documents, {size / 1e6:.0f} MB"
    figures = [
        Figure("vault", about),
        Figure(
            "filled with all lists and search", f"{documents / filling * 1000:,.0f} documents/s"
        ),
        within("opened to the list of all cases, median", warm.median, 300),
    ]
    if cold:
        slowest = milliseconds(max(cold))
        figures.append(Figure("the same, file not in the system's memory, slowest of 3", slowest))
    return [
        *figures,
        Figure("search of one to three words, median", milliseconds(searches.median)),
        within("search of one to three words, p95", searches.p95, 50),
    ]


def _questions() -> list[str]:
    """Return what people type: whole words, two or three together, beginnings of words."""
    questions = []
    for number in range(SEARCHES):
        words = prose(1 + number % 3)
        questions.append(words if number % 4 else words[: 3 + secrets.randbelow(3)])
    return questions


def _forget_cached(place: Path) -> bool:
    """Ask the system to drop its copy of the files; say whether it can be asked."""
    if not hasattr(os, "posix_fadvise"):
        return False
    for path in place.rglob("*"):
        if path.is_file():
            descriptor = os.open(path, os.O_RDONLY)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)
    return True

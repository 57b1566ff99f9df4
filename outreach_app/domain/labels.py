"""Short labels that people say aloud: R1, G1, G1.1, HH-26-B007/3. Rules and links use ids."""

import re
from collections.abc import Collection, Iterable, Sequence

_TAIL = re.compile(r"^(\d+)([a-z]*)$")


def next_label(prefix: str, used: Iterable[str]) -> str:
    """Return the next free label: ``R4`` after R1 and R3, ``G1.2`` after G1.1.

    Args:
        prefix: What stands before the number: ``R``, ``G1.``, ``HH-26-B007/``.
        used: Labels given so far, closed rows included: a number is never given twice.
    """
    return f"{prefix}{max(_numbers(prefix, used), default=0) + 1}"


def _numbers(prefix: str, used: Iterable[str]) -> list[int]:
    found = []
    for label in used:
        match = _TAIL.match(label.removeprefix(prefix)) if label.startswith(prefix) else None
        if match is not None:
            found.append(int(match.group(1)))
    return found


def client_reference(site: str, year: int, device_letter: str, counter: int) -> str:
    """Return a client reference such as ``HH-26-B007``."""
    return f"{site}-{year % 100:02}-{device_letter}{counter:03}"


def lettered(label: str, taken: Collection[str]) -> str:
    """Return a label with the first letter behind it that makes it free: ``R2b``, after z ``R2bb``."""
    letters = "b"
    while f"{label}{letters}" in taken:
        last = letters[-1]
        letters = f"{letters}b" if last == "z" else f"{letters[:-1]}{chr(ord(last) + 1)}"
    return f"{label}{letters}"


def settle_clashes(labelled: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    """Give letters where two devices gave the same label.

    Args:
        labelled: (id, label, created at) of everything labelled; the earliest keeps the label.

    Returns:
        Id to label: the second R2 becomes R2b. The outcome does not depend on the order given.
    """
    settled: dict[str, str] = {}
    taken: set[str] = {label for _, label, _ in labelled}
    firsts: set[str] = set()
    for row_id, label, _ in sorted(labelled, key=lambda each: (each[2], each[0])):
        shown = lettered(label, taken) if label in firsts else label
        firsts.add(label)
        taken.add(shown)
        settled[row_id] = shown
    return settled

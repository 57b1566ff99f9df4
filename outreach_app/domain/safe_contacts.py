"""Which ways to reach a client may be offered: only those that the client called safe."""

from collections.abc import Mapping
from typing import Any

from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.values import rows_of, text_of

_SAFE = "yes"
_NO_CHANNEL = frozenset({"", "none"})


def recorded_contacts(client: Mapping[str, Any]) -> tuple[FlatAnswers, ...]:
    """Return every recorded way to reach a client, safe or not, in the record's order."""
    return rows_of(client, "safe_contacts")


def safe_contacts(client: Mapping[str, Any]) -> tuple[FlatAnswers, ...]:
    """Return the ways that may be used and offered, in the record's order.

    Not known means: not before it was checked. Where the same way stands there twice, as after two
    laptops wrote it down apart, both must say that it is safe.
    """
    every = recorded_contacts(client)
    doubtful = {_way(row) for row in every if text_of(row, "safe_to_use") != _SAFE}
    return tuple(
        row
        for row in every
        if text_of(row, "channel") not in _NO_CHANNEL and _way(row) not in doubtful
    )


def unsafe_contacts(client: Mapping[str, Any]) -> tuple[FlatAnswers, ...]:
    """Return the ways that must not be used, or not before they were checked."""
    safe = safe_contacts(client)
    return tuple(
        row
        for row in recorded_contacts(client)
        if text_of(row, "channel") not in _NO_CHANNEL and row not in safe
    )


def _way(row: Mapping[str, Any]) -> tuple[str, str]:
    value = "".join(text_of(row, "value").split()).casefold()
    return text_of(row, "channel"), value

"""The answers of a live form, flat, kept up to date answer by answer: rules read them each time."""

import re
from collections.abc import Iterable
from typing import Any

from outreach_app.domain.answers import ROW_ID, FlatAnswers, flatten
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.session import FormSession

_ROW = re.compile(r"\[[^\]]*\]")
_ROW_OF = re.compile(r"([^/\[\]]+)\[([^\]]*)\]")


class FlatView:
    """The relevant answers by name; only what a change touched is read again.

    A change of rows, or of whether a group is asked, reads the whole form anew.
    """

    def __init__(self, definition: FormDefinition, session: FormSession) -> None:
        """Read a live form."""
        self._session = session
        self._names: dict[str, str] = {item.path: item.name for item in definition.leaves()}
        self._flat: FlatAnswers | None = None

    def answers(self) -> FlatAnswers:
        """Return the relevant answers; not to be changed."""
        if self._flat is None:
            self._flat = flatten(self._session.answers())
        return self._flat

    def touch(self, addresses: Iterable[str]) -> None:
        """Read again what stands at some addresses, as after an answer."""
        for address in addresses:
            if self._flat is None:
                return
            name = self._names.get(_ROW.sub("", address))
            row = self._row(address) if name is not None else None
            if name is None or row is None:  # a group, a repeat, or a row that was not here
                self.forget()
                return
            value = self._session.value(address)
            if value:
                row[name] = value
            else:
                row.pop(name, None)

    def _row(self, address: str) -> dict[str, Any] | None:
        """Return the flat answers that an address lies in: a row's, or the whole form's."""
        place: dict[str, Any] | None = self._flat
        for repeat, row_id in _ROW_OF.findall(address):
            rows = place.get(repeat, ()) if place is not None else ()
            place = next((row for row in rows if row[ROW_ID] == row_id), None)
        return place

    def forget(self) -> None:
        """Read everything anew at the next call."""
        self._flat = None

"""Strict reading of the bodies of signed objects: exactly the known fields, in their types."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from outreach_app.services.errors import BodyFormat

Body = Mapping[str, object]
T = TypeVar("T")


class BodyReader:
    """Reads one mapping; every field must be asked for, and nothing else may stand in it."""

    def __init__(self, untrusted: object, kind: str) -> None:
        """Take the mapping of an object of a kind that is named in refusals.

        Raises:
            BodyFormat: It is no mapping.
        """
        self._kind = kind
        if not isinstance(untrusted, Mapping):
            raise BodyFormat(kind=kind)
        self._fields: Body = untrusted
        self._asked: set[str] = set()

    def has(self, name: str) -> bool:
        """Say whether a field is there that may be left out."""
        return name in self._fields

    def text(self, name: str, *, empty: bool = False) -> str:
        """Return a text field; empty only where allowed."""
        value = self._take(name)
        if not isinstance(value, str) or (not value and not empty):
            raise BodyFormat(kind=self._kind)
        return value

    def integer(self, name: str) -> int:
        """Return a number that is not negative."""
        value = self._take(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise BodyFormat(kind=self._kind)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(self.each(name, self._as_text))

    def text_map(self, name: str) -> dict[str, str]:
        """Return a mapping of texts."""
        value = self._take(name)
        if not isinstance(value, Mapping):
            raise BodyFormat(kind=self._kind)
        return {self._as_text(key): self._as_text(item) for key, item in value.items()}

    def each(self, name: str, parse: Callable[[object], T]) -> list[T]:
        """Return a list, each element parsed."""
        value = self._take(name)
        if not isinstance(value, list):
            raise BodyFormat(kind=self._kind)
        return [parse(item) for item in value]

    def inner(self, name: str) -> "BodyReader":
        """Return a reader of a field that is a mapping; the caller ends it with `done`."""
        return BodyReader(self._take(name), self._kind)

    def done(self) -> None:
        """Say that all fields were asked for.

        Raises:
            BodyFormat: There are others.
        """
        if set(self._fields) != self._asked:
            raise BodyFormat(kind=self._kind)

    def _take(self, name: str) -> object:
        self._asked.add(name)
        if name not in self._fields:
            raise BodyFormat(kind=self._kind)
        return self._fields[name]

    def _as_text(self, value: object) -> str:
        if not isinstance(value, str):
            raise BodyFormat(kind=self._kind)
        return value

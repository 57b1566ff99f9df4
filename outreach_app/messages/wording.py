"""The shape of a message: title, what happened, what you can do."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """Words for one failure. `{name}` in a text is replaced by the error's fact of that name.

    Attributes:
        title: A few words, no full stop.
        what: What happened, and that nothing was lost where that is true.
        do: What the person can do next.
    """

    title: str
    what: str
    do: str

    def parts(self, facts: Mapping[str, object]) -> tuple[str, str, str]:
        """Return title, what happened and what to do, with the facts filled in."""
        shown = {
            name: ", ".join(value) if isinstance(value, tuple) else str(value)
            for name, value in facts.items()
        }
        title, what, do = (part.format_map(shown) for part in (self.title, self.what, self.do))
        return title, what, do

    def text(self, facts: Mapping[str, object]) -> str:
        """Return the message as plain text of three parts, with the facts filled in."""
        return "\n".join(self.parts(facts))

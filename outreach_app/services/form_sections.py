"""A form as the sections that one fills in one after the other.

A top-level group that holds a great deal under headings of its own, as the domains of the risk
assessment do, is shown heading by heading.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Group, Item, Question, Repeat

_MOST_LEAVES = 60
_LEAST_HEADINGS = 3


@dataclass(frozen=True, slots=True)
class FormSection:
    """One section.

    Attributes:
        key: Path of the group it is; empty for questions outside groups.
        above: Key of the section that it is a part of, empty at the top.
        items: What it holds, in order.
    """

    key: str
    above: str
    items: tuple[Item, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Return where its groups and questions are."""
        return tuple(item.path for item in self.items)


def sections_of(definition: FormDefinition) -> tuple[FormSection, ...]:
    """Return the sections of a form, in its order; questions outside groups come first."""
    loose = tuple(item for item in definition.questions if isinstance(item, Question))
    found = [FormSection("", "", loose)] if any(each.visible for each in loose) else []
    for item in definition.questions:
        if isinstance(item, Group):
            found.extend(_parts(item))
    return tuple(found)


def _parts(group: Group) -> Iterator[FormSection]:
    headings = [item for item in group.children if is_plain(item)]
    leaves = sum(1 for item in group.walk() if isinstance(item, Question) and item.visible)
    if isinstance(group, Repeat) or len(headings) < _LEAST_HEADINGS or leaves <= _MOST_LEAVES:
        yield FormSection(group.path, "", (group,) if isinstance(group, Repeat) else group.children)
        return
    rest = tuple(item for item in group.children if item not in headings)
    if rest:
        yield FormSection(group.path, "", rest)
    for heading in headings:
        if isinstance(heading, Group):
            yield FormSection(heading.path, group.path, heading.children)


def is_plain(item: Item) -> bool:
    """Say whether an item is a mere heading over others."""
    return isinstance(item, Group) and not isinstance(item, Repeat) and not item.extras.get("type")


class SectionIndex:
    """Finds the section in which an address lies."""

    def __init__(self, sections: Iterable[FormSection]) -> None:
        """Note where the items of each section are."""
        self._by_path: dict[str, FormSection] = {}
        for section in sections:
            if section.key:
                self._by_path.setdefault(section.key, section)
            for item in section.items:
                self._by_path[item.path] = section

    def at(self, address: str) -> FormSection | None:
        """Return the section of a question, group, row or repeat; None outside them all."""
        path = "/".join(piece.partition("[")[0] for piece in address.split("/"))
        while path:
            found = self._by_path.get(path)
            if found is not None:
                return found
            path = path.rpartition("/")[0]
        return None


def section_beside(
    sections: Sequence[FormSection], here: FormSection, asked: Collection[FormSection], places: int
) -> FormSection | None:
    """Return the next section that is asked, from one that need not be asked any more.

    Args:
        sections: All of the form, in their order.
        here: Where somebody is.
        asked: Those that are shown.
        places: 1 for the next one, -1 for the one before.
    """
    at = sections.index(here)
    beyond = sections[at + 1 :] if places > 0 else sections[:at][::-1]
    return next((each for each in beyond if each in asked), None)

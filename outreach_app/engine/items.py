"""What a form asks, as a tree to walk: groups, repeats and questions in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Labels = Mapping[str, str]
"""Words by language; the key is empty in a form without translations."""


def in_language(labels: Labels, language: str | None) -> str:
    """Return the words in a language, else in the form's first one."""
    if language is not None and language in labels:
        return labels[language]
    return next(iter(labels.values()), "")


@dataclass(frozen=True, slots=True)
class ListedChoice:
    """A choice as the form lists it.

    Attributes:
        code: What is stored.
        label: Words by language.
        extras: Further columns of the choices sheet, such as ``absence``.
    """

    code: str
    label: Labels
    extras: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Conditions:
    """The expressions of a node as written; empty where there is none."""

    relevant: str = ""
    required: str = ""
    constraint: str = ""
    calculation: str = ""
    readonly: str = ""
    choice_filter: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """What groups, repeats and questions have in common.

    Attributes:
        name: Node name.
        path: Names from below the root, joined by ``/``.
        label, hint: Words by language.
        appearance: As in the form.
        extras: Attributes in the program's own namespace (``bind::outreach:…``).
        conditions: Expressions as written.
        part: Export class.
    """

    name: str
    path: str
    label: Labels
    hint: Labels
    appearance: str
    extras: Mapping[str, str]
    conditions: Conditions
    part: str


@dataclass(frozen=True, slots=True)
class Question(Item):
    """A leaf: something to answer, to read or to calculate.

    Attributes:
        type: XLSForm type: ``text``, ``integer``, ``select_one``, ``note``, ``calculate`` …
        guidance: Longer help, words by language.
        choices: What the list holds, whatever is filtered out now.
        constraint_message, required_message: Words by language.
        parameters: rows, start, end, step, mediatype, max-pixels …
        default: Value in the form's own instance.
        calculated: Its value comes from an expression or from the program.
        visible: It stands in the body of the form.
    """

    type: str
    guidance: Labels
    choices: tuple[ListedChoice, ...]
    constraint_message: Labels
    required_message: Labels
    parameters: Mapping[str, str]
    default: str
    calculated: bool
    visible: bool

    @property
    def answerable(self) -> bool:
        """Whether a person may answer it."""
        return not self.calculated and self.type != "note"


@dataclass(frozen=True, slots=True)
class Group(Item):
    """A group of items."""

    children: tuple[Item, ...]

    def walk(self) -> Iterator[Item]:
        """Yield every item below, in order."""
        return walk(self.children)


@dataclass(frozen=True, slots=True)
class Repeat(Group):
    """A group that may be there many times.

    Attributes:
        fixed: The form decides how many rows there are.
    """

    fixed: bool


@dataclass(frozen=True, slots=True)
class CodedItem:
    """A coded item of an assessment, as rules want it.

    Attributes:
        name, path: Of the group.
        label: Words by language.
        domain: Domain code, such as ``D1``.
        core: It belongs to the core.
        floor: Level it floors, or empty.
        flag: Flag it suggests, or empty.
        leaves: Names of its questions in order, the two codes before the note.
        extras: All attributes in the program's own namespace.
    """

    name: str
    path: str
    label: Labels
    domain: str
    core: bool
    floor: str
    flag: str
    leaves: tuple[str, ...]
    extras: Mapping[str, str]


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Yield items and everything below them, in order."""
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from walk(item.children)


def coded_items(items: tuple[Item, ...]) -> tuple[CodedItem, ...]:
    """Return the coded items of a form, with what rules need to know about each."""
    found: list[CodedItem] = []
    for item in walk(items):
        if item.extras.get("type") != "coded_item":
            continue
        below = item.walk() if isinstance(item, Group) else iter((item,))
        found.append(
            CodedItem(
                name=item.name,
                path=item.path,
                label=item.label,
                domain=item.extras.get("domain", ""),
                core=item.extras.get("core", "") == "yes",
                floor=item.extras.get("floor", ""),
                flag=item.extras.get("flag", ""),
                leaves=tuple(each.name for each in below if isinstance(each, Question)),
                extras=item.extras,
            )
        )
    return tuple(found)

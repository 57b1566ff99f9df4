"""Somebody's own words with who said them, in which language and when, told once for several."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from outreach_app.engine.definition import FormDefinition
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.reading import Shown

_OWN_WORDS = "own_words"
_TEXT, _YES = "text", "yes"
_BETWEEN = "  ·  "


@dataclass(frozen=True, slots=True)
class Told:
    """An answer to read, and what is to be known of who said it.

    Attributes:
        shown: The answer.
        details: By whom, in which language and when, as far as the words before were said otherwise.
        addresses: The answer's own, and those of the details that are told with it.
    """

    shown: Shown
    details: str
    addresses: tuple[str, ...]


def told_once(definition: FormDefinition, answers: Iterable[Shown]) -> Iterator[Told]:
    """Yield the answers of one section; what is known about own words stands with the words.

    A detail is told where it differs from that of the words before it in the section.

    Args:
        definition: The form.
        answers: Of one section, in the order of the form.
    """
    before: dict[str, str] = {}
    for group, members in _grouped(definition, answers):
        if not group:
            yield Told(members[0], "", (members[0].address,))
            continue
        now = _details(group, members)
        words = next((each for each in members if _suffix(group, each) == _TEXT), members[0])
        told = [text for name, text in now.items() if text != before.get(name)]
        before = now
        yield Told(words, in_a_row(told, _BETWEEN), tuple(each.address for each in members))


def _grouped(
    definition: FormDefinition, answers: Iterable[Shown]
) -> Iterator[tuple[str, Sequence[Shown]]]:
    """Yield answers alone, and those of one question in somebody's own words together."""
    group, members = "", list[Shown]()
    for shown in answers:
        around = shown.address.rpartition("/")[0]
        if members and around == group:
            members.append(shown)
            continue
        if members:
            yield group, members
            members = []
        path = "/".join(piece.partition("[")[0] for piece in around.split("/"))
        item = definition.item_at(path) if path else None
        if item is not None and item.extras.get("type") == _OWN_WORDS:
            group, members = around, [shown]
        else:
            yield "", [shown]
    if members:
        yield group, members


def _details(group: str, members: Sequence[Shown]) -> dict[str, str]:
    """Return who, in which language and when, in words, "" for what was not said."""
    said = {_suffix(group, each): each for each in members}
    words = {name: each.text for name, each in said.items()}
    language = words.get("lang", "")
    if "interp" in said and said["interp"].value == _YES:
        language = (
            phrase("{language}, interpreted", language=language)
            if language
            else phrase("interpreted")
        )
    by = words.get("by", "")
    return {
        "by": phrase("Said by: {who}", who=by) if by else "",
        "language": language,
        "at": words.get("at", ""),
    }


def _suffix(group: str, shown: Shown) -> str:
    name = group.rpartition("/")[2].partition("[")[0]
    return shown.address.rpartition("/")[2].removeprefix(f"{name}_")

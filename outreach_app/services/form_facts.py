"""What is read off a form's definition, or done to a fresh form, before anybody answers it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from outreach_app.domain.answers import Answers, leaves
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Group, Item, in_language

MASKED = "masked"
"""Appearance of a question whose answer is shown only to whoever asks for it."""
_ROW = re.compile(r"\[[^\]]*\]")


def is_masked(definition: FormDefinition, address: str) -> bool:
    """Say whether an answer is shown only to whoever asks for it, such as a code word."""
    item = definition.item_at(_ROW.sub("", address))
    return item is not None and item.appearance == MASKED


def question_label(definition: FormDefinition, address: str, language: str | None = None) -> str:
    """Return the label of a question, with the group that gives it meaning in front.

    Args:
        definition: The form.
        address: Of the question.
        language: One of the form's languages, None for its first.
    """
    path = _ROW.sub("", address)
    item = definition.item_at(path)
    own = in_language(item.label, language) if item is not None else ""
    group = definition.item_at(path.rpartition("/")[0])
    if group is not None and group.extras.get("type"):
        outer = in_language(group.label, language)
        if own and outer and not _says(own, outer):
            return f"{outer} – {own}"
        return own or outer or path
    return own or path.rpartition("/")[2]


def _says(own: str, outer: str) -> bool:
    """Say whether a question's own words tell already what the group around it is called."""
    return _bare(outer) <= _bare(own)


def _bare(words: str) -> set[str]:
    return set(words.replace("’", "'").casefold().split())


def short_address(definition: FormDefinition, address: str) -> str:
    """Return an address without the groups that it does not need: rows and the name stay."""
    *above, name = address.split("/")
    if len(definition.items_named(_ROW.sub("", name))) != 1:
        return address
    return "/".join([*(each for each in above if "[" in each), name])


def in_form_order(definition: FormDefinition, answers: Mapping[str, Any]) -> Answers:
    """Return nested answers in the order of the form's questions; a signed part sorts by name."""
    return _ordered(definition.questions, answers)


def _ordered(items: Iterable[Item], answers: Mapping[str, Any]) -> Answers:
    found: Answers = {}
    for item in items:
        value = answers.get(item.name)
        if isinstance(item, Group) and isinstance(value, Mapping):
            found[item.name] = _ordered(item.children, value)
        elif isinstance(item, Group) and isinstance(value, list):
            found[item.name] = [_ordered(item.children, row) for row in value]
        elif value is not None:
            found[item.name] = value
    return {**found, **{name: value for name, value in answers.items() if name not in found}}


@lru_cache(maxsize=32)
def choice_labels(definition: FormDefinition, language: str | None = None) -> "ChoiceLabels":
    """Return a look-up of choice labels by question name and code, in a language of the form."""
    found: dict[str, Mapping[str, str]] = {}
    for question in definition.leaves():
        if question.choices:
            found[question.name] = {
                choice.code: in_language(choice.label, language) or choice.code
                for choice in question.choices
            }
    return ChoiceLabels(found)


@dataclass(frozen=True, slots=True)
class ChoiceLabels:
    """Words of choices by question and code; a code without words stands for itself."""

    by_question: Mapping[str, Mapping[str, str]]

    def __call__(self, question: str, code: str) -> str:
        """Return the words of a code of a question."""
        return self.by_question.get(question, {}).get(code, code)


def attachments_in(definition: FormDefinition, answers: Answers) -> tuple[str, ...]:
    """Return the digests of the files that the answers name, sorted."""
    names = {item.name for item in definition.leaves() if item.type in {"image", "file"}}
    found = {
        value
        for address, value in leaves(answers)
        if address.rpartition("/")[2].partition("[")[0] in names
    }
    return tuple(sorted(found))


def sources_of(definition: FormDefinition) -> dict[str, str]:
    """Return the address of the question that shows each source, outside repeats."""
    return {
        item.extras["source"]: item.path
        for item in definition.leaves()
        if item.extras.get("source")
    }

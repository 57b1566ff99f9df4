"""Words for the codes that the rules write into calculated questions, for copies to read."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from outreach_app.domain.answers import Answers
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import in_language
from outreach_app.phrases import in_a_row, phrase
from outreach_app.report.reading import calculated_in_words
from outreach_app.services.case_words import in_words

_NOW = "_now"
_SEVERAL = frozenset({"b_flags_open", "b_flags_suggested"})
_RULES = "indicated_rules"
_RULE = re.compile(r"^\S+ \(([^)]*)\): (.*)$")
_VERSION = "pa_version"
_ONE = frozenset({"override_direction", "exit_kind_suggested"})
_ITEMS = frozenset({"fnr_item", "gap_source", "nrm_points_open"})
_FIXED = {
    "mscos_change": {"not_comparable": phrase("Nothing to compare with yet")},
    "age_at_exploitation_minor": {"unknown": phrase("Not known")},
    "gap_source": {"own": phrase("Own question")},
}


def with_words(definition: FormDefinition, answers: Mapping[str, Any]) -> Answers:
    """Return the answers with words in place of codes where the form itself has none."""
    return {name: _worded(definition, name, value) for name, value in answers.items()}


def spoken(definition: FormDefinition, name: str, value: str) -> str:
    """Return the value of a calculated question in words."""
    words = _worded(definition, name, value)
    return calculated_in_words(words if isinstance(words, str) else str(words))


def _worded(definition: FormDefinition, name: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        return with_words(definition, value)
    if isinstance(value, list):
        return [with_words(definition, row) for row in value]
    if not isinstance(value, str):
        return value
    fixed = _FIXED.get(name, {}).get(value)
    speak = _speaker(definition, name)
    return fixed or (speak(value) if speak is not None else value)


def _speaker(definition: FormDefinition, name: str) -> Callable[[str], str] | None:
    if name == _RULES:
        return _without_numbers
    if name in _SEVERAL:
        return lambda codes: in_a_row((in_words(code) for code in codes.split()), "; ")
    if name in _ITEMS:
        return lambda items: in_a_row(
            (_item_label(definition, item) for item in items.split()), "; "
        )
    if name == _VERSION:
        return _as_it_stood
    if name in _ONE or name in _FIXED:
        return in_words
    return None


def _as_it_stood(_version: str) -> str:
    """Return which version somebody spoke about; its mark means nothing to people."""
    return phrase("The text that was signed when this was written down")


def _without_numbers(lines: str) -> str:
    """Return the rules that fired without their numbers, which mean nothing outside the rule book."""
    return in_a_row((_rule(*split_rule(line)) for line in lines.splitlines()), "\n")


def _rule(level: str, text: str) -> str:
    return in_a_row((in_words(level) if level else "", text), ": ")


def split_rule(line: str) -> tuple[str, str]:
    """Return the level of a rule that fired ("" where there is none) and why, from its stored line."""
    found = _RULE.match(line)
    return (found[1], found[2].strip()) if found else ("", line)


def _item_label(definition: FormDefinition, item: str) -> str:
    """Return the label of a coded item that is named by its question: ``d2_honour_now``."""
    items = definition.items_named(item.removesuffix(_NOW))
    label = in_language(items[0].label, None) if items else ""
    return label or item

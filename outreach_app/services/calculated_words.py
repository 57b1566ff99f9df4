"""Words for the codes that the rules write into calculated questions, for copies to read."""

from collections.abc import Callable, Mapping
from typing import Any

from outreach_app.domain.answers import Answers
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import in_language
from outreach_app.services.case_words import in_words

_NOW = "_now"
_SEVERAL = frozenset({"b_flags_open", "b_flags_suggested"})
_ONE = frozenset({"override_direction", "exit_kind_suggested"})
_ITEMS = frozenset({"fnr_item"})


def with_words(definition: FormDefinition, answers: Mapping[str, Any]) -> Answers:
    """Return the answers with words in place of codes where the form itself has none."""
    return {name: _worded(definition, name, value) for name, value in answers.items()}


def _worded(definition: FormDefinition, name: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        return with_words(definition, value)
    if isinstance(value, list):
        return [with_words(definition, row) for row in value]
    speak = _speaker(definition, name)
    return speak(value) if speak is not None and isinstance(value, str) else value


def _speaker(definition: FormDefinition, name: str) -> Callable[[str], str] | None:
    if name in _SEVERAL:
        return lambda codes: "; ".join(in_words(code) for code in codes.split())
    if name in _ONE:
        return in_words
    if name in _ITEMS:
        return lambda item: _item_label(definition, item)
    return None


def _item_label(definition: FormDefinition, item: str) -> str:
    """Return the label of a coded item that is named by its question: ``d2_honour_now``."""
    items = definition.items_named(item.removesuffix(_NOW))
    label = in_language(items[0].label, None) if items else ""
    return label or item

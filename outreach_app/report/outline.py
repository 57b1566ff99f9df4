"""A form as the readable copies see it: names, labels of one language, types and choices.

This is all that `report` needs to know of a form; it says nothing of conditions or calculations,
because a copy shows answers and never works any out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Group, Item, Question, Repeat, in_language
from outreach_app.engine.languages import code_of


class NodeKind(StrEnum):
    """What a node of a form is."""

    GROUP = "group"
    REPEAT = "repeat"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormNode:
    """A group, a repeat or a question.

    Attributes:
        data_type: XLSForm type of a question (`select_one`, `dateTime`, `calculate` …), "" else.
        label: In the language of the copy; "" when the form gives none.
        appearance: As written in the form.
        extras: The form's own attributes without prefix: `req`, `part`, `type`, `absent` …
        choices: Code to label, in the order of the list.
        absences: Code to one of `unknown`, `declined`, `not_asked`, `not_applicable`, for codes
            of this list that stand for no answer.
    """

    name: str
    kind: NodeKind
    label: str = ""
    data_type: str = ""
    appearance: str = ""
    extras: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    absences: Mapping[str, str] = field(default_factory=dict)
    children: "tuple[FormNode, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOutline:
    """A form in one language.

    Attributes:
        language: BCP 47 tag of the labels.
        references: Words for ids that answers of type `reference` hold.
    """

    form_id: str
    title: str
    version: str = ""
    language: str = "en-GB"
    children: tuple[FormNode, ...] = ()
    references: Mapping[str, str] = field(default_factory=dict)


def outline_of(
    form: FormDefinition,
    *,
    language: str | None = None,
    references: Mapping[str, str] | None = None,
) -> FormOutline:
    """Return a loaded form as the copies see it.

    Args:
        form: The form; lists that it takes from files are those it was loaded with.
        language: One of the form's languages by its own name, None for the first.
        references: Words for the ids of persons and documents that answers refer to.
    """
    named = language if language is not None else next(iter(form.languages), "")
    return FormOutline(
        form_id=form.form_id,
        title=form.title,
        version=form.version,
        language=code_of(named) or "en",
        children=_nodes(form.questions, language),
        references=dict(references or {}),
    )


def _nodes(items: Iterable[Item], language: str | None) -> tuple[FormNode, ...]:
    return tuple(_node(item, language) for item in items)


def _node(item: Item, language: str | None) -> FormNode:
    extras = {**item.extras, "part": item.part}
    label = in_language(item.label, language)
    if isinstance(item, Question):
        return FormNode(
            name=item.name,
            kind=NodeKind.QUESTION,
            label=label,
            data_type=item.type,
            appearance=item.appearance,
            extras=extras,
            choices={one.code: in_language(one.label, language) for one in item.choices},
            absences={
                one.code: one.extras["absence"] for one in item.choices if one.extras.get("absence")
            },
        )
    return FormNode(
        name=item.name,
        kind=NodeKind.REPEAT if isinstance(item, Repeat) else NodeKind.GROUP,
        label=label,
        appearance=item.appearance,
        extras=extras,
        children=_nodes(item.children, language) if isinstance(item, Group) else (),
    )

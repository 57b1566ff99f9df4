"""What an XForm says, as plain data: the step between its XML and the compiled form."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

Part = str | list[str]
"""A piece of a text: words, or a list of one expression whose value stands there."""

Element = list[Any]
"""An element of an instance: [name, text, children, attributes]."""


@dataclass(slots=True)
class Wording:
    """A text of the form: its own words, or the id of a translated one."""

    parts: list[Part] = field(default_factory=list)
    text_id: str = ""


@dataclass(slots=True)
class Bind:
    """A bind: conditions and metadata of one node.

    Attributes:
        path: Path from the root element.
        extras: Attributes in the program's own namespace, by local name.
        line: Line of the XML.
    """

    path: str
    type: str = "string"
    relevant: str = ""
    calculate: str = ""
    constraint: str = ""
    required: str = ""
    readonly: str = ""
    constraint_message: Wording | None = None
    required_message: Wording | None = None
    preload: str = ""
    preload_parameter: str = ""
    save_to: str = ""
    max_pixels: str = ""
    extras: dict[str, str] = field(default_factory=dict)
    line: int = 0


@dataclass(slots=True)
class ItemSet:
    """Choices taken from a node-set."""

    nodes: str
    value: str
    label: str
    label_is_text_id: bool = False


@dataclass(slots=True)
class Choice:
    """One choice written in the form's body."""

    value: str
    label: Wording


@dataclass(slots=True)
class Control:
    """A control of the body.

    Attributes:
        kind: ``input``, ``select``, ``select1``, ``rank``, ``upload``, ``trigger``, ``range``,
            ``group`` or ``repeat``.
        count: For a repeat: expression for the number of rows.
        fixed: For a repeat: the person may not add or remove rows.
        attributes: Everything else the element says (rows, start, mediatype …).
        order: Place in the body.
    """

    kind: str
    path: str
    appearance: str = ""
    label: Wording | None = None
    hint: Wording | None = None
    choices: list[Choice] = field(default_factory=list)
    items: ItemSet | None = None
    count: str = ""
    fixed: bool = False
    attributes: dict[str, str] = field(default_factory=dict)
    order: int = 0
    line: int = 0


@dataclass(slots=True)
class SetValue:
    """An action that gives a node a value when something happens."""

    path: str
    events: list[str]
    value: str = ""
    text: str = ""
    trigger: str = ""
    line: int = 0


@dataclass(slots=True)
class Instance:
    """A secondary instance: content, or the address of a file."""

    name: str
    source: str = ""
    content: Element | None = None


@dataclass(slots=True)
class FormModel:
    """Everything an XForm says.

    Attributes:
        form_id, version, title: From the primary instance and the head.
        root: Primary instance.
        repeats: Paths of the repeats.
        translations: Language to text id to form (``""``, ``guidance``, ``image`` …) to parts.
        languages: In order, the default first.
        notes: What the program leaves aside, for the author.
    """

    form_id: str
    version: str
    title: str
    root: Element
    binds: dict[str, Bind] = field(default_factory=dict)
    controls: list[Control] = field(default_factory=list)
    set_values: list[SetValue] = field(default_factory=list)
    instances: list[Instance] = field(default_factory=list)
    translations: dict[str, dict[str, dict[str, list[Part]]]] = field(default_factory=dict)
    languages: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Return the model as JSON values."""
        return asdict(self)


def _wording(data: dict[str, Any] | None) -> Wording | None:
    return Wording(**data) if data is not None else None


def _bind(data: dict[str, Any]) -> Bind:
    data["constraint_message"] = _wording(data["constraint_message"])
    data["required_message"] = _wording(data["required_message"])
    return Bind(**data)


def _control(data: dict[str, Any]) -> Control:
    data["label"] = _wording(data["label"])
    data["hint"] = _wording(data["hint"])
    data["choices"] = [Choice(c["value"], Wording(**c["label"])) for c in data["choices"]]
    data["items"] = ItemSet(**data["items"]) if data["items"] is not None else None
    return Control(**data)


def model_from_json(data: dict[str, Any]) -> FormModel:
    """Return the model that `FormModel.to_json` wrote.

    Raises:
        TypeError, KeyError: The data is not such a model.
    """
    data["binds"] = {path: _bind(bind) for path, bind in data["binds"].items()}
    data["controls"] = [_control(each) for each in data["controls"]]
    data["set_values"] = [SetValue(**each) for each in data["set_values"]]
    data["instances"] = [Instance(**each) for each in data["instances"]]
    return FormModel(**data)

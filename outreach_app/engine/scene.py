"""The pieces of a session that its readers share."""

from __future__ import annotations

from dataclasses import dataclass

from outreach_app.engine.addresses import Directory
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Item
from outreach_app.engine.live import LiveForm
from outreach_app.engine.nodes import LiveNode, Node
from outreach_app.engine.words import Speaker


@dataclass(frozen=True, slots=True)
class Scene:
    """A form being filled in, seen by its readers.

    Attributes:
        definition: The form.
        live: The nodes.
        speaker: Words and choices.
        directory: Addresses.
        items: What the form asks, by place index.
    """

    definition: FormDefinition
    live: LiveForm
    speaker: Speaker
    directory: Directory
    items: tuple[Item | None, ...]

    def item(self, node: LiveNode) -> Item | None:
        """Return what the form asks at a node."""
        return self.items[node.spec.index]

    def nodes_named(self, name: str, near: LiveNode) -> list[LiveNode]:
        """Return the nodes with a name that stand nearest to another node."""
        place: Node | None = near
        while isinstance(place, LiveNode):
            found = [node for node in place.walk() if node.name == name]
            if found:
                return found
            place = place.parent
        return []


def make_scene(definition: FormDefinition, live: LiveForm, speaker: Speaker) -> Scene:
    """Return the scene of a live form."""
    items = tuple(definition.item_at(spec.path) for spec in definition.compiled.specs)
    return Scene(definition, live, speaker, Directory(live), items)

"""What keeps a form from being saved, counted as initial, or signed: values, never exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Group, Item, Question, Repeat
from outreach_app.engine.lexical import EXPECTED, NotLexical, parse_answer
from outreach_app.engine.nodes import LiveNode
from outreach_app.engine.scene import Scene
from outreach_app.phrases import phrase


class Purpose(StrEnum):
    """What the answers are to be used for."""

    SAVE = "save"
    INITIAL = "initial"
    FINALISE = "finalise"


class ViolationKind(StrEnum):
    """What is wrong with an answer."""

    REQUIRED = "required"
    CONSTRAINT = "constraint"
    TYPE = "type"
    NOT_OFFERED = "not_offered"
    COUNT = "count"


LEVELS: dict[Purpose, frozenset[str]] = {
    Purpose.SAVE: frozenset(),
    Purpose.INITIAL: frozenset({"draft", "core"}),
    Purpose.FINALISE: frozenset({"draft", "core", "yes"}),
}
_WORDS = {
    ViolationKind.REQUIRED: phrase("This needs an answer."),
    ViolationKind.CONSTRAINT: phrase("This answer is not possible here."),
    ViolationKind.NOT_OFFERED: phrase("This choice is no longer offered."),
}
_SELECTS = frozenset({"select_one", "select_multiple", "rank"})


@dataclass(frozen=True, slots=True)
class Violation:
    """One answer that is missing or wrong.

    Attributes:
        address: Of the question, or of the repeat for a count.
        name: Node name.
        row_id: Innermost row the question stands in, empty outside repeats.
        kind: What is wrong.
        message: Words for the person filling in.
        level: ``draft``, ``core`` or ``yes`` for what is missing, else empty.
    """

    address: str
    name: str
    row_id: str
    kind: ViolationKind
    message: str
    level: str


class Examiner:
    """Examines the answers of one session, whatever they are at the time."""

    def __init__(self, scene: Scene) -> None:
        """Look at the answers of a scene."""
        self._scene = scene
        self._live = scene.live
        self._rules = scene.definition.compiled.rules
        self._items = scene.items
        self._absences = absences(scene.definition)
        named = (scene.definition.items_named(name) for name in self._absences.values())
        self.absence_paths = frozenset(item.path for found in named for item in found)

    def all(self, purpose: Purpose) -> Iterator[Violation]:
        """Yield every violation, in the form's order."""
        yield from self.below(self._live.root, purpose)

    def below(self, top: LiveNode, purpose: Purpose) -> Iterator[Violation]:
        """Yield the violations at and below a node, in the form's order."""
        if not top.relevant:
            return
        yield from self.of(top, purpose)
        for name, spec in top.spec.children.items():
            if spec.is_repeat:
                yield from self._rows(top, name, purpose)
            for child in top.rows(name):
                yield from self.below(child, purpose)

    def of(self, node: LiveNode, purpose: Purpose) -> Iterator[Violation]:
        """Yield the violations of one node."""
        item = self._items[node.spec.index]
        if isinstance(item, Question):
            if node.kept:
                yield from self._wrong(node, item)
            else:
                yield from self._missing(node, item, purpose)
        elif isinstance(item, Group) and not isinstance(item, Repeat):
            yield from self._missing_group(node, item, purpose)

    # ---- missing ----------------------------------------------------------------------------

    def level(self, node: LiveNode, item: Item) -> str:
        """Return the level at which a node needs an answer now; empty when it needs none."""
        closure = self._rules[node.spec.index].required
        written = item.extras.get("req", "")
        if closure is None:
            return written
        return (written or "yes") if self._live.ask(closure, node) else ""

    def is_satisfied(self, node: LiveNode, item: Item) -> bool:
        """Say whether a question is answered, or says why it is not."""
        if node.text:
            return True
        absence = self._absence(node, item)
        return absence is not None and bool(absence.text)

    def _absence(self, node: LiveNode, item: Item) -> LiveNode | None:
        name = self._absences.get(item.path)
        if name is None or not isinstance(node.parent, LiveNode):
            return None
        place: LiveNode | None = node.parent
        while isinstance(place, LiveNode):
            if place.rows(name):
                return place.only(name)
            place = place.parent if isinstance(place.parent, LiveNode) else None
        return None

    def _missing(self, node: LiveNode, item: Question, purpose: Purpose) -> Iterator[Violation]:
        if item.type == "note":
            return
        level = self.level(node, item)
        if level in LEVELS[purpose] and not self.is_satisfied(node, item):
            yield self._violation(node, ViolationKind.REQUIRED, level)

    def _missing_group(self, node: LiveNode, item: Group, purpose: Purpose) -> Iterator[Violation]:
        level = item.extras.get("req", "")
        if level not in LEVELS[purpose]:
            return
        leaves = [each for each in node.walk() if isinstance(self._scene.item(each), Question)]
        asked = [each for each in leaves if each.relevant]
        if not asked or any(each.text for each in asked) or self.is_satisfied(node, item):
            return
        inner = [self._scene.item(each) for each in asked]
        if not any(each is not None and each.extras.get("req") for each in inner):
            yield self._violation(asked[0], ViolationKind.REQUIRED, level)

    def _rows(self, parent: LiveNode, name: str, purpose: Purpose) -> Iterator[Violation]:
        spec = parent.spec.children[name]
        item = self._items[spec.index]
        least = item.extras.get("rows_at_least", "") if item is not None else ""
        if item is None or not least.isdigit() or not self.repeat_asked(parent, name):
            return
        level = item.extras.get("req", "") or "yes"
        rows = [r for r in parent.rows(name) if r.relevant and self._live.has_answers(r)]
        other = item.extras.get("rows_or", "")
        if level not in LEVELS[purpose] or len(rows) >= int(least):
            return
        if other and any(node.text for node in self._scene.nodes_named(other, parent)):
            return
        address = f"{parent.address}/{name}" if parent.address else name
        words = (
            phrase("At least one row is needed.")
            if least == "1"
            else phrase("At least {least} rows are needed.", least=least)
        )
        row_id = _row_of(parent)
        yield Violation(address, name, row_id, ViolationKind.COUNT, words, level)

    def repeat_asked(self, parent: LiveNode, name: str) -> bool:
        """Say whether a repeat is asked for now, with or without rows."""
        rows = parent.rows(name)
        if rows:
            return any(row.relevant for row in rows)
        return parent.relevant and self._live.would_be_relevant(parent, parent.spec.children[name])

    # ---- wrong ------------------------------------------------------------------------------

    def _wrong(self, node: LiveNode, item: Question) -> Iterator[Violation]:
        if not item.calculated and not self._is_lexical(node, item):
            words = phrase(
                "This should be {of_another_kind}.",
                of_another_kind=EXPECTED.get(item.type, "of another kind"),
            )
            yield self._violation(node, ViolationKind.TYPE, "", words)
            return
        if item.type in _SELECTS and not self._is_offered(node):
            yield self._violation(node, ViolationKind.NOT_OFFERED, "")
        closure = self._rules[node.spec.index].constraint
        if closure is not None and not self._live.ask(closure, node):
            yield self._violation(node, ViolationKind.CONSTRAINT, "")

    def _is_lexical(self, node: LiveNode, item: Question) -> bool:
        try:
            parse_answer(item.type, node.kept, self._live.env.zone)
        except NotLexical:
            return False
        return True

    def _is_offered(self, node: LiveNode) -> bool:
        offered = set(self._scene.speaker.codes(node))
        if not offered and not self._scene.speaker.listed(node):
            return True
        return all(code in offered for code in node.kept.split())

    def _violation(
        self, node: LiveNode, kind: ViolationKind, level: str, words: str = ""
    ) -> Violation:
        if not words:
            said = self._scene.speaker.words(node)
            own = {
                ViolationKind.REQUIRED: said.required_message,
                ViolationKind.CONSTRAINT: said.constraint_message,
            }.get(kind, "")
            words = own or _WORDS[kind]
        return Violation(node.address, node.name, _row_of(node), kind, words, level)


def _row_of(node: LiveNode) -> str:
    place: object = node
    while isinstance(place, LiveNode):
        if place.row_id:
            return place.row_id
        place = place.parent
    return ""


def absences(definition: FormDefinition) -> dict[str, str]:
    """Return, by path of a question or group, the name of the field that says why it is empty."""
    found: dict[str, str] = {}
    for spec in definition.compiled.specs:
        item = definition.item_at(spec.path) if spec.depth > 1 else None
        if item is None:
            continue
        name = item.extras.get("absent", "")
        if not name and spec.parent is not None and f"{item.name}_absent" in spec.parent.children:
            name = f"{item.name}_absent"
        if name:
            found[item.path] = name
    return found

"""The reading half of a session: questions as they stand, violations, progress, answers out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from outreach_app.engine.answers_io import Answers, join_answers, leaves, take_answers
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.errors import UnknownAddress
from outreach_app.engine.items import Question
from outreach_app.engine.live import LiveForm
from outreach_app.engine.nodes import LiveNode
from outreach_app.engine.progress import (
    Difference,
    Gap,
    SectionProgress,
    differences,
    gaps,
    progress_below,
    sections,
)
from outreach_app.engine.scene import make_scene
from outreach_app.engine.violations import Examiner, Purpose, Violation
from outreach_app.engine.words import OfferedChoice, Speaker

_OPTIONAL = frozenset({"text", "image", "file"})


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question as it stands now.

    Attributes:
        address, name, type, appearance: As in the form.
        label, hint, guidance: In the session's language, values filled in.
        choices: Offered now.
        relevant, readonly, required: Now.
        level: ``draft``, ``core`` or ``yes`` where an answer is needed, else empty.
        value: The answer as kept, whether relevant or not.
        previous: The answer of the previous document, which does not count by itself.
        extras: Attributes in the program's own namespace.
        violations: For signing.
    """

    address: str
    name: str
    type: str
    appearance: str
    label: str
    hint: str
    guidance: str
    choices: tuple[OfferedChoice, ...]
    relevant: bool
    readonly: bool
    required: bool
    level: str
    value: str
    previous: str
    extras: Mapping[str, str]
    parameters: Mapping[str, str]
    violations: tuple[Violation, ...]


class FormReading:
    """What can be asked of a form being filled in, without changing it.

    Attributes:
        definition: The form.
        live: The nodes; for the engine's own modules.
        speaker: Words and choices.
        directory: Addresses.
        examiner: Violations.
    """

    def __init__(
        self,
        definition: FormDefinition,
        live: LiveForm,
        speaker: Speaker,
        previous: Answers | None,
    ) -> None:
        """Read a live form; `previous` are the answers of the document before it."""
        self.definition = definition
        self.live = live
        self.speaker = speaker
        self._scene = make_scene(definition, live, speaker)
        self.directory = self._scene.directory
        self._previous: dict[str, str] = dict(leaves(previous)) if previous else {}
        self._unplaced: Answers = {}
        self.examiner = Examiner(self._scene)

    def question_at(self, node: LiveNode, address: str) -> Question:
        item = self._scene.item(node)
        if not isinstance(item, Question):
            raise UnknownAddress(address=address)
        return item

    # ---- reading ----------------------------------------------------------------------------

    def value(self, address: str) -> str:
        """Return the answer that counts: empty while the question is not asked."""
        return self.directory.node(address).text

    def kept(self, address: str) -> str:
        """Return the answer that is kept, also while the question is not asked."""
        return self.directory.node(address).kept

    def is_relevant(self, address: str) -> bool:
        """Say whether a question, group or row is asked for now."""
        return self.directory.node(address).relevant

    def is_repeat_asked(self, address: str) -> bool:
        """Say whether a repeat is asked for now, with or without rows."""
        holder, spec = self.directory.repeat(address)
        return self.examiner.repeat_asked(holder, spec.name)

    def unanswered(self) -> Iterator[str]:
        """Yield the questions asked now that have no answer, in the form's order.

        What says why another one has none, what reviews fill in, and texts that nobody needs are
        left out.
        """
        for node in self.live.root.walk():
            item = self._scene.item(node)
            if not node.relevant or not isinstance(item, Question) or not item.visible:
                continue
            if not item.answerable or item.path in self.examiner.absence_paths:
                continue
            if not self._is_optional(node, item) and not self.examiner.is_satisfied(node, item):
                yield node.address

    def previous(self) -> dict[str, str]:
        """Return the answers of the document before this one by address."""
        return dict(self._previous)

    def question(self, address: str) -> QuestionView:
        """Return a question as it stands now."""
        node = self.directory.node(address)
        item = self.question_at(node, address)
        said = self.speaker.words(node)
        readonly = self.definition.compiled.rules[node.spec.index].readonly
        level = self.examiner.level(node, item)
        return QuestionView(
            address=node.address,
            name=item.name,
            type=item.type,
            appearance=item.appearance,
            label=said.label,
            hint=said.hint,
            guidance=said.guidance,
            choices=self.speaker.offered(node),
            relevant=node.relevant,
            readonly=item.calculated or bool(readonly and self.live.ask(readonly, node)),
            required=bool(level),
            level=level,
            value=node.kept,
            previous=self._previous.get(node.address, ""),
            extras=item.extras,
            parameters=item.parameters,
            violations=tuple(self.examiner.of(node, Purpose.FINALISE)) if node.relevant else (),
        )

    def title(self) -> str:
        """Return the name this document gives itself (``instance_name``), or the form's title."""
        names = (n.text for n in self.live.root.walk() if n.spec.name.endswith("instanceName"))
        return next((name for name in names if name), self.definition.title)

    def label(self, address: str) -> str:
        """Return the label of a question, group or row, values filled in."""
        return self.speaker.label(self.directory.node(address))

    def questions(self, *, relevant_only: bool = True) -> Iterator[str]:
        """Yield the addresses of the questions, in the form's order, rows included."""
        for node in self.live.root.walk():
            if (node.relevant or not relevant_only) and isinstance(
                self._scene.item(node), Question
            ):
                yield node.address

    def violations(self, purpose: Purpose) -> tuple[Violation, ...]:
        """Return what is missing or wrong for a purpose, in the form's order."""
        return tuple(self.examiner.all(purpose))

    def progress(self) -> tuple[SectionProgress, ...]:
        """Return how far each section is."""
        return sections(self._scene, self.examiner)

    def progress_at(self, addresses: Iterable[str]) -> SectionProgress:
        """Return how far some questions, groups and repeats are, taken together.

        Unanswered texts that nobody needs are not counted: a section is done without them.
        """
        tops: list[LiveNode] = []
        for address in addresses:
            try:
                tops.append(self.directory.node(address))
            except UnknownAddress:
                holder, spec = self.directory.repeat(address)
                tops.extend(holder.rows(spec.name))
        return progress_below(self._scene, self.examiner, ("", ""), tops, self._is_optional)

    def _is_optional(self, node: LiveNode, item: Question) -> bool:
        """Say whether nobody misses an answer: a text without need, or a reviewer's word."""
        if item.extras.get("review"):
            return True
        return item.type in _OPTIONAL and not self.examiner.level(node, item)

    def gaps(self) -> tuple[Gap, ...]:
        """Return the answers that stand for “unknown” or “not asked”."""
        return gaps(self._scene)

    def diff(self, other: Answers) -> tuple[Difference, ...]:
        """Return what differs between other answers (old) and these (new)."""
        return differences(self._scene, other, self.answers())

    # ---- answers out ------------------------------------------------------------------------

    def answers(self) -> Answers:
        """Return the relevant answers."""
        return take_answers(self.live, _is_relevant, _is_relevant)

    def earlier(self) -> Answers:
        """Return what was answered and is not asked now, calculations left out."""
        rules = self.definition.compiled.rules
        found = take_answers(
            self.live,
            lambda node: not node.relevant and not rules[node.spec.index].calculated,
            lambda row: not row.relevant and self.live.has_answers(row),
        )
        return join_answers(found, self._unplaced)

    def all_answers(self) -> Answers:
        """Return everything a draft stores; a session begun with it is the same again."""
        found = take_answers(self.live, lambda node: True, lambda row: True)
        return join_answers(found, self._unplaced)

    def parts(self) -> dict[str, Answers]:
        """Return the relevant answers by export class, and ``earlier`` where there is something.

        A row stands in every part that has one of its answers, and in the part of its repeat.
        """
        part_at = self.definition.part_at
        names = {part_at(spec.index) for spec in self.definition.compiled.specs} | {"main"}
        found: dict[str, Answers] = {}
        for name in sorted(names):
            belongs = _belongs(name, part_at)
            part = take_answers(self.live, belongs, belongs)
            if part or name == "main":
                found[name] = part
        earlier = self.earlier()
        if earlier:
            found["earlier"] = earlier
        return found


def _is_relevant(node: LiveNode) -> bool:
    return node.relevant


def _belongs(name: str, part_at: Callable[[int], str]) -> Callable[[LiveNode], bool]:
    return lambda node: node.relevant and part_at(node.spec.index) == name

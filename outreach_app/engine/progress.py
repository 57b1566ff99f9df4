"""How far a form has been filled in, by section; gaps; differences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from outreach_app.engine.answers_io import leaves
from outreach_app.engine.errors import UnknownAddress
from outreach_app.engine.items import Question
from outreach_app.engine.nodes import LiveNode
from outreach_app.engine.scene import Scene
from outreach_app.engine.violations import Examiner, Purpose, ViolationKind

GAP_CODES = frozenset({"unknown", "not_asked"})
_MISSING = frozenset({ViolationKind.REQUIRED, ViolationKind.COUNT})


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """One top-level group.

    Attributes:
        name: Of the group; empty for questions outside groups.
        label: In the session's language.
        answered, total: Questions answered, and asked now.
        missing: Needed for signing and not there.
        errors: Answers that are wrong.
        relevant: The section is asked for now.
    """

    name: str
    label: str
    answered: int
    total: int
    missing: int
    errors: int
    relevant: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """A question whose answer is that it is not known or was not asked."""

    address: str
    name: str
    label: str
    code: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A question answered differently; an empty side means no answer."""

    address: str
    label: str
    old: str
    new: str


def sections(scene: Scene, examiner: Examiner) -> tuple[SectionProgress, ...]:
    """Return the progress of every top-level group, in the form's order."""
    found: list[SectionProgress] = []
    loose: list[LiveNode] = []
    for item in scene.definition.questions:
        nodes = scene.live.root.rows(item.name)
        if isinstance(item, Question):
            loose.extend(nodes if item.visible and item.answerable else [])
            continue
        label = scene.speaker.label(nodes[0]) if nodes else next(iter(item.label.values()), "")
        found.append(progress_below(scene, examiner, (item.name, label), nodes))
    if loose:
        found.insert(0, progress_below(scene, examiner, ("", scene.definition.title), loose))
    return tuple(found)


def progress_below(
    scene: Scene,
    examiner: Examiner,
    label: tuple[str, str],
    nodes: list[LiveNode],
    left_out: Callable[[LiveNode, Question], bool] = lambda _node, _item: False,
) -> SectionProgress:
    """Return the progress of some nodes and all below them.

    Args:
        scene: The form.
        examiner: Of its answers.
        label: Name and words of what is counted.
        nodes: Where to begin.
        left_out: Says which unanswered questions are not counted.
    """
    answered = total = 0
    for top in nodes:
        for node in top.walk():
            item = scene.item(node)
            if not isinstance(item, Question) or not item.visible or not item.answerable:
                continue
            if not node.relevant or item.path in examiner.absence_paths:
                continue
            satisfied = examiner.is_satisfied(node, item)
            if satisfied or not left_out(node, item):
                total += 1
                answered += satisfied
    wrong = [v for top in nodes for v in examiner.below(top, Purpose.FINALISE)]
    missing = sum(1 for violation in wrong if violation.kind in _MISSING)
    relevant = any(node.relevant for node in nodes)
    return SectionProgress(*label, answered, total, missing, len(wrong) - missing, relevant)


def gaps(scene: Scene) -> tuple[Gap, ...]:
    """Return the relevant answers that stand for “unknown” or “not asked”."""
    found: list[Gap] = []
    for node in scene.live.root.walk():
        item = scene.item(node)
        if not isinstance(item, Question) or not node.text or not item.choices:
            continue
        meaning = {
            choice.code: choice.extras.get("absence", choice.code) for choice in item.choices
        }
        found.extend(
            Gap(node.address, item.name, scene.speaker.label(node), meaning[code])
            for code in node.text.split()
            if meaning.get(code) in GAP_CODES
        )
    return tuple(found)


def differences(
    scene: Scene, other: Mapping[str, Any], own: Mapping[str, Any]
) -> tuple[Difference, ...]:
    """Return what differs between other answers (old) and the scene's own (new)."""
    old = dict(leaves(other))
    new = dict(leaves(own))
    found: list[Difference] = []
    for address in [*new, *(each for each in old if each not in new)]:
        before, after = old.get(address, ""), new.get(address, "")
        if before != after:
            found.append(Difference(address, _label(scene, address), before, after))
    return tuple(found)


def _label(scene: Scene, address: str) -> str:
    try:
        return scene.speaker.label(scene.directory.node(address))
    except UnknownAddress:
        name = address.rpartition("/")[2]
        items = scene.definition.items_named(name)
        return next(iter(items[0].label.values()), name) if items else name

"""Answers for every question of a form, the same at each run, to see how full documents look."""

from collections.abc import Iterable
from itertools import count
from typing import Any

from outreach_app.report.outline import FormNode, NodeKind
from tests.report.samples import ARABIC, GREEK, NOTE, VIETNAMESE

_ROWS = {"risks": 8, "goals": 9, "needs": 9, "actions": 3, "risk_actions": 2}
_SHORT = ("door stays locked", "GP, Thursday 10:30", VIETNAMESE, "after 10:00 only", GREEK)
_LONG = (NOTE, NOTE * 3, ARABIC, "Talked through with the client.")
_LEVELS = ("low", "medium", "high", "very_high")
_FINDINGS = ("supports", "contradicts", "incomplete", "not_applicable")


class Filler:
    """Fills forms; every third reason for no answer is given instead of an answer."""

    def __init__(self) -> None:
        self._next = count()

    def answers(self, nodes: Iterable[FormNode]) -> dict[str, Any]:
        """Return nested answers for these nodes."""
        filled: dict[str, Any] = {}
        for node in nodes:
            if node.name.endswith("_absent"):
                continue
            if node.kind is NodeKind.REPEAT:
                filled[node.name] = [
                    {**self.answers(node.children), "_id": f"r_{row}", "_order": f"{row:03}"}
                    for row in range(_ROWS.get(node.name, 2))
                ]
            elif node.kind is NodeKind.GROUP:
                inside = self.answers(node.children)
                if inside:
                    filled[node.name] = inside
            else:
                self._question(node, filled)
        return filled

    def _question(self, node: FormNode, filled: dict[str, Any]) -> None:
        turn = next(self._next)
        absent = node.extras.get("absent")
        if absent and turn % 3 == 0:
            filled[absent] = ("unknown", "declined", "not_asked", "not_applicable")[turn % 4]
            return
        value = self._value(node, turn)
        if value:
            filled[node.name] = value

    def _value(self, node: FormNode, turn: int) -> str:
        if node.choices:
            codes = list(node.choices)
            if node.data_type.startswith("select_multiple"):
                return " ".join(codes[:3])
            return codes[turn % len(codes)]
        if node.data_type == "text":
            texts = _LONG if "multiline" in node.appearance else _SHORT
            return texts[turn % len(texts)]
        if node.data_type == "calculate":
            return _calculated(node, turn)
        return {
            "date": f"2026-{1 + turn % 12:02}-{1 + turn % 28:02}",
            "dateTime": f"2026-02-{1 + turn % 28:02}T11:20:00.000+00:00",
            "integer": str(1 + turn % 9),
            "decimal": "2.5",
        }.get(node.data_type, "")


def _calculated(node: FormNode, turn: int) -> str:
    source = node.extras.get("source", "")
    if node.name.endswith("_key"):
        return f"{node.name[0].upper()}{turn % 9 + 1}"
    if node.name.endswith("_evidence"):
        return _FINDINGS[turn % 4]
    if node.name.endswith("_evidence_text"):
        return "Exit assessment 20 October 2026, medium; highest ever very high; reduced."
    if "band" in node.name or "level" in source:
        return _LEVELS[turn % 4]
    return "12" if "score" in node.name else ""

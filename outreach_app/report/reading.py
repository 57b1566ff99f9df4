"""Answers read through their form: only what is answered, in words, in the form's order.

The result is what both the PDF and the plain-text copy are made from. Compound questions (own
words, coded items, partial dates, signatures, exit checks) come back as one item each.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from outreach_app.domain.answers import ROW_ID, rows_in_order
from outreach_app.phrases import phrase
from outreach_app.report.dates import readable_date, readable_instant, readable_time
from outreach_app.report.outline import FormNode, FormOutline, NodeKind

ABSENCE_WORDS = {
    "unknown": "Not known",
    "declined": "Prefers not to say",
    "not_asked": "Not asked yet",
    "not_applicable": phrase("Does not apply"),
}
_LEVEL_WORDS = {
    "low": phrase("Low"),
    "medium": phrase("Medium"),
    "high": phrase("High"),
    "very_high": phrase("Very high"),
}
_FINDING_WORDS = {
    "supports": phrase("Supports"),
    "contradicts": phrase("Contradicts"),
    "incomplete": phrase("Incomplete"),
    "not_applicable": phrase("Does not apply"),
}
_TRUE_FALSE = {"true": phrase("Yes"), "false": phrase("No"), "OK": phrase("Yes")}
_REQUIRED = frozenset({"draft", "core", "yes"})


@dataclass(frozen=True, slots=True)
class Leaf:
    """One answered question, or one that says why it has no answer.

    Attributes:
        absence: Why there is no answer, "" for an answer.
        multiline: The form expects a longer text.
        wanted: The form asks for an answer.
    """

    name: str
    label: str
    words: str
    code: str = ""
    absence: str = ""
    multiline: bool = False
    wanted: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """Own words with who said them, in which language, when."""

    name: str
    label: str
    text: str
    attribution: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A coded item; codes with their words."""

    name: str
    label: str
    now: tuple[str, str]
    before: tuple[str, str]
    note: str


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature by hand or by word."""

    name: str
    label: str
    who: str
    how: str
    at: str
    detail: str


@dataclass(frozen=True, slots=True)
class Examined:
    """An exit check."""

    name: str
    label: str
    finding: tuple[str, str]
    evidence: str
    worker: str
    client: str
    reason: str
    supervisor: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a repeat; `title` is the answer that names it."""

    row_id: str
    title: str
    items: "tuple[Item, ...]"


@dataclass(frozen=True, slots=True)
class Rows:
    """A repeat with at least one row."""

    name: str
    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group with at least one answer."""

    name: str
    label: str
    items: "tuple[Item, ...]"


Item = Leaf | Spoken | Judged | Signed | Examined | Rows | Group


def read_answers(
    form: FormOutline, answers: Mapping[str, Any], *, without_parts: frozenset[str] = frozenset()
) -> tuple[Item, ...]:
    """Return what is answered, in the form's order.

    Args:
        form: The form in one language.
        answers: Nested answers of one document.
        without_parts: Export classes to leave out, such as ``staff`` for the client's copy.
    """
    return tuple(_items(form.children, answers, _Context(without_parts, form.references)))


@dataclass(frozen=True, slots=True)
class _Context:
    without: frozenset[str]
    references: Mapping[str, str]


def _items(
    nodes: Iterable[FormNode], answers: Mapping[str, Any], context: _Context
) -> Iterable[Item]:
    shown = [node for node in nodes if node.extras.get("part", "main") not in context.without]
    reasons = {node.extras["absent"] for node in shown if node.extras.get("absent")}
    known = {node.name: node for node in shown}
    for node in shown:
        if node.name in reasons:
            continue
        item = _item(node, answers, known, context)
        if item is not None:
            yield item


def _item(
    node: FormNode,
    answers: Mapping[str, Any],
    siblings: Mapping[str, FormNode],
    context: _Context,
) -> Item | None:
    if node.kind is NodeKind.QUESTION:
        return _leaf(node, answers, siblings, context.references)
    value = answers.get(node.name)
    if not value:
        return None
    if node.kind is NodeKind.REPEAT:
        return _rows(node, value, context)
    compound = _COMPOUNDS.get(node.extras.get("type", ""))
    if compound is not None:
        return compound(node, _Parts(node, value))
    items = tuple(_items(node.children, value, context))
    return Group(node.name, node.label, items) if items else None


def _leaf(
    node: FormNode,
    answers: Mapping[str, Any],
    siblings: Mapping[str, FormNode],
    references: Mapping[str, str],
) -> Leaf | None:
    value = str(answers.get(node.name, ""))
    multiline = "multiline" in node.appearance
    wanted = node.extras.get("req", "") in _REQUIRED
    if value and node.label:
        words = _words(node, value, references)
        absence = node.absences.get(value, "")
        return Leaf(node.name, node.label, words, value, absence, multiline, wanted)
    reason = node.extras.get("absent", "")
    code = str(answers.get(reason, ""))
    if value or not code:
        return None
    words = _words(siblings[reason], code) if reason in siblings else ""
    words = words if words and words != code else ABSENCE_WORDS.get(code, code)
    return Leaf(node.name, node.label, words, "", code, wanted=wanted)


def _words(node: FormNode, value: str, references: Mapping[str, str] | None = None) -> str:
    if node.choices or node.data_type.startswith("select"):
        codes = value.split(" ") if node.data_type.startswith("select_multiple") else [value]
        known = {**(references or {}), **node.choices}
        return "; ".join(known.get(code, code) for code in codes)
    return _VALUES.get(node.data_type, str)(value)


def calculated_in_words(value: str) -> str:
    """Return the value of a calculated question in words: levels, findings, yes and no, dates."""
    known = _LEVEL_WORDS | _FINDING_WORDS | _TRUE_FALSE
    return known.get(value) or readable_instant(value)


_VALUES: dict[str, Callable[[str], str]] = {
    "date": readable_date,
    "dateTime": readable_instant,
    "time": readable_time,
    "image": lambda _digest: phrase("Attached"),
    "file": lambda _digest: phrase("Attached"),
    "calculate": calculated_in_words,
    "acknowledge": lambda value: _TRUE_FALSE.get(value, value),
}


def _rows(node: FormNode, rows: list[dict[str, Any]], context: _Context) -> Rows | None:
    read = []
    for answers in rows_in_order(rows):
        items = tuple(_items(node.children, answers, context))
        if items:
            named = node.extras.get("row_label", "")
            title = next((_title(item) for item in items if item.name == named), "")
            read.append(Row(str(answers.get(ROW_ID, "")), title, items))
    return Rows(node.name, node.label, tuple(read)) if read else None


def _title(item: Item) -> str:
    if isinstance(item, Leaf):
        return "" if item.absence else item.words
    return item.text if isinstance(item, Spoken) else ""


class _Parts:
    """The leaves of a compound question by suffix."""

    def __init__(self, node: FormNode, answers: Mapping[str, Any]) -> None:
        self._name = node.name
        self._nodes = {child.name: child for child in node.children}
        self._answers = answers

    def code(self, suffix: str) -> str:
        return str(self._answers.get(f"{self._name}_{suffix}", ""))

    def words(self, suffix: str) -> str:
        code = self.code(suffix)
        node = self._nodes.get(f"{self._name}_{suffix}")
        return _words(node, code) if node is not None and code else code

    def both(self, suffix: str) -> tuple[str, str]:
        return self.code(suffix), self.words(suffix)

    def absence(self) -> tuple[str, str]:
        code = self.code("absent")
        words = self.words("absent")
        return code, words if words != code else ABSENCE_WORDS.get(code, code)


def _spoken(node: FormNode, parts: _Parts) -> Item | None:
    text = parts.code("text")
    if not text:
        return _absent(node, parts)
    language = parts.words("lang")
    if parts.code("interp") == "yes":
        language = f"{language}, interpreted" if language else "Interpreted"
    said = [parts.words("by"), language, parts.words("at")]
    return Spoken(node.name, node.label, text, "  ·  ".join(part for part in said if part))


def _judged(node: FormNode, parts: _Parts) -> Item | None:
    judged = Judged(
        node.name, node.label, parts.both("now"), parts.both("past"), parts.code("note")
    )
    return judged if any((judged.now[0], judged.before[0], judged.note)) else None


def _partial_date(node: FormNode, parts: _Parts) -> Item | None:
    year, month, day = parts.code("year"), parts.code("month"), parts.code("day")
    if not year:
        return _absent(node, parts)
    lexical = "-".join(part.zfill(2) for part in (year.zfill(4), month, day) if part)
    words = readable_date(lexical)
    basis = parts.words("basis")
    return Leaf(node.name, node.label, f"{words} ({basis})" if basis else words, lexical)


def _signed(node: FormNode, parts: _Parts) -> Item | None:
    if not parts.code("who"):
        return _absent(node, parts)
    detail = [parts.words("place"), parts.words("lang"), parts.words("interp")]
    return Signed(
        node.name,
        node.label,
        parts.code("who"),
        parts.words("method"),
        parts.words("at"),
        "  ·  ".join(part for part in detail if part),
    )


def _examined(node: FormNode, parts: _Parts) -> Item | None:
    code = parts.code("evidence")
    examined = Examined(
        node.name,
        node.label,
        (code, _FINDING_WORDS.get(code, code)),
        parts.code("evidence_text"),
        parts.words("worker"),
        parts.words("client"),
        parts.code("reason"),
        " – ".join(
            part for part in (parts.words("supervisor"), parts.code("supervisor_note")) if part
        ),
    )
    return examined if any((code, examined.worker, examined.client)) else None


def _absent(node: FormNode, parts: _Parts) -> Item | None:
    code, words = parts.absence()
    return Leaf(node.name, node.label, words, "", code) if code else None


_COMPOUNDS = {
    "own_words": _spoken,
    "coded_item": _judged,
    "date_partial": _partial_date,
    "signature": _signed,
    "exit_check": _examined,
}

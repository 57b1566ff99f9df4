"""A form being filled in: the contract between the engine and everything that shows or uses it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from outreach_app.engine.answers_io import (
    Answers,
    put_answers,
)
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.errors import (
    AnswerTooLong,
    AnswerType,
    FixedRows,
    NotAnswerable,
    TooManyRows,
    TooMuchWork,
    UnknownAddress,
)
from outreach_app.engine.instances import parse_csv, parse_document
from outreach_app.engine.items import Question
from outreach_app.engine.lexical import EXPECTED, MAX_ANSWER_BYTES, NotLexical, parse_answer
from outreach_app.engine.live import MAX_FIRST_STEPS, MAX_ROWS, LiveForm, environment
from outreach_app.engine.nodes import LiveNode, Node
from outreach_app.engine.order import order_between
from outreach_app.engine.reading import FormReading
from outreach_app.engine.start import start_form
from outreach_app.engine.words import Speaker

_SHOWN_CODES = 12


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """What one answer changed.

    Attributes:
        address: Full address of the question.
        old, new: Answer before and after; empty for none.
        affected: Addresses of everything whose value, relevance, choices or conditions may have
            changed, the question itself included.
    """

    address: str
    old: str
    new: str
    affected: tuple[str, ...]


class FormSession(FormReading):
    """One form with answers, kept consistent after every change."""

    def __init__(  # noqa: PLR0913  # each is a fact from outside with a name of its own
        self,
        definition: FormDefinition,
        *,
        answers: Answers | None = None,
        today: date,
        now: datetime,
        new_row_id: Callable[[], str],
        instances: Mapping[str, bytes] | None = None,
        language: str | None = None,
        previous: Answers | None = None,
        preloads: Mapping[str, str] | None = None,
    ) -> None:
        """Begin a new form, or go on with stored answers.

        Args:
            definition: The form.
            answers: Stored answers, irrelevant ones included; ``None`` begins with defaults.
            today: What today() gives.
            now: What now() gives; its zone is the local one.
            new_row_id: Makes ids for new rows.
            instances: Further instances by id, such as ``casefile`` (XML) or lists (CSV).
            language: One of the form's languages.
            previous: Answers of the previous document; shown, not counted.
            preloads: Values of properties such as ``username``.

        Raises:
            DamagedAnswers, DamagedInstance: What was given cannot be read.
            TooMuchWork: The form asks for more calculation than it may.
        """
        env = environment(today, now)
        env.instances = {**definition.instances, **_instances(instances or {})}
        live = LiveForm(definition.compiled, env, new_row_id)
        speaker = Speaker(definition, live, language)
        env.host = speaker
        live.begin(MAX_FIRST_STEPS)
        unplaced = put_answers(live, answers) if answers is not None else {}
        start_form(definition, live, preloads or {}, is_new=answers is None)
        super().__init__(definition, live, speaker, previous)
        self._unplaced = unplaced

    # ---- answering --------------------------------------------------------------------------

    def set_answer(self, address: str, value: str | Sequence[str]) -> AnswerChange:
        """Give a question an answer; an empty one clears it.

        Args:
            address: Full or short address.
            value: Text as typed, or codes of a select.

        Raises:
            UnknownAddress: No such question.
            NotAnswerable: It is calculated or only shows something.
            AnswerType: The text is not of the question's type.
            AnswerTooLong: More than 64 KiB.
            TooMuchWork: The answer set off too much calculation; it was taken back.
        """
        node = self.directory.node(address)
        item = self.question_at(node, address)
        if not item.answerable:
            raise NotAnswerable(question=item.name)
        text = self._lexical(node, item, value)
        old = node.kept
        return AnswerChange(node.address, old, text, self._change(node, text))

    def tell_time(self, now: datetime) -> None:
        """Let the clock go on: a form stays open for hours, and “now” must not be in its future."""
        self.live.env.now = now

    def _lexical(self, node: LiveNode, item: Question, value: str | Sequence[str]) -> str:
        try:
            text = parse_answer(item.type, value, self.live.env.zone)
        except NotLexical as error:
            raise AnswerType(question=item.name, expected=EXPECTED[item.type]) from error
        if len(text.encode()) > MAX_ANSWER_BYTES:
            raise AnswerTooLong(question=item.name, limit=MAX_ANSWER_BYTES)
        if text and item.type in {"select_one", "select_multiple", "rank"}:
            text = self._listed(item, text, node)
        return text

    def _listed(self, item: Question, text: str, node: LiveNode) -> str:
        """Check codes against the whole list and bring those of a select_multiple into its order.

        A code that is only filtered out now is taken, and is a violation until it is offered.
        """
        listed = self.speaker.listed(node)
        kept = set(node.kept.split())
        codes = text.split()
        if listed and any(code not in listed and code not in kept for code in codes):
            offered = self._offered_words(node, item)
            more = [*offered[:_SHOWN_CODES], *(["…"] if len(offered) > _SHOWN_CODES else [])]
            expected = f"{EXPECTED[item.type]}: {', '.join(more)}"
            raise AnswerType(question=item.name, expected=expected)
        if item.type != "select_multiple":
            return text
        order = {code: place for place, code in enumerate(self.speaker.codes(node))}
        return " ".join(sorted(codes, key=lambda code: order.get(code, len(order))))

    def _offered_words(self, node: LiveNode, item: Question) -> list[str]:
        """Return the codes that are offered now, or their labels where a code is only an id."""
        choices = self.question(node.address).choices
        as_labels = item.extras.get("type") == "reference"
        return [each.label if as_labels else each.code for each in choices]

    def _change(self, node: LiveNode, text: str) -> tuple[str, ...]:
        old = node.kept
        self.live.begin()
        try:
            self.live.set_value(node, text)
            self.live.settle()
        except TooMuchWork:
            self.live.give_up()
            self.live.begin(MAX_FIRST_STEPS)
            self.live.set_value(node, old)
            self.live.settle()
            raise
        return self._affected(node)

    def _affected(self, *first: LiveNode) -> tuple[str, ...]:
        addresses = dict.fromkeys(node.address for node in first)
        for node in self.live.touched().values():
            addresses[node.address] = None
        return tuple(addresses)

    def affected(self) -> tuple[str, ...]:
        """Return the addresses that the last change affected, as for rows and languages."""
        return self._affected()

    def set_language(self, language: str) -> None:
        """Speak another language of the form; calculations that quote labels follow."""
        self.speaker.speak(language)
        self.live.begin(MAX_FIRST_STEPS)
        self.live.sweep()

    def set_calculated(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """Give rows that the program's rules fill (``bind::outreach:source``) their values.

        Args:
            values: By name or address.

        Returns:
            Addresses affected.

        Raises:
            UnknownAddress: No such question.
            NotAnswerable: The form does not say that the program fills it.
        """
        nodes = {address: self.directory.node(address) for address in values}
        for address, node in nodes.items():
            self.question_at(node, address)
            if not self._is_filled_by_program(node):
                raise NotAnswerable(question=node.name)
            if len(values[address].encode()) > MAX_ANSWER_BYTES:
                raise AnswerTooLong(question=node.name, limit=MAX_ANSWER_BYTES)
        self.live.begin()
        for address, node in nodes.items():
            self.live.set_value(node, unicodedata.normalize("NFC", values[address]))
        self.live.settle()
        return self._affected(*nodes.values())

    def _is_filled_by_program(self, node: LiveNode) -> bool:
        place: Node | None = node
        while isinstance(place, LiveNode):
            item = self._scene.item(place)
            if item is not None and item.extras.get("source"):
                return True
            place = place.parent
        return False

    # ---- rows -------------------------------------------------------------------------------

    def rows(self, address: str) -> list[str]:
        """Return the ids of a repeat's rows, in order."""
        holder, spec = self.directory.repeat(address)
        return [row.row_id for row in holder.rows(spec.name)]

    def add_row(self, address: str, *, after: str | None = None, row_id: str | None = None) -> str:
        """Add a row to a repeat and return its id.

        Args:
            address: Of the repeat.
            after: Id of the row in front of it; at the end by default.
            row_id: Id the row is to have, as when it is carried over from a previous document.

        Raises:
            UnknownAddress: No such repeat or row.
            FixedRows: The form decides how many rows there are.
            TooManyRows: There are as many as there may be.
            TooMuchWork: The row set off too much calculation; it was taken back.
        """
        holder, spec = self.directory.repeat(address)
        rows = holder.rows(spec.name)
        if spec.index in self.definition.compiled.fixed_repeats:
            raise FixedRows(question=spec.name)
        if len(rows) >= MAX_ROWS:
            raise TooManyRows(question=spec.name, limit=MAX_ROWS)
        order = _order_after(rows, after, address)
        self.live.begin()
        row = self.live.make_row(holder, spec, row_id or self.live.new_row_id(), order)
        try:
            self.live.row_added(row)
            self.live.run_actions("odk-new-repeat", row)
            self.live.settle()
        except TooMuchWork:
            self.live.give_up()
            self.live.begin(MAX_FIRST_STEPS)
            self.live.drop_row(row)
            self.live.settle()
            raise
        return row.row_id

    def remove_row(self, address: str) -> None:
        """Remove a row with everything in it.

        Raises:
            UnknownAddress: No such row.
            FixedRows: The form decides how many rows there are.
        """
        row = self._row(address)
        self.live.begin()
        self.live.drop_row(row)
        self.directory.forget()
        self.live.settle()

    def move_row(self, address: str, after: str | None) -> None:
        """Put a row behind another one of its repeat, or first.

        Raises:
            UnknownAddress: No such row.
            FixedRows: The form decides how many rows there are.
        """
        row = self._row(address)
        if not isinstance(row.parent, LiveNode):
            raise UnknownAddress(address=address)
        others = [each for each in row.parent.rows(row.name) if each is not row]
        self.live.begin()
        self.live.move_row(row, _order_after(others, after or "", address))
        self.live.settle()

    def _row(self, address: str) -> LiveNode:
        row = self.directory.node(address)
        if not row.row_id:
            raise UnknownAddress(address=address)
        if row.spec.index in self.definition.compiled.fixed_repeats:
            raise FixedRows(question=row.name)
        return row

    # ---- previous document ------------------------------------------------------------------

    def confirm_unchanged(self, address: str) -> tuple[str, ...]:
        """Count the previous document's answers below an address as given again.

        Only what is asked now and has no answer yet is filled; free text is never copied. At a
        repeat, rows of the previous document that are not here come back under their old ids.

        Returns:
            Addresses of the questions filled.

        Raises:
            UnknownAddress: No such question, group, row or repeat.
        """
        tops = list(self._confirmed_tops(address))
        filled: list[str] = []
        for top in tops:
            for node in list(top.walk()):
                before = self._previous.get(node.address, "")
                item = self._scene.item(node)
                if not before or node.text or not node.relevant or not isinstance(item, Question):
                    continue
                if item.answerable and item.type not in {"text", "image", "file"}:
                    self._change(node, before)
                    filled.append(node.address)
        return tuple(filled)

    def _confirmed_tops(self, address: str) -> Iterable[LiveNode]:
        try:
            return [self.directory.node(address)]
        except UnknownAddress:
            holder, spec = self.directory.repeat(address)
        full = f"{holder.address}/{spec.name}" if holder.address else spec.name
        wanted = dict.fromkeys(
            each[len(full) + 1 :].partition("]")[0]
            for each in self._previous
            if each.startswith(f"{full}[")
        )
        present = {row.row_id for row in holder.rows(spec.name)}
        for row_id in wanted:
            if row_id not in present:
                self.add_row(full, row_id=row_id)
        return [row for row in holder.rows(spec.name) if row.row_id in wanted]


def _instances(files: Mapping[str, bytes]) -> dict[str, Node]:
    return {
        name.rpartition(".")[0] or name: (
            parse_document(content, name)
            if content.lstrip()[:1] == b"<"
            else parse_csv(content, name)
        )
        for name, content in files.items()
    }


def _order_after(rows: list[LiveNode], after: str | None, address: str) -> str:
    """Return an order behind a row; ``None`` means last, an empty text first."""
    orders = [row.order for row in rows]
    if after is None or not rows:
        return order_between(orders[-1] if orders else "", "")
    if not after:
        return order_between("", orders[0])
    place = next((n for n, row in enumerate(rows) if row.row_id == after), None)
    if place is None:
        raise UnknownAddress(address=f"{address}[{after}]")
    following = orders[place + 1] if place + 1 < len(orders) else ""
    return order_between(orders[place], following)

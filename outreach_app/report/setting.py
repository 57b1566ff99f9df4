"""Entries to blocks: how each kind of content is set on the page."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from outreach_app.report.blocks import CARD, QUOTATION, Block, Frame, Panel, Text, text
from outreach_app.report.content import (
    Card,
    Cards,
    Check,
    Checks,
    Coded,
    CodedItems,
    CodedRow,
    Entry,
    Field,
    FieldKind,
    Finding,
    MissingList,
    OwnWords,
    Paragraph,
    Photograph,
    RiskGrid,
    Section,
    Subsection,
    Table,
    Trend,
)
from outreach_app.report.drawings import Heading, Progress, RiskGridDrawing
from outreach_app.report.grids import Cell, Grid, Look
from outreach_app.report.lines import Span, TextStyle, Typesetter
from outreach_app.report.marks import Mark
from outreach_app.report.photographs import Beside, Photo, print_of
from outreach_app.report.styles import (
    ABSENT,
    BODY,
    GROUP,
    LABEL,
    LABEL_STRONG,
    PANEL,
    QUOTE,
    SECTION,
    SMALL,
    SMALL_INK,
    STRONG,
)
from outreach_app.report.trend import TrendDrawing

# A longer note leaves its narrow column and stands below the table.
_LONGEST_NOTE = 280
_FIELD_SHARES = (0.37, 0.63)
_CODE_MARKS = {
    "present": Mark.FULL,
    "possible": Mark.HALF,
    "unknown": Mark.RING,
    "not_asked": Mark.RING,
    "declined": Mark.DASH,
    "absent": Mark.DASH,
}
_FINDINGS = {
    Finding.SUPPORTS: (Mark.TICK, "Supports"),
    Finding.CONTRADICTS: (Mark.CROSS, "Contradicts"),
    Finding.INCOMPLETE: (Mark.RING, "Incomplete"),
    Finding.NOT_APPLICABLE: (Mark.DASH, "Does not apply"),
}


class Setter:
    """Turns entries into blocks, with one typesetter for the whole document."""

    def __init__(self, typesetter: Typesetter) -> None:
        """Keep the typesetter."""
        self.typesetter = typesetter

    def section(self, section: Section) -> list[Block]:
        """Return the heading of a section and what stands below it."""
        heading = Text(
            self.typesetter,
            (Span(section.title, SECTION),),
            before=24,
            keep_with_next=True,
            bookmark=0,
        )
        return [heading, *self._with_photograph(section)]

    def _with_photograph(self, section: Section) -> list[Block]:
        blocks = self.entries(section.entries)
        if section.photograph is None:
            return blocks
        shown = print_of(section.photograph.content)
        if shown is None:
            return [*blocks, *self._unseen(section.photograph)]
        return [Beside(tuple(blocks), shown)]

    def _unseen(self, photograph: Photograph) -> list[Block]:
        words = photograph.unseen
        return [self._fields([Field(photograph.label, words, FieldKind.ABSENT)])] if words else []

    def _photograph(self, entry: Photograph) -> list[Block]:
        shown = print_of(entry.content)
        if shown is None:
            return self._unseen(entry)
        return [self._label(entry.label), Photo(shown)]

    def entries(self, entries: Iterable[Entry]) -> list[Block]:
        """Return the blocks of entries; fields that follow each other share one table."""
        blocks: list[Block] = []
        for short, group in groupby(entries, key=_is_short):
            if short:
                blocks.append(self._fields([one for one in group if isinstance(one, Field)]))
            else:
                for entry in group:
                    blocks.extend(self._entry(entry))
        return blocks

    def _entry(self, entry: Entry) -> list[Block]:
        match entry:
            case Field():
                return self._long(entry)
            case OwnWords():
                return self._own_words(entry)
            case Paragraph():
                style = SMALL if entry.quiet else BODY
                return [text(self.typesetter, entry.text, style, before=6)]
            case Subsection():
                return [*self._title(entry.title, bookmark=1), *self.entries(entry.entries)]
            case Table() | MissingList() | CodedItems() | Checks():
                return self._tabular(entry)
        return self._drawn(entry)

    def _tabular(self, entry: Table | MissingList | CodedItems | Checks) -> list[Block]:
        match entry:
            case Table():
                return self._table(entry)
            case MissingList():
                return [self._missing(entry)]
            case CodedItems():
                return self._coded_items(entry)
        return [self._checks(entry)]

    def _drawn(self, entry: Cards | Trend | RiskGrid | Photograph) -> list[Block]:
        match entry:
            case Photograph():
                return self._photograph(entry)
            case Cards():
                return self._cards(entry)
            case Trend():
                return [TrendDrawing(self.typesetter, entry)] if entry.points else []
        return [RiskGridDrawing(self.typesetter, entry)]

    def _title(self, words: str, *, bookmark: int | None = None) -> list[Block]:
        if not words:
            return []
        return [
            Text(
                self.typesetter,
                (Span(words, GROUP),),
                before=14,
                keep_with_next=True,
                bookmark=bookmark,
            )
        ]

    def _fields(self, fields: Sequence[Field]) -> Block:
        rows = tuple(
            (
                _cell(field.label, LABEL),
                _cell(field.value, ABSENT if field.kind is FieldKind.ABSENT else BODY),
            )
            for field in fields
        )
        return Grid(self.typesetter, Look(_FIELD_SHARES, pad=3.2), rows, before=5)

    def _long(self, field: Field) -> list[Block]:
        return [
            self._label(field.label),
            text(self.typesetter, field.value, BODY, before=1),
        ]

    def _own_words(self, entry: OwnWords) -> list[Block]:
        content: list[Block] = [text(self.typesetter, f"“{entry.text.strip()}”", QUOTE)]
        if entry.attribution:
            content.append(text(self.typesetter, entry.attribution, SMALL, before=2))
        panel = Panel(tuple(content), QUOTATION, before=3, whole_below=60)
        return [self._label(entry.label), panel] if entry.label else [panel]

    def _label(self, words: str) -> Block:
        return Text(self.typesetter, (Span(words, LABEL_STRONG),), before=10, keep_with_next=True)

    def _coded_items(self, entry: CodedItems) -> list[Block]:
        blocks = self._title(entry.title, bookmark=1)
        if entry.rows:
            blocks.append(self._coded_grid(entry.rows))
        for row in entry.rows:
            if len(row.note) > _LONGEST_NOTE:
                blocks.extend(self._long(Field(row.label, row.note)))
        for words, labels in (
            ("Not present", entry.absent),
            ("Does not apply", entry.not_applicable),
        ):
            if labels:
                spans = (
                    Span(f"{words} ({len(labels)}):  ", LABEL_STRONG),
                    Span("; ".join(labels) + ".", SMALL),
                )
                blocks.append(Text(self.typesetter, spans, before=6))
        return blocks

    def _coded_grid(self, coded: Sequence[CodedRow]) -> Block:
        # A first assessment has no answers from before: then there is no column for them.
        before = any(row.before.words for row in coded)
        noted = any(row.note for row in coded)
        shares = (0.34 if noted else 0.52, 0.22, *(0.16,) * before, *(0.31,) * noted)
        head = ("Item", "Now", *("Before",) * before, *("What was seen or said",) * noted)
        rows = tuple(
            (
                _cell(row.label, BODY),
                _coded_cell(row.now, STRONG if row.now.code == "present" else BODY),
                *((_coded_cell(row.before, SMALL_INK, marked=False),) if before else ()),
                *((_note_cell(row.note),) if noted else ()),
            )
            for row in coded
        )
        return Grid(self.typesetter, Look(shares, pad=3.2), rows, head, before=4)

    def _table(self, entry: Table) -> list[Block]:
        shares = entry.shares or tuple(1.0 for _ in entry.columns)
        kept = [
            place
            for place in range(len(entry.columns))
            if place == 0 or any(row[place] for row in entry.rows)
        ]
        details = entry.details or ("",) * len(entry.rows)
        rows = tuple(
            (
                Cell((Span(row[0], BODY), *((Span(f"\n{below}", SMALL),) if below else ()))),
                *(_cell(row[place], SMALL_INK) for place in kept[1:]),
            )
            for row, below in zip(entry.rows, details, strict=True)
        )
        look = Look(tuple(shares[place] for place in kept), pad=3.4)
        head = tuple(entry.columns[place] for place in kept)
        grid = Grid(self.typesetter, look, rows, head, before=8)
        return [*self._title(entry.title), grid]

    def _missing(self, entry: MissingList) -> Block:
        rows = tuple(
            (
                _cell(row.question, BODY, Mark.RING),
                _cell(row.why, SMALL_INK),
                _cell(row.place, SMALL),
            )
            for row in entry.rows
        )
        head = ("Question", "Why it is open", "Part")
        look = Look((0.52, 0.22, 0.26), pad=3)
        return Grid(self.typesetter, look, rows, head, before=4)

    def _cards(self, entry: Cards) -> list[Block]:
        blocks = self._title(entry.title, bookmark=1)
        blocks.extend(self._card(card) for card in entry.cards)
        return blocks

    def _card(self, card: Card) -> Block:
        heading = Heading(
            self.typesetter, Span(card.title, GROUP), card.tag, card.level, card.level_words
        )
        content: list[Block] = [heading]
        if card.summary:
            content.append(text(self.typesetter, card.summary, SMALL, before=1))
        if card.done[1]:
            content.append(Progress(self.typesetter, *card.done))
        content.extend(self.entries(card.entries))
        words = f"{card.tag} {card.title}".strip()
        continued = Span(f"{words}, continued", SMALL)
        return Panel(
            _without_last_rule(content),
            CARD,
            self.typesetter,
            before=9,
            continued=continued,
            anchor=words,
        )

    def _checks(self, entry: Checks) -> Block:
        rows = tuple(self._check(check) for check in entry.rows)
        head = ("Check", "Evidence and reason", "Judged")
        look = Look((0.28, 0.52, 0.2), pad=4.5)
        return Grid(self.typesetter, look, rows, head, before=6)

    def _check(self, check: Check) -> tuple[Cell, ...]:
        mark, words = _FINDINGS[check.finding]
        finding = f"{words}: " if check.evidence else words
        note = (Span(f"\n{check.note}", SMALL),) if check.note else ()
        client = (Span(f"\nClient: {check.client}", SMALL),) if check.client else ()
        tag = (Span(f"{check.tag}  ", LABEL_STRONG),) if check.tag else ()
        return (
            Cell((*tag, Span(check.title, STRONG))),
            Cell((Span(finding, STRONG), Span(check.evidence, SMALL_INK), *note), mark),
            Cell((Span(check.worker or "–", STRONG), *client)),
        )


def panel_of(blocks: Sequence[Block], *, before: float = 10) -> Block:
    """Return blocks on the quiet ground of the cover."""
    return Panel(tuple(blocks), Frame(fill=PANEL, radius=4), before=before)


def _without_last_rule(content: Sequence[Block]) -> tuple[Block, ...]:
    # The frame of the card closes the last table.
    *others, last = content
    return (*others, replace(last, closed=False) if isinstance(last, Grid) else last)


def _is_short(entry: Entry) -> bool:
    return isinstance(entry, Field) and entry.kind is not FieldKind.LONG


def _cell(words: str, style: TextStyle, mark: Mark | None = None) -> Cell:
    return Cell((Span(words, style),), mark)


def _note_cell(note: str) -> Cell:
    return _cell("See below the table." if len(note) > _LONGEST_NOTE else note, SMALL_INK)


def _coded_cell(coded: Coded, style: TextStyle, *, marked: bool = True) -> Cell:
    return _cell(coded.words, style, _CODE_MARKS.get(coded.code) if marked else None)

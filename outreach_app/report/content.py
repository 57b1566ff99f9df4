"""What a readable copy says, as plain data: no fonts, no pages, no forms.

Every text is already in words for people: labels instead of codes, dates as `3 February 2026`.
Codes appear only where a shape or a colour is chosen by them. References stand in for names in
`reference`, `title` and `footer`, because these reach headers and the data about the file.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class FieldKind(StrEnum):
    """How the value of a field is set: beside its label, below it, or as a reason for no value."""

    SHORT = "short"
    LONG = "long"
    ABSENT = "absent"


class Finding(StrEnum):
    """What the evidence says about one exit check."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    INCOMPLETE = "incomplete"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Field:
    """One answered question."""

    label: str
    value: str
    kind: FieldKind = FieldKind.SHORT


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a person said, unchanged. `attribution` names who, in which language, when."""

    label: str
    text: str
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Coded:
    """One code and its words; both empty where nothing was answered."""

    code: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class CodedRow:
    """One item of structured judgement: now, before, and what was seen."""

    label: str
    now: Coded
    before: Coded = Coded()
    note: str = ""


@dataclass(frozen=True, slots=True)
class CodedItems:
    """Items of one domain. Those that are absent or do not apply are named in one sentence."""

    rows: tuple[CodedRow, ...]
    absent: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of short texts.

    Attributes:
        shares: Widths of the columns relative to each other.
        details: For each row small words below its first cell, "" for none.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...] = ()
    title: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain words; `quiet` sets them small."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """One question without an answer that matters: where it stands and why it is open."""

    question: str
    why: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class MissingList:
    """All that is not known yet."""

    rows: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One row of a repeat that is too wide for a table, or one goal.

    Attributes:
        tag: Short label such as ``R1`` or ``G2``.
        level: Code of a risk level or of a goal's status; chooses shape and colour of
            `level_words`.
        done: Finished steps and all steps; all 0 for no progress bar.
    """

    title: str
    tag: str = ""
    level: str = ""
    level_words: str = ""
    summary: str = ""
    done: tuple[int, int] = (0, 0)
    entries: "tuple[Entry, ...]" = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards below each other, with an optional title."""

    cards: tuple[Card, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One assessment: the level that the rules indicate, the level judged, the client's number.

    Attributes:
        feeling: 0 not at all safe to 10 completely safe, None when not asked.
    """

    on: date
    indicated: str
    judged: str
    feeling: int | None = None


@dataclass(frozen=True, slots=True)
class TrendEvent:
    """Something that happened and that the drawing marks."""

    on: date
    words: str


@dataclass(frozen=True, slots=True)
class Trend:
    """Risk over time. `levels` gives the words for the level codes, lowest first."""

    points: tuple[TrendPoint, ...]
    events: tuple[TrendEvent, ...] = ()
    levels: tuple[tuple[str, str], ...] = (
        ("low", "Low"),
        ("medium", "Medium"),
        ("high", "High"),
        ("very_high", "Very high"),
    )


@dataclass(frozen=True, slots=True)
class RiskPlace:
    """One risk in the grid of likelihood and severity, each 1 to 5."""

    tag: str
    likelihood: int
    severity: int


@dataclass(frozen=True, slots=True)
class RiskGrid:
    """The five by five grid; `axes` names likelihood and severity."""

    risks: tuple[RiskPlace, ...]
    axes: tuple[str, str] = ("Likelihood", "Severity")


@dataclass(frozen=True, slots=True)
class Check:
    """One exit check with its evidence."""

    tag: str
    title: str
    finding: Finding
    evidence: str
    worker: str = ""
    client: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Checks:
    """The exit checks."""

    rows: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Subsection:
    """A titled part of a section."""

    title: str
    entries: "tuple[Entry, ...]"


@dataclass(frozen=True, slots=True)
class Photograph:
    """A file that somebody attached, as it is; what cannot be shown as a picture is said in words.

    Attributes:
        content: Of the file: JPEG or PNG.
        unseen: Words that stand in its place when it cannot be shown.
    """

    label: str
    content: bytes = field(repr=False)
    unseen: str = ""


Entry = (
    Field
    | Photograph
    | OwnWords
    | CodedItems
    | Table
    | Paragraph
    | MissingList
    | Cards
    | Trend
    | RiskGrid
    | Checks
    | Subsection
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document with a place in its outline.

    Attributes:
        name: The form's own name for it.
        photograph: Stands beside the entries, None for none.
    """

    title: str
    entries: tuple[Entry, ...]
    name: str = ""
    photograph: Photograph | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A safety flag that is open."""

    title: str
    since: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the cover."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintDocument:
    """A whole document, ready to be set.

    Attributes:
        title: What kind of document; with the reference it names the file.
        reference: Case or client reference, never a name.
        level, level_words: Risk level for the cover, "" for documents that have none.
        open_flags: None when the document says nothing about flags; empty when none is open.
        flags_on: The day on which they are open, in words; "" where the document is as new.
        flags_then: Which flags were open on the document's own, earlier day; "" where it is today's.
        state: One line about signature and review, such as "Signed 3 February 2026, 11:40".
        warning: "" or a line in a bar above the title, such as "Draft, not signed".
        made_at: Instant of making; part of the input, so the same input gives the same bytes.
        language: BCP 47 tag of the labels.
    """

    title: str
    reference: str
    made_at: datetime
    subtitle: str = ""
    level: str = ""
    level_words: str = ""
    facts: tuple[Fact, ...] = ()
    open_flags: tuple[Flag, ...] | None = None
    flags_on: str = ""
    flags_then: str = ""
    sections: tuple[Section, ...] = ()
    state: str = ""
    warning: str = ""
    marking: str = "Confidential"
    organisation: str = ""
    language: str = "en-GB"

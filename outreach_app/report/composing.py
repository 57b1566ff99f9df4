"""From a form and its answers to a document: sections in print order, tables, cards, gaps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from outreach_app.report.companions import with_companions
from outreach_app.report.content import (
    Cards,
    Check,
    Checks,
    Coded,
    CodedItems,
    CodedRow,
    Entry,
    Fact,
    Field,
    FieldKind,
    Finding,
    Missing,
    MissingList,
    OwnWords,
    PrintDocument,
    Section,
    Subsection,
    Table,
)
from outreach_app.report.outline import FormOutline
from outreach_app.report.reading import (
    ABSENCE_WORDS,
    Examined,
    Group,
    Item,
    Judged,
    Leaf,
    Rows,
    Signed,
    Spoken,
    read_answers,
)
from outreach_app.report.repeats import rows_as_entries, shortened

# Print order by form; sections that a form has beyond these follow in the form's order, before
# the last ones. "" is the place of what is not known yet.
_FIRST_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "risk_assessment": (
        *("section_b", "section_k", "section_h", "section_g", "section_e", "section_f"),
        *("", "section_i", "section_j", "section_c", "section_d"),
    ),
}
_LAST_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "risk_assessment": ("section_l", "section_o"),
}
# A longer value stands below its label; an answer of a question for long texts does so sooner.
_LONG_VALUE = 110
_LONG_TEXT = 60
_GAP_ABSENCES = frozenset({"unknown", "not_asked", "declined"})
_FINDINGS = {finding.value: finding for finding in Finding}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFrame:
    """What surrounds the answers of one document: everything that is not in the form.

    Attributes:
        missing: Questions still to be answered, from whoever knows which of them apply.
        withheld: Names of signed parts that this copy does not hold, in words.
        without_parts: Export classes that this copy leaves out, such as ``staff``.
    """

    document: PrintDocument
    missing: tuple[Missing, ...] = ()
    withheld: tuple[str, ...] = ()
    without_parts: frozenset[str] = frozenset()


def document_from_form(
    form: FormOutline, answers: Mapping[str, Any], frame: DocumentFrame
) -> PrintDocument:
    """Return the document of one form: the frame's cover with sections made from the answers.

    Args:
        form: The form in the language of the copy.
        answers: Nested answers; the labels of external lists stand in the form's choices.
        frame: Cover, state and what else is not in the form.
    """
    items = read_answers(form, answers, without_parts=frame.without_parts)
    sections = {item.name: _section(item) for item in items if isinstance(item, Group)}
    loose = tuple(item for item in items if not isinstance(item, Group))
    if loose:
        sections = {form.form_id: Section(form.title, entries_of(loose), form.form_id), **sections}
    missing = (*_not_known(items, ""), *frame.missing)
    if missing:
        sections[""] = Section("Not known yet", (MissingList(missing),))
    facts = frame.document.facts
    if frame.withheld:
        facts = (*facts, Fact("Not in this copy", "; ".join(frame.withheld)))
    return replace(
        frame.document,
        title=frame.document.title or form.title,
        language=form.language,
        facts=facts,
        sections=(*_in_print_order(form.form_id, sections), *frame.document.sections),
    )


def gaps_once(sections: Sequence[Section], label: str) -> tuple[Section, ...]:
    """Return the sections with the field of the gaps without those that “Not known yet” lists.

    Args:
        sections: The sections of a document.
        label: The label of the field whose lines are gaps, "" for a form that has none.
    """
    listed = {
        row.question
        for section in sections
        for entry in section.entries
        if isinstance(entry, MissingList)
        for row in entry.rows
    }
    return tuple(
        replace(
            section, entries=tuple(_gaps_left(entry, label, listed) for entry in section.entries)
        )
        for section in sections
    )


def _gaps_left(entry: Entry, label: str, listed: set[str]) -> Entry:
    if not label or not isinstance(entry, Field) or entry.label != label:
        return entry
    gaps = entry.value.split("\n")
    left = [gap for gap in gaps if gap not in listed]
    if len(left) == len(gaps):
        return entry
    if not left:
        return Field(label, "Those under “Not known yet”", FieldKind.SHORT)
    further = "\n".join(left)
    return Field(f"{label}, beyond those under “Not known yet”", further, FieldKind.LONG)


def entries_of(items: Iterable[Item]) -> tuple[Entry, ...]:
    """Return entries; coded items, exit checks and signatures that follow each other share one."""
    entries: list[Entry] = []
    for kind, group in groupby(items, key=type):
        together = _TOGETHER.get(kind)
        if together is not None:
            entries.extend(together(list(group)))
        else:
            for item in group:
                entries.extend(_entry(item))
    return with_companions(entries)


def _section(group: Group) -> Section:
    title = group.label or group.name
    entries = tuple(_without_title(entry, title) for entry in entries_of(group.items))
    return Section(title, entries, group.name)


def _without_title(entry: Entry, title: str) -> Entry:
    # A repeat that fills its section has the section's own name; once is enough.
    if isinstance(entry, Table) and entry.title == title:
        return replace(entry, title="")
    if isinstance(entry, Cards) and entry.title == title:
        return replace(entry, title="")
    return entry


def _entry(item: Item) -> tuple[Entry, ...]:
    match item:
        case Leaf():
            return (_field(item),)
        case Spoken():
            return (OwnWords(item.label, item.text, item.attribution),)
        case Rows():
            return rows_as_entries(item, entries_of)
        case Group():
            entries = entries_of(item.items)
            return (Subsection(item.label, entries),) if item.label else entries
    return ()


def _field(leaf: Leaf) -> Field:
    if leaf.absence:
        return Field(leaf.label, leaf.words, FieldKind.ABSENT)
    most = _LONG_TEXT if leaf.multiline else _LONG_VALUE
    long = "\n" in leaf.words or len(leaf.words) > most
    return Field(leaf.label, leaf.words, FieldKind.LONG if long else FieldKind.SHORT)


def _coded_items(items: Sequence[Item]) -> tuple[Entry, ...]:
    judged = [item for item in items if isinstance(item, Judged)]
    told = [item for item in judged if not _needs_no_row(item)]
    rows = tuple(
        CodedRow(item.label, Coded(*item.now), Coded(*item.before), item.note) for item in told
    )
    named = {
        code: tuple(item.label for item in judged if _needs_no_row(item) and item.now[0] == code)
        for code in ("absent", "not_applicable")
    }
    return (CodedItems(rows, named["absent"], named["not_applicable"]),)


def _needs_no_row(item: Judged) -> bool:
    quiet = {"absent", "not_applicable"}
    return item.now[0] in quiet and item.before[0] in {"", *quiet} and not item.note


def _checks(items: Sequence[Item]) -> tuple[Entry, ...]:
    rows = tuple(
        Check(
            "",
            item.label,
            _FINDINGS.get(item.finding[0], Finding.INCOMPLETE),
            item.evidence,
            item.worker,
            item.client,
            " – ".join(part for part in (item.reason, item.supervisor) if part),
        )
        for item in items
        if isinstance(item, Examined)
    )
    return (Checks(rows),)


def _signatures(items: Sequence[Item]) -> tuple[Entry, ...]:
    rows = tuple(
        (f"{item.label}: {item.who}", item.how, item.at, item.detail)
        for item in items
        if isinstance(item, Signed)
    )
    head = ("Signed by", "How", "When", "Where and in which language")
    return (Table(head, rows, (0.3, 0.22, 0.23, 0.25)),)


_TOGETHER = {Judged: _coded_items, Examined: _checks, Signed: _signatures}


def _not_known(items: Iterable[Item], place: str) -> Iterable[Missing]:
    for item in items:
        match item:
            case Leaf() if item.wanted and item.absence in _GAP_ABSENCES:
                yield Missing(item.label, ABSENCE_WORDS[item.absence], place)
            case Leaf() if not item.code and item.absence in _GAP_ABSENCES:
                yield Missing(item.label, item.words, place)
            case Judged() if item.now[0] in _GAP_ABSENCES:
                yield Missing(item.label, ABSENCE_WORDS[item.now[0]], place)
            case Group():
                yield from _not_known(item.items, item.label or place)
            case Rows():
                for row in item.rows:
                    yield from _not_known(row.items, shortened(row.title, 48) or item.label)


def _in_print_order(form_id: str, sections: Mapping[str, Section]) -> Iterable[Section]:
    first = _FIRST_SECTIONS.get(form_id, ())
    last = _LAST_SECTIONS.get(form_id, ())
    if "" not in first:
        last = ("", *last)
    between = [name for name in sections if name not in first and name not in last]
    return (sections[name] for name in (*first, *between, *last) if name in sections)

"""What is recorded already and need not be asked again: papers, addresses, and who wrote it when."""

from collections.abc import Iterator
from dataclasses import dataclass

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.day_words import long_date
from outreach_app.domain.documents import PartName, Revision
from outreach_app.domain.records import Record
from outreach_app.domain.values import rows_of, text_of
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.case_people import channels_of, dependants_of
from outreach_app.services.case_words import CaseWords
from outreach_app.services.dependant_records import record_of
from outreach_app.services.instants import day_of
from outreach_app.services.workspace import Workspace

_CLIENT, _CASE = "client", "case"
_LINES = ("addr_line1", "addr_town", "addr_postcode")
_PLACE = (*_LINES, "addr_la", "addr_kind", "addr_room", "no_fixed_address")
_MISSING = frozenset({"lost", "held_exploiter"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of the client and where it is.

    Attributes:
        is_gone: It is lost, or an exploiter has it.
    """

    kind: str
    status: str
    where: str
    is_gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the client lived from one version of the record on.

    Attributes:
        place: Street, town and postcode; "" for no fixed address.
        kind: What kind of place, in words.
        is_confidential: It is not told anybody unless the record says otherwise.
        known_to_exploiter: An exploiter knows it, or may.
        since: The day on which it was recorded, and by whom.
    """

    place: str
    kind: str
    is_confidential: bool
    known_to_exploiter: bool
    since: str


def recorded_by(record: Record | None, words: CaseWords) -> str:
    """Return out of which document something is known, by whom and when; "" for no document."""
    if record is None:
        return ""
    return phrase(
        "Already recorded: {document}, {who}, {day}",
        document=words.form(record.form_id),
        who=in_a_row(words.initials(each) for each in sorted(record.author_ids)),
        day=long_date(record.at.date()),
    )


def papers_of(case_file: CaseFile, words: CaseWords) -> tuple[Paper, ...]:
    """Return the client's papers, those that are gone first."""
    found = [
        Paper(
            kind=words.choice(_CASE, "doc_kind", text_of(row, "doc_kind")),
            status=words.choice(_CASE, "doc_status", text_of(row, "doc_status")),
            where=text_of(row, "doc_where"),
            is_gone=text_of(row, "doc_status") in _MISSING,
        )
        for row in rows_of(case_file.case, "documents_held")
        if text_of(row, "doc_kind")
    ]
    return tuple(sorted(found, key=lambda each: not each.is_gone))


def addresses_of(
    workspace: Workspace, case_file: CaseFile, words: CaseWords
) -> tuple[Address, ...]:
    """Return where the client lives and lived, the present place first.

    Versions whose places are not held here are left out.
    """
    record = case_file.newest(_CLIENT)
    if record is None:
        return ()
    history = workspace.vault.revisions.history(record.document_id)
    return tuple(_places(history, words))[::-1]


def _places(history: tuple[Revision, ...], words: CaseWords) -> Iterator[Address]:
    before: tuple[str, ...] = ()
    for revision in history:
        if not revision.counted or PartName.LOCATION.value in revision.withheld():
            continue
        flat = revision.flat()
        now = tuple(text_of(flat, name) for name in _PLACE)
        if any(now) and now != before:
            yield Address(
                place=in_a_row(text_of(flat, name) for name in _LINES),
                kind=words.choice(_CLIENT, "addr_kind", text_of(flat, "addr_kind")),
                is_confidential=text_of(flat, "addr_confidential") != "no",
                known_to_exploiter=text_of(flat, "addr_known_to_exploiter") not in {"", "no"},
                since=phrase(
                    "recorded on {day} by {who}",
                    day=long_date(day_of(revision.header.signed_at)),
                    who=words.initials(revision.header.author_id),
                ),
            )
        before = now


def held_lines(
    workspace: Workspace, case_file: CaseFile, words: CaseWords, *, addresses: bool
) -> list[str]:
    """Return what is recorded about a client as lines of text.

    Args:
        workspace: The unlocked vault.
        case_file: The case, read by somebody who may.
        words: The words of its codes.
        addresses: Whether confidential addresses are said as well.
    """
    lines = [
        in_a_row((way.kind, way.value, way.safe_words, *way.notes), "; ")
        for way in channels_of(case_file, words)
    ]
    for person in dependants_of(case_file, words):
        known = (person.relation, person.name, person.born, person.lives, *person.facts)
        lines.append(in_a_row(known, "; "))
        if person.missing:
            lines.append(f"  {phrase('still to find out: {what}', what=in_a_row(person.missing))}")
        for title, written in record_of(case_file, words, person.row_id).parts():
            lines += [f"  {title}: {each}" for each in written]
    lines += [
        in_a_row((each.kind, each.status, each.where), "; ") for each in papers_of(case_file, words)
    ]
    for address in addresses_of(workspace, case_file, words):
        place = address.place if addresses or not address.is_confidential else ""
        hidden = phrase("address not shown") if address.place and not place else place
        lines.append(in_a_row((hidden, address.kind, address.since), "; "))
    sources = (recorded_by(case_file.newest(form_id), words) for form_id in (_CLIENT, _CASE))
    return [*lines, *filter(None, sources)]

"""The inventory of a handover, made from the record: what is open, what goes, what stays and why."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from outreach_app.domain.documents import PartName, Subject
from outreach_app.domain.handovers import FORM
from outreach_app.domain.ids import Prefix
from outreach_app.domain.values import row_id_of, rows_of
from outreach_app.phrases import phrase
from outreach_app.services.attention import Limits, needs_of
from outreach_app.services.case_words import PART_WORDS, CaseWords
from outreach_app.services.needs import Need, NeedKind
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.sharing.offer import Offered, offered
from outreach_app.services.workspace import Workspace

OPEN, GOES, STAYS = "ho_inventory/ho_open", "ho_inventory/ho_goes", "ho_inventory/ho_stays"
_TOLD_ONE_BY_ONE = frozenset({NeedKind.DRAFT, NeedKind.RETURNED, NeedKind.FLAG})
_OF_THE_CLIENT = frozenset(
    {
        NeedKind.ACTION,
        NeedKind.PLAN_REVIEW,
        NeedKind.REVIEW,
        NeedKind.NRM,
        NeedKind.RIGHT,
        NeedKind.INCIDENT,
    }
)
_WHY_OPEN = {
    "draft": phrase("Begun and not signed: it stays on this laptop until it is signed"),
    "returned": phrase("Returned by the supervisor, to be answered"),
}
_SHARED_PARTS = (
    PartName.LOCATION.value,
    PartName.SPECIAL.value,
    PartName.THIRD_PARTY.value,
    PartName.STAFF.value,
    PartName.INTERNAL.value,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLine:
    """Something that is open on the day of a handover.

    Attributes:
        where: In which paper, in words.
    """

    what: str
    where: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingLine:
    """A paper or a file that goes.

    Attributes:
        version: Id of the signed version, or SHA-256 of the file in hex.
    """

    what: str
    version: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StayingLine:
    """Something that stays, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """Everything that a handover names; the same record gives the same lines."""

    open: tuple[OpenLine, ...]
    goes: tuple[GoingLine, ...] = ()
    stays: tuple[StayingLine, ...] = ()


def open_lines(
    workspace: Workspace, subject: Subject, *, going: Collection[str] | None = None
) -> tuple[OpenLine, ...]:
    """Return what is open in a case: flags, what is due however far ahead, drafts, what was returned.

    Args:
        workspace: The unlocked vault.
        subject: The case.
        going: For another service: only what the papers that go say themselves, by their ids.
    """
    configuration = workspace.sitting.configuration
    limits = Limits(timescales=configuration.time_limits(), holidays=configuration.holidays())
    words = CaseWords(workspace)
    case_file = workspace.casework.case_file(subject)
    found = [
        OpenLine(
            what=phrase("Open safety flag: {flag}", flag=flag.label), where=phrase("Safety flag")
        )
        for flag in case_file.open_flags()
        if going is None or flag.document_id in going
    ]
    found += [
        OpenLine(what=each.what, where=each.where, due=each.due)
        for each in needs_of(case_file, limits, words, until=date.max)
        if (each.kind not in _TOLD_ONE_BY_ONE if going is None else _is_in(each, going))
    ]
    if going is None:
        found += [
            OpenLine(what=words.form(each.form_id), where=_WHY_OPEN[each.why])
            for each in case_file.around.unfinished
            if each.why in _WHY_OPEN and each.form_id != FORM
        ]
    return tuple(dict.fromkeys(found))


def _is_in(need: Need, going: Collection[str]) -> bool:
    """Say whether a paper that goes asks for something itself; how we work among ourselves stays."""
    return need.kind in _OF_THE_CLIENT and need.document_id in going


def going_lines(workspace: Workspace, chosen: Iterable[Offered]) -> tuple[GoingLine, ...]:
    """Return the papers that go, each in its newest signed version, and the files that they hold."""
    found = []
    for each in chosen:
        for head in workspace.vault.revisions.heads(each.document.document_id):
            what = _paper_words(workspace, each)
            found.append(GoingLine(what=what, on=each.on, version=head.revision_id))
            found += [
                GoingLine(what=_file_words(workspace, digest, each.title), version=digest)
                for digest in head.header.attachments
            ]
    return tuple(found)


def _paper_words(workspace: Workspace, offer: Offered) -> str:
    """Return what a paper is called; a bundle takes its earlier versions along."""
    revisions, document_id = workspace.vault.revisions, offer.document.document_id
    count = len(revisions.history(document_id)) - len(revisions.head_ids(document_id))
    if not count:
        return offer.title
    return phrase(
        "{paper} (in a bundle with %n earlier version(s))", paper=offer.title, count=count
    )


def _file_words(workspace: Workspace, digest: str, title: str) -> str:
    attachments = workspace.vault.attachments
    name = attachments.facts(digest).description if attachments.holds(digest) else ""
    if not name:
        return phrase("File of “{paper}”", paper=title)
    return phrase("File of “{paper}”: {name}", paper=title, name=name)


def staying_lines(
    every: Iterable[Offered], chosen: Iterable[Offered], parts: Iterable[str]
) -> tuple[StayingLine, ...]:
    """Return what stays: papers that were not chosen, and parts of those that go.

    Args:
        every: All papers of the case that the person may read.
        chosen: Those that go.
        parts: The parts of these that go.
    """
    going = {each.document.document_id: each for each in chosen}
    found = [
        StayingLine(
            what=each.title,
            why=phrase("Its writer keeps it out of bundles")
            if each.kept_back
            else phrase("Not needed by the receiver"),
        )
        for each in every
        if each.document.document_id not in going
    ]
    held = {name for each in going.values() for name in each.parts}
    found += [
        StayingLine(what=PART_WORDS[name], why=_why_part_stays(name))
        for name in _SHARED_PARTS
        if name in held and name not in set(parts)
    ]
    return tuple(dict.fromkeys(found))


def _why_part_stays(name: str) -> str:
    if name in {PartName.STAFF.value, PartName.INTERNAL.value}:
        return phrase("Never leaves the team of the case")
    if name == PartName.LOCATION.value:
        return phrase("Places and addresses go only with a reason")
    return phrase("Not among what goes to a service outside")


def papers(workspace: Workspace, subject: Subject) -> tuple[Offered, ...]:
    """Return the signed papers that a handover can take along: all but handovers themselves."""
    return tuple(each for each in offered(workspace, (subject,)) if each.document.form_id != FORM)


def write_inventory(workspace: Workspace, opened: OpenDocument, found: Inventory) -> None:
    """Write an inventory into the draft of a handover, in the place of an earlier one."""
    rows = {
        OPEN: [
            {"hoo_what": each.what, "hoo_where": each.where, "hoo_due": _iso(each.due)}
            for each in found.open
        ],
        GOES: [
            {"hog_what": each.what, "hog_on": _iso(each.on), "hog_version": each.version}
            for each in found.goes
        ],
        STAYS: [{"hos_what": each.what, "hos_why": each.why} for each in found.stays],
    }
    for repeat, lines in rows.items():
        for row in rows_of(opened.answers(), repeat.rpartition("/")[2]):
            opened.remove_row(f"{repeat}[{row_id_of(row)}]")
        for line in lines:
            row_id = opened.add_row(repeat, row_id=workspace.sitting.new_id(Prefix.ROW))
            for name, value in _answered(line):
                opened.set_answer(f"{repeat}[{row_id}]/{name}", value)


def _answered(line: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((name, str(value)) for name, value in line.items() if value)


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""

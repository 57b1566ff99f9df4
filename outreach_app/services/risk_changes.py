"""What changed in the risk between two assessments, in words: levels, items, risks, gaps."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from outreach_app.domain.assessments import Assessment, read_assessment
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Document, Revision
from outreach_app.domain.levels import parse_level
from outreach_app.domain.records import read_records
from outreach_app.domain.risk import SUGGESTING
from outreach_app.domain.risk_input import NOW
from outreach_app.domain.trend import Direction, RiskChange, changes_since
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import in_language
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.case_files import state_of_revision
from outreach_app.services.case_words import day_words, in_words
from outreach_app.services.catalogue import rule_items
from outreach_app.services.comparing import version_before
from outreach_app.services.form_facts import ChoiceLabels, choice_labels
from outreach_app.services.permission import Reader, Sight
from outreach_app.services.workspace import Workspace

ASSESSMENT = "risk_assessment"
_TITLES = {
    "indicated": phrase("Level that the answers indicate"),
    "level": phrase("Level as judged"),
    "own_feeling": phrase("Client's own feeling of safety, 0 to 10"),
}
_ABSENT = {"risk": phrase("not there"), "gap": phrase("no gap")}
_GONE = {"risk": phrase("not listed any more"), "gap": phrase("known, or no gap any more")}
_ORDER = (Direction.WORSE, Direction.CHANGED, Direction.BETTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRisk:
    """One thing that differs, in words; `old` or `new` is "" when it was not there.

    Attributes:
        what: ``level``, ``indicated``, ``own_feeling``, ``item``, ``risk`` or ``gap``.
        quiet: An item that was only asked for the first time, or not asked again.
    """

    what: str
    direction: Direction
    label: str
    old: str
    new: str
    quiet: bool = False

    @property
    def text(self) -> str:
        """The change as one line."""
        told = "" if self.direction is Direction.CHANGED else f" ({self.direction.value})"
        return f"{self.label}: {self.before} → {self.now}{told}"

    @property
    def before(self) -> str:
        """How it was, in words."""
        return self.old or _ABSENT.get(self.what, phrase("no answer"))

    @property
    def now(self) -> str:
        """How it is, in words."""
        return self.new or _GONE.get(self.what, phrase("no answer"))


@dataclass(frozen=True, slots=True)
class RiskComparison:
    """What changed since an earlier assessment, the worse first; `since` says which."""

    since: str
    changes: tuple[ChangedRisk, ...]

    def listed(self) -> tuple[ChangedRisk, ...]:
        """Return the changes that have weight of their own."""
        return tuple(each for each in self.changes if not each.quiet)

    def lines(self) -> list[str]:
        """Return the comparison as lines; items without weight are counted, not listed."""
        told = [f"  {each.text}" for each in self.listed()]
        quiet = len(self.changes) - len(told)
        if quiet:
            told.append(
                phrase("  and {quiet} items that were asked in only one of the two", quiet=quiet)
            )
        return [
            phrase("Risk since {since}:", since=self.since),
            *(told or [phrase("  nothing changed")]),
        ]

    def data(self) -> dict[str, object]:
        """Return the comparison as plain values."""
        changes = [
            {
                "what": each.what,
                "direction": each.direction.value,
                "label": each.label,
                "old": each.old,
                "new": each.new,
            }
            for each in self.changes
        ]
        return {"since": self.since, "changes": changes}


def risk_changes_in_case(workspace: Workspace, case_file: CaseFile) -> RiskComparison | None:
    """Return what the newest assessment changed; None without two that this person may read."""
    if len(case_file.assessments) < 2:
        return None
    earlier, later = case_file.assessments[-2:]
    vault, reader = workspace.vault, Reader(workspace.sitting)
    documents = [vault.documents.get(each.record.document_id) for each in (earlier, later)]
    sights = [sight for sight in map(reader.sight, documents) if sight is not None]
    if len(sights) < 2:
        return None
    newest = vault.revisions.get(later.record.revision_ids[-1])
    definition = workspace.catalogue.definition(newest.header.form_hash)
    return _compared(definition, earlier, later, sights[0])


def newest_risk_changes(workspace: Workspace, document: Document) -> RiskComparison | None:
    """Return what the newest version of an assessment changed; see `risk_changes_of`."""
    heads = workspace.vault.revisions.heads(document.document_id)
    if not heads:
        return None
    newest = max(heads, key=lambda head: (head.header.signed_at, head.revision_id))
    before = version_before(workspace, newest)
    since = before.revision_id if before is not None else ""
    return risk_changes_of(workspace, document, newest.revision_id, since)


def risk_changes_of(
    workspace: Workspace, document: Document, revision_id: str, since_id: str
) -> RiskComparison | None:
    """Return what a version of an assessment changed; None for other forms and first assessments.

    Args:
        workspace: The unlocked vault.
        document: Any document.
        revision_id: Which version of it.
        since_id: The version to compare it with; "" for the assessment before it in the case.
    """
    sight = Reader(workspace.sitting).sight(document)
    if document.form_id != ASSESSMENT or not revision_id or sight is None:
        return None
    case_file = workspace.casework.case_file(document.subject)
    revision = workspace.vault.revisions.get(revision_id)
    definition = workspace.catalogue.definition(revision.header.form_hash)
    later = _assessment(revision, definition, case_file)
    if since_id:
        before = workspace.vault.revisions.get(since_id)
        earlier = _assessment(before, definition, case_file)
        return _compared(definition, earlier, later, sight, since=phrase("the version before"))
    older = [
        each
        for each in case_file.assessments
        if each.record.document_id != document.document_id
        and each.record.at < later.record.at
        and Reader(workspace.sitting).sight(workspace.vault.documents.get(each.record.document_id))
    ]
    return _compared(definition, older[-1], later, sight) if older else None


def _assessment(revision: Revision, definition: FormDefinition, case_file: CaseFile) -> Assessment:
    (record,) = read_records([state_of_revision(revision)])
    return read_assessment(record, rule_items(definition), is_minor=case_file.is_minor)


def _compared(
    definition: FormDefinition,
    earlier: Assessment,
    later: Assessment,
    sight: Sight,
    since: str = "",
) -> RiskComparison:
    words = _Words(definition, earlier, later)
    found = [
        words.change(each)
        for each in changes_since(earlier, later)
        if words.part(each) not in sight.hidden
    ]
    kinds = ("indicated", "level", "own_feeling")
    first = [each for each in found if each.what in kinds]
    rest = [each for each in found if each.what not in kinds]
    ordered = (*first, *sorted(rest, key=lambda each: _ORDER.index(each.direction)))
    return RiskComparison(
        since or phrase("the assessment of {day}", day=day_words(earlier.on)), ordered
    )


class _Words:
    """Words for what the rules name by codes."""

    def __init__(self, definition: FormDefinition, earlier: Assessment, later: Assessment) -> None:
        self._choices: ChoiceLabels = choice_labels(definition)
        self._items = {
            item.name: in_language(item.label, None) or in_words(item.name)
            for item in definition.items()
        }
        self._parts = {leaf.name: leaf.part for leaf in definition.leaves()}
        self._risks = dict(_risk_names((earlier, later)))
        self._gaps = {gap.source: gap.question for each in (earlier, later) for gap in each.gaps}

    def part(self, change: RiskChange) -> str:
        """Return the part of the form that a change speaks of."""
        stem = change.name
        return self._parts.get(f"{stem}{NOW}") or self._parts.get(stem, "")

    def change(self, change: RiskChange) -> ChangedRisk:
        """Return a change in words."""
        old, new = (self._value(change, value) for value in (change.old, change.new))
        return ChangedRisk(
            what=change.what,
            direction=change.direction,
            label=self._label(change),
            old=old,
            new=new,
            quiet=change.what == "item" and _is_quiet(change),
        )

    def _label(self, change: RiskChange) -> str:
        found: Mapping[str, str] = {
            "item": self._items,
            "risk": self._risks,
            "gap": self._gaps,
        }.get(change.what, _TITLES)
        return found.get(change.name or change.what) or in_words(change.name)

    def _value(self, change: RiskChange, value: str) -> str:
        if change.what in {"indicated", "level"}:
            level = parse_level(value)
            return level.label if level is not None else ""
        if change.what == "gap" and value:
            return phrase("not known")
        if change.what == "item" and value:
            words = self._choices(f"{change.name}{NOW}", value)
            return in_words(value) if words == value else words
        return value


def _risk_names(assessments: Iterable[Assessment]) -> Iterator[tuple[str, str]]:
    for each in assessments:
        for row in each.rows:
            yield (
                row.row_id,
                phrase("Risk “{title}”", title=row.title)
                if row.title
                else in_a_row((phrase("Risk"), row.label), " "),
            )


def _is_quiet(change: RiskChange) -> bool:
    """Say whether an item has an answer on one side only, and that one names no danger."""
    alone = not (change.old and change.new)
    return alone and (change.old or change.new) not in SUGGESTING

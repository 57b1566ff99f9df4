"""Parts that stay on this laptop when the rest of a document goes: which, of what, and since when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from outreach_app.services.instants import day_of
from outreach_app.services.permission import Reader
from outreach_app.services.sharing.offer import Offered
from outreach_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """What was held back of documents that went, of those that the person may read.

    Attributes:
        documents: By name of the part, how many documents have one that is only here.
        since: Day of the oldest of their signatures, None for none.
        keys: Document and part of each.
    """

    documents: Mapping[str, int]
    since: date | None
    keys: frozenset[tuple[str, str]]

    @property
    def count(self) -> int:
        """How many documents have a part that is only here."""
        return len({document_id for document_id, _part in self.keys})


def held_back(workspace: Workspace) -> HeldBack:
    """Return which parts of sent documents are only on this laptop."""
    reader = Reader(workspace.sitting)
    documents = workspace.vault.documents
    found = [
        each
        for each in workspace.vault.carried.withheld()
        if reader.sight(documents.get(each.document_id)) is not None
    ]
    counts: dict[str, int] = {}
    for each in found:
        counts[each.part] = counts.get(each.part, 0) + 1
    return HeldBack(
        documents=counts,
        since=min((day_of(each.signed_at) for each in found), default=None),
        keys=frozenset((each.document_id, each.part) for each in found),
    )


def only_here_after(
    workspace: Workspace, chosen: Iterable[Offered], staying: frozenset[str], known: HeldBack
) -> frozenset[str]:
    """Return the parts that will be only here once some documents have gone without them.

    Args:
        workspace: The unlocked vault.
        chosen: The documents that go.
        staying: The parts that stay.
        known: What was held back so far.
    """
    carried = workspace.vault.carried
    return frozenset(
        part
        for each in chosen
        for part in each.parts & staying
        if (each.document.document_id, part) in known.keys
        or carried.is_only_here(each.document.document_id)
    )

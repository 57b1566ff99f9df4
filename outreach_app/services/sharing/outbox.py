"""What was sent, as a person follows it: to whom, what, when, and whether it arrived."""

from dataclasses import dataclass
from datetime import date

from outreach_app.domain.documents import Subject
from outreach_app.services.case_words import spoken_reference_of
from outreach_app.services.exchange.status import SentLine, sent_lines
from outreach_app.services.instants import day_of
from outreach_app.services.naming import client_references
from outreach_app.services.sharing.offer import only_here
from outreach_app.services.sharing.withheld import HeldBack, held_back
from outreach_app.services.workspace import Workspace
from outreach_app.store.steps import Steps, run_through

OLD_DAYS = 7
"""Signed work that is only on one laptop for longer than this is warned about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientCount:
    """How many documents of one client went."""

    reference: str
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingLine:
    """One bundle for one person.

    Attributes:
        recipient: Full name, "" for somebody whom the signed file does not know any more.
        what: By client; empty for a bundle of confirmations only.
        document_ids: To send them again.
    """

    sent: SentLine
    recipient: str
    what: tuple[ClientCount, ...]
    document_ids: tuple[str, ...]

    @property
    def asks(self) -> bool:
        """Say whether somebody should ask what became of it."""
        return self.sent.overdue or self.sent.overtaken


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """Everything that was sent, the newest first, and what never was.

    Attributes:
        only_here: Ids of documents whose newest version is on this laptop alone.
        since: Day of the oldest signature among them, None for none.
        is_old: It has been so for longer than `OLD_DAYS`.
        held_back: Parts of documents that went, and are only here themselves.
    """

    lines: tuple[OutgoingLine, ...]
    only_here: tuple[str, ...]
    since: date | None
    is_old: bool
    held_back: HeldBack


def outbox(workspace: Workspace) -> Outbox:
    """Return what the unlocked person sent from here, and what is only here of their cases."""
    return run_through(gathering_outbox(workspace))


def gathering_outbox(workspace: Workspace) -> Steps[Outbox]:
    """Read it bundle by bundle; see `outbox`."""
    sitting = workspace.sitting
    names = {each.person_id: each.full_name for each in sitting.trust.everybody()}
    sent = sent_lines(sitting)
    documents = workspace.vault.carried.documents_in({each.bundle_id for each in sent})
    yield
    references = client_references(workspace.vault)
    yield
    lines = []
    for each in reversed(sent):
        line = OutgoingLine(
            sent=each,
            recipient=names.get(each.recipient_id, ""),
            what=_by_client(workspace, references, documents[each.bundle_id]),
            document_ids=documents[each.bundle_id],
        )
        lines.append(line)
        yield
    held = only_here(workspace)
    yield
    signed = workspace.vault.carried.only_here()
    since = min((day_of(signed[each]) for each in held), default=None)
    return Outbox(
        lines=tuple(lines),
        only_here=held,
        since=since,
        is_old=since is not None and (sitting.today() - since).days > OLD_DAYS,
        held_back=held_back(workspace),
    )


def case_in(workspace: Workspace, line: OutgoingLine) -> Subject | None:
    """Return the first case of which something is in a bundle, None for records of clients only."""
    subjects = (workspace.vault.documents.get(each).subject for each in line.document_ids)
    return next((each for each in subjects if each.case_id), None)


def _by_client(
    workspace: Workspace, references: dict[str, str], document_ids: tuple[str, ...]
) -> tuple[ClientCount, ...]:
    counts: dict[str, int] = {}
    for document_id in document_ids:
        subject = workspace.vault.documents.get(document_id).subject
        if subject.client_id not in references:
            references[subject.client_id] = spoken_reference_of(workspace, subject)
        reference = references[subject.client_id]
        counts[reference] = counts.get(reference, 0) + 1
    return tuple(
        ClientCount(reference=reference, documents=count)
        for reference, count in sorted(counts.items())
    )


def waiting_in_outbox(workspace: Workspace) -> int:
    """Return how many bundles somebody should ask about, and one more if something never left."""
    asking = sum(each.overdue or each.overtaken for each in sent_lines(workspace.sitting))
    count, _since = workspace.vault.lists.unsent()
    return asking + (1 if count else 0)

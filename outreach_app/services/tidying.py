"""Putting a vault in order: what a crash or an erased document left behind, and long logs of drafts."""

from dataclasses import dataclass

from outreach_app.services.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Tidied:
    """What was put in order: files that nothing pointed at, and drafts of this person."""

    files: int
    drafts: int


def tidy(sitting: Sitting) -> Tidied:
    """Remove attachment files that no row points at, and fold the logs of one's own drafts.

    A file is kept for a day, because a save that is under way writes the file before the row. A
    backup has copies of its own and loses nothing. A draft with a row of another hand is left as
    it is, as evidence.

    Raises:
        HostFault: A file cannot be removed; what was done before stays done.
    """
    vault = sitting.vault
    removed = vault.attachments.collect_garbage(now_seconds=sitting.now().timestamp())
    mine = vault.drafts.mine()
    for document in mine:
        vault.drafts.compact(document.document_id)
    with vault.transaction(sitting.act("vault.tidied", files=removed, drafts=len(mine))):
        pass
    return Tidied(files=removed, drafts=len(mine))

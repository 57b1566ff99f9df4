"""What would be left if this laptop were lost: the last safe point, and since when work is only here.

A safe point is a backup that was checked, or a bundle whose arrival the recipient's laptop has
confirmed. A document that a bundle has carried out counts as sent, a draft only as backed up, and so
does a part, such as an address, that stayed here when the rest of its document went.
"""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from outreach_app.errors import HostFault, OutreachError
from outreach_app.paths import atomic_write, read_bytes
from outreach_app.services.instants import day_of, read_instant
from outreach_app.services.sitting import Sitting
from outreach_app.store.properties import BACKED_UP_AT

NOTE_NAME = "safe-point.json"
_NOTE_LIMIT = 256


class SafeKind(StrEnum):
    """What made a moment safe."""

    BACKUP = "backup"
    BUNDLE = "bundle"


@dataclass(frozen=True, slots=True, kw_only=True)
class SafePoint:
    """The day up to which something of this vault is elsewhere as well."""

    on: date
    kind: SafeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """How much would be lost with this laptop.

    Attributes:
        last: The last safe point, None while there never was one.
        only_here_since: Day of the oldest work that is only here, None if there is none.
        days: For how many days that has been so, today excluded; 0 if there is none.
        remind: The days have reached what is set in this vault.
    """

    last: SafePoint | None
    only_here_since: date | None
    days: int
    remind: bool


def safety(sitting: Sitting) -> Safety:
    """Return how much of an open vault would be lost with this laptop."""
    backed_up = sitting.vault.properties.get(BACKED_UP_AT)
    _count, unsent = sitting.vault.lists.unsent(backed_up)
    withheld = next((each.signed_at for each in sitting.vault.carried.withheld(backed_up)), "")
    oldest = (unsent, withheld, sitting.vault.drafts.oldest_change_after(backed_up))
    found = [each for each in oldest if each]
    since = min(map(day_of, found), default=None)
    days = max(0, (sitting.today() - since).days) if since is not None else 0
    return Safety(
        last=last_safe_point(sitting),
        only_here_since=since,
        days=days,
        remind=days >= sitting.settings().number("backup.remind_days"),
    )


def last_safe_point(sitting: Sitting) -> SafePoint | None:
    """Return the newest checked backup or confirmed bundle, None where there never was one."""
    texts = (
        (sitting.vault.properties.get(BACKED_UP_AT), SafeKind.BACKUP),
        (sitting.vault.bundles.last_arrived(), SafeKind.BUNDLE),
    )
    known = [(read_instant(text), kind) for text, kind in texts if text]
    if not known:
        return None
    at, kind = max(known)
    return SafePoint(on=day_of(at.isoformat()), kind=kind)


def leave_note(sitting: Sitting) -> None:
    """Leave the day of the last safe point beside the vault, for whoever cannot open it any more.

    Only the day and the kind. A disk that cannot be written keeps nobody from work.
    """
    last = last_safe_point(sitting)
    if last is None or last == read_note(sitting.vault.folder):
        return
    content = json.dumps({"kind": last.kind.value, "on": last.on.isoformat()}).encode("ascii")
    try:
        atomic_write(sitting.vault.folder / NOTE_NAME, content)
    except HostFault:
        return


def read_note(folder: Path) -> SafePoint | None:
    """Return the last safe point that a closed vault was left with; None where none is known.

    Nothing vouches for it: it is words on a page, and decides nothing.
    """
    try:
        found = json.loads(read_bytes(folder / NOTE_NAME, _NOTE_LIMIT))
        return SafePoint(on=date.fromisoformat(found["on"]), kind=SafeKind(found["kind"]))
    except (OutreachError, ValueError, TypeError, KeyError):
        return None

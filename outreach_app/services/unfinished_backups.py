"""Backups that were cut short by a lock, a closed window or a kill: told, and their beginnings removed.

What is begun is noted inside the vault before the first byte is written, so that whoever unlocks next
hears of it. What lies on a stick is encrypted and opens nothing without a passphrase, but it takes
room and looks like a copy.
"""

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from outreach_app.paths import is_there
from outreach_app.services.instants import day_of
from outreach_app.services.sitting import Sitting
from outreach_app.store.backup import BackupOrder, building_of, is_backup
from outreach_app.store.properties import BACKED_UP_AT

PROPERTY = "backup.begun"
_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """A backup that was begun: `ended` once another process found it; `building` is "" if nothing lies there."""

    backup_id: str
    device_id: str
    at: str
    target: str
    building: str
    ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CutShort:
    """A backup that was begun and never finished, newer than the last one that was.

    Attributes:
        on: Day on which it was begun.
        left: The beginnings of the copy, where they could not be removed yet; None if nothing is left.
    """

    on: date
    left: Path | None


def note_begun(sitting: Sitting, order: BackupOrder, target: Path) -> None:
    """Note that a backup begins."""
    begun = _Begun(
        backup_id=order.backup_id,
        device_id=sitting.vault.device_id,
        at=order.made_at,
        target=str(target),
        building=str(building_of(order, target)),
    )
    _write(sitting, [*_read(sitting), begun])


def note_ended(sitting: Sitting, order: BackupOrder) -> None:
    """Note that a backup was finished, or given up with a word about it; what could stay is kept in mind."""
    left = [each for each in _read(sitting) if each.backup_id != order.backup_id]
    mine = [each for each in _read(sitting) if each.backup_id == order.backup_id]
    stays = [replace(each, ended=True) for each in mine if not _is_gone(each)]
    _write(sitting, [*left, *stays])


def look_back(sitting: Sitting) -> None:
    """Judge what an earlier process began: nobody else has the vault, so it has ended, one way or other.

    A copy takes its name after it was checked; where that was the last thing that happened, it counts.
    """
    before = _read(sitting)
    if not before:
        return
    here = [each for each in before if each.device_id == sitting.vault.device_id]
    done = [
        each for each in here if not each.ended and is_backup(Path(each.target), each.backup_id)
    ]
    after = [replace(each, ended=True) for each in here if each not in done]
    for each in done:
        with sitting.vault.transaction(sitting.act("backup.made", backup=each.backup_id)):
            newest = max(each.at, sitting.vault.properties.get(BACKED_UP_AT))
            sitting.vault.properties.set(BACKED_UP_AT, newest)
    if after != before:
        _write(sitting, after)


def unfinished(sitting: Sitting) -> CutShort | None:
    """Return the newest backup that was cut short, unless one was finished since."""
    made = sitting.vault.properties.get(BACKED_UP_AT)
    found = [each for each in _read(sitting) if each.ended and each.at > made]
    if not found:
        return None
    newest = max(found, key=lambda each: each.at)
    left = Path(newest.building) if newest.building and not _is_gone(newest) else None
    return CutShort(on=day_of(newest.at), left=left)


def removal(sitting: Sitting) -> Callable[[], None] | None:
    """Return what removes the beginnings that can be reached, for a job; None if there are none."""
    wanted = tuple(Path(each.building) for each in _read(sitting) if each.ended and each.building)
    if not wanted:
        return None

    def remove() -> None:
        for each in wanted:
            # Its name was drawn by chance and stands in this vault only: nothing else goes by it.
            shutil.rmtree(each, ignore_errors=True)

    return remove


def note_removed(sitting: Sitting) -> None:
    """Forget the beginnings that are gone; those on a stick that is away are kept in mind."""
    before = _read(sitting)
    after = [replace(each, building="") if _is_gone(each) else each for each in before]
    made = sitting.vault.properties.get(BACKED_UP_AT)
    after = [each for each in after if each.building or each.at > made]
    if after != before:
        _write(sitting, after)


def _is_gone(begun: _Begun) -> bool:
    if not begun.building:
        return True
    building = Path(begun.building)
    return is_there(building.parent) and not is_there(building)


def _read(sitting: Sitting) -> list[_Begun]:
    text = sitting.vault.properties.get(PROPERTY)
    return [_Begun(**each) for each in json.loads(text)] if text else []


def _write(sitting: Sitting, begun: Iterable[_Begun]) -> None:
    kept = [asdict(each) for each in begun][-_MOST:]
    with sitting.vault.database.transaction():
        sitting.vault.properties.set(PROPERTY, json.dumps(kept) if kept else "")

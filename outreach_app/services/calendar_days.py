"""What is due as a calendar file that may lie about: references and neutral titles, nothing else.

No name, no address, no word that somebody wrote: a calendar is read by telephones, by colleagues and
by whoever looks over a shoulder.
"""

import hashlib
from collections import Counter
from datetime import timedelta

from outreach_app.phrases import phrase
from outreach_app.report.calendar_file import CalendarDay, calendar_file
from outreach_app.services.needs import NeedKind
from outreach_app.services.today import AHEAD_DAYS, today
from outreach_app.services.workspace import Workspace

_REVIEWS = frozenset(
    {NeedKind.REVIEW, NeedKind.PLAN_REVIEW, NeedKind.EVENT, NeedKind.FLAG_ASSESSMENT}
)
_CALLS = frozenset({NeedKind.CHASE, NeedKind.FLAG_CONTACT})
_UID_CHARACTERS = 32


def calendar_of(workspace: Workspace, *, ahead_days: int = AHEAD_DAYS) -> tuple[bytes, int]:
    """Return what is due from today on as a calendar file, and how many entries it has.

    What is late stands on today. Several things of one kind in one case on one day are one entry.

    Args:
        workspace: The unlocked vault.
        ahead_days: How many days ahead.
    """
    sitting = workspace.sitting
    seen = today(workspace, ahead_days=ahead_days)
    found = Counter(
        (max(item.need.due, seen.on), item.reference, _title(item.need.kind))
        for item in (*seen.now, *seen.ahead)
        if item.need.due is not None and item.reference
    )
    last = seen.on + timedelta(days=ahead_days)
    days = [
        CalendarDay(
            uid=_uid(sitting.vault.device_id, on.isoformat(), reference, title),
            on=on,
            title=f"{reference} · {title}",
        )
        for on, reference, title in sorted(found)
        if on <= last
    ]
    with sitting.vault.transaction(sitting.act("calendar.made", entries=len(days))):
        pass
    return calendar_file(days, sitting.now()), len(days)


def _title(kind: NeedKind) -> str:
    """Return a title that says nothing about the person: it is a day to do something on."""
    if kind in _REVIEWS:
        return phrase("Review")
    return phrase("Call") if kind in _CALLS else phrase("To do")


def _uid(*facts: str) -> str:
    """Return a name for an entry that stays the same; the laptop's own random id makes it blind."""
    digest = hashlib.sha256("\x1f".join(facts).encode()).hexdigest()
    return f"{digest[:_UID_CHARACTERS]}@outreach.invalid"

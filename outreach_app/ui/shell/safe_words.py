"""Words about what would be lost with the laptop."""

import sys

from outreach_app.domain.day_words import long_date
from outreach_app.services.safe_points import SafeKind, SafePoint, Safety
from outreach_app.services.unfinished_backups import CutShort
from outreach_app.ui.speech import translate


def safe_point_words(last: SafePoint | None) -> str:
    """Return when the last safe point was."""
    if last is None:
        return translate("shell", "No safe point yet: everything is on this laptop only.")
    day = long_date(last.on)
    if last.kind is SafeKind.BACKUP:
        return translate("shell", "Last safe point: backup of {day}").format(day=day)
    return translate("shell", "Last safe point: bundle of {day}, arrived").format(day=day)


def cut_short_words(found: CutShort) -> str:
    """Return that a backup was begun and not finished."""
    words = translate("shell", "The backup of {day} was not finished: the window ended before.")
    return words.format(day=long_date(found.on))


def old_copy_words() -> str:
    """Return the warning that what is open is not the newest state."""
    return translate("shell", "This is an old copy of the vault.")


def only_here_words(safety: Safety) -> str:
    """Return for how long work has been only on this laptop; "" where there is none."""
    if safety.only_here_since is None:
        return ""
    if not safety.days:
        return translate("shell", "Today's work is only on this laptop.")
    return translate(
        "shell", "Some work of the last %n day(s) is only on this laptop.", "", safety.days
    )


def system_backup_words(system: str = sys.platform) -> str:
    """Return that the system's own backups leave a vault out; "" where there is nothing to say."""
    if system != "darwin":
        return ""
    return translate(
        "shell",
        "The Mac's own backups (Time Machine) leave this vault out. Only a backup that is made here, "
        "and what colleagues have received, can bring the work back.",
    )

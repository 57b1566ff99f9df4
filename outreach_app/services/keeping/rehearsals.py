"""The recovery sheets, tried: when that was last done, and the day of it signed for everybody.

Sheets that nobody has tried are found wrong on the day on which they are needed: one was copied badly, one
burned, one belongs to somebody who left. A rehearsal opens a vault with two of them and stops there
(`vault recovery prove`, or the front page of the window). It leaves no trace in that vault, which nobody
has opened; whoever has the issuing key puts its day into the organisation's file.
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from outreach_app.domain.day_words import long_date
from outreach_app.domain.values import parse_day
from outreach_app.phrases import phrase
from outreach_app.policy import NothingDecided
from outreach_app.services.configuration import Configuration, OrganisationCard
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.keeping.errors import RehearsalDay
from outreach_app.services.organisation import News, load_card, open_card_key, publish

REHEARSE_AFTER_DAYS = 180
"""After half a year people have left, moved, and forgotten where the envelope is."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """When the recovery sheets were last tried.

    Attributes:
        on: None where nobody has recorded it.
        is_due: It was long ago, or never.
    """

    on: date | None
    is_due: bool

    def words(self) -> str:
        """Return it in one sentence."""
        if self.on is None:
            return phrase("Nobody has tried the recovery sheets yet.")
        tried = phrase("The recovery sheets were last tried on {day}.", day=long_date(self.on))
        if not self.is_due:
            return tried
        return phrase("{tried} That is more than half a year ago.", tried=tried)


def last_rehearsal(configuration: Configuration, today: date) -> Rehearsed:
    """Return when the sheets of an organisation were last tried."""
    on = parse_day(configuration.recovery_rehearsed_on)
    return Rehearsed(on, on is None or (today - on).days > REHEARSE_AFTER_DAYS)


def _sheets_made_on(configuration: Configuration) -> date:
    """Return the day of the last change of trust that brought new recovery sheets, or the founding."""
    changes = (each.change for each in reversed(configuration.changes))
    made = next(each.at for each in changes if "recovery" in each.content)
    return made.astimezone(CASEWORK_ZONE).date()


def record_rehearsal(folder: Path, on: date, passphrase: str, *, now: datetime) -> OrganisationCard:
    """Sign the next configuration with the day of a rehearsal.

    Args:
        folder: The organisation's folder.
        on: The day.
        passphrase: Of the issuing key.
        now: When it is signed.

    Raises:
        RehearsalDay: The day lies ahead, or before the sheets were made.
        NothingDecided: That day is recorded already.
        NoOrganisation, OrganisationFile, IssuingKeyClosed: See `load_card` and `open_card_key`.
    """
    card = load_card(folder)
    today = now.astimezone(CASEWORK_ZONE).date()
    if last_rehearsal(card.configuration, today).on == on:
        raise NothingDecided
    made = _sheets_made_on(card.configuration)
    if not made <= on <= today:
        raise RehearsalDay(day=long_date(on), made=long_date(made))
    issuing = open_card_key(folder, card, passphrase)
    return publish(folder, card, issuing, News(rehearsed_on=on.isoformat()), now=now)

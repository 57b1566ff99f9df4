"""What a newer program brings and the organisation decides: forms, time limits, bank holidays.

A signed configuration lists the forms on which documents may begin and the table of days; both were copied
from the program when the organisation was founded. An update of the program changes neither: somebody with
the issuing key looks at what is new and releases it. Rows that the organisation wrote stay as they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from outreach_app.policy import NothingDecided
from outreach_app.services.catalogue import convert_shipped, shipped_form_ids
from outreach_app.services.configuration import Configuration, OrganisationCard
from outreach_app.services.keeping.errors import TablesMoved
from outreach_app.services.keeping.tables import Days, Row
from outreach_app.services.organisation import News, Tables, load_card, open_card_key, publish
from outreach_app.services.shipped import bank_holiday_rows, timescale_rows

_SUBSTANCE = ("value", "unit", "counts_from", "effective_to")
_CHECKED = ("source_title", "source_date", "checked_on", "checked_by", "note")


@dataclass(frozen=True, slots=True)
class Differing:
    """A time limit that the organisation counts otherwise than the program ships it."""

    ours: Row
    shipped: Row


@dataclass(frozen=True, slots=True)
class Offer:
    """What the program ships and an organisation does not have.

    Attributes:
        forms: Names and hashes of forms on which nothing may begin yet.
        limits: Time limits that are missing.
        checked: Time limits that are the same and were checked against their source later.
        holidays: Bank holidays that are missing.
        differing: Time limits that stay as the organisation has them.
    """

    forms: tuple[tuple[str, str], ...] = ()
    limits: tuple[Row, ...] = ()
    checked: tuple[Row, ...] = ()
    holidays: tuple[Row, ...] = ()
    differing: tuple[Differing, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to release."""
        return not (self.forms or self.limits or self.checked or self.holidays)


@dataclass(frozen=True, slots=True)
class ReleaseOrder:
    """What is to be released.

    Attributes:
        shown: The offer that the person saw; it is carried out with the rest.
        days: Whole tables in place of those that the organisation has; None keeps them.
        retires: Nothing may begin any more on forms that this program does not ship. A laptop with
            an older program then begins no document.
    """

    shown: Offer
    days: Days | None = None
    retires: bool = False


def rows_offered(configuration: Configuration) -> Offer:
    """Return what is new in the tables; the forms, which take a while, are left out."""
    own = {_limit(row): row for row in configuration.timescales}
    limits, checked, differing = [], [], []
    for row in timescale_rows():
        held = own.get(_limit(row))
        if held is None:
            limits.append(row)
        elif any(held.get(name, "") != row[name] for name in _SUBSTANCE):
            differing.append(Differing(held, row))
        elif row["checked_on"] > held.get("checked_on", ""):
            checked.append(row)
    days = {_holiday(row) for row in configuration.bank_holidays}
    holidays = tuple(row for row in bank_holiday_rows() if _holiday(row) not in days)
    return Offer((), tuple(limits), tuple(checked), holidays, tuple(differing))


def offered(configuration: Configuration) -> Offer:
    """Return what the program ships and the organisation does not have; reads every shipped form."""
    rows, released = rows_offered(configuration), set(configuration.forms)
    hashes = ((name, convert_shipped(name).form_hash) for name in shipped_form_ids())
    forms = tuple((name, each) for name, each in hashes if each not in released)
    return Offer(forms, rows.limits, rows.checked, rows.holidays, rows.differing)


def _limit(row: Row) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in ("code", "jurisdiction", "effective_from"))


def _holiday(row: Row) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in ("jurisdiction", "date"))


def release(
    folder: Path, order: ReleaseOrder, passphrase: str, *, now: datetime
) -> OrganisationCard:
    """Sign the next configuration with forms and tables of this program.

    Args:
        folder: The organisation's folder.
        order: What is to be released.
        passphrase: Of the issuing key.
        now: When it is signed.

    Raises:
        TablesMoved: The organisation's file says something else than what was shown.
        NothingDecided: It changes nothing.
        NoOrganisation, OrganisationFile, IssuingKeyClosed: See `load_card` and `open_card_key`.
    """
    card = load_card(folder)
    held = card.configuration
    if offered(held) != order.shown:
        raise TablesMoved(number=held.number)
    tables = _tables(held, order)
    if tables == Tables(held.forms, held.timescales, held.bank_holidays):
        raise NothingDecided
    issuing = open_card_key(folder, card, passphrase)
    return publish(folder, card, issuing, News(tables=tables), now=now)


def _tables(held: Configuration, order: ReleaseOrder) -> Tables:
    offer = order.shown
    shipped = {convert_shipped(name).form_hash for name in shipped_form_ids()}
    forms = shipped if order.retires else shipped | set(held.forms)
    checked = {_limit(row): row for row in offer.checked}
    days = order.days or Days(
        (*(_rechecked(row, checked) for row in held.timescales), *offer.limits),
        _by_day([*held.bank_holidays, *offer.holidays]),
    )
    return Tables(tuple(sorted(forms)), days.limits, days.holidays)


def _rechecked(row: Row, checked: dict[tuple[str, ...], Row]) -> Row:
    newer = checked.get(_limit(row))
    return row if newer is None else {**row, **{name: newer[name] for name in _CHECKED}}


def _by_day(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=_holiday))

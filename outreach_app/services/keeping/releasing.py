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
from outreach_app.services.keeping.tables import Days, Row, holiday_key, limit_key
from outreach_app.services.organisation import News, Tables, load_card, open_card_key, publish
from outreach_app.services.shipped import bank_holiday_rows, timescale_rows

UNTOUCHED = "shipped default"
"""In the column ``checked_by`` of a row that the organisation has not written itself."""
_SUBSTANCE = ("value", "unit", "counts_from", "effective_to")


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
        limits: Time limits that are missing, and newer rules for those that are there.
        changed: Time limits that the organisation has as an older program shipped them.
        checked: Time limits that are the same and were checked against their source later.
        holidays: Bank holidays after the last one that the organisation has for a nation.
        differing: Time limits that the organisation wrote itself; they stay.
    """

    forms: tuple[tuple[str, str], ...] = ()
    limits: tuple[Row, ...] = ()
    changed: tuple[Differing, ...] = ()
    checked: tuple[Row, ...] = ()
    holidays: tuple[Row, ...] = ()
    differing: tuple[Differing, ...] = ()

    @property
    def has_days(self) -> bool:
        """Say whether something about time limits is new."""
        return bool(self.limits or self.changed or self.checked)

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to release."""
        return not (self.forms or self.has_days or self.holidays)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which kinds of what is offered are to be released."""

    forms: bool = True
    limits: bool = True
    holidays: bool = True


def days_of(configuration: Configuration) -> Days:
    """Return both tables of an organisation."""
    return Days(configuration.timescales, configuration.bank_holidays)


def days_offered(configuration: Configuration) -> Offer:
    """Return what is new in the tables; the forms, which take a while, are left out."""
    own = {limit_key(row): row for row in configuration.timescales}
    latest: dict[tuple[str, str], str] = {}
    for code, nation, since in own:
        latest[code, nation] = max(since, latest.get((code, nation), ""))
    limits: list[Row] = []
    checked: list[Row] = []
    changed: list[Differing] = []
    differing: list[Differing] = []
    for row in timescale_rows():
        key = limit_key(row)
        held = own.get(key)
        if held is None:
            if key[2] > latest.get(key[:2], ""):
                limits.append(row)
        elif is_other(held, row):
            (changed if held.get("checked_by") == UNTOUCHED else differing).append(
                Differing(held, row)
            )
        elif held.get("checked_by") == UNTOUCHED and row["checked_on"] > held["checked_on"]:
            checked.append(row)
    return Offer(
        (),
        tuple(limits),
        tuple(changed),
        tuple(checked),
        _later_holidays(configuration),
        tuple(differing),
    )


def _later_holidays(configuration: Configuration) -> tuple[Row, ...]:
    last: dict[str, str] = {}
    for row in configuration.bank_holidays:
        nation = row["jurisdiction"]
        last[nation] = max(row["date"], last.get(nation, ""))
    return tuple(r for r in bank_holiday_rows() if r["date"] > last.get(r["jurisdiction"], ""))


def offered(configuration: Configuration) -> Offer:
    """Return what the program ships and the organisation does not have; reads every shipped form."""
    days, released = days_offered(configuration), set(configuration.forms)
    hashes = ((name, convert_shipped(name).form_hash) for name in shipped_form_ids())
    forms = tuple((name, each) for name, each in hashes if each not in released)
    return Offer(forms, days.limits, days.changed, days.checked, days.holidays, days.differing)


def is_other(one: Row, other: Row) -> bool:
    """Say whether two rows of a time limit count differently."""
    return any(one.get(name, "") != other.get(name, "") for name in _SUBSTANCE)


def days_with(configuration: Configuration, offer: Offer, wanted: Wanted) -> Days:
    """Return the tables of an organisation with what is offered."""
    limits, holidays = configuration.timescales, configuration.bank_holidays
    if wanted.limits:
        newer = {limit_key(each.shipped): each.shipped for each in offer.changed}
        newer |= {limit_key(row): row for row in offer.checked}
        limits = (*(newer.get(limit_key(row), row) for row in limits), *offer.limits)
    if wanted.holidays:
        holidays = _by_day([*holidays, *offer.holidays])
    return Days(limits, holidays)


def adopted(configuration: Configuration, days: Days) -> Days:
    """Return tables that somebody wrote: a limit that counts otherwise is no untouched one any more."""
    shipped = {limit_key(row): row for row in (*timescale_rows(), *configuration.timescales)}

    def owned(row: Row) -> Row:
        before = shipped.get(limit_key(row))
        is_untouched = row.get("checked_by") == UNTOUCHED
        if is_untouched and (before is None or is_other(before, row)):
            return {**row, "checked_by": ""}
        return row

    return Days(tuple(map(owned, days.limits)), _by_day(days.holidays))


def tables_with(configuration: Configuration, days: Days, wanted: Wanted) -> Tables:
    """Return what is to be signed; forms that were released stay so, for laptops with an older program."""
    forms = set(configuration.forms)
    if wanted.forms:
        forms |= {convert_shipped(name).form_hash for name in shipped_form_ids()}
    return Tables(tuple(sorted(forms)), days.limits, days.holidays)


def release(
    folder: Path, number: int, tables: Tables, passphrase: str, *, now: datetime
) -> OrganisationCard:
    """Sign the next configuration with other forms and tables.

    Args:
        folder: The organisation's folder.
        number: Of the configuration from which `tables` were made.
        tables: The whole of what holds from now on.
        passphrase: Of the issuing key.
        now: When it is signed.

    Raises:
        TablesMoved: The organisation's file has another number.
        NothingDecided: It changes nothing.
        NoOrganisation, OrganisationFile, IssuingKeyClosed: See `load_card` and `open_card_key`.
    """
    card = load_card(folder)
    held = card.configuration
    if held.number != number:
        raise TablesMoved(number=held.number, seen=number)
    if tables == Tables(tuple(sorted(held.forms)), held.timescales, held.bank_holidays):
        raise NothingDecided
    issuing = open_card_key(folder, card, passphrase)
    return publish(folder, card, issuing, News(tables=tables), now=now)


def _by_day(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=holiday_key))

"""In words: what a newer program brings, what is about to be signed, and what stays otherwise."""

from collections.abc import Iterator, Mapping, Sequence

from outreach_app.domain.day_words import long_date
from outreach_app.domain.values import parse_day
from outreach_app.phrases import phrase
from outreach_app.services.case_words import in_words
from outreach_app.services.configuration import Configuration
from outreach_app.services.keeping.releasing import Differing, Offer, is_other
from outreach_app.services.keeping.tables import Row, holiday_key, limit_key
from outreach_app.services.organisation import Tables

_SHORT = frozenset({"rg", "cg", "nrm", "odw", "mds", "ra"})
"""Parts of codes that are abbreviations of the field."""


def offer_lines(offer: Offer, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each thing that is new.

    Args:
        offer: What is new.
        titles: What forms are called, by their hash; one that is missing goes by its name.
    """
    return (
        *(
            phrase("Form: {title}", title=titles.get(each, "") or in_words(name))
            for name, each in offer.forms
        ),
        *(_new(row) for row in offer.limits),
        *(_changed(each.ours, each.shipped) for each in offer.changed),
        *(_checked(row) for row in offer.checked),
        *(_holiday(row) for row in offer.holidays),
    )


def differing_lines(offer: Offer) -> tuple[str, ...]:
    """Return a sentence for each time limit that stays as the organisation wrote it."""
    return tuple(_differing(each) for each in offer.differing)


def change_lines(held: Configuration, tables: Tables, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each thing that is different from what holds today.

    Args:
        held: What holds today.
        tables: What is about to be signed.
        titles: What forms are called, by their hash.
    """
    fresh = [each for each in tables.forms if each not in set(held.forms)]
    forms = [
        phrase("Form: {title}", title=titles.get(each, "") or phrase("one of this program"))
        for each in fresh
    ]
    return (
        *forms,
        *_limit_changes(held.timescales, tables.timescales),
        *_holiday_changes(held.bank_holidays, tables.bank_holidays),
    )


def _limit_changes(before: Sequence[Row], after: Sequence[Row]) -> Iterator[str]:
    old = {limit_key(row): row for row in before}
    new = {limit_key(row): row for row in after}
    for key, row in new.items():
        held = old.get(key)
        if held is None:
            yield _new(row)
        elif is_other(held, row):
            yield _changed(held, row)
        elif held.get("checked_on", "") != row.get("checked_on", ""):
            yield _checked(row)
        elif held != row:
            yield phrase("Source or note: {limit}", limit=limit_words(row))
    for key, row in old.items():
        if key not in new:
            yield phrase("No longer: {limit}", limit=limit_words(row))


def _holiday_changes(before: Sequence[Row], after: Sequence[Row]) -> Iterator[str]:
    old = {holiday_key(row): row for row in before}
    new = {holiday_key(row): row for row in after}
    for key, row in new.items():
        if old.get(key) != row:
            yield _holiday(row)
    for key, row in old.items():
        if key not in new:
            yield phrase(
                "No bank holiday any more in {nation}: {day}",
                nation=_nation(row["jurisdiction"]),
                day=_day(row["date"]),
            )


def _new(row: Row) -> str:
    return phrase("New time limit: {limit}", limit=limit_words(row))


def _changed(before: Row, after: Row) -> str:
    return phrase(
        "Changed: {limit}; until now {before}", limit=limit_words(after), before=_length(before)
    )


def _checked(row: Row) -> str:
    day = _day(row["checked_on"]) if row["checked_on"] else phrase("no day")
    return phrase("Checked against its source on {day}: {limit}", day=day, limit=limit_words(row))


def _holiday(row: Row) -> str:
    return phrase(
        "Bank holiday in {nation}: {day}, {name}",
        nation=_nation(row["jurisdiction"]),
        day=_day(row["date"]),
        name=row["label"],
    )


def _differing(each: Differing) -> str:
    return phrase(
        "{limit}; this program would count {shipped}",
        limit=limit_words(each.ours),
        shipped=_length(each.shipped),
    )


def limit_words(row: Row) -> str:
    """Return a time limit in one line."""
    return phrase(
        "{name}, {nation}: {length}, from {day}",
        name=_name(row["code"]),
        nation=_nation(row["jurisdiction"]),
        length=_length(row),
        day=_day(row["effective_from"]),
    )


def _name(code: str) -> str:
    words = code.replace("_", " ").split()
    first = words[0].upper() if words[0] in _SHORT else words[0].capitalize()
    return " ".join([first, *(each.upper() if each in _SHORT else each for each in words[1:])])


def _length(row: Row) -> str:
    if row["unit"] == "row":
        return phrase("as “{other}”", other=_name(row["value"]))
    length = phrase("{value} {unit}", value=row["value"], unit=_unit(row["unit"]))
    if row.get("effective_to"):
        return phrase("{length} until {day}", length=length, day=_day(row["effective_to"]))
    return length


def _unit(unit: str) -> str:
    return {
        "hours": phrase("hours"),
        "days": phrase("days"),
        "working_days": phrase("working days"),
        "months": phrase("months"),
        "years": phrase("years"),
        "birthday": phrase("years of age"),
        "days_before": phrase("days before"),
        "months_before": phrase("months before"),
        "times": phrase("times"),
    }.get(unit, unit.replace("_", " "))


def _nation(code: str) -> str:
    return {
        "EW": phrase("England and Wales"),
        "SC": phrase("Scotland"),
        "NI": phrase("Northern Ireland"),
        "": phrase("everywhere"),
        "UK": phrase("everywhere"),
        "*": phrase("everywhere"),
    }.get(code, code)


def _day(text: str) -> str:
    day = parse_day(text)
    return long_date(day) if day is not None else text

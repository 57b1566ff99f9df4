"""In words: what a newer program brings, and what an organisation counts otherwise."""

from collections.abc import Mapping

from outreach_app.domain.day_words import long_date
from outreach_app.domain.values import parse_day
from outreach_app.phrases import phrase
from outreach_app.services.case_words import in_words
from outreach_app.services.keeping.releasing import Offer
from outreach_app.services.keeping.tables import Row

_SHORT = frozenset({"rg", "cg", "nrm", "odw", "mds"})
"""Parts of codes that are abbreviations of the field."""
_NATIONS = {
    "EW": phrase("England and Wales"),
    "SC": phrase("Scotland"),
    "NI": phrase("Northern Ireland"),
    "UK": phrase("United Kingdom"),
}


def offer_lines(offer: Offer, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each thing that is new.

    Args:
        offer: What is new.
        titles: What forms are called, by their hash; one that is missing goes by its name.
    """
    forms = [
        phrase("Form: {title}", title=titles.get(form_hash, "") or in_words(name))
        for name, form_hash in offer.forms
    ]
    limits = [phrase("New time limit: {limit}", limit=limit_words(row)) for row in offer.limits]
    checked = [
        phrase(
            "Checked against its source on {day}: {limit}",
            day=_day(row["checked_on"]),
            limit=limit_words(row),
        )
        for row in offer.checked
    ]
    holidays = [
        phrase(
            "Bank holiday in {nation}: {day}, {name}",
            nation=_nation(row["jurisdiction"]),
            day=_day(row["date"]),
            name=row["label"],
        )
        for row in offer.holidays
    ]
    return (*forms, *limits, *checked, *holidays)


def differing_lines(offer: Offer) -> tuple[str, ...]:
    """Return a sentence for each time limit that stays as the organisation has it."""
    return tuple(
        phrase(
            "{limit}; this program would count {shipped}",
            limit=limit_words(each.ours),
            shipped=_length(each.shipped),
        )
        for each in offer.differing
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
    until = _day(row["effective_to"]) if row.get("effective_to") else ""
    length = f"{row['value']} {row['unit'].replace('_', ' ')}"
    return phrase("{length} until {day}", length=length, day=until) if until else length


def _nation(code: str) -> str:
    return _NATIONS.get(code, code)


def _day(text: str) -> str:
    day = parse_day(text)
    return long_date(day) if day is not None else text

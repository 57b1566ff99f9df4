"""What of a referral is for its receiver, and what stays in the record.

How harm was weighed, why there is no consent, what was missing and who approved it are the service's
own: a copy that leaves says nothing of them.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from outreach_app.domain.values import rows_of, text_of

REFERRAL = "referral"
OWN_SECTIONS = frozenset({"ref_minimum", "ref_do_no_harm", "ref_approval"})
"""Sections of the referral that no copy for its receiver has."""
OWN_QUESTIONS = frozenset(
    {"ref_consent", "ref_no_consent_basis", "ref_no_consent_basis_absent", "ref_nrm_explanation"}
)
_NAMES = ("full_name", "preferred_name", "given_names", "family_name", "name_original_script")
_LEAST_LETTERS = 3
_OWN_BEGINS = ("dnh_", "min_facts_", "appr_", "ref_prepared_by", "ref_no_consent_basis")


def for_receiver(form_id: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the nested answers of a document without what is the service's own."""
    if form_id != REFERRAL:
        return dict(answers)
    return {
        name: (
            {key: each for key, each in value.items() if key not in OWN_QUESTIONS}
            if isinstance(value, Mapping)
            else value
        )
        for name, value in answers.items()
        if name not in OWN_SECTIONS
    }


def names_in(referral: Mapping[str, Any], client: Mapping[str, Any]) -> tuple[str, ...]:
    """Return which names of the client stand in what a referral (flat answers) tells its receiver."""
    return _found(_told(referral), _names_of(client))


def parts_of_names_in(referral: Mapping[str, Any], client: Mapping[str, Any]) -> tuple[str, ...]:
    """Return which words of the client's names stand there; a street may be called the same."""
    whole = _names_of(client)
    parts = {part for each in whole for part in each.split() if len(part) >= _LEAST_LETTERS}
    return _found(_told(referral), parts - whole)


def _names_of(client: Mapping[str, Any]) -> set[str]:
    known = {text_of(client, name).strip() for name in _NAMES}
    known |= {text_of(row, "other_name").strip() for row in rows_of(client, "other_names")}
    return {each for each in known if len(each) >= _LEAST_LETTERS}


def _found(texts: Iterator[str], names: set[str]) -> tuple[str, ...]:
    """Return the names that stand in texts as they are written, or in capitals.

    Many a name is a word as well: “rose” in the middle of a sentence is nobody.
    """
    together = "\n".join(texts)
    return tuple(
        sorted(
            name
            for name in names
            if any(
                re.search(rf"(?<!\w){re.escape(each)}(?!\w)", together)
                for each in (name, name.upper())
            )
        )
    )


def _told(answers: Mapping[str, Any]) -> Iterator[str]:
    for name, value in answers.items():
        if name.startswith(_OWN_BEGINS):
            continue
        if isinstance(value, str):
            yield value
        elif isinstance(value, (list, tuple)):
            for row in value:
                yield from _told(row)

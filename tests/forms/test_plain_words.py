"""What the forms say to people: plain words, no codes, no signs that only their authors know."""

import re

import pytest

from tests.forms.form_sources import (
    FORM_IDS,
    HINT,
    LABEL,
    MESSAGE,
    choices,
    ours,
    sheets,
    survey,
)

# Written for the people who build the forms, not for those who fill them in or are asked.
NOT_SAID = {
    "an arrow": r"→|->|=>|⇒|←",
    "a code word": r"\b[a-z]+_[a-z_]+\b|\$\{|</?\w+>|`|\*\w",
    "the number of a rule, a section or a list": r"\b(K[1-6]|Q[1-5]|D1?\d|section [A-O1-9])\b",
    "a word of those who build forms": (
        r"\b(logged-in|pre-?filled|prefilled|true, false|boolean|constraint|mandatory|appearance|"
        r"app|hash|masked|feeds|reads this|checkbox|widget|seed|placeholder|record id|row)\b"
    ),
    "an abbreviation where there is room for words": r"\be\.g\.|\bi\.e\.|\betc\b|\bincl\.",
    "a word that blames": (
        r"\b(alleged|claims that|failed to|absconded|promiscuous|prostitute|non-compliant|"
        r"service user|perpetrator)\b"
    ),
}
# Said as a fact where a wish is meant: “The date is not in the future.”
STATEMENT = re.compile(r"^(The|A|An|At) .*\b(is|are|lies?) not\b|^Not |^At (least|most) ")
_PROMPTS = ("prompt", "prompt_british")


def said(form_id: str) -> list[tuple[str, str]]:
    """Return every text of a form that somebody reads, with where it stands."""
    found = []
    for row in survey(form_id):
        texts = [row[LABEL], row.get(HINT, ""), row.get(MESSAGE, ""), ours(row, "help")]
        found += [(row["name"], text) for text in texts if text]
    for name, rows in choices(form_id).items():
        for row in rows:
            texts = [row[LABEL], *(ours(row, each) or row.get(each, "") for each in _PROMPTS)]
            found += [(f"{name}.{row['name']}", text) for text in texts if text]
    found += [("title", row["form_title"]) for row in sheets(form_id)["settings"]]
    return found


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_forms_speak_plainly(form_id: str) -> None:
    found = [
        f"{where}: {text} ({what})"
        for where, text in said(form_id)
        for what, pattern in NOT_SAID.items()
        if re.search(pattern, text)
    ]
    assert found == []


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_texts_begin_with_a_capital_and_messages_ask(form_id: str) -> None:
    texts = [
        (row["name"], text) for row in survey(form_id) for text in (row.get(HINT, ""),) if text
    ]
    small = [f"{where}: {text}" for where, text in texts if text[0].islower()]
    assert small == []
    messages = [row[MESSAGE] for row in survey(form_id) if row.get(MESSAGE)]
    assert [each for each in messages if STATEMENT.search(each) or not each.endswith(".")] == []


def test_the_patterns_find_what_they_are_for() -> None:
    samples = {
        "an arrow": "“no” → only the next page",
        "a code word": "see exit_date_ahead_max",
        "the number of a rule, a section or a list": "from D3",
        "a word of those who build forms": "logged-in person",
        "an abbreviation where there is room for words": "e.g. a bar",
        "a word that blames": "she absconded",
    }
    assert set(samples) == set(NOT_SAID)
    for what, sample in samples.items():
        assert re.search(NOT_SAID[what], sample), what
    assert STATEMENT.search("The date is not in the future.")
    assert not STATEMENT.search("The date must not be in the future.")

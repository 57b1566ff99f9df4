"""One organisation and the word list, for every test of keys and trust."""

from pathlib import Path

import pytest

from outreach_app.crypto.words import parse_word_list
from tests.crypto.cast import Organisation, found_organisation

WORDS = Path(__file__).parents[2] / "resources" / "words" / "english.txt"


@pytest.fixture(scope="session")
def organisation() -> Organisation:
    return found_organisation()


@pytest.fixture(scope="session")
def word_list() -> tuple[str, ...]:
    return parse_word_list(WORDS.read_text("utf-8"))

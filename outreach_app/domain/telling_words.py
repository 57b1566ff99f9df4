"""Words by which a sheet that is found would tell what it is about or whom it belongs to.

A neutral copy leaves out a passage that has one of them, whole: nothing that somebody said is
changed. What is found is English words and the names that the record holds, nothing more.
"""

import re
from collections.abc import Iterable

TELLING_STEMS: tuple[str, ...] = (
    "traffick",
    "slave",
    "exploit",
    "victim",
    "survivor",
    "refuge",
    "asylum",
    "safe house",
    "safehouse",
    "home office",
    "national referral mechanism",
    "nrm",
    "court",
    "tribunal",
    "solicitor",
    "lawyer",
    "advocate",
    "charity",
    "my worker",
    "social worker",
    "caseworker",
    "case worker",
    "support worker",
    "prostitut",
    "brothel",
    "pimp",
)
"""Beginnings of words; what follows within the word does not matter."""

_STEMS = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(stem) for stem in TELLING_STEMS) + r")\w*", re.IGNORECASE
)
# The outward and the inward half of a British postcode, with or without the blank.
_POSTCODE = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST_NAME = 3
_NO_NAMES = frozenset(
    [
        "all",
        "also",
        "and",
        "any",
        "are",
        "aka",
        "but",
        "called",
        "client",
        "did",
        "does",
        "family",
        "for",
        "from",
        "gave",
        "gang",
        "given",
        "had",
        "has",
        "he",
        "her",
        "him",
        "his",
        "known",
        "man",
        "men",
        "name",
        "named",
        "names",
        "never",
        "nickname",
        "nicknames",
        "nobody",
        "none",
        "not",
        "one",
        "only",
        "other",
        "others",
        "people",
        "person",
        "real",
        "said",
        "she",
        "some",
        "surname",
        "that",
        "the",
        "their",
        "them",
        "they",
        "this",
        "three",
        "two",
        "unknown",
        "used",
        "uses",
        "was",
        "were",
        "who",
        "with",
        "woman",
        "women",
    ]
)
"""Words around names in a field of names, which would else be found everywhere."""


def telling_words(text: str, phrases: Iterable[str]) -> tuple[str, ...]:
    """Return what in a text would give something away, in its order, each once.

    Args:
        text: What somebody said or wrote.
        phrases: Names and addresses of the record, to be found as whole words.
    """
    found = [(match.start(), match[0]) for match in _STEMS.finditer(text)]
    found += [(match.start(), match[0]) for match in _POSTCODE.finditer(text)]
    plain = _plain(text)
    for phrase in phrases:
        match = re.search(rf"(?<!\w){re.escape(_plain(phrase))}(?!\w)", plain)
        if _plain(phrase) and match is not None:
            found.append((match.start(), phrase.strip()))
    return tuple(dict.fromkeys(word for _place, word in sorted(found)))


def names_in(text: str) -> tuple[str, ...]:
    """Return the single names in a field of names: from three letters, no small one at the begin."""
    return tuple(
        word
        for word in _WORD.findall(text)
        if len(word) >= _SHORTEST_NAME
        and not word[:1].islower()
        and word.casefold() not in _NO_NAMES
    )


def pairs_in(name: str) -> tuple[str, ...]:
    """Return a name of several words, and each two neighbours in it, as people shorten it."""
    words = name.split()
    pairs = (" ".join(words[at : at + 2]) for at in range(len(words) - 1))
    return tuple(dict.fromkeys((name, *pairs)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())

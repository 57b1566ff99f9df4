"""“Is this person already here?”: names that look or sound alike, dates of birth, references.

Names travel through many ears and alphabets before they reach a form: Mohammed and Muhamad, Gërta
and Gerta, given and family name in either order. Each word of a name becomes a skeleton of its
sounds; words are alike when their skeletons are the same or one letter apart.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from outreach_app.domain.answers import flatten
from outreach_app.services.case_finding import draft_cases
from outreach_app.services.listed_cases import ListedCase, list_cases
from outreach_app.services.naming import client_references
from outreach_app.services.workspace import Workspace

_NAMES = ("preferred_name", "full_name", "given_names", "family_name", "name_original_script")
_WORD = re.compile(r"[^\W\d_]+")
_SAME_SOUND = (
    ("sch", "x"), ("sh", "x"), ("ch", "x"), ("tsch", "x"), ("kh", "k"), ("ph", "f"), ("th", "t"),
    ("gh", "g"), ("dh", "d"), ("zh", "j"), ("dj", "j"), ("ck", "k"), ("qu", "k"), ("w", "v"),
    ("c", "k"), ("q", "k"), ("z", "s"), ("y", "i"),
)  # fmt: skip
_LATIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "e", "œ": "e", "ı": "i"})
_SILENT = frozenset("aeiouhj'")
_LEAST_KEY = 2
_ENOUGH = 2
MOST_SHOWN = 6


class Why(StrEnum):
    """What two people have in common."""

    REFERENCE = "reference"
    SAME_NAME = "same_name"
    LIKE_NAME = "like_name"
    SAME_BIRTH = "same_birth"
    LIKE_BIRTH = "like_birth"


_WEIGHTS = {
    Why.REFERENCE: 9,
    Why.SAME_NAME: 3,
    Why.LIKE_NAME: 2,
    Why.SAME_BIRTH: 2,
    Why.LIKE_BIRTH: 1,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """A date of birth as far as it is known; each part "" or digits."""

    year: str = ""
    month: str = ""
    day: str = ""

    def compared(self, other: "Birth") -> Why | None:
        """Return whether two dates are the same, could be, or (None) say nothing or differ."""
        if not self.year or not other.year:
            return None
        mine, theirs = (self.month, self.day), (other.month, other.day)
        if self.year == other.year and mine == theirs and all(mine):
            return Why.SAME_BIRTH
        swapped = mine == theirs[::-1] and all(mine)
        fits = all(not a or not b or a == b for a, b in zip(mine, theirs, strict=True))
        near = self.year == other.year and (fits or swapped)
        return Why.LIKE_BIRTH if near else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Somebody here who may be the same person.

    Attributes:
        cases: Their cases that this person may see.
        why: What is alike, the strongest first.
    """

    client_id: str
    reference: str
    preferred_name: str
    full_name: str
    birth: Birth
    cases: tuple[ListedCase, ...]
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    client_id: str
    reference: str
    facts: Mapping[str, Any]
    cases: tuple[ListedCase, ...]
    birth: Birth
    words: frozenset[str]
    sounds: frozenset[str]

    def references(self) -> frozenset[str]:
        """Return every reference that leads to the client, as they are compared."""
        cases = (each.reference.casefold() for each in self.cases)
        return frozenset((self.reference.casefold(), *cases)) - {""}


class KnownClients:
    """The clients of a vault whom one person may see, ready to be compared many times."""

    def __init__(self, workspace: Workspace) -> None:
        """Read the lists; what the person may not see is not compared."""
        self._known: dict[str, _Known] = {}
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        self._by_year: dict[str, set[str]] = defaultdict(set)
        self._by_reference: dict[str, set[str]] = defaultdict(set)
        for known in _clients(workspace):
            self._known[known.client_id] = known
            for variant in known.sounds:
                self._by_sound[variant].add(known.client_id)
            if known.birth.year:
                self._by_year[known.birth.year].add(known.client_id)
            for each in known.references():
                self._by_reference[each].add(known.client_id)

    def alike(self, names: Iterable[str], birth: Birth, reference: str = "") -> tuple[Alike, ...]:
        """Return who may be the same person, the most alike first.

        Args:
            names: Whatever is known of the name.
            birth: The date of birth as far as it is known.
            reference: A reference from elsewhere, such as an earlier case's.
        """
        words = frozenset(_words(names))
        asked = reference.strip().casefold()
        near = {client for each in _sounds(words) for client in self._by_sound.get(each, ())}
        near |= self._by_year.get(birth.year, set()) | self._by_reference.get(asked, set())
        found = []
        for client in near:
            known = self._known[client]
            why = _compared(known, words, birth, asked)
            weight = sum(_WEIGHTS[each] for each in why)
            if weight >= _ENOUGH:
                found.append((-weight, known.reference, _alike(known, why)))
        return tuple(each for _weight, _reference, each in sorted(found, key=lambda f: f[:2]))[
            :MOST_SHOWN
        ]


def sound(word: str) -> str:
    """Return the skeleton of a word's sounds: ``mhmd`` and ``muhammad`` give the same."""
    plain = fold(word)
    for letters, one in _SAME_SOUND:
        plain = plain.replace(letters, one)
    first, rest = plain[:1], [letter for letter in plain[1:] if letter not in _SILENT]
    first = "a" if first in set("aeiou") else first
    skeleton = [first]
    for letter in rest:
        if letter != skeleton[-1]:
            skeleton.append(letter)
    return "".join(skeleton)


def fold(word: str) -> str:
    """Return a word without case, accents and marks."""
    apart = unicodedata.normalize("NFKD", word.casefold().translate(_LATIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _variants(key: str) -> Iterator[str]:
    """Yield a skeleton, and it without one of its letters: so one slip still meets."""
    yield key
    if len(key) > _LEAST_KEY + 1:
        for place in range(1, len(key)):
            yield key[:place] + key[place + 1 :]


def _words(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for word in _WORD.findall(name):
            if len(word) > 1:
                yield fold(word)


def _names(facts: Mapping[str, Any]) -> Iterator[str]:
    for name in _NAMES:
        yield str(facts.get(name, ""))
    yield from (str(each) for each in facts.get("other_names", ()))


def _compared(
    known: _Known, words: frozenset[str], birth: Birth, reference: str
) -> tuple[Why, ...]:
    why = []
    if reference and reference in known.references():
        why.append(Why.REFERENCE)
    same = words & known.words
    if same and (same in (words, known.words) or len(same) > 1):
        why.append(Why.SAME_NAME)
    elif same or not known.sounds.isdisjoint(_sounds(words)):
        why.append(Why.LIKE_NAME)
    born = birth.compared(known.birth)
    if born is not None:
        why.append(born)
    return tuple(why)


def _sounds(words: Iterable[str]) -> frozenset[str]:
    return frozenset(each for word in words for each in _variants(sound(word)))


def _alike(known: _Known, why: tuple[Why, ...]) -> Alike:
    return Alike(
        client_id=known.client_id,
        reference=known.reference,
        preferred_name=str(known.facts.get("preferred_name", "")),
        full_name=str(known.facts.get("full_name", "")),
        birth=known.birth,
        cases=known.cases,
        why=why,
    )


def _birth_of(facts: Mapping[str, Any]) -> Birth:
    year, month, day = (str(facts.get(f"dob_{part}", "")) for part in ("year", "month", "day"))
    return Birth(year=year, month=month.lstrip("0"), day=day.lstrip("0"))


def _clients(workspace: Workspace) -> Iterator[_Known]:
    cases: dict[str, list[ListedCase]] = defaultdict(list)
    for case in list_cases(workspace.sitting).cases:
        cases[case.line.client_id].append(case)
    references = client_references(workspace.vault)
    drafts = workspace.vault.drafts
    facts = {line.client_id: line.facts for line in workspace.vault.lists.facts("client")}
    for begun in draft_cases(workspace.vault):
        if begun.subject.client_id not in facts and drafts.has(begun.client.document_id):
            answers = drafts.load(begun.client.document_id).answers
            facts[begun.subject.client_id] = flatten(answers)
    for client_id, theirs in cases.items():
        if client_id in facts:
            words = frozenset(_words(_names(facts[client_id])))
            yield _Known(
                client_id=client_id,
                reference=references.get(client_id, ""),
                facts=facts[client_id],
                cases=tuple(theirs),
                birth=_birth_of(facts[client_id]),
                words=words,
                sounds=_sounds(words),
            )

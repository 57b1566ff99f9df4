"""Search over what the unlocked person may read: names, notes and answers of the newest versions."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from outreach_app.services.catalogue import Catalogue
from outreach_app.services.permission import Reader, Sight
from outreach_app.services.sitting import Sitting
from outreach_app.store.search import SearchHit, pieces_of
from outreach_app.store.search_text import searchable

MOST_HITS = 50
_LOOKED_AT = 2000
_AROUND = 5
_CUT = "…"
_WORD = re.compile(r"\w+")
_DIGEST = re.compile(r"(?:sha256:)?[0-9a-f]{32,}")


def search(sitting: Sitting, text: str) -> tuple[SearchHit, ...]:
    """Return the documents that hold every word, the newest first, and note that it was searched.

    What a person may not read is not found: neither a document, nor a part of one that is not for
    them, by its words or by their absence.
    """
    with sitting.vault.transaction(sitting.act("search.run")):
        hits = sitting.vault.search.find(text, limit=_LOOKED_AT)
    return tuple(islice(_readable(sitting, text, hits), MOST_HITS))


def without_codes(catalogue: Catalogue, hit: SearchHit) -> str:
    """Return the excerpt of a hit on one line, with the labels of codes in place of the codes."""
    labels = catalogue.code_labels(hit.document.form_id)
    lines = (_DIGEST.sub("", line).strip() for line in hit.excerpt.splitlines())
    return "; ".join(filter(None, (_without_codes(line, labels) for line in lines)))


def _without_codes(line: str, labels: Mapping[str, str]) -> str:
    words = [word for word in line.split() if word != _CUT]
    if words and all(word in labels for word in words):
        return ", ".join(labels[word] for word in words)
    return line


def _readable(sitting: Sitting, text: str, hits: Sequence[SearchHit]) -> Iterator[SearchHit]:
    reader = Reader(sitting)
    for hit in hits:
        sight = reader.sight(hit.document)
        if sight is not None:
            yield from _seen(sitting, text, hit, sight)


def _seen(sitting: Sitting, text: str, hit: SearchHit, sight: Sight) -> Iterator[SearchHit]:
    """Yield a hit, found again in what is shown of the document where a part of it is hidden."""
    heads = sitting.vault.revisions.heads(hit.document.document_id)
    if not any(sight.hides(head) for head in heads):
        yield hit
        return
    shown = "\n".join(searchable(sight.of(head).answers()) for head in heads)
    excerpt = _excerpt(text, shown)
    if excerpt:
        yield SearchHit(hit.document, excerpt)


def _excerpt(text: str, shown: str) -> str:
    """Return the words around the first place, "" unless every word and phrase stands there."""
    places = [(match.group(), _folded(match.group())) for match in _WORD.finditer(shown)]
    found = []
    for phrase, whole in pieces_of(text):
        wanted = [_folded(word) for word in _WORD.findall(phrase)]
        if not wanted:
            continue
        place = _place_of(wanted, [folded for _word, folded in places], whole=whole)
        if place < 0:
            return ""
        found.append(place)
    if not found:
        return ""
    around = places[max(0, min(found) - _AROUND) : min(found) + _AROUND + 1]
    return " ".join(word for word, _folded_word in around)


def _place_of(wanted: Sequence[str], words: Sequence[str], *, whole: bool) -> int:
    """Return where some words follow each other, the last from its beginning, or -1."""
    *first, last = wanted
    for place in range(len(words) - len(wanted) + 1):
        there = words[place + len(first)]
        ends = there == last if whole else there.startswith(last)
        if ends and list(words[place : place + len(first)]) == first:
            return place
    return -1


def _folded(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))

"""Reading direction: the level of every character, and the order of pieces on one line."""

import re
from collections.abc import Sequence
from typing import TypeVar

from bidi import algorithm

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_SPACED_NUMBER = re.compile(r"(?<=[0-9]) (?=[0-9])")
_Piece = TypeVar("_Piece")


def writes_right_to_left(language: str) -> bool:
    """Say whether a language (BCP 47) is written from right to left; its script decides, if named."""
    subtags = language.lower().replace("_", "-").split("-")
    if "latn" in subtags or "cyrl" in subtags:
        return False
    return subtags[0] in _LANGUAGES or bool({"arab", "hebr", "thaa"} & set(subtags))


def reads_right_to_left(text: str) -> bool:
    """Say whether the first strong character of a paragraph belongs to a right-to-left script."""
    return algorithm.get_base_level(text) == 1


def levels(text: str, base: int) -> list[int]:
    """Return the embedding level of each character of one paragraph.

    Args:
        text: One paragraph, already made visible (so it holds no explicit embeddings).
        base: 0 for a left-to-right paragraph, 1 for right to left.
    """
    if base == 0 and not _has_right_to_left(text):
        return [0] * len(text)
    storage = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "R" if base else "L"
    # A no-break space holds the groups of a telephone number in their order, a space does not.
    algorithm.get_embedding_levels(_SPACED_NUMBER.sub("\u00a0", text), storage)
    for index, character in enumerate(storage["chars"]):
        character["index"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    resolved: list[int | None] = [None] * len(text)
    for character in storage["chars"]:
        resolved[character["index"]] = character["level"]
    return _filled(resolved, base)


def visual_order(pieces: Sequence[_Piece], piece_levels: Sequence[int]) -> list[_Piece]:
    """Order the pieces of one line from left to right (rule L2 of the bidirectional algorithm)."""
    order = list(range(len(pieces)))
    odd = [level for level in piece_levels if level % 2]
    if not odd:
        return list(pieces)
    for level in range(max(piece_levels), min(odd) - 1, -1):
        _reverse_runs(order, piece_levels, level)
    return [pieces[place] for place in order]


def _reverse_runs(order: list[int], piece_levels: Sequence[int], level: int) -> None:
    start = 0
    while start < len(order):
        if piece_levels[order[start]] < level:
            start += 1
            continue
        end = start
        while end < len(order) and piece_levels[order[end]] >= level:
            end += 1
        order[start:end] = order[start:end][::-1]
        start = end


def _has_right_to_left(text: str) -> bool:
    # Every right-to-left script lies above Latin, Greek and Cyrillic.
    return any(character >= "\u0590" for character in text) and any(
        algorithm.bidirectional(character) in _RIGHT_TO_LEFT for character in text
    )


def _filled(resolved: list[int | None], base: int) -> list[int]:
    # The algorithm drops joiners; they share the level of the character before them.
    filled: list[int] = []
    for level in resolved:
        if level is not None:
            filled.append(level)
        else:
            filled.append(filled[-1] if filled else base)
    return filled

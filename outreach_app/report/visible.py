"""Text made safe to show: what would hide, reorder or fake characters is written out.

A reader must see every character that is there. Controls, bidirectional overrides, invisible
separators and private-use characters appear as ``[U+202E]``.
"""

import unicodedata

_JOINERS = "\u200c\u200d"
_LINE_ENDS = str.maketrans(
    {"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"}
)
_INVISIBLE = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0")
_SPELLED_OUT = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})


def visible(untrusted_text: str) -> str:
    """Return the text in NFC with one kind of line end and with hidden characters written out.

    Zero-width joiners stay where they do their work, between letters of a joined script
    (Persian and Kurdish need them); anywhere else they are written out too.
    """
    text = unicodedata.normalize("NFC", untrusted_text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    text = text.translate(_LINE_ENDS)
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(_shown(text, place) for place in range(len(text)))


def _shown(text: str, place: int) -> str:
    character = text[place]
    if character == "\n" or character.isalnum() or character == " ":
        return character
    if character in _JOINERS and _joins(text, place):
        return character
    if character in _INVISIBLE or unicodedata.category(character) in _SPELLED_OUT:
        return f"[U+{ord(character):04X}]"
    return character


def _joins(text: str, place: int) -> bool:
    before = text[place - 1 : place]
    after = text[place + 1 : place + 2]
    return _is_joined_letter(before) and (
        not after or not after.strip() or _is_joined_letter(after)
    )


def _is_joined_letter(character: str) -> bool:
    if not character:
        return False
    return unicodedata.bidirectional(character) in {"AL", "NSM"}

"""Text made safe to show: what would hide, reorder or fake characters is written out.

A reader must see every character that is there. Controls, bidirectional marks and overrides,
invisible separators and private-use characters appear as ``[U+202E]``. The table is fixed here and
not taken from Python's Unicode data, so that plain-text copies stay the same for ever.
"""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HIDDEN = re.compile(
    "[\x00-\x09\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_JOINERS = "\u200c\u200d"
# Scripts whose letters join or combine: Arabic and its extensions, and those of India.
_JOINED = re.compile("[\u0600-\u08ff\u0900-\u0dff\ufb50-\ufdff\ufe70-\ufefc]")


def visible(untrusted_text: str) -> str:
    """Return the text in NFC with one kind of line end and hidden characters written out."""
    return spelled_out(unicodedata.normalize("NFC", untrusted_text))


def spelled_out(untrusted_text: str) -> str:
    """Return the text with one kind of line end and hidden characters written out.

    Zero-width joiners stay where they do their work, between letters of a joined script
    (Persian and Kurdish need them); anywhere else they are written out too.
    """
    text = _LINE_ENDS.sub("\n", untrusted_text).replace("\t", "    ")
    return _HIDDEN.sub(lambda match: _shown(text, match), text)


def _shown(text: str, match: re.Match[str]) -> str:
    character = match[0]
    before = text[match.start() - 1 : match.start()]
    if character in _JOINERS and _JOINED.match(before):
        return character
    return f"[U+{ord(character):04X}]"

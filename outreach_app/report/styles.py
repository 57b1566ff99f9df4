"""Colours, type sizes and distances of the readable copies.

Every colour that carries text has at least 4.5 : 1 contrast on its ground, and no colour speaks
alone: a word or a shape always says the same.
"""

from dataclasses import dataclass
from typing import Final

from outreach_app.report.fonts import Weight
from outreach_app.report.lines import TextStyle
from outreach_app.report.pen import Colour


def colour(code: str) -> Colour:
    """Return a colour from its six hexadecimal digits."""
    red, green, blue = (int(code[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return (red, green, blue)


INK: Final = colour("1B2430")
MUTED: Final = colour("556172")
LINE: Final = colour("D9DFE7")
PANEL: Final = colour("F6F7F9")
WHITE: Final = colour("FFFFFF")
ACCENT: Final = colour("1F5F7A")
ACCENT_SOFT: Final = colour("E6F0F4")


@dataclass(frozen=True, slots=True)
class Tone:
    """A dark colour for words and shapes, and the soft ground that belongs to it."""

    dark: Colour
    soft: Colour


NEUTRAL: Final = Tone(MUTED, colour("EDF0F4"))
QUIET: Final = Tone(ACCENT, ACCENT_SOFT)
GOOD: Final = Tone(colour("2A7549"), colour("E5F3EA"))
CAUTION: Final = Tone(colour("8A5C00"), colour("FBF1DA"))
WARNING: Final = Tone(colour("B53E1B"), colour("FBE6DF"))
ALARM: Final = Tone(colour("8E1538"), colour("F8E1E8"))

LEVEL_TONES: Final = {"low": GOOD, "medium": CAUTION, "high": WARNING, "very_high": ALARM}

# Points. The page is A4; the measure of about 90 characters keeps lines easy to follow.
MARGIN_SIDE: Final = 56.0
MARGIN_TOP: Final = 66.0
MARGIN_BOTTOM: Final = 60.0

TITLE: Final = TextStyle(21, 27, INK, Weight.BOLD)
SUBTITLE: Final = TextStyle(10.5, 15, MUTED)
SECTION: Final = TextStyle(13.5, 18, ACCENT, Weight.BOLD)
GROUP: Final = TextStyle(10.5, 14.5, INK, Weight.BOLD)
BODY: Final = TextStyle(9.5, 14, INK)
STRONG: Final = TextStyle(9.5, 14, INK, Weight.BOLD)
QUOTE: Final = TextStyle(10, 15, INK)
LABEL: Final = TextStyle(9, 13, MUTED)
LABEL_STRONG: Final = TextStyle(9, 13, MUTED, Weight.BOLD)
SMALL: Final = TextStyle(8.5, 12, MUTED)
SMALL_INK: Final = TextStyle(8.5, 12, INK)
HEAD: Final = TextStyle(8, 11, MUTED, Weight.BOLD)
FOOT: Final = TextStyle(8, 11, MUTED)
ABSENT: Final = TextStyle(9.5, 14, MUTED, Weight.ITALIC)


def in_colour(style: TextStyle, shade: Colour) -> TextStyle:
    """Return a style in another colour."""
    return TextStyle(style.size, style.leading, shade, style.weight)

"""The colours of the three themes and the sizes of everything, as plain data.

Contrast of each pair in `PAIRS` is computed in a test (WCAG 2.2: 4.5 for text, 3 for borders of
controls). Risk is never told by colour alone: each level has a shape of its own.
"""

from dataclasses import dataclass
from enum import StrEnum


class ThemeName(StrEnum):
    """Which set of colours."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Colours as ``#rrggbb``.

    Attributes:
        ground, panel, sunken: Behind everything; of cards and fields; of quiet areas in a card.
        ink, ink_soft, ink_faint: Text; second line; labels of tables.
        line, edge: Between things; around controls that can be operated.
        accent, accent_ink, accent_soft: The one primary action; text on it; what is chosen.
        navigation, navigation_on, navigation_ink, navigation_soft: The bar at the side.
        focus: The ring around what has the keyboard.
    """

    ground: str
    panel: str
    sunken: str
    ink: str
    ink_soft: str
    ink_faint: str
    line: str
    edge: str
    accent: str
    accent_hover: str
    accent_ink: str
    accent_soft: str
    low: str
    low_soft: str
    medium: str
    medium_soft: str
    high: str
    high_soft: str
    very_high: str
    very_high_soft: str
    very_high_ink: str
    navigation: str
    navigation_on: str
    navigation_ink: str
    navigation_soft: str
    focus: str


LIGHT = Tokens(
    ground="#F6F7F9",
    panel="#FFFFFF",
    sunken="#F0F2F6",
    ink="#1B2430",
    ink_soft="#4E5A6A",
    ink_faint="#5F6B7B",
    line="#E3E7ED",
    edge="#7A8596",
    accent="#1F5F7A",
    accent_hover="#194D63",
    accent_ink="#FFFFFF",
    accent_soft="#E6F0F4",
    low="#256B42",
    low_soft="#E5F3EA",
    medium="#7F5500",
    medium_soft="#FBF1DA",
    high="#AB3817",
    high_soft="#FBE6DF",
    very_high="#8E1538",
    very_high_soft="#F8E1E8",
    very_high_ink="#FFFFFF",
    navigation="#14222E",
    navigation_on="#22384A",
    navigation_ink="#FFFFFF",
    navigation_soft="#B4C2CF",
    focus="#0B63CE",
)

DARK = Tokens(
    ground="#10171F",
    panel="#18222D",
    sunken="#1F2B38",
    ink="#E8EDF3",
    ink_soft="#B3BFCC",
    ink_faint="#98A6B5",
    line="#2A3846",
    edge="#74869A",
    accent="#7CC0DB",
    accent_hover="#9AD2E8",
    accent_ink="#0C1B24",
    accent_soft="#1E3A49",
    low="#7FD3A0",
    low_soft="#17362A",
    medium="#E9BE63",
    medium_soft="#3A2E12",
    high="#F79A7C",
    high_soft="#43221A",
    very_high="#F792AE",
    very_high_soft="#47182A",
    very_high_ink="#10171F",
    navigation="#0A1118",
    navigation_on="#1D3040",
    navigation_ink="#FFFFFF",
    navigation_soft="#A9B8C6",
    focus="#8AB8FF",
)

CONTRAST = Tokens(
    ground="#000000",
    panel="#000000",
    sunken="#141414",
    ink="#FFFFFF",
    ink_soft="#FFFFFF",
    ink_faint="#E6E6E6",
    line="#8C8C8C",
    edge="#FFFFFF",
    accent="#FFE14D",
    accent_hover="#FFF0A0",
    accent_ink="#000000",
    accent_soft="#3B3400",
    low="#8CFFB4",
    low_soft="#00290F",
    medium="#FFD166",
    medium_soft="#2E2200",
    high="#FFA185",
    high_soft="#330D00",
    very_high="#FF9DBB",
    very_high_soft="#3A0016",
    very_high_ink="#000000",
    navigation="#000000",
    navigation_on="#3B3400",
    navigation_ink="#FFFFFF",
    navigation_soft="#FFFFFF",
    focus="#00E5FF",
)

THEMES = {ThemeName.LIGHT: LIGHT, ThemeName.DARK: DARK, ThemeName.CONTRAST: CONTRAST}

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    ("ink", "ground"),
    ("ink", "panel"),
    ("ink", "sunken"),
    ("ink", "accent_soft"),
    ("ink_soft", "ground"),
    ("ink_soft", "panel"),
    ("ink_soft", "sunken"),
    ("ink_faint", "ground"),
    ("ink_faint", "panel"),
    ("accent", "panel"),
    ("accent", "ground"),
    ("accent", "accent_soft"),
    ("accent_ink", "accent"),
    ("accent_ink", "accent_hover"),
    ("low", "low_soft"),
    ("medium", "medium_soft"),
    ("high", "high_soft"),
    ("very_high", "very_high_soft"),
    ("very_high", "panel"),
    ("very_high_ink", "very_high"),
    ("low", "panel"),
    ("medium", "panel"),
    ("high", "panel"),
    ("low", "ground"),
    ("medium", "ground"),
    ("high", "ground"),
    ("very_high", "ground"),
    ("ink", "medium_soft"),
    ("ink_soft", "medium_soft"),
    ("accent", "medium_soft"),
    ("ink", "very_high_soft"),
    ("ink_soft", "very_high_soft"),
    ("ink_soft", "accent_soft"),
    ("ink_faint", "sunken"),
    ("accent", "sunken"),
    ("navigation_ink", "navigation"),
    ("navigation_ink", "navigation_on"),
    ("navigation_soft", "navigation"),
    ("navigation_soft", "navigation_on"),
)
"""Text colour and what lies behind it: at least 4.5 to 1."""

CONTROL_PAIRS: tuple[tuple[str, str], ...] = (
    ("edge", "panel"),
    ("edge", "ground"),
    ("focus", "panel"),
    ("focus", "ground"),
    ("edge", "sunken"),
    ("edge", "accent_soft"),
    ("focus", "sunken"),
    ("focus", "accent_soft"),
    ("navigation_soft", "navigation"),
    ("navigation_soft", "navigation_on"),
    # lines and points of charts, the chosen cell of a grid and its ring, on the bands
    *(
        (line, band)
        for line in ("ink", "accent", "focus", "ink_faint")
        for band in ("low_soft", "medium_soft", "high_soft", "very_high_soft", "panel")
    ),
    # edges of cards that warn, parts of a bar that are done
    ("medium", "medium_soft"),
    ("very_high", "very_high_soft"),
    ("accent", "sunken"),
    ("low", "sunken"),
    ("high", "sunken"),
)
"""Border of a control and what lies behind it: at least 3 to 1."""


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

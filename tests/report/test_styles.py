import pytest

from outreach_app.report import styles
from outreach_app.report.dates import (
    readable_date,
    readable_instant,
    readable_time,
)
from outreach_app.report.drawings import band_of
from outreach_app.report.pen import Colour


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("ground", [styles.WHITE, styles.PANEL])
@pytest.mark.parametrize("shade", [styles.INK, styles.MUTED, styles.ACCENT])
def test_words_stand_out_from_their_ground(shade: Colour, ground: Colour) -> None:
    assert _contrast(shade, ground) >= 4.5


@pytest.mark.parametrize("tone", [styles.NEUTRAL, styles.QUIET, *styles.LEVEL_TONES.values()])
def test_levels_stand_out_from_their_soft_ground(tone: styles.Tone) -> None:
    assert _contrast(tone.dark, tone.soft) >= 4.5
    assert _contrast(styles.INK, tone.soft) >= 7


@pytest.mark.parametrize(
    ("lexical", "words"),
    [
        ("2026-02-03", "3 February 2026"),
        ("2026-02", "February 2026"),
        ("2026", "2026"),
        ("2026-13-01", "2026-13-01"),
        ("soon", "soon"),
    ],
)
def test_dates_are_in_words(lexical: str, words: str) -> None:
    assert readable_date(lexical) == words


@pytest.mark.parametrize(
    ("lexical", "words"),
    [
        ("2026-02-03T11:20:00.000+01:00", "3 February 2026, 11:20"),
        ("2026-02-03T11:20:00Z", "3 February 2026, 11:20"),
        ("2026-02-03", "3 February 2026"),
        ("2026-02-03Tnoon", "2026-02-03Tnoon"),
        ("not a date", "not a date"),
    ],
)
def test_instants_are_in_words_of_their_own_offset(lexical: str, words: str) -> None:
    assert readable_instant(lexical) == words


def test_times_lose_their_seconds() -> None:
    assert readable_time("09:05:00.000+00:00") == "09:05"
    assert readable_time("later") == "later"


@pytest.mark.parametrize(
    ("likelihood", "severity", "band"),
    [
        (1, 5, "low"),
        (2, 3, "medium"),
        (2, 5, "medium"),
        (3, 4, "high"),
        (4, 4, "high"),
        (4, 5, "very_high"),
    ],
)
def test_bands_of_the_grid(likelihood: int, severity: int, band: str) -> None:
    assert band_of(likelihood, severity) == band

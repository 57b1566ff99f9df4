"""Risk levels, the bands of a single risk, and how they compare."""

from enum import IntEnum

from outreach_app.phrases import listed

LIKELIHOODS = range(1, 6)


class RiskLevel(IntEnum):
    """The four levels, ordered. Words first: a level is shown by its label, never by a number."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3
    VERY_HIGH = 4

    @property
    def code(self) -> str:
        """Return the code as stored in answers: ``very_high``."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """Return the level in words."""
        return listed(self.code.replace("_", " "))


_BY_CODE = {level.code: level for level in RiskLevel}
_BAND_FROM = (
    (20, RiskLevel.VERY_HIGH),
    (12, RiskLevel.HIGH),
    (6, RiskLevel.MEDIUM),
    (1, RiskLevel.LOW),
)


def parse_level(code: str) -> RiskLevel | None:
    """Return the level of a stored code, None when unanswered or no level."""
    return _BY_CODE.get(code)


def highest(*levels: RiskLevel | None) -> RiskLevel | None:
    """Return the highest of the levels that are known."""
    return max((level for level in levels if level is not None), default=None)


def score_of(likelihood: int | None, severity: int | None) -> int | None:
    """Return likelihood times severity (1 to 25), None while either is unanswered."""
    if likelihood is None or severity is None:
        return None
    if likelihood not in LIKELIHOODS or severity not in LIKELIHOODS:
        return None
    return likelihood * severity


def band_of(score: int | None) -> RiskLevel | None:
    """Return the band of a score: 1–5 low, 6–10 medium, 12–16 high, 20–25 very high."""
    if score is None:
        return None
    return next(band for least, band in _BAND_FROM if score >= least)

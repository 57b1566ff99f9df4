"""Small marks: a risk level with its shape and word, or a fact."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy

from outreach_app.domain.levels import RiskLevel
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import shown, translate

_SHAPES = {"low": "●", "medium": "▲", "high": "■", "very_high": "◆"}


def level_words(code: str) -> str:
    """Return the word of a level, in the window's language."""
    return {
        "low": translate("pieces", "Low"),
        "medium": translate("pieces", "Medium"),
        "high": translate("pieces", "High"),
        "very_high": translate("pieces", "Very high"),
    }.get(code, translate("pieces", "Not assessed"))


def level_shape(code: str) -> str:
    """Return the shape of a level, so that it never needs colour: circle to diamond."""
    return _SHAPES.get(code, "○")


class Chip(Text):
    """A short fact on a coloured ground."""

    def __init__(self, words: str, tone: str = "neutral", *, spoken: str = "") -> None:
        """Show a fact.

        Args:
            words: What stands in it.
            tone: low, medium, high, very_high, neutral or accent.
            spoken: What a screen reader says instead.
        """
        super().__init__(words, wraps=False)
        self.setProperty("chip", tone)
        self.setAccessibleName(shown(spoken or words))


class LongChip(Chip):
    """A fact that may need more than a line, where text is large or its row is narrow."""

    def __init__(self, words: str, tone: str = "neutral") -> None:
        """Show a fact, on one line where there is room."""
        super().__init__(words, tone)
        line = Chip(words, tone)
        line.ensurePolished()
        self._on_one_line = line.sizeHint()
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        return self._on_one_line

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of one line where there is room for it, else of as many as it takes."""
        if width >= self._on_one_line.width():
            return self._on_one_line.height()
        return super().heightForWidth(width)


class LevelChip(Chip):
    """A risk level: shape, word and colour."""

    def __init__(self, level: RiskLevel | str | None, *, prefix: str = "") -> None:
        """Show a level (or its code); none is “not assessed”."""
        code = level.code if isinstance(level, RiskLevel) else (level or "")
        word = level_words(code)
        shown = f"{prefix}: {word}" if prefix else word
        tone = code if code in _SHAPES else "neutral"
        super().__init__(
            f"{level_shape(code)} {shown}",
            tone,
            spoken=translate("pieces", "Risk level: {level}").format(level=word),
        )

"""At the right: what the answers add up to, gaps, flags, and the way to the safety page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QStyle, QVBoxLayout, QWidget

from outreach_app.phrases import in_a_row
from outreach_app.services.form_summary import FormSummary, ShownGap
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import LevelChip, level_words
from outreach_app.ui.pieces.surfaces import Scroll, clear, column, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look

WIDTH_PX = 272
_MARGIN_PX = 20
_SHOWN = 6
_LONGEST = 150


class Expandable(QWidget):
    """A text of which only the beginning is shown until somebody wants all of it."""

    def __init__(self, words: str) -> None:
        """Show words."""
        super().__init__()
        self._all = words = told(words)
        lines = column(gap=0)
        self.setLayout(lines)
        self._text = Text("", "small")
        lines.addWidget(self._text)
        self._is_whole = len(words) <= _LONGEST
        if not self._is_whole:
            self._button = Button("", self._on_pressed, kind="quiet")
            holder = row(self._button)
            holder.addStretch(1)
            lines.addLayout(holder)
            self._show()
        else:
            self._text.say(words)

    def _on_pressed(self) -> None:
        self._is_whole = not self._is_whole
        self._show()

    def _show(self) -> None:
        cut = self._all[:_LONGEST].rsplit(" ", 1)[0]
        self._text.say(self._all if self._is_whole else f"{cut} …")
        words = translate("forms", "Less") if self._is_whole else translate("forms", "All of it")
        self._button.setText(words)
        self._button.setAccessibleName(f"{words}: {cut}")


class Summary(QFrame):
    """What the answers add up to."""

    def __init__(self, go: Callable[[str], None], to_safety: Callable[[], None] | None) -> None:
        """Begin empty.

        Args:
            go: Called with the address of a question that is wanted.
            to_safety: Opens the page on immediate safety; None where the document has no case.
        """
        super().__init__()
        look = current_look()
        self.setProperty("kind", "panel")
        self.setAccessibleName(translate("forms", "What it adds up to"))
        self._go = go
        self._shown: FormSummary | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        area = Scroll(margin=_MARGIN_PX, gap=18)
        self._facts = column(gap=18)
        area.column.addLayout(self._facts)
        self._danger: Button | None = None
        if to_safety is not None:
            words = translate("forms", "Record immediate danger")
            self._danger = Button(words, to_safety, kind="danger")
            area.column.addLayout(_danger_lines(self._danger))
        area.column.addStretch(1)
        self._column = area.column
        layout.addWidget(area)
        self.setMinimumWidth(look.px(200))

    @property
    def wanted_px(self) -> int:
        """The width at which no word on its button is cut, in pixels of the screen."""
        look = current_look()
        if self._danger is None:
            return look.px(WIDTH_PX)
        self._danger.ensurePolished()
        edges = 2 * look.px(_MARGIN_PX) + 2 * self.frameWidth()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return max(look.px(WIDTH_PX), self._danger.sizeHint().width() + edges + bar)

    def tell(self, summary: FormSummary) -> None:
        """Show a summary."""
        if summary == self._shown:
            return
        self._shown = summary
        clear(self._facts)
        if summary.level or summary.rules:
            self._level(summary)
        self._listed(translate("forms", "Open flags"), summary.flags_open)
        self._listed(
            translate("forms", "Flags to think of"),
            summary.flags_suggested,
            translate("forms", "Items suggest them. Raise each, or say why not."),
        )
        self._gaps(summary.gaps)
        values = [in_a_row((label, words), ": ") for label, words in summary.values]
        self._listed(translate("forms", "Worked out"), tuple(values))
        self._listed(
            translate("forms", "To think of"), tuple(each.text for each in summary.remarks)
        )

    def _level(self, summary: FormSummary) -> None:
        lines = column(gap=5)
        lines.addWidget(Text(translate("forms", "Overall so far"), "heading"))
        chip = row(LevelChip(summary.level))
        chip.addStretch(1)
        lines.addLayout(chip)
        if summary.judged:
            words = translate("forms", "In your judgement: {level}")
            lines.addWidget(Text(words.format(level=level_words(summary.judged)), "small"))
        if summary.before:
            words = translate("forms", "Last assessment: {level}")
            lines.addWidget(Text(words.format(level=level_words(summary.before)), "small"))
        if summary.rules:
            lines.addWidget(Text(translate("forms", "Why"), "column"))
        for each in summary.rules[:_SHOWN]:
            level = level_words(each.level.replace(" ", "_")) if each.level else ""
            words = in_a_row((level, each.text), ": ")
            lines.addWidget(Expandable(words))
        self._more(lines, len(summary.rules))
        self._facts.addLayout(lines)

    def _listed(self, heading: str, entries: tuple[str, ...], remark: str = "") -> None:
        if not entries:
            return
        lines = column(gap=5)
        lines.addWidget(Text(heading, "heading"))
        if remark:
            lines.addWidget(Text(remark, "small"))
        for each in entries[:_SHOWN]:
            lines.addWidget(Text(each, "soft"))
        self._more(lines, len(entries))
        self._facts.addLayout(lines)

    def _gaps(self, gaps: tuple[ShownGap, ...]) -> None:
        if not gaps:
            return
        lines = column(gap=6)
        lines.addWidget(Text(translate("forms", "Information gaps"), "heading"))
        for place, gap in enumerate(gaps[:_SHOWN]):
            if place:
                lines.addWidget(rule())
            lines.addWidget(Text(gap.question))
            follow = row(
                Text(gap.follow_up or translate("forms", "no follow-up yet"), "small"), gap=4
            )
            spoken = translate("forms", "Go to: {question}").format(question=gap.question)
            words = translate("forms", "Go there")
            button = Button(words, partial(self._go, gap.address), kind="quiet", spoken=spoken)
            follow.addWidget(button)
            lines.addLayout(follow)
        self._more(lines, len(gaps))
        self._facts.addLayout(lines)

    def _more(self, lines: QVBoxLayout, count: int) -> None:
        if count > _SHOWN:
            lines.addWidget(Text(translate("forms", "and %n more", "", count - _SHOWN), "small"))


def _danger_lines(button: Button) -> QVBoxLayout:
    lines = column(gap=6)
    lines.addWidget(Text(translate("forms", "If danger is immediate"), "heading"))
    words = translate(
        "forms", "Call 999. Then record it here: flags open at once, with what to do for each."
    )
    lines.addWidget(Text(words, "small"))
    holder = row(button)
    holder.addStretch(1)
    lines.addLayout(holder)
    return lines

"""The steps and numbers of one flag, a line each, to write, order and take away."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from outreach_app.domain.crisis import MOST_LETTERS, CrisisKind
from outreach_app.ui.people.steps import line_of
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.surfaces import clear, column, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_NUMBER_LETTERS = 32


def line_words(line: Mapping[str, str]) -> str:
    """Return a line as it is read: what to do, or whom to call on which number."""
    if line["kind"] == CrisisKind.NUMBER.value:
        return translate("people", "☎ {who}: {number}").format(
            who=line["words"], number=line["number"]
        )
    return translate("people", "• {step}").format(step=line["words"])


@dataclass(slots=True)
class _Line:
    """What is being written: what to do, or whom to call and on which number."""

    kind: str
    words: str = ""
    number: str = ""


class CrisisLines(QWidget):
    """The lines of a flag in the order in which they are shown.

    Attributes:
        changed: Something else is written.
    """

    changed = Signal()

    def __init__(self, flag: str, lines: Sequence[Mapping[str, str]]) -> None:
        """Show lines; without any one begins with a number."""
        super().__init__()
        self._flag = flag
        self._lines = [_Line(each["kind"], each["words"], each["number"]) for each in lines]
        if not self._lines:
            self._lines.append(_Line(CrisisKind.NUMBER.value))
        self._fields: list[QLineEdit] = []
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._draw()

    def rows(self) -> tuple[Mapping[str, str], ...]:
        """Return what is written, as rows of the table; empty lines are left out."""
        return tuple(
            {
                "flag": self._flag,
                "kind": each.kind,
                "words": " ".join(each.words.split()),
                "number": " ".join(each.number.split()),
            }
            for each in self._lines
            if each.words.strip() or each.number.strip()
        )

    def _draw(self) -> None:
        clear(self._inside)
        self._fields = []
        drawn = QWidget()
        lines = column(gap=10)
        drawn.setLayout(lines)
        for place, line in enumerate(self._lines):
            lines.addLayout(self._line(place, line))
            lines.addWidget(rule())
        lines.addLayout(
            line_of(
                Button(translate("people", "Add a step"), lambda: self._add(CrisisKind.STEP)),
                Button(translate("people", "Add a number"), lambda: self._add(CrisisKind.NUMBER)),
            )
        )
        self._inside.addWidget(drawn)
        # At once, so that the keyboard can go to it.
        drawn.show()

    def _line(self, place: int, line: _Line) -> QVBoxLayout:
        count = place + 1
        is_number = line.kind == CrisisKind.NUMBER.value
        asked = (
            translate("people", "{count}. Whom to call")
            if is_number
            else translate("people", "{count}. What to do")
        ).format(count=count)
        words = line_field(asked, line.words)
        words.setMaxLength(MOST_LETTERS)
        words.textChanged.connect(lambda typed: self._on_typed(line, words=typed))
        self._fields.append(words)
        inside = column(Text(asked, "strong"), words, gap=6)
        if is_number:
            asked = translate("people", "{count}. Number, as it is dialled").format(count=count)
            number = line_field(asked, line.number)
            number.setMaxLength(_NUMBER_LETTERS)
            number.setFixedWidth(current_look().px(240))
            number.textChanged.connect(lambda typed: self._on_typed(line, number=typed))
            beside = row(Text(translate("people", "Number, as it is dialled"), wraps=False), number)
            beside.addStretch(1)
            inside.addLayout(beside)
        inside.addLayout(line_of(*self._ways(place, count)))
        return inside

    def _ways(self, place: int, count: int) -> list[Button]:
        def way(words: str, spoken: str, act: Callable[[], object]) -> Button:
            return Button(words, act, kind="plain", spoken=spoken.format(count=count))

        ways = []
        if place:
            ways.append(
                way(
                    translate("people", "Up"),
                    translate("people", "Line {count} up"),
                    lambda: self._move(place, place - 1),
                )
            )
        if count < len(self._lines):
            ways.append(
                way(
                    translate("people", "Down"),
                    translate("people", "Line {count} down"),
                    lambda: self._move(place, place + 1),
                )
            )
        ways.append(
            way(
                translate("people", "Take away"),
                translate("people", "Take line {count} away"),
                lambda: self._take_away(place),
            )
        )
        return ways

    def leave_out_empty(self) -> None:
        """Take empty lines away, so that each has the number that it is told by."""
        full = [each for each in self._lines if each.words.strip() or each.number.strip()]
        if len(full) < len(self._lines) and full:
            self._lines = full
            self._draw()

    def _on_typed(
        self, line: _Line, *, words: str | None = None, number: str | None = None
    ) -> None:
        line.words = line.words if words is None else words
        line.number = line.number if number is None else number
        self.changed.emit()

    def _add(self, kind: CrisisKind) -> None:
        self._lines.append(_Line(kind.value))
        self._draw()
        self._fields[-1].setFocus()

    def _move(self, place: int, to: int) -> None:
        self._lines.insert(to, self._lines.pop(place))
        self._draw()
        self.changed.emit()
        self._fields[to].setFocus()

    def _take_away(self, place: int) -> None:
        del self._lines[place]
        self._draw()
        self.changed.emit()
        if self._fields:
            self._fields[min(place, len(self._fields) - 1)].setFocus()

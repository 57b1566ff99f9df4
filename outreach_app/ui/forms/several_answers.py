"""Several of many: check boxes, or a list to search in with what was chosen above it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from outreach_app.engine.reading import QuestionView
from outreach_app.ui.forms.answer import AnswerField
from outreach_app.ui.forms.search_answers import SearchAnswer
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import clear
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

MOST_BOXES = 24
_LEAST_BOX_PX, _BOX_GAP_PX, _MOST_COLUMNS = 170, 12, 3


def with_code(value: str, code: str, alone: frozenset[str], *, chosen: bool) -> list[str]:
    """Return the codes after one was chosen or taken away.

    Args:
        value: The codes so far, with blanks between.
        code: What was chosen or taken away.
        alone: Codes that say why there is no answer; they stand alone.
        chosen: Whether it was chosen.
    """
    kept = [each for each in value.split() if each != code]
    if not chosen:
        return kept
    return [code] if code in alone else [*(each for each in kept if each not in alone), code]


class BoxesAnswer(AnswerField):
    """A check box for each choice."""

    def __init__(self, spoken: str, alone: Iterable[str]) -> None:
        """Make the field; `alone` are the codes that exclude all others."""
        holder = QWidget()
        super().__init__(holder)
        self._spoken = spoken
        self._alone = frozenset(alone)
        self._layout = QVBoxLayout(holder)
        self._layout.setContentsMargins(0, 0, 0, 0)
        holder.setAccessibleName(spoken)
        self._boxes: dict[str, QCheckBox] = {}
        self._value = ""

    @property
    def is_empty(self) -> bool:
        return not self._value

    def _offer(self, view: QuestionView) -> None:
        if list(self._boxes) == [each.code for each in view.choices]:
            return
        clear(self._layout)
        self._boxes = {}
        for choice in view.choices:
            box = QCheckBox((choice.label or choice.code).replace("&", "&&"))
            box.setAccessibleName(choice.label or choice.code)
            box.setAccessibleDescription(self._spoken)
            # Not `clicked`: a screen reader turns a box without a click.
            box.toggled.connect(lambda chosen, code=choice.code: self._on_turned(code, chosen))
            self._boxes[choice.code] = box
        self._layout.addWidget(_in_columns(list(self._boxes.values())))

    def _on_turned(self, code: str, chosen: bool) -> None:
        codes = with_code(self._value, code, self._alone, chosen=chosen)
        self._show(" ".join(codes))
        self.answered.emit(codes)

    def show_view(self, view: QuestionView) -> None:
        self._offer(view)
        self._show(view.value)

    def _show(self, value: str) -> None:
        self._value = value
        codes = set(value.split())
        for code, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(code in codes)

    def take_focus(self) -> None:
        for box in self._boxes.values():
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            return


class PickedAnswer(AnswerField):
    """What was chosen from a long list, each with a button to take it away."""

    def __init__(self, spoken: str, view: QuestionView, alone: Iterable[str]) -> None:
        """Make the field; `alone` are the codes that exclude all others."""
        holder = QWidget()
        super().__init__(holder)
        self._spoken = spoken
        self._alone = frozenset(alone)
        self._labels: dict[str, str] = {}
        self._value = ""
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_look().px(6))
        self._chosen = Flow(gap=current_look().px(6))
        layout.addLayout(self._chosen)
        self._finder = SearchAnswer(
            translate("forms", "Add to: {question}").format(question=spoken), view.choices
        )
        layout.addWidget(self._finder.widget)
        self._finder.answered.connect(self._on_found)
        self._finder.misread.connect(self.misread)

    @property
    def is_empty(self) -> bool:
        return not self._value

    def _on_found(self, code: object) -> None:
        if code:
            self._finder.reset()
            self._give(with_code(self._value, str(code), self._alone, chosen=True))

    def _give(self, codes: list[str]) -> None:
        self._value = " ".join(codes)
        self._show()
        self.answered.emit(codes)

    def _take_away(self, code: str) -> None:
        self._give(with_code(self._value, code, self._alone, chosen=False))
        self.take_focus()

    def show_view(self, view: QuestionView) -> None:
        self._labels = {each.code: each.label for each in view.choices}
        if view.value != self._value or not self._chosen.count():
            self._value = view.value
            self._show()
        self._finder.show_view(_without_answer(view))

    def _show(self) -> None:
        clear(self._chosen)
        for code in self._value.split():
            words = self._labels.get(code, code)
            away = translate("forms", "Take away: {what}").format(what=words)
            self._chosen.addWidget(
                Button(f"{words}  ×", partial(self._take_away, code), spoken=away)
            )

    def take_focus(self) -> None:
        self._finder.take_focus()

    def commit(self) -> None:
        self._finder.commit()


class _Columns(QWidget):
    """Boxes in rows of equal columns, as many as there is room for."""

    def __init__(self, boxes: list[QCheckBox], least: int) -> None:
        super().__init__()
        self._boxes, self._least = boxes, least
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(current_look().px(_BOX_GAP_PX))
        self._grid.setVerticalSpacing(current_look().px(2))
        self._count = 0
        self._place(_MOST_COLUMNS)

    def _place(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for place, box in enumerate(self._boxes):
            self._grid.addWidget(box, place // count, place % count)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < count else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._least, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = event.size().width() // max(1, self._least)
        self._place(max(1, min(_MOST_COLUMNS, fitting)))


def _in_columns(boxes: list[QCheckBox]) -> QWidget:
    """Return boxes in as many columns as the longest words and the width allow."""
    look = current_look()
    widest = max((_width(box) for box in boxes), default=0) * 100 / look.text_percent
    least = max(_LEAST_BOX_PX, round(widest) + _BOX_GAP_PX)
    return _Columns(boxes, current_look().px(least))


def _width(box: QCheckBox) -> int:
    box.ensurePolished()
    return box.sizeHint().width()


def _without_answer(view: QuestionView) -> QuestionView:
    return replace(view, value="")

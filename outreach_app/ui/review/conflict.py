"""One conflict: what both started from, what each version says, and what a person decides."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from outreach_app.domain.differing_words import differing_words
from outreach_app.domain.merge import DELETED, ConflictKind
from outreach_app.services.merging.questions import TEXT, Decision, OpenQuestion
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.columns import Tiles
from outreach_app.ui.pieces.fields import LongField
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.masked import DOTS, Masked
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text, restyle
from outreach_app.ui.review.marked import MarkedText
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_PAUSE_MS = 500


@dataclass(frozen=True, slots=True)
class Told:
    """A version in words.

    Attributes:
        take: What a decision for it says.
        name: Short, for the button: initials, or “my draft”.
        head: Who, when, on which laptop.
        words: What it says.
    """

    take: str
    name: str
    head: str
    words: str


class ConflictCard(Card):
    """Both versions side by side, and the choice.

    Attributes:
        decided: A person decided, or wrote on in the joint text.
    """

    decided = Signal()

    def __init__(
        self,
        question: OpenQuestion,
        base: tuple[str, str],
        versions: tuple[Told, ...],
        *,
        writable: bool,
        masked: bool = False,
        decision: Decision | None = None,
    ) -> None:
        """Show a conflict.

        Args:
            question: What is in conflict.
            base: Head and words of what both started from.
            versions: What each version says.
            writable: A joint text makes sense: it is a question that takes text.
            masked: What the versions say is shown only on request.
            decision: What was decided before and not signed.
        """
        super().__init__(question.label)
        self._address = question.address
        self._decision = decision
        self._panels: dict[str, Card] = {}
        until = translate("review", "▲ Until you decide, nothing counts here")
        if question.shown:
            until = translate("review", "▲ Until you decide, the more cautious answer counts")
        self.add(_chip_line(until))
        self._is_masked = masked
        panels = [self._panel(base[0], base[1], "", kind="quiet")]
        for each in versions:
            panel = self._panel(each.head, each.words, base[1], kind="card")
            self._panels[each.take] = panel
            panels.append(panel)
        self.add(Tiles(panels, least=230, gap=12))
        self._choices = QButtonGroup(self)
        holder = QWidget()
        flow = Flow(holder, gap=current_look().px(8))
        self._buttons: dict[str, Button] = {}
        for each in versions:
            label = translate("review", "Keep {name}").format(name=each.name)
            flow.addWidget(self._choice(each.take, label))
        self._joint: LongField | None = None
        if writable:
            flow.addWidget(self._choice(TEXT, translate("review", "Write a joint text…")))
        self.add(holder)
        if writable:
            text = decision.text if decision is not None and decision.take == TEXT else ""
            suggested = "\n".join(dict.fromkeys(filter(None, (v.words for v in versions))))
            self._joint = LongField(
                translate("review", "Joint text for {question}").format(question=question.label),
                text or suggested,
            )
            self._pause = QTimer(self)
            self._pause.setSingleShot(True)
            self._pause.setInterval(_PAUSE_MS)
            self._pause.timeout.connect(self._on_written)
            self._joint.textChanged.connect(self._pause.start)
            self.add(self._joint)
        self._choices.idClicked.connect(self._on_clicked)
        self._takes = list(self._buttons)
        self._show()

    def _panel(self, head: str, words: str, before: str, *, kind: str) -> Card:
        card = Card(kind=kind)
        shown = words or translate("review", "(nothing)")
        hidden = self._is_masked and bool(words)
        said = (
            Masked(f"{self.accessibleName()}, {head}", words)
            if hidden
            else MarkedText(shown, differing_words(before, words))
        )
        card.add(Text(head, "small"), said)
        card.column.addStretch(1)
        card.setAccessibleName(head if hidden else f"{head}: {shown}")
        return card

    def _choice(self, take: str, label: str) -> Button:
        spoken = translate("review", "{label}: {question}").format(
            label=label, question=self.accessibleName()
        )
        button = Button(label, kind="choice", spoken=spoken)
        button.setCheckable(True)
        self._choices.addButton(button, len(self._buttons))
        self._buttons[take] = button
        return button

    @property
    def address(self) -> str:
        """The question or row."""
        return self._address

    def decision(self) -> Decision | None:
        """Return what is decided, None for nothing yet; an empty joint text decides nothing."""
        found = self._decision
        if found is not None and found.take == TEXT and self._joint is not None:
            text = self._joint.toPlainText().strip()
            return Decision(TEXT, text) if text else None
        return found

    def follow(self, take: str) -> None:
        """Decide as beside it, if nothing is decided here and that version is there."""
        if self._decision is None and take in self._panels:
            self._decision = Decision(take)
            self._show()

    def said(self) -> str:
        """Return what is decided in words, for what is signed."""
        decision = self.decision()
        if decision is None:
            return ""
        if decision.take == TEXT:
            return DOTS if self._is_masked else decision.text
        return self._buttons[decision.take].text().replace("&&", "&")

    def first_focus(self) -> None:
        """Give the keyboard to the choice."""
        next(iter(self._buttons.values())).setFocus()

    def _on_clicked(self, number: int) -> None:
        self._decision = Decision(self._takes[number])
        self._show()
        if self._takes[number] == TEXT and self._joint is not None:
            self._joint.setFocus()
        self.decided.emit()

    def _on_written(self) -> None:
        if self._decision is not None and self._decision.take == TEXT:
            self.decided.emit()

    def _show(self) -> None:
        take = self._decision.take if self._decision is not None else ""
        for each, button in self._buttons.items():
            button.setChecked(each == take)
        for each, panel in self._panels.items():
            restyle(panel, "kind", "chosen" if each == take else "card")
        if self._joint is not None:
            self._joint.setVisible(take == TEXT)


def _chip_line(words: str) -> QWidget:
    holder = QWidget()
    Flow(holder).addWidget(Chip(words, "medium"))
    return holder


def row_words(question: OpenQuestion, value: str) -> str:
    """Return what one side did with a row."""
    if question.kind is not ConflictKind.ROW:
        return value
    if value == DELETED:
        return translate("review", "Removed this entry")
    return translate("review", "Changed this entry")

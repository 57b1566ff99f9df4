"""The sixteen checks: what the records say, what the caseworker decides, what the client says."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from outreach_app.domain.day_words import long_date
from outreach_app.domain.exits.checklist import JudgementProblem
from outreach_app.domain.exits.evidence import Evidence, Override
from outreach_app.engine.items import Question
from outreach_app.phrases import in_a_row
from outreach_app.services.exit_screen import ExitScreen, Goal, ShownCheck, ShownFact, ShownPart
from outreach_app.services.incidents import FORM as INCIDENT
from outreach_app.ui.forms.blocks import Block, QuestionBlock
from outreach_app.ui.forms.chosen import Blocks
from outreach_app.ui.forms.compounds import SmallQuestion
from outreach_app.ui.forms.layout import Cell, CellKind
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.leaving.folds import Fold
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.surfaces import Card, clear, column, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_SIDE_BY_SIDE_PX = 700
_MOST_FACTS = 14
Go = Callable[[Goal], None]


def evidence_chip(evidence: Evidence) -> tuple[str, str]:
    """Return words with their shape, and the tone, of what the records say."""
    return {
        Evidence.SUPPORTS: (translate("leaving", "✓ Supports"), "low"),
        Evidence.CONTRADICTS: (translate("leaving", "✕ Contradicts"), "high"),
        Evidence.INCOMPLETE: (translate("leaving", "▲ Incomplete"), "medium"),
        Evidence.NOT_APPLICABLE: (translate("leaving", "– Does not apply"), "neutral"),
    }[evidence]


class CheckFold(Fold):
    """One check; its parts are made when it is opened."""

    def __init__(
        self, screen: ExitScreen, work: FormWork | None, shown: ShownCheck, go: Go
    ) -> None:
        """Show a check.

        Args:
            screen: The checklist.
            work: Its open draft; None to read only.
            shown: The check as it stands.
            go: Leads to where something is resolved.
        """
        self._screen, self._work, self._go = screen, work, go
        self._shown = shown
        self.parts: list[PartView] = []
        number = f"{shown.check.code.removeprefix('e')}."
        super().__init__(number, shown.check.title, self._make_parts)
        self.update_check(shown)

    def _make_parts(self) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, current_look().px(4), 0, current_look().px(6))
        layout.setSpacing(current_look().px(12))
        for number, part in enumerate(self._shown.parts):
            if number:
                layout.addWidget(rule())
            view = PartView(self._screen, self._work, part, self._go)
            self.parts.append(view)
            layout.addWidget(view)
        return holder

    def update_check(self, shown: ShownCheck) -> None:
        """Show the check as it stands now."""
        self._shown = shown
        self.tell(
            _summary(shown),
            self._decision_words(shown),
            evidence_chip(shown.check.evidence),
        )
        for view, part in zip(self.parts, shown.parts, strict=False):
            view.update_part(part)

    def _decision_words(self, shown: ShownCheck) -> str:
        label = self._screen.opened.context.label_of
        if shown.check.evidence is Evidence.NOT_APPLICABLE:
            return ""
        if not shown.is_settled:
            return translate("leaving", "To decide")
        codes = [(each.code, each.judgement.worker) for each in shown.parts]
        words = [label(f"{code}_worker", worker) for code, worker in codes if worker]
        return in_a_row(dict.fromkeys(words))

    def holds(self, address: str) -> bool:
        """Say whether a question of the checklist belongs to this check."""
        return any(
            address == place or address.startswith((f"{place}/", f"{place}["))
            for part in self._shown.parts
            for place in (part.address, *part.own)
        )

    def go_to(self, address: str) -> None:
        """Open the check and give the keyboard to a question of it."""
        self.open()
        if not any(view.go_to(address) for view in self.parts):
            self.take_focus()

    def commit(self) -> None:
        """Give what is typed and not given yet."""
        for view in self.parts:
            view.commit()


class PartView(QWidget):
    """Records, caseworker and client side by side; below each other where it is narrow."""

    def __init__(self, screen: ExitScreen, work: FormWork | None, shown: ShownPart, go: Go) -> None:
        """Show a part; see `CheckFold`."""
        super().__init__()
        self._screen, self._work, self._shown, self._go = screen, work, shown, go
        self._smalls: list[SmallQuestion] = []
        self._reason: Block | None = None
        self._own: Blocks | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_look().px(8))
        self._chip = Chip("")
        layout.addLayout(row(Text(shown.title, "strong"), self._chip))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(current_look().px(18))
        self._records = column(gap=4)
        self._sides.addLayout(self._records, 6)
        for name in (f"{shown.code}_worker", f"{shown.code}_client"):
            self._sides.addLayout(self._judgement(name), 3)
        layout.addLayout(self._sides)
        self._below = column(gap=8)
        layout.addLayout(self._below)
        self._build_below()
        self._drawn: tuple[ShownFact, ...] | None = None
        self.update_part(shown)

    # ---- judgements -------------------------------------------------------------------------

    def _judgement(self, name: str) -> QBoxLayout:
        """Return what the caseworker or the client says, to be answered or to be read."""
        address = f"{self._shown.address}/{name}"
        item = self._screen.opened.definition.item_at(address)
        if self._work is None or not isinstance(item, Question):
            return self._read_only(address, name)
        small = SmallQuestion(self._work, address, item, self._shown.title)
        self._smalls.append(small)
        return column(small)

    def _read_only(self, address: str, name: str) -> QBoxLayout:
        opened = self._screen.opened
        said = opened.context.label_of(name, opened.session.value(address))
        side = column(
            Text(opened.session.label(address), "small"),
            Text(said or translate("leaving", "Nothing was said")),
        )
        side.addStretch(1)
        return side

    def _build_below(self) -> None:
        code, address = self._shown.code, self._shown.address
        self._word = Text("", "gap")
        self._below.addWidget(self._word)
        reason = f"{address}/{code}_reason"
        item = self._screen.opened.definition.item_at(reason)
        if self._work is not None and isinstance(item, Question):
            self._reason = QuestionBlock(self._work, Cell(CellKind.QUESTION, reason, item))
            self._below.addWidget(self._reason)
        elif self._shown.judgement.reason:
            self._below.addWidget(Text(self._shown.judgement.reason))
        if self._work is not None and self._shown.own:
            names = [each.rpartition("/")[2] for each in self._shown.own]
            self._own = Blocks(self._work, names)
            card = Card(kind="quiet")
            card.add(Text(translate("leaving", "What this check looks at"), "small"))
            card.add(self._own)
            self._below.addWidget(card)

    # ---- what the records say ---------------------------------------------------------------

    def update_part(self, shown: ShownPart) -> None:
        """Show the part as it stands now."""
        self._shown = shown
        words, tone = evidence_chip(shown.part.evidence)
        self._chip.say(words)
        self._chip.setAccessibleName(words)
        self._chip.setProperty("chip", tone)
        self._chip.style().unpolish(self._chip)
        self._chip.style().polish(self._chip)
        if self._drawn != shown.facts:
            self._drawn = shown.facts
            self._draw_facts(shown)
        for small in self._smalls:
            small.refresh()
        if self._reason is not None:
            self._reason.refresh()
        remark = _remark(shown)
        self._word.say(remark)
        self._word.setVisible(bool(remark))

    def _draw_facts(self, shown: ShownPart) -> None:
        clear(self._records)
        self._records.addWidget(Text(translate("leaving", "What the records say"), "small"))
        for each in shown.facts[:_MOST_FACTS]:
            self._records.addWidget(Text(each.fact.text))
            if each.fact.document_id:
                self._records.addLayout(self._link(each))
        if len(shown.facts) > _MOST_FACTS:
            rest = len(shown.facts) - _MOST_FACTS
            self._records.addWidget(Text(translate("leaving", "and %n more", "", rest), "small"))
        for warning in shown.part.warnings:
            self._records.addWidget(Text(in_a_row(("!", warning), " "), "fault"))
            self._records.addLayout(self._recording(warning))
        if shown.goal is not None:
            goal = shown.goal
            words = (
                translate("leaving", "Go there and change it")
                if goal.document_id
                else translate("leaving", "Write it: {form}").format(
                    form=self._screen.title_of(goal.form_id)
                )
            )
            line = row(
                Button(words, lambda: self._go(goal), spoken=in_a_row((words, shown.title), ": "))
            )
            line.addStretch(1)
            self._records.addLayout(line)
        self._records.addStretch(1)

    def _recording(self, warning: str) -> QBoxLayout:
        """Return the way to a new record of what a warning says went wrong."""
        words = translate("leaving", "Record the incident…")
        line = row(
            Button(
                words,
                lambda: self._go(Goal(form_id=INCIDENT)),
                kind="quiet",
                spoken=in_a_row((words, warning), ": "),
            )
        )
        line.addStretch(1)
        return line

    def _link(self, shown: ShownFact) -> QBoxLayout:
        day = long_date(shown.fact.on) if shown.fact.on is not None else ""
        words = in_a_row(each for each in (shown.source, day) if each)
        goal = Goal(document_id=shown.fact.document_id)
        link = Button(
            in_a_row(("→", words), " "),
            lambda: self._go(goal),
            kind="quiet",
            spoken=translate("leaving", "Open {document}").format(document=words),
        )
        line = row(link)
        line.addStretch(1)
        return line

    # ---- for the page -----------------------------------------------------------------------

    def go_to(self, address: str) -> bool:
        """Give the keyboard to a question; return whether it is here."""
        if self._own is not None and self._own.go_to(address):
            return True
        if self._reason is not None and address == self._reason.cell.address:
            return self._reason.go_to(address) is not None
        inside = address == self._shown.address or address.startswith(f"{self._shown.address}/")
        if inside and self._smalls:
            self._smalls[0].field.take_focus()
        return inside

    def commit(self) -> None:
        """Give what is typed and not given yet."""
        for small in self._smalls:
            small.field.commit()
        for each in (self._reason, self._own):
            if each is not None:
                each.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sides below each other where there is no room beside."""
        super().resizeEvent(event)
        narrow = self.width() < current_look().px(_SIDE_BY_SIDE_PX)
        way = QBoxLayout.Direction
        self._sides.setDirection(way.TopToBottom if narrow else way.LeftToRight)


def _remark(shown: ShownPart) -> str:
    """Return what is to be done about the judgement, "" for nothing."""
    problems = shown.problems
    if JudgementProblem.NOT_OVERRIDABLE in problems:
        return translate(
            "leaving", "The records say otherwise, and nobody may judge against them here."
        )
    if JudgementProblem.REASON_NEEDED in problems:
        return translate("leaving", "Say why, in at least 20 characters.")
    if JudgementProblem.SUPERVISOR_NEEDED in problems:
        return translate("leaving", "Judged against the records: the supervisor has to agree.")
    if shown.is_override:
        return translate("leaving", "Judged against the records, with a reason.")
    blocked = shown.part.override is Override.NOBODY
    if blocked and shown.part.evidence in {Evidence.CONTRADICTS, Evidence.INCOMPLETE}:
        return translate("leaving", "This has to be resolved first; nobody may judge against it.")
    return ""


def _summary(shown: ShownCheck) -> str:
    """Return the first fact of each part on one line, each once."""
    facts = (part.facts[0].fact.text.rstrip(".") for part in shown.parts if part.facts)
    return in_a_row(dict.fromkeys(facts), " · ")

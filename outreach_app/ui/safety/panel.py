"""At the right: what to do about a flag, and who was told."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from outreach_app.services.crisis import crisis_steps, on_call_words
from outreach_app.services.flag_times import time_since
from outreach_app.services.instants import CASEWORK_ZONE, read_instant
from outreach_app.services.safety_screen import ScreenFlag
from outreach_app.services.sitting import Sitting
from outreach_app.ui.forms.chosen import Blocks
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.fields import forget_text
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.safety.aid import Aid, number_words
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look

WIDTH_PX = 420
_WHAT = (
    "flag_suicide_intent_means",
    "flag_contact_channel",
    "flag_contact_said",
    "flag_done_at",
    "flag_note",
)
_TOLD = ("told_who", "told_how", "told_at", "advice_given")


class FlagPanel(QFrame):
    """One flag at a time; the others are a press away.

    Attributes:
        asked: Another flag is wanted.
        taken_back: A flag was set by mistake.
        kept: A flag stays although the answer changed.
        writing: Something is to be written in a flag that is open in the case.
        clearing: A flag that is open in the case is to be cleared.
        closed: Back to the questions, where the panel has taken their place.
    """

    asked = Signal(str)
    taken_back = Signal(str)
    kept = Signal(str)
    writing = Signal(str)
    clearing = Signal(str)
    closed = Signal()

    def __init__(self, sitting: Sitting) -> None:
        """Begin without a flag; whom to call is asked of a sitting."""
        super().__init__()
        self.setProperty("kind", "panel")
        self.setAccessibleName(translate("safety", "What to do"))
        self._on_call = on_call_words(sitting)
        self._now = sitting.now
        self._crisis = crisis_steps(sitting.configuration)
        self._blocks: list[Blocks] = []
        self._work: FormWork | None = None
        self.code = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._area = Scroll(margin=20, gap=10)
        self._back = Button(translate("safety", "Back to the questions"), self.closed.emit)
        self._area.column.addWidget(self._back)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(current_look().px(10))
        self._area.column.addLayout(self._inside)
        self._area.column.addStretch(1)
        layout.addWidget(self._area)
        self.show_calm()

    def shows(self, work: FormWork | None) -> bool:
        """Say whether what is shown is written in this open draft."""
        return self._work is work

    def offer_back(self, *, is_alone: bool) -> None:
        """Offer the way back to the questions while the panel stands in their place."""
        self._back.setVisible(is_alone)

    def _begin(self) -> None:
        self.commit()
        forget_text(self)
        clear(self._inside)
        self._blocks = []
        self._work = None
        self.code = ""
        self._area.verticalScrollBar().setValue(0)

    def _add(self, *widgets: QWidget) -> None:
        for each in widgets:
            self._inside.addWidget(each)

    def show_calm(self, remark: str = "") -> None:
        """Say that no flag is set."""
        self._begin()
        self._add(Text(translate("safety", "No flag is set"), "heading"))
        if remark:
            self._add(Text(remark))
        self._add(
            Text(
                translate(
                    "safety",
                    "Where an answer is Yes, what to do stands here, and who was told is written "
                    "down here. Answer what you know; the rest may stay open.",
                ),
                "soft",
            )
        )
        self._add_number()

    def show_flag(
        self, flag: ScreenFlag, work: FormWork | None, others: Sequence[ScreenFlag], *, doubt: bool
    ) -> None:
        """Show a flag.

        Args:
            flag: Which.
            work: Its open draft; None while nothing is being written in it.
            others: The other flags.
            doubt: Its question is not answered with yes any more.
        """
        self._begin()
        self.code = flag.code
        self._work = work
        since = row(Chip(f"◆ {since_words(flag, self._now())}", "very_high"))
        since.addStretch(1)
        self._inside.addLayout(since)
        self._add(Text(flag.question.label, "heading"))
        if doubt:
            self._add(self._doubt(flag))
        aid = self.aid(flag.code)
        for number, step in enumerate((*flag.question.steps, *aid.steps), start=1):
            self._add(Text(f"{number}.  {step}"))
        for each in aid.numbers:
            self._add(Text(number_words(each), "strong"))
        self._add_number()
        if work is not None:
            self._add_record(work)
        elif flag.signed is not None:
            self._add_ways(flag)
        stays = translate(
            "safety",
            "The flag stays on every page of the case until someone clears it and says how.",
        )
        self._add(Text(stays, "small"))
        self._add_others(others)

    def aid(self, code: str) -> Aid:
        """Return what the organisation wants done about a flag, and whom to call."""
        steps, numbers = self._crisis.steps(code), self._crisis.numbers(code)
        return Aid(steps=steps, numbers=numbers, on_call=self._on_call)

    def _add_number(self) -> None:
        number = self._on_call or translate("safety", "not set on this laptop (Settings)")
        words = translate("safety", "Manager on call: {number}").format(number=number)
        self._add(Text(words, "strong" if self._on_call else "soft"))

    def _doubt(self, flag: ScreenFlag) -> Card:
        card = Card(translate("safety", "The answer is not Yes any more"), kind="warning")
        card.add(
            Text(
                translate(
                    "safety",
                    "Something is written in this flag. Take it back only if it was a mistake.",
                )
            ),
            Button(translate("safety", "Keep the flag"), lambda: self.kept.emit(flag.code)),
            Button(
                translate("safety", "It was a mistake"), lambda: self.taken_back.emit(flag.code)
            ),
        )
        return card

    def _add_ways(self, flag: ScreenFlag) -> None:
        """Offer what can be done with a flag that is open in the case."""
        if flag.signed is not None and flag.signed.note:
            self._add(Text(flag.signed.note, "soft"))
        self._add(
            Button(
                translate("safety", "Write down who was told…"),
                lambda: self.writing.emit(flag.code),
            ),
            Button(
                translate("safety", "Clear this flag…"),
                lambda: self.clearing.emit(flag.code),
                kind="plain",
            ),
        )

    def _add_record(self, work: FormWork) -> None:
        self._add(rule(), Text(translate("safety", "Who was told"), "heading"))
        told = Button(
            translate("safety", "Manager on call, by phone, now"), lambda: self._tell_now(work)
        )
        self._add(told)
        for names in (_TOLD, _WHAT):
            blocks = Blocks(work, names)
            self._blocks.append(blocks)
            if blocks.blocks:
                self._add(blocks)
            if names is _TOLD:
                self._add(rule(), Text(translate("safety", "About this"), "heading"))

    def _tell_now(self, work: FormWork) -> None:
        """Write down at one press what is true most nights; everything stays open to be changed."""
        now = work.desk.sitting.now().astimezone(CASEWORK_ZONE).replace(second=0, microsecond=0)
        work.give("flag_told/told_who", translate("safety", "Manager on call"))
        work.give("flag_told/told_how", "phone")
        work.give("flag_told/told_at", now.isoformat(timespec="milliseconds"))
        # The field has only just been made; it takes the keyboard when it is shown.
        QTimer.singleShot(0, self, lambda: self.go_to("flag_told/advice_given"))

    def _add_others(self, others: Sequence[ScreenFlag]) -> None:
        if not others:
            return
        self._add(rule(), Text(translate("safety", "Other flags"), "heading"))
        for each in others:
            button = Button(f"◆ {each.question.label}", kind="section")
            button.clicked.connect(lambda _on, code=each.code: self.asked.emit(code))
            self._add(button)

    def commit(self) -> None:
        """Give what is typed and not given yet."""
        for each in self._blocks:
            each.commit()

    def go_to(self, address: str) -> bool:
        """Give the keyboard to a question of the flag that is shown."""
        return any(each.go_to(address) for each in self._blocks)

    def first_focus(self) -> None:
        """Give the keyboard to who was told."""
        self.go_to("flag_told/told_who")


def since_words(flag: ScreenFlag, now: datetime) -> str:
    """Return since when a flag is set."""
    if flag.signed is not None:
        if flag.set_at is None:
            return translate("safety", "Open")
        return translate("safety", "Open {since}").format(since=told(time_since(flag.set_at, now)))
    at = str(flag.opened.answers().get("flag_set_at", "")) if flag.opened is not None else ""
    if not at:
        return translate("safety", "Flag set")
    clock = f"{read_instant(at).astimezone(CASEWORK_ZONE):%H:%M}"
    return translate("safety", "Flag set {clock}").format(clock=clock)

"""One resident at night: where they stand now, the round, and what may be begun."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from outreach_app.domain.documents import Subject
from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.services.case_words import day_words
from outreach_app.services.night.rounds import Tick, begin_night_note
from outreach_app.services.night.sheet import Resident, SheetFlag
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip, LevelChip
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.masked import Masked
from outreach_app.ui.pieces.surfaces import Card, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look

_NOTE_TEXT = "note_content/note_facts"


def resident_words(resident: Resident) -> str:
    """Return by what a resident goes: room and reference."""
    if not resident.room:
        return resident.reference
    return translate("night", "Room {room} · {reference}").format(
        room=resident.room, reference=resident.reference
    )


class ResidentCard(Card):
    """A resident of the shift.

    Attributes:
        resident: Who it is.
        code_word: Dots with a button that shows it, None where there is none.
    """

    def __init__(
        self,
        desk: Desk,
        resident: Resident,
        ticked: Callable[[Subject, bool | None], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Show a resident.

        Args:
            desk: The ways to other pages.
            resident: Who it is.
            ticked: Told that they were seen (true), not seen (false), or neither any more (None).
            failed: Told when something could not be begun.
        """
        super().__init__()
        self.resident = resident
        self._desk, self._ticked, self._failed = desk, ticked, failed
        self.setAccessibleName(resident_words(resident))
        self.code_word: Masked | None = None
        self._rounds = Text(kind="soft", wraps=False)
        self._add_head()
        for flag in resident.flags:
            self.add(_flag(flag))
        for heading, words in self._facts():
            line = row(gap=12)
            label = Text(heading, "small", wraps=False)
            label.setMinimumWidth(current_look().px(150))
            line.addWidget(label)
            line.addWidget(words, 1)
            self.column.addLayout(line)
        self._add_round()
        self._add_actions()

    def _add_head(self) -> None:
        resident = self.resident
        self.head.addWidget(Text(resident_words(resident), "heading"), 1)
        if resident.is_minor and not resident.is_begun:
            self.head.addWidget(Chip(translate("night", "Treated as a child"), "neutral"))
        if resident.is_begun:
            self.head.addWidget(Chip(translate("night", "New: not signed yet"), "medium"))
        self.head.addWidget(LevelChip(resident.level))
        self.column.addLayout(self.head)

    def _facts(self) -> Sequence[tuple[str, QWidget]]:
        resident = self.resident
        found: list[tuple[str, QWidget]] = []
        if resident.code_word:
            words = translate("night", "Code word")
            of_whom = in_a_row((words, resident_words(resident)), ", ")
            self.code_word = Masked(of_whom, resident.code_word)
            found.append((words, self.code_word))
        if resident.from_day:
            found.append((translate("night", "From the day team"), Text(told(resident.from_day))))
        if resident.callers:
            found.append((translate("night", "Who may call"), Text("\n".join(resident.callers))))
        if resident.unsafe:
            unsafe = in_a_row(dict.fromkeys(resident.unsafe))
            found.append((translate("night", "Never use"), Text(unsafe)))
        if resident.health:
            found.append((translate("night", "Health tonight"), Text("\n".join(resident.health))))
        if resident.interpreter:
            found.append((translate("night", "Interpreter"), Text(resident.interpreter)))
        return found

    # ---- round ------------------------------------------------------------------------------

    def _add_round(self) -> None:
        who = resident_words(self.resident)
        self._seen = self._tick_button(
            translate("night", "Seen"), translate("night", "Seen: {who}").format(who=who), seen=True
        )
        self._missed = self._tick_button(
            translate("night", "Not seen"),
            translate("night", "Not seen: {who}").format(who=who),
            seen=False,
        )
        line = row(self._seen, self._missed, gap=8)
        line.addWidget(self._rounds)
        line.addStretch(1)
        self.column.addLayout(line)

    def _tick_button(self, words: str, spoken: str, *, seen: bool) -> Button:
        button = Button(words, kind="choice", spoken=spoken)
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(
            lambda checked: self._ticked(self.resident.subject, seen if checked else None)
        )
        return button

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show the looks of this shift, and which of them is not signed yet."""
        waiting = [each for each in ticks if not each.is_signed]
        self._seen.setChecked(any(each.seen for each in waiting))
        self._missed.setChecked(any(not each.seen for each in waiting))
        self._rounds.say(in_a_row(map(_tick_words, ticks), " · "))

    # ---- actions ----------------------------------------------------------------------------

    def _add_actions(self) -> None:
        resident, who = self.resident, resident_words(self.resident)
        holder = QWidget()
        flow = Flow(holder, gap=current_look().px(8))
        said = translate("night", "{action}: {who}")
        safety = Place(room=Room.SAFETY, subject=resident.subject)
        missing = Place(room=Room.MISSING, subject=resident.subject)
        plan = Place(room=Room.FORM, subject=resident.subject, document_id=resident.safety_plan)
        ways: list[tuple[str, Callable[[], None]]] = [
            (translate("night", "Night note"), self._on_note),
            (translate("night", "Immediate safety screen"), lambda: self._desk.go(safety)),
            (translate("night", "Missing steps"), lambda: self._desk.go(missing)),
        ]
        if resident.safety_plan:
            ways.append((translate("night", "Safety plan"), lambda: self._desk.go(plan)))
        for words, go in ways:
            spoken = said.format(action=words, who=who)
            flow.addWidget(Button(words, go, kind="plain", spoken=spoken))
        self.add(holder)

    def _on_note(self) -> None:
        try:
            begun = begin_night_note(self._desk.workspace, self.resident.subject)
        except OutreachError as error:
            self._failed(error)
            return
        self._desk.go(
            Place(
                room=Room.FORM,
                subject=self.resident.subject,
                document_id=begun.document.document_id,
                address=_NOTE_TEXT,
            )
        )

    def first_focus(self) -> None:
        """Give the keyboard to the tick."""
        self._seen.setFocus()


def _flag(flag: SheetFlag) -> Card:
    card = Card(kind="warning")
    since = translate("night", "set on {day}").format(day=day_words(flag.set_on))
    head = in_a_row((in_a_row(("⚑", flag.words), " "), since if flag.set_on else ""), " · ")
    card.column.addLayout(column(Text(head, "strong"), *(Text(each) for each in flag.steps)))
    if not flag.told:
        card.add(Text(translate("night", "No manager was told yet, by the record."), "gap"))
    return card


def _tick_words(each: Tick) -> str:
    clock = f"{each.at:%H:%M}" if each.at is not None else "?"
    words = (
        translate("night", "seen {clock} {initials}")
        if each.seen
        else translate("night", "not seen {clock} {initials}")
    )
    told = words.format(clock=clock, initials=each.by)
    return told if each.is_signed else translate("night", "{tick} (not signed)").format(tick=told)

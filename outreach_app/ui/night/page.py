"""Tonight: who is in the house, the round, what is to be told, and how to begin what a night needs."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.domain.documents import Subject
from outreach_app.errors import OutreachError
from outreach_app.report.dates import day_and_month
from outreach_app.services.arrival import may_begin_case
from outreach_app.services.night.rounds import (
    Tick,
    open_ticks,
    round_plans,
    sign_round,
    take_back,
    tick,
    ticks_of_shift,
)
from outreach_app.services.night.sheet import NightSheet, Resident, SheetFlag, Unsigned, night_sheet
from outreach_app.services.reading import plan_lines
from outreach_app.services.sitting import Signer
from outreach_app.ui.night.emergency import emergency_card
from outreach_app.ui.night.resident_card import ResidentCard
from outreach_app.ui.pieces.actions import place_actions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.surfaces import Card, Scroll, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import translate


class NightPage(Page):
    """The night sheet with what may be done; references and rooms, never names."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the sheet."""
        super().__init__(desk, place)
        self._sheet = night_sheet(desk.workspace)
        self._cards: list[ResidentCard] = []
        self._make_head()
        self._scroll = Scroll(gap=16)
        self.body.addWidget(self._scroll, 1)
        waiting = self._waiting_card()
        if waiting is not None:
            self._scroll.column.addWidget(waiting)
        self._round = Card(translate("night", "Round"))
        self._scroll.column.addWidget(self._round)
        self._round_words = Text(kind="soft")
        self._sign = Button(translate("night", "Sign the round…"), self._on_sign)
        line = row(self._round_words, self._sign)
        self._round.column.addLayout(line)
        for resident in self._sheet.residents:
            card = ResidentCard(desk, resident, self._on_tick, self.tell_error)
            self._cards.append(card)
            self._scroll.column.addWidget(card)
        if self._sheet.residents:
            self._scroll.column.addWidget(emergency_card(desk, self))
        self._scroll.column.addStretch(1)
        self._show_round()

    # ---- head -------------------------------------------------------------------------------

    def _make_head(self) -> None:
        sheet = self._sheet
        day = day_and_month(sheet.now.date(), with_year=True)
        here = translate("night", "%n resident(s)", "", len(sheet.residents))
        none = translate("night", "number not set on this laptop (Settings)")
        on_call = translate("night", "Manager on call: {number}").format(
            number=sheet.on_call or none
        )
        title = translate("night", "Tonight, {day}").format(day=day)
        head = self.add_head(title, f"{here} · {on_call}")
        actions: list[QWidget] = [
            self._codes_button(),
            Button(
                translate("night", "Handover"),
                lambda: self.desk.go(Place(room=Room.HANDOVER)),
                shortcut="Ctrl+Shift+O",
            ),
        ]
        if may_begin_case(self.desk.workspace):
            actions.append(
                Button(
                    translate("night", "New arrival"),
                    lambda: self.desk.go(Place(room=Room.NEW_CASE)),
                    kind="primary",
                    shortcut="Ctrl+N",
                )
            )
        place_actions(head, self.body, actions)

    def _codes_button(self) -> Button:
        button = Button(translate("night", "Show code words"), kind="choice")
        button.setCheckable(True)
        button.setVisible(any(each.code_word for each in self._sheet.residents))
        button.toggled.connect(self._on_codes)
        return button

    def _on_codes(self, shown: bool) -> None:
        for card in self._cards:
            if card.code_word is not None:
                card.code_word.show_words(are_shown=shown)

    # ---- what waits -------------------------------------------------------------------------

    def _waiting_card(self) -> Card | None:
        """Return what is still to be told to a manager, and what is begun and not signed."""
        untold, unsigned = self._sheet.untold(), self._sheet.unsigned
        if not untold and not unsigned:
            return None
        card = Card(translate("night", "Still to do"))
        card.head.addWidget(Chip(str(len(untold) + len(unsigned)), "medium"))
        for resident, flag in untold:
            card.column.addLayout(self._untold_line(resident, flag))
        for each in unsigned:
            card.column.addLayout(self._unsigned_line(each))
        return card

    def _untold_line(self, resident: Resident, flag: SheetFlag) -> QHBoxLayout:
        place = Place(
            room=Room.FORM,
            subject=resident.subject,
            document_id=flag.document_id,
            address="flag_told/told_who",
        )
        what = translate("night", "Tell the manager on call, and note it: {flag}").format(
            flag=flag.words
        )
        return self._line(what, resident.reference, translate("night", "Note it"), place)

    def _unsigned_line(self, unsigned: Unsigned) -> QHBoxLayout:
        what = translate("night", "{document}: begun by you, not signed").format(
            document=unsigned.title
        )
        document = unsigned.document
        is_record = document.form_id in {"client", "case"}
        room = Room.SAFETY if is_record and document.subject.case_id else Room.FORM
        place = Place(
            room=room,
            subject=document.subject,
            document_id="" if room is Room.SAFETY else document.document_id,
        )
        return self._line(what, unsigned.reference, translate("night", "Continue"), place)

    def _line(self, what: str, reference: str, action: str, place: Place) -> QHBoxLayout:
        line = row(gap=14)
        line.addLayout(column(Text(what, "strong"), Text(reference, "small"), gap=1), 1)
        spoken = translate("night", "{action}: {what}").format(
            action=action, what=f"{what}, {reference}"
        )
        line.addWidget(Button(action, lambda: self.desk.go(place), spoken=spoken))
        return line

    # ---- round ------------------------------------------------------------------------------

    def _on_tick(self, subject: Subject, seen: bool | None) -> None:
        """Set a tick (seen or not), or take back the one that is not signed (None)."""
        workspace = self.desk.workspace
        try:
            if seen is not None:
                tick(workspace, subject, seen=seen)
            for each in open_ticks(workspace) if seen is None else ():
                if each.case_id == subject.case_id:
                    take_back(workspace, each)
        except OutreachError as error:
            self.tell_error(error)
        else:
            self.desk.tell_saved(self.desk.sitting.now())
        self._show_round()

    def _show_round(self) -> None:
        workspace = self.desk.workspace
        waiting = open_ticks(workspace)
        ticks: list[Tick] = [*ticks_of_shift(workspace), *waiting]
        for card in self._cards:
            card.show_ticks(
                [each for each in ticks if each.case_id == card.resident.subject.case_id]
            )
        nobody = not self._sheet.residents
        self._round.setVisible(not nobody)
        done = translate("night", "%n seen or looked for, not signed yet", "", len(waiting))
        start = translate("night", "Tick everybody as you go; each tick is saved with its time.")
        self._round_words.say(done if waiting else start)
        self._sign.setEnabled(bool(waiting))

    def _on_sign(self) -> None:
        workspace = self.desk.workspace
        lines: list[str] = []
        for opened in round_plans(workspace):
            plan = workspace.casework.plan(opened)
            lines += plan_lines(workspace, opened.definition, plan)

        def sign(signer: Signer) -> None:
            sign_round(workspace, signer)
            QTimer.singleShot(0, self, self._on_signed)

        heading = translate("night", "Sign: the round")
        SigningDialog(self.desk, self.window(), heading, lines, sign).open()

    def _on_signed(self) -> None:
        self.desk.counts_changed.emit()
        self._show_round()

    # ---- the page ---------------------------------------------------------------------------

    @property
    def sheet(self) -> NightSheet:
        """What is shown."""
        return self._sheet

    def first_focus(self) -> None:
        """Begin with the first resident, as the round does."""
        if self._cards:
            self._cards[0].first_focus()
        else:
            self.setFocus()

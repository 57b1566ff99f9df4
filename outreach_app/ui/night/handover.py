"""The handover on screen: what was written since the shift began, resident by resident."""

from outreach_app.phrases import in_a_row
from outreach_app.report.dates import day_and_month
from outreach_app.services.night.handover import HandedOver, NightEntry, handover
from outreach_app.ui.night.emergency import emergency_card
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import LevelChip
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll, column
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import told, translate


class HandoverPage(Page):
    """The notes of a shift on one page, for those who come after."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the notes that this person may read."""
        super().__init__(desk, place)
        found = handover(desk.workspace)
        since = translate("night", "Since {clock} on {day}, what is signed. References, no names.")
        day = day_and_month(found.since.date(), with_year=True)
        self.add_head(
            translate("night", "Handover"), since.format(clock=f"{found.since:%H:%M}", day=day)
        )
        self._scroll = Scroll(gap=16)
        self.body.addWidget(self._scroll, 1)
        if not found.residents:
            nobody = translate("night", "Nobody who lives in the safe house is open to you here.")
            self._scroll.column.addWidget(Text(nobody, "soft"))
        for each in found.residents:
            self._scroll.column.addWidget(self._card(each))
        if found.residents:
            self._scroll.column.addWidget(emergency_card(desk, self))
        self._scroll.column.addStretch(1)

    def _card(self, each: HandedOver) -> Card:
        case = each.case
        card = Card(case.reference)
        card.head.addWidget(LevelChip(case.line.level))
        subject = case.subject
        card.head.addWidget(
            Button(
                translate("night", "Case"),
                lambda: self.desk.go(Place(room=Room.CASE, subject=subject)),
                kind="plain",
                spoken=translate("night", "Open case {reference}").format(reference=case.reference),
            )
        )
        if each.from_day:
            heading = Text(translate("night", "From the day team"), "strong")
            card.column.addLayout(column(heading, Text(told(each.from_day)), gap=2))
        ticks = [entry for entry in each.entries if entry.is_round]
        if ticks:
            looks = in_a_row(
                (f"{_clock(entry)} {entry.by}: {entry.lines[0]}" for entry in ticks), " · "
            )
            card.add(Text(looks, "soft"))
        notes = [entry for entry in each.entries if not entry.is_round]
        for entry in notes:
            head = f"{_clock(entry)} · {entry.what} · {entry.by}"
            lines = column(Text(head, "strong"), *(Text(words) for words in entry.lines), gap=2)
            card.column.addLayout(lines)
        if not notes:
            card.add(Text(translate("night", "No note in this shift."), "soft"))
        return card

    def first_focus(self) -> None:
        """Begin with the first resident."""
        focus_first(self)


def _clock(entry: NightEntry) -> str:
    return f"{entry.at:%H:%M}" if entry.at is not None else "?"

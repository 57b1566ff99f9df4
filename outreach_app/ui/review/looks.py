"""Who opened a case with a written reason, or was refused: told to supervisors in their inbox."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from outreach_app.phrases import in_a_row
from outreach_app.report.dates import short_instant
from outreach_app.services.case_words import CaseWords, spoken_reference_of
from outreach_app.services.looks import Look, note_looks_read, unread_looks
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.surfaces import Card, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate


def looks_card(desk: Desk, changed: Callable[[], None]) -> Card | None:
    """Return the looks that this person has not taken note of, None for nothing to tell.

    Args:
        desk: The unlocked vault.
        changed: Called when they were taken note of.
    """
    looks = unread_looks(desk.sitting)
    if not looks:
        return None
    words = CaseWords(desk.workspace)
    card = Card(translate("review", "Opened with a written reason"))
    card.head.addWidget(Chip(str(len(looks)), "medium"))
    card.add(Longer([partial(_row, desk, words, each) for each in looks]))

    def take_note() -> None:
        note_looks_read(desk.sitting)
        desk.counts_changed.emit()
        changed()

    foot = row(Button(translate("review", "I have taken note"), take_note))
    foot.addStretch(1)
    card.column.addLayout(foot)
    return card


def _row(desk: Desk, words: CaseWords, look: Look) -> QWidget:
    holder = QWidget()
    line = row(gap=14)
    holder.setLayout(line)
    held = desk.workspace.vault.lists.case(look.subject.case_id) is not None
    reference = spoken_reference_of(desk.workspace, look.subject)
    case_words = reference if held else translate("review", "a case that is not here")
    who = words.person(look.person_id)
    head = (
        translate("review", "{who} opened {reference}")
        if look.is_opened
        else translate("review", "{who} was refused {reference}")
    ).format(who=who, reference=case_words)
    second = in_a_row((short_instant(look.at), f"“{look.purpose}”"), " · ")
    line.addLayout(column(Text(head, "strong"), Text(second, "small"), gap=1), 1)
    if held:
        place = Place(room=Room.CASE, subject=look.subject)
        spoken = translate("review", "Open case {reference}").format(reference=reference)
        case = Button(
            translate("review", "Case"), lambda: desk.go(place), kind="plain", spoken=spoken
        )
        line.addWidget(case)
    return holder

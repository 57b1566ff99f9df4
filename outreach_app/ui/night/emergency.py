"""The weekly emergency card on screen: how old the last one is, and the way to a new one."""

from PySide6.QtWidgets import QWidget

from outreach_app.report.dates import readable_date
from outreach_app.services.night.emergency_card import (
    CardStanding,
    card_standing,
    compose_emergency_card,
)
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.speech import translate


def emergency_card(desk: Desk, page: QWidget) -> Card:
    """Return what is said and offered about the card for whoever works here without a login."""
    standing = card_standing(desk.workspace)
    card = Card(translate("night", "Emergency card"))
    if standing.is_due:
        card.head.addWidget(Chip(translate("night", "Due"), "medium"))
    button = Button(
        translate("night", "Emergency card…"), lambda: _open(desk, page), shortcut="Ctrl+Shift+E"
    )
    line = row(gap=14)
    line.addWidget(Text(_words(standing), "soft"), 1)
    line.addWidget(button)
    card.column.addLayout(line)
    return card


def _words(standing: CardStanding) -> str:
    what = translate(
        "night",
        "One page for whoever is on shift without a login: rooms, initials, allergies, 999.",
    )
    made, until = standing.made, standing.until
    if made is None or until is None:
        return f"{what} {translate('night', 'Not printed on this laptop yet.')}"
    day = readable_date(made.date().isoformat())
    if standing.is_due:
        old = translate("night", "Destroy the card of {day} and print a new one.")
        return f"{what} {old.format(day=day)}"
    words = translate("night", "Printed on {day}. Destroy it on {until}.")
    last = readable_date(until.date().isoformat())
    return f"{what} {words.format(day=day, until=last)}"


def _open(desk: Desk, page: QWidget) -> None:
    # Loaded when it is first wanted: the night is there without what draws pages.
    from outreach_app.ui.printing.preview import open_composed  # noqa: PLC0415

    open_composed(desk, page, lambda: compose_emergency_card(desk.workspace))

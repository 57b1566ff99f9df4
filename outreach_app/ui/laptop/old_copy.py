"""An old copy lies in the vault's place: what that means, what may be missing, what to do."""

from outreach_app.domain.day_words import long_date
from outreach_app.errors import OutreachError
from outreach_app.services.freshness import OldCopy
from outreach_app.ui.pieces.buttons import Button, tick_box
from outreach_app.ui.pieces.surfaces import Card, Scroll, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_WIDTH_PX = 820


class OldCopyPage(Page):
    """Says it calmly; going on takes a decision, locking takes none."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Tell what is known of the copy."""
        super().__init__(desk, place)
        found = desk.workspace.old_copy
        self.add_head(
            translate("laptop", "This is not the newest state of this vault"),
            translate(
                "laptop", "Nothing was deleted by opening it. Take a moment before you go on."
            ),
        )
        area = Scroll()
        area.setMaximumWidth(current_look().px(_WIDTH_PX))
        self.body.addWidget(area, 1)
        if found is None:
            card = Card()
            card.add(Text(translate("laptop", "Nothing newer of this vault is known here.")))
            area.column.addWidget(card)
            area.column.addStretch(1)
            return
        for heading, lines in (
            (translate("laptop", "What this computer knows"), _known_lines(found)),
            (translate("laptop", "What it means"), _meaning_lines()),
        ):
            card = Card(heading)
            card.add(*(Text(line) for line in lines))
            area.column.addWidget(card)
        area.column.addWidget(self._stop_card())
        area.column.addWidget(self._go_on_card())
        area.column.addStretch(1)

    def _stop_card(self) -> Card:
        card = Card(translate("laptop", "If you did not expect this"))
        card.add(
            Text(
                translate(
                    "laptop",
                    "Lock now, change nothing, and call your supervisor. Ask whoever looks after the "
                    "laptop whether a folder was put back, and where the newer one is: once it lies "
                    "in its place again, everything is as before.",
                )
            )
        )
        line = row(
            Button(translate("laptop", "Lock now"), self.desk.lock_asked.emit, kind="primary")
        )
        line.addStretch(1)
        card.column.addLayout(line)
        return card

    def _go_on_card(self) -> Card:
        card = Card(translate("laptop", "If the newer one is lost"))
        card.add(
            Text(
                translate(
                    "laptop",
                    "You can go on with this copy. It then counts as restored: you ask for a new "
                    "certificate, and nothing is shared before a colleague's bundle or a new "
                    "organisation file has told what changed meanwhile. Your decision goes into the "
                    "journal.",
                )
            )
        )
        self._known = tick_box(translate("laptop", "My supervisor knows, and agrees"))
        self._on = Button(translate("laptop", "Go on with this copy"), self._go_on)
        self._on.setEnabled(False)
        self._known.toggled.connect(self._on.setEnabled)
        card.add(self._known)
        line = row(self._on)
        line.addStretch(1)
        card.column.addLayout(line)
        return card

    def _go_on(self) -> None:
        try:
            self.desk.workspace.accept_old_copy()
        except OutreachError as error:
            self.tell_error(error)
            return
        self.desk.counts_changed.emit()
        self.desk.go(Place(room=Room.ENROL))


def _known_lines(found: OldCopy) -> list[str]:
    held = translate("laptop", "What was opened now ends on {day}.").format(
        day=long_date(found.held_on)
    )
    if found.known_on is None:
        return [held, translate("laptop", "This computer has seen something newer.")]
    known = translate("laptop", "This computer has seen the vault as it was on {day}.").format(
        day=long_date(found.known_on)
    )
    lines = [known, held]
    if found.acts_missing:
        lines.append(
            translate("laptop", "%n step(s) in the journal are missing.", "", found.acts_missing)
        )
    return lines


def _meaning_lines() -> list[str]:
    return [
        translate(
            "laptop",
            "Somebody has put an earlier copy of the vault's folder in its place: by a repair, a "
            "system restore, or on purpose.",
        ),
        translate(
            "laptop",
            "What was written, signed, received or withdrawn after that day is not in it. What went "
            "out in bundles is with your colleagues.",
        ),
        translate(
            "laptop",
            "You can read and write here. Nothing is shared or taken over until it is decided.",
        ),
    ]

"""“This laptop is lost”: what to do first, what a finder can see, what can be done and what cannot."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from outreach_app.phrases import in_a_row
from outreach_app.report.dates import readable_date
from outreach_app.services.directory import may_look_after_keys, may_suspend
from outreach_app.services.keeping.lost_laptops import Laptop, laptop, leads
from outreach_app.services.sitting import Signer
from outreach_app.services.statements import Statement
from outreach_app.services.suspending import SuspensionOrder, suspend
from outreach_app.ui.people.steps import StepPage, line_of
from outreach_app.ui.people.suspended import SuspendedCard
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import translate

LOST, WITHDRAW = "lost", "withdraw"
"""Topics of the room of standing; the address is the device."""


def people_words(found: Laptop) -> str:
    """Return everybody on a laptop."""
    return in_a_row(f"{each.person.full_name} ({each.person.initials})" for each in found.people)


def point_card(heading: str, lines: Sequence[str]) -> Card:
    """Return a card of plain sentences."""
    card = Card(heading)
    for words in lines:
        card.add(Text(words))
    return card


class LostPage(StepPage):
    """Anybody may open it: who can stop the laptop does, who cannot learns whom to call."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Show everything about one laptop.

        Raises:
            UnknownLaptop: Nobody has a certificate on it any more.
        """
        super().__init__(
            desk,
            place,
            translate("people", "This laptop is lost"),
            translate(
                "people", "Lost, stolen, taken away, or its passphrase is known to somebody else."
            ),
        )
        self._laptop = laptop(desk.sitting, place.address)
        self._why: QLineEdit | None = None
        first = self._suspend_card() if may_suspend(desk.sitting) else self._call_card()
        self.show_step(
            first,
            point_card(translate("people", "What a finder can see"), _finder_lines()),
            point_card(
                translate("people", "What stopping it does, and what it does not"),
                _effect_lines(),
            ),
            self._afterwards_card(),
        )
        self.first_focus()

    def first_focus(self) -> None:
        """Begin with the reason where one can suspend."""
        if self._why is not None:
            self._why.setFocus()
        else:
            super().first_focus()

    # ---- first ------------------------------------------------------------------------------

    def _about(self, heading: str) -> Card:
        card = Card(heading)
        card.add(Text(people_words(self._laptop), "strong"))
        last = self._laptop.last_heard
        card.add(
            Text(
                translate(
                    "people", "The last bundle that came here from it was signed on {day}."
                ).format(day=readable_date(last[:10]))
                if last
                else translate("people", "No bundle from it has come here yet."),
                "soft",
            )
        )
        return card

    def _suspend_card(self) -> Card:
        card = self._about(translate("people", "First: stop it"))
        if self._laptop.is_suspended:
            card.add(Text(translate("people", "■ Everybody on it is suspended already.")))
            return card
        self._why = line_field(
            translate("people", "Why"), placeholder=translate("people", "Such as: laptop lost")
        )
        card.add(Text(translate("people", "Why, in one line"), "strong"), self._why)
        card.add(
            Text(
                translate(
                    "people",
                    "Everybody in the organisation reads this line, and every other service that "
                    "gets a bundle: no word about a client or a place.",
                ),
                "small",
            )
        )
        act = Button(
            translate("people", "Suspend everybody on it"), self._on_suspend, kind="danger"
        )
        act.setEnabled(False)
        self._why.textChanged.connect(lambda typed: act.setEnabled(bool(typed.strip())))
        card.column.addLayout(line_of(act))
        return card

    def _call_card(self) -> Card:
        card = self._about(translate("people", "First: call somebody who can stop it"))
        known = leads(self.desk.sitting)
        names = in_a_row(each.person.full_name for each in known)
        words = (
            translate("people", "By day or night, by telephone: {names}.").format(names=names)
            if known
            else translate(
                "people",
                "Nobody in your organisation's file can suspend at present: call whoever looks "
                "after its keys.",
            )
        )
        card.add(Text(words))
        card.add(
            Text(
                translate(
                    "people",
                    "Say whose laptop it is, where and when it was last seen, and whether it was "
                    "locked. They stop it with one signature.",
                )
            )
        )
        return card

    def _afterwards_card(self) -> Card:
        card = point_card(translate("people", "Afterwards"), _afterwards_lines())
        if may_look_after_keys(self.desk.sitting):
            place = Place(room=Room.STANDING, topic=WITHDRAW, address=self._laptop.device_id)
            words = translate("people", "End its certificates for good")
            card.column.addLayout(line_of(Button(words, lambda: self.desk.go(place))))
        return card

    # ---- suspending -------------------------------------------------------------------------

    def _on_suspend(self) -> None:
        if self._why is None:
            return
        why = self._why.text().strip()
        order = SuspensionOrder(
            name="",
            words=why,
            since=self.desk.sitting.now(),
            device_id=self._laptop.device_id,
        )
        lines = [
            translate("people", "Suspended from now on: {names}").format(
                names=people_words(self._laptop)
            ),
            translate("people", "Reason, read by everybody: {why}").format(why=why),
        ]

        def signed(signer: Signer) -> None:
            workspace = self.desk.workspace
            statements, restated = suspend(workspace.sitting, signer, order, workspace.shelf.find)
            self._show_done(statements, len(restated.now_not_counted))

        SigningDialog(self.desk, self, translate("people", "Suspend"), lines, signed).open()

    def _show_done(self, statements: tuple[Statement, ...], waiting: int) -> None:
        self.desk.counts_changed.emit()
        self._why = None
        lead = translate("people", "Suspended from now on: {names}")
        done = SuspendedCard(
            self, lead.format(names=people_words(self._laptop)), statements, waiting
        )
        self.show_step(done, self._afterwards_card())


def _finder_lines() -> tuple[str, ...]:
    return (
        translate(
            "people",
            "If it was locked or switched off: that this program is on it, the initials of whoever "
            "opens it, and the day of the last backup or arrived bundle. Nothing about a client; "
            "everything else is encrypted, attachments too.",
        ),
        translate(
            "people",
            "If it was unlocked: what the person could see, until it locked itself. It does so after "
            "some minutes without a key, and at once when its screen locks or it goes to sleep.",
        ),
        translate(
            "people",
            "If they have the passphrase: everything that was on it, for good. Nothing that you do "
            "here changes that. Then think of the clients first: who must be warned, or moved?",
        ),
    )


def _effect_lines() -> tuple[str, ...]:
    return (
        translate(
            "people",
            "Nothing that is signed there from now on counts, and nobody shares anything with that "
            "laptop. The others hear of it with your next bundle.",
        ),
        translate(
            "people",
            "Nothing is erased on it from afar. A bundle that is on its way to it can still be "
            "opened there: take sticks back, and have messages deleted.",
        ),
        translate(
            "people",
            "Work that was only on it comes back with its newest backup, or not at all.",
        ),
    )


def _afterwards_lines() -> tuple[str, ...]:
    return (
        translate(
            "people",
            "1. Whoever looks after the organisation's keys ends the certificates for good: "
            "suspended alone they would count again after 14 days.",
        ),
        translate(
            "people",
            "2. Whoever worked on it restores their newest backup on another laptop, or joins anew "
            "there, chooses another passphrase, and asks for a new certificate.",
        ),
        translate(
            "people",
            "3. If it is found: do not type a passphrase into it, somebody may have changed it. Have "
            "it set up from the beginning.",
        ),
    )

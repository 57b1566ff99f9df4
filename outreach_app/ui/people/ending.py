"""Ending the certificates of a laptop for good, with the organisation's keys."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from outreach_app.domain.day_words import long_date
from outreach_app.domain.revocation import RevocationReason
from outreach_app.errors import OutreachError
from outreach_app.services.certifying import Issued, issued
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.keeping.keepers import keeper_of
from outreach_app.services.keeping.lost_laptops import (
    InOtherHands,
    Laptop,
    WithdrawalOrder,
    laptops,
    withdraw_laptop,
)
from outreach_app.services.typed_days import typed_day
from outreach_app.ui.people.lost import people_words, point_card
from outreach_app.ui.people.steps import IssuedCard, KeysCard, StepPage
from outreach_app.ui.pieces.buttons import tick_box
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.surfaces import Card, clear, column
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.errand import run
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import month_names, translate
from outreach_app.ui.welcome.joining import words_card

_LOST: InOtherHands = RevocationReason.LOST
_COMPROMISED: InOtherHands = RevocationReason.COMPROMISED


class EndingPage(StepPage):
    """Which laptop, why, since when; then the keys."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Ask."""
        super().__init__(
            desk,
            place,
            translate("people", "End a laptop's certificates for good"),
            translate(
                "people",
                "For whoever looks after the organisation's keys. One signature is enough, and "
                "nobody can take it back.",
            ),
        )
        self._laptops = laptops(desk.sitting)
        self._on = desk.sitting.today()
        self._keys = KeysCard(translate("people", "End them"))
        ask = Card(translate("people", "Which laptop, and why"))
        self._which = ListBox(translate("people", "Which laptop"))
        for each in self._laptops:
            self._which.add(self._laptop_words(each), each.device_id)
        self._which.setCurrentIndex(max(0, self._which.findData(place.address)))
        self._why = ListBox(translate("people", "Why"))
        self._why.add(translate("people", "It is lost, or was taken"), False)
        self._why.add(
            translate("people", "Somebody else knows the passphrase, or was at the key"), True
        )
        self._since: QLineEdit = line_field(
            translate("people", "Last day on which it was surely in the right hands"),
            translate("people", "today"),
        )
        self._day = Text(kind="soft")
        self._words = column(gap=10)
        self._sure = tick_box(translate("people", "This is the right laptop"))
        ask.add(Text(translate("people", "Which laptop"), "strong"), self._which)
        ask.column.addLayout(self._words)
        ask.add(Text(translate("people", "Why"), "strong"), self._why)
        ask.add(
            Text(
                translate("people", "Last day on which it was surely in the right hands"), "strong"
            ),
            self._since,
            self._day,
            self._sure,
        )
        self.show_step(
            point_card(translate("people", "What it does"), _ending_lines()), ask, self._keys
        )
        self._which.currentIndexChanged.connect(self._show_words)
        self._since.textChanged.connect(self._look)
        self._sure.toggled.connect(self._look)
        self._keys.ready.connect(self._end)
        self._show_words()
        self._which.setFocus()

    def first_focus(self) -> None:
        """Begin with the laptop."""
        self._which.setFocus()

    def _laptop_words(self, found: Laptop) -> str:
        words = people_words(found)
        if not found.is_mine:
            return words
        return translate("people", "{names}: this laptop").format(names=words)

    def _chosen(self) -> Laptop | None:
        wanted = self._which.currentData()
        return next((each for each in self._laptops if each.device_id == wanted), None)

    def _since_day(self) -> date | None:
        day = typed_day(self._since.text(), self._on, month_names())
        return day if day is not None and day <= self._on else None

    def _show_words(self) -> None:
        clear(self._words)
        chosen = self._chosen()
        for each in chosen.people if chosen is not None else ():
            heading = translate("people", "Words of the key that ends: {name}")
            self._words.addWidget(
                words_card(each.words, heading.format(name=each.person.full_name))
            )
        self._sure.setChecked(False)
        self._look()

    def _look(self) -> None:
        day = self._since_day()
        if day is None:
            words = translate("people", "A day, today at the latest, such as 3 Feb or yesterday.")
        else:
            words = translate("people", "It counts from the beginning of {day}.").format(
                day=long_date(day)
            )
        self._day.say(words)
        self._keys.setEnabled(
            day is not None and self._sure.isChecked() and self._chosen() is not None
        )

    def _end(self, folder: Path, passphrase: str) -> None:
        self.notice.clear()
        day, chosen = self._since_day(), self._chosen()
        if day is None or chosen is None:
            self._keys.wait(waiting=False)
            return
        order = WithdrawalOrder(
            device_id=chosen.device_id,
            reason=_COMPROMISED if self._why.currentData() else _LOST,
            since=datetime.combine(day, time.min, tzinfo=CASEWORK_ZONE),
        )
        try:
            work = _ending(self.desk, folder, order, passphrase)
        except OutreachError as error:
            self._on_failed(error)
            return
        run(self.desk, work, self._on_ended, self._on_failed)

    def _on_ended(self, outcome: tuple[Issued, int]) -> None:
        new_file, count = outcome
        lead = translate("people", "%n certificate(s) ended for good.", "", count)
        done = IssuedCard(self, new_file, lead, words_compared=False)
        others = point_card(translate("people", "What the others do"), _others_lines())
        self.show_step(done, others)

    def _on_failed(self, error: Exception) -> None:
        self._keys.wait(waiting=False)
        self._keys.ask_passphrase()
        self.tell_error(error)


def _ending(
    desk: Desk, folder: Path, order: WithdrawalOrder, passphrase: str
) -> Callable[[], tuple[Issued, int]]:
    keeper = keeper_of(desk.sitting)

    def end() -> tuple[Issued, int]:
        card, serials = withdraw_laptop(keeper, folder, order, passphrase)
        return issued(folder, card), len(serials)

    return end


def _ending_lines() -> tuple[str, ...]:
    return (
        translate(
            "people",
            "Every certificate of that laptop ends, of everybody who works on it, also those that "
            "have run out: whoever has a key can write any date.",
        ),
        translate(
            "people",
            "What others had received before the day that you name stays and counts. What nobody "
            "else had stays readable with the reason, and does not count.",
        ),
        translate(
            "people",
            "Nothing is erased on that laptop, and what is on it can be read with its passphrase.",
        ),
    )


def _others_lines() -> tuple[str, ...]:
    return (
        translate(
            "people",
            "Every laptop takes the new organisation file in: from a stick, or with the next bundle "
            "from here once this laptop uses it. There are no words to compare.",
        ),
        translate(
            "people",
            "Whoever worked on that laptop asks for a new certificate from another one. Its words "
            "are new: compare them, and so does everybody.",
        ),
        translate(
            "people",
            "What does not count any more stands in the history of its case, with the reason: somebody "
            "who knows what happened writes it anew.",
        ),
    )

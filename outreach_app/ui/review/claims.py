"""First records of one case that contradict each other: who claims what, and which one stands."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup

from outreach_app.domain.answers import leaves
from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import short_instant
from outreach_app.services.comparing import Wording
from outreach_app.services.errors import NoContest
from outreach_app.services.first_records import (
    Contest,
    FirstRecord,
    contest_of,
    require_reading,
    uphold,
)
from outreach_app.services.form_facts import is_masked
from outreach_app.services.restating import Restated
from outreach_app.services.sitting import Signer
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.columns import Tiles
from outreach_app.ui.pieces.notices import Notice
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear
from outreach_app.ui.pieces.texts import Text, restyle
from outreach_app.ui.review.table import AnswerTable, Line
from outreach_app.ui.review.waiting import Names
from outreach_app.ui.review.words import person_words
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import translate


class ClaimsPage(Page):
    """The claims side by side; a supervisor who wrote none of them decides."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the claims."""
        super().__init__(desk, place)
        self._names = Names(desk.workspace)
        self._panels: list[Card] = []
        self._buttons: list[Button] = []
        self._sign = Button(
            translate("review", "Sign the decision…"), self._on_sign, kind="primary"
        )
        self._sign.setEnabled(False)
        self._contest: Contest | None = None
        try:
            self._contest = self._read()
        except OutreachError as error:
            self.add_head(translate("review", "Whose case it is"))
            self.tell_error(error)
            self.body.addStretch(1)
            return
        self._draw(self._contest)

    def _read(self) -> Contest:
        subject = self.place.subject
        contest = contest_of(self.desk.workspace.vault, subject.case_id if subject else "")
        if contest is None:
            raise NoContest
        require_reading(self.desk.sitting, contest)
        return contest

    def _draw(self, contest: Contest) -> None:
        count = len(contest.records)
        head = self.add_head(
            translate("review", "Whose case it is"),
            translate(
                "review",
                "%n first record(s) of this case contradict each other. The one that stands says who "
                "belongs to the case; everything in it is judged by that. The others are kept.",
                "",
                count,
            ),
            path=translate("review", "Inbox / First records"),
        )
        head.addWidget(Button(translate("review", "Later"), self.desk.back))
        head.addWidget(self._sign)
        scroll = Scroll(gap=16)
        self.body.addWidget(scroll, 1)
        self._choices = QButtonGroup(self)
        cards = [self._card(number, each) for number, each in enumerate(contest.records, start=1)]
        scroll.column.addWidget(Tiles(cards, least=320))
        scroll.column.addStretch(1)
        self._choices.idClicked.connect(self._on_chosen)

    def _card(self, number: int, claim: FirstRecord) -> Card:
        header = claim.revision.header
        card = Card(translate("review", "Claim {number}").format(number=number))
        words = translate("review", "Does not count now")
        if claim.stands:
            words = translate("review", "Stands now")
        if claim.upheld:
            words = translate("review", "Stands by a supervisor's decision")
        card.head.addWidget(Chip(words, "low" if claim.stands else "neutral"))
        who = person_words(self._names.person(header.author_id))
        told = translate("review", "Signed by {who}, {at}; came {came}").format(
            who=who,
            at=short_instant(header.signed_at),
            came=short_instant(claim.revision.received_at),
        )
        people = in_a_row(sorted(person_words(self._names.person(each)) for each in claim.people))
        card.add(
            Text(told, "small"),
            Text(
                translate("review", "Client: {reference}").format(
                    reference=self._names.client(header.subject.client_id)
                )
            ),
            Text(
                translate("review", "People of the case: {people}").format(
                    people=people or translate("review", "nobody")
                )
            ),
            self._answers(number, claim),
        )
        label = translate("review", "This one stands")
        choice = Button(label, kind="choice", spoken=f"{label}: {card.accessibleName()}")
        choice.setCheckable(True)
        self._choices.addButton(choice, number - 1)
        card.add(choice)
        self._panels.append(card)
        self._buttons.append(choice)
        return card

    def _answers(self, number: int, claim: FirstRecord) -> AnswerTable:
        definition = self.desk.workspace.catalogue.definition(claim.revision.header.form_hash)
        people = {person_id: person_words(each) for person_id, each in self._names.people.items()}
        wording = Wording(definition, people)
        table = AnswerTable(
            translate("review", "Answers of claim {number}").format(number=number),
            (translate("review", "Question"), translate("review", "Answer")),
            (4, 5),
        )
        table.show_lines(
            [
                Line(
                    (wording.label(at), wording.answer(at, value)),
                    bold=1,
                    masked=is_masked(definition, at),
                )
                for at, value in leaves(wording.in_order(claim.revision.answers()))
            ]
        )
        return table

    def _on_chosen(self, number: int) -> None:
        for place, panel in enumerate(self._panels):
            restyle(panel, "kind", "chosen" if place == number else "card")
        self._sign.setEnabled(True)

    def _on_sign(self) -> None:
        if self._contest is None:
            return
        chosen = self._contest.records[self._choices.checkedId()]
        who = person_words(self._names.person(chosen.revision.header.author_id))
        lines = [
            translate(
                "review", "This first record of the case stands: signed by {who}, {at}."
            ).format(who=who, at=short_instant(chosen.revision.header.signed_at)),
            translate(
                "review", "It stands before %n other(s).", "", len(self._contest.records) - 1
            ),
            translate(
                "review",
                "What people signed in this case counts or does not by what this record says. "
                "Nothing is deleted; you can decide again.",
            ),
        ]
        heading = translate("review", "Decide whose case it is")
        SigningDialog(self.desk, self, heading, lines, partial(self._uphold, chosen)).open()

    def _uphold(self, chosen: FirstRecord, signer: Signer) -> None:
        if self._contest is None:
            return
        workspace = self.desk.workspace
        restated = uphold(
            workspace.sitting,
            signer,
            self._contest.case_id,
            chosen.revision.revision_id,
            workspace.shelf.find,
        )
        self.desk.counts_changed.emit()
        QTimer.singleShot(0, self, partial(self._upheld, restated))

    def _upheld(self, restated: Restated) -> None:
        self.setFocus()
        clear(self.body)
        self._panels.clear()
        self._buttons.clear()
        self.notice = Notice(kind="chosen")
        self.add_head(translate("review", "Decided and signed"))
        card = Card()
        inbox = Button(
            translate("review", "To the inbox"), lambda: self.desk.go(Place(room=Room.INBOX))
        )
        card.add(
            Text(
                translate("review", "%n record(s) count now.", "", len(restated.now_counted)),
            ),
            Text(
                translate(
                    "review",
                    "%n record(s) do not count any more.",
                    "",
                    len(restated.now_not_counted),
                ),
            ),
            inbox,
        )
        self.body.addWidget(card)
        self.body.addStretch(1)
        inbox.setFocus()

    def first_focus(self) -> None:
        """Begin with the first claim."""
        if self._buttons:
            self._buttons[0].setFocus()

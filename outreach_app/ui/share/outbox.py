"""The outbox: what left this laptop, what came back, what never left."""

from collections.abc import Generator
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QWidget

from outreach_app.phrases import in_a_row
from outreach_app.report.dates import readable_date
from outreach_app.services.case_words import PART_WORDS
from outreach_app.services.incidents import FORM as INCIDENT
from outreach_app.services.sharing.outbox import OutgoingLine, case_in, gathering_outbox
from outreach_app.services.withdrawing_consent import Stopped, looking_for_stopped
from outreach_app.ui.pieces.actions import with_action
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.surfaces import Card, Scroll, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.matter import AGAIN, Kind
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_AT_ONCE = 20


class OutboxPage(Page):
    """Three lists: only here, to ask about, everything sent."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Begin to read the register."""
        super().__init__(desk, place)
        head = self.add_head(
            translate("outbox", "Outbox"),
            translate(
                "outbox",
                "The program sends nothing itself: it shows what was written here, and what the "
                "others have confirmed.",
            ),
        )
        head.addWidget(
            Button(
                translate("outbox", "Take in confirmations…"),
                lambda: desk.go(Place(room=Room.INBOX)),
                kind="plain",
            )
        )
        self._first: QWidget | None = None
        area = Scroll()
        self.body.addWidget(area, 1)
        self.grow(self._reading(area))

    def _reading(self, area: Scroll) -> Generator[None, None, None]:
        """Read the register and what was stopped, and draw both."""
        self._outbox = yield from gathering_outbox(self.desk.workspace)
        area.column.addWidget(self._only_here())
        yield
        held = yield from looking_for_stopped(self.desk.workspace)
        if held:
            area.column.addWidget(self._stopped(held))
            yield
        asking = [each for each in self._outbox.lines if each.asks]
        rest = [each for each in self._outbox.lines if not each.asks]
        if asking:
            area.column.addWidget(self._asking(asking))
            yield
        area.column.addWidget(self._sent(rest))
        area.column.addStretch(1)

    # ---- only here --------------------------------------------------------------------------

    def _only_here(self) -> Card:
        count = len(self._outbox.only_here)
        card = Card(
            translate("outbox", "Only on this laptop"),
            kind="warning" if self._outbox.is_old else "card",
        )
        if not count:
            card.add(
                Text(
                    translate("outbox", "No document: each one signed here has left in a bundle."),
                    "soft",
                )
            )
            self._add_held_back(card)
            return card
        since = self._outbox.since
        words = translate("outbox", "%n signed document(s)", "", count)
        day = readable_date(since.isoformat()) if since is not None else ""
        texts = column(
            Text(
                translate("outbox", "{documents}, the oldest since {day}").format(
                    documents=words, day=day
                ),
                "strong",
            ),
            Text(
                translate(
                    "outbox",
                    "If this laptop is lost before they are shared, they are lost with it.",
                ),
                "soft",
            ),
        )
        share = Button(
            translate("outbox", "Share with supervisor…"),
            lambda: self.desk.go(Place(room=Room.SHARE, topic=Kind.ALL.value)),
            kind="primary",
        )
        self._first = share
        card.column.addLayout(with_action(texts, share))
        self._add_held_back(card)
        return card

    def _add_held_back(self, card: Card) -> None:
        """Say which parts stayed here when their documents went, and what keeps them safe."""
        held = self._outbox.held_back
        if not held.count:
            return
        listed = in_a_row(
            translate("outbox", "{part} ({count})").format(part=PART_WORDS[part], count=count)
            for part, count in held.documents.items()
        )
        documents = translate("outbox", "%n document(s) went without a part", "", held.count)
        texts = column(
            Text(
                translate("outbox", "{documents} that is only here: {parts}").format(
                    documents=documents, parts=listed
                ),
                "strong",
            ),
            Text(
                translate(
                    "outbox",
                    "It was held back when they were shared, and nobody else has it. A backup keeps "
                    "it safe; your supervisor gets it with a reason, when you tick it there.",
                ),
                "soft",
            ),
        )
        backup = Button(
            translate("outbox", "Make a backup…"), lambda: self.desk.go(Place(room=Room.BACKUP))
        )
        card.column.addLayout(with_action(texts, backup))

    # ---- stopped ----------------------------------------------------------------------------

    def _stopped(self, held: tuple[Stopped, ...]) -> Card:
        """Name what was prepared and does not leave, because a client took consent back."""
        card = Card(translate("outbox", "Stopped: consent was withdrawn"), kind="warning")
        card.add(
            Text(
                translate(
                    "outbox",
                    "None of this leaves any more. A file that lies on a stick or in a mailbox is not "
                    "handed over: delete it there.",
                ),
                "soft",
            )
        )
        for each in held:
            line = column(
                Text(in_a_row((each.reference, each.what), ": "), "strong"),
                Text(
                    translate("outbox", "Withdrawn on {day}").format(
                        day=readable_date(each.since.isoformat())
                    ),
                    "small",
                ),
                gap=1,
            )
            place = Place(room=Room.CONSENTS, subject=each.subject)
            go = Button(
                translate("outbox", "Consents…"),
                partial(self.desk.go, place),
                spoken=translate("outbox", "Consents of {reference}").format(
                    reference=each.reference
                ),
            )
            card.column.addLayout(with_action(line, go))
        return card

    # ---- sent -------------------------------------------------------------------------------

    def _asking(self, lines: list[OutgoingLine]) -> Card:
        card = Card(translate("outbox", "Ask what became of these"))
        card.add(
            Text(
                translate(
                    "outbox",
                    "Ask the person by telephone. If it did not arrive, export it again; a bundle "
                    "that arrives twice does no harm.",
                ),
                "soft",
            ),
            Longer([partial(self._line, each) for each in lines], at_once=_AT_ONCE),
        )
        return card

    def _sent(self, lines: list[OutgoingLine]) -> Card:
        card = Card(translate("outbox", "Written here"))
        if not lines:
            card.add(Text(translate("outbox", "No other bundle was written here."), "soft"))
            return card
        card.add(
            Text(
                translate(
                    "outbox",
                    "Received: their laptop confirms that it came. Reviewed: they confirm that they "
                    "have looked at it. Both come back with their next bundle to you.",
                ),
                "small",
            ),
            Longer([partial(self._line, each) for each in lines], at_once=_AT_ONCE),
        )
        return card

    def _line(self, line: OutgoingLine) -> QWidget:
        """Return one bundle: for whom, what, how far it is."""
        holder = QWidget()
        name = line.recipient or translate("outbox", "Somebody who is not listed any more")
        what = what_words(line)
        left = column(Text(name, "strong"), Text(what, "soft"))
        if line.sent.purpose:
            left.addWidget(Text(f"“{line.sent.purpose}”", "small"))
        steps = QWidget()
        flow = Flow(steps, gap=current_look().px(6))
        for words, done in _steps(line):
            flow.addWidget(Chip(words, "low" if done else "neutral"))
        if line.asks:
            flow.addWidget(Chip(why_asked(line), "medium"))
        left.addWidget(steps)
        layout: QBoxLayout = row()
        if not line.sent.arrived_at and line.document_ids:
            again = Button(
                translate("outbox", "Export again…"),
                lambda: self._on_again(line),
                spoken=translate("outbox", "Export again for {name}: {what}").format(
                    name=name, what=what
                ),
            )
            self._first = self._first or again
            actions = QWidget()
            both = row(again, gap=8)
            actions.setLayout(both)
            if case_in(self.desk.workspace, line) is not None:
                lost = translate("outbox", "It was lost…")
                both.addWidget(
                    Button(
                        lost,
                        partial(self._on_lost, line),
                        kind="quiet",
                        spoken=translate("outbox", "{action}: {what}").format(
                            action=lost, what=in_a_row((name, what))
                        ),
                    )
                )
            layout = with_action(left, actions)
        else:
            layout.addLayout(left, 1)
        layout.setContentsMargins(0, current_look().px(10), 0, current_look().px(10))
        holder.setLayout(layout)
        return holder

    def _on_again(self, line: OutgoingLine) -> None:
        topic = f"{AGAIN}{line.sent.bundle_id}:{line.sent.recipient_id}"
        self.desk.go(Place(room=Room.SHARE, topic=topic))

    def _on_lost(self, line: OutgoingLine) -> None:
        subject = case_in(self.desk.workspace, line)
        if subject is not None:
            self.desk.go(Place(room=Room.FORM, subject=subject, topic=INCIDENT))

    def first_focus(self) -> None:
        """Begin with what waits."""
        if self._first is not None:
            self._first.setFocus()


def what_words(line: OutgoingLine) -> str:
    """Return what was in a bundle: how many documents of which client."""
    if not line.what:
        return translate("outbox", "Confirmations only")
    return in_a_row(
        (
            translate("outbox", "{reference}: {documents}").format(
                reference=each.reference,
                documents=translate("outbox", "%n document(s)", "", each.documents),
            )
            for each in line.what
        ),
        " · ",
    )


def why_asked(line: OutgoingLine) -> str:
    """Return why somebody should ask."""
    if line.sent.overtaken:
        return translate("outbox", "A later one arrived, this one did not")
    return translate("outbox", "Nothing heard for more than a week")


def _steps(line: OutgoingLine) -> list[tuple[str, bool]]:
    sent = line.sent
    steps = [(translate("outbox", "✓ Exported {day}").format(day=_day(sent.sent_at)), True)]
    if sent.arrived_at:
        words = translate("outbox", "✓ Received {day}").format(day=_day(sent.arrived_at))
        steps.append((words, True))
    else:
        steps.append((translate("outbox", "Not received yet"), False))
    if sent.reviewed_at:
        words = translate("outbox", "✓ Reviewed {day}").format(day=_day(sent.reviewed_at))
        steps.append((words, True))
    elif sent.arrived_at:
        steps.append((translate("outbox", "Not reviewed yet"), False))
    return steps


def _day(instant: str) -> str:
    return readable_date(instant[:10])

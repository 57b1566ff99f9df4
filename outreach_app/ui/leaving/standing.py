"""The head of the exit: a ring, what stands in the way in words, one step to each place."""

from collections.abc import Callable, Sequence
from functools import partial

from outreach_app.phrases import in_a_row
from outreach_app.services.exit_screen import Goal, ShownBlock, Standing
from outreach_app.ui.leaving.ring import Ring
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, clear, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate

_SHOWN = 12


class StandingCard(Card):
    """How far the exit is."""

    def __init__(self, go: Callable[[Goal], None]) -> None:
        """Begin empty; `go` leads to where something is resolved."""
        super().__init__()
        self._go = go
        self._ring = Ring()
        self._words = Text("", "heading")
        self._second = Text("", "soft")
        head = row(self._ring, gap=20)
        words = column()
        words.addStretch(1)
        words.addWidget(self._words)
        words.addWidget(self._second)
        words.addStretch(1)
        head.addLayout(words, 1)
        self.column.addLayout(head)
        self._blocks = column(gap=6)
        self.column.addLayout(self._blocks)

    def tell(self, standing: Standing, *, signed: bool) -> None:
        """Show how far the exit is; `signed` when the caseworker has signed it as it stands."""
        self._ring.tell(standing.settled, len(standing.checks))
        self._words.say(_words(standing, signed=signed))
        self._second.say(_second(standing))
        clear(self._blocks)
        if standing.to_sign:
            self._list(translate("leaving", "Before you sign"), standing.to_sign)
        if standing.to_close:
            self._list(translate("leaving", "Before the supervisor closes"), standing.to_close)

    def _list(self, heading: str, blocks: Sequence[ShownBlock]) -> None:
        self._blocks.addWidget(Text(heading, "column"))
        for each in blocks[:_SHOWN]:
            line = row(Text(each.block.text))
            if each.goal is not None:
                goal = each.goal
                words = translate("leaving", "Go there")
                line.addWidget(
                    Button(
                        words,
                        partial(self._go, goal),
                        kind="plain",
                        spoken=in_a_row((words, each.block.text), ": "),
                    )
                )
            self._blocks.addLayout(line)
        if len(blocks) > _SHOWN:
            rest = len(blocks) - _SHOWN
            self._blocks.addWidget(Text(translate("leaving", "and %n more", "", rest), "small"))


def _words(standing: Standing, *, signed: bool) -> str:
    if standing.to_sign:
        count = len(standing.to_sign)
        return translate("leaving", "%n thing(s) in the way", "", count)
    if standing.waiting:
        return translate("leaving", "%n check(s) to decide", "", standing.waiting)
    if signed and not standing.to_close:
        return translate("leaving", "Closed by the supervisor")
    if signed:
        return translate("leaving", "Signed. The supervisor closes it")
    return translate("leaving", "Nothing stands in the way of your signature")


def _second(standing: Standing) -> str:
    said = translate("leaving", "{settled} of {total} checks are settled.").format(
        settled=standing.settled, total=len(standing.checks)
    )
    if standing.waiting and standing.to_sign:
        waits = translate("leaving", "%n check(s) to decide", "", standing.waiting)
        return in_a_row((said, f"{waits}."), " ")
    return said

"""What is missing for which purpose, each line one click away from its place."""

from collections.abc import Callable, Sequence
from functools import partial

from outreach_app.services.readiness import Obstacle
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, Scroll, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate

_SHOWN = 200


def obstacle_list(
    card: Card,
    obstacles: Sequence[Obstacle],
    go: Callable[[str], None],
    visit: Callable[[str], None] | None = None,
) -> None:
    """Put obstacles into a card; each with a button to its question or paper, where it has one.

    Args:
        card: Where they stand.
        obstacles: What is to be done.
        go: Called with the address of a question.
        visit: Called with the id of another paper; None where one cannot go there.
    """
    for obstacle in obstacles[:_SHOWN]:
        line = row(Text(obstacle.text))
        act: Callable[[], None] | None = None
        if obstacle.document_id and visit is not None:
            act = partial(visit, obstacle.document_id)
        elif obstacle.address:
            act = partial(go, obstacle.address)
        if act is not None:
            spoken = translate("forms", "Go to: {question}").format(question=obstacle.text)
            line.addWidget(Button(translate("forms", "Go there"), act, kind="plain", spoken=spoken))
        card.column.addLayout(line)
    if len(obstacles) > _SHOWN:
        rest = len(obstacles) - _SHOWN
        card.add(Text(translate("forms", "and %n more", "", rest), "small"))


class MissingList(Scroll):
    """Three purposes: saving, an initial assessment, signing."""

    def __init__(
        self,
        initial: Sequence[Obstacle] | None,
        to_sign: Sequence[Obstacle],
        go: Callable[[str], None],
        back: Callable[[], None],
        visit: Callable[[str], None],
    ) -> None:
        """List what is missing.

        Args:
            initial: For an initial assessment; None where the form knows no such.
            to_sign: Before the signature.
            go: Called with the address of a question.
            back: Goes back to the questions.
            visit: Called with the id of another paper.
        """
        self._visit = visit
        super().__init__(margin=28, gap=16)
        head = row(Text(translate("forms", "What is missing"), "title"))
        self._back = Button(translate("forms", "Back to the questions"), back)
        head.addWidget(self._back)
        self.column.addLayout(head)
        save = Card(translate("forms", "To save"))
        save.add(
            Text(translate("forms", "Nothing. Every answer is saved as you give it, in any order."))
        )
        self.column.addWidget(save)
        if initial is not None:
            self._purpose(translate("forms", "For an initial assessment"), initial, go)
        self._purpose(translate("forms", "To sign"), to_sign, go)
        self.column.addStretch(1)

    def _purpose(
        self, heading: str, missing: Sequence[Obstacle], go: Callable[[str], None]
    ) -> None:
        card = Card(heading)
        if missing:
            obstacle_list(card, missing, go, self._visit)
        else:
            card.add(Text(translate("forms", "Nothing is missing.")))
        self.column.addWidget(card)

    def first_focus(self) -> None:
        """Give the keyboard to the way back."""
        self._back.setFocus()

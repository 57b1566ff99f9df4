"""Smaller parts of the exit: the beginning, and the client's own view."""

from collections.abc import Callable

from outreach_app.domain.values import text_of
from outreach_app.services.exit_screen import ExitScreen
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.surfaces import Card, Scroll, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate

_READY_TONE = {"yes": "low", "mostly": "low", "not_sure": "medium", "no": "high"}


class BeginPart(Scroll):
    """No exit was begun: what it means to begin one.

    Attributes:
        button: Begins it.
    """

    def __init__(self, reference: str, begin: Callable[[], None]) -> None:
        """Offer to begin the exit of a case that goes by a reference."""
        super().__init__(margin=28, gap=16)
        self.column.addWidget(Text(reference, "small"))
        self.column.addWidget(Text(translate("leaving", "Exit of service"), "title"))
        card = Card(translate("leaving", "No exit has begun"))
        card.add(
            Text(
                translate(
                    "leaving",
                    "Sixteen checks are read from the records. The caseworker decides, the client "
                    "is heard, the supervisor closes. Tell the client before you begin: no ending "
                    "comes as a surprise.",
                )
            )
        )
        self.button = Button(
            translate("leaving", "Begin the exit checklist"), begin, kind="primary"
        )
        line = row(self.button)
        line.addStretch(1)
        card.column.addLayout(line)
        self.column.addWidget(card)
        self.column.addStretch(1)


def client_card(screen: ExitScreen, write: Callable[[], None]) -> Card:
    """Return what the client said about leaving, with the way to write it down."""
    answers, label = screen.opened.answers(), screen.opened.context.label_of
    card = Card(translate("leaving", "Client’s view"))
    ready = text_of(answers, "client_ready")
    if ready:
        words = translate("leaving", "Feels ready: {answer}").format(
            answer=label("client_ready", ready)
        )
        line = row(Chip(words, _READY_TONE.get(ready, "neutral")))
        met = text_of(answers, "client_targets_met")
        if met:
            said = translate("leaving", "First goals met: {answer}").format(
                answer=label("client_targets_met", met)
            )
            line.addWidget(Chip(said))
        fear = text_of(answers, "client_fear_score_exit")
        if fear:
            safe = translate("leaving", "Feels safe: {score} of 10").format(score=fear)
            line.addWidget(Chip(safe))
        line.addStretch(1)
        card.column.addLayout(line)
        for name in ("client_ready_words_text", "client_worries_after_text"):
            words = text_of(answers, name)
            if words:
                card.add(Text(f"“{words}”"))
    else:
        card.add(Text(translate("leaving", "Not asked yet."), "soft"))
    if screen.is_draft:
        line = row(Button(translate("leaving", "Write down what the client says"), write))
        line.addStretch(1)
        card.column.addLayout(line)
    return card

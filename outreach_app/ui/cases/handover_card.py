"""The card of a case that was handed over: how that stands, and the way to it."""

from outreach_app.services.case_view import CaseView
from outreach_app.services.handing_over.standing import handovers, standing_words
from outreach_app.ui.pieces.actions import with_action
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, column
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import told, translate


def handover_card(desk: Desk, view: CaseView) -> Card | None:
    """Return how the newest handover of a case stands, None where it was never handed over."""
    found = () if view.restricted else handovers(view.workspace.vault, view.subject)
    if not found:
        return None
    newest = found[0]
    place = Place(room=Room.HANDING, subject=view.subject, document_id=newest.document_id)
    card = Card(translate("cases", "Handover"))
    texts = column(Text(told(standing_words(view.workspace, newest, view.words))))
    look = Button(
        translate("cases", "Look"),
        lambda: desk.go(place),
        spoken=translate("cases", "Look at the handover"),
    )
    card.column.addLayout(with_action(texts, look))
    return card

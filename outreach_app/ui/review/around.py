"""What waits before and after the document that is reviewed, in the order of the inbox."""

from outreach_app.domain.documents import Subject
from outreach_app.services.supervision import Urgency, WaitingItem, review_list
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.review.waiting import Names, place_of, place_words
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.speech import translate


class AroundCard(Card):
    """Leads to the document before and to the one after, where the inbox lists this one.

    Attributes:
        following: Leads to the next one; disabled where there is none.
    """

    def __init__(self, desk: Desk, document_id: str, names: Names) -> None:
        """Read what waits."""
        super().__init__(translate("review", "Waiting"), kind="quiet")
        self._desk, self._names = desk, names
        items = [each for each in review_list(desk.sitting) if each.urgency is not Urgency.RETURNED]
        ids = [each.document_id for each in items]
        here = ids.index(document_id) if document_id in ids else -1
        before = items[here - 1] if here > 0 else None
        after = items[here + 1] if here + 1 < len(items) else None
        if here >= 0:
            self.add(Text(place_words(items, here), "small"))
        self.following = self._step(translate("review", "Next"), after, "Alt+Down")
        previous = self._step(translate("review", "Previous"), before, "Alt+Up")
        self.column.addLayout(row(previous, self.following))

    def _step(self, label: str, item: WaitingItem | None, keys: str) -> Button:
        spoken = label
        if item is not None:
            subject = Subject(client_id=item.client_id, case_id=item.case_id)
            what = self._names.title(item.form_id, subject)
            spoken = translate("review", "{action}: {what}").format(action=label, what=what)
        place = place_of(item) if item is not None else None
        button = Button(
            label, lambda: self._desk.go(place) if place else None, shortcut=keys, spoken=spoken
        )
        button.setEnabled(item is not None)
        return button

"""What waits for somebody, as rows: for a reviewer by urgency, for an author what was said."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from outreach_app.domain.documents import Comment, Review, ReviewVerb, Subject
from outreach_app.domain.people import Person
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import short_instant
from outreach_app.services.case_words import CaseWords
from outreach_app.services.naming import client_references, spoken_references
from outreach_app.services.said_to_me import SaidToMe
from outreach_app.services.supervision import Urgency, WaitingItem
from outreach_app.services.workspace import Workspace
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip, LevelChip, level_words
from outreach_app.ui.pieces.surfaces import column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.review.words import (
    person_words,
    said_words,
    urgency_action,
    urgency_words,
)
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_CHIP_WIDTH = 116
_BY_LEVEL = frozenset({Urgency.VERY_HIGH, Urgency.HIGH, Urgency.REST})
_TONES = {Urgency.FLAG: "very_high", Urgency.CONTESTED_CASE: "high", Urgency.CONFLICT: "medium"}


class Names:
    """References of cases and titles of forms, read once for a page."""

    def __init__(self, workspace: Workspace) -> None:
        """Read the references."""
        self._vault = workspace.vault
        self._cases = spoken_references(workspace.vault)
        self._clients = client_references(workspace.vault)
        self._words = CaseWords(workspace)
        self._people = {each.person_id: each for each in workspace.sitting.trust.everybody()}

    def reference(self, subject: Subject) -> str:
        """Return by what a case is called: never a name."""
        known = self._cases.get(subject.case_id) or self._clients.get(subject.client_id)
        return known or translate("review", "no reference yet")

    def client(self, client_id: str) -> str:
        """Return by what a client is called; letters of the record stand in where there is nothing."""
        unknown = translate("review", "record {letters}, without a reference here")
        return self._clients.get(client_id) or unknown.format(letters=client_id[2:8])

    def title(self, form_id: str, subject: Subject) -> str:
        """Return form and case: ``Risk assessment · HH-26-B007.1``."""
        return in_a_row((self._words.form(form_id), self.reference(subject)), " · ")

    def person(self, person_id: str) -> Person | None:
        """Return a colleague."""
        return self._people.get(person_id)

    def authors(self, document_id: str) -> tuple[str, ...]:
        """Return who signed the newest versions of a document, each once."""
        heads = self._vault.revisions.heads(document_id)
        return tuple(dict.fromkeys(each.header.author_id for each in heads))

    def initials(self, person_id: str) -> str:
        """Return a colleague's initials."""
        return self._words.initials(person_id)

    @property
    def people(self) -> Mapping[str, Person]:
        """Return everybody who was ever certified."""
        return self._people


def place_of(item: WaitingItem) -> Place:
    """Return where a waiting document is looked at."""
    subject = Subject(client_id=item.client_id, case_id=item.case_id)
    if item.urgency is Urgency.CONTESTED_CASE:
        return Place(room=Room.MERGE, subject=subject, topic="claims")
    if item.urgency is Urgency.CONFLICT:
        return Place(room=Room.MERGE, subject=subject, document_id=item.document_id)
    if item.urgency is Urgency.RETURNED:
        return Place(room=Room.FORM, subject=subject, document_id=item.document_id)
    return Place(room=Room.REVIEW, subject=subject, document_id=item.document_id)


def place_words(items: Sequence[WaitingItem], here: int) -> str:
    """Return the place of one item among those of its list in the inbox: what waits, or to read."""
    to_read = items[here].urgency is Urgency.REST
    same = [each for each in items if (each.urgency is Urgency.REST) is to_read]
    told = (
        translate("review", "{number} of {count} to read, when there is time")
        if to_read
        else translate("review", "{number} of {count} that wait for your word")
    )
    return told.format(number=same.index(items[here]) + 1, count=len(same))


def row_of(*widgets: QWidget) -> QWidget:
    """Return widgets in a row, at its beginning."""
    holder = QWidget()
    line = row(*widgets)
    line.addStretch(1)
    holder.setLayout(line)
    return holder


class WaitingRow(QWidget):
    """A document that waits for a word, a decision or a merge."""

    def __init__(self, desk: Desk, item: WaitingItem, names: Names) -> None:
        """Show one with its reason, author and date."""
        super().__init__()
        look = current_look()
        subject = Subject(client_id=item.client_id, case_id=item.case_id)
        title = names.title(item.form_id, subject)
        chip = _chip(item)
        chip.setMinimumWidth(look.px(_CHIP_WIDTH))
        chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        second = _signed_words(item, names)
        more = _more(item)
        words = column(Text(title, "strong"), gap=2)
        words.addWidget(Text(in_a_row((more, second), " · "), "small"))
        label = urgency_action(item.urgency)
        spoken = translate("review", "{action}: {what}, {why}").format(
            action=label, what=title, why=chip.accessibleName()
        )
        place = place_of(item)
        button = Button(label, lambda: desk.go(place), spoken=spoken)
        line = row(gap=14)
        line.setContentsMargins(0, look.px(9), 0, look.px(9))
        line.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)


def _signed_words(item: WaitingItem, names: Names) -> str:
    """Return who signed a document, and when; of two versions both authors."""
    at = short_instant(item.signed_at)
    if item.urgency is not Urgency.CONFLICT:
        who = person_words(names.person(item.author_id))
        return translate("review", "Signed by {who}, {at}").format(who=who, at=at)
    people = [person_words(names.person(each)) for each in names.authors(item.document_id)]
    return translate("review", "Versions of {people}; the newest {at}").format(
        people=in_a_row(people), at=at
    )


def _chip(item: WaitingItem) -> Chip:
    if item.level and item.urgency in _BY_LEVEL:
        return LevelChip(item.level)
    tone = _TONES.get(item.urgency, "neutral")
    return Chip(urgency_words(item.urgency), item.level or tone)


def _more(item: WaitingItem) -> str:
    """Return what the mark at the front does not say."""
    if item.urgency is Urgency.COUNTERSIGN:
        return translate("review", "Judged higher than indicated: {level}").format(
            level=level_words(item.level)
        )
    if item.urgency is Urgency.OVERRIDE_LOWER:
        return translate("review", "Judged lower than the answers indicate")
    return ""


class SaidRow(QWidget):
    """What somebody said about one's own document."""

    def __init__(
        self,
        desk: Desk,
        said: SaidToMe,
        names: Names,
        label_of: Callable[[Review, Comment], str],
    ) -> None:
        """Show the last words about a document.

        Args:
            desk: The ways to other pages.
            said: What was said.
            names: References and titles.
            label_of: Returns the words of the question of a comment.
        """
        super().__init__()
        look = current_look()
        title = names.title(said.form_id, said.subject)
        tone = "medium" if said.verb is ReviewVerb.RETURN else "accent"
        chip = Chip(said_words(said.verb), tone)
        chip.setMinimumWidth(look.px(_CHIP_WIDTH))
        chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = column(Text(title, "strong"), gap=3)
        for review in said.reviews:
            words.addWidget(Text(_heading(review, names), "small"))
            if review.text:
                words.addWidget(Text(review.text))
            for comment in review.comments:
                at = label_of(review, comment)
                words.addWidget(Text(f"{at}: {comment.text}" if at else comment.text))
        questions = [each.question for one in said.reviews for each in one.comments]
        place = Place(
            room=Room.FORM,
            subject=said.subject,
            document_id=said.document_id,
            address=next(filter(None, questions), ""),
        )
        label = translate("review", "Open")
        spoken = translate("review", "{action}: {what}").format(action=label, what=title)
        line = row(gap=14)
        line.setContentsMargins(0, look.px(9), 0, look.px(9))
        line.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        button = Button(label, lambda: desk.go(place), spoken=spoken)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)


def _heading(review: Review, names: Names) -> str:
    return translate("review", "{verb} by {who}, {at}").format(
        verb=said_words(review.verb),
        who=person_words(names.person(review.reviewer_id)),
        at=short_instant(review.signed_at),
    )

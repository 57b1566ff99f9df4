"""One thing that waits, as a line with its level, its words and the one action that settles it."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from outreach_app.domain.documents import Subject
from outreach_app.phrases import in_a_row
from outreach_app.services.case_words import day_words
from outreach_app.services.needs import Need, NeedKind
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip, LevelChip, level_words
from outreach_app.ui.pieces.surfaces import column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import (
    DUE_REVIEW,
    EVENT_ASSESSMENT,
    FLAG_REFERRAL,
    NOTE,
    REVIEW,
    Place,
    Room,
)
from outreach_app.ui.shell.rooms import rooms
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look

_BEGUN_FORMS = {
    NeedKind.REVIEW: DUE_REVIEW,
    NeedKind.CHASE: "referral_outcome",
    NeedKind.SEND_AGAIN: "referral",
    NeedKind.CONSENT: "consent",
    NeedKind.NRM: "nrm_event",
    NeedKind.EVENT: EVENT_ASSESSMENT,
    NeedKind.FLAG_REFERRAL: FLAG_REFERRAL,
    NeedKind.FLAG_CONTACT: "contact_note",
    NeedKind.FLAG_EPISODE: "missing_episode",
    NeedKind.FLAG_ASSESSMENT: DUE_REVIEW,
}
"""Needs that a new document of a form settles."""
_ROOMS = {
    NeedKind.MERGE: Room.MERGE,
    NeedKind.JUDGE: Room.REVIEW,
    NeedKind.CONTEST: Room.INBOX,
    NeedKind.ARRIVED: Room.INBOX,
    NeedKind.UNSENT: Room.SHARE,
    NeedKind.HANDED: Room.HANDING,
    NeedKind.HANDED_TO_ME: Room.HANDING,
    NeedKind.CONFIRM: Room.SHARE,
}
_NOTED = {
    NeedKind.FLAG: (NOTE, "flag_told/told_who"),
    NeedKind.TAKE_OVER: (NOTE, "case_start/caseworker"),
    NeedKind.RIGHT: (NOTE, "rights_answered/rr_answer"),
    NeedKind.INCIDENT: (NOTE, "inc_told/inc_lead"),
    NeedKind.PLAN_REVIEW: (REVIEW, ""),
    NeedKind.FLAG_PLAN: (REVIEW, ""),
    NeedKind.RETURN_TALK: (NOTE, "me_section/me_conversation_at"),
    NeedKind.NOTE_ACTION: (NOTE, "note_content/note_actions"),
    NeedKind.CONTACTS: (NOTE, "client_contact/safe_contacts"),
}
"""Needs that a new version of a signed document settles, and the question where it is noted."""
_LEVEL_WIDTH = 104


def action_words(kind: NeedKind) -> str:
    """Return what the button of a need says."""
    return {
        NeedKind.FLAG: translate("cases", "Note it"),
        NeedKind.REVIEW: translate("cases", "Start"),
        NeedKind.PLAN_REVIEW: translate("cases", "Start"),
        NeedKind.ACTION: translate("cases", "Open"),
        NeedKind.CHASE: translate("cases", "Chase"),
        NeedKind.APPROVE_LATE: translate("cases", "Open"),
        NeedKind.CONFIRM: translate("cases", "Share…"),
        NeedKind.SEND_AGAIN: translate("cases", "Write again"),
        NeedKind.CONSENT: translate("cases", "Renew"),
        NeedKind.NRM: translate("cases", "Record"),
        NeedKind.RETURNED: translate("cases", "Open"),
        NeedKind.COMMENT: translate("cases", "Open"),
        NeedKind.MERGE: translate("cases", "Compare"),
        NeedKind.DRAFT: translate("cases", "Continue"),
        NeedKind.UNSENT: translate("cases", "Share…"),
        NeedKind.ARRIVED: translate("cases", "Open inbox"),
        NeedKind.JUDGE: translate("cases", "Review"),
        NeedKind.CONTEST: translate("cases", "Open inbox"),
        NeedKind.TAKE_OVER: translate("cases", "Take over"),
        NeedKind.RIGHT: translate("cases", "Answer"),
        NeedKind.INCIDENT: translate("cases", "Note it"),
        NeedKind.HANDED: translate("cases", "Look"),
        NeedKind.HANDED_TO_ME: translate("cases", "Look…"),
        NeedKind.EVENT: translate("cases", "Start"),
        NeedKind.FLAG_REFERRAL: translate("cases", "Draft"),
        NeedKind.FLAG_CONTACT: translate("cases", "Add note"),
        NeedKind.FLAG_PLAN: translate("cases", "Open"),
        NeedKind.FLAG_EPISODE: translate("cases", "Record"),
        NeedKind.FLAG_ASSESSMENT: translate("cases", "Start"),
        NeedKind.RETURN_TALK: translate("cases", "Note it"),
        NeedKind.NOTE_ACTION: translate("cases", "Note it"),
        NeedKind.CONTACTS: translate("cases", "Check"),
    }[kind]


def place_of(need: Need, subject: Subject | None) -> Place | None:
    """Return where a need is settled; None where nothing stands yet that could."""
    place = _wanted(need, subject)
    if place is not None and place.room in rooms():
        return place
    return None


def _wanted(need: Need, subject: Subject | None) -> Place | None:
    if need.kind in _ROOMS:
        room = _ROOMS[need.kind]
        if room is Room.INBOX:
            return Place(room=room)
        return Place(room=room, subject=subject, document_id=need.document_id)
    if subject is None:
        # About a client none of whose cases is open any more: the document knows its own case.
        return Place(room=Room.FORM, document_id=need.document_id) if need.document_id else None
    form_id = _BEGUN_FORMS.get(need.kind, "")
    if need.kind is NeedKind.FLAG_PLAN and not need.document_id:
        form_id = "safety_plan"
    if form_id:
        topic = f"{form_id}:{need.about}" if need.about else form_id
        return Place(room=Room.FORM, subject=subject, topic=topic)
    if not need.document_id:
        return Place(room=Room.CASE, subject=subject)
    place = Place(room=Room.FORM, subject=subject, document_id=need.document_id)
    topic, address = _NOTED.get(need.kind, ("", ""))
    return replace(place, topic=topic, address=address)


def due_words(need: Need, on: date) -> str:
    """Return when something is due as one says it: today, by days late, or the day."""
    if need.due is None:
        return ""
    days = (need.due - on).days
    if days == 0:
        return translate("cases", "due today")
    if days < 0:
        return translate("cases", "%n day(s) overdue", "", -days)
    return translate("cases", "due {day}").format(day=day_words(need.due))


class NeedRow(QWidget):
    """A line of Today or of “Needs attention”."""

    def __init__(
        self,
        desk: Desk,
        need: Need,
        subject: Subject | None,
        *,
        reference: str = "",
        level: str | None = None,
    ) -> None:
        """Show a need.

        Args:
            desk: The ways to other pages.
            need: What waits.
            subject: The case it is about, if any.
            reference: By what the case is called, where the page does not say so itself.
            level: Code of the level of the case, to be shown before the words; None for no mark.
        """
        super().__init__()
        look = current_look()
        line = row(gap=14)
        line.setContentsMargins(0, look.px(9), 0, look.px(9))
        self.setLayout(line)
        if level is not None:
            mark = LevelChip(level) if level else Chip(translate("cases", "No level"), "neutral")
            if reference or level:
                mark.setMinimumWidth(look.px(_LEVEL_WIDTH))
            else:
                mark = Chip(translate("cases", "All cases"), "neutral")
                mark.setMinimumWidth(look.px(_LEVEL_WIDTH))
            mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        what = in_a_row((need.what, reference), " · ")
        due = due_words(need, desk.sitting.today())
        second = told(in_a_row((due, need.where), " · "))
        words = column(Text(what, "strong"), gap=2)
        if second:
            words.addWidget(Text(second[:1].upper() + second[1:], "small"))
        line.addLayout(words, 1)
        place = place_of(need, subject)
        if place is not None:
            label = action_words(need.kind)
            about = in_a_row((what, level_words(level) if level else "", second))
            spoken = translate("cases", "{action}: {what}").format(action=label, what=about)
            button = Button(label, lambda: desk.go(place), spoken=spoken)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

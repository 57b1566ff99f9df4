"""Somebody did not come back: what to do now, the record of it, the sheet for the police."""

from outreach_app.domain.documents import Subject
from outreach_app.errors import OutreachError
from outreach_app.services.crisis import crisis_steps, on_call_words
from outreach_app.services.night.sheet import resident_of
from outreach_app.services.safety_screen import flag_steps
from outreach_app.ui.night.resident_card import resident_words
from outreach_app.ui.pieces.actions import place_actions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.safety.aid import number_words
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate

_EPISODE = "missing_episode"


def _open_sheet(desk: Desk, page: Page, subject: Subject) -> None:
    # Loaded when it is first wanted: the steps are there without what draws pages.
    from outreach_app.services.night.missing_sheet import compose_missing_sheet  # noqa: PLC0415
    from outreach_app.ui.printing.preview import open_composed  # noqa: PLC0415

    open_composed(desk, page, lambda: compose_missing_sheet(desk.workspace, subject))


class MissingPage(Page):
    """The steps when a resident is missing."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read who is missing; whoever may not know is told so."""
        super().__init__(desk, place)
        try:
            self._open(place)
        except OutreachError as error:
            self.add_head(translate("night", "Missing"))
            self.tell_error(error)
            self.body.addStretch(1)

    def _open(self, place: Place) -> None:
        subject = place.subject
        if subject is None:
            self.add_head(translate("night", "Missing"))
            return
        workspace = self.desk.workspace
        resident = resident_of(workspace, subject)
        steps = flag_steps(workspace.catalogue.newest("risk_assessment"))
        child = resident.is_minor is not False
        on_call = on_call_words(self.desk.sitting)
        none = translate("night", "number not set on this laptop (Settings)")
        head = self.add_head(
            translate("night", "Missing: {who}").format(who=resident_words(resident)),
            translate("night", "Manager on call: {number}").format(number=on_call or none),
        )
        sheet = Button(
            translate("night", "Missing sheet…"),
            lambda: _open_sheet(self.desk, self, subject),
            shortcut="Ctrl+P",
        )
        begin = Button(
            translate("night", "Record it"),
            lambda: self.desk.go(Place(room=Room.FORM, subject=subject, topic=_EPISODE)),
            kind="primary",
            shortcut="Ctrl+Return",
        )
        place_actions(head, self.body, (sheet, begin))
        scroll = Scroll(gap=16)
        card = Card(
            translate("night", "A child, or somebody who may be one")
            if child
            else translate("night", "What to do now")
        )
        flag = "child_missing" if child else "adult_missing"
        crisis = crisis_steps(self.desk.sitting.configuration)
        for step in (*steps.get(flag, ()), *crisis.steps(flag)):
            card.add(Text(step))
        for each in crisis.numbers(flag):
            card.add(Text(number_words(each), "strong"))
        scroll.column.addWidget(card)
        after = Card(translate("night", "Then"))
        for words in (
            translate(
                "night", "Record from when, and the police reference as soon as there is one."
            ),
            translate("night", "Set the flag on the immediate safety screen and tell the manager."),
            translate("night", "Print the missing sheet: it holds nothing else of the record."),
        ):
            after.add(Text(words))
        screen = Button(
            translate("night", "Immediate safety screen"),
            lambda: self.desk.go(Place(room=Room.SAFETY, subject=subject)),
            kind="plain",
        )
        line = row(screen)
        line.addStretch(1)
        after.column.addLayout(line)
        scroll.column.addWidget(after)
        scroll.column.addStretch(1)
        self.body.addWidget(scroll, 1)

    def first_focus(self) -> None:
        """Begin with what may be done."""
        focus_first(self)

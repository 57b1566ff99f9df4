"""Handing a case over on one page: to whom, what goes with it, what is open, the note, one signature."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer

from outreach_app.domain.documents import Subject
from outreach_app.domain.handovers import COLLEAGUE, SERVICE
from outreach_app.domain.values import text_of
from outreach_app.errors import OutreachError
from outreach_app.report.dates import readable_date
from outreach_app.services.case_words import CaseWords, reference_of
from outreach_app.services.errors import NothingToExport
from outreach_app.services.exchange.errors import BasisUndecided, NoConsent
from outreach_app.services.handing_over.errors import CannotTakeOver
from outreach_app.services.handing_over.giving import (
    begin,
    draft_of,
    require_giver,
    require_signable,
    sign,
    take_stock,
    takers,
)
from outreach_app.services.handing_over.inventory import open_lines, papers
from outreach_app.services.handing_over.transferring import (
    PARTS,
    list_what_goes,
    require_transfer,
    sign_transfer,
)
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.sharing.agencies import agencies_of
from outreach_app.services.sharing.decided import coverage, deciders
from outreach_app.services.sharing.enclosed import enclosed_ids
from outreach_app.services.sitting import Signer
from outreach_app.ui.handing.keeping import Keeper
from outreach_app.ui.handing.parts import (
    BasisPart,
    GoesPart,
    OpenPart,
    ToPart,
    WordsPart,
    day_typed,
)
from outreach_app.ui.pieces.actions import has_large_text
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import LongField
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.surfaces import Card, Scroll, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.documents import titled
from outreach_app.ui.share.section import Section
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_CARD_PX = 980
_WHO, _GROUND = "ho_who", "ho_ground"
_GROUPS = {
    "ho_to": _WHO,
    "ho_agency": _WHO,
    "ho_basis": _GROUND,
    "ho_decided_by": _GROUND,
    "ho_basis_reason": _GROUND,
}


class GivePage(Page):
    """Everything that a handover needs, kept as a draft from the first word on."""

    def __init__(self, desk: Desk, place: Place, subject: Subject) -> None:
        """Read the case.

        Raises:
            OutreachError: The person may not hand it over, or nobody leads it.
        """
        super().__init__(desk, place)
        self._subject = subject
        workspace = desk.workspace
        giver = require_giver(workspace, subject)
        self._words = CaseWords(workspace)
        self._papers = papers(workspace, subject)
        self._keeper = Keeper(desk, self._begun, self)
        self._keeper.failed.connect(self.tell_error)
        draft = draft_of(workspace, subject)
        said = workspace.casework.resume(draft.document_id) if draft is not None else None
        self._to = ToPart(takers(workspace, subject), agencies_of(workspace, subject))
        ticked = frozenset(enclosed_ids(workspace, said.document)) if said is not None else ()
        self._goes = GoesPart(self._papers, frozenset(ticked))
        self._basis = BasisPart(
            deciders(desk.sitting), lambda code: self._words.choice("handover", "ho_basis", code)
        )
        self._note = WordsPart()
        self._open = OpenPart(open_lines(workspace, subject))
        self._lay_out(giver)
        self._fill(said)
        self._listen()
        self._on_switched(self._to.kind)

    # ---- layout -----------------------------------------------------------------------------

    def _lay_out(self, giver: str) -> None:
        reference = reference_of(self.desk.workspace, self._subject)
        self.add_head(
            translate("handing", "Hand over {reference}").format(reference=reference),
            translate(
                "handing",
                "{giver} answers for the case until it is accepted. Nothing is hidden or lost meanwhile.",
            ).format(giver=self._words.person(giver)),
            path=translate("handing", "Cases / {reference}").format(reference=reference),
        )
        area = Scroll()
        card = Card()
        card.setMaximumWidth(current_look().px(_CARD_PX))
        self._rule = rule()
        parts: Sequence[Section] = (self._to, self._goes, self._basis, self._open, self._note)
        for number, part in enumerate(parts):
            if number:
                card.add(self._rule if part is self._basis else rule())
            card.add(part)
        line = row()
        line.addWidget(card, 1000)
        line.addStretch(1)
        area.column.addLayout(line)
        area.column.addStretch(1)
        self.body.addWidget(area, 1)
        self._area = area
        foot = Card()
        foot.setMaximumWidth(current_look().px(_CARD_PX))
        end = row()
        self._summary = Text("", "strong")
        if has_large_text():
            # It scrolls with the parts, whose end it is: the two buttons stay in sight.
            area.column.insertWidget(area.column.count() - 1, self._summary)
            end.addStretch(1)
        else:
            end.addWidget(self._summary, 1)
        end.addWidget(Button(translate("handing", "Cancel"), self.desk.back))
        end.addWidget(
            Button(
                translate("handing", "Sign the handover…"),
                self._on_sign,
                kind="primary",
                shortcut="Ctrl+Return",
            )
        )
        foot.column.addLayout(end)
        self.body.addWidget(foot)

    def _fill(self, said: OpenDocument | None) -> None:
        """Show what an earlier hour has left in the draft."""
        answers = said.answers() if said is not None else {}
        self._to.choose(SERVICE if text_of(answers, "ho_kind") == SERVICE else COLLEAGUE)
        today = self.desk.sitting.today()
        begins = text_of(answers, "ho_from") or today.isoformat()
        self._to.from_day.setText(_shown_day(begins))
        self._to.meeting.setText(_shown_day(text_of(answers, "ho_meeting")))
        self._to.worker.setText(text_of(answers, "ho_receiving_worker"))
        _choose(self._to.colleague, text_of(answers, "ho_to"))
        _choose(self._to.agency, text_of(answers, "ho_agency"))
        _choose(self._basis.basis, text_of(answers, "ho_basis") or "consent")
        _choose(self._basis.decider, text_of(answers, "ho_decided_by"))
        self._basis.reason.setPlainText(text_of(answers, "ho_basis_reason"))
        self._note.note.setPlainText(text_of(answers, "ho_note"))
        self._note.night.setPlainText(text_of(answers, "ho_night"))
        self._note.staff.setPlainText(text_of(answers, "ho_staff"))

    def _listen(self) -> None:
        to, note, basis = self._to, self._note, self._basis
        today = self.desk.sitting.today()
        watch = self._keeper.watch
        for box, question in (
            (to.colleague, "ho_to"),
            (to.agency, "ho_agency"),
            (basis.basis, "ho_basis"),
            (basis.decider, "ho_decided_by"),
        ):
            watch(box, f"{_GROUPS[question]}/{question}", partial(_chosen, box))
        for field, question in (
            (note.note, "ho_note"),
            (note.night, "ho_night"),
            (note.staff, "ho_staff"),
            (basis.reason, "ho_basis_reason"),
        ):
            watch(
                field,
                f"{_GROUPS.get(question, _WHO)}/{question}",
                partial(_typed, field),
            )
        watch(to.worker, f"{_WHO}/ho_receiving_worker", lambda: to.worker.text().strip())
        watch(to.from_day, f"{_WHO}/ho_from", lambda: day_typed(to.from_day, today))
        watch(to.meeting, f"{_WHO}/ho_meeting", lambda: day_typed(to.meeting, today))
        to.switched.connect(self._on_switched)
        to.changed.connect(self._on_changed)
        self._goes.changed.connect(self._on_changed)

    # ---- changes ----------------------------------------------------------------------------

    def _begun(self) -> OpenDocument:
        opened = begin(self.desk.workspace, self._subject, self._to.kind)
        today = self.desk.sitting.today()
        opened.set_answer(f"{_WHO}/ho_from", day_typed(self._to.from_day, today))
        if self._to.kind == SERVICE and not text_of(opened.answers(), "ho_basis"):
            opened.set_answer(f"{_GROUND}/ho_basis", str(self._basis.basis.currentData()))
        return opened

    def _on_switched(self, kind: str) -> None:
        if not self._keeper.is_empty:
            self._keeper.keep(f"{_WHO}/ho_kind", lambda: self._to.kind, first=True)
        for widget in (self._basis, self._rule):
            widget.setVisible(kind == SERVICE)
        self._goes.show_for(kind)
        self._note.show_for(kind)
        self._on_changed()

    def _on_changed(self) -> None:
        self.notice.clear()
        name = self._to.chosen_name()
        chosen = self._goes.chosen()
        if not name:
            words = translate("handing", "Choose to whom.")
        elif self._to.kind == COLLEAGUE:
            words = translate("handing", "To {name}, with the whole case.").format(name=name)
        else:
            words = translate("handing", "To {name}, with %n paper(s).", "", len(chosen)).format(
                name=name
            )
        self._summary.say(words)
        agency_id = str(self._to.agency.currentData() or "")
        if self._to.kind == SERVICE and agency_id:
            cover = coverage(
                self.desk.workspace,
                self._subject,
                agency_id,
                [each.document for each in chosen],
                PARTS,
            )
            shown = [self._words.choice("consent", "con_what", each) for each in cover.uncovered]
            self._basis.say_cover(cover, shown)

    # ---- doing it ---------------------------------------------------------------------------

    def _on_sign(self) -> None:
        self.notice.clear()
        try:
            opened = self._keeper.flush()
            lines = self._checked(opened)
        except OutreachError as error:
            self._refuse(error)
            return
        SigningDialog(
            self.desk,
            self,
            translate("handing", "Hand the case over"),
            lines,
            lambda signer: self._sign(opened, signer),
        ).open()

    def _checked(self, opened: OpenDocument) -> list[str]:
        """Write the inventory and return what the signature will stand under."""
        workspace, name = self.desk.workspace, self._to.chosen_name()
        if self._to.kind == SERVICE:
            ids = self._chosen_ids()
            require_transfer(workspace, opened, ids)
            found = list_what_goes(workspace, opened, ids)
        else:
            require_signable(workspace, opened)
            found = take_stock(workspace, opened)
        begins = _shown_day(text_of(opened.answers(), "ho_from"))
        lines = [
            translate("handing", "To {name}, from {day}").format(name=name, day=begins),
            translate("handing", "In the inventory: %n thing(s) open", "", len(found.open)),
        ]
        if self._to.kind == SERVICE:
            lines += [titled(each) for each in self._goes.chosen()]
        else:
            lines.append(
                translate(
                    "handing",
                    "{name} may open the case from now on. You answer for it until they accept.",
                ).format(name=name)
            )
        return [*lines, text_of(opened.answers(), "ho_note")]

    def _chosen_ids(self) -> tuple[str, ...]:
        return tuple(each.document.document_id for each in self._goes.chosen())

    def _sign(self, opened: OpenDocument, signer: Signer) -> None:
        workspace = self.desk.workspace
        if self._to.kind == SERVICE:
            sign_transfer(workspace, opened, self._chosen_ids(), signer)
        else:
            sign(workspace, opened, signer)
        self.desk.counts_changed.emit()
        place = Place(
            room=Room.HANDING, subject=self._subject, document_id=opened.document.document_id
        )
        # The dialog closes itself first; the page that it belongs to goes afterwards.
        QTimer.singleShot(0, self, lambda: self.desk.go(place))

    def _refuse(self, error: Exception) -> None:
        """Say what is missing where it is settled, and give that the keyboard."""
        part = self._part_for(error)
        where = self._area.column if part is None else part.column
        where.insertWidget(0, self.notice)
        self.tell_error(error)
        if part is None:
            self.notice.setFocus()
        else:
            part.take_focus()
        QTimer.singleShot(40, self, lambda: self._area.ensureWidgetVisible(self.notice, 0, 40))

    def _part_for(self, error: Exception) -> Section | None:
        if isinstance(error, CannotTakeOver) or not self._to.chosen_name():
            return self._to
        if isinstance(error, NothingToExport):
            return self._goes
        if isinstance(error, NoConsent | BasisUndecided):
            return self._basis
        if not self._note.note.toPlainText().strip():
            return self._note
        return self._to

    def leave(self) -> None:
        """Keep what was typed a moment ago."""
        self._keeper.leave()

    def first_focus(self) -> None:
        """Begin with to whom."""
        self._to.begin()


def _chosen(box: ListBox) -> str:
    return str(box.currentData() or "")


def _typed(field: LongField) -> str:
    return field.toPlainText().strip()


def _choose(box: ListBox, data: str) -> None:
    place = box.findData(data) if data else 0
    box.setCurrentIndex(max(0, place))


def _shown_day(text: str) -> str:
    return readable_date(text) if text else ""

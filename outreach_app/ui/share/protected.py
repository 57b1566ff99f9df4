"""A protected PDF for an agency without a key, its digits read out by telephone."""

from dataclasses import replace
from pathlib import Path

from outreach_app.domain.consent_cover import Cover
from outreach_app.errors import OutreachError
from outreach_app.services.case_words import CaseWords, spoken_reference_of
from outreach_app.services.errors import NothingToExport, NoValidRecipient
from outreach_app.services.exchange.errors import (
    AddressUnexplained,
    BasisUndecided,
    HarmNotWeighed,
    NameNotTyped,
    NoConsent,
    NoNumber,
    OtherReceiver,
    ReferralNotApproved,
)
from outreach_app.services.sharing.agencies import InvolvedAgency, agencies_of, receiver_of
from outreach_app.services.sharing.decided import coverage, deciders
from outreach_app.services.sharing.offer import Offered, offered
from outreach_app.services.sharing.protected import (
    REFERRAL,
    ProtectedOrder,
    StagedCopy,
    check_protected,
    compose_protected,
    make_protected,
    neutral_path,
    parts_left_out,
    settle_protected,
)
from outreach_app.ui.jobs import Cancelled, Progress
from outreach_app.ui.pieces.file_choice import choose_folder
from outreach_app.ui.share.called import CalledCard
from outreach_app.ui.share.finished import ProgressCard
from outreach_app.ui.share.frame import SharingPage
from outreach_app.ui.share.grounds import GroundsPart
from outreach_app.ui.share.harm import HarmPart
from outreach_app.ui.share.manner import MannerPart
from outreach_app.ui.share.section import Section
from outreach_app.ui.share.single import AgencyPart, OneDocumentPart
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate

PROTECTED = "protected"


class ProtectedPage(SharingPage):
    """One document, one agency, one file that opens with digits."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the agencies and documents of the case."""
        subject = place.subject
        if subject is None:
            raise KeyError(PROTECTED)
        self._subject = subject
        reference = spoken_reference_of(desk.workspace, subject)
        title = translate("share", "Share from {reference}").format(reference=reference)
        super().__init__(desk, place, title)
        self._progress: Progress | None = None
        documents = offered(desk.workspace, (subject,))
        receiver = receiver_of(desk.workspace, place.document_id) if place.document_id else ""
        self._to = AgencyPart(agencies_of(desk.workspace, subject), receiver, self._on_record)
        self._what = OneDocumentPart(documents, place.document_id)
        self._grounds = GroundsPart((), deciders(desk.sitting))
        self._harm = HarmPart()
        self._how = MannerPart(protected=True, switch=self._on_bundle)
        self._to.changed.connect(self._on_changed)
        self._what.changed.connect(self._on_changed)
        self._grounds.changed.connect(self.notice.clear)
        self._harm.changed.connect(self.notice.clear)
        self.lay_out(
            (self._to, self._what, self._grounds, self._harm, self._how),
            translate("share", "Save protected PDF…"),
        )
        self._on_changed()

    def _on_record(self) -> None:
        self.desk.go(Place(room=Room.CASE, subject=self._subject))

    def _on_bundle(self) -> None:
        self.desk.go(replace(self.place, topic="", document_id=""))

    # ---- what was decided -------------------------------------------------------------------

    def _order(self, folder: Path) -> ProtectedOrder:
        agency, chosen = self._to.agency, self._what.chosen
        if agency is None:
            raise NoValidRecipient(name="?")
        if chosen is None:
            raise NothingToExport
        return ProtectedOrder(
            document_id=chosen.document.document_id,
            agency_id=agency.document_id,
            folder=folder,
            typed_name=self._to.typed,
            with_address=self._what.with_address,
            address_reason=self._what.address_reason,
            grounds=replace(self._grounds.grounds(), agency_id=agency.document_id),
            harm=self._harm.harm(),
        )

    def _on_changed(self) -> None:
        self.notice.clear()
        agency, chosen = self._to.agency, self._what.chosen
        cover, uncovered = Cover(), []
        if agency is not None and chosen is not None:
            left = parts_left_out(chosen.document.form_id, with_address=self._what.with_address)
            cover = coverage(
                self.desk.workspace,
                self._subject,
                agency.document_id,
                [chosen.document],
                tuple(chosen.parts - left),
            )
            speak = CaseWords(self.desk.workspace)
            uncovered = [speak.choice("consent", "con_what", each) for each in cover.uncovered]
        self._grounds.show_cover(cover, uncovered, own_agency=True)
        self.say_summary(self._sentence(agency, chosen))

    def _sentence(self, agency: InvolvedAgency | None, chosen: Offered | None) -> str:
        if agency is None:
            return translate("share", "Choose who gets it.")
        if chosen is None:
            return translate("share", "Choose what goes.")
        address = (
            translate("share", "with the address")
            if self._what.with_address
            else translate("share", "without the address")
        )
        return translate("share", "{title} to {name}, {address}").format(
            title=chosen.title, name=agency.name, address=address
        )

    # ---- doing it ---------------------------------------------------------------------------

    def share(self) -> None:
        """Check what was decided, then ask where to."""
        self.notice.clear()
        try:
            check_protected(self.desk.workspace, self._order(Path()))
        except OutreachError as error:
            self.refuse(error)
            return
        choose_folder(
            self, translate("share", "Where to? A stick or a shared folder"), self._on_folder
        )

    def _on_folder(self, folder: Path) -> None:
        workspace = self.desk.workspace
        try:
            order = self._order(folder)
            composed = compose_protected(workspace, order)
        except OutreachError as error:
            self.refuse(error)
            return
        path = neutral_path(workspace, folder)
        self._progress = self.desk.jobs.start_long(
            lambda progress: make_protected(
                composed, path, lambda per_cent: progress.say(str(per_cent))
            ),
            # Not this page: what was made is discarded even when somebody has left it.
            on=self.desk,
            said=lambda words: None if self.left else card.show_progress(int(words)),
            done=lambda staged: self._on_made(order, staged),
            failed=self._on_failed,
        )
        card = ProgressCard(self._on_stop)
        self.show_later(card, card.take_focus)

    def _on_stop(self) -> None:
        progress, self._progress = self._progress, None
        if progress is not None:
            progress.cancel()

    def _on_made(self, order: ProtectedOrder, staged: StagedCopy) -> None:
        if self._progress is None:
            staged.file.discard()
            self._on_failed(Cancelled())
            return
        self._progress = None
        try:
            copy = settle_protected(self.desk.workspace, order, staged)
        except OutreachError as error:
            self._on_failed(error)
            return
        card = CalledCard(self.desk, copy, for_referral=copy.document.form_id == REFERRAL)
        self.show_later(card, card.take_focus)

    def _on_failed(self, error: Exception) -> None:
        self._progress = None
        if not self.left:
            self.show_parts(error)

    def part_for(self, error: Exception) -> Section | None:
        """Return where an error is settled."""
        parts: tuple[tuple[type[OutreachError], Section], ...] = (
            (NameNotTyped, self._to),
            (NoNumber, self._to),
            (OtherReceiver, self._to),
            (NoValidRecipient, self._to),
            (NothingToExport, self._what),
            (ReferralNotApproved, self._what),
            (AddressUnexplained, self._what),
            (NoConsent, self._grounds),
            (BasisUndecided, self._grounds),
            (HarmNotWeighed, self._harm),
        )
        return next((part for kind, part in parts if isinstance(error, kind)), None)

    def leave(self) -> None:
        """Stop what is being made."""
        self.left = True
        self._on_stop()

    def first_focus(self) -> None:
        """Begin with the agencies."""
        self._to.take_focus()

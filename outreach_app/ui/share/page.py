"""Sharing: to whom, what, on what basis, with what harm weighed, how; then one signature."""

from dataclasses import replace
from pathlib import Path

from outreach_app.domain.consent_cover import Cover
from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.services.case_words import PART_WORDS, CaseWords
from outreach_app.services.errors import NothingToExport, NoValidRecipient
from outreach_app.services.exchange.errors import (
    AddressUnexplained,
    BasisUndecided,
    HarmNotWeighed,
    KeyWordsNotCompared,
    NameNotTyped,
    NoConsent,
    NothingOutside,
)
from outreach_app.services.exchange.export import Exported
from outreach_app.services.exchange.profiles import Profile
from outreach_app.services.sharing.agencies import agencies_of
from outreach_app.services.sharing.candidates import Candidate, parts_for_all
from outreach_app.services.sharing.decided import (
    ShareOrder,
    check,
    coverage,
    deciders,
    estimated_bytes,
    parts_that_stay,
)
from outreach_app.services.sharing.going import Going, going_to
from outreach_app.services.sharing.offer import Offered
from outreach_app.services.sharing.withheld import held_back, only_here_after
from outreach_app.services.sitting import Signer
from outreach_app.ui.managed import off_words
from outreach_app.ui.pieces.file_choice import choose_folder
from outreach_app.ui.share.documents import DocumentsPart, titled
from outreach_app.ui.share.finished import DoneCard, FileFacts, ProgressCard, size_words
from outreach_app.ui.share.frame import SharingPage
from outreach_app.ui.share.grounds import Agency, GroundsPart
from outreach_app.ui.share.harm import HarmPart
from outreach_app.ui.share.manner import MannerPart
from outreach_app.ui.share.matter import Kind, matter_of
from outreach_app.ui.share.protected import PROTECTED, ProtectedPage
from outreach_app.ui.share.recipients import RecipientsPart, without_agencies
from outreach_app.ui.share.section import Section
from outreach_app.ui.share.summary import bundle_summary, outside_summary
from outreach_app.ui.share.work import Sealing
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import translate

_NOWHERE = Path()


def share_page(desk: Desk, place: Place) -> Page:
    """Return the page of sharing for a place: bundles, or a protected PDF."""
    return ProtectedPage(desk, place) if place.topic == PROTECTED else SharePage(desk, place)


class SharePage(SharingPage):
    """Bundles for people who have a key."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read what may go and to whom."""
        self._matter = matter_of(desk.workspace, place)
        super().__init__(desk, place, self._matter.title)
        self._sealing: Sealing | None = None
        self._held_back = held_back(desk.workspace)
        settings = desk.sitting.settings()
        people = without_agencies(self._matter.people, off_words(settings, "export.other_agencies"))
        self._to = RecipientsPart(people, self._matter.chosen)
        self._what = DocumentsPart(self._matter.groups, self._matter.new, self._matter.ticked)
        if self._matter.address_reason:
            self._what.put_address_in(self._matter.address_reason)
        self._grounds = GroundsPart(self._agencies(), deciders(desk.sitting))
        self._harm = HarmPart()
        one_case = self._matter.kind is Kind.CASE
        self._how = MannerPart(
            protected=False,
            switch=self._on_protected if one_case else None,
            why_not=off_words(settings, "export.protected_pdf"),
        )
        self._to.changed.connect(self._on_recipients)
        self._what.changed.connect(self._on_changed)
        self._grounds.changed.connect(self._on_changed)
        self._harm.changed.connect(self.notice.clear)
        self.lay_out(
            (self._to, self._what, self._grounds, self._harm, self._how),
            translate("share", "Sign and save bundle…"),
        )
        self._on_recipients()

    def _on_protected(self) -> None:
        chosen = self._what.chosen()
        document_id = chosen[0].document.document_id if len(chosen) == 1 else ""
        self.desk.go(replace(self.place, topic=PROTECTED, document_id=document_id))

    def _agencies(self) -> tuple[Agency, ...]:
        subject = self._matter.subject
        if subject is None:
            return ()
        found = agencies_of(self.desk.workspace, subject)
        return tuple(Agency(each.document_id, each.name) for each in found)

    # ---- what was decided -------------------------------------------------------------------

    def _chosen_for(self, candidate: Candidate) -> tuple[Offered, ...]:
        key = candidate.person.person_id if self._matter.by_person else ""
        return self._what.chosen(key)

    def _batches(self) -> list[tuple[tuple[Candidate, ...], tuple[Offered, ...]]]:
        """Return who gets what: one bundle for all, or one for each."""
        chosen = self._to.chosen()
        if self._matter.by_person:
            return [((each,), self._chosen_for(each)) for each in chosen]
        return [(chosen, self._going(chosen).documents)] if chosen else []

    def _going(self, chosen: tuple[Candidate, ...]) -> Going:
        return going_to(chosen, self._what.chosen(), self._parts())

    def _orders(self, folder: Path) -> list[ShareOrder]:
        return [
            ShareOrder(
                person_ids=tuple(each.person.person_id for each in people),
                document_ids=tuple(each.document.document_id for each in documents),
                folder=folder,
                purpose=self._how.purpose,
                with_address=self._what.with_address,
                address_reason=self._what.address_reason,
                grounds=self._grounds.grounds(),
                harm=self._harm.harm(),
                compared=self._to.compared(),
                typed_names=self._to.typed_names(),
            )
            for people, documents in self._batches()
        ]

    def _parts(self) -> tuple[str, ...]:
        return parts_for_all(self._to.chosen(), with_address=self._what.with_address)

    # ---- changes ----------------------------------------------------------------------------

    def _on_recipients(self) -> None:
        chosen = self._to.chosen()
        people = [each.person.person_id for each in chosen]
        if self._matter.by_person:
            self._what.show_groups(people)
        elif self._matter.kind is Kind.CASE:
            carried = self.desk.workspace.vault.carried
            self._what.offer_new(set().union(*(carried.new_to(each) for each in people)))
        self._on_changed()

    def _on_changed(self) -> None:
        self.notice.clear()
        chosen = self._to.chosen()
        stay = parts_that_stay(self._parts()) if chosen else frozenset()
        words = in_a_row(PART_WORDS[name] for name in sorted(stay))
        for_leads = bool(chosen) and all(each.profile is Profile.LEAD for each in chosen)
        stays = translate("share", "Stays here: {parts}.").format(parts=words) if words else ""
        left = self._only_here_words(stay)
        self._what.say_what_stays(" ".join(filter(None, (stays, left))), for_leads=for_leads)
        self._show_grounds(chosen)
        sentence = bundle_summary(
            self._batches(),
            with_address=self._what.with_address,
            may_be_empty=self._matter.by_person,
        )
        outside = "" if self._matter.by_person else outside_summary(chosen, self._going(chosen))
        self.say_summary("\n".join(filter(None, (sentence, outside or left))))

    def _only_here_words(self, stay: frozenset[str]) -> str:
        """Return which parts of what goes nobody else has then, and what keeps them safe."""
        going = [each for _people, documents in self._batches() for each in documents]
        parts = only_here_after(self.desk.workspace, going, stay, self._held_back)
        if not parts:
            return ""
        return translate(
            "share", "Then only on this laptop: {parts}. A backup keeps them safe."
        ).format(parts=in_a_row(PART_WORDS[name] for name in sorted(parts)))

    def _show_grounds(self, chosen: tuple[Candidate, ...]) -> None:
        subject = self._matter.subject
        if subject is None or all(each.at_home for each in chosen):
            self._grounds.show_team()
            return
        documents = [each.document for each in self._going(chosen).documents]
        cover = (
            coverage(
                self.desk.workspace, subject, self._grounds.agency_id, documents, self._parts()
            )
            if self._grounds.agency_id
            else Cover()
        )
        speak = CaseWords(self.desk.workspace)
        uncovered = [speak.choice("consent", "con_what", each) for each in cover.uncovered]
        self._grounds.show_cover(cover, uncovered, own_agency=False)

    # ---- doing it ---------------------------------------------------------------------------

    def share(self) -> None:
        """Check what was decided, then ask where to."""
        self.notice.clear()
        orders = self._orders(_NOWHERE)
        try:
            if not orders:
                raise NoValidRecipient(name="?")
            for order in orders:
                self._require_content(order)
                check(self.desk.workspace, order)
        except OutreachError as error:
            self.refuse(error)
            return
        choose_folder(
            self, translate("share", "Where to? A stick or a shared folder"), self._on_folder
        )

    def _require_content(self, order: ShareOrder) -> None:
        if not order.document_ids and self._what.chosen():
            raise NothingOutside
        if not order.document_ids and self._matter.kind is not Kind.RETURN:
            raise NothingToExport

    def _on_folder(self, folder: Path) -> None:
        try:
            size = sum(estimated_bytes(self.desk.workspace, each) for each in self._orders(folder))
        except OutreachError as error:
            self.refuse(error)
            return
        about = translate("share", "About {size}").format(size=size_words(size))
        lines = [self.summary, about, self._what_words(), self._harm_words()]
        SigningDialog(
            self.desk,
            self,
            translate("share", "Share"),
            [each for each in lines if each],
            lambda signer: self._begin(signer, folder),
        ).open()

    def _begin(self, signer: Signer, folder: Path) -> None:
        sealing = Sealing(self.desk)
        sealing.begin(signer, self._orders(folder))
        self._sealing = sealing
        card = ProgressCard(sealing.stop)
        sealing.went_on.connect(card.show_progress)
        sealing.finished.connect(self._on_finished)
        sealing.failed.connect(self._on_failed)
        self.show_later(card, card.take_focus)

    def _on_finished(self, done: tuple[Exported, ...]) -> None:
        self._sealing = None
        self.desk.counts_changed.emit()
        if self.left:
            return
        files = [
            FileFacts(
                file.path,
                file.size_bytes,
                file.digest,
                translate("share", "For {names}").format(
                    names=in_a_row(person.full_name for person in each.recipients)
                ),
            )
            for each in done
            for file in each.files
        ]
        card = DoneCard(
            files,
            (),
            (
                (translate("share", "Back"), self.desk.back, ""),
                (
                    translate("share", "To the outbox"),
                    lambda: self.desk.go(Place(room=Room.OUTBOX)),
                    "primary",
                ),
            ),
        )
        self.show_later(card, card.take_focus)

    def _on_failed(self, error: Exception) -> None:
        self._sealing = None
        if not self.left:
            self.show_parts(error)

    def part_for(self, error: Exception) -> Section | None:
        """Return where an error is settled."""
        parts: tuple[tuple[type[OutreachError], Section], ...] = (
            (KeyWordsNotCompared, self._to),
            (NameNotTyped, self._to),
            (NoValidRecipient, self._to),
            (NothingToExport, self._what),
            (NothingOutside, self._what),
            (AddressUnexplained, self._what),
            (NoConsent, self._grounds),
            (BasisUndecided, self._grounds),
            (HarmNotWeighed, self._harm),
        )
        return next((part for kind, part in parts if isinstance(error, kind)), None)

    # ---- words ------------------------------------------------------------------------------

    def _what_words(self) -> str:
        # By document: two notes of one kind are two lines, one for several people is one line.
        titles = {
            each.document.document_id: f"{each.reference}: {titled(each)}"
            for _people, documents in self._batches()
            for each in documents
        }
        return "\n".join(titles.values())

    def _harm_words(self) -> str:
        if not self._harm.harm().is_known:
            return translate("share", "No known added risk.")
        return translate("share", "There is a risk; both sides were weighed.")

    def leave(self) -> None:
        """Stop what is being made: what nobody waits for must not be written."""
        self.left = True
        if self._sealing is not None:
            self._sealing.stop()

    def first_focus(self) -> None:
        """Begin with the people."""
        self._to.begin()

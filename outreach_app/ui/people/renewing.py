"""Proposing new keys for the organisation: recovery sheets, the root key, the issuing key."""

from collections.abc import Callable
from pathlib import Path

from outreach_app.errors import OutreachError
from outreach_app.paths import atomic_write
from outreach_app.services.keeping.keepers import keeper_of
from outreach_app.services.keeping.open_proposals import keep_proposal
from outreach_app.services.passphrases import rule_here
from outreach_app.services.proposals import (
    Proposed,
    propose_issuing_key,
    propose_recovery,
    propose_root,
)
from outreach_app.services.shipped import word_list
from outreach_app.services.trust_statements import ChangeKind
from outreach_app.ui.people.lost import point_card
from outreach_app.ui.people.second import change_words
from outreach_app.ui.people.sheets import RootSheets, SheetsCard
from outreach_app.ui.people.steps import KeysCard, StepPage, line_of, with_keys
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.file_choice import choose_folder, choose_new_file
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.errand import run
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import translate
from outreach_app.ui.welcome.joining import words_card
from outreach_app.ui.welcome.passphrase import PassphraseChoice

NEW_RECOVERY, NEW_ROOT, NEW_ISSUING = "new-recovery", "new-root", "new-issuing-key"
"""Topics of the room of certifying."""

_PROPOSAL_NAME = "proposal.json"


class RenewPage(StepPage):
    """The first of two signatures; the new sheets are on paper before the proposal leaves."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Say what it is for, and ask for the keys."""
        self._kind = _KINDS[place.topic]
        super().__init__(
            desk,
            place,
            _title(self._kind),
            translate("people", "Two people decide this: you propose it, a second person signs."),
        )
        self._folder: Path | None = None
        self._keys: KeysCard | None = None
        self._proposed: Proposed | None = None
        self._sheets = RootSheets(self, self.show_step)
        self._sheets.complete.connect(self._ask_passphrase)
        about = point_card(translate("people", "When, and what it does"), _about_lines(self._kind))
        if self._kind is ChangeKind.ISSUING_KEY:
            self.show_step(about, self._folder_card())
            return
        self._keys = KeysCard(translate("people", "Make the new key"))
        self._keys.ready.connect(self._propose)
        self.show_step(about, self._keys)

    # ---- root and recovery ------------------------------------------------------------------

    def _propose(self, folder: Path, passphrase: str) -> None:
        self._folder = folder
        self._start(_proposing(self._kind, folder, passphrase, self.desk))

    def _start(self, work: Callable[[], Proposed]) -> None:
        self.notice.clear()
        try:
            work = with_keys(self.desk, self._folder or Path(), work)
        except OutreachError as error:
            self._on_failed(error)
            return
        run(self.desk, work, self._on_proposed, self._on_failed)

    def _on_proposed(self, proposed: Proposed) -> None:
        self._proposed = proposed
        if not proposed.shares:
            self._show_proposal()
            return
        sheets = SheetsCard(_title(self._kind), proposed.shares)
        sheets.written.connect(self._show_proposal)
        self.show_step(sheets)

    def _on_failed(self, error: Exception) -> None:
        if self._kind is ChangeKind.ISSUING_KEY:
            # The sheets are typed anew: what was typed is kept nowhere.
            self._sheets.forget()
            self.show_step(self._folder_card())
        if self._keys is not None:
            self._keys.wait(waiting=False)
            self._keys.ask_passphrase()
        self.tell_error(error)

    # ---- issuing key ------------------------------------------------------------------------

    def _folder_card(self) -> Card:
        card = Card(translate("people", "The folder of the keys"))
        card.add(
            Text(
                translate(
                    "people",
                    "Where the organisation file lies beside the keys. Where the keys are lost, a "
                    "folder with the newest organisation.json is enough: the new key goes there.",
                )
            )
        )
        words = translate("people", "Choose the folder of the keys")
        card.column.addLayout(line_of(Button(words, self._on_folder, kind="primary")))
        return card

    def _on_folder(self) -> None:
        choose_folder(self, translate("people", "Folder of the keys"), self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        self.notice.clear()
        try:
            keeper_of(self.desk.sitting).card_in(folder)
        except OutreachError as error:
            self.tell_error(error)
            return
        self._folder = folder
        self._sheets.ask()

    def _ask_passphrase(self) -> None:
        card = Card(translate("people", "A passphrase for the new key"))
        card.add(
            Text(
                translate(
                    "people",
                    "It is asked for each certificate from then on, and is another one than that of "
                    "your vault.",
                )
            )
        )
        choice = PassphraseChoice(rule_here(self.desk.sitting))
        choice.taken.connect(self._propose_issuing)
        choice.told.connect(self.notice.tell)
        choice.refused.connect(self.tell_error)
        choice.cleared.connect(self.notice.clear)
        card.add(choice)
        button = Button(translate("people", "Make the new key"), choice.go_on, kind="primary")
        card.column.addLayout(line_of(button))
        self.show_step(card)
        choice.first_focus()

    def _propose_issuing(self, passphrase: str) -> None:
        if self._folder is None:
            return
        folder, shares, now = self._folder, self._sheets.take(), self.desk.sitting.now()
        waiting = Card(translate("people", "Making the new key…"))
        self.show_step(waiting)
        self._start(lambda: propose_issuing_key(folder, shares, passphrase, now=now))

    # ---- the proposal -----------------------------------------------------------------------

    def _show_proposal(self) -> None:
        if self._proposed is None or self._folder is None:
            return
        proposal = self._proposed.proposal
        content, about = proposal.content(), proposal.about()
        self._proposed = None
        try:
            keep_proposal(keeper_of(self.desk.sitting), self._folder, content)
        except OutreachError as error:
            self.tell_error(error)
        card = Card(translate("people", "Proposed"))
        card.add(Text(change_words(about), "strong"))
        card.add(
            Text(
                translate(
                    "people",
                    "Note these twelve words: whoever countersigns compares them with you, and so "
                    "does every laptop when it takes the change in.",
                )
            ),
            words_card(tuple(about.words(word_list()).split())),
        )
        said = Text(kind="strong")

        def write(path: Path) -> None:
            try:
                atomic_write(path, content)
            except OutreachError as error:
                self.tell_error(error)
                return
            said.say(translate("people", "Saved as {name}").format(name=path.name))

        def save() -> None:
            choose_new_file(self, translate("people", "Save the proposal"), _PROPOSAL_NAME, write)

        button = Button(translate("people", "Save the proposal"), save, kind="primary")
        card.column.addLayout(line_of(button))
        card.add(said)
        self.show_step(
            card,
            point_card(translate("people", "What comes next"), _next_lines(self._kind)),
        )


_KINDS = {
    NEW_RECOVERY: ChangeKind.RECOVERY,
    NEW_ROOT: ChangeKind.ROOT,
    NEW_ISSUING: ChangeKind.ISSUING_KEY,
}


def _proposing(
    kind: ChangeKind, folder: Path, passphrase: str, desk: Desk
) -> Callable[[], Proposed]:
    now = desk.sitting.now()
    propose = propose_root if kind is ChangeKind.ROOT else propose_recovery
    return lambda: propose(folder, passphrase, now=now)


def _title(kind: ChangeKind) -> str:
    return {
        ChangeKind.RECOVERY: translate("people", "New recovery sheets"),
        ChangeKind.ROOT: translate("people", "A new root key"),
    }.get(kind, translate("people", "A new issuing key"))


def _about_lines(kind: ChangeKind) -> tuple[str, ...]:
    return {
        ChangeKind.RECOVERY: (
            translate(
                "people",
                "When a recovery sheet was lost or seen by somebody, or whoever held one left.",
            ),
            translate(
                "people",
                "Three new sheets are made. Once it is in force, each laptop can be opened by two "
                "of them from the moment it takes the new organisation file in.",
            ),
            translate(
                "people",
                "The old sheets still open every laptop that has not taken it in, and every backup "
                "made before.",
            ),
        ),
        ChangeKind.ROOT: (
            translate(
                "people",
                "When a sheet of the root key was lost or seen by somebody, or whoever held one left.",
            ),
            translate(
                "people",
                "Three new sheets are made. The root key says which issuing key is believed; "
                "certificates that there are stay good.",
            ),
            translate(
                "people",
                "Where a laptop has not taken the new organisation file in, the old sheets still count.",
            ),
        ),
    }.get(
        kind,
        (
            translate(
                "people",
                "When the stick with the keys was lost, its passphrase was forgotten or seen, or the "
                "key runs out after two years.",
            ),
            translate(
                "people",
                "Two holders of sheets of the root key must be here. The new key lies beside the old "
                "one under a passphrase of its own until the change is in force.",
            ),
            translate(
                "people",
                "Certificates that the old key made stay good; it signs nothing new from then on.",
            ),
        ),
    )


def _next_lines(kind: ChangeKind) -> tuple[str, ...]:
    first = (
        translate(
            "people",
            "1. Bring the file to a supervisor or safeguarding lead. They choose “Countersign a "
            "proposal” under Contacts and compare the words with you.",
        ),
        translate(
            "people",
            "2. When it comes back, choose “Put a proposal in force” under Contacts. Until then "
            "nothing has changed. “Open proposals” says who has signed.",
        ),
        translate(
            "people",
            "3. Hand the new organisation file out: every laptop asks whether its words were "
            "compared, and believes it only then.",
        ),
    )
    last = {
        ChangeKind.RECOVERY: translate(
            "people",
            "4. Destroy the old sheets when every laptop has taken it in and made a new backup.",
        ),
        ChangeKind.ROOT: translate(
            "people",
            "4. Destroy the old sheets when every laptop has taken it in, and print new contact cards.",
        ),
    }.get(
        kind,
        translate(
            "people",
            "4. The old passphrase of the keys is not asked any more. Make a copy of the folder for "
            "the safe.",
        ),
    )
    return (*first, last)

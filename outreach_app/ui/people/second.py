"""The second signature under a change of trust, and putting the change in force."""

from collections.abc import Callable
from pathlib import Path

from outreach_app.errors import OutreachError
from outreach_app.paths import atomic_write
from outreach_app.services.certifying import Issued, put_in_force
from outreach_app.services.errors import StaleProposal
from outreach_app.services.keeping.open_proposals import Signed, judge_proposal
from outreach_app.services.proposal_file import Proposal, check_proposal, read_proposal
from outreach_app.services.proposals import countersign
from outreach_app.services.shipped import word_list
from outreach_app.services.sitting import Signer
from outreach_app.services.succession import TrustChange
from outreach_app.ui.people.sheets import RootSheets
from outreach_app.ui.people.steps import IssuedCard, KeysCard, StepPage, line_of, with_keys
from outreach_app.ui.pieces.buttons import Button, tick_box
from outreach_app.ui.pieces.file_choice import choose_new_file
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.errand import run
from outreach_app.ui.shell.places import Place
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import translate
from outreach_app.ui.welcome.joining import words_card

_SIGNED_NAME = "proposal-countersigned.json"


def change_words(change: TrustChange) -> str:
    """Return what a change of trust is about."""
    words = {
        "root": translate("people", "A new root key for the organisation"),
        "issuing_key": translate("people", "A new issuing key for the organisation"),
        "recovery": translate("people", "New recovery shares for all laptops"),
        "supervisor": translate("people", "A new supervisor or safeguarding lead"),
        "new_key": translate("people", "A new key of somebody known"),
    }[change.what]
    return f"{words}: {change.who}" if change.who else words


def _change_card(heading: str, change: TrustChange) -> Card:
    card = Card(heading)
    card.add(Text(change_words(change), "strong"))
    card.add(words_card(tuple(change.words(word_list()).split())))
    return card


class CountersignPage(StepPage):
    """A supervisor or safeguarding lead signs what the configuration manager proposes."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Ask for the proposal."""
        super().__init__(
            desk,
            place,
            translate("people", "Countersign a proposal"),
            translate(
                "people",
                "Whoever is trusted is changed by two people: the one who looks after the keys, and "
                "you.",
            ),
        )
        self._raw = b""
        card = Card(translate("people", "The proposal"))
        card.add(Text(translate("people", "The file that was brought or sent to you."), "soft"))
        choose = Button(translate("people", "Choose the proposal"), self._on_choose, kind="primary")
        card.column.addLayout(line_of(choose))
        self.show_step(card)

    def _on_choose(self) -> None:
        self.ask_for_file(translate("people", "Proposal"), self._read)

    def _read(self, raw: bytes) -> None:
        proposal = read_proposal(raw)
        check_proposal(self.desk.sitting.card, proposal)
        self._raw = raw
        self._show_change(proposal)

    def _show_change(self, proposal: Proposal) -> None:
        change = proposal.about()
        card = _change_card(translate("people", "What it changes"), change)
        card.add(
            Text(
                translate(
                    "people",
                    "Compare the words with the person whose key it is, or with whoever looks after "
                    "the keys: face to face, or on a number that you know already. Sign only what "
                    "you would have decided yourself.",
                )
            )
        )
        same = tick_box(translate("people", "All twelve words are the same"))
        sign = Button(
            translate("people", "Countersign"),
            lambda: self._on_sign(change_words(change)),
            kind="primary",
        )
        sign.setEnabled(False)
        same.toggled.connect(sign.setEnabled)
        card.add(same)
        card.column.addLayout(line_of(sign))
        self.show_step(card)

    def _on_sign(self, what: str) -> None:
        heading = translate("people", "Countersign")
        SigningDialog(self.desk, self, heading, [what], self._signed).open()

    def _signed(self, signer: Signer) -> None:
        signed = countersign(self.desk.sitting, signer, self._raw)
        self._show_signed(signed.content())

    def _show_signed(self, content: bytes) -> None:
        card = Card(translate("people", "Countersigned"))
        card.add(
            Text(
                translate(
                    "people",
                    "Save it and bring it back to whoever looks after the keys. It is in force when "
                    "they have published it.",
                )
            )
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
            title = translate("people", "Save the countersigned proposal")
            choose_new_file(self, title, _SIGNED_NAME, write)

        words = translate("people", "Save the countersigned proposal")
        card.column.addLayout(line_of(Button(words, save, kind="primary")))
        card.add(said)
        self.show_step(card)


class PublishPage(StepPage):
    """The configuration manager puts in force what came back countersigned."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Ask for the proposal."""
        super().__init__(
            desk,
            place,
            translate("people", "Put a proposal in force"),
            translate("people", "It came back with the second signature."),
        )
        self._raw = b""
        self._sheets = RootSheets(self, self.show_step)
        self._sheets.complete.connect(self._ask_keys)
        self._about: TrustChange | None = None
        self._keys: KeysCard | None = None
        card = Card(translate("people", "The countersigned proposal"))
        choose = Button(translate("people", "Choose the proposal"), self._on_choose, kind="primary")
        card.column.addLayout(line_of(choose))
        self.show_step(card)

    def _on_choose(self) -> None:
        self.ask_for_file(translate("people", "Proposal"), self._read)

    def _read(self, raw: bytes) -> None:
        state = judge_proposal(self.desk.sitting.card, raw)
        if state.is_overtaken:
            raise StaleProposal
        self._raw, self._about = raw, state.about
        self._sheets.forget()
        if state.second is Signed.MISSING and not state.could_sign:
            # Nobody is left who could countersign: two holders of root sheets take their place.
            self._sheets.ask()
        else:
            self._ask_keys()

    def _ask_keys(self) -> None:
        if self._about is None:
            return
        keys = KeysCard(translate("people", "Put in force"))
        keys.ready.connect(self._publish)
        keys.setEnabled(False)
        self._keys = keys
        card = _change_card(translate("people", "What it changes"), self._about)
        if self._about.what == "issuing_key":
            card.add(
                Text(translate("people", "Below, the passphrase is that of the new issuing key."))
            )
        same = tick_box(translate("people", "All twelve words are the same"))
        same.toggled.connect(keys.setEnabled)
        card.add(
            Text(
                translate(
                    "people",
                    "Compare them once more with the person whose key it is, or with the words that "
                    "you noted when you proposed it.",
                )
            ),
            same,
        )
        self.show_step(card, keys)
        same.setFocus()

    def _publish(self, folder: Path, passphrase: str) -> None:
        self.notice.clear()
        work = _publishing(folder, self._raw, passphrase, self._sheets.typed, self.desk)
        run(self.desk, work, self._on_published, self._on_failed)

    def _on_published(self, issued: Issued) -> None:
        lead = translate("people", "The change is in force.")
        done = IssuedCard(self, issued, lead, words_compared=True)
        if self._about is None:
            self.show_step(done)
            return
        others = _change_card(translate("people", "What the others do"), self._about)
        others.add(
            Text(
                translate(
                    "people",
                    "Every laptop takes the new organisation file in, from a stick or with a bundle, "
                    "and asks whether these twelve words were compared: read them out to whoever "
                    "calls you.",
                )
            )
        )
        self.show_step(done, others)

    def _on_failed(self, error: Exception) -> None:
        if self._keys is not None:
            self._keys.wait(waiting=False)
            self._keys.ask_passphrase()
        self.tell_error(error)


def _publishing(
    folder: Path, raw: bytes, passphrase: str, sheets: tuple[str, ...], desk: Desk
) -> Callable[[], Issued]:
    now = desk.sitting.now()
    return with_keys(
        desk,
        folder,
        lambda: put_in_force(folder, raw, passphrase, now=now, root_shares=sheets),
    )

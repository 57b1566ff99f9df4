"""A new user's first day, from the welcome page to a returned review; hands are an argument."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QLabel, QMainWindow

from outreach_app.crypto.words import fingerprint_words
from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.people import Role
from outreach_app.services.organisation import CARD_NAME, enrol, load_card
from outreach_app.services.shipped import word_list
from outreach_app.ui.front import Front
from outreach_app.ui.shell.places import Room
from outreach_app.ui.shell.window import Window
from tests.support.determinism import FrozenClock
from tests.support.person import Person

FACTS = "She came alone and stayed an hour."
ASKED = "Who interpreted?"


@dataclass
class FirstDay:
    """What the story needs besides the person.

    Attributes:
        me: The new user, at the welcome page.
        organisation: The configuration manager's folder.
        issuing: The passphrase of the issuing key.
        usb: The stick.
    """

    me: Person
    organisation: Path
    issuing: str
    usb: Path
    clock: FrozenClock

    @property
    def window(self) -> Window:
        """The unlocked vault's part of the screen."""
        assert isinstance(self.me.window, Front)
        assert self.me.window.opened is not None
        return self.me.window.opened

    @property
    def room(self) -> Room:
        """Where the new user is."""
        return self.window.page.place.room

    # ---- joining ----------------------------------------------------------------------------

    def join(self) -> None:
        """From the welcome page to a vault that was opened."""
        me = self.me
        assert me.sees("Welcome")
        me.press("Join my organisation")
        me.press("Choose the file")
        me.choose_path(self.organisation / CARD_NAME)
        assert me.sees("Harbour House")
        me.press("Go on")
        for word in fingerprint_words(load_card(self.organisation).root, word_list()):
            assert me.sees(word)
        me.press("All twelve words are the same")
        me.press("Go on")
        me.write("Full name", "Bea Novak")
        me.write("Initials", "BN")
        me.press("Go on")
        me.passphrase = self._offered_words()
        me.write("Passphrase", me.passphrase)
        me.write("Passphrase once more", me.passphrase)
        me.press("Go on")
        me.wait_for("Ask to be enrolled")
        me.press("Save the request")
        me.choose_path(self.usb / "bn.request")
        me.press("Open the vault")
        me.until(lambda: isinstance(me.window, Front) and me.window.opened is not None)
        assert self.room is Room.ENROL

    def _offered_words(self) -> str:
        (offered,) = [
            each.text()
            for each in self.me.window.findChildren(QLabel)
            if each.isVisible() and each.property("kind") == "words"
        ]
        return offered

    def be_enrolled(self) -> None:
        """The configuration manager answers; the answer is taken from the stick."""
        request = (self.usb / "bn.request").read_bytes()
        enrol(self.organisation, request, Role.CASEWORKER, self.issuing, now=self.clock())
        self.me.press("Choose the file")
        self.me.choose_path(self.organisation / CARD_NAME)
        assert self.room is Room.TODAY
        assert self.me.sees("Nothing waits for you today.")

    # ---- the first case ---------------------------------------------------------------------

    def begin_a_case(self) -> None:
        """A new case with what one knows."""
        self.me.press("New case")
        self.me.write("Name the client wants us to use", "Mira")
        self.me.press("Begin the case")
        assert self.room is Room.CASE
        assert self.me.sees("Mira · HH-26-")

    def write_a_note(self) -> None:
        """A contact note, reviewed and signed."""
        me = self.me
        me.press("Add note")
        me.wait_for("About this contact")
        me.press("Review and sign")
        assert me.sees("2 things to do before signing")
        me.press("Back to the questions")
        me.choose("Kind of contact", "Visit")
        me.press("What was said and seen", begins=True)
        me.write("Facts", FACTS, begins=True)
        me.press("How it ended", begins=True)
        me.answer("Safe at the end", "Yes")
        me.press("Review and sign")
        me.wait_for("Nothing stands against signing")
        me.press("Sign…")
        assert me.sees(FACTS)
        me.sign()
        me.wait_for("Signed, not sent yet")

    def carry(self, way: str, name: str, folder: str) -> Path:
        """Share what waits, from the outbox or the inbox, and return the file on the stick.

        Args:
            way: The button that leads to sharing.
            name: Who gets it.
            folder: A new folder on the stick.
        """
        me = self.me
        me.press("Outbox", begins=True)
        me.press(way)
        return hand_over(me, name, self.usb / folder)


def hand_over(me: Person, name: str, folder: Path) -> Path:
    """Confirm, weigh, sign and save a bundle; return the one file that was written."""
    folder.mkdir()
    me.press(f"I compared these words with {name} by telephone")
    me.press("No known added risk")
    me.press("Sign and save bundle…")
    me.choose_path(folder)
    me.sign()
    me.wait_for("Written and checked")
    (file,) = folder.iterdir()
    return file


def take_over(me: Person, file: Path, sender: str) -> None:
    """Take a file in on the inbox and accept it."""
    me.press("Inbox", begins=True)
    me.press("Add files…")
    me.choose_path(file)
    me.wait_for("1 bundle to accept")
    me.press(f"Accept: {sender}", begins=True)
    me.wait_for("Nothing was overwritten: every earlier version is kept.")


def return_the_note(helen: Person) -> None:
    """The supervisor reads the note and gives it back with a question."""
    helen.press("Review: Contact note", begins=True)
    helen.wait_for("✓ Signed by Bea Novak (BN), verified")
    helen.write("About the whole document", ASKED)
    helen.press("Return with comments…")
    assert helen.sees(ASKED)
    helen.sign()
    helen.wait_for("It reaches the author")


def play(day: FirstDay, supervisor: Callable[[], QMainWindow], passphrase: str) -> None:
    """Play the whole day; what is asserted on the way is what a person sees."""
    me = day.me
    day.join()
    day.be_enrolled()
    day.begin_a_case()
    day.write_a_note()
    file = day.carry("Share with supervisor…", "Sara Hill", "to-supervisor")
    assert FACTS.encode() not in file.read_bytes()
    day.clock.forward(hours=2)
    helen = Person(supervisor(), me.hands, me.qtbot, passphrase)
    take_over(helen, file, "Bea Novak")
    return_the_note(helen)
    helen.press("Inbox", begins=True)
    helen.press("Send back…")
    back = hand_over(helen, "Bea Novak", day.usb / "back")
    day.clock.forward(hours=1)
    take_over(me, back, "Sara Hill")
    assert me.sees("Returned by Sara Hill (SH)")
    assert me.sees(ASKED)
    vault = day.window.desk.workspace.vault
    (note,) = [each for each in vault.lists.documents() if each.form_id == "contact_note"]
    (review,) = vault.reviews.of_document(note.document_id)
    assert (review.verb, review.text) == (ReviewVerb.RETURN, ASKED)
    (head,) = vault.revisions.heads(note.document_id)
    assert head.answers()["note_content"]["note_facts"] == FACTS
    (sent,) = vault.bundles.sent()
    assert sent.bundle_id

"""What a new passphrase must be like, by the settings that are in force."""

from dataclasses import dataclass

from outreach_app.crypto.words import LEAST_CHARACTERS, PASSPHRASE_WORDS, check_own_choice
from outreach_app.policy import Settings
from outreach_app.services.configuration import read_card
from outreach_app.services.shipped import word_list
from outreach_app.services.sitting import ManagedPlace, Sitting, settings_before


@dataclass(frozen=True, slots=True)
class PassphraseRule:
    """What is asked of a new passphrase.

    Attributes:
        settings: What is in force.
    """

    settings: Settings

    @property
    def own_choice(self) -> bool:
        """Say whether it may be something else than six words of the list."""
        return self.settings.is_on("passphrase.own_choice")

    @property
    def least_characters(self) -> int:
        """Return how many characters one of a person's own making has at least."""
        return max(LEAST_CHARACTERS, self.settings.number("passphrase.least_characters"))

    def check(self, passphrase: str) -> None:
        """Accept a passphrase.

        Raises:
            SwitchedOff: It is not six words of the list, and must be.
            WeakPassphrase: It is too short or too easy to guess.
            PassphraseText: It cannot be a passphrase at all.
        """
        words = passphrase.split(" ")
        if len(words) == PASSPHRASE_WORDS and frozenset(words) <= frozenset(word_list()):
            return
        self.settings.require_on("passphrase.own_choice")
        check_own_choice(passphrase, word_list(), least_characters=self.least_characters)


def rule_here(sitting: Sitting) -> PassphraseRule:
    """Return what is asked of a new passphrase in an unlocked vault."""
    return PassphraseRule(sitting.settings())


def rule_before(managed: ManagedPlace, raw_card: bytes = b"") -> PassphraseRule:
    """Return what is asked of a passphrase where no vault is open yet.

    Args:
        managed: Reads what is decided for this computer.
        raw_card: The organisation file that is to be joined, if it is known.

    Raises:
        OrganisationFile: The file does not verify.
    """
    policy = read_card(raw_card).configuration.policy if raw_card else {}
    return PassphraseRule(settings_before(policy, managed()))

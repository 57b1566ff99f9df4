"""What a forgotten passphrase means: what is safe, whom to call, what to work on meanwhile."""

from collections.abc import Callable

from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.unlock.calm import CalmPage


class ForgottenPage(CalmPage):
    """In full, before anybody is upset: nothing is lost, and nobody can look it up."""

    def __init__(self, back: Callable[[], None], restore: Callable[[], None]) -> None:
        """Say it.

        Args:
            back: To the unlock page.
            restore: To restoring a backup.
        """
        super().__init__(
            translate("unlock", "If you forgot your passphrase"),
            translate("unlock", "Take your time. Nothing is erased, however often you try."),
            width=640,
        )
        for heading, words in _parts():
            card = Card(heading)
            card.add(Text(words))
            self.column.addWidget(card)
        self._back = Button(translate("unlock", "Try again"), back, kind="primary")
        foot = row(self._back)
        foot.addStretch(1)
        foot.addWidget(Button(translate("unlock", "Restore from a backup"), restore, kind="plain"))
        self.column.addLayout(foot)

    def first_focus(self) -> None:
        """Begin with the way back."""
        self._back.setFocus()


def _parts() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("unlock", "First, three things to check"),
            translate(
                "unlock",
                "Is your own name chosen? Is Caps Lock off, and is the keyboard the one you "
                "usually write on? Six words have one blank between each and none at the end.",
            ),
        ),
        (
            translate("unlock", "It cannot be looked up"),
            translate(
                "unlock",
                "Your passphrase is stored nowhere: not on this laptop, not with your "
                "organisation, not with the maker. That is what keeps a thief out. The records on "
                "this laptop are whole and stay encrypted. A colleague who shares this laptop "
                "still opens it with their own passphrase.",
            ),
        ),
        (
            translate("unlock", "Two people can open it together"),
            translate(
                "unlock",
                "Your organisation gave recovery shares to three people. Any two of them together "
                "can open this laptop's records. Call one of them, or your supervisor, on the "
                "number that you know already, never on one from a message. Somebody who says they "
                "can help and asks for your passphrase is not one of them.",
            ),
        ),
        (
            translate("unlock", "What is safe meanwhile"),
            translate(
                "unlock",
                "Everything that you shared in a bundle is with your supervisor. Everything in a "
                "backup comes back with the passphrase that you had on that day. What you wrote "
                "since then is only here, and waits. When the vault is open again you get new "
                "keys and a new certificate, as on your first day.",
            ),
        ),
        (
            translate("unlock", "If somebody needs you now"),
            translate(
                "unlock",
                "Do not wait for this laptop. Call your supervisor, work on a colleague's laptop "
                "from the last bundle, and write down on paper what must not be forgotten.",
            ),
        ),
    )

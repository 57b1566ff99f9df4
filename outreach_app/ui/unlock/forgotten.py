"""What a forgotten passphrase means: what is safe, whom to call, what to work on meanwhile."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from outreach_app.report.visible import visible
from outreach_app.services.safe_points import read_note
from outreach_app.store.front import VaultFront
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.safe_words import safe_point_words
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look
from outreach_app.ui.unlock.calm import CalmPage


class ForgottenPage(CalmPage):
    """In full, before anybody is upset: nothing is lost, and nobody can look it up."""

    def __init__(
        self,
        fronts: Sequence[VaultFront],
        *,
        back: Callable[[], None],
        recover: Callable[[Path], None],
        restore: Callable[[], None],
    ) -> None:
        """Say it.

        Args:
            fronts: The vaults on this laptop.
            back: To the unlock page.
            recover: To opening a vault with two shares.
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
            if heading == _safe_heading():
                card.add(*_safe_lines(fronts))
            if heading == _together_heading():
                card.column.addLayout(_ways(fronts, recover))
        self._back = Button(translate("unlock", "Try again"), back, kind="primary")
        foot = row(self._back)
        foot.addStretch(1)
        foot.addWidget(Button(translate("unlock", "Restore from a backup"), restore, kind="plain"))
        self.column.addLayout(foot)

    def first_focus(self) -> None:
        """Begin with the way back."""
        self._back.setFocus()


def _safe_heading() -> str:
    return translate("unlock", "What is safe meanwhile")


def _together_heading() -> str:
    return translate("unlock", "Two people can open it together")


def _people_words(front: VaultFront) -> str:
    return visible(", ".join(label for _person, label in front.people) or "–")


def _safe_lines(fronts: Sequence[VaultFront]) -> list[Text]:
    """Return the last safe point of each vault, as the program left it there."""
    lines = []
    for front in fronts:
        words = safe_point_words(read_note(front.folder))
        named = translate("unlock", "Vault of {who}: {words}")
        several = named.format(who=_people_words(front), words=words)
        lines.append(Text(several if len(fronts) > 1 else words, "strong"))
    return lines


def _ways(fronts: Sequence[VaultFront], recover: Callable[[Path], None]) -> Flow:
    """Return a button for each vault: the two people are here."""
    ways = Flow(gap=current_look().px(8))
    for front in fronts:
        words = translate("unlock", "Both are here with their sheets")
        named = translate("unlock", "Vault of {who}: both are here with their sheets")
        if len(fronts) > 1:
            words = named.format(who=_people_words(front))
        ways.addWidget(Button(words, partial(recover, front.folder)))
    return ways


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
            _together_heading(),
            translate(
                "unlock",
                "Your organisation gave recovery shares to three people. Any two of them together "
                "can open this laptop's records. Call one of them, or your supervisor, on the "
                "number that you know already, never on one from a message. Somebody who says they "
                "can help and asks for your passphrase is not one of them.",
            ),
        ),
        (
            _safe_heading(),
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

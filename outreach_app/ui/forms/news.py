"""What stands above a form: a newer version beside a draft, and where to go after signing."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QWidget

from outreach_app.services.draft_standing import NewerVersion
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look


def bar_margins() -> tuple[int, int, int, int]:
    """Return the room around what stands above a form: left, top, right, bottom, in pixels."""
    look = current_look()
    return look.px(16), look.px(8), look.px(16), look.px(4)


class BarCard(Card):
    """A card as wide as the page, with as little height as its words need."""

    def __init__(self, title: str, what: str, kind: str) -> None:
        """Say something in bold and explain it."""
        super().__init__(kind=kind)
        look = current_look()
        self.column.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        self.column.setSpacing(look.px(4))
        self.add(Text(title, "strong"))
        if what:
            self.add(Text(what))
        self.setAccessibleName(f"{title} {what}".strip())

    def offer(self, *buttons: QWidget) -> None:
        """Put ways on below the words; they wrap where it is narrow."""
        holder = QWidget()
        flow = Flow(holder, gap=current_look().px(8))
        for each in buttons:
            flow.addWidget(each)
        self.add(holder)


class OvertakenCard(BarCard):
    """A newer version came while one was writing."""

    def __init__(self, newer: NewerVersion, merge: Callable[[], None]) -> None:
        """Show whose version it is; `merge` leads to both sides."""
        super().__init__(*overtaken_words(newer), kind="warning")
        self.offer(Button(merge_words(), merge))


def overtaken_words(newer: NewerVersion) -> tuple[str, str]:
    """Return that a newer version came, by whom, and what it means for one's draft."""
    return (
        translate("forms", "A newer version came: {who} signed it on {day}").format(
            who=newer.who, day=newer.day
        ),
        translate(
            "forms",
            "You began your draft from the version before. Nothing of either is lost: you see both "
            "side by side and decide what your draft says.",
        ),
    )


def merge_words() -> str:
    """Return the way to bring a draft onto the newer version."""
    return translate("forms", "Bring my draft up to date…")


class ApartCard(Card):
    """Before the signature of a draft that a newer version overtook: it is signed apart on purpose only.

    Attributes:
        choice: Ticked where it is signed apart on purpose.
    """

    def __init__(self, newer: NewerVersion, merge: Callable[[], None] | None) -> None:
        """Offer it; the tick can be taken back until it is signed.

        Args:
            newer: The version that came.
            merge: Brings both together; None where that, and what came, stands above all the time.
        """
        title, what = overtaken_words(newer)
        alone = translate("forms", "Or sign your draft as it is")
        super().__init__(alone if merge is None else title, kind="warning")
        if merge is not None:
            self.add(Text(what))
            line = row(Button(merge_words(), merge))
            line.addStretch(1)
            self.column.addLayout(line)
        words = translate("forms", "Sign my draft beside it, as a second version, on purpose")
        self.choice = QCheckBox(words)
        self.choice.setAccessibleName(words)
        self.add(
            self.choice,
            Text(
                translate(
                    "forms",
                    "Then both versions stand, yours and that of {who}, until somebody merges them. "
                    "Where they differ, the more cautious answer counts meanwhile.",
                ).format(who=newer.who),
                "soft",
            ),
        )


class SignedCard(BarCard):
    """A document was signed and nobody else has it yet."""

    def __init__(
        self,
        share: Callable[[], None],
        back: Callable[[], None],
        *,
        just_now: bool,
        to_case: bool,
        send: Callable[[], None] | None = None,
    ) -> None:
        """Offer what comes next.

        Args:
            share: Goes to sharing.
            back: Goes back to the case, or to the cases.
            just_now: It was signed a moment ago.
            to_case: There is a case to go back to.
            send: Goes to where a referral is approved and sent; None for anything else.
        """
        title = translate("forms", "Only on this laptop")
        if just_now:
            title = translate("forms", "Signed. It is only on this laptop so far")
        what = translate("forms", "Your supervisor sees it when you share it.")
        super().__init__(title, what, "chosen" if just_now else "quiet")
        way = (
            translate("forms", "Back to the case")
            if to_case
            else translate("forms", "To the cases")
        )
        offered = [(translate("forms", "Share…"), share), (way, back)]
        if send is not None:
            offered.insert(0, (translate("forms", "Approval and sending…"), send))
        (words, act), *others = offered
        self.first = Button(words, act, kind="primary" if just_now else "")
        self.offer(self.first, *(Button(words, act) for words, act in others))


class ApartVersionsCard(BarCard):
    """Two newest versions stand beside each other."""

    def __init__(self, merge: Callable[[], None]) -> None:
        """Lead to where they are decided between."""
        super().__init__(
            translate("forms", "Two versions wait to be merged"),
            translate(
                "forms",
                "Two people changed it apart. You read one of the two; where they differ, the more "
                "cautious answer counts until somebody decides.",
            ),
            "warning",
        )
        self.offer(Button(translate("forms", "Compare…"), merge))

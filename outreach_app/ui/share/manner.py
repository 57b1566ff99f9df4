"""How: an encrypted bundle for a key, or a protected PDF for somebody who has none."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup

from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.share.section import Section, Tick
from outreach_app.ui.speech import translate

_MOST_PURPOSE = 120


class MannerPart(Section):
    """Two ways, and for a bundle a line that its readers see."""

    def __init__(
        self, *, protected: bool, switch: Callable[[], object] | None, why_not: str = ""
    ) -> None:
        """Show which way is chosen.

        Args:
            protected: The protected PDF is chosen.
            switch: Called when the other way is chosen; None where there is no other.
            why_not: Why a protected PDF may not be chosen; "" where it may.
        """
        super().__init__(translate("share", "How"))
        bundle = Tick(
            translate("share", "Encrypted bundle for the key of the recipient"),
            second=translate(
                "share", "Opens in Outreach, or with the public age and ssh-keygen tools."
            ),
            one_of=True,
        )
        paper = Tick(
            translate("share", "Protected PDF, its digits by telephone"),
            second=why_not
            or translate(
                "share",
                "For an agency without a key: one document, opened with 20 digits that you "
                "read out to a number you already know.",
            ),
            one_of=True,
        )
        group = QButtonGroup(self)
        for way in (bundle, paper):
            group.addButton(way.box)
        (paper if protected else bundle).set_on(True)
        self.add(bundle)
        self._purpose = line_field(translate("share", "A line that the recipients read"))
        self._purpose.setMaxLength(_MOST_PURPOSE)
        self._purpose.setPlaceholderText(
            translate("share", "A line that the recipients read, without names")
        )
        if not protected:
            self.add(self._purpose)
        if switch is None:
            paper.setParent(self)
            paper.hide()
            return
        self.add(paper)
        paper.box.setEnabled(protected or not why_not)
        other = bundle if protected else paper
        other.box.toggled.connect(lambda on: switch() if on else None)

    @property
    def purpose(self) -> str:
        """Return the line for the readers of a bundle."""
        return " ".join(self._purpose.text().split())

"""How: an encrypted bundle for a key, or a protected PDF for somebody who has none."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.section import Section
from outreach_app.ui.speech import translate

_MOST_PURPOSE = 120


class MannerPart(Section):
    """Two ways, and for a bundle a line that its readers see."""

    def __init__(self, *, protected: bool, switch: Callable[[], object] | None) -> None:
        """Show which way is chosen.

        Args:
            protected: The protected PDF is chosen.
            switch: Called when the other way is chosen; None where there is no other.
        """
        super().__init__(translate("share", "How"))
        bundle = QRadioButton(translate("share", "Encrypted bundle for the key of the recipient"))
        paper = QRadioButton(translate("share", "Protected PDF, its digits by telephone"))
        group = QButtonGroup(self)
        for button in (bundle, paper):
            button.setAccessibleName(button.text())
            group.addButton(button)
        (paper if protected else bundle).setChecked(True)
        self.add(
            bundle,
            Text(
                translate(
                    "share", "Opens in Outreach, or with the public age and ssh-keygen tools."
                ),
                "small",
            ),
        )
        self._purpose = line_field(translate("share", "A line that the recipients read"))
        self._purpose.setMaxLength(_MOST_PURPOSE)
        self._purpose.setPlaceholderText(
            translate("share", "A line that the recipients read, without names")
        )
        if not protected:
            self.add(self._purpose)
        if switch is None:
            return
        self.add(
            paper,
            Text(
                translate(
                    "share",
                    "For an agency without a key: one document, opened with 20 digits that you "
                    "read out to a number you already know.",
                ),
                "small",
            ),
        )
        other = bundle if protected else paper
        other.toggled.connect(lambda on: switch() if on else None)

    @property
    def purpose(self) -> str:
        """Return the line for the readers of a bundle."""
        return " ".join(self._purpose.text().split())

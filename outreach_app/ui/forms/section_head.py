"""What stands above and below the questions of a section."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from outreach_app.errors import OutreachError
from outreach_app.report.dates import day_and_month
from outreach_app.services.form_sections import FormSection
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.notices import error_words
from outreach_app.ui.pieces.surfaces import column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate


class SectionHead(QWidget):
    """The title of a section with its help, and “Unchanged” where there is something before."""

    def __init__(self, work: FormWork, section: FormSection, label: str) -> None:
        """Show the head of a section."""
        super().__init__()
        self._work = work
        self._key = section.key
        lines = column(gap=5)
        self.setLayout(lines)
        lines.addWidget(Text(label, "title"))
        item = work.opened.definition.item_at(section.key) if section.key else None
        help_words = item.extras.get("help", "") if item is not None else ""
        if help_words:
            lines.addWidget(Text(help_words, "soft"))
        earlier = work.earlier
        known = any(each.startswith(f"{section.key}/") for each in earlier.by_address)
        # A meeting is never as the last one was; what a domain says may be.
        is_domain = item is not None and bool(item.extras.get("domain"))
        if is_domain and known and not earlier.same_document and earlier.on is not None:
            on = day_and_month(earlier.on, with_year=False)
            words = translate("forms", "Unchanged since {day}").format(day=on)
            self._unchanged = Button(words, self._on_unchanged)
            self._unchanged.setToolTip(
                translate("forms", "Takes over the codes that have no answer yet, no free text.")
            )
            self._said = Text("", "small")
            line = row(self._unchanged, self._said)
            line.setStretch(1, 1)
            lines.addLayout(line)

    def _on_unchanged(self) -> None:
        try:
            filled = self._work.confirm_section(self._key)
        except OutreachError as error:
            self._said.say(" ".join(error_words(error)[1:]))
            return
        words = translate("forms", "%n answer(s) taken over.", "", filled)
        self._said.say(words if filled else translate("forms", "Everything here has an answer."))


class SectionFoot(QWidget):
    """The ways to the sections before and after."""

    def __init__(
        self, back: Callable[[], None], on: Callable[[], None], ends: tuple[bool, bool]
    ) -> None:
        """Make the two buttons.

        Args:
            back: Goes to the section before.
            on: Goes to the next section, from the last one to the review.
            ends: Whether this is the first section, and whether it is the last.
        """
        super().__init__()
        is_first, is_last = ends
        before = Button(translate("forms", "Section before"), back)
        if is_first:
            before.hide()
        words = (
            translate("forms", "To the review") if is_last else translate("forms", "Next section")
        )
        after = Button(words, on)
        before.setToolTip("Alt+Up")
        after.setToolTip("Alt+Down")
        line = row(before)
        line.addStretch(1)
        line.addWidget(after)
        self.setLayout(line)

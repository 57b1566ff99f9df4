"""What is left to do when somebody was suspended: the file for whoever looks after the keys."""

from pathlib import Path

from outreach_app.domain.revocation import CONFIRM_WITHIN_DAYS
from outreach_app.errors import OutreachError
from outreach_app.paths import atomic_write
from outreach_app.services.statements import Statement, write_statements
from outreach_app.ui.people.steps import StepPage, line_of
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.file_choice import choose_new_file
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate

_STATEMENTS_NAME = "statements.json"


class SuspendedCard(Card):
    """Says what was done, and saves the statements."""

    def __init__(
        self, page: StepPage, lead: str, statements: tuple[Statement, ...], waiting: int
    ) -> None:
        """Show it.

        Args:
            page: Where it stands.
            lead: Who was suspended.
            statements: What the supervisor signed.
            waiting: How many signed objects do not count now.
        """
        super().__init__(translate("people", "Suspended"))
        self._page, self._statements = page, statements
        self.add(Text(lead, "strong"))
        if waiting:
            self.add(
                Text(
                    translate(
                        "people", "%n signed object(s) wait and do not count now.", "", waiting
                    )
                )
            )
        self.add(
            Text(
                translate(
                    "people",
                    "It goes along with every bundle from here, so that the other laptops hear of it. "
                    "Whoever looks after the keys must confirm it within %n day(s): send them a "
                    "bundle, or this file.",
                    "",
                    CONFIRM_WITHIN_DAYS,
                )
            )
        )
        self._said = Text(kind="strong")
        words = translate("people", "Save it for whoever looks after the keys")
        self.column.addLayout(line_of(Button(words, self._on_save)))
        self.add(self._said)

    def _on_save(self) -> None:
        title = translate("people", "Save the file")
        choose_new_file(self, title, _STATEMENTS_NAME, self._write)

    def _write(self, path: Path) -> None:
        try:
            atomic_write(path, write_statements(self._statements))
        except OutreachError as error:
            self._page.tell_error(error)
            return
        self._said.say(translate("people", "Saved as {name}").format(name=path.name))

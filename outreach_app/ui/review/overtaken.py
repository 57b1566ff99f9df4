"""One's own draft and a newer version of its document, side by side."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import short_instant
from outreach_app.services.case_words import PART_WORDS
from outreach_app.services.merging.questions import Decision
from outreach_app.services.merging.rebasing import DraftView, draft_view, rebase
from outreach_app.services.row_names import RowNames
from outreach_app.services.unsigned_words import keep_decisions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.review.deciding import DecidingPage, add_table, nothing
from outreach_app.ui.review.table import Line
from outreach_app.ui.review.waiting import row_of
from outreach_app.ui.review.words import person_words
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate


class DraftPage(DecidingPage):
    """One's own draft, and a newer version of its document."""

    def finish_words(self) -> str:
        """Return what the last button says."""
        return translate("review", "Bring my draft up to date")

    def versions(self) -> tuple[str, ...]:
        """Return the newer version, and the state of the draft."""
        return self._view.head.revision_id, self._view.draft.updated_at

    def read(self) -> None:
        """Read how the draft and the version come together."""
        workspace = self.desk.workspace
        self._view: DraftView = draft_view(
            workspace.sitting, workspace.catalogue.definition, self.place.document_id
        )
        view = self._view
        who = person_words(self._names.person(view.newer.author_id))
        self.head(
            " ".join(
                (
                    translate(
                        "review", "{who} signed a newer version after you began your draft."
                    ).format(who=who),
                    translate("review", "%n answer(s) need you.", "", len(view.questions)),
                    translate("review", "Your draft is kept until you decide."),
                )
            )
        )
        mine = translate("review", "Your draft, last changed {at}").format(
            at=short_instant(view.draft.updated_at)
        )
        told = {
            "": (translate("review", "my draft"), mine),
            view.head.revision_id: self.version_told(view.head),
        }
        base = [workspace.vault.revisions.get(each) for each in view.draft.base]
        definition = workspace.catalogue.definition(view.form_hash)
        signed = [each.answers() for each in (*base, view.head)]
        rows = RowNames(*signed, view.draft.answers)
        scroll = self.draw(view.questions, definition, told, base, rows)
        lines = [
            Line(
                (
                    rows.label(each.address, each.label),
                    each.old or nothing(),
                    each.new or nothing(),
                ),
                bold=2,
                masked=each.masked,
            )
            for each in view.taken
        ]
        columns = (
            translate("review", "Answer"),
            translate("review", "In your draft"),
            translate("review", "Now"),
        )
        add_table(scroll, translate("review", "Taken from the newer version"), columns, lines)
        if view.left:
            parts = in_a_row(PART_WORDS.get(each, each) for each in view.left)
            words = translate("review", "Not held here, left as in the newer version: {parts}")
            scroll.column.insertWidget(0, Text(words.format(parts=parts), "soft"))

    def finish(self, decisions: Mapping[str, Decision]) -> None:
        """Put the draft on the newer version, and open it."""
        workspace = self.desk.workspace
        try:
            rebase(workspace.sitting, self._view, decisions, workspace.casework.open_answers)
            keep_decisions(workspace.sitting, self.place.document_id, self.versions(), {})
        except OutreachError as error:
            self.tell_error(error)
            return
        self._cards.clear()
        self.desk.go(
            Place(room=Room.FORM, subject=self.place.subject, document_id=self.place.document_id)
        )

    def way_out(self) -> QWidget:
        """Return the way to the versions, which may have to be merged before the draft."""
        versions = Place(
            room=Room.MERGE, subject=self.place.subject, document_id=self.place.document_id
        )
        heads = self.desk.workspace.vault.revisions.head_ids(self.place.document_id)
        if len(heads) > 1:
            return row_of(
                Button(
                    translate("review", "Decide between the versions first"),
                    lambda: self.desk.go(versions),
                )
            )
        return super().way_out()

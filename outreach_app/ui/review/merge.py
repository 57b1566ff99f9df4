"""Documents edited in two places: both versions side by side, a decision on each difference."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer

from outreach_app.phrases import in_a_row
from outreach_app.services.merging.deciding import decide
from outreach_app.services.merging.questions import Decision
from outreach_app.services.merging.told import came_together
from outreach_app.services.merging.versions import MergeView, merge_view
from outreach_app.services.row_names import RowNames
from outreach_app.services.sitting import Signer
from outreach_app.services.unsigned_words import keep_decisions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.review.claims import ClaimsPage
from outreach_app.ui.review.deciding import DecidingPage, add_table, nothing
from outreach_app.ui.review.overtaken import DraftPage
from outreach_app.ui.review.table import Line
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import DRAFT, Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import translate

CLAIMS = "claims"


def make_merge_page(desk: Desk, place: Place) -> Page:
    """Return the page for what is to be decided: versions, one's draft, or whose case it is."""
    if place.topic == CLAIMS:
        return ClaimsPage(desk, place)
    return DraftPage(desk, place) if place.topic == DRAFT else MergePage(desk, place)


class MergePage(DecidingPage):
    """Two or more newest versions of a document."""

    def finish_words(self) -> str:
        """Return what the last button says."""
        return translate("review", "Sign the merge…")

    def versions(self) -> tuple[str, ...]:
        """Return the ids of the versions."""
        return tuple(each.revision_id for each in self._view.heads)

    def read(self) -> None:
        """Read how the versions come together."""
        workspace = self.desk.workspace
        self._view: MergeView = merge_view(
            workspace.sitting, workspace.catalogue.definition, self.place.document_id
        )
        together = came_together(
            workspace.sitting, workspace.catalogue.definition, self._view, self._references
        )
        self._together = len(together)
        count = len(self._view.questions)
        self.head(
            " ".join(
                (
                    translate(
                        "review", "%n answer(s) were changed apart.", "", count + len(together)
                    ),
                    translate("review", "%n fit together by themselves.", "", len(together)),
                    translate("review", "%n need you. Nothing is thrown away.", "", count),
                )
            )
        )
        told = {each.revision_id: self.version_told(each) for each in self._view.heads}
        base = [workspace.vault.revisions.get(each) for each in self._view.base]
        definition = workspace.catalogue.definition(self._view.form_hash)
        # What both started from first: a name may be what they differ about.
        rows = RowNames(*(each.answers() for each in (*base, *self._view.heads)))
        scroll = self.draw(self._view.questions, definition, told, base, rows)
        lines = [
            Line(
                (
                    rows.label(each.change.address, each.change.label),
                    each.change.old or nothing(),
                    each.change.new or nothing(),
                    in_a_row(map(self._names.initials, each.author_ids)),
                ),
                bold=2,
                masked=each.change.masked,
            )
            for each in together
        ]
        columns = (
            translate("review", "Answer"),
            translate("review", "Before"),
            translate("review", "Now"),
            translate("review", "From"),
        )
        add_table(scroll, translate("review", "Merged without conflict"), columns, lines)

    def finish(self, decisions: Mapping[str, Decision]) -> None:
        """Show what is signed and ask for the passphrase."""
        if self._document is None:
            return
        title = self._names.title(self._document.form_id, self._document.subject)
        lines = [
            translate("review", "You make {count} versions one. Both stay in the history.").format(
                count=len(self._view.heads)
            ),
            *self.decided_lines(),
            translate("review", "%n answer(s) came together by themselves.", "", self._together),
        ]
        heading = translate("review", "Merge {what}").format(what=title)
        SigningDialog(self.desk, self, heading, lines, partial(self._sign, decisions)).open()

    def _sign(self, decisions: Mapping[str, Decision], signer: Signer) -> None:
        workspace = self.desk.workspace
        decide(workspace.sitting, signer, self._view, decisions, workspace.casework.open_answers)
        keep_decisions(workspace.sitting, self.place.document_id, self.versions(), {})
        self.desk.counts_changed.emit()
        QTimer.singleShot(0, self, self._signed)

    def _signed(self) -> None:
        subject = self.place.subject
        review = Place(room=Room.REVIEW, subject=subject, document_id=self.place.document_id)
        self.done(
            translate("review", "Merged and signed"),
            translate(
                "review",
                "One version follows both now; the others stay in the history. It reaches your "
                "colleagues with your next bundle. A supervisor who wrote none of it and did not merge "
                "it approves it, and sees your own answers marked.",
            ),
            Button(
                translate("review", "To the inbox"), lambda: self.desk.go(Place(room=Room.INBOX))
            ),
            Button(translate("review", "Read the merged version"), lambda: self.desk.go(review)),
        )

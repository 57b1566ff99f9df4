"""Review and sign: what changed, what stands against it, then the signature."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from outreach_app.domain.documents import Revision
from outreach_app.services.comparing import draft_changes
from outreach_app.services.draft_standing import newer_version
from outreach_app.services.readiness import Obstacle
from outreach_app.services.reading import plan_lines
from outreach_app.services.sitting import Signer
from outreach_app.ui.forms.missing import obstacle_list
from outreach_app.ui.forms.news import ApartCard
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.masked import Masked
from outreach_app.ui.pieces.surfaces import Card, Scroll, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import translate

_SHOWN = 120


class SignReview(Scroll):
    """The last look before the signature."""

    def __init__(
        self,
        work: FormWork,
        obstacles: tuple[Obstacle, ...],
        go: Callable[[str], None],
        back: Callable[[], None],
        signed: Callable[[Revision], None],
        *,
        merge: Callable[[], None] | None = None,
    ) -> None:
        """Show a draft as it would be signed.

        Args:
            work: The open document.
            obstacles: What stands before the signature.
            go: Called with the address of a question.
            back: Goes back to the questions.
            signed: Called with the signed version.
            merge: Goes where a draft and a newer version are brought together, on a page that does not
                tell of the newer version anyway.
        """
        super().__init__(margin=28, gap=16)
        self._work = work
        self._signed = signed
        head = row(Text(translate("forms", "Review and sign"), "title"))
        self._back = Button(translate("forms", "Back to the questions"), back)
        head.addWidget(self._back)
        self._sign = Button(translate("forms", "Sign…"), self._on_sign, kind="primary")
        head.addWidget(self._sign)
        self.column.addLayout(head)
        self._is_free = not obstacles
        self._apart: ApartCard | None = None
        newer = newer_version(work.desk.sitting, work.opened.draft)
        if newer is not None:
            self._apart = ApartCard(newer, merge)
            self._apart.choice.toggled.connect(self._show_sign)
            self.column.addWidget(self._apart)
        self._show_sign()
        self._obstacles(obstacles, go)
        self._changes()
        remarks = [each.text for each in work.opened.remarks()]
        if remarks:
            card = Card(translate("forms", "To think of"))
            card.add(*(Text(each) for each in remarks))
            self.column.addWidget(card)
        self.column.addStretch(1)

    def _show_sign(self) -> None:
        """Let a person sign once nothing is missing, and, beside a newer version, on purpose only."""
        on_purpose = self._apart is None or self._apart.choice.isChecked()
        self._sign.setEnabled(self._is_free and on_purpose)

    def _obstacles(self, obstacles: tuple[Obstacle, ...], go: Callable[[str], None]) -> None:
        if not obstacles:
            if self._apart is None:
                card = Card(translate("forms", "Nothing stands against signing"))
                self.column.addWidget(card)
            return
        count = translate("forms", "%n thing(s) to do before signing", "", len(obstacles))
        card = Card(count, kind="warning")
        card.add(Text(translate("forms", "Everything you wrote is saved meanwhile."), "soft"))
        obstacle_list(card, obstacles, go, self._work.visit)
        self.column.addWidget(card)

    def _changes(self) -> None:
        work = self._work
        changes = draft_changes(work.desk.workspace, work.opened)
        is_first = not work.opened.draft.base
        title = translate("forms", "What changed since the last version")
        card = Card(translate("forms", "What you sign") if is_first else title)
        if is_first:
            answers = translate("forms", "%n answer(s)", "", len(changes))
            told = translate("forms", "{document}, {answers}. It stands under your name, as below.")
            card.add(Text(told.format(document=work.opened.definition.title, answers=answers)))
        elif not changes:
            card.add(Text(translate("forms", "Nothing has changed.")))
        empty = translate("forms", "no answer")
        for change in changes[:_SHOWN]:
            said = change.new if is_first else f"{change.old or empty} → {change.new or empty}"
            words = Masked(change.label, said) if change.masked else Text(said, "soft")
            card.column.addLayout(column(Text(change.label, "strong"), words, gap=1))
        if len(changes) > _SHOWN:
            rest = len(changes) - _SHOWN
            card.add(Text(translate("forms", "and %n more", "", rest), "small"))
        self.column.addWidget(card)

    def _on_sign(self) -> None:
        work = self._work
        casework = work.desk.workspace.casework
        plan = casework.plan(work.opened)
        apart = self._apart is not None and self._apart.choice.isChecked()
        lines = plan_lines(work.desk.workspace, work.opened.definition, plan)

        def then(signer: Signer) -> None:
            revision = casework.sign(work.opened, signer, plan, apart=apart)
            work.desk.counts_changed.emit()
            # The dialog closes itself first; the page that it belongs to goes afterwards.
            QTimer.singleShot(0, self, lambda: self._signed(revision))

        title = work.opened.definition.title
        heading = translate("forms", "Sign: {document}").format(document=title)
        SigningDialog(work.desk, self.window(), heading, lines, then).open()

    def first_focus(self) -> None:
        """Give the keyboard to the signature, or to the first thing to do."""
        (self._sign if self._sign.isEnabled() else self._back).setFocus()

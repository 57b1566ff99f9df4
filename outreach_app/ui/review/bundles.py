"""Bundles in the inbox as rows: what came, what was refused and why, what acceptance changed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from outreach_app.phrases import in_a_row
from outreach_app.report.dates import short_instant
from outreach_app.services.exchange.acceptance import Accepted
from outreach_app.services.exchange.arrivals import ArrivedBundle
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.notices import error_words
from outreach_app.ui.pieces.surfaces import Card, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.review.receiving import BundleFile
from outreach_app.ui.review.words import (
    content_words,
    made_words,
    person_words,
    remarks_about,
    warning_words,
)
from outreach_app.ui.shell.titles import role_words
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look


class BundleRow(QWidget):
    """A bundle that waits to be accepted."""

    def __init__(
        self,
        bundle: ArrivedBundle,
        accept: Callable[[str], None],
        set_aside: Callable[[str], None],
        *,
        more: tuple[str, ...] = (),
    ) -> None:
        """Show a bundle.

        Args:
            bundle: What is known of it.
            accept: Called with its id.
            set_aside: Called with its id.
            more: What was noticed when it came.
        """
        super().__init__()
        look = current_look()
        who = person_words(bundle.sender)
        remarks = [*remarks_about(bundle), *more]
        words = column(Text(who, "strong"), gap=3)
        role = role_words(bundle.sender.role.value) if bundle.sender is not None else ""
        words.addWidget(Text(in_a_row((role, made_words(bundle)), " · "), "small"))
        if bundle.purpose:
            quoted = translate("review", "“{purpose}”").format(purpose=bundle.purpose)
            words.addWidget(Text(quoted, "soft"))
        chips = QWidget()
        flow = Flow(chips, gap=look.px(8))
        if not bundle.parts_missing:
            flow.addWidget(Chip(translate("review", "✓ Signed and complete"), "low"))
        flow.addWidget(Chip(content_words(bundle)))
        words.addSpacing(look.px(3))
        words.addWidget(chips)
        for remark in remarks:
            words.addWidget(Text(in_a_row(("▲", remark), " "), "gap"))
        line = row(gap=14)
        line.setContentsMargins(0, look.px(10), 0, look.px(10))
        line.addLayout(words, 1)
        told = in_a_row((who, content_words(bundle)))
        # The keyboard begins with the first: Enter must not send away what has just come.
        for label, act, kind in (
            (translate("review", "Accept"), accept, ""),
            (translate("review", "Set aside"), set_aside, "plain"),
        ):
            spoken = translate("review", "{action}: {what}").format(action=label, what=told)
            button = Button(label, _with(act, bundle.bundle_id), kind=kind, spoken=spoken)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)


def _with(act: Callable[[str], None], bundle_id: str) -> Callable[[], None]:
    return lambda: act(bundle_id)


def noticed(file: BundleFile) -> tuple[str, ...]:
    """Return what was noticed when a bundle came, besides what it says itself."""
    received = file.received
    if received is None:
        return ()
    found = [warning_words(each) for each in received.warnings]
    if received.configuration:
        found.append(
            translate(
                "review", "It brought configuration {number} of your organisation, now in force."
            ).format(number=received.configuration)
        )
    if received.report.not_counted:
        count = len(received.report.not_counted)
        found.append(
            translate(
                "review",
                "%n record(s) in it will be kept and not counted. The history of each says why.",
                "",
                count,
            )
        )
    return tuple(found)


class RefusedFile(Card):
    """A file that was not taken in, and why; or one that was here already."""

    def __init__(self, file: BundleFile, compared: Callable[[BundleFile], None]) -> None:
        """Show a file.

        Args:
            file: What became of it.
            compared: Called when a person says that they compared its words.
        """
        super().__init__(kind="quiet" if file.error is None else "warning")
        self._file = file
        self._compared = compared
        self.setAccessibleName(file.name)
        if file.received is not None:
            since = short_instant(file.received.report.since)
            self.add(
                Text(translate("review", "{file}: already here").format(file=file.name), "strong"),
                Text(
                    translate(
                        "review", "The same bundle came {since}. Nothing was changed or doubled."
                    ).format(since=since)
                ),
            )
        elif file.needs_words:
            self._ask_for_words()
        elif file.error is not None:
            title, what, do = error_words(file.error)
            self.add(Text(f"{file.name}: {title}", "strong"), Text(what), Text(do, "soft"))

    def _ask_for_words(self) -> None:
        changes = self._file.error.facts.get("changes", ()) if self._file.error else ()
        self.add(
            Text(
                translate("review", "{file}: words to compare first").format(file=self._file.name),
                "strong",
            ),
            Text(
                translate(
                    "review",
                    "It brings a configuration that changes whom this laptop believes. Ring your "
                    "configuration manager on a number that you already have and read the words to "
                    "each other:",
                )
            ),
        )
        for each in changes if isinstance(changes, tuple) else (changes,):
            self.add(Text(str(each), "words"))
        self._box = QCheckBox(translate("review", "I compared these words and they are the same"))
        take = Button(translate("review", "Take it in"), self._on_take)
        take.setEnabled(False)
        self._box.toggled.connect(take.setEnabled)
        foot = row(self._box, take)
        foot.addStretch(1)
        self.column.addLayout(foot)

    def _on_take(self) -> None:
        self._compared(self._file)


class AcceptedCard(Card):
    """What acceptance changed; nothing is overwritten."""

    def __init__(self, accepted: tuple[Accepted, ...], rebase: Callable[[str], None]) -> None:
        """Tell what came.

        Args:
            accepted: What each bundle brought.
            rebase: Called with a document of which one's own draft is older now.
        """
        super().__init__(translate("review", "Taken over"), kind="chosen")
        records = sum(each.revisions for each in accepted)
        reviews = sum(len(each.reviews) for each in accepted)
        documents = {each for one in accepted for each in one.documents}
        self.add(
            Text(
                in_a_row(
                    (
                        translate("review", "%n record(s)", "", records),
                        translate("review", "%n document(s)", "", len(documents)),
                        translate("review", "%n new review(s)", "", reviews),
                    ),
                    " · ",
                )
            ),
            Text(translate("review", "Nothing was overwritten: every earlier version is kept.")),
        )
        for words in _consequences(accepted):
            self.add(Text(words))
        overtaken = [each for one in accepted for each in one.overtaken]
        for number, document_id in enumerate(dict.fromkeys(overtaken), start=1):
            self._offer_rebase(document_id, number, rebase)

    def _offer_rebase(self, document_id: str, number: int, rebase: Callable[[str], None]) -> None:
        label = translate("review", "Bring draft up to date…")
        line = row(
            Text(
                translate(
                    "review",
                    "A newer version came of a document that you have a draft of. Your draft is kept.",
                )
            )
        )
        line.addWidget(Button(label, lambda: rebase(document_id), spoken=f"{label} {number}"))
        self.column.addLayout(line)


def _consequences(accepted: tuple[Accepted, ...]) -> list[str]:
    conflicts = sum(len(each.conflicts) for each in accepted)
    contested = sum(len(each.contested) for each in accepted)
    waiting = sum(len(each.waiting) for each in accepted)
    unjudged = sum(len(each.not_counted) for each in accepted)
    found = []
    if conflicts:
        found.append(
            translate(
                "review",
                "%n document(s) edited in two places: decide below. Until then the more cautious "
                "answer counts.",
                "",
                conflicts,
            )
        )
    if contested:
        found.append(
            translate(
                "review", "%n case(s) with first records that contradict each other.", "", contested
            )
        )
    if waiting:
        found.append(
            translate(
                "review",
                "%n record(s) wait for earlier ones that have not come yet; they show by themselves "
                "then.",
                "",
                waiting,
            )
        )
    if unjudged:
        found.append(translate("review", "%n record(s) kept and not counted.", "", unjudged))
    return found

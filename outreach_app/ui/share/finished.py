"""What is seen while a file is made, and when it lies there."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from outreach_app.crypto.words import fingerprint_words
from outreach_app.services.shipped import word_list
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.surfaces import Card, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate

KIB = 1024


def size_words(count: int) -> str:
    """Return a size for people."""
    if count < KIB * KIB:
        return translate("share", "{count} kB").format(count=max(1, round(count / KIB)))
    return translate("share", "{count} MB").format(count=f"{count / KIB / KIB:.1f}")


class ProgressCard(Card):
    """A bar, what happens, and a way to stop it."""

    def __init__(self, stop: Callable[[], object]) -> None:
        """Begin at nothing."""
        super().__init__(translate("share", "Making the file"))
        self._words = Text(translate("share", "Signing and encrypting…"), "soft")
        self._bar = QProgressBar()
        self._bar.setAccessibleName(translate("share", "How much is written"))
        self._bar.setRange(0, 100)
        self._stop = Button(translate("share", "Stop"), stop)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self._stop)
        self.add(self._words, self._bar)
        self.column.addLayout(foot)

    def show_progress(self, per_cent: int) -> None:
        """Say how far the writing is."""
        self._bar.setValue(per_cent)
        words = (
            translate("share", "Written and read back; checking…")
            if per_cent >= 100
            else translate("share", "Writing…")
        )
        self._words.say(words)

    def take_focus(self) -> None:
        """Give the keyboard to the one thing that can be done."""
        self._stop.setFocus()


class FileFacts(Card):
    """Where a file lies, how large it is, by what to know it."""

    def __init__(self, path: Path, size_bytes: int, digest: str, about: str) -> None:
        """Show one file; `digest` is its hex SHA-256."""
        super().__init__(kind="quiet")
        self.add(Text(about, "strong"))
        name = Text(path.name)
        name.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        name.setAccessibleName(
            translate("share", "Name of the file: {name}").format(name=path.name)
        )
        folder = translate("share", "In {folder} · {size}").format(
            folder=str(path.parent), size=size_words(size_bytes)
        )
        words = " ".join(fingerprint_words(bytes.fromhex(digest), word_list()))
        self.add(name, Text(folder, "small"))
        self.add(Text(translate("share", "Fingerprint, in words"), "small"))
        shown = Text(words, "strong")
        shown.setAccessibleName(translate("share", "Fingerprint: {words}").format(words=words))
        self.add(shown)


class DoneCard(Card):
    """The end of sharing: the files, and that nothing was sent."""

    def __init__(
        self,
        files: Sequence[FileFacts],
        lines: Sequence[str],
        actions: Sequence[tuple[str, Callable[[], object], str]],
    ) -> None:
        """Show files, what was done in words, and what to do next: words, act, kind."""
        super().__init__(translate("share", "Written and checked"))
        top = row(Chip(translate("share", "✓ Read back and compared"), "low"))
        top.addStretch(1)
        self.column.addLayout(top)
        for line in lines:
            self.add(Text(line))
        for each in files:
            self.add(each)
        self.add(
            Text(
                translate(
                    "share",
                    "Now carry it: nothing was sent. Take out the stick, or hand the file over in "
                    "the way that your organisation allows.",
                ),
                "strong",
            )
        )
        self.add(rule())
        foot = row()
        foot.addStretch(1)
        self._buttons = [Button(words, act, kind=kind) for words, act, kind in actions]
        for button in self._buttons:
            foot.addWidget(button)
        self.column.addLayout(foot)

    def take_focus(self) -> None:
        """Give the keyboard to the last action."""
        if self._buttons:
            self._buttons[-1].setFocus()

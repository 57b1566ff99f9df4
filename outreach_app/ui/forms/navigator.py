"""The sections at the left: how far each is, and how far the whole is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QProgressBar, QVBoxLayout

from outreach_app.engine.progress import SectionProgress
from outreach_app.services.form_sections import FormSection
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Scroll, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.pieces.tips import give_tip
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

WIDTH_PX = 234
_INSET = 12


class SectionButton(Button):
    """One section with its mark at the end of the line."""

    def __init__(self, label: str, pressed: Callable[[], None], *, inset: bool) -> None:
        """Make the button; `inset` for a part of a larger section."""
        super().__init__("", pressed, kind="section")
        look = current_look()
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._told: tuple[SectionProgress, int, str] | None = None
        self._words = Text(label)
        self._mark = QLabel()
        for each in (self._words, self._mark):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._mark.setProperty("kind", "small")
        holder = row(self._words, self._mark, gap=6)
        holder.setStretch(0, 1)
        left = look.px(10 + (_INSET if inset else 0))
        holder.setContentsMargins(left, look.px(5), look.px(10), look.px(5))
        self.setLayout(holder)
        self.setAccessibleName(label)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words need: a button does not ask what lies in it."""
        holder = self.layout()
        if holder is not None and self.width():
            self.setFixedHeight(holder.totalHeightForWidth(self.width()))

    def tell(self, progress: SectionProgress, needed: int, *, label: str) -> None:
        """Say how far the section is.

        Args:
            progress: Its count.
            needed: How many of its questions still stand between the draft and its signature.
            label: Its label now.
        """
        told = (progress, needed, label)
        if told == self._told:
            return
        self._told = told
        self._words.say(label)
        done = progress.answered == progress.total
        mark = "✓" if done else f"{progress.answered} / {progress.total}"
        if progress.errors:
            mark = f"! {mark}"
        if not progress.total:
            mark = "—"
        self._mark.setText(mark)
        self._fit()
        said = translate("forms", "{answered} of {total} answered").format(
            answered=progress.answered, total=progress.total
        )
        parts = [label, said]
        if needed:
            parts.append(translate("forms", "%n still needed to sign", "", needed))
        if progress.errors:
            parts.append(translate("forms", "%n answer(s) to look at", "", progress.errors))
        self.setAccessibleName(", ".join(parts))
        give_tip(self, "\n".join((" · ".join(parts[1:]), _keys_words())))
        self.setAccessibleDescription(_keys_words())


def _keys_words() -> str:
    return translate("forms", "One stop of Tab; the arrow keys go from section to section")


class Navigator(QFrame):
    """The sections of a form; it asks for one by callback."""

    def __init__(
        self,
        sections: tuple[FormSection, ...],
        label_of: Callable[[FormSection], str],
        go: Callable[[str], None],
        show_missing: Callable[[], None],
    ) -> None:
        """List the sections.

        Args:
            sections: Of the form.
            label_of: Their labels.
            go: Called with the key of the section that is wanted.
            show_missing: Called when somebody wants to see what is missing.
        """
        super().__init__()
        look = current_look()
        self.setProperty("kind", "panel")
        self.setAccessibleName(translate("forms", "Sections"))
        self.setAccessibleDescription(_keys_words())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(12), look.px(16), look.px(12), look.px(14))
        layout.setSpacing(look.px(8))
        area = Scroll(gap=2)
        self._buttons: dict[str, SectionButton] = {}
        self._heads: dict[str, Text] = {}
        self._group = QButtonGroup(self)
        keys = {section.key for section in sections}
        above = ""
        for section in sections:
            inset = bool(section.above)
            if inset and section.above != above and section.above not in keys:
                head = Text(label_of(FormSection(section.above, "", ())), "column")
                head.setContentsMargins(look.px(12), look.px(8), 0, look.px(2))
                area.column.addWidget(head)
                self._heads[section.above] = head
            above = section.above
            words = label_of(section)
            button = SectionButton(words, partial(go, section.key), inset=inset)
            self._buttons[section.key] = button
            self._group.addButton(button)
            area.column.addWidget(button)
        area.column.addStretch(1)
        self._area = area
        layout.addWidget(area, 1)
        self._whole = Text("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._missing = Button("", show_missing, kind="plain")
        for each in (self._whole, self._bar, self._missing):
            layout.addWidget(each)

    def show_here(self, key: str) -> None:
        """Mark the section that is shown."""
        button = self._buttons.get(key)
        if button is not None:
            button.setChecked(True)
            self._area.ensureWidgetVisible(button, 0, 40)

    def show_heads(self) -> None:
        """Show a heading only while one of its sections is shown."""
        for above, head in self._heads.items():
            below = (each for key, each in self._buttons.items() if key.startswith(f"{above}/"))
            head.setVisible(any(not each.isHidden() for each in below))

    def button(self, key: str) -> SectionButton:
        """Return the button of a section."""
        return self._buttons[key]

    def tell_whole(self, answered: int, total: int, unknown: int, needed: int) -> None:
        """Say how far the whole is, and how much is still needed to sign."""
        percent = round(100 * answered / total) if total else 100
        words = translate("forms", "{percent} % answered").format(percent=percent)
        if unknown:
            gaps = translate("forms", "%n marked unknown", "", unknown)
            words = f"{words} · {gaps}"
        self._whole.say(words)
        self._bar.setValue(percent)
        self._bar.setAccessibleName(words)
        nothing = translate("forms", "Nothing is missing")
        shown = translate("forms", "%n missing …", "", needed)
        spoken = translate("forms", "%n still needed to sign", "", needed)
        self._missing.setText(shown if needed else nothing)
        self._missing.setAccessibleName(spoken if needed else nothing)

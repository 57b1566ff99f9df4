"""The open document as the widgets of its page use it: answers in, news out, undo."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from outreach_app.engine.items import Group, Question
from outreach_app.engine.reading import QuestionView
from outreach_app.errors import HostFault, OutreachError
from outreach_app.services.asked import Asked, asked_of_draft
from outreach_app.services.confirming import confirmations
from outreach_app.services.earlier_answers import EarlierAnswers, earlier_answers
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.recorded_beside import RecordedBeside
from outreach_app.services.removed_rows import RemovedRow, bring_back, remove_row
from outreach_app.ui.forms.layout import FormLayout, bare
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room

_MOST_UNDONE = 200
Given = str | list[str]


@dataclass(frozen=True, slots=True)
class Step:
    """Something accepted that can be taken back: where it was, and how."""

    address: str
    back: Callable[[], None]


class FormWork(QObject):
    """One open document with what the person does to it.

    Attributes:
        opened: The document.
        layout: How its form is drawn.
        earlier: What was answered before.
        asked: What reviewers said about the version that it was begun from.
        held: What other documents of the case hold already for its questions.
        unaccepted: What was typed and not accepted, by address; kept while the form is open.
        answered: Addresses whose question may look different now, as a frozenset.
        rows_changed: The address of a repeat whose rows came, went or moved.
        saved: Something is on the disk since this instant.
        edited: Somebody has begun to type what is not given yet.
        refused: What stands in a field was not accepted.
        steps_changed: There is more or less to take back.
        failed: The machine could not save; with the error.
        wanted: A place of the form to go to, by address.
    """

    answered = Signal(object)
    rows_changed = Signal(str)
    edited = Signal()
    refused = Signal()
    steps_changed = Signal()
    saved = Signal(object)
    failed = Signal(object)
    wanted = Signal(str)

    def __init__(self, desk: Desk, opened: OpenDocument, parent: QObject | None = None) -> None:
        """Take an open document."""
        super().__init__(parent)
        self.desk = desk
        self.opened = opened
        self.session = opened.session
        self.layout = FormLayout(opened.definition)
        self.earlier: EarlierAnswers = earlier_answers(desk.workspace, opened)
        self.asked: Asked = asked_of_draft(desk.workspace, opened)
        self.held = RecordedBeside(
            desk.workspace, opened.context.case_file, opened.definition.form_id, opened
        )
        self._steps: list[Step] = []
        self._unsaved: dict[str, Given] = {}
        self.unaccepted: dict[str, str] = {}

    def visit(self, document_id: str) -> None:
        """Go to another paper of the case."""
        self.desk.go(Place(room=Room.FORM, document_id=document_id))

    def view(self, address: str) -> QuestionView:
        """Return a question as it stands."""
        return self.session.question(address)

    @property
    def is_open(self) -> bool:
        """Whether the vault is open: what was put off for a moment may come after a lock."""
        return self.desk.workspace.vault.is_open

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._steps)

    @property
    def is_saved(self) -> bool:
        """Whether everything that was accepted is on the disk."""
        return not self._unsaved

    def give(self, address: str, value: Given) -> OutreachError | None:
        """Accept an answer; return why it was refused.

        What the machine could not save stays accepted and is tried again with the next answer.
        """
        before = self._kept_beside(address)
        error = self._set(address, value)
        if error is None and self.session.kept(address) != before[address]:
            self._remember(Step(address, lambda: self._put_back(before)))
        return error

    def _kept_beside(self, address: str) -> Mapping[str, str]:
        """Return an answer, and those of its group that the form may write with it, such as when."""
        group, _slash, _name = address.rpartition("/")
        item = self.opened.definition.item_at(bare(group)) if group else None
        beside = item.children if isinstance(item, Group) and item.extras.get("type") else ()
        written = (each for each in beside if isinstance(each, Question) and not each.calculated)
        addresses = (address, *(f"{group}/{each.name}" for each in written))
        return {each: self.session.kept(each) for each in addresses}

    def give_together(self, values: Mapping[str, str]) -> None:
        """Accept the answers of one act, such as one cell of a grid; one step takes all back."""
        with self._as_one():
            for address, value in values.items():
                self.give(address, value)

    @contextmanager
    def _as_one(self) -> Iterator[None]:
        """Make everything that is accepted meanwhile one step to take back."""
        earlier, self._steps = self._steps, []
        try:
            yield
        finally:
            made, self._steps = self._steps, earlier
            if made:
                self._remember(Step(made[0].address, lambda: _take_back(made)))

    def _put_back(self, before: Mapping[str, str]) -> None:
        for address, value in before.items():
            if self._is_there(address) and self.session.kept(address) != value:
                self._set(address, value)

    def _set(self, address: str, value: Given) -> OutreachError | None:
        try:
            change = self.opened.set_answer(address, value)
        except HostFault as error:
            self._unsaved[address] = value
            self.failed.emit(error)
            self.answered.emit(frozenset({address}))
            return None
        except OutreachError as error:
            return error
        self._unsaved.pop(address, None)
        self.unaccepted.pop(address, None)
        self._tell(change.affected)
        return None

    def try_again(self) -> None:
        """Save what the machine could not save before."""
        for address, value in list(self._unsaved.items()):
            self._set(address, value)

    def attach(self, address: str, content: bytes, media_type: str, description: str) -> None:
        """Store a file and make it the answer.

        Raises:
            OutreachError: It is too large, or could not be stored.
        """
        before = {address: self.session.kept(address)}
        change = self.opened.attach(
            address, content, media_type=media_type, description=description
        )
        self._remember(Step(address, lambda: self._put_back(before)))
        self._tell(change.affected)

    # ---- rows -------------------------------------------------------------------------------

    def add_row(self, repeat: str) -> str:
        """Add a row at the end and return its id.

        Raises:
            OutreachError: There is no room, or it could not be saved.
        """
        row_id = self.opened.add_row(repeat)
        self._remember(Step(repeat, lambda: self._drop(repeat, row_id)))
        self._tell_rows(repeat)
        return row_id

    def remove_row(self, repeat: str, row_id: str) -> None:
        """Take a row away; undo brings it back whole.

        Raises:
            OutreachError: The form decides about its rows, or it could not be saved.
        """
        removed = remove_row(self.opened, repeat, row_id)
        self._remember(Step(repeat, lambda: self._bring_back(removed)))
        self._tell_rows(repeat)

    def move_row(self, repeat: str, row_id: str, places: int) -> None:
        """Move a row up (-1) or down (1) by one place; at the end nothing happens."""
        rows = self.session.rows(repeat)
        here = rows.index(row_id)
        there = here + places
        if not 0 <= there < len(rows):
            return
        others = [each for each in rows if each != row_id]
        self.opened.move_row(f"{repeat}[{row_id}]", others[there - 1] if there else None)
        self._remember(Step(repeat, lambda: self._move_back(repeat, row_id, here)))
        self._tell_rows(repeat)

    def confirm_unchanged(self, address: str) -> int:
        """Count the earlier answers below an address as given again; return how many."""
        rows_before = self._rows_at(address)
        filled = self.opened.confirm_unchanged(address)
        rows = [each for each in self._rows_at(address) if each not in rows_before]
        if filled or rows:
            self._remember(Step(address, lambda: self._unconfirm(address, filled, rows)))
        self._tell(filled)
        self._tell_rows(address)
        return len(filled)

    def confirm_section(self, key: str) -> int:
        """Count a section's earlier codes as given again, and say so where the form asks it."""
        sitting = self.desk.sitting
        with self._as_one():
            filled = self.confirm_unchanged(key)
            me, now = sitting.me.person_id, sitting.now()
            for address, value in confirmations(self.opened, key, me, now):
                self.give(address, value)
        return filled

    def _rows_at(self, address: str) -> list[str]:
        try:
            return self.session.rows(address)
        except OutreachError:
            return []

    def _unconfirm(self, address: str, filled: Iterable[str], rows: Iterable[str]) -> None:
        for row_id in rows:
            self.opened.remove_row(f"{address}[{row_id}]")
        for each in filled:
            if self._is_there(each):
                self._set(each, "")
        self._tell_rows(address)

    def _is_there(self, address: str) -> bool:
        try:
            self.session.kept(address)
        except OutreachError:
            return False
        return True

    def _drop(self, repeat: str, row_id: str) -> None:
        if row_id in self.session.rows(repeat):
            self.opened.remove_row(f"{repeat}[{row_id}]")
        self._tell_rows(repeat)

    def _bring_back(self, removed: RemovedRow) -> None:
        bring_back(self.opened, removed)
        self._tell_rows(removed.repeat)

    def _move_back(self, repeat: str, row_id: str, place: int) -> None:
        others = [each for each in self.session.rows(repeat) if each != row_id]
        self.opened.move_row(f"{repeat}[{row_id}]", others[place - 1] if place else None)
        self._tell_rows(repeat)

    # ---- undo -------------------------------------------------------------------------------

    def undo(self) -> str:
        """Take back what was accepted last and return where that was, "" for nothing.

        Raises:
            OutreachError: It could not be saved.
        """
        while self._steps:
            step = self._steps.pop()
            self.steps_changed.emit()
            try:
                step.back()
            except HostFault:
                raise
            except OutreachError:  # the row it was in is gone: the step before it is meant
                continue
            return step.address
        return ""

    def _remember(self, step: Step) -> None:
        self._steps.append(step)
        del self._steps[:-_MOST_UNDONE]
        self.steps_changed.emit()

    # ---- news -------------------------------------------------------------------------------

    def _tell(self, affected: Iterable[str]) -> None:
        if self._unsaved:
            self.try_again()
        self._tell_saved()
        self.answered.emit(frozenset(affected))

    def _tell_saved(self) -> None:
        """Say so only while nothing waits to be saved."""
        if not self._unsaved:
            self.saved.emit(self.desk.sitting.now())

    def _tell_rows(self, repeat: str) -> None:
        self._tell_saved()
        self.rows_changed.emit(repeat)


def _take_back(steps: list[Step]) -> None:
    for step in reversed(steps):
        step.back()

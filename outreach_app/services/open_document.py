"""A document that is being written: the live form, its rules, and every answer on the disk."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from outreach_app.domain.answers import Answers, FlatAnswers, leaves
from outreach_app.domain.documents import Change, Document, Draft
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.errors import UnknownAddress
from outreach_app.engine.items import Question
from outreach_app.engine.session import AnswerChange, FormSession
from outreach_app.report.attached_pictures import Picture, clean_file, clean_picture
from outreach_app.services.flat_view import FlatView
from outreach_app.services.form_facts import short_address
from outreach_app.services.readiness import Obstacle, obstacles
from outreach_app.services.row_numbers import by_row_numbers, numbers_of
from outreach_app.services.rules.calculated import calculated_values
from outreach_app.services.rules.remarks import Remark, remarks
from outreach_app.services.rules.surroundings import RuleContext
from outreach_app.services.sitting import Sitting

_ROW = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What an open document is made of."""

    draft: Draft
    definition: FormDefinition
    session: FormSession
    context: RuleContext
    casefile: bytes


class OpenDocument:
    """A draft with its live form. Each call that changes something returns after it is saved.

    Attributes:
        session: The live form, for reading.
        context: What the rules read besides the answers.
        casefile: The case file as the form sees it; signed with the revision.
    """

    def __init__(self, sitting: Sitting, opened: Opened) -> None:
        """Take an opened draft and let the rules fill what is theirs."""
        self._sitting = sitting
        self._draft = opened.draft
        self.definition = opened.definition
        self.session = opened.session
        self.context = opened.context
        self.casefile = opened.casefile
        self._flat = FlatView(opened.definition, opened.session)
        self._calculated: dict[str, str] = {}
        self._recalculate()
        self._known = dict(leaves(self.session.all_answers()))

    @property
    def document(self) -> Document:
        """Which document it is."""
        return self._draft.document

    @property
    def draft(self) -> Draft:
        """The draft as it was opened: what it is based on, and for what reason."""
        return self._draft

    def answers(self) -> FlatAnswers:
        """Return the relevant answers, flat."""
        return dict(self._flat.answers())

    def set_answer(self, address: str, value: str | Sequence[str]) -> AnswerChange:
        """Accept an answer: parsed, saved, and everything that follows from it worked out.

        Raises:
            Refusal: Not such a question, not such a value; nothing was changed.
            HostFault: It could not be saved; the live form has it, the disk has not.
        """
        self.session.tell_time(self._sitting.now())
        change = self.session.set_answer(address, value)
        self._flat.touch(change.affected)
        self._save(self._changes(change))
        affected = dict.fromkeys((*change.affected, *self._recalculate()))
        return replace(change, affected=tuple(affected))

    def attach(
        self, address: str, content: bytes, *, media_type: str, description: str
    ) -> AnswerChange:
        """Store a file encrypted beside the database and make it the answer to a question.

        A picture is written anew first: what is hidden in it, such as where it was taken, is not kept.

        Raises:
            AttachmentTooLarge: Above the limit; nothing was stored.
            PictureUnreadable, PictureKeepsMore: It cannot be written anew; nothing was stored.
            Refusal: The question takes no file.
        """
        clean = self._clean(address, content)
        if clean is not None:
            content, media_type = clean.content, clean.media_type
        vault = self._sitting.vault
        with vault.transaction(self._sitting.act("attachment.stored")):
            stored = vault.attachments.put(
                content,
                media_type=media_type,
                description=description,
                at=self._sitting.instant(),
            )
        return self.set_answer(address, stored.digest)

    def _clean(self, address: str, content: bytes) -> Picture | None:
        question = self.session.question(address)
        if question.type != "image":
            return clean_file(content)
        longest = question.parameters.get("max-pixels", "")
        return clean_picture(content, int(longest) if longest.isdecimal() else 0)

    def add_row(self, address: str, *, after: str | None = None, row_id: str | None = None) -> str:
        """Add a row to a repeat and return its id."""
        added = self.session.add_row(address, after=after, row_id=row_id)
        self._save_whole()
        return added

    def remove_row(self, address: str) -> None:
        """Remove a row; its answers stay in the draft's log."""
        self.session.remove_row(address)
        # A row that comes back under its id is filled by the rules anew.
        row = address[address.rfind("[") :]
        self._calculated = {at: value for at, value in self._calculated.items() if row not in at}
        self._save_whole()

    def move_row(self, address: str, after: str | None) -> None:
        """Put a row behind another one, or first."""
        self.session.move_row(address, after)
        self._save_whole()

    def confirm_unchanged(self, address: str) -> tuple[str, ...]:
        """Count the previous document's codes below an address as given again."""
        filled = self.session.confirm_unchanged(address)
        self._save_whole()
        return filled

    def obstacles(self) -> tuple[Obstacle, ...]:
        """Return what still stands between the draft and its signature."""
        return obstacles(self.session, self.answers(), self.context)

    def remarks(self) -> tuple[Remark, ...]:
        """Return what the rules remark about the draft; none of it stops the signature."""
        return remarks(self.definition.form_id, self.answers(), self.context)

    def name(self, address: str) -> str:
        """Return an address as short as it may be given, with the numbers of its rows."""
        answers = self.session.all_answers()
        return by_row_numbers(numbers_of(answers), short_address(self.definition, address))

    def parts(self) -> dict[str, Answers]:
        """Return the answers by export class, with the case file as it was seen."""
        found: dict[str, Answers] = dict(self.session.parts())
        found["casefile"] = {"casefile": self.casefile.decode("utf-8")}
        return found

    def _changes(self, change: AnswerChange) -> list[Change]:
        """Return the log rows of an answer: itself first, then what it set off."""
        at = self._sitting.instant()
        changes = [Change(n=0, address=change.address, old=change.old, new=change.new, at=at)]
        for address in change.affected:
            if address != change.address and self._is_kept(address):
                new = self.session.kept(address)
                old = self._known.get(address, "")
                if new != old:
                    changes.append(Change(n=0, address=address, old=old, new=new, at=at))
        return changes

    def _is_kept(self, address: str) -> bool:
        item = self.definition.item_at(_ROW.sub("", address))
        return isinstance(item, Question) and item.answerable

    def _save(self, changes: list[Change]) -> None:
        self._sitting.vault.drafts.save_answer(self.document.document_id, changes)
        for change in changes:
            self._known[change.address] = change.new

    def _save_whole(self) -> None:
        self._flat.forget()
        self._recalculate()
        vault = self._sitting.vault
        act = self._sitting.act("draft.rows_changed", document=self.document.document_id)
        with vault.transaction(act):
            vault.drafts.replace_answers(
                self.document.document_id, self.session.all_answers(), at=self._sitting.instant()
            )
        self._known = dict(leaves(self.session.all_answers()))

    def _recalculate(self) -> tuple[str, ...]:
        """Let the rules fill the calculated questions that are theirs; return what that affected."""
        values = calculated_values(self.definition.form_id, self._flat.answers(), self.context)
        changed = {
            address: value
            for address, value in values.items()
            if self._calculated.get(address) != value and self._has(address)
        }
        if not changed:
            return ()
        affected = self.session.set_calculated(changed)
        self._flat.touch(affected)
        self._calculated.update(changed)
        return affected

    def _has(self, address: str) -> bool:
        try:
            self.session.value(address)
        except UnknownAddress:
            return False
        return True

    def given(self) -> Mapping[str, str]:
        """Return what the rules have filled in, by name or address."""
        return dict(self._calculated)

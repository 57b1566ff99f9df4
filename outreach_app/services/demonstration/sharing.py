"""Plays the steps between laptops: export, import, review, merge, and what must be refused."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from outreach_app.domain.answers import leaves
from outreach_app.domain.documents import ReviewVerb
from outreach_app.errors import OutreachError
from outreach_app.paths import atomic_write, private_dir, read_bytes
from outreach_app.services.demonstration.stage import Stage
from outreach_app.services.demonstration.writing import (
    FIRST_CASE,
    Memory,
    Step,
    StoryDiffers,
    Writer,
)
from outreach_app.services.exchange.acceptance import accept
from outreach_app.services.exchange.export import Exported, ExportOrder, export
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.exchange.selection import ExportChoice
from outreach_app.services.merging.deciding import decide
from outreach_app.services.merging.questions import Decision
from outreach_app.services.merging.versions import merge_view
from outreach_app.services.reviewing import Remark, ReviewOrder, review
from outreach_app.services.workspace import Workspace

_BUNDLE_LIMIT_BYTES = 64 * 1024 * 1024


class Sharer:
    """Plays steps of exchange on a stage."""

    def __init__(self, stage: Stage, memory: Memory, writer: Writer, folder: Path) -> None:
        """Write bundles into a folder, as onto a stick."""
        self._stage = stage
        self._memory = memory
        self._writer = writer
        self._folder = private_dir(folder)
        self._bundles: dict[str, Path] = {}
        self._last: dict[str, tuple[Path, str, str]] = {}
        self._refusals: dict[str, Callable[[Step], object]] = {
            "export_expired_recipient": self._export,
            "password_by_mail": self._sign_anew,
            "sign_exit_with_draft": self._sign_draft,
            "sign_with_contradiction": self._sign_draft,
        }

    def export(self, step: Step) -> str:
        """Play one export."""
        done = self._export(step)
        (file,) = done.files
        self._bundles[step["name"]] = file.path
        for person in done.recipients:
            self._last[person.initials] = (file.path, person.initials, step["at"])
        return (
            f"{done.revisions} revisions of {done.documents} documents, "
            f"{file.size_bytes // 1024} KiB for {', '.join(step['to'])}"
        )

    def _export(self, step: Step) -> Exported:
        workspace = self._at(step)
        if step["documents"] == "all":
            keys = step.get("cases", (FIRST_CASE,))
            choice = ExportChoice(case_ids=tuple(self._memory.subject(k).case_id for k in keys))
        else:
            ids = tuple(self._memory.documents[key] for key in step["documents"])
            choice = ExportChoice(document_ids=ids)
        order = ExportOrder(
            recipients=tuple(self._stage.person_ids[key] for key in step["to"]),
            folder=self._folder,
            purpose=str(step.get("purpose", "")),
        )
        signer = workspace.sitting.signer(self._stage.players[step["by"]].passphrase)
        return export(workspace.sitting, signer, choice, order, workspace.shelf)

    def lay_ready(self, step: Step) -> str:
        """Lay a copy of a bundle where a person can fetch it, whole or cut off in the middle."""
        raw = read_bytes(self._bundles[step["bundle"]], _BUNDLE_LIMIT_BYTES)
        kept = raw[: len(raw) // 2] if step.get("cut") else raw
        place = self._folder / step["as"]
        private_dir(place.parent)
        atomic_write(place, kept)
        return f"{step['as']}, {len(kept) // 1024} of {len(raw) // 1024} KiB"

    def take_in(self, step: Step) -> str:
        """Play one import: checked, put into the inbox, taken over."""
        workspace = self._at(step)
        raw = read_bytes(self._bundles[step["bundle"]], _BUNDLE_LIMIT_BYTES)
        received = receive(workspace.sitting, raw, workspace.shelf)
        missing = len(received.line.missing)
        if missing != len(step.get("expect_missing", ())):
            raise StoryDiffers(f"{step['bundle']}: {missing} bundles are missing before it")
        accepted = accept(workspace.sitting, received.report.bundle_id, workspace.shelf)
        if accepted.not_counted or accepted.waiting:
            reasons = sorted(set(accepted.not_counted.values()))
            raise StoryDiffers(f"{step['bundle']}: not counted {reasons}, {accepted.waiting}")
        conflicts = f", {len(accepted.conflicts)} in conflict" if accepted.conflicts else ""
        gap = f", {missing} bundle missing before it" if missing else ""
        return (
            f"verified; {accepted.revisions} revisions, {len(accepted.reviews)} new reviews"
            f"{conflicts}{gap}"
        )

    def refused(self, step: Step) -> str:
        """Play something that must be refused; whatever it leaves is cleared away."""
        act = self._refusals.get(step["what"])
        if act is None:
            raise StoryDiffers(f"the story asks for the refusal of {step['what']}")
        try:
            act(step)
        except OutreachError as error:
            if error.code != step["code"]:
                raise StoryDiffers(f"refused with {error.code}, not {step['code']}") from error
            self._check_blocks(step, error)
        else:
            raise StoryDiffers(f"{step['what']} was not refused")
        finally:
            self._mend(step)
        return f"refused ({step['code']})"

    def _check_blocks(self, step: Step, error: OutreachError) -> None:
        said = str(error.facts.get("questions", ""))
        for words in step.get("blocks", ()):
            if words not in said:
                raise StoryDiffers(f"“{words}” is not among: {said}")

    def _mend(self, step: Step) -> None:
        if step["what"] == "export_expired_recipient":
            for key in step["to"]:
                self._stage.certify(key)
            self._stage.install_card()
        if step["what"] == "password_by_mail":
            document_id = self._memory.documents.pop(step["document"])
            self._at(step).casework.discard(document_id)

    def _sign_anew(self, step: Step) -> object:
        return self._writer.write({**step, "about": "case", "reason": "new", "sign": True})

    def _sign_draft(self, step: Step) -> object:
        return self._writer.write({**step, "sign": True, "answers": {}})

    def review(self, step: Step) -> str:
        """Play one review: comment, return, approve, countersign or close."""
        workspace = self._at(step)
        signer = workspace.sitting.signer(self._stage.players[step["by"]].passphrase)
        order = ReviewOrder(
            document_id=self._memory.documents[step["document"]],
            verb=ReviewVerb(step["verb"]),
            text=str(step.get("text", "")),
            remarks=tuple(
                Remark(self._place(workspace, step, each), each["text"])
                for each in step.get("comments", ())
            ),
            answers=step.get("answers", {}),
        )
        made = review(workspace.sitting, signer, workspace.catalogue, order)
        count = len(made.comments)
        return f"{made.verb.value} signed{f', {count} comment at its question' if count else ''}"

    def _place(self, workspace: Workspace, step: Step, comment: Step) -> str:
        """Return the address of a comment's question in the newest version."""
        key = str(comment.get("row", "")).removeprefix("@row:")
        if not key:
            return str(comment["question"])
        document_id = self._memory.documents[step["document"]]
        (head,) = workspace.vault.revisions.heads(document_id)
        return _address(head.answers(), self._memory.rows[key], str(comment["question"]))

    def merge(self, step: Step) -> str:
        """Play one decision about two versions."""
        workspace = self._at(step)
        document_id = self._memory.documents[step["document"]]
        view = merge_view(workspace.sitting, workspace.catalogue.definition, document_id)
        asked = {
            (question.address.rpartition("/")[2], _row_of(question.address)): question.address
            for question in view.questions
        }
        decisions = {}
        for each in step["decide"]:
            row = self._memory.rows.get(str(each.get("row", "")).removeprefix("@row:"), "")
            address = asked.get((each["question"], row))
            if address is None:
                raise StoryDiffers(f"{each['question']} is not in conflict: {sorted(asked)}")
            decisions[address] = Decision(each["take"], str(each.get("text", "")))
        signer = workspace.sitting.signer(self._stage.players[step["by"]].passphrase)
        revision = decide(
            workspace.sitting, signer, view, decisions, workspace.casework.open_answers
        )
        return f"{len(decisions)} conflicts decided, {revision.revision_id[7:15]}"

    def last_bundle_for(self, key: str) -> tuple[Path, str, str]:
        """Return the newest bundle for a person, who that is, and when it was made."""
        return self._last[key]

    def _at(self, step: Step) -> Workspace:
        return self._stage.at(step["vault"], step["by"], step["at"])


def _row_of(address: str) -> str:
    """Return the id of the innermost row of an address, "" outside repeats."""
    before, bracket, _after = address.rpartition("]")
    return before.rpartition("[")[2] if bracket else ""


def _address(answers: Mapping[str, Any], row_id: str, question: str) -> str:
    """Return the address of a question in a row, by looking where the row stands."""
    for address, _value in leaves(answers):
        if f"[{row_id}]" in address:
            return f"{address.partition(f'[{row_id}]')[0]}[{row_id}]/{question}"
    raise StoryDiffers(f"no row for a comment on {question}")

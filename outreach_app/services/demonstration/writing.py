"""Plays the steps in which somebody writes: opens the document, answers, attaches, signs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from outreach_app.domain.documents import Reason, Subject
from outreach_app.services.demonstration.stage import Stage
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.shipped import sample_folder
from outreach_app.services.workspace import Workspace

Step = Mapping[str, Any]
FIRST_CASE = ""
"""The key of the case with which the story begins; a step that names no case is about it."""
_REFERENCE = "@"


class StoryDiffers(AssertionError):
    """The program did something else than the story says; a fault of either."""


@dataclass(slots=True)
class Memory:
    """What the story has made so far: documents, rows and cases by their keys."""

    documents: dict[str, str] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)
    cases: dict[str, Subject] = field(default_factory=dict)

    def subject(self, case: str = FIRST_CASE) -> Subject:
        """Return the client and the case that go by a key.

        Raises:
            StoryDiffers: The case was not begun yet.
        """
        if case not in self.cases:
            raise StoryDiffers(f"there is no case {case or 'yet'}")
        return self.cases[case]


class Writer:
    """Plays steps of writing on a stage."""

    def __init__(self, stage: Stage, memory: Memory) -> None:
        """Write on a stage, remembering keys."""
        self._stage = stage
        self._memory = memory

    def write(self, step: Step) -> str:
        """Play one step of writing; return what happened in a few words."""
        workspace = self._stage.at(step["vault"], step["by"], step["at"])
        document = self.open(workspace, step)
        self._answer(document, step)
        self._check(document, step)
        if not step["sign"]:
            return f"draft of {step['form']} kept"
        signer = workspace.sitting.signer(self._stage.players[step["by"]].passphrase)
        revision = workspace.casework.sign(document, signer)
        return f"{step['form']} signed, {revision.revision_id[7:15]}"

    def attach(self, step: Step) -> str:
        """Play one step of attaching a file."""
        workspace = self._stage.at(step["vault"], step["by"], step["at"])
        document = workspace.casework.resume(self._memory.documents[step["document"]])
        source = sample_folder() / step["file"]
        media_type = "text/plain" if source.suffix == ".txt" else "image/png"
        document.attach(
            step["question"],
            source.read_bytes(),
            media_type=media_type,
            description=str(step.get("description", "")),
        )
        return "file stored encrypted"

    def open(self, workspace: Workspace, step: Step) -> OpenDocument:
        """Return the document of a step: its draft, a new revision of it, or a new document."""
        key, casework = step["document"], workspace.casework
        self._begin_case(workspace, step.get("case", FIRST_CASE))
        known = self._memory.documents.get(key)
        if known is None:
            previous = self._previous(workspace, step)
            opened = casework.begin(step["form"], self._subject(step), previous=previous)
            self._memory.documents[key] = opened.document.document_id
            return opened
        if workspace.vault.drafts.has(known):
            return casework.resume(known)
        return casework.revise(known, Reason(step["reason"]))

    def _begin_case(self, workspace: Workspace, case: str) -> None:
        """Begin a case at its first step: its first two documents go by `client` and `case`.

        Those of a case with a key carry it in front: `linh/client`.
        """
        if case in self._memory.cases:
            return
        made = workspace.casework.new_case()
        before = f"{case}/" if case else ""
        self._memory.cases[case] = made.subject
        self._memory.documents[f"{before}client"] = made.client.document_id
        self._memory.documents[f"{before}case"] = made.case.document_id

    def _subject(self, step: Step) -> Subject:
        subject = self._memory.subject(step.get("case", FIRST_CASE))
        return Subject(client_id=subject.client_id) if step["about"] == "client" else subject

    def _previous(self, workspace: Workspace, step: Step) -> dict[str, Any] | None:
        key = step.get("previous")
        if key is None:
            return None
        heads = workspace.vault.revisions.heads(self._memory.documents[key])
        if not heads:
            raise StoryDiffers(f"{key} was never signed")
        return heads[0].answers()

    def _answer(self, document: OpenDocument, step: Step) -> None:
        for address in step.get("remove", ()):
            repeat, _at, key = address.partition("@")
            document.remove_row(f"{repeat}[{self._memory.rows[key]}]")
        for group in step.get("unchanged", ()):
            document.confirm_unchanged(group)
        self._put(document, "", step.get("answers", {}))
        for question in step.get("clear", ()):
            document.set_answer(question, "")

    def _put(self, document: OpenDocument, at: str, answers: Mapping[str, Any]) -> None:
        for name, value in answers.items():
            if name == _REFERENCE:
                continue
            if isinstance(value, list):
                for row in value:
                    row_id = self._row(document, f"{at}{name}", row[_REFERENCE])
                    self._put(document, f"{at}{name}[{row_id}]/", row)
            else:
                document.set_answer(f"{at}{name}", self._resolve(value))

    def _row(self, document: OpenDocument, repeat: str, key: str) -> str:
        known = self._memory.rows.get(key)
        if known is not None and known in document.session.rows(repeat):
            return known
        row_id = document.add_row(repeat, row_id=known)
        self._memory.rows[key] = row_id
        return row_id

    def _resolve(self, value: str) -> str:
        kind, _colon, key = value.partition(":")
        if kind == "@doc":
            return self._memory.documents[key]
        if kind == "@row":
            return self._memory.rows[key]
        if kind == "@person":
            return self._stage.person_ids[key]
        return value

    def _check(self, document: OpenDocument, step: Step) -> None:
        for name, expected in step.get("expect", {}).items():
            found = _found(document, name, expected)
            if found != expected:
                raise StoryDiffers(f"{step['document']}: {name} is {found}, not {expected}")


def _found(document: OpenDocument, name: str, expected: object) -> object:
    """Return what the program says for something that the story expects."""
    if name == "rules":
        lines = document.session.value("indicated_rules").splitlines()
        return [line.split(" ", 1)[0] for line in lines]
    if name == "deadlines" and isinstance(expected, dict):
        said = document.session.value("nrm_deadline_rule")
        return {code: day for code, day in expected.items() if f"{day} ({code})" in said}
    return document.session.value(name)

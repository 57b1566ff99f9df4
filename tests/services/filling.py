"""Fills live documents from the examples that lie beside the forms."""

import json
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from outreach_app.domain.documents import Revision, Subject
from outreach_app.services.case_finding import NewCase
from outreach_app.services.casework import Casework
from outreach_app.services.catalogue import Catalogue
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.shipped import forms_folder
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.store.opening import LockedVault
from tests.services.conftest import Template
from tests.support.determinism import FrozenClock

Json = dict[str, Any]
Rename = Callable[[str], str]


@cache
def examples(form_id: str) -> tuple[Path, ...]:
    """Return the example files of a form."""
    return tuple(sorted((forms_folder() / form_id / "examples").glob("*.json")))


def example(form_id: str, name: str = "fuller") -> Json:
    """Return the answers of an example."""
    path = forms_folder() / form_id / "examples" / f"{name}.json"
    answers: Json = json.loads(path.read_bytes())["answers"]
    return answers


def fill(opened: OpenDocument, answers: Json, *, rename: Rename = str) -> None:
    """Give all answers one by one, rows with the ids of the example.

    Args:
        opened: The document.
        answers: Nested answers.
        rename: Says which code to give instead, such as a real person for an invented one.
    """
    _fill(opened, answers, "", rename)


def _fill(opened: OpenDocument, answers: Json, at: str, rename: Rename) -> None:
    for name, value in answers.items():
        address = f"{at}/{name}" if at else name
        if name in {"_id", "_order"}:
            continue
        if isinstance(value, dict):
            _fill(opened, value, address, rename)
        elif isinstance(value, list):
            held = opened.session.rows(address)
            for n, row in enumerate(value):
                known = n < len(held)
                row_id = held[n] if known else opened.add_row(address, row_id=row["_id"])
                _fill(opened, row, f"{address}[{row_id}]", rename)
        else:
            opened.set_answer(address, rename(value))


@contextmanager
def own_desk(template: Template, place: Path, initials: str = "AB") -> Iterator["Desk"]:
    """Open a copy of somebody's vault, for tests that share one desk."""
    folder = place / initials
    shutil.copytree(template.folder / initials, folder)
    clock = FrozenClock()
    keys = template.keys[initials]
    vault = LockedVault(folder).open(
        template.people[initials], keys, at=clock().isoformat(timespec="seconds")
    )
    sitting = Sitting(vault, clock, secrets.token_bytes)
    try:
        yield Desk(sitting, sitting.signer_from(keys))
    finally:
        sitting.close()


class Desk:
    """One person at one vault, with all the verbs and a key to sign with."""

    def __init__(self, sitting: Sitting, signer: Signer) -> None:
        self.sitting = sitting
        self.signer = signer
        self.catalogue = Catalogue(sitting)
        self.casework = Casework(sitting, self.catalogue)

    def rename(self, value: str) -> str:
        """Return the person of this desk for the invented person of the examples."""
        me = self.sitting.me.person_id
        return " ".join(me if each.startswith("p_") else each for each in value.split(" "))

    def write(self, form_id: str, subject: Subject, name: str = "fuller") -> OpenDocument:
        """Begin a document and fill it from an example."""
        opened = self.casework.begin(form_id, subject)
        fill(opened, example(form_id, name), rename=self.rename)
        return opened

    def sign(self, opened: OpenDocument) -> Revision:
        """Sign a draft."""
        return self.casework.sign(opened, self.signer)

    def note(self, subject: Subject, facts: str = "We met.") -> OpenDocument:
        """Begin a contact note that may be signed."""
        opened = self.casework.begin("contact_note", subject)
        opened.set_answer("note_kind", "visit")
        opened.set_answer("note_facts", facts)
        opened.set_answer("note_safe", "yes")
        return opened

    def opened_case(self) -> NewCase:
        """Make a case whose client record is signed."""
        made = self.casework.new_case()
        client = self.casework.resume(made.client.document_id)
        fill(client, example("client"), rename=self.rename)
        self.sign(client)
        return made

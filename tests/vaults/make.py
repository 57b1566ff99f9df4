"""Makes the frozen vault of the present version: `python -m tests.vaults.make NAME`.

Run once per released version of the format; what is committed is never made again.
"""

import json
import sys
from pathlib import Path

from outreach_app.domain.documents import ReviewVerb
from outreach_app.store.database import Database
from outreach_app.store.forms import StoredForm
from outreach_app.store.lock import LOCK_NAME
from tests.store.builders import (
    AT,
    BEN,
    a_document,
    a_review,
    a_revision,
    act,
    add,
    add_colleague,
    add_reviews,
    change,
    make_vault,
)

HERE = Path(__file__).parent
LATER = "2026-02-04T09:00:00+00:00"


def make(folder: Path) -> dict[str, object]:
    """Make a small vault that holds one thing of every kind, and return what is in it."""
    vault, _keys = make_vault(folder)
    add_colleague(vault, BEN)
    assessment, note = a_document(1, "risk_assessment"), a_document(2)
    first = a_revision(assessment, {"s": {"overall_level": "high", "assessed_at": AT}})
    second = a_revision(
        assessment,
        {"s": {"overall_level": "medium", "assessed_at": AT}},
        parents=[first.revision_id],
        at=LATER,
        more_parts={"location": {"address": "12 Harbour Road"}},
    )
    waiting = a_revision(a_document(3), {"n": "1"}, parents=["sha256:" + "0" * 64])
    add(vault, first, second, waiting)
    add_reviews(vault, a_review(second, ReviewVerb.COUNTERSIGN, at=LATER, text="Agreed"))
    with vault.transaction(act("draft.begun")):
        vault.drafts.start(note, form_hash="f" * 64, answers={"n": "carried"}, at=AT)
        attachment = vault.attachments.put(
            b"a picture", media_type="image/png", description="Picture", at=AT
        )
        vault.forms.add(
            StoredForm(
                form_hash="f" * 64, form_id="contact_note", version="1", title="Contact note",
                allowed=True, stored_at=AT,
            ),
            b"<form/>",
        )  # fmt: skip
    vault.drafts.save_answer(note.document_id, [change("g/note", "Zoë said so"), change("n", "")])
    facts: dict[str, object] = {
        "heads": list(vault.revisions.head_ids(assessment.document_id)),
        "history": [one.revision_id for one in vault.revisions.history(assessment.document_id)],
        "waiting": [one.revision_id for one in vault.revisions.waiting()],
        "answers": second.answers(),
        "draft": vault.drafts.load(note.document_id).answers,
        "attachment": attachment.digest,
        "level": "medium",
        "journal": vault.journal.head().hash,
        "schema": _schema(vault.database),
    }
    vault.close()
    (folder / LOCK_NAME).unlink()
    return facts


def _schema(database: Database) -> int:
    return int(database.value("PRAGMA user_version"))


if __name__ == "__main__":
    name = sys.argv[1]
    expected = make(HERE / name)
    (HERE / f"{name}.json").write_text(
        json.dumps(expected, indent=1, sort_keys=True) + "\n", "utf-8"
    )

"""Every vault that was ever released opens with this program and still says the same."""

import json
import shutil
from pathlib import Path

import pytest

from outreach_app.store.journal import JournalHead
from outreach_app.store.migrations import NEWEST, schema_version
from outreach_app.store.opening import open_vault
from tests.store.builders import ANNA, AT, BEN, PASSPHRASES

VAULTS = Path(__file__).parents[1] / "vaults"
NAMES = sorted(path.stem for path in VAULTS.glob("v*.json"))


def test_there_is_a_vault_of_each_version() -> None:
    versions = [
        json.loads((VAULTS / f"{name}.json").read_text("utf-8"))["schema"] for name in NAMES
    ]
    assert sorted(set(versions)) == list(range(1, NEWEST + 1))


@pytest.mark.parametrize("person", [ANNA, BEN])
@pytest.mark.parametrize("name", NAMES)
def test_a_released_vault_opens(name: str, person: str, tmp_path: Path) -> None:
    expected = json.loads((VAULTS / f"{name}.json").read_text("utf-8"))
    shutil.copytree(VAULTS / name, tmp_path / "vault")
    vault = open_vault(tmp_path / "vault", person, PASSPHRASES[person], at=AT)
    assert schema_version(vault.database) == NEWEST
    (case,) = vault.lists.cases()
    assert case.level == expected["level"]
    assessment = vault.lists.documents(form_id="risk_assessment")[0].document_id
    assert list(vault.revisions.head_ids(assessment)) == expected["heads"]
    assert [one.revision_id for one in vault.revisions.history(assessment)] == expected["history"]
    assert [one.revision_id for one in vault.revisions.waiting()] == expected["waiting"]
    assert vault.revisions.heads(assessment)[0].answers() == expected["answers"]
    assert vault.reviews.of_document(assessment)[0].text == "Agreed"
    assert vault.attachments.get(expected["attachment"]) == b"a picture"
    assert vault.forms.definition("f" * 64) == b"<form/>"
    assert vault.journal.holds(JournalHead(vault.journal.head().n - 1, expected["journal"]))
    note = vault.drafts.load("d_00000000000000000000000002", person_id=ANNA)
    assert note.answers == expected["draft"]
    if person == ANNA:
        assert vault.drafts.verify(note.document.document_id) == ()
    assert vault.search.find("harbour")
    vault.full_check()
    vault.close()

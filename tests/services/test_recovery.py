"""A forgotten passphrase: two shares, checked word by word, open the vault for a new one."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from outreach_app.crypto.errors import (
    BadShare,
    SameShareTwice,
    SharesDoNotCombine,
    SharesOfTwoSets,
    WrongPassphrase,
)
from outreach_app.crypto.kdf import FLOOR
from outreach_app.crypto.recovery import check_share
from outreach_app.domain.documents import Change
from outreach_app.domain.people import Role
from outreach_app.services.errors import NotEnrolled, RecoveryDoesNotOpen
from outreach_app.services.organisation import CARD_NAME, enrol
from outreach_app.services.recovery import (
    OpenedRecovery,
    choose_passphrase,
    open_recovery,
    places_to_check,
    sit_down_again,
    suggestions,
    wrong_words,
)
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.vaults import (
    Newcomer,
    World,
    add_person,
    enrol_me,
    make_request,
    open_sitting,
    remove_person,
)
from outreach_app.store.errors import VaultInUse
from tests.services.builders import CaseBuilder
from tests.services.conftest import Template

NEW = "new words after the ceremony"


def _recover(opened: OpenedRecovery, person_id: str, world: World) -> Sitting:
    return sit_down_again(choose_passphrase(opened, person_id, NEW, FLOOR), world)


def test_two_shares_open_the_vault_for_a_new_passphrase_and_nothing_is_lost(
    case: CaseBuilder,
    folders: Template,
    world: World,
    passphrases: dict[str, str],
    signer_of: Callable[[Sitting], Signer],
) -> None:
    case.opened()
    office = case.sitting
    note = case.note_plan("begun before it was forgotten").document
    with office.vault.transaction(office.act("draft.begun")):
        office.vault.drafts.start(note, form_hash="f" * 64, answers={}, at=office.instant())
    office.vault.drafts.save_answer(
        note.document_id,
        [Change(n=0, address="note_content/note_facts", old="", new="kept", at=office.instant())],
    )
    old, person = office.me, office.me.person_id
    office.close()
    folder = folders.folder / "AB"
    opened = open_recovery(folder, [folders.recovery_shares[2], folders.recovery_shares[0]])
    assert (opened.people, opened.shares) == (((person, "AB"),), (3, 1))
    again = _recover(opened, person, world)
    try:
        assert again.vault.drafts.verify(note.document_id) == ()
        assert again.vault.drafts.load(note.document_id).answers == {
            "note_content": {"note_facts": "kept"}
        }
        assert len(again.vault.documents.all()) == 3
        assert again.me.certificate_serial == 0
        assert again.me.signing_key != old.signing_key
        recipients = [each.recipient for each in again.vault.people.age_identities(person)]
        assert old.age_recipient in recipients, "bundles on their way still open"
        row = again.vault.journal.rows()[-1].act
        assert (row.kind, row.person_id, row.facts["shares"]) == ("person.recovered", person, "3 1")
        with pytest.raises(NotEnrolled):
            again.signer(NEW)
        request = make_request(again, NEW)
        enrol(
            folders.organisation,
            request,
            Role.CASEWORKER,
            passphrases["issuing"],
            now=world.clock(),
        )
        card = (folders.organisation / CARD_NAME).read_bytes()
        assert enrol_me(again, card, words_compared=True).certificate_serial == 4
        assert again.signer(NEW).person.person_id == person
    finally:
        again.close()
    with pytest.raises(WrongPassphrase):
        open_sitting(folder, "AB", passphrases["AB"], world)
    reopened = open_sitting(folder, "AB", NEW, world)
    reopened.vault.full_check()
    reopened.close()


def test_the_others_of_a_shared_vault_keep_what_they_have(
    office: Sitting, folders: Template, world: World, passphrases: dict[str, str]
) -> None:
    night = Newcomer(initials="N", full_name="Nora Ibe", role=Role.NIGHT_STAFF, parameters=FLOOR)
    nora = add_person(office, night, "passphrase of the night", world)
    office.close()
    folder = folders.folder / "AB"
    again = _recover(open_recovery(folder, folders.recovery_shares[:2]), nora.person_id, world)
    again.close()
    back = open_sitting(folder, "AB", passphrases["AB"], world)
    assert back.me.certificate_serial == 1
    remove_person(back, "N")
    back.close()


def test_shares_that_do_not_fit_change_nothing(
    folders: Template, tmp_path: Path, world: World, passphrases: dict[str, str]
) -> None:
    folder = folders.folder / "AB"
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(SharesDoNotCombine):
        open_recovery(folder, folders.recovery_shares[:1])
    with pytest.raises(RecoveryDoesNotOpen):
        open_recovery(folder, folders.root_shares[:2])
    other = tmp_path / "mixed"
    shutil.copytree(folder, other)
    shutil.copy(folders.folder / "CC" / "recovery.age", other / "recovery.age")
    with pytest.raises(RecoveryDoesNotOpen):
        open_recovery(other, folders.recovery_shares[:2])
    assert {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()} == before
    held = open_sitting(folder, "AB", passphrases["AB"], world)
    with pytest.raises(VaultInUse):
        open_recovery(folder, folders.recovery_shares[:2])
    held.close()


def test_each_share_is_checked_by_itself_and_against_the_one_before(folders: Template) -> None:
    first, second, _third = folders.recovery_shares
    assert check_share(f"  {first.upper()} \n").share_number == 1
    assert check_share(second, [first]).share_number == 2
    with pytest.raises(SameShareTwice):
        check_share(first, [first])
    with pytest.raises(SharesOfTwoSets):
        check_share(folders.root_shares[1], [first])
    swapped = first.split()
    swapped[4], swapped[5] = swapped[5], swapped[4]
    with pytest.raises(BadShare):
        check_share(" ".join(swapped))


def test_a_word_that_no_share_has_is_told_at_once_with_what_it_may_mean() -> None:
    assert wrong_words(["academic", "", "acid ", "academxc", "ZEBRA"]) == (3, 4)
    assert suggestions("academxc")[0] == "academic"
    assert suggestions("qqqqqq") == ()


def test_words_typed_back_come_from_each_part_of_a_sheet_and_not_from_its_head() -> None:
    lowest = places_to_check(33, lambda _many: 0)
    highest = places_to_check(33, lambda many: many - 1)
    assert lowest == (4, 13, 23), "the first four words name the key and the sheet"
    assert highest == (12, 22, 32), "to the last word"
    drawn = {place for drop in range(10) for place in places_to_check(33, partial(_lot, drop))}
    assert drawn == set(range(4, 33)), "each of the others may be asked for"


def _lot(drop: int, many: int) -> int:
    return drop % many

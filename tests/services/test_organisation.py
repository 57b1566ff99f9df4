"""An organisation is founded, certifies, withdraws; its secrets leave only as shares."""

import json
from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest

from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.errors import BadShare, SharesDoNotCombine
from outreach_app.crypto.keys import SigningKey
from outreach_app.crypto.recovery import join_shares, recovery_recipient
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Role
from outreach_app.domain.revocation import Revocation, RevocationReason
from outreach_app.errors import HostFault, Untrusted
from outreach_app.services.errors import (
    IssuingKeyClosed,
    NoOrganisation,
    OrganisationExists,
    OrganisationFile,
    OtherOrganisation,
    RequestFormat,
    UnknownSerial,
)
from outreach_app.services.issuing_key import KEY_NAME
from outreach_app.services.organisation import (
    Founded,
    Founding,
    enrol,
    found_organisation,
    load_card,
    revoke,
)
from outreach_app.services.sitting import Sitting
from outreach_app.services.trust import person_of
from outreach_app.services.vaults import make_request
from tests.support.determinism import FrozenClock, SeededIds
from tests.support.unprivileged import read_only_folder

WORDS = "a passphrase for the issuing key"


def founding(new_id: SeededIds, name: str = "Quay House") -> Founding:
    return Founding(
        organisation=new_id(Prefix.ORGANISATION),
        name=name,
        site="QH",
        timescales=(),
        bank_holidays=(),
        forms=(),
    )


@pytest.fixture
def founded(tmp_path: Path, new_id: SeededIds, clock: FrozenClock) -> Founded:
    return found_organisation(tmp_path / "new", founding(new_id), WORDS, now=clock())


def test_a_new_organisation_reads_back_and_is_made_once(
    founded: Founded, tmp_path: Path, new_id: SeededIds, clock: FrozenClock
) -> None:
    folder = tmp_path / "new"
    card = load_card(folder)
    assert card == founded.card
    assert load_card(folder / "organisation.json") == card
    assert (card.configuration.number, card.configuration.name) == (1, "Quay House")
    assert {path.name for path in folder.iterdir()} == {"organisation.json", KEY_NAME}
    with pytest.raises(OrganisationExists):
        found_organisation(folder, founding(new_id), WORDS, now=clock())
    with pytest.raises(NoOrganisation):
        load_card(tmp_path)


def _pairs(shares: Sequence[str]) -> list[list[str]]:
    return [list(pair) for pair in combinations(shares, 2)]


def test_any_two_of_three_shares_give_root_and_recovery_secret(founded: Founded) -> None:
    card = founded.card
    for pair in _pairs(founded.root_shares):
        root = SigningKey.from_seed(join_shares(pair))
        assert root.public == card.root
    for pair in _pairs(founded.recovery_shares):
        recipient = recovery_recipient(join_shares(pair))
        assert recipient == card.configuration.recovery_recipient


def test_shares_alone_mixed_or_mistyped_give_nothing(founded: Founded) -> None:
    with pytest.raises(SharesDoNotCombine):
        join_shares([founded.root_shares[0]])
    with pytest.raises(SharesDoNotCombine):
        join_shares([founded.root_shares[0], founded.recovery_shares[1]])
    words = founded.root_shares[0].split()
    mistyped = " ".join([*words[:-1], "academic" if words[-1] != "academic" else "acid"])
    with pytest.raises(BadShare):
        join_shares([mistyped, founded.root_shares[1]])


def test_neither_secret_lies_in_the_folder(founded: Founded, tmp_path: Path) -> None:
    root = join_shares(founded.root_shares[:2])
    secret = join_shares(founded.recovery_shares[:2])
    for path in (tmp_path / "new").iterdir():
        content = path.read_bytes()
        for hidden in (root, secret, root.hex().encode(), secret.hex().encode()):
            assert hidden not in content
        for share in (*founded.root_shares, *founded.recovery_shares):
            assert share.encode() not in content


def test_a_folder_that_cannot_be_written_founds_nothing(
    new_id: SeededIds, clock: FrozenClock
) -> None:
    with read_only_folder() as folder, pytest.raises(HostFault):
        found_organisation(folder / "new", founding(new_id), WORDS, now=clock())


def test_enrolling_gives_numbered_certificates_and_a_newer_configuration(
    organisation: Path, office: Sitting, passphrases: dict[str, str], clock: FrozenClock
) -> None:
    before = load_card(organisation)
    request = make_request(office, passphrases["AB"])
    card, certificate = enrol(
        organisation, request, Role.AGENCY_STAFF, passphrases["issuing"], now=clock()
    )
    assert certificate.serial == len(before.configuration.directory) + 1
    assert card.configuration.number == before.configuration.number + 1
    assert card.configuration.directory[:-1] == before.configuration.directory
    person = person_of(certificate)
    assert (person.initials, person.full_name) == ("AB", "Anna Berg")
    assert (person.role, person.device_id) == (Role.AGENCY_STAFF, office.vault.device_id)
    assert certificate.valid_before - clock() <= timedelta(days=14)
    assert load_card(organisation) == card


def test_a_wrong_passphrase_neither_enrols_nor_revokes(
    organisation: Path, office: Sitting, passphrases: dict[str, str], clock: FrozenClock
) -> None:
    request = make_request(office, passphrases["AB"])
    before = (organisation / "organisation.json").read_bytes()
    with pytest.raises(IssuingKeyClosed):
        enrol(organisation, request, Role.CASEWORKER, "not the passphrase", now=clock())
    withdrawn = Revocation(serial=1, reason=RevocationReason.LEFT, since=clock())
    with pytest.raises(IssuingKeyClosed):
        revoke(organisation, withdrawn, "not the passphrase", now=clock())
    assert (organisation / "organisation.json").read_bytes() == before


def test_a_damaged_key_file_is_refused(
    organisation: Path, passphrases: dict[str, str], clock: FrozenClock
) -> None:
    path = organisation / KEY_NAME
    fields = json.loads(path.read_bytes())
    withdrawn = Revocation(serial=1, reason=RevocationReason.LEFT, since=clock())
    path.write_bytes(canonical_bytes({**fields, "sealed": fields["salt"]}))
    with pytest.raises(IssuingKeyClosed):
        revoke(organisation, withdrawn, passphrases["issuing"], now=clock())
    for change in ({"sealed": "?"}, {"memory_kib": 8}, {"salt": "é"}):
        path.write_bytes(canonical_bytes({**fields, **change}))
        with pytest.raises(Untrusted):
            revoke(organisation, withdrawn, passphrases["issuing"], now=clock())
    path.write_bytes(b"{}")
    with pytest.raises(Untrusted):
        revoke(organisation, withdrawn, passphrases["issuing"], now=clock())
    path.unlink()
    with pytest.raises(NoOrganisation):
        revoke(organisation, withdrawn, passphrases["issuing"], now=clock())


def test_a_forged_request_gets_no_certificate(
    organisation: Path, passphrases: dict[str, str], clock: FrozenClock
) -> None:
    before = load_card(organisation)
    for forged in (b"", b"{}", b'{"payload":"x","signature":"y"}'):
        with pytest.raises(RequestFormat):
            enrol(organisation, forged, Role.CASEWORKER, passphrases["issuing"], now=clock())
    assert load_card(organisation) == before


def test_a_request_from_another_organisation_gets_no_certificate(
    founded: Founded,
    tmp_path: Path,
    office: Sitting,
    passphrases: dict[str, str],
    clock: FrozenClock,
) -> None:
    request = make_request(office, passphrases["AB"])
    with pytest.raises(OtherOrganisation):
        enrol(tmp_path / "new", request, Role.CASEWORKER, WORDS, now=clock())
    assert load_card(tmp_path / "new") == founded.card


def test_a_revocation_stands_in_the_configuration(
    organisation: Path, passphrases: dict[str, str], clock: FrozenClock
) -> None:
    withdrawn = Revocation(serial=2, reason=RevocationReason.LOST, since=clock())
    card = revoke(organisation, withdrawn, passphrases["issuing"], now=clock())
    assert card.configuration.revocations == (withdrawn,)
    for serial in (0, 4):
        unknown = Revocation(serial=serial, reason=RevocationReason.LEFT, since=clock())
        with pytest.raises(UnknownSerial) as refused:
            revoke(organisation, unknown, passphrases["issuing"], now=clock())
        assert refused.value.facts == {"serial": serial}


def test_a_damaged_organisation_file_is_refused(organisation: Path) -> None:
    path = organisation / "organisation.json"
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(OrganisationFile):
        load_card(organisation)

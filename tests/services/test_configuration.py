"""The organisation file: verified as a whole, refused when anything in it does not fit."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.keys import SigningKey, public_line
from outreach_app.domain.ids import Prefix
from outreach_app.services.configuration import (
    OrganisationCard,
    next_configuration,
    parse_configuration,
    read_card,
    write_card,
)
from outreach_app.services.errors import BodyFormat, OrganisationFile
from outreach_app.services.organisation import Founding, found_organisation
from tests.support.determinism import FrozenClock, SeededIds


@pytest.fixture
def raw(organisation: Path) -> bytes:
    return (organisation / "organisation.json").read_bytes()


@pytest.fixture
def card(raw: bytes) -> OrganisationCard:
    return read_card(raw)


@pytest.fixture
def other_raw(tmp_path: Path, new_id: SeededIds, clock: FrozenClock) -> bytes:
    founding = Founding(
        organisation=new_id(Prefix.ORGANISATION),
        name="Other House",
        site="OH",
        timescales=(),
        bank_holidays=(),
        forms=(),
    )
    found_organisation(tmp_path / "other", founding, "a passphrase of the other", now=clock())
    return (tmp_path / "other" / "organisation.json").read_bytes()


def test_the_shipped_data_reads_back_out_of_the_signed_bytes(card: OrganisationCard) -> None:
    configuration = card.configuration
    assert date(2026, 12, 25) in configuration.holidays()["EW"]
    assert configuration.time_limits().config_hash == configuration.digest
    assert len(configuration.certificates()) == len(configuration.directory) == 3
    again = parse_configuration(configuration.organisation, configuration.body(), "")
    assert again == configuration


def _changed(raw: bytes, path: tuple[str, ...], value: Any) -> bytes:
    content = json.loads(raw)
    inner = content
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return canonical_bytes(content)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), 2),
        (("organisation",), "o_" + "a" * 26),
        (("root",), public_line(SigningKey.from_seed(b"x" * 32).public)),
        (("root",), "ssh-ed25519 nonsense"),
        (("more",), "x"),
        (("issuers", "signature"), "x"),
        (("configuration", "payload"), "{}"),
        (("configuration", "more"), "x"),
    ],
)
def test_a_changed_file_is_refused(raw: bytes, path: tuple[str, ...], value: Any) -> None:
    with pytest.raises(OrganisationFile):
        read_card(_changed(raw, path, value))


def test_a_configuration_changed_after_signing_is_refused(raw: bytes) -> None:
    content = json.loads(raw)
    payload = content["configuration"]["payload"]
    forged = payload.replace("Harbour House", "Harbour Mouse")
    assert forged != payload
    with pytest.raises(OrganisationFile):
        read_card(_changed(raw, ("configuration", "payload"), forged))


def test_parts_of_two_organisations_do_not_make_one(raw: bytes, other_raw: bytes) -> None:
    other = json.loads(other_raw)
    for part in ("configuration", "issuers", "root"):
        with pytest.raises(OrganisationFile):
            read_card(_changed(raw, (part,), other[part]))


def test_a_configuration_signed_by_a_key_that_is_no_issuer_is_refused(
    card: OrganisationCard,
) -> None:
    own = SigningKey.generate()
    later = next_configuration(card.configuration, issued_at="2026-02-04T11:00:00+00:00")
    assert later.number == card.configuration.number + 1
    with pytest.raises(OrganisationFile):
        read_card(write_card(card.root, card.issuers_signed, later, own))


@pytest.mark.parametrize("junk", [b"", b"{}", b"[]", b"\xff", b'{"format":1}', b" " * 10])
def test_junk_is_refused(junk: bytes) -> None:
    with pytest.raises(OrganisationFile):
        read_card(junk)


@pytest.mark.parametrize(
    "change",
    [
        {"number": "2"},
        {"forms": "x"},
        {"timescales": [{"code": 1}]},
        {"timescales": ["x"]},
        {"revocations": [{"serial": 1, "since": "yesterday", "why": "left"}]},
        {"revocations": [{"serial": 1, "since": "2026-02-03T11:00:00+00:00", "why": "bored"}]},
        {"name": ""},
        {"extra": "x"},
    ],
)
def test_a_body_with_other_shapes_is_refused(card: OrganisationCard, change: Any) -> None:
    body = {**card.configuration.body(), **change}
    with pytest.raises(BodyFormat):
        parse_configuration(card.organisation, body, "")


def test_the_digest_is_not_part_of_what_is_compared(card: OrganisationCard) -> None:
    assert replace(card.configuration, digest="") == card.configuration
    assert card.configuration.digest.startswith("sha256:")

"""The manifest's body is read back as it was written, and in no other way."""

import copy
import dataclasses
import itertools
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.bundle import manifest as manifest_module
from outreach_app.bundle.errors import BadEntryName, BadManifest
from outreach_app.bundle.kinds import kind_of, stem
from outreach_app.bundle.manifest import (
    Entry,
    JournalHead,
    Manifest,
    Recipient,
    SignerName,
    Split,
    parse_manifest,
)
from outreach_app.crypto.canonical import canonical_bytes, parse_canonical
from outreach_app.domain.ids import Prefix, make_id


def _id(prefix: Prefix, number: int) -> str:
    return make_id(prefix, number.to_bytes(16, "big"))


BUNDLE, ORGANISATION = _id(Prefix.BUNDLE, 1), _id(Prefix.ORGANISATION, 2)
KEYS = tuple(f"age1{letter * 58}" for letter in "qpzry")
HEXES = st.binary(min_size=32, max_size=32).map(bytes.hex)
MANIFEST = Manifest(
    bundle_id=BUNDLE,
    organisation=ORGANISATION,
    signer=SignerName(
        person_id=_id(Prefix.PERSON, 3), device_id=_id(Prefix.DEVICE, 4), certificate_serial=7
    ),
    recipients=(
        Recipient(person_id=_id(Prefix.PERSON, 5), age_recipients=(KEYS[1], KEYS[0]), sequence=1),
        Recipient(
            person_id=_id(Prefix.PERSON, 6),
            age_recipients=(KEYS[2],),
            sequence=12,
            previous="sha256:" + "ab" * 32,
        ),
    ),
    created="2026-02-03T11:00:00+00:00",
    split=Split(set_id=BUNDLE, part=2, of=3),
    purpose="Risk assessment for review – bitte prüfen",
    use_by="2026-03-01",
    ratchet={"policy": 3, "revocations": 0},
    journal=JournalHead(number=40, digest="sha256:" + "cd" * 32),
    entries=(
        Entry("README.txt", "ef" * 32, 10),
        Entry("forms/" + "01" * 32 + ".xml", "01" * 32, 0),
    ),
)


def _read(body: dict[str, Any]) -> Manifest:
    return parse_manifest(BUNDLE, ORGANISATION, parse_canonical(canonical_bytes(body)))


def test_a_manifest_is_read_back() -> None:
    assert _read(MANIFEST.to_body()) == MANIFEST
    assert MANIFEST.age_recipients() == (KEYS[1], KEYS[0], KEYS[2])


@given(
    st.text(max_size=80).filter(str.isprintable),
    st.dictionaries(st.from_regex(r"[a-z][a-z_]{0,31}", fullmatch=True), st.integers(0, 2**53 - 1)),
    st.lists(st.tuples(HEXES, st.integers(0, 2**40)), max_size=4, unique_by=lambda row: row[0]),
)
@settings(max_examples=50)
def test_any_manifest_is_read_back(
    purpose: str, ratchet: dict[str, int], rows: list[tuple[str, int]]
) -> None:
    entries = tuple(Entry(f"attachments/{digest}", digest, size) for digest, size in sorted(rows))
    manifest = dataclasses.replace(
        MANIFEST,
        purpose=unicodedata.normalize("NFC", purpose),
        ratchet=ratchet,
        entries=entries,
    )
    assert _read(manifest.to_body()) == manifest


def _set(*path: str | int, value: object) -> Callable[[dict[str, Any]], None]:
    def change(body: dict[str, Any]) -> None:
        place: Any = body
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


def _drop(name: str) -> Callable[[dict[str, Any]], None]:
    def change(body: dict[str, Any]) -> None:
        del body[name]

    return change


def _doubled(name: str) -> Callable[[dict[str, Any]], None]:
    def change(body: dict[str, Any]) -> None:
        body[name] = [*body[name], body[name][-1]]

    return change


def _reversed(name: str) -> Callable[[dict[str, Any]], None]:
    def change(body: dict[str, Any]) -> None:
        body[name] = body[name][::-1]

    return change


CHANGES: dict[str, Callable[[dict[str, Any]], None]] = {
    "unknown field": _set("extra", value=""),
    "missing field": _drop("use_by"),
    "created without offset": _set("created", value="2026-02-03T11:00:00"),
    "created on no day": _set("created", value="2026-02-30T11:00:00+00:00"),
    "created as number": _set("created", value=1770116400),
    "use-by on no day": _set("use_by", value="2026-02-30"),
    "use-by with time": _set("use_by", value="2026-02-03T11:00:00+00:00"),
    "purpose of two lines": _set("purpose", value="a\nb"),
    "purpose turned round": _set("purpose", value="a\u202eb"),
    "purpose too long": _set("purpose", value="a" * 501),
    "entries as object": _set("entries", value={}),
    "entry twice": _doubled("entries"),
    "entries unsorted": _reversed("entries"),
    "entry hash in capitals": _set("entries", 0, "sha256", value="EF" * 32),
    "entry size negative": _set("entries", 0, "size", value=-1),
    "entry size as text": _set("entries", 0, "size", value="10"),
    "entry with more": _set("entries", 0, "mode", value=1),
    "journal without digest": _set("journal", "digest", value=""),
    "journal digest without number": _set("journal", "number", value=0),
    "journal as list": _set("journal", value=[]),
    "ratchet as list": _set("ratchet", value=[]),
    "ratchet name": _set("ratchet", "Policy", value=1),
    "ratchet negative": _set("ratchet", "policy", value=-1),
    "no recipients": _set("recipients", value=[]),
    "recipient twice": _doubled("recipients"),
    "recipients unsorted": _reversed("recipients"),
    "recipient without key": _set("recipients", 0, "age", value=[]),
    "recipient keys unsorted": _set("recipients", 0, "age", value=[KEYS[0], KEYS[1]]),
    "key of two recipients": _set("recipients", 1, "age", value=[KEYS[0]]),
    "key of another kind": _set("recipients", 1, "age", value=["ssh-ed25519 AAAA"]),
    "person id": _set("recipients", 1, "person", value=_id(Prefix.DEVICE, 5)),
    "sequence zero": _set("recipients", 0, "seq", value=0),
    "first with previous": _set("recipients", 0, "prev", value="sha256:" + "ab" * 32),
    "later without previous": _set("recipients", 1, "prev", value=""),
    "previous bare": _set("recipients", 1, "prev", value="ab" * 32),
    "signer serial zero": _set("signer", "serial", value=0),
    "signer device": _set("signer", "device", value=BUNDLE),
    "split beyond": _set("split", "part", value=4),
    "split zero": _set("split", "of", value=0),
    "split set": _set("split", "set", value=""),
}


@pytest.mark.parametrize("name", CHANGES)
def test_other_bodies_are_refused(name: str) -> None:
    body = copy.deepcopy(MANIFEST.to_body())
    CHANGES[name](body)
    with pytest.raises(BadManifest) as caught:
        _read(body)
    assert caught.value.facts["field"]


@pytest.mark.parametrize(("bundle_id", "organisation"), [("", ORGANISATION), (BUNDLE, BUNDLE)])
def test_the_envelope_names_bundle_and_organisation(bundle_id: str, organisation: str) -> None:
    with pytest.raises(BadManifest):
        parse_manifest(
            bundle_id, organisation, parse_canonical(canonical_bytes(MANIFEST.to_body()))
        )


def test_too_many_recipient_keys_are_refused() -> None:
    letters = itertools.product("qpzry9x8", repeat=2)
    keys = sorted(f"age1{'q' * 56}{''.join(pair)}" for pair in letters)[:61]
    body = copy.deepcopy(MANIFEST.to_body())
    _set("recipients", 0, "age", value=keys)(body)
    with pytest.raises(BadManifest):
        _read(body)


def test_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest_module, "ENTRY_LIMIT", 1)
    with pytest.raises(BadManifest):
        _read(MANIFEST.to_body())


HEX = "0a" * 32


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("README.txt", "readme"),
        (f"attachments/{HEX}", "attachment"),
        (f"attachments/{HEX}.json", "attachment facts"),
        (f"certificates/{HEX}.pub", "certificate"),
        (f"copies/{HEX}.txt", "copy"),
        (f"forms/{HEX}.xml", "form"),
        (f"parts/{HEX}.third_party.part", "part"),
        (f"revisions/{HEX}.json", "revisions"),
        (f"ratchet/{HEX}.json", "ratchet"),
        (f"reviews/{HEX}.json.sig", "signature"),
        (f"issuers/{HEX}.json.sig2", "signature"),
    ],
)
def test_kinds_of_paths(path: str, label: str) -> None:
    assert kind_of(path).label == label
    assert stem(path) in {HEX, ""}


@pytest.mark.parametrize(
    "path",
    ["readme.txt", "README.md", "manifest.json", "pad.bin", "revisions", f"revisions/{HEX}",
     f"revisions/{HEX.upper()}.json", f"revisions/{HEX[:-1]}.json", f"revisions/{HEX}.json\n",
     f"parts/{HEX}.part", f"parts/{HEX}.Main.part", f"parts/{HEX}.{'a' * 25}.part",
     f"secret/{HEX}.json", f"forms/{HEX}.html", f"reviews/{HEX}.json.sig3", "README.txt/x"],
)  # fmt: skip
def test_paths_of_no_kind(path: str) -> None:
    with pytest.raises(BadEntryName):
        kind_of(path)

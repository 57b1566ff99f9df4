"""Public test vectors: age (C2SP/CCTV), Wycheproof, the big list of naughty strings."""

import hashlib
import json
import os
import tarfile
import time
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from outreach_app.crypto import age, kdf, keys
from outreach_app.crypto.errors import AgeProfile, CannotOpen, WrongPassphrase
from outreach_app.crypto.slots import derive_key, make_header, make_slot, open_slot
from outreach_app.errors import OutreachError

_DATA = os.environ.get("OUTREACH_TESTDATA")
VECTORS = Path(_DATA or "") / "security-public"
pytestmark = pytest.mark.skipif(
    not _DATA or not VECTORS.is_dir(), reason="the public vectors are not at hand"
)


def _age_vectors() -> Iterator[tuple[str, dict[str, str], bytes]]:
    with tarfile.open(VECTORS / "age-testdata.tar.xz") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file is None:
                continue
            head, _blank, body = file.read().partition(b"\n\n")
            lines = (line.split(": ", 1) for line in head.decode("utf-8").splitlines())
            fields = {name: value for name, value in lines}  # noqa: C416  # of pairs by two names
            if fields.get("compressed") == "zlib":
                body = zlib.decompress(body)
            yield Path(member.name).name, fields, body


# Stanzas of mere noise are known by the ending that age gives them; these have another name.
OUT_OF_PROFILE = {"x25519_grease"}


def test_every_age_vector_ends_as_our_profile_says() -> None:
    stranger = keys.generate_age_identity()[0]
    opened, refused = 0, 0
    for name, fields, untrusted in _age_vectors():
        identity = fields.get("identity", stranger)
        identities = [identity if identity.startswith("AGE-SECRET-KEY-1") else stranger]
        in_profile = fields["expect"] == "success" and not (
            "armored" in fields
            or "passphrase" in fields
            or identities == [stranger]
            or name in OUT_OF_PROFILE
        )
        started = time.perf_counter()
        if in_profile:
            found = age.decrypt(untrusted, identities)
            assert hashlib.sha256(found.plaintext).hexdigest() == fields["payload"], name
            opened += 1
        else:
            with pytest.raises(OutreachError):
                age.decrypt(untrusted, identities)
            refused += 1
        assert time.perf_counter() - started < 2, name
    assert opened >= 3
    assert refused >= 60


def test_armoured_passphrase_and_hybrid_vectors_are_refused_by_their_kind() -> None:
    stranger = keys.generate_age_identity()[0]
    for name, fields, untrusted in _age_vectors():
        kind = "armored" in fields or "passphrase" in fields or name.startswith("hybrid")
        if kind and fields["expect"] == "success":
            with pytest.raises(AgeProfile):
                age.decrypt(untrusted, [stranger])


def _wycheproof(name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    content = json.loads((VECTORS / "wycheproof" / name).read_text("utf-8"))
    for group in content["testGroups"]:
        for test in group["tests"]:
            yield group, test


def test_ed25519_by_wycheproof() -> None:
    count = 0
    for group, test in _wycheproof("ed25519_test.json"):
        public = bytes.fromhex(group["publicKey"]["pk"])
        matches = keys.signature_matches(
            public, bytes.fromhex(test["msg"]), bytes.fromhex(test["sig"])
        )
        assert matches == (test["result"] == "valid"), test["tcId"]
        count += 1
    assert count >= 150


def test_xchacha20_poly1305_by_wycheproof() -> None:
    count = 0
    for group, test in _wycheproof("xchacha20_poly1305_test.json"):
        field = {
            name: bytes.fromhex(test[name]) for name in ("key", "iv", "aad", "msg", "ct", "tag")
        }
        sealed = field["iv"] + field["ct"] + field["tag"]
        if test["result"] == "valid" and group["ivSize"] == 192:
            assert keys.unwrap(field["key"], sealed, field["aad"]) == field["msg"], test["tcId"]
        else:
            with pytest.raises(CannotOpen):
                keys.unwrap(field["key"], sealed, field["aad"])
        count += 1
    assert count >= 300


def test_hkdf_by_wycheproof() -> None:
    count = 0
    for _group, test in _wycheproof("hkdf_sha256_test.json"):
        root, salt, info = (bytes.fromhex(test[name]) for name in ("ikm", "salt", "info"))
        if test["result"] == "valid":
            found = kdf.hkdf(root, info, test["size"], salt=salt)
            assert found == bytes.fromhex(test["okm"]), test["tcId"]
        else:
            with pytest.raises(ValueError, match="8160"):
                kdf.hkdf(root, info, test["size"], salt=salt)
        count += 1
    assert count >= 80


def _naughty() -> list[str]:
    content: list[str] = json.loads((VECTORS / "naughty-strings" / "blns.json").read_text("utf-8"))
    return content


def test_naughty_strings_are_passphrases_in_one_form() -> None:
    taken = 0
    for text in _naughty():
        if text:
            once = kdf.normalise_passphrase(text)
            assert once == kdf.normalise_passphrase(unicodedata.normalize("NFD", text))
            assert once == kdf.normalise_passphrase(once.decode("utf-8"))
            taken += 1
    assert taken >= 500


@pytest.mark.parametrize("n", [60, 170, 330])
def test_some_naughty_strings_set_and_open_a_slot(n: int) -> None:
    passphrase = _naughty()[n]
    access_key = keys.generate_access_key()
    header = make_header("vt_a", "s_a", "p_a", "AB", access_key.public, kdf.FLOOR)
    slot = make_slot(header, derive_key(header, passphrase), access_key)
    assert open_slot(slot, derive_key(slot.header, passphrase)) == access_key
    with pytest.raises(WrongPassphrase):
        open_slot(slot, derive_key(slot.header, passphrase + "\0"))

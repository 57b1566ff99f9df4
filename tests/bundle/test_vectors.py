"""The committed vectors mean today what they meant when they were written."""

import inspect
import json
from datetime import datetime
from pathlib import Path

import pytest

from outreach_app.bundle import errors
from outreach_app.bundle.reader import OpenedBundle, Opening, TrustCheck, read_archive, read_bundle
from outreach_app.crypto.certificates import Certificate, verify_certificate
from outreach_app.crypto.keys import parse_public_line
from outreach_app.errors import OutreachError, Untrusted
from tests.bundle.house import a_content
from tests.vectors.make import FOLDER, Vector, make_vectors, parse_vector, the_house

FILES = sorted(FOLDER.glob("*.vector"))
KEYS = json.loads((FOLDER / "keys.json").read_text("utf-8"))
NOW = datetime.fromisoformat(KEYS["now"])
# Seen only with a file of another size than a vector should have.
LARGE = {"bundle.too-large", "bundle.too-many-members"}


def _trust() -> TrustCheck:
    authority = parse_public_line(KEYS["authority"])

    def check(certificate: Certificate) -> None:
        verify_certificate(certificate, authority, NOW)

    return check


def _read(vector: Vector) -> OpenedBundle:
    if vector.stage == "file":
        return read_bundle(vector.body, [KEYS["identity"]], _trust(), NOW)
    opening = Opening(KEYS["recipient"], int(KEYS["sealed_to"]))
    return read_archive(vector.body, opening, _trust(), NOW)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_vector(path: Path) -> None:
    vector = parse_vector(path.read_bytes())
    if vector.expect == "ok":
        assert _read(vector).content == a_content()
        return
    with pytest.raises(OutreachError) as caught:
        _read(vector)
    assert caught.value.code == vector.expect


def test_every_refusal_of_the_reader_has_a_vector() -> None:
    shown = {parse_vector(path.read_bytes()).expect for path in FILES}
    codes = {
        error.code
        for _name, error in inspect.getmembers(errors, inspect.isclass)
        if issubclass(error, Untrusted) and error.code
    }
    assert codes - shown == LARGE


def test_the_set_is_the_one_that_the_script_makes() -> None:
    made = {vector.file_name: vector.expect for vector in make_vectors(the_house())}
    kept = {path.name: parse_vector(path.read_bytes()).expect for path in FILES}
    assert made == kept

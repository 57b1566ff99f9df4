"""Release keys: the list that the program is built with, and a key under its passphrase."""

import base64
import hashlib
from pathlib import Path

from outreach_app.crypto.canonical import canonical_bytes, parse_canonical_object
from outreach_app.crypto.errors import (
    CannotOpen,
    KdfOutOfRange,
    NotCanonical,
    PublicKeyFormat,
)
from outreach_app.crypto.kdf import FLOOR, KdfParameters, derive_slot_key
from outreach_app.crypto.keys import SigningKey, key_blob, parse_public_line, unwrap, wrap
from outreach_app.crypto.parts import new_salt
from outreach_app.crypto.wire import WireFault, plain_base64, to_base64
from outreach_app.paths import atomic_write, is_there, read_bytes
from outreach_app.phrases import phrase
from outreach_app.services.bodies import BodyReader
from outreach_app.services.errors import BodyFormat
from outreach_app.services.shipped import resources_folder
from outreach_app.services.updates.errors import (
    NoReleaseKeys,
    ReleaseKeyClosed,
    ReleaseKeyList,
    ReleaseKeyThere,
)
from outreach_app.services.updates.statement import FEWEST_KEYS, MOST_KEYS

LIST_NAME = "release-keys.txt"
_FILE_LIMIT_BYTES = 64 * 1024
_FORMAT = 1
_PURPOSE = b"outreach/release-key/1"
_KIND = "release key"


def pinned_keys() -> frozenset[bytes]:
    """Return the release keys that this build names.

    Raises:
        NoReleaseKeys: It names none.
        ReleaseKeyList: The list cannot be read.
    """
    return read_key_list(resources_folder() / LIST_NAME)


def read_key_list(path: Path) -> frozenset[bytes]:
    """Return the raw public keys of a list: a line of OpenSSH each; ``#`` begins a remark.

    Raises:
        NoReleaseKeys: It names none.
        ReleaseKeyList: A line is no such key, one stands there twice, or there are too few or too many.
        HostFault: It cannot be read.
    """
    try:
        text = read_bytes(path, _FILE_LIMIT_BYTES).decode("utf-8")
        lines = [each for each in map(str.strip, text.splitlines()) if each and each[0] != "#"]
        keys = [parse_public_line(each) for each in lines]
    except (UnicodeDecodeError, PublicKeyFormat) as error:
        raise ReleaseKeyList(what=phrase("a line that is no Ed25519 key of OpenSSH")) from error
    if not keys:
        raise NoReleaseKeys
    if len(set(keys)) != len(keys) or not FEWEST_KEYS <= len(keys) <= MOST_KEYS:
        raise ReleaseKeyList(
            what=phrase(
                "other than {fewest} to {most} different keys", fewest=FEWEST_KEYS, most=MOST_KEYS
            )
        )
    return frozenset(keys)


def fingerprint(public: bytes) -> str:
    """Return the fingerprint of a public key as ``ssh-keygen -l`` shows it."""
    digest = hashlib.sha256(key_blob(public)).digest()
    return "SHA256:" + base64.b64encode(digest).decode("ascii").rstrip("=")


def make_release_key(
    path: Path, passphrase: str, *, parameters: KdfParameters = FLOOR
) -> SigningKey:
    """Make a release key, write it under a passphrase, and return it.

    Raises:
        ReleaseKeyThere: There is a file already.
        PassphraseText: The passphrase cannot be one.
        HostFault: The file cannot be written.
    """
    if is_there(path):
        raise ReleaseKeyThere(name=path.name)
    made = SigningKey.generate()
    salt = new_salt()
    content = canonical_bytes(
        {
            "format": _FORMAT,
            "lanes": parameters.lanes,
            "memory_kib": parameters.memory_kib,
            "salt": to_base64(salt),
            "sealed": to_base64(wrap(_key(passphrase, salt, parameters), made.seed, _PURPOSE)),
            "time": parameters.time,
        }
    )
    atomic_write(path, content)
    return made


def open_release_key(path: Path, passphrase: str) -> SigningKey:
    """Return the release key of a file.

    Raises:
        ReleaseKeyClosed: The passphrase does not open it, or the file is damaged.
        PassphraseText: The passphrase cannot be one.
        HostFault: It cannot be read.
    """
    try:
        reader = BodyReader(parse_canonical_object(read_bytes(path, _FILE_LIMIT_BYTES)), _KIND)
        known = reader.integer("format") == _FORMAT
        parameters = KdfParameters(
            reader.integer("memory_kib"), reader.integer("time"), reader.integer("lanes")
        )
        salt, sealed = (plain_base64(reader.text(name).encode()) for name in ("salt", "sealed"))
        reader.done()
        if not known:
            raise ReleaseKeyClosed
        return SigningKey.from_seed(unwrap(_key(passphrase, salt, parameters), sealed, _PURPOSE))
    except (NotCanonical, BodyFormat, WireFault, CannotOpen, KdfOutOfRange) as error:
        raise ReleaseKeyClosed from error


def _key(passphrase: str, salt: bytes, parameters: KdfParameters) -> bytes:
    return derive_slot_key(
        passphrase, salt, parameters, vault_id="outreach-release", slot_id="release"
    )

"""The issuing key as it lies in the configuration manager's folder: under a passphrase.

While a new issuing key waits for its second signature it lies beside the one in force.
"""

from pathlib import Path

from outreach_app.crypto.canonical import canonical_bytes, parse_canonical_object
from outreach_app.crypto.errors import CannotOpen
from outreach_app.crypto.kdf import KdfParameters, derive_slot_key
from outreach_app.crypto.keys import SigningKey, unwrap, wrap
from outreach_app.crypto.parts import new_salt
from outreach_app.crypto.wire import WireFault, plain_base64, to_base64
from outreach_app.paths import atomic_write, read_bytes
from outreach_app.services.bodies import BodyReader
from outreach_app.services.errors import BodyFormat, IssuingKeyClosed, NoOrganisation

KEY_NAME = "issuing-key.json"
NEXT_KEY_NAME = "issuing-key-next.json"
_KEY_FORMAT = 1
_FILE_LIMIT_BYTES = 64 * 1024
_PURPOSE = b"outreach/issuing-key/1"


def write_key(
    path: Path,
    issuing: SigningKey,
    organisation: str,
    passphrase: str,
    parameters: KdfParameters,
) -> None:
    """Write an issuing key under a passphrase.

    Raises:
        HostFault: The file cannot be written.
    """
    salt = new_salt()
    key = derive_slot_key(passphrase, salt, parameters, vault_id=organisation, slot_id="issuing")
    content = canonical_bytes(
        {
            "format": _KEY_FORMAT,
            "lanes": parameters.lanes,
            "memory_kib": parameters.memory_kib,
            "organisation": organisation,
            "salt": to_base64(salt),
            "sealed": to_base64(wrap(key, issuing.seed, _PURPOSE)),
            "time": parameters.time,
        }
    )
    atomic_write(path, content)


def open_key(path: Path, organisation: str, passphrase: str) -> SigningKey:
    """Return the issuing key of a file.

    Raises:
        NoOrganisation: There is no such file.
        IssuingKeyClosed: The passphrase does not open it.
        Untrusted: The file is damaged.
    """
    if not path.exists():
        raise NoOrganisation
    content = parse_canonical_object(read_bytes(path, _FILE_LIMIT_BYTES))
    reader = BodyReader(content, "issuing key")
    parameters = KdfParameters(
        memory_kib=reader.integer("memory_kib"),
        time=reader.integer("time"),
        lanes=reader.integer("lanes"),
    )
    salt, sealed = _binary(reader, "salt"), _binary(reader, "sealed")
    key = derive_slot_key(passphrase, salt, parameters, vault_id=organisation, slot_id="issuing")
    try:
        return SigningKey.from_seed(unwrap(key, sealed, _PURPOSE))
    except CannotOpen as error:
        raise IssuingKeyClosed from error


def open_issuing_key(
    folder: Path, organisation: str, passphrase: str, public_key: bytes
) -> SigningKey:
    """Return the issuing key in force, by its public half; a replacement may have been cut short.

    Raises:
        NoOrganisation: The folder holds none.
        IssuingKeyClosed: The passphrase opens no file with this key.
        Untrusted: A file is damaged.
    """
    found = open_key(folder / KEY_NAME, organisation, passphrase)
    if found.public == public_key:
        return found
    if (folder / NEXT_KEY_NAME).exists():
        found = open_key(folder / NEXT_KEY_NAME, organisation, passphrase)
        if found.public == public_key:
            return found
    raise IssuingKeyClosed


def put_next_key_in_force(folder: Path) -> None:
    """Let the key that was waiting take the place of the old one, of which nothing is left.

    Raises:
        HostFault: The folder cannot be written; the key is found where it lies all the same.
    """
    waiting = folder / NEXT_KEY_NAME
    atomic_write(folder / KEY_NAME, read_bytes(waiting, _FILE_LIMIT_BYTES))
    waiting.unlink(missing_ok=True)


def _binary(reader: BodyReader, name: str) -> bytes:
    try:
        return plain_base64(reader.text(name).encode("utf-8"))
    except WireFault as error:
        raise BodyFormat(kind="issuing key") from error

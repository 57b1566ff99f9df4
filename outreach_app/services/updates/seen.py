"""The newest update that this computer has seen, beside the vaults: one that is older is refused."""

from dataclasses import dataclass
from pathlib import Path

from outreach_app.crypto.canonical import canonical_bytes, parse_canonical_object
from outreach_app.crypto.errors import NotCanonical
from outreach_app.paths import atomic_write, data_folder, is_there, own_dir, read_bytes
from outreach_app.services.bodies import BodyReader
from outreach_app.services.errors import BodyFormat
from outreach_app.services.updates.errors import SeenDamaged

NAME = "updates.json"
_FORMAT = 1
_FILE_LIMIT_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Seen:
    """The number of a release, and the SHA-256 of its statement in hex."""

    sequence: int
    sha256: str


def seen_file() -> Path:
    """Return where this user of this computer keeps it."""
    return data_folder() / NAME


def read_seen(path: Path) -> Seen | None:
    """Return the newest update that was seen, None before the first.

    Raises:
        SeenDamaged: The file holds something else.
        HostFault: It cannot be read.
    """
    if not is_there(path):
        return None
    try:
        reader = BodyReader(parse_canonical_object(read_bytes(path, _FILE_LIMIT_BYTES)), "seen")
        known = reader.integer("format") == _FORMAT
        seen = Seen(reader.integer("sequence"), reader.text("sha256"))
        reader.done()
    except (NotCanonical, BodyFormat) as error:
        raise SeenDamaged(name=path.name) from error
    if not known:
        raise SeenDamaged(name=path.name)
    return seen


def keep_seen(path: Path, seen: Seen) -> None:
    """Remember an update.

    Raises:
        HostFault: It cannot be written.
    """
    own_dir(path.parent)
    atomic_write(
        path,
        canonical_bytes({"format": _FORMAT, "sequence": seen.sequence, "sha256": seen.sha256}),
    )

"""Writes the vectors of the bundle format anew: ``python -m tests.vectors.make``.

The keys are fixed and worthless. Certificates and age files hold random bytes, so each run writes
other files of the same meaning; run it only when the format or the set of cases changes.
"""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from outreach_app.crypto import age
from outreach_app.crypto.keys import recipient_of
from tests.bundle.forgery import Forgery, take_apart
from tests.bundle.hostile import CASES, archive_of
from tests.bundle.house import House, a_content

FOLDER = Path(__file__).parent
FIRST_LINE = b"outreach bundle vector 1\n"
READER = "AGE-SECRET-KEY-19G4SYKNXVHC9WW6TTUYYC34QFPXTAKL0NF50W7PFC8THVXH272YSXPSZKJ"
OTHER = "AGE-SECRET-KEY-1J4JWEJAU6F06MZRAG77ZFY6FKAGTQJ5MJ5908X7DZXLUMZGWG7HQQR2T4E"
# Besides the first case of each code: spellings and attacks that a new reader is likely to miss.
MORE = (
    "header with symbolic link",
    "header with pax record",
    "header with owner",
    "header with binary size",
    "header with prefix field",
    "filling after a member is used",
    "upwards name",
    "outside ASCII name",
    "more zeros after the end",
    "half an end",
    "manifest and signature swapped",
    "certificate of another device",
    "manifest of another organisation",
    "manifest with blanks",
    "manifest with a doubled key",
    "manifest with a floating-point number",
    "manifest nested deeply",
    "manifest with entries out of order",
    "manifest with an entry twice",
    "members in another order",
    "member after the padding",
    "listing larger than its kind may be",
    "attachment under another name",
    "part of a revision that is not here",
    "second signature where one is enough",
    "no readme",
    "copy with escape sequences",
    "padding a block too short",
    "padding of the next class",
    "padding missing",
)


@dataclass(frozen=True)
class Vector:
    """One file: what it shows, what must come of it, and the bytes."""

    name: str
    expect: str
    stage: str
    body: bytes

    def to_bytes(self) -> bytes:
        head = f"name: {self.name}\nexpect: {self.expect}\nstage: {self.stage}\n\n"
        body = zlib.compress(self.body, 9) if self.stage == "archive" else self.body
        return FIRST_LINE + head.encode("utf-8") + body

    @property
    def file_name(self) -> str:
        return self.name.replace(" ", "-").replace("'", "").lower() + ".vector"


def parse_vector(content: bytes) -> Vector:
    head, _, body = content.removeprefix(FIRST_LINE).partition(b"\n\n")
    fields = dict(line.split(": ", 1) for line in head.decode("utf-8").split("\n"))
    if fields["stage"] == "archive":
        body = zlib.decompress(body)
    return Vector(fields["name"], fields["expect"], fields["stage"], body)


def the_house() -> House:
    house = House()
    house.identity, house.recipient = READER, recipient_of(READER)
    house.other_identity, house.other_recipient = OTHER, recipient_of(OTHER)
    return house


def make_vectors(house: House) -> Iterator[Vector]:
    yield from _archives(house)
    yield from _files(house)


def _archives(house: House) -> Iterator[Vector]:
    def fresh() -> Forgery:
        return take_apart(house, a_content())

    yield Vector("good archive", "ok", "archive", fresh().archive())
    seen: set[str] = set()
    for name, made in CASES.items():
        if made.code in seen and name not in MORE:
            continue
        seen.add(made.code)
        yield Vector(name, made.code, "archive", archive_of(fresh(), made))


def _files(house: House) -> Iterator[Vector]:
    good = house.write(a_content()).data
    yield Vector("good file", "ok", "file", good)
    version, scrypt = b"age-encryption.org/v1\n", b"-> scrypt " + b"A" * 22 + b" 23\n"
    body, last = b"A" * 43 + b"\n", b"--- " + b"A" * 43 + b"\n" + bytes(48)
    ours = age.encrypt(b"not even an archive", [house.recipient])
    theirs = age.encrypt(b"for somebody else", [house.other_recipient])
    share = good.split(b"\n")[1] + b"\n"
    head = "crypto.age-header"
    yield Vector("file for somebody else", "crypto.not-for-you", "file", theirs)
    yield Vector("file with a flipped bit", "crypto.age-damaged", "file", _flip_last(ours))
    yield Vector("file cut in its payload", "crypto.age-damaged", "file", ours[:-1])
    yield Vector("file of one byte more", "crypto.age-damaged", "file", ours + b"\0")
    yield Vector("file without an archive", "bundle.archive-truncated", "file", ours)
    yield Vector("file cut in its header", head, "file", good[:60])
    yield Vector("empty file", head, "file", b"")
    yield Vector("file of a later version", head, "file", good[:400].replace(b"/v1", b"/v2"))
    yield Vector("file with a padded stanza", head, "file", good[:400].replace(b"\n-> ", b"=\n-> "))
    yield Vector(
        "file with line ends of two bytes", head, "file", good.replace(b"\n", b"\r\n", 1)[:400]
    )
    yield Vector("file of 65 stanzas", head, "file", version + (share + body) * 65 + last)
    yield Vector("file with a long header", head, "file", version + share + b"A" * 20_000 + last)
    profile = "crypto.age-profile"
    yield Vector("file by passphrase", profile, "file", version + scrypt + body + last)
    yield Vector(
        "file for an SSH key",
        profile,
        "file",
        version + b"-> ssh-ed25519 AAAAAA AAAA\n" + body + last,
    )
    yield Vector("armoured file", profile, "file", b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n")


def _flip_last(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def main() -> None:
    house = the_house()
    for old in FOLDER.glob("*.vector"):
        old.unlink()
    for vector in make_vectors(house):
        (FOLDER / vector.file_name).write_bytes(vector.to_bytes())
    keys = {
        "comment": "Worthless keys of the vectors.",
        "authority": house.authority.public_line(),
        "identity": house.identity,
        "recipient": house.recipient,
        "sealed_to": "2",
        "now": house.now.isoformat(),
    }
    (FOLDER / "keys.json").write_text(json.dumps(keys, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()

"""age files (age-encryption.org/v1) for X25519 recipients, whole in memory.

The library reads more than we accept: passphrase files whose work factor costs minutes and
gigabytes, and some bad grammar. A strict reading of the header goes before it. Nothing is ever
decrypted as a stream, because a stream shows plaintext before it knows that the file is whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pyrage

from outreach_app.crypto.errors import (
    AgeDamaged,
    AgeHeader,
    AgeProfile,
    AgeTooLarge,
    NotForYou,
)
from outreach_app.crypto.keys import age_identity, age_recipient
from outreach_app.crypto.wire import WireFault, plain_base64

LARGEST_FILE_BYTES = 64 * 1024 * 1024
LARGEST_HEADER_BYTES = 16 * 1024
MOST_STANZAS = 64
SMALLEST_PAYLOAD_BYTES = 16 + 16  # nonce of the payload key, tag of the one empty chunk
_VERSION = b"age-encryption.org/v1\n"
_ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"
_STANZA = re.compile(rb"-> ([!-~]+(?: [!-~]+)*)\Z")
_BODY_LINE = re.compile(rb"[A-Za-z0-9+/]{0,64}\Z")
_FULL_LINE = 64
# What the library says when every stanza was tried and none was for the identity.
_NO_MATCH = "No matching keys found"


@dataclass(frozen=True, slots=True)
class Stanza:
    """One way into an age file: its type, its arguments, its sealed file key."""

    type: str
    arguments: tuple[str, ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class AgeFacts:
    """What an age file says without a key. Sizes are in bytes."""

    stanzas: tuple[Stanza, ...]
    header_bytes: int
    payload_bytes: int

    @property
    def recipients(self) -> int:
        """How many recipients it was encrypted to; stanzas of mere noise are not counted."""
        return sum(stanza.type == "X25519" for stanza in self.stanzas)


@dataclass(frozen=True, slots=True)
class Decrypted:
    """A decrypted file, and which of the identities opened it."""

    plaintext: bytes
    identity_index: int
    recipient: str


def encrypt(plaintext: bytes, recipients: Sequence[str]) -> bytes:
    """Return an age file for the recipients; each is written once, in the order given.

    Raises:
        RecipientFormat: A text is no X25519 recipient.
        ValueError: No recipient, or more than 60.
    """
    unique = tuple(dict.fromkeys(recipients))
    # The library adds a stanza of noise, so stay below the number of stanzas that we read.
    if not 0 < len(unique) <= MOST_STANZAS - 4:
        raise ValueError("an age file has between 1 and 60 recipients")
    return pyrage.encrypt(plaintext, [age_recipient(text) for text in unique])


def decrypt(untrusted: bytes, identities: Sequence[str]) -> Decrypted:
    """Return the content of an age file, with the first of the identities that opens it.

    Raises:
        AgeTooLarge: More than 64 MiB.
        AgeHeader: The header breaks the grammar.
        AgeProfile: Armoured, by passphrase, or for another kind of key.
        NotForYou: None of the identities opens it.
        AgeDamaged: One of them should, but the bytes are damaged or cut short.
        IdentityFormat: A text is no X25519 identity.
    """
    read_header(untrusted)
    parsed = [age_identity(text) for text in identities]
    for index, identity in enumerate(parsed):
        try:
            plaintext = pyrage.decrypt(untrusted, [identity])
        except pyrage.DecryptError as error:
            if str(error) != _NO_MATCH:
                raise AgeDamaged from error
        else:
            return Decrypted(plaintext, index, str(identity.to_public()))
    raise NotForYou


def read_header(untrusted: bytes) -> AgeFacts:
    """Return what an age file says without a key; refuse everything outside our profile.

    Raises:
        AgeTooLarge: More than 64 MiB.
        AgeHeader: The header breaks the grammar.
        AgeProfile: Armoured, by passphrase, or for another kind of key.
    """
    if len(untrusted) > LARGEST_FILE_BYTES:
        raise AgeTooLarge(largest_mib=LARGEST_FILE_BYTES // 1024**2)
    if untrusted.startswith(_ARMOUR):
        raise AgeProfile(what="written as text")
    if not untrusted.startswith(_VERSION):
        raise AgeHeader(what="not an age file")
    head = untrusted[:LARGEST_HEADER_BYTES]
    position = len(_VERSION)
    stanzas: list[Stanza] = []
    line, position = _take_line(head, position)
    while not line.startswith(b"---"):
        if len(stanzas) == MOST_STANZAS:
            raise AgeHeader(what="too many ways in")
        stanza, line, position = _take_stanza(head, line, position)
        _check_profile(stanza)
        stanzas.append(stanza)
    _check_last_line(line)
    facts = AgeFacts(tuple(stanzas), position, len(untrusted) - position)
    if facts.recipients == 0:
        raise AgeHeader(what="without a recipient")
    if facts.payload_bytes < SMALLEST_PAYLOAD_BYTES:
        raise AgeHeader(what="cut short")
    return facts


def _take_line(head: bytes, start: int) -> tuple[bytes, int]:
    end = head.find(b"\n", start)
    if end < 0:
        raise AgeHeader(what="cut short or too long")
    return head[start:end], end + 1


def _take_stanza(head: bytes, line: bytes, position: int) -> tuple[Stanza, bytes, int]:
    """Return a stanza, and the line after it."""
    opening = _STANZA.match(line)
    if opening is None:
        raise AgeHeader(what="a line that opens nothing")
    words = opening[1].decode("ascii").split(" ")
    text = b""
    while True:
        line, position = _take_line(head, position)
        if not _BODY_LINE.match(line):
            raise AgeHeader(what="a line that is too long or not base64")
        text += line
        if len(line) < _FULL_LINE:
            break
    following, position = _take_line(head, position)
    return Stanza(words[0], tuple(words[1:]), _unpadded(text)), following, position


def _check_profile(stanza: Stanza) -> None:
    if stanza.type == "X25519":
        share = stanza.arguments[0].encode("ascii") if len(stanza.arguments) == 1 else b""
        if len(_unpadded(share)) != 32 or len(stanza.body) != 32:
            raise AgeHeader(what="a recipient of the wrong shape")
    elif stanza.type == "scrypt":
        raise AgeProfile(what="locked by a passphrase")
    elif not stanza.type.endswith("-grease"):
        raise AgeProfile(what="for another kind of key")


def _check_last_line(line: bytes) -> None:
    if not line.startswith(b"--- ") or len(_unpadded(line[4:])) != 32:
        raise AgeHeader(what="a damaged last line")


def _unpadded(text: bytes) -> bytes:
    if b"=" in text:
        raise AgeHeader(what="base64 in an unusual form")
    try:
        return plain_base64(text + b"=" * (-len(text) % 4))
    except WireFault as error:
        raise AgeHeader(what="base64 in an unusual form") from error

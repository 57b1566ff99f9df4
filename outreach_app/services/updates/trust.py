"""Who signed an update: two different keys of the set that counts, and how that set came to change.

A release may name other keys than those that signed it. From then on only the new ones count. So that
a program that was built with the old ones can still check, every later folder carries that release's
statement and signatures along.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from outreach_app.crypto import sshsig
from outreach_app.crypto.errors import (
    BadSignature,
    CertificateFormat,
    SignatureFormat,
    WrongNamespace,
)
from outreach_app.phrases import phrase
from outreach_app.services.updates.errors import (
    UnknownReleaseKey,
    UpdateFile,
    UpdateFormat,
    UpdateSignature,
)
from outreach_app.services.updates.folder import read_small
from outreach_app.services.updates.statement import (
    KEYS_NAME,
    LARGEST_STATEMENT_BYTES,
    SIGNATURES,
    STATEMENT,
    Statement,
    parse_statement,
)

NAMESPACE = "outreach-update"
_NO_SIGNATURE = (SignatureFormat, CertificateFormat, WrongNamespace, BadSignature)


@dataclass(frozen=True, slots=True)
class Papers:
    """A statement with its two signatures, as they lie in a folder; nothing here is believed yet."""

    statement: bytes
    signatures: tuple[bytes, ...]


def papers_of(folder: Path, names: Collection[str]) -> Papers:
    """Return the statement of a folder with the signatures that are there.

    Raises:
        NoUpdate: There is no statement.
        UpdateFile: A file is none, or too large.
        HostFault: It cannot be read.
    """
    statement = read_small(folder, STATEMENT, LARGEST_STATEMENT_BYTES)
    limit = sshsig.LARGEST_SIGNATURE_BYTES
    found = (read_small(folder, each, limit) for each in SIGNATURES if each in names)
    return Papers(statement, tuple(found))


def links_of(folder: Path, names: Collection[str]) -> list[tuple[int, Papers]]:
    """Return the earlier releases that changed the keys, by their numbers.

    Raises:
        UpdateFile: One of its files is missing, none, or too large.
        HostFault: One cannot be read.
    """
    numbers = {int(found[1]) for each in names if (found := KEYS_NAME.fullmatch(each))}
    links = []
    for number in sorted(numbers):
        statement, *signatures = names_of_link(number)
        limit = sshsig.LARGEST_SIGNATURE_BYTES
        for each in (statement, *signatures):
            if each not in names:
                raise UpdateFile(name=each, what=phrase("it is missing"))
        papers = Papers(
            read_small(folder, statement, LARGEST_STATEMENT_BYTES),
            tuple(read_small(folder, each, limit) for each in signatures),
        )
        links.append((number, papers))
    return links


def names_of_link(sequence: int) -> tuple[str, str, str]:
    """Return the names under which the papers of a release that changed the keys are carried along."""
    return f"keys-{sequence}.json", f"keys-{sequence}.1.sig", f"keys-{sequence}.2.sig"


def signer_of(statement: bytes, signature: bytes) -> bytes:
    """Return the raw public key that made a signature.

    Raises:
        UpdateSignature: It is no signature of these bytes for this purpose by a bare key.
    """
    try:
        facts = sshsig.verify(signature, statement, NAMESPACE)
    except _NO_SIGNATURE as error:
        raise UpdateSignature(what=phrase("one is damaged, or not of this update")) from error
    if facts.certificate is not None:
        raise UpdateSignature(what=phrase("one is by a certificate of an organisation"))
    return facts.public_key


def require_two(papers: Papers, keys: Collection[bytes]) -> tuple[bytes, ...]:
    """Return the two keys that signed.

    Raises:
        UpdateSignature: A signature is missing or damaged, or both are by one key.
        UnknownReleaseKey: One is by a key that does not count.
    """
    signers = tuple(signer_of(papers.statement, each) for each in papers.signatures)
    if len(signers) != len(SIGNATURES):
        raise UpdateSignature(what=phrase("there are not two"))
    if any(each not in keys for each in signers):
        raise UnknownReleaseKey
    if len(set(signers)) != len(signers):
        raise UpdateSignature(what=phrase("both are by one key"))
    return signers


def keys_after(
    links: Collection[tuple[int, Papers]], pinned: frozenset[bytes]
) -> tuple[frozenset[bytes], int]:
    """Follow the changes of keys and return the keys that count, with the number of the last change.

    A change to the keys that are pinned, and all before it, happened before this program was built.

    Raises:
        UpdateFormat: A change is no statement, changes nothing, or does not follow the one before.
        UpdateSignature, UnknownReleaseKey: Not two of the keys before have signed it.
    """
    told = [(number, papers, parse_statement(papers.statement)) for number, papers in links]
    past = [number for number, _papers, statement in told if statement.release_keys == pinned]
    keys, last = pinned, max(past, default=0)
    for number, papers, statement in told:
        if number <= last:
            continue
        require_two(papers, keys)
        if statement.sequence != number or statement.release_keys == keys:
            raise UpdateFormat(what=phrase("a change of release keys that is none"))
        keys, last = statement.release_keys, number
    return keys, last


def believed(
    papers: Papers, links: Collection[tuple[int, Papers]], pinned: frozenset[bytes]
) -> tuple[Statement, tuple[bytes, ...]]:
    """Return what two people with release keys have signed, and their keys.

    Raises:
        UpdateSignature, UnknownReleaseKey: Not two of the keys that count have signed it.
        UpdateFormat: It is no statement, or older than a change of keys that lies beside it.
        UpdateTooNew: A newer program is needed to read it.
    """
    keys, last = keys_after(links, pinned)
    signers = require_two(papers, keys)
    statement = parse_statement(papers.statement)
    if statement.sequence <= last:
        raise UpdateFormat(
            what=phrase("a number that is not above that of the last change of keys")
        )
    return statement, signers

"""From content to named members and back: the one place that knows which name holds what."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from outreach_app.bundle.content import (
    AttachmentItem,
    BundleContent,
    PartItem,
    RevisionItem,
    SignedItem,
)
from outreach_app.bundle.errors import (
    BadAttachmentFacts,
    BadPart,
    BadText,
    EntryUnpaired,
)
from outreach_app.bundle.kinds import README, REVISIONS, SECOND_SIGNATURE, SIGNATURE, stem
from outreach_app.bundle.manifest import Entry
from outreach_app.crypto.canonical import canonical_bytes, parse_canonical_object
from outreach_app.crypto.errors import NotCanonical
from outreach_app.crypto.parts import SALT_BYTES

# Control characters of ASCII and Latin-1 except tab and line feed.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_MEDIA_TYPE_LIMIT = 100
_DESCRIPTION_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Member:
    """One listed member with its hex SHA-256."""

    path: str
    sha256: str
    content: bytes


def list_members(content: BundleContent, readme: bytes) -> list[Member]:
    """Return the listed members of a bundle in the order of their paths; equal ones only once.

    Raises:
        ValueError: Two items claim one path with different bytes.
    """
    members: dict[str, Member] = {}
    for member in (_member(README, readme), *_members(content)):
        held = members.setdefault(member.path, member)
        if held.sha256 != member.sha256:
            raise ValueError("two items of one name differ")
    return [members[path] for path in sorted(members)]


def read_content(
    untrusted_members: Mapping[str, bytes], entries: tuple[Entry, ...]
) -> BundleContent:
    """Return what the members hold. Names, sizes and hashes have been checked.

    Raises:
        EntryUnpaired: A member lacks the one that it belongs to.
        BadPart: A part is shorter than its salt.
        BadText: A text is not UTF-8 or holds control characters.
        BadAttachmentFacts: The facts beside an attachment break the format.
    """
    return _Reading(untrusted_members, entries).content()


# --- writing ------------------------------------------------------------------------------------


def _member(path: str, content: bytes) -> Member:
    return Member(path, hashlib.sha256(content).hexdigest(), content)


def _named_by_content(folder: str, suffix: str, content: bytes) -> Member:
    digest = hashlib.sha256(content).hexdigest()
    return Member(f"{folder}/{digest}{suffix}", digest, content)


def _members(content: BundleContent) -> Iterator[Member]:
    for revision in content.revisions:
        yield from _revision_members(revision)
    for folder, objects in content.signed_objects().items():
        for item in objects:
            yield from _signed_members(folder, item)
    for line in content.certificates:
        yield _named_by_content("certificates", ".pub", line)
    for form in content.forms:
        yield _named_by_content("forms", ".xml", form)
    for attachment in content.attachments:
        yield from _attachment_members(attachment)


def _signed_members(folder: str, item: SignedItem) -> Iterator[Member]:
    payload = _named_by_content(folder, ".json", item.payload)
    yield payload
    yield _member(payload.path + SIGNATURE, item.signature)
    if item.second_signature:
        yield _member(payload.path + SECOND_SIGNATURE, item.second_signature)


def _revision_members(revision: RevisionItem) -> Iterator[Member]:
    payload = _named_by_content(REVISIONS, ".json", revision.payload)
    yield payload
    yield _member(payload.path + SIGNATURE, revision.signature)
    for part in revision.parts:
        if len(part.salt) != SALT_BYTES:
            raise ValueError("a part has a salt of 32 bytes")
        yield _member(f"parts/{payload.sha256}.{part.name}.part", part.salt + part.payload)
    if revision.copy:
        yield _member(f"copies/{payload.sha256}.txt", revision.copy.encode("utf-8"))


def _attachment_members(attachment: AttachmentItem) -> Iterator[Member]:
    content = _named_by_content("attachments", "", attachment.content)
    facts = {"description": attachment.description, "media_type": attachment.media_type}
    yield content
    yield _member(content.path + ".json", canonical_bytes(facts))


# --- reading ------------------------------------------------------------------------------------


class _Reading:
    """One pass over the listed members, in which every member must find its place."""

    def __init__(self, untrusted_members: Mapping[str, bytes], entries: tuple[Entry, ...]) -> None:
        self._members = untrusted_members
        self._hashes = {entry.path: entry.sha256 for entry in entries}
        self._by_folder: dict[str, list[str]] = {}
        for entry in entries:
            self._by_folder.setdefault(entry.path.partition("/")[0], []).append(entry.path)
        self._used: set[str] = set()

    def content(self) -> BundleContent:
        parse_text(self._take(README))
        content = BundleContent(
            revisions=self._revisions(),
            reviews=self._signed("reviews"),
            receipts=self._signed("receipts"),
            heads=self._signed("heads"),
            looks=self._signed("looks"),
            issuers=self._signed("issuers"),
            ratchet=self._signed("ratchet"),
            config=self._signed("config"),
            certificates=tuple(map(self._take, self._paths("certificates", ".pub"))),
            forms=tuple(map(self._take, self._paths("forms", ".xml"))),
            attachments=self._attachments(),
        )
        if len(self._used) != len(self._hashes):
            raise EntryUnpaired
        return content

    def _paths(self, folder: str, suffix: str) -> list[str]:
        return [path for path in self._by_folder.get(folder, ()) if path.endswith(suffix)]

    def _take(self, path: str) -> bytes:
        if path not in self._hashes:
            raise EntryUnpaired
        self._used.add(path)
        return self._members[path]

    def _take_if_there(self, path: str) -> bytes:
        return self._take(path) if path in self._hashes else b""

    def _signed(self, folder: str) -> tuple[SignedItem, ...]:
        return tuple(
            SignedItem(
                payload=self._take(path),
                signature=self._take(path + SIGNATURE),
                second_signature=self._take_if_there(path + SECOND_SIGNATURE),
                digest=stem(path),
            )
            for path in self._paths(folder, ".json")
        )

    def _revisions(self) -> tuple[RevisionItem, ...]:
        parts: dict[str, list[str]] = {}
        for path in self._paths("parts", ".part"):
            parts.setdefault(stem(path), []).append(path)
        return tuple(
            RevisionItem(
                payload=self._take(path),
                signature=self._take(path + SIGNATURE),
                parts=tuple(map(self._part, parts.get(stem(path), ()))),
                copy=parse_text(self._take_if_there(f"copies/{stem(path)}.txt")),
                digest=stem(path),
            )
            for path in self._paths(REVISIONS, ".json")
        )

    def _part(self, path: str) -> PartItem:
        content = self._take(path)
        if len(content) <= SALT_BYTES:
            raise BadPart
        return PartItem(
            name=path.split(".")[1],
            salt=content[:SALT_BYTES],
            payload=content[SALT_BYTES:],
            digest=self._hashes[path],
        )

    def _attachments(self) -> tuple[AttachmentItem, ...]:
        return tuple(
            _attachment(self._take(path.removesuffix(".json")), self._take(path), stem(path))
            for path in self._paths("attachments", ".json")
        )


def _attachment(content: bytes, untrusted_facts: bytes, digest: str) -> AttachmentItem:
    try:
        facts = parse_canonical_object(untrusted_facts)
    except NotCanonical as error:
        raise BadAttachmentFacts from error
    description, media_type = facts.get("description"), facts.get("media_type")
    if (
        len(facts) != 2
        or not isinstance(description, str)
        or not isinstance(media_type, str)
        or not _is_line(description, _DESCRIPTION_LIMIT)
        or not _is_line(media_type, _MEDIA_TYPE_LIMIT)
    ):
        raise BadAttachmentFacts
    return AttachmentItem(
        content=content, media_type=media_type, description=description, digest=digest
    )


def _is_line(text: str, limit: int) -> bool:
    return len(text) <= limit and text.isprintable()


def parse_text(untrusted: bytes) -> str:
    """Return the text of a readable member: UTF-8, with line ends and tabs as its only controls.

    Raises:
        BadText: Anything else.
    """
    try:
        text = untrusted.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadText from error
    if _CONTROLS.search(text):
        raise BadText
    return text

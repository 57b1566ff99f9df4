"""Divides a large content among several bundles, each complete in itself.

A revision keeps its parts, copy, form, attachments and the reviews about it; certificates, ratchet
objects, journal heads, looks, issuers and configuration go into every bundle. The order of the revisions
is kept, so that a caller who lists parents first also sends them first.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from outreach_app.bundle.container import END_BYTES, NAME_LIMIT, member_bytes
from outreach_app.bundle.content import BundleContent, SignedItem
from outreach_app.bundle.errors import ItemTooLarge
from outreach_app.bundle.kinds import KIB, MIB
from outreach_app.bundle.manifest import ENTRY_LIMIT
from outreach_app.bundle.members import list_members
from outreach_app.bundle.padding import padded_bytes
from outreach_app.bundle.readme import README_BYTES
from outreach_app.bundle.writer import ARCHIVE_LIMIT_BYTES
from outreach_app.crypto.parts import SALT_BYTES

# A manifest without entries but with all the recipients it may have, its signature, the padding's
# header and the end.
_FRAME_BYTES = 32 * KIB + END_BYTES
# {"path":"…","sha256":"…","size":…}, around the path: marks, digest, ten digits.
_ROW_BYTES = 106
_FACTS_BYTES = 4 * KIB


def split(
    content: BundleContent, limit_bytes: int = ARCHIVE_LIMIT_BYTES
) -> tuple[BundleContent, ...]:
    """Return the contents of one or more bundles whose archives stay within a limit.

    Args:
        content: What is to be sent.
        limit_bytes: The largest archive; an age file is at most 36 KiB larger.

    Raises:
        ItemTooLarge: One revision with all that it needs, or what goes into every bundle, is
            larger than the limit.
    """
    if padded_bytes(_largest_size(content)) <= limit_bytes:
        return (content,)
    common = replace(content, revisions=(), reviews=(), receipts=(), forms=(), attachments=())
    loads: list[_Load] = []
    for unit in _units(content):
        if not (loads and loads[-1].take(unit)):
            loads.append(_Load(limit_bytes))
            if not (loads[-1].take(common) and loads[-1].take(unit)):
                raise ItemTooLarge(limit_mib=limit_bytes // MIB)
    if not loads:
        raise ItemTooLarge(limit_mib=limit_bytes // MIB)
    return tuple(load.content() for load in loads)


@dataclass(slots=True)
class _Load:
    """What has been put into one bundle so far; members that units share count once."""

    limit_bytes: int
    taken: int = _FRAME_BYTES
    paths: set[str] = field(default_factory=set)
    units: list[BundleContent] = field(default_factory=list)
    """The first holds what every bundle carries."""

    def take(self, unit: BundleContent) -> bool:
        """Add a unit if there is room for it, and say whether there was."""
        sizes = self._sizes(unit)
        taken = self.taken + sum(sizes.values())
        if padded_bytes(taken) > self.limit_bytes or len(self.paths) + len(sizes) > ENTRY_LIMIT:
            return False
        self.taken = taken
        self.paths.update(sizes)
        self.units.append(unit)
        return True

    def content(self) -> BundleContent:
        return BundleContent(
            revisions=tuple(item for unit in self.units for item in unit.revisions),
            reviews=tuple(item for unit in self.units for item in unit.reviews),
            receipts=tuple(item for unit in self.units for item in unit.receipts),
            forms=tuple(dict.fromkeys(item for unit in self.units for item in unit.forms)),
            attachments=tuple(
                dict.fromkeys(item for unit in self.units for item in unit.attachments)
            ),
            heads=self.units[0].heads,
            looks=self.units[0].looks,
            issuers=self.units[0].issuers,
            ratchet=self.units[0].ratchet,
            config=self.units[0].config,
            certificates=self.units[0].certificates,
        )

    def _sizes(self, unit: BundleContent) -> dict[str, int]:
        return {
            member.path: member_bytes(len(member.content)) + _ROW_BYTES + len(member.path)
            for member in list_members(unit, README_BYTES)
            if member.path not in self.paths
        }


def _largest_size(content: BundleContent) -> int:
    """Return what an archive of the content takes at most, without hashing anything."""
    sizes = list(_member_sizes(content))
    if len(sizes) > ENTRY_LIMIT:
        return ARCHIVE_LIMIT_BYTES + 1
    return _FRAME_BYTES + sum(member_bytes(size) + _ROW_BYTES + NAME_LIMIT for size in sizes)


def _member_sizes(content: BundleContent) -> Iterator[int]:
    yield len(README_BYTES)
    for revision in content.revisions:
        yield from (len(revision.payload), len(revision.signature), len(revision.copy.encode()))
        yield from (SALT_BYTES + len(part.payload) for part in revision.parts)
    for objects in content.signed_objects().values():
        for item in objects:
            yield from (len(item.payload), len(item.signature), len(item.second_signature))
    yield from map(len, (*content.certificates, *content.forms))
    for attachment in content.attachments:
        yield from (len(attachment.content), _FACTS_BYTES)


def _units(content: BundleContent) -> Iterator[BundleContent]:
    """Yield what must stay together: first the revisions, then what stands alone."""
    revisions = {_digest(item.payload): item for item in content.revisions}
    forms = {_digest(item): item for item in content.forms}
    attachments = {_digest(item.content): item for item in content.attachments}
    reviews: dict[str, list[SignedItem]] = {}
    for review in content.reviews:
        reviews.setdefault(review.about, []).append(review)
    for digest, revision in revisions.items():
        yield BundleContent(
            revisions=(revision,),
            reviews=tuple(reviews.pop(digest, ())),
            forms=tuple(forms[need] for need in revision.needs if need in forms),
            attachments=tuple(attachments[need] for need in revision.needs if need in attachments),
        )
    needed = {need for revision in revisions.values() for need in revision.needs}
    for review in (review for about in reviews.values() for review in about):
        yield BundleContent(reviews=(review,))
    for receipt in content.receipts:
        yield BundleContent(receipts=(receipt,))
    for form in (form for digest, form in forms.items() if digest not in needed):
        yield BundleContent(forms=(form,))
    for attachment in (item for digest, item in attachments.items() if digest not in needed):
        yield BundleContent(attachments=(attachment,))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

"""Makes bundles that somebody with the right keys, but the wrong intent, could make."""

import dataclasses
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from outreach_app.bundle.container import BLOCK, header_block, member_bytes, unpack
from outreach_app.bundle.content import BundleContent
from outreach_app.bundle.manifest import MANIFEST_NAME, SIGNATURE_NAME
from outreach_app.bundle.padding import PAD_NAME, pad_size
from outreach_app.bundle.reader import Opening
from outreach_app.bundle.writer import Signer
from outreach_app.crypto import sshsig
from outreach_app.crypto.canonical import canonical_bytes
from tests.bundle.house import House

Members = list[tuple[str, bytes]]


@dataclass
class Forgery:
    """A bundle taken apart. Change a field, then `archive()` signs and packs it again.

    Attributes:
        relist: List the members anew in the manifest, with their true sizes and hashes.
        repad: Give the padding its prescribed size.
    """

    house: House
    envelope: dict[str, Any]
    members: Members
    signer: Signer | None = None
    bare: bool = False
    namespace: str = "manifest"
    relist: bool = False
    repad: bool = True
    sign: Callable[[bytes], bytes] | None = None
    encode: Callable[[Any], bytes] = canonical_bytes
    tail: bytes = bytes(1024)

    @property
    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = self.envelope["body"]
        return body

    @property
    def entries(self) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self.body["entries"]
        return entries

    def put(self, name: str, content: bytes) -> None:
        """Add or replace a listed member, in its place by name."""
        self.members = sorted(
            [pair for pair in self.members if pair[0] != name] + [(name, content)]
        )
        self.relist = True

    def drop(self, name: str) -> None:
        self.members = [pair for pair in self.members if pair[0] != name]
        self.relist = True

    def path(self, start: str, end: str = "") -> str:
        return next(
            name for name, _ in self.members if name.startswith(start) and name.endswith(end)
        )

    def archive(self) -> bytes:
        if self.relist:
            self.body["entries"] = [
                {"path": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
                for name, content in self.members
            ]
        payload = self.encode(self.envelope)
        signature = self.sign(payload) if self.sign else self._signature(payload)
        members = [(MANIFEST_NAME, payload), (SIGNATURE_NAME, signature), *self.members]
        if self.repad:
            taken = sum(member_bytes(len(content)) for _name, content in members)
            members.append((PAD_NAME, bytes(pad_size(taken))))
        return b"".join(raw_member(name, content) for name, content in members) + self.tail

    def _signature(self, payload: bytes) -> bytes:
        signer = self.signer or self.house.signer()
        certificate = None if self.bare else signer.certificate
        return sshsig.sign(payload, self.namespace, signer.signing_key, certificate)


def take_apart(house: House, content: BundleContent) -> Forgery:
    members = unpack(house.write(content).archive)
    envelope = json.loads(members.pop(MANIFEST_NAME))
    del members[SIGNATURE_NAME], members[PAD_NAME]
    return Forgery(house=house, envelope=envelope, members=list(members.items()))


def raw_member(name: str, content: bytes) -> bytes:
    """A member under any name, in the canonical spelling but for that."""
    block = bytearray(header_block("x", len(content)))
    block[:100] = name.encode("utf-8").ljust(100, b"\0")[:100]
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block) + content + bytes(-len(content) % BLOCK)


def opening(house: House, **changes: Any) -> Opening:
    return dataclasses.replace(Opening(age_recipient=house.recipient, sealed_to=2), **changes)

"""The parts of a revision as bytes, proven against what was signed before anything is kept."""

from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.envelopes import object_digest
from outreach_app.crypto.parts import digest_part
from outreach_app.domain.documents import Part, PartName, Revision
from outreach_app.store.errors import MisnamedContent
from outreach_app.store.shapes import agree, is_sound

NOT_COMBINED = frozenset({PartName.CASEFILE.value, PartName.EARLIER.value})
"""Parts that are kept beside the answers: frozen evidence, and answers of before."""


def checked_contents(revision: Revision) -> dict[str, tuple[bytes, bytes]]:
    """Return salt and canonical bytes of each held part, proven against the signed digests.

    Raises:
        MisnamedContent: A digest does not fit, a part is no answers, or parts contradict each other.
    """
    if object_digest(revision.payload) != revision.revision_id:
        raise MisnamedContent(what="revision")
    contents: dict[str, tuple[bytes, bytes]] = {}
    for name, part in revision.parts.items():
        content = _part_content(part)
        if content is not None:
            if digest_part(part.salt, content) != revision.header.parts.get(name):
                raise MisnamedContent(what="part")
            contents[name] = (part.salt, content)
    held = [
        part.answers
        for name, part in revision.parts.items()
        if part.answers is not None and name not in NOT_COMBINED
    ]
    if len(held) > 1 and not agree(held):
        raise MisnamedContent(what="part")
    return contents


def _part_content(part: Part) -> bytes | None:
    if part.answers is None:
        return None
    if not is_sound(part.answers):
        raise MisnamedContent(what="part")
    return canonical_bytes(part.answers)

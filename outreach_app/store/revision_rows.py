"""From database rows to revisions."""

import json
from collections.abc import Sequence

from outreach_app.domain.documents import Header, Part, Revision, Subject
from outreach_app.store.database import Database, Row

REVISION_COLUMNS = (
    "r.id, r.revision_id, o.document_id, o.client_id, o.case_id, o.form_id, r.form_hash, "
    "r.author_id, r.certificate_serial, r.device_id, r.signed_at, r.reason, r.rules_version, "
    "r.flags, r.attachments, r.payload, r.signature, r.received_at, r.counted, r.not_counted"
)


_AT_ONCE = 500
Related = tuple[list[Row], list[Row]]


def related_rows(database: Database, revisions: Sequence[int]) -> dict[int, Related]:
    """Return (parent) and (name, digest, salt, content) of the parts, by row of the revision."""
    found: dict[int, Related] = {each: ([], []) for each in revisions}
    for start in range(0, len(revisions), _AT_ONCE):
        some = revisions[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        for revision, *parent in database.rows(
            "SELECT revision, parent_id FROM revision_parents "  # noqa: S608  marks only
            f"WHERE revision IN ({marks}) ORDER BY revision, parent_id",
            some,
        ):
            found[revision][0].append(tuple(parent))
        for revision, *part in database.rows(
            "SELECT revision, name, digest, salt, content FROM revision_parts "  # noqa: S608  marks only
            f"WHERE revision IN ({marks}) ORDER BY revision, name",
            some,
        ):
            found[revision][1].append(tuple(part))
    return found


def as_revision(row: Row, parents: list[Row], parts: list[Row]) -> Revision:
    """Return the revision of a row with `REVISION_COLUMNS`, its parents and its parts."""
    (
        _row, revision_id, document_id, client_id, case_id, form_id, form_hash,
        author_id, certificate_serial, device_id, signed_at, reason, rules_version,
        flags, attachments, payload, signature, received_at, counted, not_counted,
    ) = row  # fmt: skip
    header = Header(
        document_id=document_id,
        subject=Subject(client_id=client_id, case_id=case_id),
        form_id=form_id,
        form_hash=form_hash,
        parents=tuple(parent for (parent,) in parents),
        author_id=author_id,
        certificate_serial=certificate_serial,
        device_id=device_id,
        signed_at=signed_at,
        reason=reason,
        parts={name: digest for name, digest, _salt, _content in parts},
        attachments=tuple(json.loads(attachments)),
        rules_version=rules_version,
        flags=tuple(json.loads(flags)),
    )
    return Revision(
        revision_id=revision_id,
        header=header,
        payload=payload,
        signature=signature,
        parts={name: _part(name, salt, content) for name, _digest, salt, content in parts},
        received_at=received_at,
        counted=bool(counted),
        not_counted=not_counted,
    )


def _part(name: str, salt: bytes | None, content: bytes | None) -> Part:
    if content is None:
        return Part(name=name)
    return Part(name=name, salt=salt or b"", answers=json.loads(content))

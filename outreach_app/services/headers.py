"""The signed header of a revision and the signed body of a review, to and from JSON bodies."""

import re
from collections.abc import Mapping

from outreach_app.crypto.canonical import Json, JsonValue
from outreach_app.domain.documents import (
    Comment,
    Header,
    PartName,
    Reason,
    Review,
    ReviewVerb,
    Subject,
)
from outreach_app.domain.ids import Prefix, is_id
from outreach_app.services.bodies import BodyReader
from outreach_app.services.errors import BodyFormat
from outreach_app.services.instants import read_instant, write_instant

_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_REVISION = re.compile(r"sha256:[0-9a-f]{64}\Z")
_PARTS = frozenset(name.value for name in PartName)
_REASONS = frozenset(reason.value for reason in Reason)
_VERBS = {verb.value: verb for verb in ReviewVerb}


def header_body(header: Header) -> dict[str, JsonValue]:
    """Return the JSON body that a revision signs."""
    return {
        "attachments": sorted(header.attachments),
        "author": {"person": header.author_id, "serial": header.certificate_serial},
        "device": header.device_id,
        "document": header.document_id,
        "flags": sorted(header.flags),
        "form": {"hash": header.form_hash, "id": header.form_id},
        "parents": sorted(header.parents),
        "parts": dict(header.parts),
        "reason": header.reason,
        "rules": header.rules_version,
        "signed_at": header.signed_at,
        "subject": {"case": header.subject.case_id, "client": header.subject.client_id},
    }


def parse_header(untrusted_body: Mapping[str, Json]) -> Header:
    """Return the header of a revision's body.

    Raises:
        BodyFormat: Other fields, wrong shapes, or names that no writer makes.
    """
    body = BodyReader(untrusted_body, "revision")
    author, form, subject = body.inner("author"), body.inner("form"), body.inner("subject")
    header = Header(
        document_id=body.text("document"),
        subject=Subject(client_id=subject.text("client"), case_id=subject.text("case", empty=True)),
        form_id=form.text("id"),
        form_hash=form.text("hash"),
        parents=body.texts("parents"),
        author_id=author.text("person"),
        certificate_serial=author.integer("serial"),
        device_id=body.text("device"),
        signed_at=body.text("signed_at"),
        reason=body.text("reason"),
        parts=body.text_map("parts"),
        attachments=body.texts("attachments"),
        rules_version=body.text("rules", empty=True),
        flags=body.texts("flags"),
    )
    for reader in (author, form, subject, body):
        reader.done()
    _check_header(header)
    return header


def _check_header(header: Header) -> None:
    subject = header.subject
    ids_fit = (
        is_id(header.document_id, Prefix.DOCUMENT)
        and is_id(subject.client_id, Prefix.CLIENT)
        and (not subject.case_id or is_id(subject.case_id, Prefix.CASE))
        and is_id(header.author_id, Prefix.PERSON)
        and is_id(header.device_id, Prefix.DEVICE)
    )
    digests_fit = (
        all(_REVISION.match(parent) for parent in header.parents)
        and all(_DIGEST.match(digest) for digest in header.parts.values())
        and all(_DIGEST.match(digest) for digest in header.attachments)
        and _DIGEST.match(header.form_hash) is not None
    )
    lists_fit = (
        list(header.parents) == sorted(set(header.parents))
        and list(header.attachments) == sorted(set(header.attachments))
        and _PARTS.issuperset(header.parts)
        and header.reason in _REASONS
    )
    if not (ids_fit and digests_fit and lists_fit and _is_instant(header.signed_at)):
        raise BodyFormat(kind="revision")


def _is_instant(text: str) -> bool:
    """Say whether a text is an instant in the one spelling: texts in other ones do not sort."""
    try:
        return write_instant(read_instant(text)) == text
    except ValueError:
        return False


def review_body(review: Review) -> dict[str, JsonValue]:
    """Return the JSON body that a review signs."""
    return {
        "answers": dict(review.answers),
        "comments": [
            {
                "id": comment.comment_id,
                "question": comment.question,
                "row": comment.row_id,
                "text": comment.text,
            }
            for comment in review.comments
        ],
        "device": review.device_id,
        "document": review.document_id,
        "reviewer": {"person": review.reviewer_id, "serial": review.certificate_serial},
        "revision": review.revision_id,
        "signed_at": review.signed_at,
        "text": review.text,
        "verb": review.verb.value,
    }


def parse_review(untrusted_body: Mapping[str, Json], review_id: str) -> Review:
    """Return the review of a body. `review_id` is the digest of the signed bytes.

    Raises:
        BodyFormat: Other fields, wrong shapes, or an unknown verb.
    """
    body = BodyReader(untrusted_body, "review")
    reviewer = body.inner("reviewer")
    verb = body.text("verb")
    if verb not in _VERBS:
        raise BodyFormat(kind="review")
    review = Review(
        review_id=review_id,
        revision_id=body.text("revision"),
        document_id=body.text("document"),
        verb=_VERBS[verb],
        reviewer_id=reviewer.text("person"),
        certificate_serial=reviewer.integer("serial"),
        device_id=body.text("device"),
        signed_at=body.text("signed_at"),
        text=body.text("text", empty=True),
        comments=tuple(body.each("comments", _parse_comment)),
        answers=body.text_map("answers"),
    )
    reviewer.done()
    body.done()
    if not (_REVISION.match(review.revision_id) and _is_instant(review.signed_at)):
        raise BodyFormat(kind="review")
    return review


def _parse_comment(untrusted: object) -> Comment:
    reader = BodyReader(untrusted, "review")
    comment = Comment(
        comment_id=reader.text("id"),
        row_id=reader.text("row", empty=True),
        question=reader.text("question", empty=True),
        text=reader.text("text"),
    )
    reader.done()
    return comment

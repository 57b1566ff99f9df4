"""Makes signed revisions and reviews: header, salted parts, envelope, signature. No storage."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.certificates import parse_certificate
from outreach_app.crypto.envelopes import ObjectType, make_envelope, object_digest, sign_envelope
from outreach_app.crypto.parts import digest_part, new_salt
from outreach_app.domain.answers import Answers
from outreach_app.domain.documents import (
    Comment,
    Document,
    Header,
    Part,
    PartName,
    Reason,
    Review,
    ReviewVerb,
    Revision,
)
from outreach_app.services.errors import ClockBehind, PartWithheld
from outreach_app.services.headers import header_body, review_body
from outreach_app.services.instants import read_instant
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.trust import Claim

CLOCK_BEHIND = "clock_behind"
FROZEN_PARTS = frozenset({PartName.CASEFILE.value, PartName.EARLIER.value})
"""Parts that belong to one revision only; a later one makes its own or has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionPlan:
    """Exactly what a new revision will sign; shown before the passphrase is asked.

    Attributes:
        parents: Ids of the revisions that it is made from.
        parts: Answers by part; empty parts are left out.
        attachments: Hex SHA-256 of the files that belong to it.
        carried: Digests of parts that the author does not hold and leaves as they are; None to
            take them from the one parent.
    """

    document: Document
    form_hash: str
    reason: Reason
    parts: Mapping[str, Answers]
    parents: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    rules_version: str = ""
    carried: Mapping[str, str] | None = None


def make_revision(plan: RevisionPlan, signer: Signer, sitting: Sitting) -> Revision:
    """Sign a new state of a document now. Nothing is stored.

    What a suspended person signs is kept like any other work and waits.

    Raises:
        PartWithheld: It would write a part of which the author does not hold the state before.
    """
    carried = plan.carried
    if carried is None and len(plan.parents) == 1:
        carried = carried_parts(sitting.vault.revisions.get(plan.parents[0]))
    flags = (CLOCK_BEHIND,) if clock_is_behind(sitting) else ()
    made = sign_plan(
        replace(plan, carried=carried or {}), signer, signed_at=sitting.instant(), flags=flags
    )
    judged = sitting.trust.judge_signer(
        Claim(
            object_id=made.revision_id,
            person_id=made.header.author_id,
            serial=made.header.certificate_serial,
            signed_at=made.header.signed_at,
        )
    )
    return replace(made, counted=judged.counted, not_counted=judged.why)


def sign_plan(
    plan: RevisionPlan, signer: Signer, *, signed_at: str, flags: tuple[str, ...] = ()
) -> Revision:
    """Sign a plan as of an instant.

    Raises:
        PartWithheld: A part is both written and carried.
        ValueError: An answer is outside canonical JSON.
    """
    written = {name: answers for name, answers in plan.parts.items() if answers}
    carried = dict(plan.carried or {})
    if written.keys() & carried.keys():
        raise PartWithheld(part=min(written.keys() & carried.keys()).replace("_", " "))
    made = {name: Part(name=name, salt=new_salt(), answers=written[name]) for name in written}
    digests = {
        name: digest_part(part.salt, canonical_bytes(written[name])) for name, part in made.items()
    }
    certificate = parse_certificate(signer.certificate)
    header = Header(
        document_id=plan.document.document_id,
        subject=plan.document.subject,
        form_id=plan.document.form_id,
        form_hash=plan.form_hash,
        parents=tuple(sorted(set(plan.parents))),
        author_id=certificate.principal,
        certificate_serial=certificate.serial,
        device_id=certificate.device_id,
        signed_at=signed_at,
        reason=plan.reason.value,
        parts=dict(sorted((digests | carried).items())),
        attachments=tuple(sorted(set(plan.attachments))),
        rules_version=plan.rules_version,
        flags=tuple(sorted(flags)),
    )
    payload = make_envelope(
        ObjectType.REVISION, certificate.organisation, header.document_id, header_body(header)
    )
    withheld = {name: Part(name=name) for name in carried}
    return Revision(
        revision_id=object_digest(payload),
        header=header,
        payload=payload,
        signature=sign_envelope(payload, signer.signing_key, signer.certificate),
        parts=dict(sorted((made | withheld).items())),
        received_at=signed_at,
    )


def require_right_date(sitting: Sitting, *, confirmed: bool) -> None:
    """Refuse to sign on a date that has passed already, unless a person says that it is right.

    Raises:
        ClockBehind: The clock is behind what the vault has seen, and nobody confirmed the date.
    """
    if clock_is_behind(sitting) and not confirmed:
        seen = sitting.latest_time_seen
        raise ClockBehind(now=f"{sitting.now():%d.%m.%Y %H:%M}", seen=f"{seen:%d.%m.%Y %H:%M}")


def clock_is_behind(sitting: Sitting) -> bool:
    """Say whether this machine's clock is earlier than the vault has seen, or its newest act."""
    if sitting.latest_time_seen > sitting.now():
        return True
    journal = sitting.vault.journal
    newest = journal.rows(after=journal.head().n - 1, limit=1)
    return bool(newest) and read_instant(newest[0].act.at) > sitting.now()


def carried_parts(parent: Revision) -> dict[str, str]:
    """Return the digests of what an author leaves as it is who does not hold all of a parent."""
    return {
        name: parent.header.parts[name] for name in parent.withheld() if name not in FROZEN_PARTS
    }


def fill_from(revision: Revision, others: Iterable[Revision]) -> Revision | None:
    """Return a revision with missing parts that other revisions hold, None when there are none.

    An author who did not get a part carries its digest on. Whoever holds the part itself puts it
    back: the same digest is the same part.
    """
    missing = {revision.header.parts[name]: name for name in revision.withheld()}
    found: dict[str, Part] = {}
    for other in others:
        for name, digest in other.header.parts.items():
            part = other.parts.get(name)
            if missing.get(digest) == name and part is not None and part.answers is not None:
                found[name] = part
    if not found:
        return None
    return replace(revision, parts={**revision.parts, **found})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFacts:
    """What a reviewer says about exactly one revision."""

    revision_id: str
    document_id: str
    verb: ReviewVerb
    signed_at: str
    text: str = ""
    comments: Sequence[Comment] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


def make_review(facts: ReviewFacts, signer: Signer) -> Review:
    """Sign a review.

    Raises:
        ValueError: A text is outside canonical JSON.
    """
    certificate = parse_certificate(signer.certificate)
    unsigned = Review(
        review_id="",
        revision_id=facts.revision_id,
        document_id=facts.document_id,
        verb=facts.verb,
        reviewer_id=certificate.principal,
        certificate_serial=certificate.serial,
        device_id=certificate.device_id,
        signed_at=facts.signed_at,
        text=facts.text,
        comments=tuple(facts.comments),
        answers=dict(facts.answers),
    )
    payload = make_envelope(
        ObjectType.REVIEW, certificate.organisation, facts.document_id, review_body(unsigned)
    )
    return replace(
        unsigned,
        review_id=object_digest(payload),
        payload=payload,
        signature=sign_envelope(payload, signer.signing_key, signer.certificate),
    )

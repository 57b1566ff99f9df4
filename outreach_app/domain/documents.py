"""Documents, drafts, signed revisions and reviews as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from outreach_app.domain.answers import Answers, FlatAnswers, combine, flatten


class Reason(StrEnum):
    """Why a revision was made."""

    NEW = "new"
    CONTINUED = "continued"
    REVIEW = "review"
    CORRECTION = "correction"
    MERGE = "merge"


class ReviewVerb(StrEnum):
    """What a review says about one revision. Countersign is approval where a rule demands two."""

    COMMENT = "comment"
    APPROVE = "approve"
    RETURN = "return"
    COUNTERSIGN = "countersign"
    CLOSE = "close"


class PartName(StrEnum):
    """The export classes of answers; each is one salted digest in the signed header."""

    MAIN = "main"
    LOCATION = "location"
    SPECIAL = "special"
    STAFF = "staff"
    THIRD_PARTY = "third_party"
    INTERNAL = "internal"
    CASEFILE = "casefile"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whom a document is about: a client, or one case (period of service) of a client."""

    client_id: str
    case_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a revision signs. Instants read ``2026-02-03T11:00:00+00:00``; digests are hex SHA-256."""

    document_id: str
    subject: Subject
    form_id: str
    form_hash: str
    parents: tuple[str, ...]
    author_id: str
    certificate_serial: int
    device_id: str
    signed_at: str
    reason: str
    parts: Mapping[str, str]
    attachments: tuple[str, ...] = ()
    rules_version: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One export class of a revision's answers. `answers` is None when the part was withheld."""

    name: str
    salt: bytes = b""
    answers: Answers | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An immutable signed state of a document, with the parts that this vault holds.

    Attributes:
        revision_id: ``sha256:`` and the hex SHA-256 of `payload`.
        payload: Canonical bytes of the signed envelope; `signature` is its armoured SSHSIG.
        counted: False when `may` or a revocation says it does not count; `not_counted` says why.
    """

    revision_id: str
    header: Header
    payload: bytes
    signature: bytes
    parts: Mapping[str, Part]
    received_at: str = ""
    counted: bool = True
    not_counted: str = ""
    _flat: list[FlatAnswers] = field(default_factory=list, init=False, repr=False, compare=False)

    def answers(self, *, earlier: bool = False) -> Answers:
        """Return the union of the held parts, without the frozen evidence of the case file.

        Args:
            earlier: Include answers that were no longer relevant when signed.
        """
        left_out = {PartName.CASEFILE.value} | (set() if earlier else {PartName.EARLIER.value})
        held = (
            part.answers
            for name, part in sorted(self.parts.items())
            if name not in left_out and part.answers is not None
        )
        return combine(*held)

    def flat(self) -> FlatAnswers:
        """Return `answers` with its groups dissolved: always the same object, which nobody may change."""
        if not self._flat:
            self._flat.append(flatten(self.answers()))
        return self._flat[0]

    def withheld(self) -> tuple[str, ...]:
        """Names of the signed parts that are not held here."""
        return tuple(
            name
            for name in sorted(self.header.parts)
            if name not in self.parts or self.parts[name].answers is None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark bound to a question of a revision: row id ("" outside repeats) and question name."""

    comment_id: str
    row_id: str
    question: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A signed statement of a supervisor about exactly one revision."""

    review_id: str
    revision_id: str
    document_id: str
    verb: ReviewVerb
    reviewer_id: str
    certificate_serial: int
    device_id: str
    signed_at: str
    text: str = ""
    comments: tuple[Comment, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    payload: bytes = b""
    signature: bytes = b""
    counted: bool = True
    not_counted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One filled form about one subject: a chain of revisions, or only a draft so far."""

    document_id: str
    form_id: str
    subject: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The working copy of a document by one person: nobody's word yet, and never lost."""

    document: Document
    person_id: str
    form_hash: str
    base: tuple[str, ...]
    answers: Answers
    updated_at: str
    reason: str = Reason.NEW.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row of a draft's log. `old` and `new` are "" for an unanswered leaf."""

    n: int
    address: str
    old: str
    new: str
    at: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that belongs to documents; its bytes lie encrypted beside the database.

    Attributes:
        digest: Hex SHA-256 of the plain bytes, as signed headers name it.
    """

    digest: str
    media_type: str
    description: str
    size_bytes: int

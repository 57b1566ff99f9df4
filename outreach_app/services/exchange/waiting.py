"""What lies in the inbox with a bundle until a person accepts it, and what it was judged by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from outreach_app.bundle.content import AttachmentItem, BundleContent, SignedItem
from outreach_app.crypto.canonical import canonical_bytes, parse_canonical_object
from outreach_app.domain.documents import Document, Revision, Subject
from outreach_app.services.access import CASE_FORM, CLIENT_FORM
from outreach_app.services.bodies import BodyReader
from outreach_app.services.sitting import Sitting

_BASIS = "basis.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a bundle's revisions were judged by when it came, and what acceptance has to look at.

    Attributes:
        configuration: Number of the configuration.
        withdrawn: What was suspended and withdrawn, as lines.
        cases: Case id to the newest case records that were held.
        documents: Ids of the documents that the bundle has revisions of.
        merges: Revisions of it with more than one parent.
        circles: Cases whose records it changes, so that older revisions may count differently.
        unread: Forms that were not held.
    """

    configuration: int
    withdrawn: str
    cases: Mapping[str, str]
    documents: tuple[str, ...]
    merges: tuple[str, ...]
    circles: tuple[str, ...]
    unread: tuple[str, ...]

    def to_bytes(self) -> bytes:
        """Return it as it lies in the inbox."""
        return canonical_bytes(
            {
                "cases": dict(self.cases),
                "circles": self.circles,
                "configuration": self.configuration,
                "documents": self.documents,
                "merges": self.merges,
                "unread": self.unread,
                "withdrawn": self.withdrawn,
            }
        )

    def still_holds(self, sitting: Sitting) -> bool:
        """Say whether nothing that judgement rests on has changed since the bundle came."""
        now = (sitting.configuration.number, withdrawn_now(sitting))
        return now == (self.configuration, self.withdrawn) and all(
            records_of(sitting, case_id) == records for case_id, records in self.cases.items()
        )


def basis_of(sitting: Sitting, revisions: Sequence[Revision], unread: Iterable[str]) -> Basis:
    """Return what the revisions of a bundle were judged by."""
    cases = sorted({each.header.subject.case_id for each in revisions})
    changing = {
        each.header.subject
        for each in revisions
        if each.header.form_id in {CASE_FORM, CLIENT_FORM}
        and not sitting.vault.revisions.holds(each.revision_id)
    }
    clients = {subject.client_id for subject in changing if not subject.case_id}
    circles = {subject.case_id for subject in changing if subject.case_id}
    circles |= {
        document.subject.case_id
        for client in clients
        for document in sitting.vault.documents.by_subject(Subject(client_id=client))
    } - {""}
    return Basis(
        configuration=sitting.configuration.number,
        withdrawn=withdrawn_now(sitting),
        cases={case_id: records_of(sitting, case_id) for case_id in cases},
        documents=tuple(sorted({each.header.document_id for each in revisions})),
        merges=tuple(
            sorted(each.revision_id for each in revisions if len(each.header.parents) > 1)
        ),
        circles=tuple(sorted(circles)),
        unread=tuple(sorted(unread)),
    )


def withdrawn_now(sitting: Sitting) -> str:
    """Return what is suspended and withdrawn now, as one text to compare."""
    return "\n".join(sorted(sitting.trust.withdrawals.in_force(sitting.now())))


def records_of(sitting: Sitting, case_id: str) -> str:
    """Return the newest case records of a case, as one text to compare."""
    vault = sitting.vault
    documents: Sequence[Document] = (
        vault.documents.by_case(case_id, form_id=CASE_FORM) if case_id else ()
    )
    heads = [head for each in documents for head in vault.revisions.head_ids(each.document_id)]
    return " ".join(sorted(heads))


def write_entries(content: BundleContent, basis: Basis) -> dict[str, bytes]:
    """Return what has to wait with a bundle, by path: its revisions are staged elsewhere."""
    entries = {_BASIS: basis.to_bytes()}
    for review in content.reviews:
        entries[f"reviews/{review.digest}.json"] = review.payload
        entries[f"reviews/{review.digest}.json.sig"] = review.signature
    for attachment in content.attachments:
        entries[f"attachments/{attachment.digest}"] = attachment.content
        entries[f"attachments/{attachment.digest}.json"] = canonical_bytes(
            {"description": attachment.description, "media_type": attachment.media_type}
        )
    unread = set(basis.unread)
    for revision in content.revisions:
        if revision.copy and unread & set(_forms_named(revision.payload)):
            entries[f"copies/{revision.digest}.txt"] = revision.copy.encode("utf-8")
    return entries


def _forms_named(payload: bytes) -> tuple[str, ...]:
    body = parse_canonical_object(payload)["body"]
    form = body.get("form") if isinstance(body, dict) else None
    return (str(form.get("hash")),) if isinstance(form, dict) else ()


def read_basis(entries: Mapping[str, bytes]) -> Basis:
    """Return the basis out of the inbox."""
    body = BodyReader(parse_canonical_object(entries[_BASIS]), "inbox")
    return Basis(
        configuration=body.integer("configuration"),
        withdrawn=body.text("withdrawn", empty=True),
        cases=body.text_map("cases"),
        documents=body.texts("documents"),
        merges=body.texts("merges"),
        circles=body.texts("circles"),
        unread=body.texts("unread"),
    )


def waiting_reviews(entries: Mapping[str, bytes]) -> list[SignedItem]:
    """Return the reviews out of the inbox; they are checked again."""
    return [
        SignedItem(payload=entries[path], signature=entries[f"{path}.sig"], digest=_stem(path))
        for path in entries
        if path.startswith("reviews/") and path.endswith(".json")
    ]


def waiting_attachments(entries: Mapping[str, bytes]) -> list[AttachmentItem]:
    """Return the files out of the inbox."""
    found = []
    for path in entries:
        if path.startswith("attachments/") and path.endswith(".json"):
            facts = parse_canonical_object(entries[path])
            found.append(
                AttachmentItem(
                    content=entries[path.removesuffix(".json")],
                    media_type=str(facts["media_type"]),
                    description=str(facts["description"]),
                    digest=_stem(path),
                )
            )
    return found


def waiting_copies(entries: Mapping[str, bytes]) -> dict[str, str]:
    """Return the readable copies that could not be compared when the bundle came, by revision."""
    return {
        f"sha256:{_stem(path)}": content.decode("utf-8")
        for path, content in entries.items()
        if path.startswith("copies/")
    }


def _stem(path: str) -> str:
    return path.partition("/")[2][:64]

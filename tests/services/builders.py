"""Small real documents for the tests of the services, on the shipped forms."""

import dataclasses
from typing import Any

from outreach_app.domain.documents import (
    Comment,
    Document,
    Part,
    Reason,
    Review,
    ReviewVerb,
    Revision,
    Subject,
)
from outreach_app.domain.ids import Prefix
from outreach_app.services.catalogue import convert_shipped
from outreach_app.services.revising import (
    ReviewFacts,
    RevisionPlan,
    make_review,
    make_revision,
    sign_plan,
)
from outreach_app.services.sitting import Signer, Sitting

Json = dict[str, Any]


def keep(sitting: Sitting, *revisions: Revision) -> None:
    """Add revisions to a vault as one act."""
    with sitting.vault.transaction(sitting.act("test.kept")):
        sitting.vault.revisions.add_many(revisions, received_at=sitting.instant())


def keep_reviews(sitting: Sitting, *reviews: Review) -> None:
    """Add reviews to a vault as one act."""
    with sitting.vault.transaction(sitting.act("test.kept")):
        sitting.vault.reviews.add_many(reviews, received_at=sitting.instant())


def without(revision: Revision, name: str) -> Revision:
    """Return a revision as a bundle brings it that withholds a part."""
    return dataclasses.replace(revision, parts={**revision.parts, name: Part(name=name)})


class CaseBuilder:
    """Makes documents of one case with one person's key."""

    def __init__(self, sitting: Sitting, signer: Signer) -> None:
        self.sitting = sitting
        self.signer = signer
        self.client_id = sitting.new_id(Prefix.CLIENT)
        self.case_id = sitting.new_id(Prefix.CASE)
        self.client = self.document("client", case=False)
        self.record = self.document("case")

    def as_seen_by(self, sitting: Sitting, signer: Signer) -> "CaseBuilder":
        """Return a builder of the same case with somebody else's key."""
        other = CaseBuilder(sitting, signer)
        other.client_id, other.case_id = self.client_id, self.case_id
        other.client, other.record = self.client, self.record
        return other

    @staticmethod
    def replace(plan: RevisionPlan, **changes: Any) -> RevisionPlan:
        return dataclasses.replace(plan, **changes)

    def document(self, form_id: str, *, case: bool = True) -> Document:
        return Document(
            document_id=self.sitting.new_id(Prefix.DOCUMENT),
            form_id=form_id,
            subject=Subject(client_id=self.client_id, case_id=self.case_id if case else ""),
        )

    def plan(
        self,
        document: Document,
        parts: dict[str, Json],
        *,
        parents: tuple[str, ...] = (),
        reason: Reason | None = None,
    ) -> RevisionPlan:
        return RevisionPlan(
            document=document,
            form_hash=convert_shipped(document.form_id).form_hash,
            reason=reason or (Reason.CONTINUED if parents else Reason.NEW),
            parts=parts,
            parents=parents,
        )

    def client_plan(self, location: Json, parents: tuple[str, ...] = ()) -> RevisionPlan:
        main = {"client_identity": {"preferred_name": "Ina"}}
        parts = {"main": main, "location": {"client_contact": location} if location else {}}
        return self.plan(self.client, parts, parents=parents)

    def record_plan(
        self, *, shared: tuple[str, ...] = (), parents: tuple[str, ...] = ()
    ) -> RevisionPlan:
        start: Json = {
            "case_opened_on": "2026-02-03",
            "caseworker": self.sitting.me.person_id,
        }
        if shared:
            start["case_shared_with"] = [
                {"_id": f"r_{person[2:]}", "_order": f"a{n}", "csw_person": person}
                for n, person in enumerate(shared)
            ]
        return self.plan(self.record, {"main": {"case_start": start}}, parents=parents)

    def note_plan(
        self,
        facts: str,
        *,
        document: Document | None = None,
        parents: tuple[str, ...] = (),
        **more: str,
    ) -> RevisionPlan:
        content = {"note_facts": facts, **more}
        return self.plan(
            document or self.document("contact_note"),
            {"main": {"note_content": content}},
            parents=parents,
        )

    def sign(self, plan: RevisionPlan, *, at: str = "") -> Revision:
        """Sign a plan now, or as of an instant, and keep nothing."""
        if at:
            return sign_plan(plan, self.signer, signed_at=at)
        return make_revision(plan, self.signer, self.sitting)

    def kept(self, plan: RevisionPlan, *, at: str = "") -> Revision:
        """Sign a plan and keep it in the builder's vault."""
        revision = self.sign(plan, at=at)
        keep(self.sitting, revision)
        return revision

    def opened(self, *, shared: tuple[str, ...] = ()) -> "CaseBuilder":
        """Sign and keep a client record and a case record."""
        self.kept(self.client_plan({"current_address": {"addr_kind": "safe_house"}}))
        self.kept(self.record_plan(shared=shared))
        return self

    def review(
        self,
        revision: Revision,
        verb: ReviewVerb,
        *,
        text: str = "",
        comments: tuple[Comment, ...] = (),
        at: str = "",
    ) -> Review:
        facts = ReviewFacts(
            revision_id=revision.revision_id,
            document_id=revision.header.document_id,
            verb=verb,
            signed_at=at or self.sitting.instant(),
            text=text,
            comments=comments,
        )
        return make_review(facts, self.signer)

"""Small real documents for the tests of the services, on the shipped forms."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from outreach_app.domain.answers import leaves
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
from outreach_app.engine.definition import FormDefinition
from outreach_app.services.catalogue import Catalogue, convert_shipped
from outreach_app.services.errors import UnknownForm
from outreach_app.services.exchange.acceptance import Accepted, accept
from outreach_app.services.exchange.export import Exported, ExportOrder, export
from outreach_app.services.exchange.inbox import Received, receive
from outreach_app.services.exchange.selection import ExportChoice
from outreach_app.services.exchange.shelf import Shelf
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
        opinion = {name: more.pop(name) for name in ("note_opinion",) if name in more}
        content = {"note_facts": facts, **more}
        return self.plan(
            document or self.document("contact_note"),
            {
                "main": {"note_content": content},
                "internal": {"note_content": opinion} if opinion else {},
            },
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
        answers: Mapping[str, str] | None = None,
    ) -> Review:
        facts = ReviewFacts(
            revision_id=revision.revision_id,
            document_id=revision.header.document_id,
            verb=verb,
            signed_at=at or self.sitting.instant(),
            text=text,
            answers=answers or {},
            comments=comments,
        )
        return make_review(facts, self.signer)


def plain_copy(revision: Revision) -> str:
    """Return a readable copy: one line for each answer that is held."""
    lines = [f"{address}: {value}" for address, value in leaves(revision.answers())]
    return "\n".join([revision.header.form_id, *lines]) + "\n"


_DEFINITIONS: dict[str, FormDefinition] = {}
"""Forms never change, so one run loads each once."""


def shelf_of(sitting: Sitting, *, copies: bool = True) -> Shelf:
    """Return the forms of a vault for the exchange."""
    catalogue = Catalogue(sitting)

    def definition(form_hash: str) -> FormDefinition:
        if not sitting.vault.forms.holds(form_hash):
            raise UnknownForm(name=form_hash[:12])
        if form_hash not in _DEFINITIONS:
            _DEFINITIONS[form_hash] = catalogue.definition(form_hash)
        return _DEFINITIONS[form_hash]

    def render(revision: Revision) -> str:
        definition(revision.header.form_hash)
        return plain_copy(revision)

    return Shelf(
        definition=definition,
        keep_form=catalogue.keep_foreign,
        render_copy=render if copies else None,
    )


class Post:
    """Sends bundles between vaults by files in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(
        self,
        builder: CaseBuilder,
        *recipients: str,
        documents: tuple[str, ...] = (),
        parts: tuple[str, ...] = (),
        **more: Any,
    ) -> bytes:
        """Export the builder's case (or some documents) and return the bytes of the one file."""
        (only,) = self.export(builder, *recipients, documents=documents, parts=parts, **more).files
        return only.path.read_bytes()

    def export(
        self,
        builder: CaseBuilder,
        *recipients: str,
        documents: tuple[str, ...] = (),
        unsent_only: bool = False,
        empty: bool = False,
        **more: Any,
    ) -> Exported:
        """Export the builder's case, some documents, or nothing but what waits."""
        cases = () if documents or empty else (builder.case_id,)
        choice = ExportChoice(case_ids=cases, document_ids=documents, unsent_only=unsent_only)
        order = ExportOrder(recipients=recipients, folder=self.folder, **more)
        return export(builder.sitting, builder.signer, choice, order, shelf_of(builder.sitting))

    @staticmethod
    def take(sitting: Sitting, raw: bytes) -> tuple[Received, Accepted]:
        """Receive and accept a bundle."""
        received = receive(sitting, raw, shelf_of(sitting))
        return received, accept(sitting, received.report.bundle_id, shelf_of(sitting))

"""Judges again what this vault holds, when what it knows about people and cases has changed.

A case record that comes late, a new configuration with a revocation, a form that was missing: what
counts may change, in both directions. Every signature is checked again on the way.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from outreach_app.domain.documents import Review, Revision
from outreach_app.errors import Untrusted
from outreach_app.phrases import phrase
from outreach_app.services.access import CASE_FORM
from outreach_app.services.judgement import FORM_MISSING, Definitions, Judge, released_forms
from outreach_app.services.sitting import Sitting
from outreach_app.services.trust import FUTURE_DATED
from outreach_app.services.verification import SignedRevision, reopen, reopen_review
from outreach_app.store.steps import Steps, run_through

_NO_CHAIN = phrase("the organisation does not vouch for its certificate")


@dataclass(frozen=True, slots=True)
class Restated:
    """Ids of the revisions and reviews that count now and did not before, and the other way."""

    now_counted: tuple[str, ...] = ()
    now_not_counted: tuple[str, ...] = ()

    def also(self, later: "Restated") -> "Restated":
        """Return what changed by two judgements, one after the other."""
        return Restated(
            self.now_counted + later.now_counted, self.now_not_counted + later.now_not_counted
        )


class Restating:
    """Judges documents again inside the caller's act."""

    def __init__(self, sitting: Sitting, definitions: Definitions) -> None:
        """Work on an unlocked vault with its forms."""
        self._sitting = sitting
        self._definitions = definitions
        self._raised: list[str] = []
        self._lowered: list[str] = []
        self._released: frozenset[str] | None = None

    def judging_by(self, serials: frozenset[int]) -> Steps[Restated]:
        """Judge again all documents in which one of some certificates signed something."""
        vault = self._sitting.vault
        touched = []
        for document in vault.documents.all():
            document_id = document.document_id
            signed = {
                *(each.header.certificate_serial for each in vault.revisions.history(document_id)),
                *(each.header.certificate_serial for each in vault.revisions.waiting(document_id)),
                *(each.certificate_serial for each in vault.reviews.of_document(document_id)),
            }
            if signed & serials:
                touched.append(document_id)
            yield
        return (yield from self.judging(touched))

    def with_new_forms(self) -> Restated:
        """Judge again the documents of which a revision waited for its form."""
        return run_through(self.judging_new_forms())

    def judging_new_forms(self) -> Steps[Restated]:
        """Judge them one after the other; see `with_new_forms`."""
        waiting = self._sitting.vault.revisions.documents_not_counted(FORM_MISSING)
        return (yield from self.judging(waiting))

    def with_dates_reached(self) -> Restated:
        """Judge again the documents in which something was dated in the future.

        What is in force now may let others count: then the rest of their cases is judged as well.
        """
        vault = self._sitting.vault
        dated = {
            *vault.revisions.documents_not_counted(FUTURE_DATED),
            *vault.reviews.documents_not_counted(FUTURE_DATED),
        }
        if not self.documents(dated).now_counted:
            return self.outcome()
        cases = {vault.documents.get(each).subject.case_id for each in dated} - {""}
        others = {each.document_id for case in cases for each in vault.documents.by_case(case)}
        return self.documents(others - dated)

    def documents(
        self, document_ids: Iterable[str], *, skip: frozenset[str] = frozenset()
    ) -> Restated:
        """Judge some documents again: case records first, then the rest, then reviews.

        Args:
            document_ids: Which.
            skip: Revisions that were judged just now.
        """
        return run_through(self.judging(document_ids, skip=skip))

    def judging(
        self, document_ids: Iterable[str], *, skip: frozenset[str] = frozenset()
    ) -> Steps[Restated]:
        """Judge some documents again, one after the other; see `documents`."""
        vault = self._sitting.vault
        wanted = [vault.documents.get(document_id) for document_id in sorted(set(document_ids))]
        records = [each.document_id for each in wanted if each.form_id == CASE_FORM]
        others = [each.document_id for each in wanted if each.form_id != CASE_FORM]
        for document_id in records:
            self.reviews_of(document_id)  # an approval may say which first record stands
            yield
        yield from self._judge(records, from_nothing=True, skip=frozenset())
        yield from self._judge(others, from_nothing=False, skip=skip)
        for document_id in (*records, *others):
            self.reviews_of(document_id)
            yield
        return self.outcome()

    def reviews_of(self, document_id: str) -> Restated:
        """Judge the reviews of one document again, oldest first."""
        vault = self._sitting.vault
        reviews = vault.reviews.of_document(document_id)
        if not reviews:
            return self.outcome()
        history = {each.revision_id: each for each in vault.revisions.history(document_id)}
        judge = self._new_judge(from_nothing=False)
        for review in reviews:
            judged = self._judge_review(judge, review, history)
            if (judged.counted, judged.not_counted) != (review.counted, review.not_counted):
                vault.reviews.set_counted(
                    review.review_id, counted=judged.counted, why=judged.not_counted
                )
                self._note(review.review_id, before=review.counted, now=judged.counted)
        return self.outcome()

    def outcome(self) -> Restated:
        """Return what has changed so far."""
        return Restated(tuple(self._raised), tuple(self._lowered))

    def _new_judge(self, *, from_nothing: bool) -> Judge:
        if self._released is None:
            # Within one act nothing is released or kept any more.
            self._released = released_forms(self._sitting)
        return Judge(
            vault=self._sitting.vault,
            trust=self._sitting.trust,
            definitions=self._definitions,
            released=self._released,
            from_nothing=from_nothing,
        )

    def _judge(
        self, document_ids: list[str], *, from_nothing: bool, skip: frozenset[str]
    ) -> Steps[None]:
        revisions = self._sitting.vault.revisions
        held: dict[str, Revision] = {}
        for document_id in document_ids:
            for each in (*revisions.history(document_id), *revisions.waiting(document_id)):
                if each.revision_id not in skip:
                    held[each.revision_id] = each
            yield
        signed: list[SignedRevision] = []
        for each in held.values():
            try:
                signed.append(reopen(self._sitting.trust, each))
            except Untrusted:
                self._set(each, counted=False, why=_NO_CHAIN)
            yield
        for judged in (yield from self._new_judge(from_nothing=from_nothing).judging(signed)):
            before = held[judged.revision_id]
            self._set(before, counted=judged.counted, why=judged.not_counted)
            yield

    def _set(self, held: Revision, *, counted: bool, why: str) -> None:
        if (held.counted, held.not_counted) != (counted, why):
            self._sitting.vault.revisions.set_counted(held.revision_id, counted=counted, why=why)
            self._note(held.revision_id, before=held.counted, now=counted)

    def _judge_review(self, judge: Judge, review: Review, history: dict[str, Revision]) -> Review:
        try:
            return judge.review(reopen_review(self._sitting.trust, review), history)
        except Untrusted:
            return replace(review, counted=False, not_counted=_NO_CHAIN)

    def _note(self, object_id: str, *, before: bool, now: bool) -> None:
        if before != now:
            (self._raised if now else self._lowered).append(object_id)


def with_dates_reached(sitting: Sitting, definitions: Definitions) -> Restated:
    """Let count what was dated in the future until today, as one act if there is any."""
    vault = sitting.vault
    if not (
        vault.revisions.documents_not_counted(FUTURE_DATED)
        or vault.reviews.documents_not_counted(FUTURE_DATED)
    ):
        return Restated()
    with vault.transaction(sitting.act("dates.judged")):
        return Restating(sitting, definitions).with_dates_reached()

"""Whether a verified object counts here: key and time, authority in the case, the released form.

What does not count is kept and shown with its reason, and never feeds rules, levels or lists.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from outreach_app.crypto.envelopes import parse_envelope
from outreach_app.domain.answers import ROW_ID, ROW_ORDER
from outreach_app.domain.authority import REVIEW_VERBS, CaseAccess, Verb
from outreach_app.domain.documents import PartName, Review, ReviewVerb, Revision, Subject
from outreach_app.domain.lineage import ancestors
from outreach_app.domain.people import Role
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Repeat, walk
from outreach_app.engine.lexical import MAX_ANSWER_BYTES
from outreach_app.engine.live import MAX_ROWS
from outreach_app.phrases import listed, phrase
from outreach_app.services.access import (
    CASE_FORM,
    CLIENT_FORM,
    Circle,
    is_safe_house,
    lives_in_safe_house,
    read_circle,
    read_earlier_circle,
    writers_before,
)
from outreach_app.services.configuration import parse_configuration
from outreach_app.services.first_hands import FirstHands
from outreach_app.services.instants import read_instant
from outreach_app.services.sitting import Sitting
from outreach_app.services.trust import Standpoint, Trust
from outreach_app.services.verification import SignedReview, SignedRevision
from outreach_app.store.steps import Steps, run_through
from outreach_app.store.vault import Vault

Definitions = Callable[[str], FormDefinition | None]
"""A form by its hash; None while it is not held or cannot be loaded."""

_FORM_PARTS = frozenset(
    {
        PartName.MAIN,
        PartName.LOCATION,
        PartName.SPECIAL,
        PartName.STAFF,
        PartName.THIRD_PARTY,
        PartName.INTERNAL,
    }
)


OTHER_CLIENT = phrase("its case is another client's")
FORM_MISSING = phrase("its form is not here, so that its answers cannot be checked")

STANDS_BEFORE = "first_record_stands_before"
"""In an approval of a first record of a case: ids of the others, with blanks between."""
_ROW_ID = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where in a form.

    Attributes:
        parts: Question path to the part that the question belongs to.
        repeats: Paths of the repeats.
        groups: Paths of everything else that questions lie in.
    """

    form_id: str
    parts: Mapping[str, str]
    repeats: frozenset[str]
    groups: frozenset[str]

    def fault(self, revision: Revision) -> str:
        """Return in words why a revision's answers are not those of the form; "" if they are."""
        if revision.header.form_id != self.form_id:
            return phrase("it names another form than it was written on")
        for name, part in revision.parts.items():
            if part.answers is None or name == PartName.CASEFILE.value:
                continue
            large = _too_large(part.answers)
            if large:
                return large
            wanted = name if name in _FORM_PARTS else ""
            if not self._fits(part.answers, "", wanted):
                return phrase(
                    "the part {part} holds answers that do not belong there",
                    part=listed(name.replace("_", " ")),
                )
        return ""

    def _fits(self, answers: Mapping[str, Any], at: str, part: str) -> bool:
        return all(self._fits_at(f"{at}{name}", value, part) for name, value in answers.items())

    def _fits_at(self, path: str, value: Any, part: str) -> bool:
        """Say whether a text stands where a question is, rows where a repeat is, and so on."""
        if isinstance(value, str):
            found = self.parts.get(path)
            return bool(value) and found is not None and (not part or found == part)
        if isinstance(value, list):
            return path in self.repeats and all(self._fits_row(row, path, part) for row in value)
        return path in self.groups and self._fits(value, f"{path}/", part)

    def _fits_row(self, row: Mapping[str, Any], path: str, part: str) -> bool:
        answers = {name: row[name] for name in row if name not in (ROW_ID, ROW_ORDER)}
        return _ROW_ID.match(row[ROW_ID]) is not None and self._fits(answers, f"{path}/", part)


def _too_large(value: Any) -> str:
    """Return in words what in signed answers is more than the program reads; "" for nothing."""
    if isinstance(value, str):
        long = len(value.encode("utf-8")) > MAX_ANSWER_BYTES
        return (
            phrase("an answer is longer than {size} KiB", size=MAX_ANSWER_BYTES // 1024)
            if long
            else ""
        )
    if isinstance(value, list) and len(value) > MAX_ROWS:
        return phrase("a list has more than {max_rows} rows", max_rows=MAX_ROWS)
    inner = value if isinstance(value, list) else value.values()
    return next(filter(None, map(_too_large, inner)), "")


def layout_of(definition: FormDefinition) -> Layout:
    """Return the layout of a form."""
    parts = {question.path: question.part for question in definition.leaves()}
    repeats = {item.path for item in walk(definition.questions) if isinstance(item, Repeat)}
    above = {path[:end] for path in parts for end in _slashes(path)}
    return Layout(definition.form_id, parts, frozenset(repeats), frozenset(above - repeats))


def _slashes(path: str) -> list[int]:
    return [place for place, character in enumerate(path) if character == "/"]


def released_forms(sitting: Sitting) -> frozenset[str]:
    """Return the forms that the organisation has released, now or earlier, as far as known here."""
    forms = {stored.form_hash for stored in sitting.vault.forms.all() if stored.allowed}
    for held in sitting.vault.objects.of_kind("config"):
        envelope = parse_envelope(held.payload)
        forms |= set(parse_configuration(envelope.organisation, envelope.body, held.digest).forms)
    return frozenset(forms | set(sitting.configuration.forms))


def newest_upholding(vault: Vault, case_id: str) -> Review | None:
    """Return the newest decision that counts about which first record of a case stands.

    It is an approval of that record which names the others that it stands before.
    """
    found = [
        review
        for document in (vault.documents.by_case(case_id, form_id=CASE_FORM) if case_id else ())
        for review in vault.reviews.of_document(document.document_id)
        if review.counted and review.verb is ReviewVerb.APPROVE and STANDS_BEFORE in review.answers
    ]
    return max(found, key=lambda each: (read_instant(each.signed_at), each.review_id), default=None)


def in_order(
    signed: Sequence[SignedRevision], upheld: Collection[str] = ()
) -> list[SignedRevision]:
    """Return revisions in the order of judgement: records of cases, of clients, then the rest.

    Within one document parents come before children, and what this vault had first comes first;
    before all of them the first records that a supervisor upheld.
    """
    parents = {each.revision.revision_id: each.revision.header.parents for each in signed}
    rank = {CASE_FORM: 0, CLIENT_FORM: 1}

    def place(each: SignedRevision) -> tuple[int, int, str, bool]:
        header = each.revision.header
        # Of what came in one second, what counts already goes on counting.
        came = (each.revision.received_at, not each.revision.counted)
        if each.revision.revision_id in upheld:
            return -1, 0, *came
        kind = rank.get(header.form_id, 2)
        if kind == 2 or not header.parents:
            return kind, 0, *came
        return kind, len(ancestors(parents, each.revision.revision_id)), *came

    return sorted(signed, key=place)


def standing_of(why: str) -> Standpoint:
    """Return the standpoint that a fault in words gives."""
    return Standpoint(counted=not why, why=why)


@dataclass(slots=True)
class Judge:
    """Judges many objects against one state of the vault, remembering what it looked up.

    Attributes:
        released: Hashes of the forms that the organisation has released.
        from_nothing: Circles grow from the judged case records alone, not from what is held.
        unread: Hashes of forms that were not at hand, so that answers were not compared with them.
    """

    vault: Vault
    trust: Trust
    definitions: Definitions
    released: frozenset[str]
    from_nothing: bool = False
    unread: set[str] = field(default_factory=set)
    _circles: dict[tuple[str, str], Circle] = field(default_factory=dict)
    _upheld: set[str] = field(default_factory=set)
    _residents: dict[str, bool] = field(default_factory=dict)
    _layouts: dict[str, Layout | None] = field(default_factory=dict)
    _hands: FirstHands = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the records that the vault holds."""
        self._hands = FirstHands(self.vault)

    def revisions(self, signed: Iterable[SignedRevision]) -> list[Revision]:
        """Return revisions with what they count, case records first and parents before children.

        Raises:
            ContentMismatch: One names another person or certificate than signed it.
        """
        return run_through(self.judging(signed))

    def judging(self, signed: Iterable[SignedRevision]) -> Steps[list[Revision]]:
        """Judge revisions one by one; see `revisions`."""
        judged = []
        given = list(signed)
        cases = {each.revision.header.subject.case_id for each in given if _is_record(each)}
        decisions = (newest_upholding(self.vault, case_id) for case_id in cases)
        self._upheld |= {each.revision_id for each in decisions if each is not None}
        self._hands.hear(each.revision for each in given)
        for each in in_order(given, self._upheld):
            revision = each.revision
            standpoint = self._judge(each)
            if standpoint.counted:
                self._learn(revision)
            self._hands.settle(revision, counted=standpoint.counted)
            if (revision.counted, revision.not_counted) != (standpoint.counted, standpoint.why):
                revision = replace(revision, counted=standpoint.counted, not_counted=standpoint.why)
            judged.append(revision)
            yield
        return judged

    def review(self, signed: SignedReview, history: Mapping[str, Revision]) -> Review:
        """Return a review with what it counts.

        Args:
            signed: The review with its certificate.
            history: The revisions of its document that are held, by id.
        """
        review = signed.review
        target = history.get(review.revision_id)
        standpoint = Standpoint(counted=True)
        if target is None or target.header.document_id != review.document_id:
            standpoint = Standpoint(
                counted=False, why=phrase("the version it speaks of is not here")
            )
        else:
            reviews = [
                each
                for each in self.vault.reviews.of_document(review.document_id)
                if each.review_id != review.review_id
            ]
            access = replace(
                self._access(target, review.reviewer_id),
                authors=writers_before(review.revision_id, history, reviews),
            )
            standpoint = self.trust.judge(
                signed.claim(), signed.certificate, REVIEW_VERBS[review.verb], access
            )
        return replace(
            review,
            counted=standpoint.counted,
            not_counted="" if standpoint.counted else standpoint.why,
        )

    def _judge(self, signed: SignedRevision) -> Standpoint:
        header = signed.revision.header
        access = self._access(signed.revision, header.author_id)
        if signed.certificate.role == Role.NIGHT_STAFF:
            access = replace(access, is_arrival=self._hands.is_arrival(signed.revision))
        standpoint = self.trust.judge(signed.claim(), signed.certificate, Verb.SIGN, access)
        if not standpoint.counted:
            return standpoint
        if not self._circle(_key(header.subject)).is_about(header.subject.client_id):
            return standing_of(OTHER_CLIENT)
        if header.form_hash not in self.released:
            return Standpoint(counted=False, why=phrase("the organisation never released its form"))
        layout = self._layout(header.form_hash)
        if layout is None:
            self.unread.add(header.form_hash)
            return standing_of(FORM_MISSING)
        return standing_of(layout.fault(signed.revision))

    def _access(self, revision: Revision, person_id: str) -> CaseAccess:
        header = revision.header
        subject = header.subject
        if subject.client_id not in self._residents:
            self._residents[subject.client_id] = lives_in_safe_house(
                self.vault, subject.case_id, subject.client_id, now=False
            )
        kinds = _kinds(revision)
        return CaseAccess(
            is_member=self._is_member(revision, person_id),
            is_unassigned=self._is_unassigned(revision),
            is_resident=self._residents[subject.client_id],
            form_id=header.form_id,
            assessment_kind=kinds.get("assessment_kind", ""),
            referral_kind=kinds.get("ref_kind", ""),
        )

    def _is_member(self, revision: Revision, person_id: str) -> bool:
        """Say whether a person belongs to the case of a revision.

        A case of one's own lets nobody in to a client whom others support already: a further case
        is opened by somebody of the client's circle, or by a supervisor, who needs no circle.
        """
        if revision.revision_id in self._upheld:
            return True
        subject = revision.header.subject
        circle = self._circle(_key(subject))
        if revision.header.form_id != CASE_FORM or not circle.is_open:
            return circle.holds(person_id)
        known = self._circle(("", subject.client_id))
        if self.from_nothing:
            earlier = read_earlier_circle(self.vault, revision)
            if not earlier.is_open:
                return person_id in earlier.people | known.people
        return known.holds(person_id)

    def _is_unassigned(self, revision: Revision) -> bool:
        """Say whether nobody was named yet for the case of a revision.

        Another first record beside the one that stands is no way to take the case over.
        """
        circle = self._circle(_key(revision.header.subject))
        if revision.header.form_id != CASE_FORM:
            return circle.is_unassigned
        if circle.is_open:
            return self._circle(("", revision.header.subject.client_id)).is_unassigned
        return circle.is_unassigned and bool(revision.header.parents)

    def _learn(self, revision: Revision) -> None:
        """Take note of a revision that counts: whom its case names, where the client lives."""
        header = revision.header
        if header.form_id == CASE_FORM:
            answers = revision.flat()
            for key in ((header.subject.case_id, ""), ("", header.subject.client_id)):
                self._circle(key).widen(answers, header.subject.client_id)
        elif header.form_id == CLIENT_FORM and is_safe_house(revision.flat()):
            self._residents[header.subject.client_id] = True

    def _circle(self, key: tuple[str, str]) -> Circle:
        if key not in self._circles:
            self._circles[key] = Circle() if self.from_nothing else read_circle(self.vault, *key)
        return self._circles[key]

    def _layout(self, form_hash: str) -> Layout | None:
        if form_hash not in self._layouts:
            definition = self.definitions(form_hash)
            self._layouts[form_hash] = None if definition is None else layout_of(definition)
        return self._layouts[form_hash]


def _is_record(signed: SignedRevision) -> bool:
    return signed.revision.header.form_id == CASE_FORM


def _key(subject: Subject) -> tuple[str, str]:
    """Return which circle decides about a subject: the case's, or the client's without a case."""
    return subject.case_id, "" if subject.case_id else subject.client_id


def _kinds(revision: Revision) -> dict[str, str]:
    """Return the two answers that authority reads, for the forms that have them."""
    if revision.header.form_id not in {"risk_assessment", "referral"}:
        return {}
    flat = revision.flat()
    return {name: str(flat.get(name, "")) for name in ("assessment_kind", "ref_kind")}

"""The register of disclosures: who got which parts of what, when, on what basis, in which transmission.

Nothing is kept for it. It is read from what is there anyway: the journal of this laptop says what was
written for whom and on what basis, and the signed records of transmission say what left, also from the
laptops of others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from outreach_app.domain.authority import Verb
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Subject
from outreach_app.domain.handovers import ACCEPTED
from outreach_app.domain.handovers import FORM as HANDOVER
from outreach_app.domain.records import Record
from outreach_app.domain.values import text_of
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.case_words import PART_WORDS, CaseWords, reference_words
from outreach_app.services.exchange.receipts import ReceiptKind
from outreach_app.services.instants import read_instant
from outreach_app.services.permission import Reader, require_case
from outreach_app.services.sharing.agencies import agencies_of
from outreach_app.services.sharing.decided import plain_name
from outreach_app.services.sharing.enclosed import enclosed_ids
from outreach_app.services.workspace import Workspace
from outreach_app.store.bundles import BundleOut
from outreach_app.store.journal import Act

_WRITTEN, _PROTECTED, _TOLD = "bundle.exported", "document.exported_pdf", "password.told"
_MOST_NAMED = 5
NOT_RECORDED = ""
"""Basis of what the command line wrote without a question, or that a record does not name."""


class Way(StrEnum):
    """How something was disclosed."""

    BUNDLE = "bundle"
    PROTECTED = "protected"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """One thing that one receiver got.

    Attributes:
        at: Instant: written, or left as the record says.
        receiver: Full name of a colleague or name of an agency.
        agency_id: The agency of the case, "" for a colleague.
        document_ids: What went, of this client.
        what: The same in words.
        kinds: The same by form, with how many there are of each.
        parts: Parts of these documents that went, by name.
        basis: ``team``, ``consent``, one of the other lawful bases, or `NOT_RECORDED`.
        reason: Why another basis held, in the words of whoever wrote it.
        consent_ids: Consents that it rests on.
        decided_by: Initials and role of who decided another basis, "" for nobody.
        by: Initials and role of who wrote or sent it.
        method: Which way, in words.
        transmission: Bundle id, hash of the file, or id of the record of transmission.
        is_confirmed: It is known to have left: it arrived, its digits were told, or somebody says so.
    """

    at: str
    way: Way
    receiver: str
    document_ids: tuple[str, ...]
    what: tuple[str, ...]
    transmission: str
    kinds: tuple[str, ...] = ()
    agency_id: str = ""
    parts: tuple[str, ...] = ()
    basis: str = NOT_RECORDED
    reason: str = ""
    consent_ids: tuple[str, ...] = ()
    decided_by: str = ""
    by: str = ""
    method: str = ""
    is_confirmed: bool = False


def disclosures(workspace: Workspace, subject: Subject) -> tuple[Disclosure, ...]:
    """Return everything of a case that anybody got, the newest first.

    Raises:
        NotAllowed: The case is not for this person; the attempt is in the journal.
    """
    require_case(workspace.sitting, subject, Verb.READ, form_id="transmission")
    return _Register(workspace, subject).read(_acts(workspace))


def disclosures_to(workspace: Workspace, name: str) -> tuple[tuple[Subject, Disclosure], ...]:
    """Return everything that an agency or a person of a name got of any case one may read.

    Args:
        workspace: The unlocked vault.
        name: As it is written in the records, capitals and blanks aside.
    """
    reader = Reader(workspace.sitting)
    wanted, acts = plain_name(name), _acts(workspace)
    found = [
        (subject, each)
        for subject in dict.fromkeys(
            each.subject for each in workspace.vault.documents.all() if reader.sight(each)
        )
        if subject.case_id
        for each in _Register(workspace, subject).read(acts)
        if plain_name(each.receiver) == wanted
    ]
    return tuple(sorted(found, key=lambda pair: read_instant(pair[1].at), reverse=True))


def on_consent(found: Iterable[Disclosure], consent_id: str) -> tuple[Disclosure, ...]:
    """Return those that rest on one consent."""
    return tuple(each for each in found if consent_id in each.consent_ids)


class _Register:
    """Reads the disclosures of one case."""

    def __init__(self, workspace: Workspace, subject: Subject) -> None:
        self._workspace = workspace
        self._subject = subject
        self._words = CaseWords(workspace)
        self._case_file: CaseFile = workspace.casework.case_file(subject)
        self._titles = reference_words(workspace, self._case_file, self._words)
        self._agencies = {each.document_id: each.name for each in agencies_of(workspace, subject)}
        self._people = {
            each.person_id: each.full_name for each in workspace.sitting.trust.everybody()
        }
        self._sent = workspace.vault.bundles.sent()
        reader = Reader(workspace.sitting)
        own = Subject(client_id=subject.client_id)
        self._readable = {
            each.document_id: each
            for each in workspace.vault.documents.by_subject(own)
            if each.subject.case_id in {"", subject.case_id} and reader.sight(each) is not None
        }

    def read(self, acts: tuple[Act, ...]) -> tuple[Disclosure, ...]:
        told = {str(act.facts.get("sha256", "")) for act in acts if act.kind == _TOLD}
        written = [
            disclosure
            for act in acts
            for disclosure in (self._bundle(act) if act.kind == _WRITTEN else ())
        ]
        copies = {
            each.transmission: each
            for act in acts
            if act.kind == _PROTECTED
            for each in self._copy(act, told)
        }
        recorded = list(self._recorded(copies))
        found = [self._received(each) for each in (*written, *copies.values(), *recorded)]
        return tuple(sorted(found, key=lambda each: read_instant(each.at), reverse=True))

    def _received(self, found: Disclosure) -> Disclosure:
        """Return a disclosure as confirmed where a service has accepted what went to it."""
        accepted = any(
            record.form_id == HANDOVER
            and text_of(record.answers, "ho_answer") == ACCEPTED
            and text_of(record.answers, "ho_agency") == found.agency_id
            for record in map(self._case_file.find, found.document_ids)
            if record is not None
        )
        return replace(found, is_confirmed=True) if accepted and found.agency_id else found

    # ---- bundles ----------------------------------------------------------------------------

    def _bundle(self, act: Act) -> Iterator[Disclosure]:
        cases = str(act.facts.get("cases", "")).split()
        if cases and self._subject.case_id not in cases:
            return
        first = str(act.facts.get("set", ""))
        for head in (each for each in self._sent if each.bundle_id == first):
            pieces = [each for each in self._sent if _is_piece(each, head)]
            ids = self._in_bundles(each.bundle_id for each in pieces)
            if ids:
                yield replace(
                    self._of_act(act, ids),
                    at=head.created_at,
                    receiver=self._people.get(head.recipient_id, phrase("Not known here")),
                    parts=tuple(str(act.facts.get("parts", "")).split()),
                    method=phrase("Encrypted bundle"),
                    transmission=head.bundle_id,
                    is_confirmed=self._arrived(head),
                )

    def _in_bundles(self, bundle_ids: Iterable[str]) -> tuple[str, ...]:
        carried = self._workspace.vault.carried.documents_in(bundle_ids)
        every = dict.fromkeys(each for ids in carried.values() for each in ids)
        return tuple(each for each in every if each in self._readable)

    def _arrived(self, head: BundleOut) -> bool:
        return any(
            each.by_id == head.recipient_id and each.kind == ReceiptKind.ARRIVAL.value
            for each in self._workspace.vault.bundles.receipts(head.bundle_id)
        )

    def _of_act(self, act: Act, ids: tuple[str, ...]) -> Disclosure:
        facts = act.facts
        decided = str(facts.get("decided_by", ""))
        return Disclosure(
            at=act.at,
            way=Way.BUNDLE,
            receiver="",
            agency_id=str(facts.get("agency", "")),
            document_ids=ids,
            what=tuple(map(self._title, ids)),
            kinds=self._kinds(ids),
            basis=str(facts.get("basis", NOT_RECORDED)),
            reason=str(facts.get("basis_reason", "")),
            consent_ids=tuple(str(facts.get("consents", "")).split()),
            decided_by=self._words.person(decided) if decided else "",
            by=self._words.person(act.person_id),
            transmission="",
        )

    # ---- protected copies -------------------------------------------------------------------

    def _copy(self, act: Act, told: set[str]) -> Iterator[Disclosure]:
        document_id = str(act.facts.get("document", ""))
        agency_id = str(act.facts.get("agency", ""))
        if not agency_id or document_id not in self._readable:
            # A copy for the record itself, which nobody was given.
            return
        digest = str(act.facts.get("sha256", ""))
        document = self._readable[document_id]
        papers = [
            each for each in enclosed_ids(self._workspace, document) if each in self._readable
        ]
        yield replace(
            self._of_act(act, (document_id, *papers)),
            way=Way.PROTECTED,
            receiver=self._agency(agency_id),
            parts=tuple(str(act.facts.get("parts", "")).split()),
            method=phrase("Protected PDF, its digits by telephone"),
            transmission=digest,
            is_confirmed=digest in told,
        )

    # ---- records of transmission ------------------------------------------------------------

    def _recorded(self, copies: dict[str, Disclosure]) -> Iterator[Disclosure]:
        """Yield what the records say left; a copy that was made here goes into its record."""
        for record in self._case_file.all("transmission"):
            referral = self._case_file.find(text_of(record.answers, "tx_referral"))
            if referral is None or record.document_id not in self._readable:
                continue
            made = copies.pop(text_of(record.answers, "tx_copy_held"), None)
            yield self._left(record, referral, made)

    def _left(self, record: Record, referral: Record, made: Disclosure | None) -> Disclosure:
        answers, said = record.answers, referral.answers
        agency_id = text_of(said, "ref_to_agency")
        consent = text_of(said, "ref_consent")
        basis, reason = _basis_of(said)
        known = made if made is not None and made.basis else None
        method = text_of(answers, "tx_method")
        return Disclosure(
            at=text_of(answers, "tx_at") or record.at.isoformat(),
            way=Way.RECORDED,
            receiver=self._agency(agency_id) or text_of(answers, "tx_to"),
            agency_id=agency_id,
            document_ids=(referral.document_id,),
            what=(self._title(referral.document_id),),
            parts=made.parts if made is not None else (),
            basis=known.basis if known is not None else basis,
            reason=known.reason if known is not None else reason,
            consent_ids=known.consent_ids if known is not None else tuple(filter(None, (consent,))),
            decided_by=known.decided_by if known is not None else "",
            by=self._words.person(text_of(answers, "tx_by")),
            method=self._words.choice("transmission", "tx_method", method),
            transmission=record.document_id,
            is_confirmed=True,
        )

    def _kinds(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        counts = Counter(self._words.form(self._readable[each].form_id) for each in ids)
        return tuple(
            phrase("{form} ({number})", form=form, number=count) if count > 1 else form
            for form, count in sorted(counts.items())
        )

    def _agency(self, agency_id: str) -> str:
        return self._agencies.get(agency_id, "")

    def _title(self, document_id: str) -> str:
        form_id = self._readable[document_id].form_id if document_id in self._readable else ""
        return self._titles.get(document_id) or self._words.form(form_id)


def _basis_of(referral: Mapping[str, object]) -> tuple[str, str]:
    """Return basis and reason of a referral that left by hand."""
    if text_of(referral, "ref_consent"):
        return "consent", ""
    reason = text_of(referral, "ref_no_consent_basis")
    adult = text_of(referral, "as_consent_basis")
    return (adult or ("other" if reason else NOT_RECORDED)), reason


def _acts(workspace: Workspace) -> tuple[Act, ...]:
    """Return the acts by which something was written or told."""
    return workspace.vault.journal.acts_of({_WRITTEN, _PROTECTED, _TOLD})


def _is_piece(bundle: BundleOut, head: BundleOut) -> bool:
    """Say whether a bundle is of the same set for the same person; a set has one instant."""
    return bundle.recipient_id == head.recipient_id and bundle.created_at == head.created_at


def basis_words(found: Disclosure) -> str:
    """Return on what basis something went, in words."""
    words = {
        "team": phrase("Within the team of the case"),
        "consent": phrase("The client’s consent"),
        "child_at_risk": phrase("A child is at risk"),
        "immediate_danger": phrase("Immediate danger"),
        "serious_crime": phrase("A serious crime"),
        "court_order": phrase("A court order"),
        "no_capacity": phrase("No capacity to decide"),
        "given": phrase("The client’s consent"),
        "coercion": phrase("Coercion"),
        "others_risk": phrase("Risk to others"),
        "vital": phrase("Vital interests"),
        "other": phrase("Another lawful reason"),
    }.get(found.basis, phrase("Not written down"))
    return in_a_row((words, found.reason, found.decided_by), ": " if found.reason else " · ")


def what_words(found: Disclosure) -> str:
    """Return what went, in words: each document, or of many how many of each kind."""
    return in_a_row(found.what if len(found.what) <= _MOST_NAMED else found.kinds, " · ")


def way_words(found: Disclosure) -> str:
    """Return how something went, in words, and whether that is known."""
    return in_a_row(
        (found.method, "" if found.is_confirmed else phrase("not known to have arrived"))
    )


def part_words(found: Disclosure) -> str:
    """Return which parts went, in words."""
    return in_a_row(PART_WORDS.get(each, each) for each in found.parts)

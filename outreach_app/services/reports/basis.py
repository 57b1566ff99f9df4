"""What a report rests on: the cases at the cut-off, and which versions and bundles they came from."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from outreach_app.domain.authority import CaseAccess, Verb
from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.records import SECOND_PERSON
from outreach_app.domain.reports.audiences import Thresholds
from outreach_app.domain.reports.records import (
    READ_FORMS,
    CaseRecord,
    Flat,
    Surroundings,
    Version,
    is_read,
)
from outreach_app.services.instants import day_of, read_instant
from outreach_app.services.shipped import forms_folder, read_table
from outreach_app.services.sitting import Sitting
from outreach_app.store.accepted import AcceptedDocument
from outreach_app.store.steps import Steps

_APPROVING = frozenset(verb.value for verb in SECOND_PERSON)
_SHORT = 16
"""So many hex digits of a version are kept with a report: enough to tell versions apart."""


@dataclass(frozen=True, slots=True)
class Basis:
    """The cases of a vault at a cut-off.

    Attributes:
        versions: The newest accepted version of each document, by document, shortened.
        bundles: Digest of each accepted bundle.
    """

    cut_off: datetime
    cases: tuple[CaseRecord, ...]
    around: Surroundings
    versions: dict[str, str]
    bundles: tuple[str, ...]

    def digest(self) -> str:
        """Return one digest of all versions: equal when nothing has changed."""
        lines = "\n".join(
            f"{document} {self.versions[document]}" for document in sorted(self.versions)
        )
        return hashlib.sha256(lines.encode("ascii")).hexdigest()


def require_report(sitting: Sitting) -> None:
    """Refuse whoever may not make reports.

    Raises:
        NotAllowed: The role does not allow it; the attempt is in the journal.
    """
    sitting.require(Verb.REPORT, CaseAccess())


def reading_basis(sitting: Sitting, cut_off: datetime) -> Steps[Basis]:
    """Read what reports rest on, in short steps.

    Raises:
        NotAllowed: See `require_report`.
    """
    require_report(sitting)
    gathered = Gathered()
    for some in sitting.vault.accepted.slices(cut_off, READ_FORMS, is_read):
        gathered.take(some)
        yield
    bundles = sorted(
        bundle.file_digest
        for bundle in sitting.vault.bundles.received()
        if bundle.accepted_at and read_instant(bundle.accepted_at) <= cut_off
    )
    cases = gathered.cases()
    yield
    return Basis(cut_off, cases, _surroundings(sitting), gathered.versions, tuple(bundles))


def _surroundings(sitting: Sitting) -> Surroundings:
    forces = read_table(forms_folder() / "lists" / "police_force.csv")
    return Surroundings(
        timescales=sitting.configuration.time_limits(),
        bank_holidays=sitting.configuration.holidays(),
        force_regions={row["name"]: row["region"] for row in forces if row["region"]},
        thresholds=thresholds_in_force(sitting),
    )


def thresholds_in_force(sitting: Sitting) -> Thresholds:
    """Return what is in force for small numbers: set by the organisation, never below the rules."""
    settings = sitting.settings()
    return Thresholds(
        partner=settings.number("reports.least_partner"),
        public=settings.number("reports.least_public"),
        partner_base=settings.number("reports.base_partner"),
        public_base=settings.number("reports.base_public"),
        region=settings.number("reports.least_region"),
        difference=settings.number("reports.difference"),
        share=settings.number("reports.greatest_share"),
    )


@dataclass(slots=True)
class Gathered:
    """Documents put together to cases as they are read.

    Attributes:
        versions: See `Basis`.
    """

    versions: dict[str, str] = field(default_factory=dict)
    _clients: dict[str, AcceptedDocument] = field(default_factory=dict)
    _records: dict[str, AcceptedDocument] = field(default_factory=dict)
    _documents: dict[str, dict[str, list[Version]]] = field(default_factory=dict)
    _conflicts: dict[str, int] = field(default_factory=dict)

    def take(self, documents: Iterable[AcceptedDocument]) -> None:
        """Take the next documents, in any order."""
        for each in documents:
            self.versions[each.document_id] = each.revision_id.removeprefix("sha256:")[:_SHORT]
            if each.heads > 1:
                case = each.case_id or each.client_id
                self._conflicts[case] = self._conflicts.get(case, 0) + 1
            if each.form_id == "client":
                self._newer(self._clients, each.client_id, each)
            elif each.form_id == "case":
                self._newer(self._records, each.case_id, each)
            elif each.case_id:
                forms = self._documents.setdefault(each.case_id, {})
                forms.setdefault(each.form_id, []).append(_version(each))

    @staticmethod
    def _newer(held: dict[str, AcceptedDocument], name: str, each: AcceptedDocument) -> None:
        """Keep the newest record; two laptops may have begun one each."""
        old = held.get(name)
        if old is None or read_instant(old.signed_at) <= read_instant(each.signed_at):
            held[name] = each
        if old is not None and read_instant(old.first_signed_at) < read_instant(
            each.first_signed_at
        ):
            held[name] = replace(held[name], first_answers=old.first_answers)

    def cases(self) -> tuple[CaseRecord, ...]:
        """Return the cases of all documents taken, in the order of their ids."""
        return tuple(self._case(record) for _id, record in sorted(self._records.items()))

    def _case(self, record: AcceptedDocument) -> CaseRecord:
        nothing: Flat = {}
        client = self._clients.get(record.client_id)
        forms = self._documents.get(record.case_id, {})
        return CaseRecord(
            case_id=record.case_id,
            client_id=record.client_id,
            client=client.answers if client else nothing,
            first_client=client.first_answers if client else nothing,
            case=record.answers,
            documents={
                form: tuple(sorted(versions, key=lambda each: each.signed_at))
                for form, versions in forms.items()
            },
            conflicts=self._conflicts.get(record.case_id, 0),
        )


def _version(each: AcceptedDocument) -> Version:
    approved = [said for said in each.reviews if said.verb in _APPROVING]
    of_this = [said for said in each.reviews if said.revision_id == each.revision_id]
    here = {said.verb for said in of_this}
    return Version(
        document_id=each.document_id,
        form_id=each.form_id,
        signed_at=read_instant(each.signed_at),
        first_signed_on=day_of(each.first_signed_at),
        answers=each.answers,
        approved_on=day_of(approved[0].signed_at) if approved else None,
        countersigned=bool(here & _APPROVING),
        closed=ReviewVerb.CLOSE.value in here,
        said={name: text for said in of_this for name, text in said.answers.items()},
    )

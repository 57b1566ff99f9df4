"""Sharing as a person decides it: for whom, what, on what basis, with what harm weighed.

What is decided here stands in the journal beside the bundle that it led to. The command line writes
bundles without these questions; whoever uses it answers for them otherwise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from outreach_app.bundle.padding import padded_bytes
from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.domain.authority import CaseAccess, Verb, may
from outreach_app.domain.consent_cover import (
    LEAST_ADDRESS_REASON,
    LEAST_REASON,
    OTHER_BASES,
    Cover,
    cover,
    facts_in,
)
from outreach_app.domain.consents import consents_of
from outreach_app.domain.documents import Document, PartName, Subject
from outreach_app.domain.people import Person
from outreach_app.services.case_words import CaseWords
from outreach_app.services.exchange.errors import (
    AddressUnexplained,
    BasisUndecided,
    HarmNotWeighed,
    KeyWordsNotCompared,
    NameNotTyped,
    NoConsent,
)
from outreach_app.services.exchange.export import ExportOrder, Prepared, prepare
from outreach_app.services.exchange.load import gather, require_export
from outreach_app.services.exchange.recipients import (
    check_own_certificate,
    find_recipients,
    require_own_organisation,
)
from outreach_app.services.exchange.selection import ExportChoice
from outreach_app.services.restored import require_caught_up, require_own_device
from outreach_app.services.sharing.candidates import (
    Candidate,
    candidates,
    note_compared,
    parts_for_all,
)
from outreach_app.services.sharing.enclosed import enclosed
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace

MOST_WORDS = 500


class Basis(StrEnum):
    """On what it goes."""

    TEAM = "team"
    CONSENT = "consent"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Why it may go.

    Attributes:
        agency_id: The agency of the case that somebody outside works for, "" for none.
        other_basis: One of `OTHER_BASES` where consent does not cover it, "" for none.
        reason: Why that basis holds.
        decided_by: The supervisor or safeguarding lead who decided it.
    """

    agency_id: str = ""
    other_basis: str = ""
    reason: str = ""
    decided_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """What was weighed: `is_weighed` by a choice, the texts when there is a risk."""

    is_weighed: bool = False
    risk: str = ""
    not_sending: str = ""
    measures: str = ""
    is_known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareOrder:
    """Everything that a person decided about one bundle.

    Attributes:
        person_ids: For whom, by id.
        address_reason: Why places and addresses go along; looked at when `with_address`.
        compared: Certificates whose words were compared just now.
        typed_names: What was typed as the name of people outside the home team, by id.
    """

    person_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    folder: Path
    purpose: str = ""
    with_address: bool = False
    address_reason: str = ""
    grounds: Grounds = field(default_factory=Grounds)
    harm: Harm = field(default_factory=Harm)
    compared: frozenset[int] = frozenset()
    typed_names: Mapping[str, str] = field(default_factory=dict)


def coverage(
    workspace: Workspace,
    subject: Subject,
    agency_id: str,
    documents: Sequence[Document],
    parts: Sequence[str],
) -> Cover:
    """Return what consents say about some documents of a case for an agency today."""
    sitting = workspace.sitting
    case_file = workspace.casework.case_file(subject)
    return cover(
        consents_of(case_file, sitting.configuration.time_limits()),
        agency_id,
        facts_in((each.form_id for each in documents), parts),
        sitting.today(),
    )


def deciders(sitting: Sitting) -> tuple[Person, ...]:
    """Return who may decide that something goes without consent, each once, by name."""
    found = {
        person.person_id: person
        for person in sitting.trust.people(sitting.now())
        if may(person.person_id, person.role, Verb.DECIDE_WITHOUT_CONSENT, CaseAccess()).allowed
    }
    return tuple(sorted(found.values(), key=lambda each: each.full_name))


def check(workspace: Workspace, order: ShareOrder) -> dict[str, str]:
    """Accept what a person decided, and return it for the journal.

    Raises:
        RestoredVault, RestoredKeys: The vault was restored and has not caught up.
        SuspendedYourself, CertificateWithdrawn, OwnCertificateEnded: One's own does not stand.
        NotAllowed: The role does not send this.
        NoValidRecipient, RecipientKeyExpired: Somebody cannot be written to.
        SwitchedOff: Somebody is of another agency, and the settings do not allow that.
        KeyWordsNotCompared, NameNotTyped: It is not settled whom it is for.
        InventoryOutdated: A handover names other versions than would go.
        NoConsent, BasisUndecided: It is not settled on what basis it goes.
        HarmNotWeighed, AddressUnexplained: Something was not weighed or explained.
    """
    sitting = workspace.sitting
    require_own_device(sitting)
    require_caught_up(sitting)
    addressees = find_recipients(sitting, order.person_ids)
    check_own_certificate(sitting, addressees)
    require_own_organisation(sitting, addressees)
    documents = [sitting.vault.documents.get(each) for each in order.document_ids]
    require_export(sitting, documents)
    chosen = [
        each for each in candidates(sitting, documents) if each.person.person_id in order.person_ids
    ]
    _check_people(chosen, order)
    address = check_address(order.address_reason, wanted=order.with_address)
    facts = address | check_harm(order.harm)
    if all(each.at_home for each in chosen):
        return facts | {"basis": Basis.TEAM.value}
    for each in documents:
        enclosed(workspace, each)
    return facts | check_basis(workspace, order.grounds, documents, parts_of(chosen, order))


def parts_of(chosen: Sequence[Candidate], order: ShareOrder) -> tuple[str, ...]:
    """Return the parts that go to some people."""
    return parts_for_all(chosen, with_address=order.with_address)


def _check_people(chosen: Sequence[Candidate], order: ShareOrder) -> None:
    for each in chosen:
        if any(key.serial not in order.compared for key in each.new_keys):
            raise KeyWordsNotCompared(initials=each.person.initials)
        typed = order.typed_names.get(each.person.person_id, "")
        if not each.at_home and plain_name(typed) != plain_name(each.person.full_name):
            raise NameNotTyped


def plain_name(name: str) -> str:
    """Return a name as it is compared: without case and further blanks."""
    return " ".join(name.split()).casefold()


def check_address(reason: str, *, wanted: bool) -> dict[str, str]:
    """Accept the reason why places and addresses go along, for the journal.

    Raises:
        AddressUnexplained: It is too short to be one.
    """
    if not wanted:
        return {}
    words = _words(reason)
    if len(words) < LEAST_ADDRESS_REASON:
        raise AddressUnexplained(least=LEAST_ADDRESS_REASON)
    return {"address_reason": words}


def check_harm(harm: Harm) -> dict[str, str]:
    """Accept what was weighed, for the journal.

    Raises:
        HarmNotWeighed: Nobody answered, or a risk is not described on both sides.
    """
    if not harm.is_weighed:
        raise HarmNotWeighed
    if not harm.is_known:
        return {"harm": "none known"}
    texts = {
        "harm_risk": _words(harm.risk),
        "harm_not_sending": _words(harm.not_sending),
        "harm_measures": _words(harm.measures),
    }
    if not all(texts.values()):
        raise HarmNotWeighed
    return {"harm": "a risk", **texts}


def check_basis(
    workspace: Workspace, grounds: Grounds, documents: Sequence[Document], parts: Sequence[str]
) -> dict[str, str]:
    """Accept on what basis documents go to somebody outside, for the journal.

    Raises:
        NoConsent: Consent does not cover all of it, and nothing else was said.
        BasisUndecided: Another basis without a reason, or that nobody decided.
    """
    if grounds.other_basis:
        return _check_other(workspace.sitting, grounds)
    words = CaseWords(workspace)
    uncovered: list[str] = []
    consents: list[str] = []
    for subject in dict.fromkeys(each.subject for each in documents):
        own = [each for each in documents if each.subject == subject]
        found = coverage(workspace, subject, grounds.agency_id, own, parts)
        if not found.consents:
            uncovered += [words.form(each.form_id) for each in own]
        uncovered += [words.choice("consent", "con_what", each) for each in found.uncovered]
        consents += [each.document_id for each in found.consents]
    if uncovered:
        raise NoConsent(uncovered=", ".join(dict.fromkeys(uncovered)))
    return {
        "basis": Basis.CONSENT.value,
        "consents": " ".join(dict.fromkeys(consents)),
        "agency": grounds.agency_id,
    }


def _check_other(sitting: Sitting, grounds: Grounds) -> dict[str, str]:
    reason = _words(grounds.reason)
    who = {each.person_id for each in deciders(sitting)}
    known = grounds.other_basis in OTHER_BASES
    if not known or len(reason) < LEAST_REASON or grounds.decided_by not in who:
        raise BasisUndecided(least=LEAST_REASON)
    return {
        "basis": grounds.other_basis,
        "basis_reason": reason,
        "decided_by": grounds.decided_by,
        "agency": grounds.agency_id,
    }


def _words(text: str) -> str:
    return " ".join(text.split())[:MOST_WORDS]


def estimated_bytes(workspace: Workspace, order: ShareOrder) -> int:
    """Return about how large a bundle will be, before it is signed: a word for people, no promise."""
    sitting = workspace.sitting
    documents = [sitting.vault.documents.get(each) for each in order.document_ids]
    chosen = [
        each for each in candidates(sitting, documents) if each.person.person_id in order.person_ids
    ]
    load = gather(
        sitting,
        order.person_ids,
        ExportChoice(document_ids=order.document_ids),
        parts_of(chosen, order),
        workspace.shelf,
    )
    files = sum(each.sealed.size_bytes for each in load.attached)
    forms = sum(map(len, load.content.forms))
    answers = sum(
        len(canonical_bytes(part.answers))
        for each in load.revisions
        for part in each.parts.values()
        if part.answers is not None
    )
    # The answers go once to be signed and once to be read.
    headers = sum(len(each.payload) + len(each.signature) for each in load.revisions)
    return padded_bytes(files + forms + headers + 2 * answers)


def prepare_share(workspace: Workspace, signer: Signer, order: ShareOrder) -> Prepared:
    """Check what was decided and read everything that goes; see `export.prepare` for what follows.

    Raises:
        Refusal: What `check` and `export.prepare` refuse; nothing was written.
    """
    sitting = workspace.sitting
    facts = check(workspace, order)
    documents = [sitting.vault.documents.get(each) for each in order.document_ids]
    chosen = [
        each for each in candidates(sitting, documents) if each.person.person_id in order.person_ids
    ]
    note_compared(sitting, order.compared)
    return prepare(
        sitting,
        signer,
        ExportChoice(document_ids=order.document_ids),
        ExportOrder(
            recipients=order.person_ids,
            folder=order.folder,
            purpose=order.purpose,
            parts=parts_of(chosen, order),
            grounds=facts,
        ),
        workspace.shelf,
    )


def parts_that_stay(parts: Sequence[str]) -> frozenset[str]:
    """Return the parts of documents that stay here when some go; what no bundle carries aside."""
    every = {
        PartName.MAIN.value,
        PartName.LOCATION.value,
        PartName.SPECIAL.value,
        PartName.STAFF.value,
        PartName.THIRD_PARTY.value,
        PartName.INTERNAL.value,
    }
    return frozenset(every - set(parts))

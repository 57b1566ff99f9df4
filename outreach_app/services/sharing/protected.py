"""A protected PDF for an agency without a key: checked, made, verified, noted; then the call.

The digits are shown once and kept nowhere. That they were read out, to whom and on which number, is
kept; for a referral the record of its transmission is begun with what is known.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from outreach_app.crypto.words import in_groups
from outreach_app.domain.approvals import may_leave
from outreach_app.domain.documents import Document, PartName
from outreach_app.domain.ids import Prefix
from outreach_app.domain.referral_gates import approval_required
from outreach_app.domain.values import text_of
from outreach_app.paths import StagedFile, stage_file
from outreach_app.report.errors import NotAPdf
from outreach_app.report.pictures import PageReader
from outreach_app.services.errors import NothingToExport
from outreach_app.services.exchange.errors import (
    CopyNotVerified,
    NameNotTyped,
    NoNumber,
    OtherReceiver,
    ReferralNotApproved,
)
from outreach_app.services.exchange.load import require_export
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.printing import (
    Composed,
    Sealed,
    compose_document,
    rendered,
    sealed,
    with_enclosed,
)
from outreach_app.services.restored import require_caught_up, require_own_device
from outreach_app.services.sharing.agencies import InvolvedAgency, agencies_of
from outreach_app.services.sharing.decided import (
    Grounds,
    Harm,
    check_address,
    check_basis,
    check_harm,
    plain_name,
)
from outreach_app.services.sharing.enclosed import enclosed
from outreach_app.services.sharing.local_forms import with_local_form
from outreach_app.services.suspending import require_good_standing
from outreach_app.services.workspace import Workspace

REFERRAL, TRANSMISSION = "referral", "transmission"
_EVERY = frozenset(
    {
        PartName.LOCATION.value,
        PartName.SPECIAL.value,
        PartName.STAFF.value,
        PartName.THIRD_PARTY.value,
        PartName.INTERNAL.value,
    }
)
_PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedOrder:
    """Everything that a person decided about one protected copy.

    Attributes:
        agency_id: The agency of the case that gets it.
        typed_name: What was typed as its name.
    """

    document_id: str
    agency_id: str
    folder: Path
    typed_name: str = ""
    with_address: bool = False
    address_reason: str = ""
    grounds: Grounds = field(default_factory=Grounds)
    harm: Harm = field(default_factory=Harm)


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedCopy:
    """A protected copy that lies in its folder and has no name yet."""

    copy: Sealed = field(repr=False)
    file: StagedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedCopy:
    """A protected copy that was written.

    Attributes:
        data: The bytes of the file, for the call sheet and the record of the transmission.
        digits: The password in groups; it is nowhere else.
    """

    path: Path
    digest: str
    pages: int
    document: Document
    agency: InvolvedAgency
    data: bytes = field(repr=False)
    digits: str = field(repr=False)


def parts_left_out(form_id: str, *, with_address: bool) -> frozenset[str]:
    """Return the parts that stay here when a document goes to an agency.

    A referral is written for its receiver, but for what we weighed ourselves; of everything else only
    the main part goes.
    """
    address = frozenset({PartName.LOCATION.value})
    left = address | {PartName.INTERNAL.value} if form_id == REFERRAL else _EVERY
    return left - address if with_address else left


def _going(form_id: str, *, with_address: bool) -> tuple[str, ...]:
    left = parts_left_out(form_id, with_address=with_address)
    return tuple(sorted(_EVERY - left | {PartName.MAIN.value}))


def check_protected(workspace: Workspace, order: ProtectedOrder) -> dict[str, str]:
    """Accept what a person decided, and return it for the journal.

    Raises:
        RestoredVault, RestoredKeys, SuspendedYourself, CertificateWithdrawn: See these.
        NotAllowed: The role does not send this.
        ReferralNotApproved, OtherReceiver: A referral may not go, or not to this agency.
        SwitchedOff: The settings in force do not allow it.
        NameNotTyped, NoNumber: It is not settled whom it is for, or whom to call.
        NoConsent, BasisUndecided: It is not settled on what basis it goes.
        HarmNotWeighed, AddressUnexplained: Something was not weighed or explained.
    """
    require_own_device(workspace.sitting)
    require_caught_up(workspace.sitting)
    require_good_standing(workspace.sitting)
    workspace.sitting.settings().require_on("export.protected_pdf")
    document = workspace.vault.documents.get(order.document_id)
    documents = (document, *enclosed(workspace, document))
    require_export(workspace.sitting, documents)
    agency = agency_of(workspace, document, order.agency_id)
    if plain_name(order.typed_name) != plain_name(agency.name):
        raise NameNotTyped
    if not agency.contact.strip():
        raise NoNumber
    if document.form_id == REFERRAL:
        _check_referral(workspace, document, order.agency_id)
    going = _going(document.form_id, with_address=order.with_address)
    return (
        check_address(order.address_reason, wanted=order.with_address)
        | check_harm(order.harm)
        | check_basis(workspace, order.grounds, documents, going)
    )


def _check_referral(workspace: Workspace, document: Document, agency_id: str) -> None:
    case_file = workspace.casework.case_file(document.subject)
    record = case_file.find(document.document_id)
    if record is None:
        raise NothingToExport
    receiver = text_of(record.answers, "ref_to_agency")
    if receiver and receiver != agency_id:
        raise OtherReceiver
    urgency = text_of(record.answers, "ref_urgency")
    if approval_required(urgency) and not may_leave(case_file, record):
        raise ReferralNotApproved


def agency_of(workspace: Workspace, document: Document, agency_id: str) -> InvolvedAgency:
    """Return an agency of a document's case.

    Raises:
        NameNotTyped: The case has no such agency.
    """
    for each in agencies_of(workspace, document.subject):
        if each.document_id == agency_id:
            return each
    raise NameNotTyped


def compose_protected(workspace: Workspace, order: ProtectedOrder) -> Composed:
    """Read what the copy says.

    Raises:
        NotAllowed: The role does not print this.
    """
    document = workspace.vault.documents.get(order.document_id)
    left = parts_left_out(document.form_id, with_address=order.with_address)
    composed = with_enclosed(
        compose_document(workspace, document, without=left, outside=True),
        [
            compose_document(workspace, each, without=left, outside=True)
            for each in enclosed(workspace, document)
        ],
    )
    return with_local_form(workspace, document, composed)


def neutral_path(workspace: Workspace, folder: Path) -> Path:
    """Return a file in a folder with a name that says nothing."""
    return folder / (workspace.sitting.new_id(Prefix.OBJECT).partition("_")[2] + ".pdf")


def make_protected(composed: Composed, path: Path, say: Callable[[int], None]) -> StagedCopy:
    """Set the pages, protect them, write beside the name, read back; needs no vault.

    Args:
        composed: What the copy says.
        path: Where it will stand.
        say: Hears how many per cent are done; what it raises ends the work and leaves nothing.

    Raises:
        HostFault: It cannot be written.
    """
    say(0)
    printed = rendered(composed)
    say(40)
    copy = sealed(printed, protect=True, files=composed.files)
    say(70)
    staged = StagedCopy(copy=copy, file=stage_file(path, copy.data))
    try:
        say(100)
    except BaseException:
        staged.file.discard()
        raise
    return staged


def settle_protected(
    workspace: Workspace, order: ProtectedOrder, staged: StagedCopy
) -> ProtectedCopy:
    """Open the written file with its digits, note it and give it its name, in one act.

    Another reader opens it than the writer was: only with the digits, and with all its pages.

    Raises:
        CopyNotVerified: It does not open as it should; nothing is left.
        OtherFolder: Such files belong elsewhere; nothing is left.
        HostFault: The folder is gone or the vault cannot be written; nothing is left.
    """
    copy, printed = staged.copy, staged.copy.printed
    document = workspace.vault.documents.get(order.document_id)
    try:
        workspace.sitting.settings().require_folder("export.folder", staged.file.path.parent)
        decided = check_protected(workspace, order)
    except BaseException:
        staged.file.discard()
        raise
    facts = {
        "client": document.subject.client_id,
        "case": document.subject.case_id,
        "document": document.document_id,
        "revision": printed.revision_id,
        "agency": order.agency_id,
        "sha256": copy.digest,
        "parts": " ".join(_going(document.form_id, with_address=order.with_address)),
        **decided,
    }
    known = {name: value for name, value in facts.items() if value}
    act = workspace.sitting.act("document.exported_pdf", pages=printed.pages, **known)
    try:
        _verify(staged.file.read(), copy)
        with workspace.vault.transaction(act):
            staged.file.settle()
    except BaseException:
        staged.file.discard()
        raise
    return ProtectedCopy(
        path=staged.file.path,
        digest=copy.digest,
        pages=printed.pages,
        document=document,
        agency=agency_of(workspace, document, order.agency_id),
        data=copy.data,
        digits=in_groups(copy.password),
    )


def _verify(written: bytes, copy: Sealed) -> None:
    if written != copy.data or PageReader(written, copy.password).pages != copy.printed.pages:
        raise CopyNotVerified
    try:
        PageReader(written)
    except NotAPdf:
        return
    raise CopyNotVerified


def record_call(workspace: Workspace, copy: ProtectedCopy, given_to: str) -> None:
    """Keep that the digits were read out to somebody at the agency's own number; not the digits.

    Raises:
        NameNotTyped: Nobody is named.
    """
    name = " ".join(given_to.split())
    if not name:
        raise NameNotTyped
    act = workspace.sitting.act(
        "password.told",
        document=copy.document.document_id,
        agency=copy.agency.document_id,
        number=copy.agency.contact,
        given_to=name,
        sha256=copy.digest,
    )
    with workspace.vault.transaction(act):
        pass


def begin_transmission(workspace: Workspace, copy: ProtectedCopy, given_to: str) -> OpenDocument:
    """Begin the record of a referral's transmission, with all that is known before it is carried.

    When it left, only whoever carries it can say.

    Raises:
        NotAllowed: The role does not write this.
    """
    opened = workspace.casework.begin(TRANSMISSION, copy.document.subject)
    answers = {
        "tx_referral": copy.document.document_id,
        "tx_method": "password_doc",
        "tx_to": _addressee(copy.agency),
        "tx_recipient_checked": "directory",
        "tx_password_by": "phone" if given_to else "",
        "tx_password_given_to": _call_words(workspace, copy, given_to) if given_to else "",
        "tx_by": workspace.sitting.me.person_id,
    }
    for question, answer in answers.items():
        if answer:
            opened.set_answer(question, answer)
    opened.attach("tx_copy_held", copy.data, media_type=_PDF, description=copy.path.name)
    return opened


def _addressee(agency: InvolvedAgency) -> str:
    return ", ".join(each for each in (agency.name, agency.person) if each)


def _call_words(workspace: Workspace, copy: ProtectedCopy, given_to: str) -> str:
    clock = workspace.sitting.now().astimezone(CASEWORK_ZONE)
    return f"{given_to}, {copy.agency.contact}, {clock:%H:%M}"

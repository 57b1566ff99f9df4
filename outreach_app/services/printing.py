"""Readable copies as PDF: of one document or a whole case, written as a file, plain or protected.

Everything is made in memory; nothing but the finished file reaches the disk. Who took what out of
the program stands in the journal, with the fingerprint of the file and without a name.

A copy is made in three steps, so that a window may do the slow one apart from the vault: `compose…`
reads the vault, `rendered` and `sealed` only work, `write_sealed` and `record_paper` write.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from outreach_app.crypto.words import in_groups, make_digits_password
from outreach_app.domain.authority import CaseAccess, Verb
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Document, PartName, Subject
from outreach_app.paths import atomic_write
from outreach_app.phrases import in_a_row
from outreach_app.report.content import Paragraph, PrintDocument, Section
from outreach_app.report.counting import page_count
from outreach_app.report.coverage import characters_without_shape, words_about
from outreach_app.report.document import render_document
from outreach_app.report.large_copy import LargeCopy, render_large_copy
from outreach_app.report.protect import EnclosedFile
from outreach_app.report.protect import protect as protected
from outreach_app.report.summary import CaseSummary, document_from_summary
from outreach_app.services.case_files import documents_of, reading_ahead
from outreach_app.services.case_words import PART_WORDS, reference_of
from outreach_app.services.permission import require_case, require_document, sight_with
from outreach_app.services.printed_case import summing_up
from outreach_app.services.printed_document import (
    CLIENT_LEAVES_OUT,
    COMPROMISED,
    Leaving,
    case_of,
    copying_document,
)
from outreach_app.services.workspace import Workspace
from outreach_app.store.steps import Steps, run_through

_CASE = "case"
_REFERRAL = "referral"
_HIDDEN_PLACE = "places and addresses, while an exploiter may know where the client is"
_HIDDEN_STAFF = "safety of staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A readable copy in memory.

    Attributes:
        name: What a file of it may be called: the reference and the kind, never a name.
        document_id: Which document, "" for a whole case.
        revision_id: Which signed version, "" for a draft or a whole case.
        title: What it is, for whoever looks at it.
        series: Of a paper that is made anew again and again: by this name the vault remembers when
            it last was, "" for any other.
        unprintable: One sentence about characters that have no shape in the fonts, "" for none.
        left_out: Sentences about what the copy does not say, to be read before it is printed.
        answer_at: Question of the document where it is noted how the client has the copy.
    """

    pdf: bytes = field(repr=False)
    pages: int
    name: str
    title: str
    subject: Subject
    document_id: str = ""
    revision_id: str = ""
    client_copy: bool = False
    series: str = ""
    unprintable: str = ""
    left_out: tuple[str, ...] = ()
    answer_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A readable copy on the disk.

    Attributes:
        digest: Hex SHA-256 of the file as it was written.
        password_groups: The password in groups, to be read aloud; "" for a plain copy. It is
            nowhere else.
    """

    size_bytes: int
    pages: int
    digest: str
    password_groups: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """What a copy says, read from the vault and not set in pages yet; see `Printed`."""

    content: PrintDocument | CaseSummary | LargeCopy = field(repr=False)
    name: str
    subject: Subject
    document_id: str = ""
    revision_id: str = ""
    client_copy: bool = False
    series: str = ""
    left_out: tuple[str, ...] = ()
    answer_at: str = ""
    files: tuple[EnclosedFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """The bytes of a file to be written, protected or not, and what they are a copy of."""

    printed: Printed
    data: bytes = field(repr=False)
    digest: str
    password: str = field(default="", repr=False)


def compose_document(
    workspace: Workspace,
    document: Document,
    *,
    client_copy: bool = False,
    without: frozenset[str] = frozenset(),
    outside: bool = False,
) -> Composed:
    """Return what a copy of a document says: its newest signed version, or one's own first draft.

    Args:
        workspace: The unlocked vault.
        document: Which document.
        client_copy: Make the client's own copy: without what is written for the safety of staff
            and about other people, and without flags, states and reviews.
        without: Names of further parts that stay here; the copy says so.
        outside: Make it for another service: without flags and what colleagues remarked.

    Raises:
        NotAllowed: The role does not print this.
        NoDraft: Nothing is signed, and the draft is somebody else's.
    """
    return run_through(
        composing_document(
            workspace, document, client_copy=client_copy, without=without, outside=outside
        )
    )


def composing_document(
    workspace: Workspace,
    document: Document,
    *,
    client_copy: bool = False,
    without: frozenset[str] = frozenset(),
    outside: bool = False,
) -> Steps[Composed]:
    """Read step by step what a copy of a document says; see `compose_document`."""
    access = require_document(workspace.sitting, document, Verb.PRINT)
    yield
    subject = case_of(workspace, document.subject)
    yield from _reading_ahead(workspace, subject)
    case_file = workspace.casework.case_file(subject)
    yield
    leaving = _leaving(workspace, document, case_file, access, client_copy=client_copy)
    told = without - leaving.parts - {PartName.INTERNAL.value}  # that we weighed it is ours too
    words = (PART_WORDS[name] for name in sorted(told))
    leaving = replace(
        leaving,
        parts=leaving.parts | without,
        named=(*leaving.named, *(each for each in words if each not in leaving.named)),
        outside=outside,
    )
    content, state = yield from copying_document(workspace, document, case_file, leaving)
    return Composed(
        content=content,
        name=_name(workspace, document.subject, document.form_id),
        subject=document.subject,
        document_id=document.document_id,
        revision_id=state.revision.revision_id if state.revision is not None else "",
        client_copy=client_copy,
    )


def compose_case(workspace: Workspace, subject: Subject) -> Composed:
    """Return what the summary of a case says.

    Raises:
        NotAllowed: The role does not read and print the whole case.
    """
    return run_through(composing_case(workspace, subject))


def composing_case(workspace: Workspace, subject: Subject) -> Steps[Composed]:
    """Read step by step what the summary of a case says; see `compose_case`."""
    require_case(workspace.sitting, subject, Verb.READ, Verb.PRINT, form_id=_CASE)
    yield
    yield from _reading_ahead(workspace, subject)
    case_file = workspace.casework.case_file(subject)
    yield
    summary = yield from summing_up(workspace, subject, case_file)
    return Composed(
        content=summary,
        name=_name(workspace, subject, "case-summary"),
        subject=subject,
    )


def _reading_ahead(workspace: Workspace, subject: Subject) -> Steps[None]:
    """Read the versions and the forms of a case one by one; later they are at hand."""
    hashes: set[str] = set()
    for document in documents_of(workspace.vault, subject):
        hashes |= {
            each.header.form_hash for each in workspace.vault.revisions.heads(document.document_id)
        }
    yield
    for form_hash in sorted(hashes):
        workspace.catalogue.definition(form_hash)
        yield
    yield from reading_ahead(workspace.vault, subject)


def rendered(
    composed: Composed, told: Callable[[int, int], None] = lambda _page, _pages: None
) -> Printed:
    """Return a copy as a PDF. The vault is not touched: this may run anywhere.

    Args:
        composed: What it says.
        told: Hears of each page and of how many there are; what it raises ends the work.

    Raises:
        FontsMissing: The program's fonts cannot be read.
    """
    content = composed.content
    if isinstance(content, CaseSummary):
        content = document_from_summary(content)
    if isinstance(content, LargeCopy):
        pdf = render_large_copy(content, told)
    else:
        pdf = render_document(content, told)
    named = (content.title, content.reference)
    return Printed(
        pdf=pdf,
        unprintable=words_about(characters_without_shape(content)),
        pages=page_count(pdf),
        name=composed.name,
        title=", ".join(each for each in named if each),
        subject=composed.subject,
        document_id=composed.document_id,
        revision_id=composed.revision_id,
        client_copy=composed.client_copy,
        series=composed.series,
        left_out=composed.left_out,
        answer_at=composed.answer_at,
    )


def with_enclosed(letter: Composed, papers: Iterable[Composed]) -> Composed:
    """Return one copy of a letter and of the papers that go with it, each after the other.

    Whatever a paper says of itself on a page of its own, such as who signed it, goes before its answers.
    """
    content = letter.content
    if not isinstance(content, PrintDocument):
        return letter
    sections = list(content.sections)
    for each in papers:
        paper = each.content
        if not isinstance(paper, PrintDocument):
            continue
        about = Section(paper.title, (Paragraph(in_a_row((paper.subtitle, paper.state), " · ")),))
        sections += [about, *paper.sections]
    return replace(letter, content=replace(content, sections=tuple(sections)))


def print_document(
    workspace: Workspace, document: Document, *, client_copy: bool = False
) -> Printed:
    """Return a document as a PDF; see `compose_document` and `rendered`."""
    return rendered(compose_document(workspace, document, client_copy=client_copy))


def _leaving(
    workspace: Workspace,
    document: Document,
    case_file: CaseFile,
    access: CaseAccess,
    *,
    client_copy: bool,
) -> Leaving:
    parts: set[str] = set()
    named: list[str] = []
    if client_copy:
        parts |= CLIENT_LEAVES_OUT
    else:
        parts |= sight_with(workspace.sitting, access).hidden
        named += [_HIDDEN_STAFF] if PartName.STAFF.value in parts else []
    # A referral is where the place is told to those who act on it.
    known = any(flag.code == COMPROMISED for flag in case_file.open_flags())
    if known and document.form_id != _REFERRAL:
        parts.add(PartName.LOCATION.value)
        named.append(_HIDDEN_PLACE)
    return Leaving(parts=frozenset(parts), named=tuple(named), for_client=client_copy)


def print_case(workspace: Workspace, subject: Subject) -> Printed:
    """Return the summary of a case as a PDF; see `compose_case` and `rendered`."""
    return rendered(compose_case(workspace, subject))


def _name(workspace: Workspace, subject: Subject, kind: str) -> str:
    reference = reference_of(workspace, subject).replace("/", "-").replace(" ", "-")
    return f"{reference}-{kind.replace('_', '-')}.pdf"


def write_pdf(
    workspace: Workspace, content: Printed, path: Path, *, protect: bool = False
) -> Written:
    """Write a readable copy as a file that only this user can read.

    Args:
        workspace: The unlocked vault.
        content: The copy.
        path: The file; an older one is replaced.
        protect: Encrypt it under a new password of 20 digits, to be told by telephone.

    Raises:
        HostFault: The file cannot be written; an older one is untouched.
    """
    return write_sealed(workspace, sealed(content, protect=protect), path)


def sealed(content: Printed, *, protect: bool, files: Sequence[EnclosedFile] = ()) -> Sealed:
    """Return the bytes of a file, under a new password if it is protected. Nothing is written."""
    password = make_digits_password() if protect else ""
    data = protected(content.pdf, password, files) if protect else content.pdf
    digest = hashlib.sha256(data).hexdigest()
    return Sealed(printed=content, data=data, digest=digest, password=password)


def write_sealed(workspace: Workspace, copy: Sealed, path: Path) -> Written:
    """Write the bytes of a copy as a file that only this user can read.

    Raises:
        SwitchedOff, OtherFolder: The settings in force do not allow it; nothing is written.
        HostFault: The file cannot be written; an older one is untouched.
    """
    settings = workspace.sitting.settings()
    settings.require_on("export.protected_pdf" if copy.password else "export.readable_pdf")
    settings.require_folder("export.folder", path.parent)
    # The journal first: a copy that failed to be written may stand there, the reverse may not be.
    kind = "document.exported_pdf" if copy.password else "document.printed"
    _journal(workspace, copy.printed, kind, sha256=copy.digest)
    atomic_write(path, copy.data)
    return Written(
        size_bytes=len(copy.data),
        pages=copy.printed.pages,
        digest=copy.digest,
        password_groups=in_groups(copy.password),
    )


def record_paper(workspace: Workspace, content: Printed, *, own_printer: bool) -> None:
    """Write in the journal that a copy goes to paper; to be called before it does.

    Args:
        workspace: The unlocked vault.
        content: The copy.
        own_printer: Whether the person has said that the printer is the service's own.

    Raises:
        SwitchedOff: The settings in force allow no paper.
    """
    workspace.sitting.settings().require_on("export.paper")
    digest = hashlib.sha256(content.pdf).hexdigest()
    printer = "own" if own_printer else "unknown"
    _journal(workspace, content, "document.on_paper", sha256=digest, printer=printer)


def _journal(workspace: Workspace, content: Printed, kind: str, **more: str) -> None:
    facts = {
        "client": content.subject.client_id,
        "case": content.subject.case_id,
        "document": content.document_id,
        "revision": content.revision_id,
        "client_copy": "yes" if content.client_copy else "",
        "series": content.series,
        **more,
    }
    known = {name: value for name, value in facts.items() if value}
    act = workspace.sitting.act(kind, pages=content.pages, **known)
    with workspace.vault.transaction(act):
        if content.series:
            workspace.vault.properties.set(f"paper.{content.series}", act.at)

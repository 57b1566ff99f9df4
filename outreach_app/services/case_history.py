"""The history of a case: every signed version and every review, oldest first."""

from collections.abc import Iterator

from outreach_app.domain.documents import Document, Subject
from outreach_app.phrases import day_phrase, in_a_row, listed, phrase
from outreach_app.report.summary import HistoryRow
from outreach_app.services.case_files import documents_of
from outreach_app.services.case_words import CaseWords
from outreach_app.services.instants import read_instant
from outreach_app.services.looks import looks_in
from outreach_app.services.workspace import Workspace

_REASONS: dict[str, str] = {
    "new": phrase("signed"),
    "continued": phrase("changed and signed"),
    "review": phrase("reviewed and signed"),
    "correction": phrase("corrected and signed"),
    "merge": phrase("merged and signed"),
}
_VERBS: dict[str, str] = {
    "comment": phrase("commented"),
    "approve": phrase("approved"),
    "return": phrase("returned"),
    "countersign": phrase("countersigned"),
    "close": phrase("closed"),
}


def act_words(code: str) -> str:
    """Return what was done with a document: the reason of a version or the verb of a review."""
    return _REASONS.get(code) or _VERBS.get(code, code)


def look_rows(
    workspace: Workspace, subject: Subject, words: CaseWords
) -> Iterator[tuple[tuple[float, str], HistoryRow]]:
    """Yield who opened a case with a written reason or was refused; for those who are told."""
    for look in looks_in(workspace.sitting, subject.case_id):
        what = (
            phrase("Opened with a written reason: “{why}”", why=look.purpose)
            if look.is_opened
            else phrase("Refused to be opened: “{why}”", why=look.purpose)
        )
        yield (
            (read_instant(look.at).timestamp(), look.signed.digest),
            HistoryRow(
                at=_short(look.at),
                what=what,
                by=words.person(look.person_id),
                state="",
            ),
        )


def history_rows(
    workspace: Workspace, subject: Subject, words: CaseWords, *, with_looks: bool = False
) -> tuple[HistoryRow, ...]:
    """Return the history of a case by the time of signing.

    Args:
        workspace: The unlocked vault.
        subject: Client and case.
        words: For people and codes.
        with_looks: Also who opened the case with a written reason; on paper it has no place.
    """
    rows = [
        row
        for document in documents_of(workspace.vault, subject)
        for row in _rows_of(workspace, document, words)
    ]
    if with_looks:
        rows += look_rows(workspace, subject, words)
    rows.sort(key=lambda row: row[0])
    return tuple(row for _place, row in rows)


def _rows_of(
    workspace: Workspace, document: Document, words: CaseWords
) -> Iterator[tuple[tuple[float, str], HistoryRow]]:
    title = words.form(document.form_id)
    for revision in workspace.vault.revisions.history(document.document_id):
        header = revision.header
        yield (
            (read_instant(header.signed_at).timestamp(), revision.revision_id),
            HistoryRow(
                at=_short(header.signed_at),
                what=in_a_row((title, act_words(header.reason)), ": "),
                by=words.person(header.author_id),
                state=_not_counted(revision.not_counted) if not revision.counted else "",
            ),
        )
    for review in workspace.vault.reviews.of_document(document.document_id):
        yield (
            (read_instant(review.signed_at).timestamp(), review.review_id),
            HistoryRow(
                at=_short(review.signed_at),
                what=in_a_row((title, act_words(review.verb.value)), ": "),
                by=words.person(review.reviewer_id),
                state=_not_counted(review.not_counted) if not review.counted else "",
            ),
        )


def _short(instant: str) -> str:
    """Return an instant short enough for one line of the table: ``3 Feb 2026, 11:00``."""
    moment = read_instant(instant)
    return day_phrase(moment.date(), short=True, clock=f"{moment:%H:%M}")


def _not_counted(why: str) -> str:
    return phrase("Not counted: {why}", why=listed(why))

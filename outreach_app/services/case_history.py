"""The history of a case: every signed version and every review, oldest first."""

from collections.abc import Iterator

from outreach_app.domain.documents import Document, Subject
from outreach_app.report.dates import day_and_month
from outreach_app.report.summary import HistoryRow
from outreach_app.services.case_files import documents_of
from outreach_app.services.case_words import CaseWords
from outreach_app.services.instants import read_instant
from outreach_app.services.looks import looks_in
from outreach_app.services.workspace import Workspace

_REASONS = {
    "new": "signed",
    "continued": "changed and signed",
    "review": "reviewed and signed",
    "correction": "corrected and signed",
    "merge": "merged and signed",
}
_VERBS = {
    "comment": "commented",
    "approve": "approved",
    "return": "returned",
    "countersign": "countersigned",
    "close": "closed",
}


def act_words(code: str) -> str:
    """Return what was done with a document: the reason of a version or the verb of a review."""
    return _REASONS.get(code) or _VERBS.get(code, code)


def look_rows(
    workspace: Workspace, subject: Subject, words: CaseWords
) -> Iterator[tuple[tuple[float, str], HistoryRow]]:
    """Yield who opened a case with a written reason or was refused; for those who are told."""
    for look in looks_in(workspace.sitting, subject.case_id):
        what = "Opened with a written reason" if look.is_opened else "Refused to be opened"
        yield (
            (read_instant(look.at).timestamp(), look.signed.digest),
            HistoryRow(
                at=_short(look.at),
                what=f"{what}: “{look.purpose}”",
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
                what=f"{title}: {_REASONS.get(header.reason, header.reason)}",
                by=words.person(header.author_id),
                state="" if revision.counted else f"Not counted: {revision.not_counted}",
            ),
        )
    for review in workspace.vault.reviews.of_document(document.document_id):
        yield (
            (read_instant(review.signed_at).timestamp(), review.review_id),
            HistoryRow(
                at=_short(review.signed_at),
                what=f"{title}: {_VERBS[review.verb.value]}",
                by=words.person(review.reviewer_id),
                state="" if review.counted else f"Not counted: {review.not_counted}",
            ),
        )


def _short(instant: str) -> str:
    """Return an instant short enough for one line of the table: ``3 Feb 2026, 11:00``."""
    moment = read_instant(instant)
    return f"{day_and_month(moment.date(), with_year=True)}, {moment:%H:%M}"

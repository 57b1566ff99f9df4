"""What was answered before: in the document before this one, or in the version this began from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from outreach_app.domain.answers import leaves
from outreach_app.engine.reading import QuestionView
from outreach_app.report.dates import readable_instant, readable_time
from outreach_app.services.instants import CASEWORK_ZONE, read_instant
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.workspace import Workspace

_CONSENT = "consent"
_TO_WHOM = {"referral": "ref_head/"}
"""Questions that an earlier document answered for another agency: what it said there means nothing."""
_ATTACHED = frozenset({"image", "file"})


@dataclass(frozen=True, slots=True)
class EarlierAnswers:
    """Earlier answers by address.

    Attributes:
        on: Day of the earlier document or version; None where there is none.
        same_document: They are those of an earlier version of the same document.
    """

    on: date | None
    same_document: bool
    by_address: Mapping[str, str]

    def rows(self, repeat: str) -> tuple[str, ...]:
        """Return the ids of the rows that a repeat had, in their order."""
        found = (
            each[len(repeat) + 1 :].partition("]")[0]
            for each in self.by_address
            if each.startswith(f"{repeat}[")
        )
        return tuple(dict.fromkeys(found))


def earlier_answers(workspace: Workspace, opened: OpenDocument) -> EarlierAnswers:
    """Return what is shown beside the questions of an open document as said before."""
    base = opened.draft.base
    if base:
        revision = workspace.vault.revisions.get(base[0])
        on = read_instant(revision.header.signed_at).astimezone(CASEWORK_ZONE).date()
        return EarlierAnswers(on, same_document=True, by_address=dict(leaves(revision.answers())))
    if opened.document.form_id == _CONSENT:
        # The last consent may be for another agency: what was asked before stands beside the
        # question, with its source, once it is known for what and with whom.
        return EarlierAnswers(None, same_document=False, by_address={})
    record = opened.context.case_file.newest(opened.document.form_id)
    session = opened.session
    other = _TO_WHOM.get(opened.document.form_id)
    known = {
        address: value
        for address, value in session.previous().items()
        if value and not (other and address.startswith(other))
    }
    return EarlierAnswers(record.on if record and known else None, False, known)


def answer_words(view: QuestionView, value: str) -> str:
    """Return an answer to a question in words: labels of its choices, dates as people read them."""
    if not value:
        return ""
    if view.choices:
        labels = {choice.code: choice.label for choice in view.choices}
        codes = value.split() if view.type != "select_one" else [value]
        return ", ".join(labels.get(code, code) for code in codes)
    if view.type in {"date", "dateTime"}:
        return readable_instant(value)
    if view.type == "time":
        return readable_time(value)
    return "" if view.type in _ATTACHED else value

"""Records with a clock of their own, such as a client's request or an incident with data."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.timescales import Timescales
from outreach_app.services.case_words import CaseWords
from outreach_app.services.needs import Need

NeedOf = Callable[[Mapping[str, Any], str, Timescales, str, CaseWords], Need | None]
"""From answers, document, limits, nation and words: what a record asks for, None once it is settled."""


def needs_of_records(
    case_file: CaseFile, form_id: str, need_of: NeedOf, timescales: Timescales, words: CaseWords
) -> Iterator[Need]:
    """Yield what the records of one form in a case still ask for."""
    for record in case_file.all(form_id):
        need = need_of(
            record.answers, record.document_id, timescales, case_file.jurisdiction, words
        )
        if need is not None:
            yield need

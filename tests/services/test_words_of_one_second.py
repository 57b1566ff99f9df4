"""Words signed in one second: the same one counts in rules, lists and what is shown, on every laptop."""

from collections.abc import Callable
from itertools import permutations

import pytest

from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.states import State
from outreach_app.domain.word_order import in_order, word_place
from outreach_app.services.case_files import load_case_file
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.supervision import document_state
from outreach_app.services.workspace import Workspace
from tests.services.builders import CaseBuilder, keep, keep_reviews

SECOND = "2026-02-03T12:00:00+00:00"


def test_an_instant_is_compared_not_its_spelling() -> None:
    earlier = word_place("2026-02-03T12:30:00+01:00", "return", "z")
    assert earlier < word_place("2026-02-03T11:45:00+00:00", "approve", "a")
    assert word_place("no instant", "return", "z") < earlier


@pytest.mark.parametrize("number", range(4))
def test_a_return_beside_an_approval_counts_whatever_their_ids(
    case: CaseBuilder, supervisor: Sitting, signer_of: Callable[[Sitting], Signer], number: int
) -> None:
    note = case.opened().kept(case.note_plan("She rang."))
    helen = case.as_seen_by(supervisor, signer_of(supervisor))
    keep(supervisor, note)
    # Ids follow from the words: some of these texts sort the return first, some last.
    words = [
        helen.review(note, ReviewVerb.RETURN, text=f"No. {number}", at=SECOND),
        helen.review(note, ReviewVerb.APPROVE, text=f"Yes. {number}", at=SECOND),
        helen.review(note, ReviewVerb.COMMENT, text=f"Hm. {number}", at=SECOND),
    ]
    for order in permutations(words):
        assert [each.verb for each in in_order(order)][-1] is ReviewVerb.RETURN
    keep_reviews(case.sitting, *words)
    vault = case.sitting.vault
    document_id = note.header.document_id
    assert vault.reviews.of_document(document_id) == in_order(words)
    line = vault.lists.document(document_id)
    assert line is not None
    assert (line.returned, line.approved, line.last_verb) == (True, False, "return")
    assert document_state(case.sitting, document_id) is State.RETURNED
    workspace = Workspace(case.sitting)
    case_file = load_case_file(case.sitting, workspace.catalogue, note.header.subject)
    record = case_file.find(document_id)
    assert record is not None
    assert record.is_returned

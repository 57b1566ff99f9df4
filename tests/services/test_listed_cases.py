"""The list of cases shows what a person may see, and a case of others opens with a reason."""

from collections.abc import Callable

import pytest

from outreach_app.domain.authority import Verb
from outreach_app.domain.documents import Subject
from outreach_app.services.breaking_glass import break_glass, may_break_glass
from outreach_app.services.errors import NoPurpose, NotAllowed
from outreach_app.services.listed_cases import count_open_cases, list_cases
from outreach_app.services.permission import require_case
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import begin_workspace
from tests.services.builders import CaseBuilder, Post

REASON = "She rang the night line and asked for her worker"


def _sent(case: CaseBuilder, post: Post, other: Sitting) -> Subject:
    post.take(other, post.send(case.opened(), other.me.person_id))
    return Subject(client_id=case.client_id, case_id=case.case_id)


def test_a_case_of_others_is_counted_and_not_shown(
    case: CaseBuilder, post: Post, cover: Sitting
) -> None:
    _sent(case, post, cover)
    (mine,) = list_cases(case.sitting).cases
    assert (mine.mine, mine.line.preferred_name) == (True, "Ina")
    assert list_cases(cover).cases == ()
    assert list_cases(cover).not_shown == 1
    assert (count_open_cases(case.sitting), count_open_cases(cover)) == (1, 0)


def test_whom_an_earlier_case_record_named_sees_the_case(
    case: CaseBuilder, post: Post, cover: Sitting
) -> None:
    case.kept(case.client_plan({}))
    first = case.kept(case.record_plan(shared=(cover.me.person_id,)))
    case.kept(case.record_plan(parents=(first.revision_id,)))
    post.take(cover, post.send(case, cover.me.person_id))
    (shown,) = list_cases(cover).cases
    assert not shown.mine


def test_a_begun_case_is_in_the_list_with_the_name_typed_so_far(office: Sitting) -> None:
    workspace = begin_workspace(office)
    begun = workspace.casework.new_case()
    client = workspace.casework.resume(begun.client.document_id)
    client.set_answer("client_identity/preferred_name", "Mira")
    (listed,) = list_cases(office).cases
    assert count_open_cases(office) == 1
    assert (listed.reference, listed.has_signed) == (begun.reference, False)
    assert listed.line.preferred_name == "Mira"


def test_a_case_stays_with_who_began_it_when_a_note_is_signed_before_its_record(
    office: Sitting, signer_of: Callable[[Sitting], Signer]
) -> None:
    workspace = begin_workspace(office)
    begun = workspace.casework.new_case()
    note = workspace.casework.begin("contact_note", begun.subject)
    note.set_answer("note_kind", "visit")
    note.set_answer("note_safe", "yes")
    workspace.casework.sign(note, signer_of(office))
    (listed,) = list_cases(office).cases
    assert (listed.mine, listed.has_signed) == (True, True)
    assert count_open_cases(office) == 1


def test_a_reason_opens_a_case_for_reading_and_stands_in_the_journal(
    case: CaseBuilder, post: Post, cover: Sitting
) -> None:
    subject = _sent(case, post, cover)
    with pytest.raises(NotAllowed):
        require_case(cover, subject, Verb.READ)
    assert may_break_glass(cover, subject)
    break_glass(cover, subject, f"  {REASON}\n")
    assert require_case(cover, subject, Verb.READ).glass_broken
    assert [each.reference for each in list_cases(cover).cases]
    assert not may_break_glass(cover, subject)
    rows = [row.act for row in cover.vault.journal.rows() if row.act.kind == "case.glass_broken"]
    assert [row.facts["purpose"] for row in rows] == [REASON]
    with pytest.raises(NotAllowed):
        require_case(cover, subject, Verb.WRITE)


def test_without_a_reason_nothing_opens(case: CaseBuilder, post: Post, cover: Sitting) -> None:
    subject = _sent(case, post, cover)
    with pytest.raises(NoPurpose):
        break_glass(cover, subject, "   why   ")
    with pytest.raises(NotAllowed):
        require_case(cover, subject, Verb.READ)


def test_nobody_breaks_the_glass_of_a_case_that_is_open_to_them(
    case: CaseBuilder, post: Post, supervisor: Sitting, signer_of: Callable[[Sitting], Signer]
) -> None:
    subject = _sent(case, post, supervisor)
    assert not may_break_glass(case.sitting, subject)
    assert not may_break_glass(supervisor, subject)
    with pytest.raises(NotAllowed):
        break_glass(supervisor, subject, REASON)

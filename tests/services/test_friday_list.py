"""The supervisor's Friday list: every part from real records, references only, on paper the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach_app.domain.flags import label_of
from outreach_app.services.errors import NotAllowed
from outreach_app.services.friday_list import (
    FridayKind,
    FridayList,
    friday_list,
    may_see_friday_list,
)
from outreach_app.services.printed_friday import compose_friday_list, due_words
from outreach_app.services.printing import rendered, write_pdf
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, Json, Post
from tests.services.test_handing_over import carried, handed
from tests.services.writing import Writer

SignerOf = Callable[[Sitting], Signer]
ROW = "r_" + "a" * 26


@pytest.fixture
def week(supervisor: Sitting, signer_of: SignerOf) -> CaseBuilder:
    """A case of which a week has left something open in every part."""
    case = CaseBuilder(supervisor, signer_of(supervisor))
    way = {"_id": ROW, "_order": "a0", "channel": "sms", "value": "07700 900461"}
    checked = {**way, "safe_to_use": "yes", "checked_on": "2025-12-01"}
    case.kept(case.client_plan({"safe_contacts": [checked]}))
    case.kept(case.record_plan())
    flag = {"flag_code": "child_at_risk", "flag_set_at": "2026-01-30T09:00:00+00:00"}
    signed(case, "safety_flag", flag)
    risk = {"assessed_at": "2026-01-05T11:00:00.000+00:00", "next_review": "2026-01-12"}
    signed(case, "risk_assessment", {**risk, "overall_level": "high"})
    consent = {"con_kind": "share", "con_purpose": "Maternity", "con_decision": "given"}
    signed(case, "consent", {**consent, "con_date": "2025-08-01", "con_expires": "2026-02-01"})
    chases = [chase("a", "2026-02-02", "40"), chase("b", "2026-01-29", "56")]
    old = chase("c", "2026-01-20", "500")
    signed(case, "referral_outcome", {"out_chases": [*chases, old]})
    return case


def chase(letter: str, day: str, minutes: str) -> Json:
    at = f"{day}T10:00:00.000+00:00"
    return {"_id": f"r_{letter * 26}", "_order": letter, "ch_at": at, "ch_minutes": minutes}


def signed(case: CaseBuilder, form_id: str, answers: Json) -> None:
    case.kept(case.plan(case.document(form_id), {"main": answers}))


def said(found: FridayList, kind: FridayKind) -> list[tuple[str, str]]:
    return [(str(each.what), str(each.where)) for each in found.lines(kind)]


def test_every_part_says_what_is_open(week: CaseBuilder) -> None:
    workspace = begin_workspace(week.sitting)
    workspace.casework.begin("contact_note", week.record.subject)
    found = friday_list(workspace)
    assert [each.kind for each in found.parts] == list(FridayKind)
    assert said(found, FridayKind.FLAGS) == [
        (
            label_of("child_at_risk"),
            "Since 30 January 2026, nobody has noted a manager told",
        )
    ]
    (review,) = found.lines(FridayKind.REVIEWS)
    assert review.what == "Review of the risk assessment"
    assert due_words(found, review) == "22 days overdue"
    assert said(found, FridayKind.CONSENTS)[0][0] == "Consent has run out: Maternity"
    assert said(found, FridayKind.CONTACTS) == [
        ("Check the safe contacts with the client", "Last checked on 1 December 2025")
    ]
    assert said(found, FridayKind.DRAFTS) == [
        ("Contact note", "By SH, last changed on 3 February 2026")
    ]


def test_minutes_of_chasing_are_those_of_the_last_seven_days(week: CaseBuilder) -> None:
    found = friday_list(begin_workspace(week.sitting))
    assert (found.chases, found.minutes) == (2, 96)
    note = next(each.note for each in found.parts if each.kind is FridayKind.REFERRALS)
    assert str(note) == "2 chases in the last seven days, 96 minutes"


def test_laptops_that_never_wrote_stand_last(week: CaseBuilder) -> None:
    found = friday_list(begin_workspace(week.sitting))
    silent = said(found, FridayKind.LAPTOPS)
    assert silent
    assert all(where == "Nothing has ever come from it" for _what, where in silent)
    assert not any("Sara" in what for what, _where in silent)


def test_a_week_without_anything_says_so(supervisor: Sitting) -> None:
    found = friday_list(begin_workspace(supervisor))
    about_cases = [kind for kind in FridayKind if kind is not FridayKind.LAPTOPS]
    assert not any(found.lines(kind) for kind in about_cases)
    assert (found.chases, found.minutes) == (0, 0)


def test_the_paper_says_the_same_and_no_name(week: CaseBuilder, tmp_path: Path) -> None:
    workspace = begin_workspace(week.sitting)
    composed = compose_friday_list(workspace)
    text = repr(composed.content)
    assert "22 days overdue" in text
    assert "2 chases in the last seven days" in text
    assert "Ina" not in text
    assert "07700" not in text
    written = write_pdf(workspace, rendered(composed), tmp_path / "list.pdf")
    assert written.pages >= 1
    assert composed.name == "friday-list-2026-02-03.pdf"


def test_a_caseworker_has_no_such_list(office: Sitting) -> None:
    assert not may_see_friday_list(office)
    with pytest.raises(NotAllowed):
        friday_list(Workspace(office))


def test_what_was_handed_over_and_what_never_came_is_on_it(
    office: Sitting, supervisor: Sitting, cover: Sitting, signer_of: SignerOf, post: Post
) -> None:
    writer = Writer(begin_workspace(office), signer_of(office))
    carried(writer, post, supervisor)  # the first bundle is lost on the way
    handed(writer, cover)
    post.take(supervisor, carried(writer, post, supervisor))
    found = friday_list(begin_workspace(supervisor))
    (line,) = found.lines(FridayKind.HANDOVERS)
    assert line.what == "Handed over to CC, caseworker, not yet accepted"
    assert line.reference == f"{writer.reference}.1"
    ((what, where),) = [each for each in said(found, FridayKind.BUNDLES) if "never came" in each[0]]
    assert what.startswith("From AB, laptop ")
    assert where == "Missing numbers: 1"

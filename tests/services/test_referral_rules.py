"""The seven rules of a referral, each by its number, on a real vault.

R1 to R7 are the names that the rules have in the service's own guidance on referrals.
"""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from outreach_app.domain.documents import Reason, Subject
from outreach_app.domain.referral_gates import ReferralFacts, approval_required, content_problems
from outreach_app.domain.referral_receiver import names_in
from outreach_app.domain.referrals import referrals_of
from outreach_app.services.attention import Limits, needs_of
from outreach_app.services.case_view import CaseView
from outreach_app.services.case_words import CaseWords
from outreach_app.services.exchange.errors import ReferralNotApproved
from outreach_app.services.needs import NeedKind
from outreach_app.services.printing import compose_document, rendered, sealed
from outreach_app.services.referring import (
    Next,
    begin_by_hand,
    begin_chase,
    begin_referral,
    standing_referrals,
)
from outreach_app.services.sharing.decided import Grounds, Harm
from outreach_app.services.sharing.protected import (
    ProtectedOrder,
    check_protected,
    compose_protected,
)
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.report.tools import pages
from tests.services.builders import CaseBuilder, Json
from tests.services.consenting import agency_plan

HARM: Json = {
    **dict.fromkeys(("dnh_client", "dnh_others", "dnh_family", "dnh_reporter"), "no"),
    "dnh_decision": "send",
    "dnh_reason": "Somebody may come to harm before a consent could be asked.",
    "dnh_not_sending": "She stays where she is found.",
}
HEAD: Json = {
    "ref_kind": "support",
    "ref_key": "HH-26-A001/1",
    "ref_urgency": "routine",
    "ref_identity_shared": "named",
}
BASIS = "Life in danger: told by two people today"


def signed(case: CaseBuilder, form_id: str, main: Json, **parts: Json) -> str:
    document = case.document(form_id)
    case.kept(case.plan(document, {"main": main, **parts}))
    return document.document_id


@pytest.fixture
def agency(case: CaseBuilder) -> str:
    """Return the id of an agency of an opened case."""
    case.opened()
    return case.kept(agency_plan(case)).header.document_id


def referral(case: CaseBuilder, agency: str, content: Json | None = None, **head: str) -> str:
    main = {
        "ref_head": {**HEAD, "ref_to_agency": agency, **head},
        "ref_content": content or {"ref_asked_for": "A bed"},
        "ref_do_no_harm": HARM,
    }
    return signed(case, "referral", main)


def subject_of(case: CaseBuilder) -> Subject:
    return case.record.subject


def order(case: CaseBuilder, agency: str, document_id: str, folder: Path) -> ProtectedOrder:
    return ProtectedOrder(
        document_id=document_id,
        agency_id=agency,
        folder=folder,
        typed_name="quay counselling",
        grounds=Grounds(agency_id=agency),
        harm=Harm(is_weighed=True),
    )


def text_of_copy(workspace: Workspace, copy_order: ProtectedOrder) -> str:
    return " ".join(pages(rendered(compose_protected(workspace, copy_order)).pdf))


def chased(case: CaseBuilder, referral_id: str, times: int, **more: str) -> None:
    rows = [
        {"_id": f"r_{n}", "_order": chr(97 + n), "ch_how": "phone", "ch_minutes": "12"}
        for n in range(times)
    ]
    answers = {"out_referral": referral_id, "out_status": "no_response", "out_chases": rows, **more}
    signed(case, "referral_outcome", {"outcome_section": answers})


def left(case: CaseBuilder, referral_id: str, day: str = "2026-01-26") -> str:
    sent = {"tx_referral": referral_id, "tx_at": f"{day}T10:00:00.000+00:00"}
    return signed(case, "transmission", {"transmission_section": sent})


def test_r1_a_named_adult_without_consent_needs_a_reason_and_an_approval(
    case: CaseBuilder, agency: str, tmp_path: Path
) -> None:
    workspace = begin_workspace(case.sitting)
    opened = begin_referral(workspace, subject_of(case), "support")
    opened.set_answer("ref_identity_shared", "named")
    assert any("No valid consent" in each.text for each in opened.obstacles())
    opened.set_answer("ref_no_consent_basis", BASIS)
    assert not any("No valid consent" in each.text for each in opened.obstacles())
    document_id = referral(case, agency, ref_no_consent_basis=BASIS)
    workspace = begin_workspace(case.sitting)
    with pytest.raises(ReferralNotApproved):
        check_protected(workspace, order(case, agency, document_id, tmp_path))
    # The record says why; the copy that leaves does not, nor how harm was weighed.
    record = workspace.vault.documents.get(document_id)
    kept = " ".join(pages(rendered(compose_document(workspace, record)).pdf))
    assert BASIS in kept
    told = text_of_copy(workspace, order(case, agency, document_id, tmp_path))
    assert "A bed" in told
    assert BASIS not in told
    assert "before a consent could be asked" not in told
    assert "Do no harm" not in told


def test_r2_what_cannot_wait_goes_first_and_is_approved_afterwards(
    case: CaseBuilder, agency: str
) -> None:
    assert not approval_required("now")
    document_id = referral(case, agency, ref_urgency="now")
    workspace = begin_workspace(case.sitting)
    (found,) = standing_referrals(workspace, subject_of(case))
    assert (found.next, found.waits) == (Next.SEND, True)
    # The call is written down before everything else: nothing of the approval is asked for.
    call = begin_by_hand(workspace, subject_of(case), document_id)
    assert not any("approve" in each.text for each in call.obstacles())
    left(case, document_id, "2026-02-02")
    view = CaseView(begin_workspace(case.sitting), subject_of(case))
    (need,) = [each for each in view.needs() if each.kind is NeedKind.APPROVE_LATE]
    assert need.due == date(2026, 2, 3)


@pytest.mark.parametrize(
    ("kind", "asked"),
    [("child_safeguarding", True), ("adult_safeguarding", True), ("support", False)],
)
def test_r3_after_three_chases_a_safeguarding_referral_must_be_escalated(
    case: CaseBuilder, agency: str, kind: str, asked: bool
) -> None:
    document_id = referral(case, agency, ref_kind=kind)
    left(case, document_id)
    chased(case, document_id, times=3)
    workspace = begin_workspace(case.sitting)
    view = CaseView(workspace, subject_of(case))
    (need,) = [each for each in view.needs() if each.kind is NeedKind.CHASE]
    assert (need.what == "Escalate: no answer") is asked
    (found,) = standing_referrals(workspace, subject_of(case))
    assert (found.chases, found.minutes) == (3, 36)


def test_r4_a_copy_has_only_what_its_protocol_asks(
    case: CaseBuilder, agency: str, tmp_path: Path
) -> None:
    # A special fact of the client record, and a question of another protocol left from before.
    main = {
        "ref_head": {**HEAD, "ref_to_agency": agency},
        "ref_content": {"ref_asked_for": "A bed"},
        "ref_adult": {"as_needs": "Cannot wash alone"},
        "ref_do_no_harm": HARM,
    }
    document_id = signed(case, "referral", main)
    workspace = begin_workspace(case.sitting)
    told = text_of_copy(workspace, order(case, agency, document_id, tmp_path))
    for words in ("Do no harm", "Minimum facts", "Manager approval", "Lawful reason"):
        assert words not in told, words


def test_r5_a_referral_that_left_is_never_changed_a_new_one_corrects_it(
    case: CaseBuilder, agency: str
) -> None:
    document_id = referral(case, agency, ref_kind="child_safeguarding")
    left(case, document_id)
    refused = {"out_status": "refused", "out_reason": "missing_dob"}
    signed(
        case,
        "referral_outcome",
        {"outcome_section": {"out_referral": document_id, **refused}},
    )
    workspace = begin_workspace(case.sitting)
    # Only drafts can be discarded: there is no way to take a signed one back.
    assert not workspace.vault.drafts.has(document_id)
    revised = workspace.casework.revise(document_id, Reason.CORRECTION)
    assert any("write a new one that corrects it" in each.text for each in revised.obstacles())
    workspace.casework.discard(document_id)
    (head,) = workspace.vault.revisions.heads(document_id)
    assert head.flat()["ref_asked_for"] == "A bed"
    referral(case, agency, ref_kind="child_safeguarding", ref_corrects=document_id)
    found = referrals_of(begin_workspace(case.sitting).casework.case_file(subject_of(case)))
    corrected = {each.record.answers.get("ref_corrects", "") for each in found}
    assert corrected == {"", document_id}


@pytest.mark.parametrize(
    "told", ["Ina was locked in", "a woman called INA EXAMPLE", "friend of Ina."]
)
def test_r6_intelligence_never_has_the_name_unless_that_was_chosen(told: str) -> None:
    client = {"full_name": "Ina Example", "preferred_name": "Ina"}
    facts = ReferralFacts(client=client, is_minor=False)
    anonymous = {
        **HARM,
        "ref_kind": "law_enforcement",
        "ref_identity_shared": "anonymous",
        "le_purpose": "intelligence",
        "ref_types": "sexual",
        "ref_facts": told,
        "ref_future_risks": "Two more",
        "ref_locations": [{"_id": "r_l", "_order": "a", "rl_text": "Quay 3"}],
    }
    assert names_in(anonymous, client)
    found = {each.code for each in content_problems(anonymous, facts)}
    assert found == {"name_in_anonymous"}
    named = {**anonymous, "ref_identity_shared": "named", "ref_no_consent_basis": "Life in danger"}
    assert "name_in_anonymous" not in {each.code for each in content_problems(named, facts)}
    # The same letters inside another word are no name; what stays in the record may have it.
    clean = {
        **anonymous,
        "ref_facts": "Women in a china shop",
        "dnh_reason": "Ina asked us to do so",
    }
    assert content_problems(clean, facts) == ()
    # A word of the name may be a street: it is pointed out, and stands in nobody's way.
    (problem,) = content_problems({**anonymous, "ref_facts": "12 Example Road"}, facts)
    assert (problem.code, problem.level) == ("part_of_name_in_anonymous", "warning")


def test_r7_what_left_stands_in_the_story_of_the_case_and_goes_along(
    case: CaseBuilder, agency: str
) -> None:
    document_id = referral(case, agency)
    sent_id = left(case, document_id, "2026-02-02")
    workspace = begin_workspace(case.sitting)
    case_file = workspace.casework.case_file(subject_of(case))
    (found,) = referrals_of(case_file)
    assert found.sent_on == date(2026, 2, 2)
    papers = {line.document_id for line in workspace.vault.lists.documents(case_id=case.case_id)}
    assert {document_id, sent_id} <= papers
    configuration = case.sitting.configuration
    limits = Limits(timescales=configuration.time_limits(), holidays=configuration.holidays())
    needs = needs_of(case_file, limits, CaseWords(workspace))
    assert any(each.document_id == document_id for each in needs)


def test_the_form_that_an_authority_insists_on_goes_inside_the_protected_copy(
    case: CaseBuilder, agency: str, tmp_path: Path
) -> None:
    stored = case.sitting.vault.attachments
    with case.sitting.vault.transaction(case.sitting.act("document.signed")):
        held = stored.put(
            b"%PDF-1.7 their own questions",
            media_type="application/pdf",
            description="Council form",
            at=case.sitting.instant(),
        )
    main = {
        "ref_head": {**HEAD, "ref_to_agency": agency, "ref_urgency": "now"},
        "ref_content": {"ref_asked_for": "A bed", "ref_local_form": held.digest},
    }
    document = case.document("referral")
    plan = case.replace(case.plan(document, {"main": main}), attachments=(held.digest,))
    case.kept(plan)
    workspace = begin_workspace(case.sitting)
    (found,) = standing_referrals(workspace, subject_of(case))
    assert found.has_form
    composed = compose_protected(workspace, order(case, agency, document.document_id, tmp_path))
    copy = sealed(rendered(composed), protect=True, files=composed.files)
    assert b"their own questions" not in copy.data
    reader = PdfReader(BytesIO(copy.data), password=copy.password)
    assert dict(reader.attachments) == {"local-form.pdf": [b"%PDF-1.7 their own questions"]}
    assert "local-form.pdf" in " ".join(page.extract_text() for page in reader.pages)


def test_asking_again_begins_with_the_time_and_asks_for_the_minutes(
    case: CaseBuilder, agency: str, signer_of: Callable[[Sitting], Signer]
) -> None:
    document_id = referral(case, agency, ref_kind="child_safeguarding", ref_urgency="now")
    left(case, document_id)
    workspace = begin_workspace(case.sitting)
    opened = begin_chase(workspace, subject_of(case), document_id)
    (row,) = opened.session.rows("outcome_section/out_chases")
    at = f"outcome_section/out_chases[{row}]"
    assert str(opened.session.value(f"{at}/ch_at")).startswith("2026-02-03T11:00")
    # Nothing was written in it yet: it is the same entry.
    assert begin_chase(workspace, subject_of(case), document_id).document == opened.document
    opened.set_answer(f"{at}/ch_minutes", "25")
    opened.set_answer(f"{at}/ch_result", "Voicemail")
    opened.set_answer("out_status", "no_response")
    opened.set_answer("out_challenged", "asked_again")
    opened.set_answer("out_client_told", "no")
    workspace.casework.sign(opened, signer_of(case.sitting))
    again = begin_chase(begin_workspace(case.sitting), subject_of(case), document_id)
    assert again.document == opened.document
    assert len(again.session.rows("outcome_section/out_chases")) == 2
    (found,) = standing_referrals(begin_workspace(case.sitting), subject_of(case))
    assert (found.chases, found.minutes, found.next) == (1, 25, Next.ANSWER)

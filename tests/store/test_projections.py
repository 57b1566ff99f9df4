"""Lists say what the heads say; rebuilding them gives the same as keeping them in step."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.domain.answers import Answers
from outreach_app.domain.documents import Document, ReviewVerb, Revision, Subject
from outreach_app.store.lists import CaseLine, DocumentLine
from outreach_app.store.vault import Vault
from tests.store.builders import (
    ANNA,
    AT,
    a_document,
    a_review,
    a_revision,
    act,
    add,
    add_reviews,
    crash_copy,
    reopen,
)

LATER = "2026-02-04T09:00:00+00:00"
CLIENT = Document(
    document_id="d_client",
    form_id="client",
    subject=Subject(client_id=a_document().subject.client_id),
)
CASE = a_document(2, "case")
CASE_ID = CASE.subject.case_id
CLIENT_ANSWERS = {"who": {"client_ref": "HH-26-B007", "preferred_name": "Gerta"}}
CASE_ANSWERS = {
    "case_ref": "HH-26-B007.1", "case_opened_on": "2026-02-03", "service_kind": "outreach",
    "caseworker": ANNA,
}  # fmt: skip


def assessment(number: int, at: str, overall: str, indicated: str, review: str) -> Revision:
    answers = {
        "a": {"assessed_at": at, "assessment_kind": "initial"},
        "k": {"overall_level": overall, "indicated_level": indicated, "next_review": review},
    }
    return a_revision(a_document(number, "risk_assessment"), answers, at=at)


def case_line(vault: Vault) -> CaseLine:
    line = vault.lists.case(CASE_ID)
    assert line is not None
    return line


def document_line(vault: Vault, document: Document) -> DocumentLine:
    line = vault.lists.document(document.document_id)
    assert line is not None
    return line


def test_the_case_list_joins_what_is_known(vault: Vault) -> None:
    add(vault, assessment(3, AT, "medium", "high", "2026-02-10"))
    line = case_line(vault)
    assert (line.client_ref, line.level, line.next_review) == ("", "high", "2026-02-10")
    add(vault, a_revision(CLIENT, CLIENT_ANSWERS), a_revision(CASE, CASE_ANSWERS))
    line = case_line(vault)
    assert (line.client_ref, line.preferred_name, line.case_ref) == (
        "HH-26-B007", "Gerta", "HH-26-B007.1",
    )  # fmt: skip
    assert (line.opened_on, line.service_kind, line.caseworker) == ("2026-02-03", "outreach", ANNA)
    assert (line.document_count, line.last_change, line.closed) == (2, AT, False)
    assert vault.lists.cases() == vault.lists.cases(with_closed=False) == (line,)
    assert [client.preferred_name for client in vault.lists.clients()] == ["Gerta"]
    assert vault.lists.clients(CLIENT.subject.client_id) == vault.lists.clients()
    assert vault.lists.case("k_none") is None
    assert vault.lists.document("d_none") is None


def test_a_changed_name_reaches_the_case_list(vault: Vault) -> None:
    first = a_revision(CLIENT, CLIENT_ANSWERS)
    add(vault, first, a_revision(CASE, CASE_ANSWERS))
    add(
        vault,
        a_revision(CLIENT, {"preferred_name": "Greta"}, parents=[first.revision_id], at=LATER),
    )
    assert case_line(vault).preferred_name == "Greta"


def test_the_level_is_the_newest_assessments_and_the_higher_until_agreed(vault: Vault) -> None:
    second = assessment(4, LATER, "medium", "high", "2026-02-11")
    add(vault, second, assessment(3, AT, "very_high", "very_high", "2026-02-06"))
    assert (case_line(vault).level, case_line(vault).assessed_at) == ("high", LATER)
    add_reviews(vault, a_review(second, ReviewVerb.COMMENT))
    assert case_line(vault).level == "high"
    add_reviews(vault, a_review(second, ReviewVerb.COUNTERSIGN, at=LATER))
    assert case_line(vault).level == "medium"
    trend = [
        (line.effective_level, line.countersigned) for line in vault.lists.assessments(CASE_ID)
    ]
    assert trend == [("very_high", False), ("medium", True)]
    review = vault.reviews.of_revision(second.revision_id)[-1]
    with vault.transaction(act()):
        vault.reviews.set_counted(review.review_id, counted=False, why="authority")
    assert case_line(vault).level == "high"
    assert vault.reviews.get(review.review_id).not_counted == "authority"


def test_two_heads_show_the_more_cautious_value(vault: Vault) -> None:
    document = a_document(5, "risk_assessment")
    base = {"assessed_at": AT, "overall_level": "low", "indicated_level": "low"}
    first = a_revision(document, {**base, "next_review": "2026-05-01"})
    add(vault, first)
    for level, review in (("medium", "2026-03-01"), ("very_high", "2026-02-06")):
        add(
            vault,
            a_revision(
                document, {**base, "overall_level": level, "next_review": review},
                parents=[first.revision_id],
            ),
        )  # fmt: skip
    assert document_line(vault, document).head_count == 2
    assert (case_line(vault).level, case_line(vault).next_review) == ("very_high", "2026-02-06")


def flag(number: int, code: str, cleared: str = "", parents: tuple[str, ...] = ()) -> Revision:
    answers = {"flag_code": code, "flag_set_at": f"2026-02-0{number}T10:00:00+00:00"}
    if cleared:
        answers["flag_cleared_at"] = cleared
    return a_revision(a_document(number, "safety_flag"), answers, parents=parents)


def test_open_flags_stand_in_the_case_list(vault: Vault) -> None:
    danger = flag(4, "danger_now")
    add(vault, danger, flag(3, "suicide_plan"))
    assert case_line(vault).open_flags == ("suicide_plan", "danger_now")
    add(vault, flag(4, "danger_now", cleared=LATER, parents=(danger.revision_id,)))
    assert case_line(vault).open_flags == ("suicide_plan",)
    assert [line.flag_code for line in vault.lists.flags(CASE_ID, only_open=True)] == [
        "suicide_plan"
    ]
    assert [line.cleared_at for line in vault.lists.flags()] == ["", LATER]
    add(vault, a_revision(a_document(4, "safety_flag"), {"flag_code": "danger_now"},
                          parents=[danger.revision_id], at=LATER))  # fmt: skip
    assert case_line(vault).open_flags == ("suicide_plan", "danger_now")


def plan(steps: dict[str, tuple[str, str]], **options: Any) -> Revision:
    rows = [
        {"_id": row, "_order": row, "act_key": f"G1.{row}", "act_by": by, "act_status": status}
        for row, (by, status) in steps.items()
    ]
    goal = {"_id": "r_g", "_order": "a", "goal_key": "G1", "goal_status": "open", "actions": rows}
    answers = {"s": {"plan_next_review": "2026-03-01", "goals": [goal]}}
    return a_revision(a_document(6, "support_plan"), answers, **options)


def test_goals_actions_and_reviews_of_a_plan(vault: Vault) -> None:
    first = plan({"1": ("2026-02-10", "todo"), "2": ("2026-02-09", "done"), "3": ("", "waiting")})
    add(vault, first)
    assert [line.goal_key for line in vault.lists.goals(CASE_ID)] == ["G1"]
    assert [line.act_key for line in vault.lists.actions(CASE_ID)] == ["G1.3", "G1.2", "G1.1"]
    due = vault.lists.actions(due_by="2026-02-10")
    assert [(line.act_key, line.is_open, line.goal_row_id) for line in due] == [
        ("G1.1", True, "r_g")
    ]
    assert vault.lists.actions(CASE_ID, due_by="2026-02-09") == ()
    assert [line.due_on for line in vault.lists.reviews_due("2026-03-01")] == ["2026-03-01"]
    assert vault.lists.reviews_due("2026-02-28") == ()
    add(vault, plan({"1": ("2026-02-10", "done")}, parents=[first.revision_id], at=AT))
    add(vault, plan({"1": ("2026-02-12", "doing")}, parents=[first.revision_id], at=LATER))
    assert [(line.act_by, line.is_open) for line in vault.lists.actions()] == [("2026-02-12", True)]


def test_consents_referrals_and_exit(vault: Vault) -> None:
    consent, referral = a_document(7, "consent"), a_document(8, "referral")
    checklist = a_document(9, "exit_checklist")
    given = {"con_kind": "share", "con_decision": "given", "con_date": "2026-02-03",
             "con_expires": "2026-08-03"}  # fmt: skip
    first = a_revision(consent, given)
    add(
        vault,
        first,
        a_revision(referral, {"ref_key": "R1", "ref_kind": "nrm"}),
        a_revision(checklist, {"exit_kind": "planned", "exit_date": "2026-06-01"}),
    )
    assert [line.con_decision for line in vault.lists.consents(CASE_ID)] == ["given"]
    for decision, withdrawn in (("refused", ""), ("odd", "2026-03-01")):
        answers = {**given, "con_decision": decision, "con_withdrawn_on": withdrawn}
        answers = {name: value for name, value in answers.items() if value}
        add(vault, a_revision(consent, answers, parents=[first.revision_id]))
    line = vault.lists.consents()[0]
    assert (line.con_decision, line.con_withdrawn_on) == ("refused", "2026-03-01")
    assert [(line.ref_key, line.approved) for line in vault.lists.referrals()] == [("R1", False)]
    add_reviews(
        vault,
        a_review(vault.revisions.heads(referral.document_id)[0], ReviewVerb.APPROVE),
        a_review(vault.revisions.heads(checklist.document_id)[0], ReviewVerb.CLOSE, at=LATER),
    )
    assert vault.lists.referrals(CASE_ID)[0].approved
    assert vault.lists.exits(CASE_ID) == vault.lists.exits()
    line_of_case = case_line(vault)
    assert (line_of_case.exit_date, line_of_case.closed) == ("2026-06-01", True)
    assert line_of_case.last_change == LATER
    assert vault.lists.cases(with_closed=False) == ()


def test_reviews_give_the_facts_of_a_documents_state(vault: Vault) -> None:
    document = a_document(1)
    first = a_revision(document, {"n": "1"})
    add(vault, first)
    assert not document_line(vault, document).stale
    add_reviews(vault, a_review(first, ReviewVerb.APPROVE))
    line = document_line(vault, document)
    assert (line.approved, line.returned, line.last_verb) == (True, False, "approve")
    add_reviews(vault, a_review(first, ReviewVerb.RETURN, at=LATER))
    line = document_line(vault, document)
    assert (line.approved, line.returned, line.last_reviewed_at) == (False, True, LATER)
    add(vault, a_revision(document, {"n": "2"}, parents=[first.revision_id], at=LATER))
    line = document_line(vault, document)
    assert (line.stale, line.returned, line.revision_count) == (True, False, 2)
    assert vault.lists.documents(case_id=CASE_ID, form_id="contact_note") == (line,)
    assert vault.lists.documents(client_id="c_none") == ()


def test_a_review_may_come_before_its_revision(vault: Vault) -> None:
    revision = a_revision(a_document(1), {"n": "1"})
    review = a_review(revision, ReviewVerb.APPROVE)
    add_reviews(vault, review)
    add(vault, revision)
    assert document_line(vault, a_document(1)).approved


def test_dates_are_the_documents_own_and_in_utc(vault: Vault) -> None:
    note = a_document(1)
    add(vault, a_revision(note, {"note_datetime": "2026-07-01T00:30:00.000+01:00"}))
    assert document_line(vault, note).on_date == "2026-06-30T23:30:00+00:00"
    odd = a_document(2)
    add(vault, a_revision(odd, {"note_datetime": "2026-07-01Tsoon"}))
    assert document_line(vault, odd).on_date == "2026-07-01Tsoon"
    naive = a_document(3)
    add(vault, a_revision(naive, {"note_datetime": "2026-07-01T10:00:00"}))
    assert document_line(vault, naive).on_date == "2026-07-01T10:00:00"


def everything_derived(vault: Vault) -> dict[str, list[tuple[Any, ...]]]:
    tables = [
        name
        for (name,) in vault.database.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'p\\_%' ESCAPE '\\'"
        )
    ]
    found = {
        name: sorted(vault.database.rows(f"SELECT * FROM {name}"))  # noqa: S608
        for name in tables
    }
    found["search"] = vault.database.rows("SELECT rowid, content_text FROM search ORDER BY rowid")
    found["heads"] = vault.database.rows("SELECT id, visible, head FROM revisions ORDER BY id")
    return found


FORMS = ["client", "case", "risk_assessment", "safety_flag", "support_plan", "consent",
         "referral", "exit_checklist", "contact_note", "safety_plan"]  # fmt: skip
LEVELS = st.sampled_from(["low", "medium", "high", "very_high", "unheard_of"])
ANSWERS: st.SearchStrategy[Answers] = st.fixed_dictionaries(
    {},
    optional={
        "client_ref": st.sampled_from(["A", "B"]),
        "overall_level": LEVELS,
        "indicated_level": LEVELS,
        "assessed_at": st.sampled_from([AT, LATER]),
        "flag_code": st.sampled_from(["danger_now", "suicide_plan"]),
        "flag_cleared_at": st.just(LATER),
        "plan_next_review": st.just("2026-03-01"),
        "con_decision": st.sampled_from(["given", "refused"]),
        "exit_date": st.just("2026-06-01"),
        "goals": st.lists(
            st.fixed_dictionaries(
                {"_id": st.sampled_from(["r_1", "r_2"]), "_order": st.just("a")},
                optional={
                    "goal_key": st.just("G1"),
                    "actions": st.just(
                        [{"_id": "r_3", "_order": "a", "act_text": "call", "act_status": "todo"}]
                    ),
                },
            ),
            max_size=2,
            unique_by=lambda row: str(row["_id"]),
        ),
    },
)


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_rebuilding_equals_keeping_in_step(property_vault: Vault, data: st.DataObject) -> None:
    vault = property_vault
    made: list[Revision] = []
    for _ in range(data.draw(st.integers(1, 8))):
        number = data.draw(st.integers(0, len(FORMS) - 1))
        document = a_document(1000 + number, FORMS[number], case=1 + number % 2)
        same = [one for one in made if one.header.document_id == document.document_id]
        parents = data.draw(st.sets(st.integers(0, len(same) - 1), max_size=2)) if same else set()
        made.append(
            a_revision(
                document,
                data.draw(ANSWERS),
                parents=[same[one].revision_id for one in parents],
                at=data.draw(st.sampled_from([AT, LATER])),
                counted=data.draw(st.booleans()),
            )
        )
    for revision in data.draw(st.permutations(made)):
        add(vault, revision)
        if data.draw(st.booleans()):
            verb = data.draw(st.sampled_from(list(ReviewVerb)))
            add_reviews(vault, a_review(revision, verb, at=data.draw(st.sampled_from([AT, LATER]))))
    kept = everything_derived(vault)
    vault.projections.rebuild()
    assert everything_derived(vault) == kept


@pytest.fixture(scope="session")
def property_vault(template: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    copy = crash_copy(template.folder, tmp_path_factory.mktemp("projections") / "vault")
    opened = reopen(copy, template.keys[ANNA])
    yield opened
    opened.close()


def test_what_a_list_needs_of_a_document_is_kept_apart_and_read_with_care(vault: Vault) -> None:
    outcome = a_document(7, "referral_outcome")
    first = a_revision(outcome, {"o": {"out_referral": "d_1", "out_status": "sent"}})
    answered = a_revision(
        outcome,
        {"o": {"out_referral": "d_1", "out_status": "accepted"}},
        parents=(first.revision_id,),
        at=LATER,
    )
    chased = a_revision(
        outcome,
        {
            "o": {"out_referral": "d_1", "out_status": "sent"},
            "out_chases": [{"_id": "r_1", "_order": "a"}],
        },
        parents=(first.revision_id,),
        at=LATER,
    )
    add(vault, first, answered, chased)
    (line,) = vault.lists.facts("referral_outcome")
    assert line.facts == {"out_referral": "d_1", "chases": 1, "chased": [["", ""]]}
    assert vault.lists.unsent() == (1, LATER)


def test_everybody_whom_a_case_record_ever_named_is_found(vault: Vault) -> None:
    first = a_revision(CASE, CASE_ANSWERS)
    later = a_revision(
        CASE,
        {**CASE_ANSWERS, "caseworker": "p_other"},
        parents=(first.revision_id,),
        at=LATER,
    )
    add(vault, first, later)
    (line,) = vault.lists.facts("case")
    assert line.facts["people"] == sorted({ANNA, "p_other"})


def test_lists_of_another_version_are_made_anew_with_their_tables(vault: Vault) -> None:
    add(vault, a_revision(CASE, CASE_ANSWERS))
    before = vault.lists.facts("case")
    with vault.database.transaction():
        vault.database.execute("DROP TABLE p_facts")
        vault.database.execute("CREATE TABLE p_facts (something_else TEXT)")
    vault.projections.rebuild()
    assert vault.lists.facts("case") == before != ()

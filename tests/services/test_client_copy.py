"""Copies of the plans for the client: what can never reach them, and what a neutral one tells."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from outreach_app.domain.answers import ROW_ID, ROW_ORDER
from outreach_app.domain.documents import Document
from outreach_app.domain.telling_words import names_in, telling_words
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Repeat
from outreach_app.services.catalogue import load_shipped
from outreach_app.services.client_copies.composing import (
    NEVER_IN_A_COPY,
    NEVER_IN_A_NEUTRAL_COPY,
    compose_client_copy,
)
from outreach_app.services.client_copies.errors import NotForClients, NothingSigned
from outreach_app.services.client_copies.plans import COPIED_FORMS, Manner, copyable
from outreach_app.services.printing import Printed, rendered
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from tests.services.builders import CaseBuilder
from tests.services.writing import NOTE, Writer

PLAN = {
    "plan_p1": {
        "hopes_words": {"hopes_words_text": "To sleep at night."},
        "good_day_words": {"good_day_words_text": "Gerta bakes bread in Portwick."},
        "important_to_me": {"important_to_me_text": "That Big Tony never finds me."},
        "how_to_support_me": {"how_to_support_me_text": "Say it before you do it."},
    },
    "plan_p3": {
        "goals": [
            {
                "goal_words": {"goal_words_text": "I want my own key."},
                "goal_statement": "A tenancy",
                "goal_target_state": "Keys in hand",
                "goal_target_date": "2026-09-01",
                "goal_status": "open",
                "actions": [
                    {
                        "act_text": "Look at two rooms",
                        "act_who_kind": "client",
                        "act_status": "done",
                    },
                    {"act_text": "Ring the council", "act_who_kind": "caseworker"},
                    {"act_text": "Never mind", "act_who_kind": "client", "act_status": "dropped"},
                ],
            },
            {
                "goal_words": {"goal_words_text": "To bake again."},
                "goal_status": "met",
                "goal_met_on": "2026-02-01",
            },
        ]
    },
    "plan_p5": {"plan_next_review": "2026-03-01", "plan_copy_for_client": "not_safe"},
}
SAFETY = {
    "sp_section": {
        "sp_warning_signs": {"sp_warning_signs_text": "Somebody waits at the door."},
        "sp_what_i_do": {"sp_what_i_do_text": "I ring the safe house."},
        "sp_who_i_call": [{"spc_label": "Ana", "spc_number": "07700 900123"}],
        "sp_code_word": "marmalade",
        "sp_safe_places": "The bakery in Quay Street",
        "sp_phone": "No names in the phone.",
        "sp_feelings": {"sp_feelings_text": "I count to thirty."},
    }
}
EXPLOITER = {
    "case_exploitation": {
        "exploiters": [{"exp_label": "Person A", "exp_known_names": "Big Tony, the boss"}]
    }
}


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    return Workspace(office)


@pytest.fixture
def writer(workspace: Workspace, office: Sitting, signer_of: Callable[[Sitting], Signer]) -> Writer:
    return Writer(workspace, signer_of(office))


def words_of(printed: Printed) -> str:
    """Return the text of all pages with single blanks."""
    pages = PdfReader(BytesIO(printed.pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def made(workspace: Workspace, document: Document, manner: Manner) -> tuple[Printed, str]:
    printed = rendered(compose_client_copy(workspace, document, manner))
    return printed, words_of(printed)


def marked(definition: FormDefinition) -> dict[str, Any]:
    """Return answers by part: each text of the form says its part and its own name."""
    parts: dict[str, Any] = {}
    for question in definition.leaves():
        if question.type != "text" or question.choices:
            continue
        part = definition.part_of(question.path)
        names = question.path.split("/")
        at: Any = parts.setdefault(part, {})
        for length in range(1, len(names)):
            here = "/".join(names[:length])
            if isinstance(definition.item_at(here), Repeat):
                rows = at.setdefault(names[length - 1], [{ROW_ID: row_id(here), ROW_ORDER: "a"}])
                at = rows[0]
            else:
                at = at.setdefault(names[length - 1], {})
        at[names[-1]] = f"MARK{part}MARK{question.name}MARK"
    return parts


def row_id(path: str) -> str:
    letters = "".join(each for each in path if each.isalpha())
    return f"r_{letters.ljust(26, 'a')[:26]}"


@pytest.mark.parametrize("form_id", COPIED_FORMS)
@pytest.mark.parametrize("manner", list(Manner))
def test_no_question_of_a_closed_part_can_reach_a_copy(
    workspace: Workspace, case: CaseBuilder, form_id: str, manner: Manner
) -> None:
    case.opened()
    definition, _compiled = load_shipped(form_id)
    parts = marked(definition)
    assert form_id != "safety_plan" or {"location", "special"} <= parts.keys()
    document = case.document(form_id)
    case.kept(case.plan(document, parts))
    composed = compose_client_copy(workspace, document, manner)
    said = repr(composed.content)
    closed = NEVER_IN_A_NEUTRAL_COPY if manner is Manner.NEUTRAL else NEVER_IN_A_COPY
    for part in closed:
        assert f"MARK{part}MARK" not in said
    assert "MARKmainMARK" in said
    assert {"staff", "third_party", "location"} <= closed


@pytest.mark.parametrize("part", sorted(NEVER_IN_A_COPY))
@pytest.mark.parametrize("manner", list(Manner))
def test_a_question_that_a_later_form_puts_into_a_closed_part_stays_out(
    workspace: Workspace, case: CaseBuilder, part: str, manner: Manner
) -> None:
    case.opened()
    document = case.document("support_plan")
    open_words = {"plan_p1": {"hopes_words": {"hopes_words_text": "An open word"}}}
    moved = {"plan_p1": {"good_day_words": {"good_day_words_text": "A closed word"}}}
    case.kept(case.plan(document, {"main": open_words, part: moved}))
    said = repr(compose_client_copy(workspace, document, manner).content)
    assert "An open word" in said
    assert "A closed word" not in said


def test_the_own_copy_is_in_the_words_of_the_client(workspace: Workspace, writer: Writer) -> None:
    plan = writer.signed("support_plan", PLAN)
    printed, words = made(workspace, plan, Manner.OWN)
    for expected in (
        "My plan", "Gerta", "To sleep at night.", "I want my own key.", "A tenancy",
        "Keys in hand", "1 September 2026", "Look at two rooms (Gerta)", "Ring the council",
        "To bake again.", "1 March 2026", "Say it before you do it.",
    ):  # fmt: skip
        assert expected in words
    assert "Never mind" not in words
    assert printed.name.startswith(writer.reference)
    assert printed.answer_at == "plan_p5/plan_copy_for_client"


def test_the_body_is_large(workspace: Workspace, writer: Writer) -> None:
    printed, _words = made(workspace, writer.signed("support_plan", PLAN), Manner.OWN)
    sizes: list[float] = []

    def visit(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if text.strip() and "/" not in text:
            sizes.append(size)

    for page in PdfReader(BytesIO(printed.pdf)).pages:
        page.extract_text(visitor_text=visit)
    # Only the foot of a page is smaller than large print.
    assert sorted(set(sizes))[:2] == [12, 16]


def test_a_neutral_copy_tells_nothing_to_whoever_finds_it(
    workspace: Workspace, writer: Writer
) -> None:
    record = next(
        each
        for each in workspace.vault.documents.by_case(writer.subject.case_id)
        if each.form_id == "case"
    )
    writer.revised(record, EXPLOITER)
    plan = writer.signed("support_plan", PLAN)
    printed, words = made(workspace, plan, Manner.NEUTRAL)
    assert "To sleep at night." in words
    assert "I want my own key." in words
    assert "Look at two rooms" in words
    service = workspace.sitting.configuration.name
    for telling in (
        "Gerta", "Portwick", "Tony", "council", "tenancy", "Review", "review", service,
        writer.reference, "Outreach", "plan", "Say it before",
    ):  # fmt: skip
        assert telling not in words
    reader = PdfReader(BytesIO(printed.pdf))
    assert reader.metadata is not None
    about = {name: value for name, value in reader.metadata.items() if value}
    assert about.keys() == {"/Title", "/CreationDate", "/ModDate", "/Trapped"}
    assert about["/Title"] == "My notes"
    assert printed.name == "my-notes.pdf"
    assert printed.title == "My notes"
    for given_away in (b"Outreach", b"Harbour", b"Gerta"):
        assert given_away not in printed.pdf


def test_what_is_left_out_is_said_before_printing(workspace: Workspace, writer: Writer) -> None:
    plan = writer.signed("support_plan", PLAN)
    printed, _words = made(workspace, plan, Manner.NEUTRAL)
    said = "\n".join(printed.left_out)
    assert "it is not safe for the client to have a copy" in printed.left_out[0]
    assert "“What does a good day look like?” is left out: it holds “Gerta”, “Portwick”." in said
    assert "safety of staff" in said


def test_a_safety_plan_has_lines_for_numbers_and_places(
    workspace: Workspace, writer: Writer
) -> None:
    plan = writer.signed("safety_plan", SAFETY)
    _printed, own = made(workspace, plan, Manner.OWN)
    neutral_printed, neutral = made(workspace, plan, Manner.NEUTRAL)
    for words in (own, neutral):
        assert "Whom I call" in words
        assert "Safe places to go" in words
        assert "Somebody waits at the door." in words
        for closed in ("07700", "Ana", "marmalade", "Quay Street"):
            assert closed not in words
    assert "I count to thirty." in own
    assert "I count to thirty." not in neutral
    assert "I ring the safe house." in own
    assert "safe house" not in neutral
    assert "is left out: it holds “safe house”." in "\n".join(neutral_printed.left_out)


def test_copies_are_of_signed_plans_only(workspace: Workspace, writer: Writer) -> None:
    note = writer.signed("contact_note", NOTE)
    draft = writer.draft("support_plan", PLAN)
    case_file = workspace.casework.case_file(writer.subject)
    assert copyable(workspace, case_file) == ()
    with pytest.raises(NothingSigned):
        compose_client_copy(workspace, draft.document, Manner.OWN)
    with pytest.raises(NotForClients):
        compose_client_copy(workspace, note, Manner.OWN)


def test_before_a_safety_plan_is_copied_it_is_said_whether_it_was_read_back_and_agreed(
    workspace: Workspace, writer: Writer
) -> None:
    plan = writer.signed("safety_plan", {**SAFETY, "sp_section": {"sp_agreement": "not_discussed"}})
    told = "\n".join(compose_client_copy(workspace, plan, Manner.OWN).left_out)
    assert "Safety plan does not say what the client said back." in told
    assert "Safety plan does not say that the client agrees with it." in told
    back = {"sp_read_back": {"sp_read_back_text": "I ring Anna, then the police."}}
    writer.revised(plan, {"sp_section": {**back, "sp_agreement": "agrees"}})
    composed = compose_client_copy(workspace, plan, Manner.OWN)
    told = "\n".join(composed.left_out)
    assert "said back" not in told
    assert "agrees with it" not in told
    # What was said back is for the record: it never reaches the copy.
    assert "I ring Anna" not in repr(composed.content)


def test_the_same_copy_has_the_same_bytes(workspace: Workspace, writer: Writer) -> None:
    plan = writer.signed("safety_plan", SAFETY)
    composed = compose_client_copy(workspace, plan, Manner.NEUTRAL)
    assert rendered(composed).pdf == rendered(composed).pdf


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They kept me as a slave there", ("slave",)),
        ("Trafficking is over", ("Trafficking",)),
        ("At AB1 2CD on Monday", ("AB1 2CD",)),
        ("I met TONY at the lift", ("Tony",)),
        ("Tonya is a friend", ()),
        ("the BIG   tony", ("Big Tony", "Tony")),
        ("I walk to the water", ()),
    ],
)
def test_telling_words_are_found_whole(text: str, found: tuple[str, ...]) -> None:
    assert telling_words(text, ("Big Tony", "Tony", " ")) == found


def test_names_are_not_the_words_around_them() -> None:
    assert names_in("The boss, Big Tony; Xhevahir K., they said Al") == ("Big", "Tony", "Xhevahir")
    assert names_in("أحمد") == ("أحمد",)

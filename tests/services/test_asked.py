"""What a reviewer said, at the questions of whoever changes the version now."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from outreach_app.domain.documents import Comment, Reason, Review, ReviewVerb, Revision
from outreach_app.services.asked import asked_of_draft, asked_of_signed
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, keep_reviews
from tests.services.writing import Writer, assessment

RISK = "r_aaaaaaaaaaaaaaaaaaaaaaaabb"
LEVEL_AT = "section_k/overall_level"
TITLE_AT = f"section_f/risks[{RISK}]/risk_title"
Said = Callable[..., Review]


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    return begin_workspace(office)


@pytest.fixture
def writer(workspace: Workspace, signer_of: Callable[[Sitting], Signer]) -> Writer:
    return Writer(workspace, signer_of(workspace.sitting))


@pytest.fixture
def signed(writer: Writer) -> Revision:
    document = writer.signed(
        "risk_assessment", assessment("full", "2026-01-20T11:00:00.000+00:00", "high", "3", "4")
    )
    (head,) = writer.workspace.vault.revisions.heads(document.document_id)
    return head


@pytest.fixture
def said(case: CaseBuilder, supervisor: Sitting, signer_of: Callable[[Sitting], Signer]) -> Said:
    """Make a review of the supervisor's."""
    helen = case.as_seen_by(supervisor, signer_of(supervisor))

    def make(revision: Revision, verb: ReviewVerb, text: str = "", *at: tuple[str, str]) -> Review:
        comments = tuple(
            Comment(comment_id=f"k_{n:026}", row_id=row, question=question, text=f"About {n}?")
            for n, (row, question) in enumerate(at)
        )
        return helen.review(revision, verb, text=text, comments=comments)

    return make


def test_comments_stand_at_their_questions_rows_included(
    workspace: Workspace, signed: Revision, said: Said
) -> None:
    document = workspace.vault.documents.get(signed.header.document_id)
    assert asked_of_signed(workspace, document).asks == ()
    keep_reviews(
        workspace.sitting,
        said(
            signed,
            ReviewVerb.RETURN,
            "Please look again.",
            ("", "overall_level"),
            (RISK, "risk_title"),
        ),
    )
    found = asked_of_signed(workspace, document)
    assert found.wants_answer
    assert (found.verb, found.who) == (ReviewVerb.RETURN, "Sara Hill (SH)")
    assert [each.text for each in found.whole] == ["Please look again."]
    assert {each.address for each in found.at_questions} == {LEVEL_AT, TITLE_AT}

    opened = workspace.casework.revise(document.document_id, Reason.CORRECTION)
    in_draft = asked_of_draft(workspace, opened)
    assert {at: asks[0].text for at, asks in in_draft.by_address.items()} == {
        LEVEL_AT: "About 0?",
        TITLE_AT: "About 1?",
    }
    assert in_draft.at_questions[1].label.startswith("R1 Found by those who exploited her – ")


def test_what_stands_at_a_row_that_is_gone_is_still_told(
    workspace: Workspace, signed: Revision, said: Said
) -> None:
    keep_reviews(workspace.sitting, said(signed, ReviewVerb.RETURN, "", (RISK, "risk_title")))
    opened = workspace.casework.revise(signed.header.document_id, Reason.CORRECTION)
    opened.remove_row(f"section_f/risks[{RISK}]")
    (gone,) = asked_of_draft(workspace, opened).asks
    assert (gone.address, gone.text) == ("", "About 0?")
    assert gone.label


def test_an_earlier_version_and_a_word_that_does_not_count_ask_nothing(
    workspace: Workspace, writer: Writer, signed: Revision, said: Said
) -> None:
    counted = said(signed, ReviewVerb.RETURN, "Look again.")
    keep_reviews(workspace.sitting, replace(counted, counted=False, not_counted="withdrawn"))
    document = workspace.vault.documents.get(signed.header.document_id)
    assert not asked_of_signed(workspace, document).wants_answer

    newer = writer.revised(document, {"section_k": {"overall_level": "medium"}})
    keep_reviews(workspace.sitting, said(signed, ReviewVerb.COMMENT, "Of the first."))
    assert asked_of_signed(workspace, document).asks == ()
    keep_reviews(workspace.sitting, said(newer, ReviewVerb.APPROVE, "Well done."))
    found = asked_of_signed(workspace, document)
    assert ([each.text for each in found.asks], found.wants_answer) == (["Well done."], False)

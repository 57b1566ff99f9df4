"""Derived states, the graph of parents, and labels."""

from outreach_app.domain.documents import Header, Review, ReviewVerb, Subject
from outreach_app.domain.labels import client_reference, next_label, settle_clashes
from outreach_app.domain.lineage import common_ancestors, heads, waits_for
from outreach_app.domain.states import (
    DocumentObjects,
    State,
    authors_since_approval,
    document_state,
    document_states,
    revision_states,
)

CHAIN = {"r1": (), "r2": ("r1",), "r3": ("r2",)}
FORK = {"r1": (), "a": ("r1",), "b": ("r1",), "m": ("a", "b")}


def said(
    revision_id: str, verb: ReviewVerb, at: str = "2026-02-06", *, counted: bool = True
) -> Review:
    return Review(
        review_id=f"o_{revision_id}_{verb}_{at}",
        revision_id=revision_id,
        document_id="d_1",
        verb=verb,
        reviewer_id="p_helen",
        certificate_serial=2,
        device_id="v_1",
        signed_at=f"{at}T10:00:00+00:00",
        counted=counted,
    )


def test_life_of_a_document() -> None:
    only = {"r1": ()}
    assert document_state(DocumentObjects(has_draft=True)) is State.DRAFT
    assert document_state(DocumentObjects(parents=only)) is State.SIGNED
    sent = DocumentObjects(parents=only, exported=frozenset({"r1"}))
    assert document_state(sent) is State.EXPORTED
    there = DocumentObjects(parents=only, exported=frozenset({"r1"}), received=frozenset({"r1"}))
    assert document_state(there) is State.RECEIVED
    commented = DocumentObjects(parents=only, reviews=(said("r1", ReviewVerb.COMMENT),))
    assert document_state(commented) is State.UNDER_REVIEW
    returned = DocumentObjects(parents=only, reviews=(said("r1", ReviewVerb.RETURN),))
    assert document_state(returned) is State.RETURNED
    again = DocumentObjects(parents={"r1": (), "r2": ("r1",)}, reviews=returned.reviews)
    assert document_state(again) is State.RESUBMITTED
    assert State.SUPERSEDED in revision_states(again, "r1")
    passed = DocumentObjects(
        parents=again.parents, reviews=(*returned.reviews, said("r2", ReviewVerb.APPROVE))
    )
    assert document_state(passed) is State.APPROVED


def test_approval_goes_stale_after_an_edit() -> None:
    document = DocumentObjects(parents=CHAIN, reviews=(said("r2", ReviewVerb.APPROVE),))
    assert document_state(document) is State.STALE
    assert State.APPROVED in revision_states(document, "r2")


def test_approval_countersigns_where_a_second_person_is_needed() -> None:
    reviews = (said("r1", ReviewVerb.APPROVE),)
    needed = DocumentObjects(parents={"r1": ()}, reviews=reviews, needs_second_person=True)
    assert document_state(needed) is State.COUNTERSIGNED
    explicit = DocumentObjects(parents={"r1": ()}, reviews=(said("r1", ReviewVerb.COUNTERSIGN),))
    assert document_state(explicit) is State.COUNTERSIGNED


def test_last_word_counts_and_a_review_that_does_not_count_is_silent() -> None:
    reviews = (
        said("r1", ReviewVerb.RETURN, "2026-02-06"),
        said("r1", ReviewVerb.APPROVE, "2026-02-07"),
        said("r1", ReviewVerb.RETURN, "2026-02-08", counted=False),
    )
    assert document_state(DocumentObjects(parents={"r1": ()}, reviews=reviews)) is State.APPROVED


def test_draft_beside_a_signed_revision() -> None:
    found = document_states(DocumentObjects(parents={"r1": ()}, has_draft=True))
    assert found == {State.DRAFT, State.SIGNED}


def test_four_eyes_looks_at_everyone_since_the_last_approval() -> None:
    document = DocumentObjects(parents=FORK, reviews=(said("r1", ReviewVerb.APPROVE),))
    authors = {"r1": "p_sam", "a": "p_priya", "b": "p_dina", "m": "p_helen"}
    assert authors_since_approval(document, authors) == {"p_priya", "p_dina", "p_helen"}
    unseen = DocumentObjects(parents=FORK)
    assert "p_sam" in authors_since_approval(unseen, authors)


def test_graph_of_parents() -> None:
    assert heads(CHAIN) == ("r3",)
    assert heads({"r1": (), "a": ("r1",), "b": ("r1",)}) == ("a", "b")
    assert common_ancestors(FORK, ("a", "b")) == ("r1",)
    assert common_ancestors(CHAIN, ("r3", "r2")) == ("r2",)
    assert common_ancestors({"x": (), "y": ()}, ("x", "y")) == ()
    crossed = {"r": (), "a": ("r",), "b": ("r",), "c": ("a", "b"), "d": ("a", "b")}
    assert common_ancestors(crossed, ("c", "d")) == ("a", "b")


def header(document_id: str, *parents: str) -> Header:
    return Header(
        document_id=document_id,
        subject=Subject(client_id="c_1", case_id="k_1"),
        form_id="case",
        form_hash="h",
        parents=parents,
        author_id="p_1",
        certificate_serial=1,
        device_id="v_1",
        signed_at="2026-02-03T11:00:00+00:00",
        reason="new",
        parts={},
    )


def test_revision_waits_for_missing_or_foreign_parents() -> None:
    held = {"r1": header("d_1"), "x1": header("d_2")}
    assert not waits_for(header("d_1", "r1"), held)
    assert waits_for(header("d_1", "r9"), held).missing == ("r9",)
    assert waits_for(header("d_1", "x1"), held).foreign == ("x1",)


def test_labels() -> None:
    assert next_label("R", []) == "R1"
    assert next_label("R", ["R1", "R3", "R3b", "G9"]) == "R4"
    assert next_label("G1.", ["G1.1", "G10.7"]) == "G1.2"
    assert next_label("HH-26-B007/", ["HH-26-B007/2"]) == "HH-26-B007/3"
    assert client_reference("HH", 2026, "B", 7) == "HH-26-B007"
    clash = [("r_a", "R2", "2026-02-04"), ("r_b", "R2", "2026-02-03"), ("r_c", "R2", "2026-02-05")]
    assert settle_clashes(clash) == {"r_b": "R2", "r_a": "R2b", "r_c": "R2c"}
    assert settle_clashes(clash[::-1]) == settle_clashes(clash)

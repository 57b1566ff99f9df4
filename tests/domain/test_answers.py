"""Answers as plain data, identifiers, and revisions whose parts are partly held."""

import pytest

from outreach_app.domain.answers import combine, flatten, leaves
from outreach_app.domain.cautious import combine_heads
from outreach_app.domain.documents import Header, Part, Revision, Subject
from outreach_app.domain.ids import Prefix, is_id, make_id

NESTED = {
    "section": {
        "title": "T",
        "risks": [
            {"_id": "r_2", "_order": "b", "risk_title": "two"},
            {"_id": "r_1", "_order": "a", "risk_title": "one", "group": {"leaf": "x"}},
        ],
    }
}


def test_flatten_dissolves_groups_and_sorts_rows() -> None:
    flat = flatten(NESTED)
    assert flat["title"] == "T"
    assert [each["risk_title"] for each in flat["risks"]] == ["one", "two"]
    assert flat["risks"][0]["leaf"] == "x"


def test_leaves_carry_addresses() -> None:
    assert dict(leaves(NESTED)) == {
        "section/title": "T",
        "section/risks[r_1]/risk_title": "one",
        "section/risks[r_1]/group/leaf": "x",
        "section/risks[r_2]/risk_title": "two",
    }


def test_parts_are_joined_by_row_and_must_not_disagree() -> None:
    one = {"g": {"rows": [{"_id": "r_1", "_order": "a", "x": "1"}]}}
    two = {"g": {"rows": [{"_id": "r_1", "_order": "a", "y": "2"}, {"_id": "r_2", "y": "3"}]}}
    assert combine(one, two) == {
        "g": {"rows": [{"_id": "r_1", "_order": "a", "x": "1", "y": "2"}, {"_id": "r_2", "y": "3"}]}
    }
    with pytest.raises(ValueError, match="disagree about x"):
        combine({"x": "1"}, {"x": "2"})


def test_identifiers() -> None:
    made = make_id(Prefix.CLIENT, bytes(16))
    assert made == "c_" + "a" * 26
    assert is_id(made)
    assert is_id(made, Prefix.CLIENT)
    assert not is_id(made, Prefix.CASE)
    assert not is_id("c_short")
    with pytest.raises(ValueError, match="16 random bytes"):
        make_id(Prefix.CLIENT, b"few")


def test_withheld_part_is_named_and_evidence_stays_apart() -> None:
    header = Header(
        document_id="d_1",
        subject=Subject(client_id="c_1"),
        form_id="client",
        form_hash="h",
        parents=(),
        author_id="p_1",
        certificate_serial=1,
        device_id="v_1",
        signed_at="2026-02-03T11:00:00+00:00",
        reason="new",
        parts={"main": "aa", "location": "bb", "casefile": "cc", "earlier": "dd"},
    )
    parts = {
        "main": Part(name="main", answers={"x": "1"}),
        "location": Part(name="location"),
        "casefile": Part(name="casefile", answers={"asof": "2026-02-03"}),
        "earlier": Part(name="earlier", answers={"old": "2"}),
    }
    revision = Revision(
        revision_id="sha256:r", header=header, payload=b"", signature=b"", parts=parts
    )
    assert revision.answers() == {"x": "1"}
    assert revision.answers(earlier=True) == {"x": "1", "old": "2"}
    assert revision.withheld() == ("location",)


def test_row_that_only_one_head_holds_stays_and_the_worse_rating_shows() -> None:
    one = {"risks": [{"_id": "r_1", "_order": "a", "risk_severity": "2", "risk_title": "A"}]}
    two = {
        "risks": [
            {"_id": "r_1", "_order": "a", "risk_severity": "5", "risk_title": "B"},
            {"_id": "r_2", "_order": "b", "risk_title": "C"},
        ]
    }
    found = combine_heads([one, two])
    assert found.answers["risks"][0] == {"_id": "r_1", "_order": "a", "risk_severity": "5"}
    assert found.answers["risks"][1]["risk_title"] == "C"
    assert found.contested == {
        "risks[r_1]/risk_severity": ("2", "5"),
        "risks[r_1]/risk_title": ("A", "B"),
    }

"""No place ever offers a way to reach the client that the client did not call safe."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

import outreach_app
from outreach_app.services.case_people import channels_of
from outreach_app.services.case_words import CaseWords
from outreach_app.services.night.missing_sheet import compose_missing_sheet
from outreach_app.services.night.sheet import resident_of
from outreach_app.services.references import reference_instances
from outreach_app.services.referring import begin_referral
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, Json

SAFE, UNSAFE, UNCHECKED = "07700 900461", "07700 900999", "ina@example.org"
KNOWS_THE_ANSWER = {
    Path("domain/safe_contacts.py"),
    Path("domain/cautious.py"),
    Path("services/case_people.py"),
}
"""The rule; how two answers are read together; the card that says why a way is grey."""


R1, R2, R3 = ("r_" + letter * 26 for letter in "abc")


def way(row_id: str, channel: str, value: str, safe: str) -> Json:
    order = {R1: "a0", R2: "a1", R3: "a2"}[row_id]
    known = {"channel": channel, "value": value, "safe_to_use": safe}
    return {"_id": row_id, "_order": order, **known}


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    return begin_workspace(office)


@pytest.fixture
def reached(case: CaseBuilder) -> CaseBuilder:
    """A resident with an unsafe, an unchecked and a safe way, in this order."""
    contact = {
        "safe_contacts": [
            way(R1, "phone_call", UNSAFE, "no"),
            way(R2, "email", UNCHECKED, "unknown"),
            way(R3, "sms", SAFE, "yes"),
        ],
        "current_address": {"addr_kind": "safe_house", "addr_room": "4"},
    }
    case.kept(case.client_plan(contact))
    case.kept(case.record_plan())
    return case


def in_lists(workspace: Workspace, case: CaseBuilder) -> str:
    case_file = workspace.casework.case_file(case.record.subject)
    speak = workspace.catalogue.words
    lists = reference_instances(workspace.vault, case_file, (), speak)
    rows = (
        row["label"]
        for content in lists.values()
        for row in csv.DictReader(io.StringIO(content.decode("utf-8")))
    )
    return "\n".join(rows)


def in_referral(workspace: Workspace, case: CaseBuilder) -> str:
    opened = begin_referral(workspace, case.record.subject, "support")
    chosen = str(opened.answers().get("ref_safe_contact", ""))
    return {R1: UNSAFE, R2: UNCHECKED, R3: SAFE}.get(chosen, "nothing")


def in_missing_sheet(workspace: Workspace, case: CaseBuilder) -> str:
    return repr(compose_missing_sheet(workspace, case.record.subject).content)


def in_night_sheet(workspace: Workspace, case: CaseBuilder) -> str:
    return repr(resident_of(workspace, case.record.subject))


def in_safe_half_of_the_card(workspace: Workspace, case: CaseBuilder) -> str:
    case_file = workspace.casework.case_file(case.record.subject)
    shown = channels_of(case_file, CaseWords(workspace))
    assert [each.is_safe for each in shown] == [True, False, False]
    return "\n".join(each.value for each in shown if each.is_safe)


@pytest.mark.parametrize(
    "place",
    [in_lists, in_referral, in_missing_sheet, in_night_sheet, in_safe_half_of_the_card],
)
def test_only_the_safe_way_is_offered(
    reached: CaseBuilder, workspace: Workspace, place: Callable[[Workspace, CaseBuilder], str]
) -> None:
    shown = place(workspace, reached)
    assert SAFE in shown
    assert UNSAFE not in shown
    assert UNCHECKED not in shown


def test_nothing_else_in_the_program_decides_what_is_safe() -> None:
    """Whoever reads the answer apart from the rule would be a place that this walk does not know."""
    package = Path(outreach_app.__file__).parent
    found = {
        path.relative_to(package)
        for path in package.rglob("*.py")
        if "safe_to_use" in path.read_text(encoding="utf-8")
    }
    assert found == KNOWS_THE_ANSWER

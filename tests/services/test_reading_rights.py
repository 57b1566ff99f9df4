"""What night staff, a colleague outside the case, an agency and a supervisor see of one shared vault."""

import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from outreach_app.crypto.kdf import FLOOR
from outreach_app.domain.documents import Comment, Document, Reason, ReviewVerb, Revision
from outreach_app.domain.people import Role
from outreach_app.services.comparing import changes_of
from outreach_app.services.document_history import document_history
from outreach_app.services.errors import NotAllowed
from outreach_app.services.overview import case_overview
from outreach_app.services.permission import Reader
from outreach_app.services.printed_case import case_summary
from outreach_app.services.printing import print_document
from outreach_app.services.reading import shown_answers
from outreach_app.services.risk_changes import newest_risk_changes
from outreach_app.services.searching import search
from outreach_app.services.sitting import Sitting
from outreach_app.services.supervision import changes_since_review
from outreach_app.services.vaults import Newcomer, World, add_person
from outreach_app.services.workspace import Workspace
from outreach_app.store.opening import LockedVault
from outreach_app.store.unlocking import SlotKeys
from tests.services.builders import CaseBuilder, keep_reviews
from tests.services.conftest import Template
from tests.support.determinism import FrozenClock

STAFF_WORDS, OTHER_WORDS = "Brockhurst waited at the car", "Lantern was calm"
INTERNAL_WORDS = "Weighed at Marrowgate among ourselves."
NOTE = "d14_staff_targeted_note"
OTHERS = {
    "NS": Role.NIGHT_STAFF,
    "AG": Role.AGENCY_STAFF,
    "CO": Role.CASEWORKER,
    "SU": Role.SUPERVISOR,
    "CM": Role.CONFIGURATION_MANAGER,
}


@dataclass
class Shared:
    """One laptop with six people, and a case of AB's on it."""

    folder: Path
    clock: FrozenClock
    people: dict[str, str]
    keys: dict[str, SlotKeys]
    documents: dict[str, Document]
    full: Revision


def risk_parts(kind: str, level: str, threats: str, title: str = "Found by N") -> dict[str, Any]:
    item = {"d1": {"d1_threats": {"d1_threats_now": threats}}}
    risk = {"_id": "r_" + "a" * 26, "_order": "a0", "risk_title": title}
    return {
        "main": {
            "section_a": {"assessment_kind": kind, "assessed_at": f"2026-02-0{level[0]}"},
            "section_d": item,
            "section_f": {"risks": [{**risk, "risk_likelihood": "4", "risk_severity": level[0]}]},
            "section_k": {"overall_level": level[2:], "sum_up": OTHER_WORDS},
        },
        "staff": {
            "section_d": {"d14": {"d14_staff_targeted": {"d14_staff_targeted_note": STAFF_WORDS}}},
            "section_o": {"staff_risk": "high"},
        },
        "internal": {"section_k": {"override_reason": INTERNAL_WORDS}},
    }


def open_as(shared: Shared, initials: str) -> Sitting:
    vault = LockedVault(shared.folder).open(
        shared.people[initials],
        shared.keys[initials],
        at=shared.clock().isoformat(timespec="seconds"),
    )
    return Sitting(vault, shared.clock, secrets.token_bytes)


@pytest.fixture(scope="module")
def shared(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Shared:
    folder = tmp_path_factory.mktemp("shared") / "vault"
    shutil.copytree(template.folder / "AB", folder)
    clock = FrozenClock()
    people, keys = {"AB": template.people["AB"]}, {"AB": template.keys["AB"]}
    made = Shared(folder, clock, people, keys, {}, Revision.__new__(Revision))
    sitting = open_as(made, "AB")
    world = World(clock=clock, random_bytes=secrets.token_bytes)
    for initials, role in OTHERS.items():
        newcomer = Newcomer(
            initials=initials, full_name=f"Person {initials}", role=role, parameters=FLOOR
        )
        person = add_person(sitting, newcomer, f"passphrase of {initials}", world)
        people[initials] = person.person_id
    case = CaseBuilder(sitting, sitting.signer_from(keys["AB"])).opened(shared=(people["AG"],))
    note = case.document("contact_note")
    case.kept(case.note_plan("Lantern came at noon", document=note))
    first, second, screen = (case.document("risk_assessment") for _n in range(3))
    clock.forward(minutes=1)
    case.kept(case.plan(first, risk_parts("full", "2 medium", "absent")))
    clock.forward(minutes=1)
    made.full = case.kept(case.plan(second, risk_parts("full", "4 high", "present")))
    case.kept(case.plan(screen, risk_parts("immediate", "3 high", "present")))
    remark = Comment(comment_id="k_" + "a" * 26, row_id="", question=NOTE, text=STAFF_WORDS)
    keep_reviews(sitting, case.review(made.full, ReviewVerb.COMMENT, comments=(remark,)))
    made.documents = {
        "client": case.client, "note": note, "first": first, "full": second, "screen": screen,
    }  # fmt: skip
    sitting.close()
    locked = LockedVault(folder)
    for initials in OTHERS:
        keys[initials] = locked.derivation(people[initials]).derive(f"passphrase of {initials}")
    locked.release()
    return made


@pytest.fixture
def at(shared: Shared) -> Iterator[Callable[[str], Workspace]]:
    """Unlocks the laptop for one of its people at a time."""
    opened: list[Sitting] = []

    def sit_down(initials: str) -> Workspace:
        while opened:
            opened.pop().close()
        opened.append(open_as(shared, initials))
        return Workspace(opened[-1])

    yield sit_down
    for sitting in opened:
        sitting.close()


def refusals(workspace: Workspace) -> int:
    return sum(row.act.kind == "act.refused" for row in workspace.vault.journal.rows())


READABLE = {
    "AB": {"client", "note", "first", "full", "screen"},
    "SU": {"client", "note", "first", "full", "screen"},
    "AG": {"client", "note", "first", "full", "screen"},
    "NS": {"note", "screen"},
    "CO": set(),
    "CM": set(),
}


@pytest.mark.parametrize("initials", READABLE)
def test_who_reads_which_documents(
    shared: Shared, at: Callable[[str], Workspace], initials: str
) -> None:
    workspace = at(initials)
    before, refused = refusals(workspace), 0
    for name, document in shared.documents.items():
        definition, document_id = workspace.catalogue.definition, document.document_id
        ways: tuple[Callable[[], object], ...] = (
            partial(shown_answers, workspace, document),
            partial(changes_of, workspace, document),
            partial(document_history, workspace, document),
            partial(changes_since_review, workspace.sitting, definition, document_id),
        )
        for way in ways:
            if name in READABLE[initials]:
                assert way()
            else:
                refused += 1
                with pytest.raises(NotAllowed):
                    way()
    assert refusals(workspace) - before == refused


@pytest.mark.parametrize(
    ("initials", "finds", "sees_staff"),
    [
        ("AB", {"note", "first", "full", "screen"}, True),
        ("SU", {"note", "first", "full", "screen"}, True),
        ("AG", {"note", "first", "full", "screen"}, False),
        ("NS", {"note", "screen"}, False),
        ("CO", set(), False),
        ("CM", set(), False),
    ],
)
def test_a_search_finds_what_may_be_read_and_no_more(
    shared: Shared,
    at: Callable[[str], Workspace],
    initials: str,
    finds: set[str],
    sees_staff: bool,
) -> None:
    workspace = at(initials)
    names = {document: name for name, document in shared.documents.items()}
    found = search(workspace.sitting, "lant")
    assert {names[hit.document] for hit in found} == finds
    assert all("Lantern" in hit.excerpt for hit in found)
    assert any("Brockhurst" in hit.excerpt for hit in found) is sees_staff
    assert {names[hit.document] for hit in search(workspace.sitting, '"lantern was" CALM')} == (
        finds - {"note"}
    )
    assert search(workspace.sitting, '"was lantern"') == ()
    assert bool(search(workspace.sitting, "marrowgate")) is (initials in {"AB", "SU", "NS"})
    hidden = search(workspace.sitting, "brockhurst")
    assert bool(hidden) is sees_staff
    assert bool(search(workspace.sitting, "lantern brockhurst")) is sees_staff


@pytest.mark.parametrize(("initials", "sees"), [("AB", True), ("SU", True), ("AG", False)])
def test_what_is_for_the_safety_of_staff_stays_within_the_team(
    shared: Shared, at: Callable[[str], Workspace], initials: str, sees: bool
) -> None:
    workspace, document = at(initials), shared.documents["full"]
    told = [each.text for each in shown_answers(workspace, document)]
    assert OTHER_WORDS in told
    assert (STAFF_WORDS in told) is sees
    assert (INTERNAL_WORDS in told) is sees
    compared = changes_of(workspace, document)
    assert (STAFF_WORDS in {each.new for each in compared}) is sees
    history = " ".join(each.text for each in document_history(workspace, document))
    assert (STAFF_WORDS in history) is sees
    assert ("not for you to read" in history) is not sees


def test_nobody_signs_for_a_part_that_they_may_not_read(
    shared: Shared, at: Callable[[str], Workspace]
) -> None:
    workspace = at("AG")
    full = shared.documents["full"].document_id
    with pytest.raises(NotAllowed, match="not-allowed"):
        workspace.casework.revise(full, Reason.CORRECTION)
    assert not workspace.vault.drafts.has(full)
    note = workspace.casework.revise(shared.documents["note"].document_id, Reason.CORRECTION)
    workspace.casework.discard(note.document.document_id)


def test_earlier_answers_of_a_full_assessment_are_not_at_hand_at_night(
    shared: Shared, at: Callable[[str], Workspace]
) -> None:
    subject = shared.documents["full"].subject
    known = at("AB").casework.previous_answers(subject, "risk_assessment")
    assert known is not None
    assert known["section_o"] == {"staff_risk": "high"}
    workspace = at("NS")
    assert workspace.casework.previous_answers(subject, "risk_assessment") is None
    assert workspace.casework.begin("risk_assessment", subject).document.form_id


def test_at_night_the_screen_is_printed_and_the_full_assessment_is_not(
    shared: Shared, at: Callable[[str], Workspace]
) -> None:
    workspace = at("NS")
    assert print_document(workspace, shared.documents["screen"]).pages
    with pytest.raises(NotAllowed):
        print_document(workspace, shared.documents["full"])


@pytest.mark.parametrize(
    ("initials", "listed"), [("AB", 1), ("SU", 1), ("AG", 1), ("NS", 1), ("CO", 0), ("CM", 0)]
)
def test_a_case_is_listed_for_those_who_may_see_that_it_is_there(
    at: Callable[[str], Workspace], initials: str, listed: int
) -> None:
    workspace = at(initials)
    reader = Reader(workspace.sitting)
    assert sum(map(reader.reads_case, workspace.vault.lists.cases())) == listed


def test_what_changed_since_the_assessment_before_is_told_in_words(
    shared: Shared, at: Callable[[str], Workspace]
) -> None:
    workspace, document = at("AB"), shared.documents["full"]
    changed = newest_risk_changes(workspace, document)
    assert changed is not None
    assert changed.since == "the assessment of 3 February 2026"
    lines = changed.lines()
    assert any(
        "“Found by N”: 4 × 3 = 12, high → 4 × 4 = 16, high (worse)" in each for each in lines
    )
    first = newest_risk_changes(workspace, shared.documents["screen"])
    assert first is not None
    assert first.since == "the assessment of 2 February 2026"
    said = "\n".join(first.lines())
    assert "Level as judged: medium → high (worse)" in said
    assert "hreat" in said
    assert "→ Present (worse)" in said
    assert "present_" not in said
    assert newest_risk_changes(workspace, shared.documents["first"]) is None
    assert newest_risk_changes(workspace, shared.documents["note"]) is None


def test_what_changed_in_a_case_is_not_told_at_night(
    shared: Shared, at: Callable[[str], Workspace]
) -> None:
    subject = shared.documents["full"].subject
    workspace = at("AB")
    assert case_overview(workspace, subject).data["risk_changes"]["changes"]
    case_file = workspace.casework.case_file(subject)
    (first, *_more) = case_summary(workspace, subject, case_file).changes
    assert (first.what, first.before) == ("Risk “Found by N”", "4 × 3 = 12, high")
    assert case_overview(at("NS"), subject).data["risk_changes"] is None

"""Writing documents: drafts that resume exactly, signing, what refuses it, and what is found again."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.envelopes import ObjectType, verify_envelope
from outreach_app.crypto.kdf import FLOOR
from outreach_app.crypto.parts import digest_part
from outreach_app.domain.answers import combine, leaves
from outreach_app.domain.documents import Reason, Subject
from outreach_app.domain.people import Role
from outreach_app.services.case_finding import NewCase
from outreach_app.services.errors import (
    ForeignDraftRows,
    FormNotAllowed,
    NotAllowed,
    OpenConflict,
    Unfinished,
    UnknownCase,
    UnknownForm,
)
from outreach_app.services.organisation import enrol
from outreach_app.services.revising import make_revision
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.vaults import (
    Newcomer,
    World,
    add_person,
    enrol_me,
    make_request,
    open_sitting,
)
from outreach_app.store.errors import DraftExists, NoDraft
from tests.services.builders import keep
from tests.services.conftest import Template
from tests.services.filling import Desk, example, fill, own_desk
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]


@pytest.fixture(scope="module")
def template(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The organisation, with one case in the office's vault whose client record is signed."""
    place = tmp_path_factory.mktemp("begun")
    with own_desk(template, place) as desk:
        desk.opened_case()
    shutil.copytree(template.organisation, place / "organisation")
    return replace(template, folder=place)


@pytest.fixture
def desk(office: Sitting, signer_of: SignerOf) -> Desk:
    return Desk(office, signer_of(office))


@pytest.fixture
def made(desk: Desk) -> NewCase:
    """The case of which only the client record is signed."""
    return desk.casework.draft_cases()[0]


# ---- cases ------------------------------------------------------------------------------------


def test_a_new_case_is_found_by_its_reference_whatever_is_signed_first(desk: Desk) -> None:
    casework = desk.casework
    first, second = casework.new_case(), casework.new_case()
    assert (first.client_ref, second.client_ref) == ("HH-26-A002", "HH-26-A003")
    assert casework.find_case("hh-26-a002") == first.subject
    assert [each.client_ref for each in casework.draft_cases()] == [
        "HH-26-A001",
        "HH-26-A002",
        "HH-26-A003",
    ]
    desk.sign(desk.note(first.subject))
    assert casework.find_case("HH-26-A002") == first.subject
    assert casework.find_case("HH-26-A002.1") == first.subject
    assert [each.client_ref for each in casework.draft_cases()] == ["HH-26-A001", "HH-26-A003"]
    client = casework.resume(second.client.document_id)
    fill(client, example("client"))
    desk.sign(client)
    assert casework.find_case("HH-26-A003") == second.subject
    assert [each.client_ref for each in casework.draft_cases()] == ["HH-26-A001", "HH-26-A003"]
    desk.sign(desk.note(second.subject))
    for reference in ("HH-26-A003", "HH-26-A003.1"):
        assert casework.find_case(reference) == second.subject
    assert [each.client_ref for each in casework.draft_cases()] == ["HH-26-A001"]
    for unknown in ("", "HH-26-A004", "HH-26-A002.2", "HH"):
        with pytest.raises(UnknownCase):
            casework.find_case(unknown)


def test_a_new_case_begins_with_two_drafts_and_no_rows(desk: Desk) -> None:
    made = desk.casework.new_case()
    for document in (made.client, made.case):
        answers = desk.casework.resume(document.document_id).session.all_answers()
        assert "[" not in " ".join(address for address, _value in leaves(answers))
    client = desk.casework.resume(made.client.document_id)
    assert client.answers()["client_ref"] == made.client_ref


def test_the_program_fills_in_who_and_when_and_nothing_else(desk: Desk, made: NewCase) -> None:
    me, now = desk.sitting.me.person_id, "2026-02-03T11:00:00.000+00:00"
    filled = {
        "case": {"case_opened_on": "2026-02-03", "caseworker": me},
        "contact_note": {"note_datetime": now},
        "risk_assessment": {"assessed_at": now, "assessor": me},
        "safety_flag": {"flag_set_at": now, "flag_set_by": me},
        "support_plan": {"plan_date": "2026-02-03"},
        "missing_episode": {},
    }
    for form_id, expected in filled.items():
        opened = desk.casework.begin(form_id, made.subject)
        asked = {
            each.name for each in opened.definition.leaves() if each.extras.get("req") == "draft"
        }
        given = {name: value for name, value in opened.answers().items() if name in asked}
        assert given == expected


def test_a_form_that_is_unknown_or_not_released_begins_nothing(desk: Desk, made: NewCase) -> None:
    with pytest.raises(UnknownForm):
        desk.casework.begin("no_such_form", made.subject)
    forms = desk.sitting.vault.forms
    stored = forms.newest("contact_note")
    with desk.sitting.vault.transaction(desk.sitting.act("test.form")):
        forms.set_allowed(stored.form_hash, allowed=False)
    with pytest.raises(FormNotAllowed):
        desk.casework.begin("contact_note", made.subject)


# ---- drafts -----------------------------------------------------------------------------------


@pytest.mark.parametrize("form_id", ["support_plan", "risk_assessment", "referral", "case"])
def test_a_draft_resumes_exactly(desk: Desk, made: NewCase, form_id: str) -> None:
    written = desk.write(form_id, made.subject)
    again = desk.casework.resume(written.document.document_id)
    assert again.session.all_answers() == written.session.all_answers()
    assert again.session.answers() == written.session.answers()
    assert again.given() == written.given()
    assert again.parts() == written.parts()
    assert again.obstacles() == written.obstacles()


def test_every_answer_is_in_the_log_with_what_it_replaced(desk: Desk, made: NewCase) -> None:
    note = desk.casework.begin("contact_note", made.subject)
    note.set_answer("note_facts", "First words.")
    change = note.set_answer("note_facts", "Second words.")
    assert (change.old, change.new) == ("First words.", "Second words.")
    log = desk.sitting.vault.drafts.log(note.document.document_id)
    facts = [(each.old, each.new) for each in log if each.address == "note_content/note_facts"]
    assert facts == [("", "First words."), ("First words.", "Second words.")]
    assert {each.by for each in log} == {desk.sitting.me.person_id}


def test_rows_are_added_moved_and_removed_for_good(desk: Desk, made: NewCase) -> None:
    note = desk.casework.begin("contact_note", made.subject)
    assert note.session.rows("note_actions") == []
    rows = [note.add_row("note_actions") for _ in range(3)]
    for n, row in enumerate(rows):
        note.set_answer(f"note_actions[{row}]/na_text", f"step {n}")
    note.move_row(f"note_actions[{rows[2]}]", None)
    note.remove_row(f"note_actions[{rows[0]}]")
    again = desk.casework.resume(note.document.document_id)
    assert again.session.rows("note_actions") == [rows[2], rows[1]]
    assert again.session.value(f"note_actions[{rows[2]}]/na_text") == "step 2"


def test_a_draft_given_up_is_gone_and_may_be_begun_again(desk: Desk, made: NewCase) -> None:
    note = desk.note(made.subject)
    desk.casework.discard(note.document.document_id)
    with pytest.raises(NoDraft):
        note.set_answer("note_facts", "too late")
    with pytest.raises(NoDraft):
        desk.casework.resume(note.document.document_id)
    with pytest.raises(NoDraft):
        desk.casework.discard(note.document.document_id)


KILLED = """
import secrets, sys
from pathlib import Path
from outreach_app.services.instants import system_clock
from outreach_app.services.vaults import World
from outreach_app.services.workspace import open_workspace
folder, passphrase = sys.stdin.readline().rstrip("\\n"), sys.stdin.readline().rstrip("\\n")
world = World(clock=system_clock, random_bytes=secrets.token_bytes)
workspace = open_workspace(Path(folder), "AB", passphrase, world)
(note,) = [each for each in workspace.vault.drafts.mine() if each.form_id == "contact_note"]
opened = workspace.casework.resume(note.document_id)
number = 0
while True:
    number += 1
    opened.set_answer("note_facts", f"answer {number}")
    print(number, flush=True)
"""


def test_every_acknowledged_answer_survives_a_kill(
    desk: Desk, folders: Template, passphrases: dict[str, str], world: World
) -> None:
    note = desk.casework.begin("contact_note", desk.casework.new_case().subject)
    desk.sitting.close()
    folder = folders.folder / "AB"
    with subprocess.Popen(
        [sys.executable, "-c", KILLED],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as child:  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(f"{folder}\n{passphrases['AB']}\n")
        child.stdin.flush()
        acknowledged = 0
        while acknowledged < 40:
            line = child.stdout.readline()
            assert line, child.stderr.read() if child.stderr else ""
            acknowledged = int(line)
        os.kill(child.pid, signal.SIGKILL)
        for line in child.stdout:
            acknowledged = int(line)
    sitting = open_sitting(folder, "AB", passphrases["AB"], world)
    try:
        document_id = note.document.document_id
        assert sitting.vault.was_unclean
        log = sitting.vault.drafts.log(document_id)
        kept = [each.new for each in log if each.address == "note_content/note_facts"]
        assert kept[:acknowledged] == [f"answer {n}" for n in range(1, acknowledged + 1)]
        assert len(kept) - acknowledged in {0, 1}
        assert sitting.vault.drafts.verify(document_id) == ()
        sitting.vault.full_check()
    finally:
        sitting.close()


# ---- previous answers -------------------------------------------------------------------------


def test_previous_answers_count_only_when_confirmed(desk: Desk, made: NewCase) -> None:
    first = desk.casework.begin("risk_assessment", made.subject)
    first.set_answer("assessment_kind", "full")
    first.set_answer("d1_threats_now", "present")
    revision = make_revision(desk.casework.plan(first), desk.signer, desk.sitting)
    desk.casework.discard(first.document.document_id)
    keep(desk.sitting, revision)
    previous = desk.casework.previous_answers(made.subject, "risk_assessment")
    assert previous is not None
    second = desk.casework.begin("risk_assessment", made.subject, previous=previous)
    second.set_answer("assessment_kind", "review")
    assert second.session.value("d1_threats_now") == ""
    assert second.session.question("d1_threats_now").previous == "present"
    assert "d1_threats_now" not in second.answers()
    again = desk.casework.resume(second.document.document_id, previous=previous)
    (group,) = again.definition.items_named("d1_threats")
    filled = again.confirm_unchanged(group.path)
    assert f"{group.path}/d1_threats_now" in filled
    later = desk.casework.resume(second.document.document_id)
    assert later.answers()["d1_threats_now"] == "present"
    assert desk.casework.previous_answers(made.subject, "support_plan") is None


# ---- signing ----------------------------------------------------------------------------------


def test_signing_leaves_an_immutable_revision_and_no_draft(desk: Desk, made: NewCase) -> None:
    note = desk.note(made.subject)
    revision = desk.sign(note)
    vault = desk.sitting.vault
    document_id = note.document.document_id
    assert not vault.drafts.has(document_id)
    assert vault.revisions.heads(document_id) == (vault.revisions.get(revision.revision_id),)
    with pytest.raises(NoDraft):
        note.set_answer("note_facts", "changed after signing")
    with pytest.raises(NoDraft):
        desk.sign(note)
    held = vault.revisions.get(revision.revision_id)
    assert held.answers()["note_content"]["note_facts"] == "We met."
    envelope, facts = verify_envelope(held.payload, held.signature, ObjectType.REVISION)
    assert envelope.object_id == document_id
    assert facts.certificate is not None
    assert facts.certificate.serial == desk.sitting.me.certificate_serial


def test_the_parts_are_split_as_the_form_says_and_their_digests_verify(
    desk: Desk, made: NewCase
) -> None:
    (held,) = desk.sitting.vault.revisions.heads(made.client.document_id)
    assert set(held.header.parts) == {"main", "location", "special", "casefile"}
    definition = desk.catalogue.definition(held.header.form_hash)
    for name, part in held.parts.items():
        assert (
            digest_part(part.salt, canonical_bytes(part.answers or {})) == held.header.parts[name]
        )
        if name == "casefile":
            continue
        for address, _value in leaves(part.answers or {}):
            path = "/".join(step.partition("[")[0] for step in address.split("/"))
            assert definition.part_of(path) == name
    location = dict(leaves(held.parts["location"].answers or {}))
    assert "client_contact/current_address/addr_kind" in location
    main = dict(leaves(held.parts["main"].answers or {}))
    assert "client_identity/full_name" in main


def test_what_is_unfinished_is_refused_with_the_list(desk: Desk, made: NewCase) -> None:
    note = desk.casework.begin("contact_note", made.subject)
    missing = note.obstacles()
    assert [each.address.rpartition("/")[2] for each in missing] == ["note_kind", "note_safe"]
    with pytest.raises(Unfinished) as refused:
        desk.sign(note)
    assert refused.value.facts["count"] == 2
    assert "Kind of contact" in str(refused.value.facts["questions"])
    assert desk.sitting.vault.drafts.has(note.document.document_id)


def test_a_revision_builds_on_its_head(desk: Desk, made: NewCase) -> None:
    document_id = made.client.document_id
    (head,) = desk.sitting.vault.revisions.heads(document_id)
    opened = desk.casework.revise(document_id, Reason.CORRECTION)
    with pytest.raises(DraftExists):
        desk.casework.revise(document_id, Reason.CORRECTION)
    assert opened.answers()["client_ref"] == made.client_ref
    opened.set_answer("preferred_name", "Gerti")
    later = desk.sign(opened)
    assert later.header.parents == (head.revision_id,)
    assert (later.header.reason, head.header.reason) == ("correction", "new")
    assert later.answers()["client_identity"]["client_ref"] == made.client_ref
    assert desk.sitting.vault.revisions.get(head.revision_id) == head
    assert len(desk.sitting.vault.revisions.history(document_id)) == 2


def test_two_newest_versions_are_not_revised(desk: Desk, made: NewCase) -> None:
    document_id = made.client.document_id
    opened = desk.casework.revise(document_id, Reason.CONTINUED)
    plan = desk.casework.plan(opened)
    one = make_revision(plan, desk.signer, desk.sitting)
    two = make_revision(plan, desk.signer, desk.sitting)
    desk.casework.discard(document_id)
    keep(desk.sitting, one, two)
    with pytest.raises(OpenConflict) as refused:
        desk.casework.revise(document_id, Reason.CONTINUED)
    assert refused.value.facts == {"count": 2}
    with pytest.raises(OpenConflict):
        desk.casework.revise(desk.note(made.subject).document.document_id, Reason.CONTINUED)


def test_answers_no_longer_asked_are_kept_apart(desk: Desk, made: NewCase) -> None:
    note = desk.note(made.subject)
    note.set_answer("note_client_voice_text", "I slept.")
    note.set_answer("note_client_voice_by", "client")
    note.set_answer("note_client_voice_text", "")
    assert "note_client_voice_by" not in dict(note.answers())
    revision = desk.sign(note)
    assert "note_client_voice_by" not in json.dumps(revision.answers())
    earlier = revision.parts["earlier"].answers
    assert earlier is not None
    assert "note_client_voice_by" in json.dumps(earlier)
    opened = desk.casework.revise(note.document.document_id, Reason.CORRECTION)
    opened.set_answer("note_client_voice_text", "I slept.")
    assert opened.answers()["note_client_voice_by"] == "client"


def test_rows_by_another_hand_keep_a_draft_from_being_signed(desk: Desk, made: NewCase) -> None:
    note = desk.note(made.subject)
    database = desk.sitting.vault.database
    with database.transaction():
        database.execute(
            "UPDATE draft_log SET new = 'He met.' WHERE address = 'note_content/note_facts'"
        )
    again = desk.casework.resume(note.document.document_id)
    assert again.answers()["note_facts"] == "He met."
    with pytest.raises(ForeignDraftRows) as refused:
        desk.sign(again)
    assert refused.value.facts == {"count": 1}


def test_what_was_shown_is_what_is_signed_and_a_clock_behind_is_said(
    desk: Desk, made: NewCase, clock: FrozenClock
) -> None:
    note = desk.note(made.subject)
    clock.forward(days=-1)
    plan = desk.casework.plan(note)
    revision = desk.sign(note)
    assert revision.answers() == combine(plan.parts["main"])
    assert revision.header.flags == ("clock_behind",)
    assert desk.sitting.latest_time_seen > clock()


# ---- kinds of assessment ----------------------------------------------------------------------


def test_each_kind_of_assessment_asks_only_for_its_sections(desk: Desk, made: NewCase) -> None:
    opened = desk.casework.begin("risk_assessment", made.subject)
    asked: dict[str, set[str]] = {}
    for kind in ("immediate", "initial", "full", "review"):
        opened.set_answer("assessment_kind", kind)
        asked[kind] = {each.address.partition("/")[0] for each in opened.obstacles()}
    assert asked["immediate"] == {"section_b", "section_k", "section_l"}
    assert {"section_d", "section_f", "section_g"} <= asked["initial"]
    assert not asked["initial"] & {"section_e", "section_i", "section_j"}
    assert "section_e" in asked["full"]
    assert not asked["review"] & {"section_c", "section_e"}
    opened.set_answer("assessment_kind", "immediate")
    names = {each.address.rpartition("/")[2] for each in opened.obstacles()}
    assert {"overall_level", "next_step"} <= names


# ---- roles ------------------------------------------------------------------------------------


def test_night_staff_are_refused_and_the_attempt_is_journalled(
    desk: Desk,
    made: NewCase,
    organisation: Path,
    folders: Template,
    passphrases: dict[str, str],
    world: World,
) -> None:
    case = desk.casework.resume(made.case.document_id)
    fill(case, example("case"), rename=desk.rename)
    case.set_answer("caseworker", desk.sitting.me.person_id)
    keep(desk.sitting, make_revision(desk.casework.plan(case), desk.signer, desk.sitting))
    stranger = desk.casework.new_case()
    words = "words of the night shift"
    night = Newcomer(initials="NN", full_name="Nia Nunn", role=Role.NIGHT_STAFF, parameters=FLOOR)
    add_person(desk.sitting, night, words, world)
    desk.sitting.close()
    sitting = open_sitting(folders.folder / "AB", "NN", words, world)
    try:
        request = make_request(sitting, words)
        enrol(organisation, request, Role.NIGHT_STAFF, passphrases["issuing"], now=world.clock())
        enrol_me(sitting, (organisation / "organisation.json").read_bytes())
        shift = Desk(sitting, sitting.signer(words))
        _refused_at_night(shift, made.subject, stranger.subject)
    finally:
        sitting.close()


def _refused_at_night(shift: Desk, resident: Subject, stranger: Subject) -> None:
    journal = shift.sitting.vault.journal
    acts: tuple[Callable[[], object], ...] = (
        lambda: shift.casework.begin("case", resident),
        lambda: shift.casework.begin("support_plan", resident),
        lambda: shift.casework.begin("contact_note", stranger),
    )
    for refused in acts:
        before = journal.head().n
        with pytest.raises(NotAllowed):
            refused()
        rows = journal.rows(after=before, limit=10)
        assert [row.act.kind for row in rows] == ["act.refused"]
        assert rows[0].act.person_id == shift.sitting.me.person_id
    screen = shift.casework.begin("risk_assessment", resident)
    screen.set_answer("assessment_kind", "full")
    with pytest.raises(NotAllowed):
        shift.sign(screen)
    revision = shift.sign(shift.note(resident, "Slept until six."))
    assert revision.header.author_id == shift.sitting.me.person_id

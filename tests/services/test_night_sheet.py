"""The night sheet, the round and the missing sheet: what is in them, and what is not."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from outreach_app.domain.documents import Reason
from outreach_app.domain.shifts import shift_start
from outreach_app.report.content import Field, PrintDocument, Table
from outreach_app.report.pictures import PageReader
from outreach_app.services.errors import NotAllowed
from outreach_app.services.night.emergency_card import (
    CardStanding,
    card_standing,
    compose_emergency_card,
)
from outreach_app.services.night.errors import NoResidents, NotResident
from outreach_app.services.night.handover import handover
from outreach_app.services.night.missing_sheet import compose_missing_sheet
from outreach_app.services.night.residents import resident_cases
from outreach_app.services.night.rounds import open_ticks, sign_round, tick, ticks_of_shift
from outreach_app.services.night.sheet import night_sheet, resident_of
from outreach_app.services.printing import rendered, write_pdf
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import Workspace
from tests.report.test_photographs import TOLD, photograph
from tests.services.builders import CaseBuilder, Json
from tests.services.nights import (  # noqa: F401  fixtures
    WORDS,
    NightLaptop,
    night_laptop_when_asked,
)
from tests.support.determinism import FrozenClock

ZONE = timezone(timedelta(hours=1))
HISTORY = "He found her once before, in Leeds"


@pytest.mark.parametrize(
    ("now", "start"),
    [
        ("2026-02-03T22:00", "2026-02-03T12:00"),
        ("2026-02-04T01:20", "2026-02-03T12:00"),
        ("2026-02-04T11:59", "2026-02-03T12:00"),
        ("2026-02-04T12:00", "2026-02-04T12:00"),
    ],
)
def test_a_shift_goes_from_noon_to_noon(now: str, start: str) -> None:
    begun = shift_start(datetime.fromisoformat(now).replace(tzinfo=ZONE))
    assert begun == datetime.fromisoformat(start).replace(tzinfo=ZONE)


def in_the_house(case: CaseBuilder) -> None:
    """Sign the records of a resident with a history that is nobody's business at night."""
    main = {
        "client_identity": {
            "full_name": "Ina Berisha",
            "preferred_name": "Ina",
            "dob": {"dob_year": "2004", "dob_month": "2"},
        }
    }
    location = {
        "client_contact": {
            "current_address": {
                "addr_kind": "safe_house",
                "addr_line1": "7 Hidden Quay",
                "addr_room": "4",
            },
            "code_word": "tulip",
            "safe_contacts": [
                {"_id": "r_" + "a" * 26, "_order": "a0", "channel": "phone_call",
                 "value": "07700 900777", "safe_to_use": "yes"},
                {"_id": "r_" + "b" * 26, "_order": "a1", "channel": "sms",
                 "value": "07700 900999", "safe_to_use": "no"},
            ],
        }
    }  # fmt: skip
    case.kept(case.plan(case.client, {"main": main, "location": location}))
    case.kept(case.record_plan())
    case.kept(case.note_plan(HISTORY))


def test_the_sheet_holds_what_a_night_needs_and_the_round_is_signed_as_one(
    case: CaseBuilder, night_laptop_beside: Callable[[], NightLaptop], clock: FrozenClock
) -> None:
    in_the_house(case)
    elsewhere = CaseBuilder(case.sitting, case.signer)
    elsewhere.kept(elsewhere.client_plan({"current_address": {"addr_kind": "social_tenancy"}}))
    elsewhere.kept(elsewhere.record_plan())
    with night_laptop_beside().sitting("SO") as sitting:
        workspace = Workspace(sitting)
        (resident,) = night_sheet(workspace).residents
        assert resident.subject == case.record.subject
        assert resident.room == "4"
        assert (resident.code_word, resident.unsafe) == ("tulip", ("Text message",))
        assert resident.callers == ("Phone call 07700 900777",)
        assert "Hidden Quay" not in repr(resident)
        tick(workspace, resident.subject, seen=False)
        tick(workspace, resident.subject, seen=True)
        (open_one,) = open_ticks(workspace)
        assert (open_one.seen, open_one.by) == (True, "SO")
        assert not night_sheet(workspace).unsigned
        with pytest.raises(NotAllowed):
            tick(workspace, elsewhere.record.subject, seen=True)
        clock.forward(minutes=5)
        sign_round(workspace, sitting.signer(WORDS["SO"]))
        (kept,) = ticks_of_shift(workspace)
        assert (kept.at, kept.is_signed) == (open_one.at, True)
        assert not open_ticks(workspace)
        assert len(resident_cases(sitting)) == 1


def test_the_missing_sheet_is_one_page_without_the_rest_of_the_record(
    case: CaseBuilder, night_laptop_beside: Callable[[], NightLaptop]
) -> None:
    in_the_house(case)
    elsewhere = CaseBuilder(case.sitting, case.signer)
    elsewhere.kept(elsewhere.client_plan({"current_address": {"addr_kind": "social_tenancy"}}))
    elsewhere.kept(elsewhere.record_plan())
    with night_laptop_beside().sitting("SO") as sitting:
        workspace = Workspace(sitting)
        paper = rendered(compose_missing_sheet(workspace, case.record.subject))
        assert paper.pages == 1
        said = repr(compose_missing_sheet(workspace, case.record.subject).content)
        assert all(each in said for each in ("Ina Berisha", "February 2004", "07700 900777"))
        kept_back = (HISTORY, "tulip", "Hidden Quay", "07700 900999", "Ina Berisha, ")
        assert not [each for each in kept_back if each in said]
        assert "Ina" not in paper.name
        assert "Ina" not in paper.title
        with pytest.raises(NotAllowed):
            compose_missing_sheet(workspace, elsewhere.record.subject)


def test_the_photograph_stands_on_the_missing_sheet_which_stays_one_page(
    case: CaseBuilder, night_laptop_beside: Callable[[], NightLaptop]
) -> None:
    in_the_house(case)
    photo = attached(case.sitting, photograph(900, 1200))
    long = "With a scar above the left eye, and a red coat that is too large. " * 20
    (head,) = case.sitting.vault.revisions.heads(case.client.document_id)
    parts = {name: part.answers for name, part in head.parts.items() if part.answers}
    parts["main"]["client_contact"] = {"photo_held": "yes"}
    special = {"client_contact": {"photo_file": photo, "physical_description": long}}
    plan = case.plan(case.client, {**parts, "special": special}, parents=(head.revision_id,))
    case.kept(case.replace(plan, attachments=(photo,)))
    with night_laptop_beside().sitting("SO") as sitting:
        composed = compose_missing_sheet(Workspace(sitting), case.record.subject)
        paper = rendered(composed)
        assert paper.pages == 1
        assert paper.pdf.count(b"/Subtype /Image") == 1
        assert TOLD not in paper.pdf
        (path,) = [sitting.vault.attachments.sealed(photo).path]
        path.write_bytes(bytes(64))
        without = rendered(compose_missing_sheet(Workspace(sitting), case.record.subject))
        assert b"/Subtype /Image" not in without.pdf
        assert "not on this laptop" in PageReader(without.pdf).text(0)


FOR_THE_NIGHT = "She sleeps with the light on; knock twice."


def handed_over(case: CaseBuilder, *, taken_back: bool = False) -> None:
    """Sign a handover to a colleague that says something for the night."""
    who = {
        "ho_kind": "colleague",
        "ho_by": case.sitting.me.person_id,
        "ho_to": "p_" + "c" * 26,
        "ho_note": HISTORY,
    }
    main: Json = {"ho_who": who}
    if taken_back:
        main["ho_ended"] = {"ho_taken_back": "2026-02-03"}
    internal = {"ho_who": {"ho_night": FOR_THE_NIGHT}}
    case.kept(case.plan(case.document("handover"), {"main": main, "internal": internal}))


@pytest.mark.parametrize("taken_back", [False, True])
def test_what_the_day_team_wrote_for_the_night_stands_on_the_sheet_and_the_handover(
    case: CaseBuilder, night_laptop_beside: Callable[[], NightLaptop], *, taken_back: bool
) -> None:
    in_the_house(case)
    handed_over(case, taken_back=taken_back)
    said = "" if taken_back else f"{FOR_THE_NIGHT} (AB, 3 February 2026)"
    with night_laptop_beside().sitting("SO") as sitting:
        workspace = Workspace(sitting)
        (resident,) = night_sheet(workspace).residents
        assert resident.from_day == said
        (told,) = handover(workspace).residents
        assert told.from_day == said
        assert HISTORY not in repr(resident)


def attached(sitting: Sitting, content: bytes) -> str:
    """Keep a file in a vault; return by what it is named."""
    with sitting.vault.transaction(sitting.act("test.kept")):
        kept = sitting.vault.attachments.put(
            content, media_type="image/jpeg", description="photo", at=sitting.instant()
        )
    return kept.digest


ALLERGIC = {"allergies": "yes", "allergies_note": "Penicillin, nuts; pen in the office"}


def lives_here(case: CaseBuilder, name: str, room: str, health: dict[str, str]) -> None:
    """Sign the records of somebody who lives in the house."""
    main: Json = {"client_identity": {"full_name": name}}
    location: Json = {"client_contact": {"current_address": {
        "addr_kind": "safe_house", "addr_line1": "7 Hidden Quay", "addr_room": room,
    }}}  # fmt: skip
    special: Json = {"client_health": health}
    parts = {"main": main, "location": location, "special": special}
    case.kept(case.plan(case.client, parts))
    case.kept(case.record_plan())


def test_the_emergency_card_says_initials_room_and_allergy_and_when_to_destroy_it(
    case: CaseBuilder,
    night_laptop_beside: Callable[[], NightLaptop],
    clock: FrozenClock,
    tmp_path: Path,
) -> None:
    lives_here(case, "Ina Berisha", "4", ALLERGIC)
    other = CaseBuilder(case.sitting, case.signer)
    lives_here(other, "Mai Anh-Thu", "2", {"allergies": "no"})
    third = CaseBuilder(case.sitting, case.signer)
    lives_here(third, "Elira", "", {})
    with night_laptop_beside().sitting("SO") as sitting:
        workspace = Workspace(sitting)
        assert card_standing(workspace) == CardStanding(made=None, is_due=True)
        composed = compose_emergency_card(workspace)
        said = repr(composed.content)
        assert isinstance(composed.content, PrintDocument)
        entries = [each for section in composed.content.sections for each in section.entries]
        (table,) = (each for each in entries if isinstance(each, Table))
        assert [row[:2] for row in table.rows] == [("2", "M. A. T."), ("4", "I. B."), ("–", "E.")]
        assert [row[2] for row in table.rows] == [
            "None known",
            "Penicillin, nuts; pen in the office",
            "Not known: ask, or treat as possible",
        ]
        assert not [each for each in ("Berisha", "Ina", "Elira", "Hidden Quay") if each in said]
        values = [each.value for each in entries if isinstance(each, Field)]
        assert [each for each in values if str(each).startswith("On 10 February 2026")], values
        paper = rendered(composed)
        assert paper.pages == 1
        write_pdf(workspace, paper, tmp_path / paper.name)
        assert not card_standing(workspace).is_due
        clock.forward(hours=24 * 7 - 1)
        assert not card_standing(workspace).is_due
        clock.forward(hours=1)
        assert card_standing(workspace).is_due


def test_no_card_is_made_of_a_house_in_which_nobody_is_open_to_the_person(
    night_laptop_beside: Callable[[], NightLaptop],
) -> None:
    with night_laptop_beside().sitting("SO") as sitting:
        workspace = Workspace(sitting)
        assert not card_standing(workspace).is_due
        with pytest.raises(NoResidents):
            compose_emergency_card(workspace)


def test_a_resident_who_is_none_is_refused_in_words(
    case: CaseBuilder,
) -> None:
    case.kept(case.client_plan({"current_address": {"addr_kind": "social_tenancy"}}))
    case.kept(case.record_plan())
    with pytest.raises(NotResident):
        resident_of(Workspace(case.sitting), case.record.subject)


def test_at_night_only_who_wrote_a_note_corrects_it_and_the_attempt_of_others_is_kept(
    case: CaseBuilder,
    night_laptop_beside: Callable[[], NightLaptop],
    passphrases: dict[str, str],
) -> None:
    in_the_house(case)
    laptop = night_laptop_beside()
    with laptop.sitting("AB", passphrases["AB"]) as sitting:
        workspace = Workspace(sitting)
        tick(workspace, case.record.subject, seen=True)
        (of_the_day,) = sign_round(workspace, sitting.signer(passphrases["AB"]))
    with laptop.sitting("SO") as sitting:
        workspace = Workspace(sitting)
        tick(workspace, case.record.subject, seen=True)
        (of_the_night,) = sign_round(workspace, sitting.signer(WORDS["SO"]))
        others, own = of_the_day.header.document_id, of_the_night.header.document_id
        with pytest.raises(NotAllowed):
            workspace.casework.revise(others, Reason.CORRECTION)
        assert not sitting.vault.drafts.has(others)
        assert sitting.vault.journal.rows()[-1].act.kind == "act.refused"
        again = workspace.casework.revise(own, Reason.CORRECTION)
        assert again.answers()["note_facts"] == "Round: seen, all right."
    with laptop.sitting("AB", passphrases["AB"]) as sitting:
        # By day a caseworker of the case may correct it; each version says who wrote it.
        by_day = Workspace(sitting).casework.revise(others, Reason.CORRECTION)
        assert by_day.answers()["note_facts"] == "Round: seen, all right."

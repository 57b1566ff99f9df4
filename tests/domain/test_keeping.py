"""How long records are kept: section 6 of the rules on records, by class, day and hold."""

import dataclasses
from datetime import date

import pytest

from outreach_app.domain.exits.holds import ChecklistVersion, Hold, SecondWord, hold_over
from outreach_app.domain.exits.keeping import KeepState, keeping
from outreach_app.domain.timescales import Timescales
from tests.domain.history import HELEN, PRIYA, SAM, case_file, signed
from tests.domain.test_exit_vectors import case_of

TODAY = date(2026, 11, 22)


def test_rc6_an_adults_record_is_kept_seven_years_after_the_exit() -> None:
    kept = keeping(case_of(case_file(), legal_hold="no"), TODAY)
    assert (kept.state, kept.kind, kept.until) == (KeepState.KEPT, "adult", date(2033, 10, 30))
    assert kept.by_rule == kept.written == kept.until
    assert not kept.differs


def test_rc6_a_childs_record_until_the_25th_birthday_or_seven_years_whichever_is_later() -> None:
    for born, until in (("2010", date(2035, 6, 1)), ("2008", date(2033, 10, 30))):
        young = signed(
            "client", "client", "2026-10-05", {"dob_year": born, "dob_month": "6", "dob_day": "1"}
        )
        file = case_file(without=frozenset({"client"}), more=[young])
        kept = keeping(case_of(file, legal_hold="no", retention_class="child"), TODAY)
        if born == "2010":
            assert kept.kind == "child"
        assert kept.until == max(until, date(2033, 10, 30))


def test_the_later_of_rule_and_checklist_counts_and_a_child_stays_a_child() -> None:
    later = keeping(case_of(case_file(), legal_hold="no", retention_until="2040-01-01"), TODAY)
    assert (later.until, later.differs) == (date(2040, 1, 1), True)
    earlier = keeping(case_of(case_file(), legal_hold="no", retention_until="2028-01-01"), TODAY)
    assert (earlier.until, earlier.differs) == (date(2033, 10, 30), True)
    assert keeping(case_of(case_file(), retention_class="child"), TODAY).kind == "child"


@pytest.mark.parametrize(
    "changed",
    [
        {"legal_hold": "yes", "legal_hold_reason": "Trial"},
        {"exit_reason": "died", "legal_hold": "no"},
        {"retention_class": "legal_hold", "retention_until": "", "legal_hold": "no"},
    ],
)
def test_rc6_a_hold_outlasts_every_day(changed: dict[str, str]) -> None:
    case = case_of(case_file(), **changed)
    placed = ChecklistVersion(author_id=PRIYA, on=TODAY, answers=case.answers)
    kept = keeping(case, date(2100, 1, 1), hold_over([placed]))
    assert kept.state is KeepState.HELD
    assert kept.is_held
    assert kept.hold_why == changed.get("legal_hold_reason", kept.hold_why)


def test_on_its_day_a_record_asks_to_be_looked_at() -> None:
    case = case_of(case_file(), legal_hold="no")
    assert keeping(case, date(2033, 10, 29)).state is KeepState.KEPT
    assert keeping(case, date(2033, 10, 30)).state is KeepState.DUE


@pytest.mark.parametrize("missing", ["retention_class", "retention_until"])
def test_what_is_not_set_asks_for_somebody(missing: str) -> None:
    case = case_of(case_file(), legal_hold="no", **{missing: ""})
    kept = keeping(case, date(2100, 1, 1))
    assert kept.state is KeepState.NOT_SET
    assert kept.until == date(2033, 10, 30)


def test_without_a_row_nobody_guesses_a_day() -> None:
    case = case_of(case_file(), legal_hold="no", retention_until="")
    bare = dataclasses.replace(case, timescales=Timescales((), config_hash=""))
    kept = keeping(bare, date(2100, 1, 1))
    assert (kept.state, kept.until, kept.by_rule) == (KeepState.NO_RULE, None, None)


_HELD = {"legal_hold": "yes", "legal_hold_reason": "Trial in spring"}
_RELEASED = {
    **_HELD, "legal_hold_released": "yes", "legal_hold_release_reason": "The trial ended in May",
}  # fmt: skip


def _version(answers: dict[str, str], day: int, by: str, *agreed: str) -> ChecklistVersion:
    on = date(2026, 6, day)
    words = tuple(SecondWord(each, on) for each in agreed)
    return ChecklistVersion(author_id=by, on=on, answers=answers, agreed=words)


def _hold(*versions: ChecklistVersion) -> Hold:
    found = hold_over(versions)
    assert found is not None
    return found


def test_a_hold_names_who_placed_it_and_why() -> None:
    hold = _hold(_version({}, 1, PRIYA), _version(_HELD, 2, PRIYA), _version(_HELD, 3, SAM))
    assert (hold.placed_by, hold.placed_on, hold.why) == (
        PRIYA,
        date(2026, 6, 2),
        "Trial in spring",
    )
    assert hold.stands
    assert hold_over([_version({}, 1, PRIYA)]) is None


@pytest.mark.parametrize(
    "last",
    [
        pytest.param(_version({"legal_hold": "no"}, 2, SAM, HELEN), id="the answer taken back"),
        pytest.param(_version(_RELEASED, 2, SAM), id="nobody agreed"),
        pytest.param(_version(_RELEASED, 2, SAM, SAM), id="agreed with oneself"),
        pytest.param(
            _version({**_RELEASED, "legal_hold_release_reason": ""}, 2, SAM, HELEN), id="no reason"
        ),
    ],
)
def test_a_hold_stands_until_two_people_have_released_it_with_a_reason(
    last: ChecklistVersion,
) -> None:
    hold = _hold(_version(_HELD, 1, PRIYA, HELEN), last)
    assert hold.stands
    case = case_of(case_file(), **last.answers)
    assert keeping(case, date(2100, 1, 1), hold).state is KeepState.HELD


def test_two_people_release_a_hold_and_the_record_says_who() -> None:
    versions = [_version(_HELD, 1, PRIYA), _version(_RELEASED, 9, SAM, HELEN)]
    hold = _hold(*versions)
    assert not hold.stands
    assert (hold.released_by, hold.second_by) == (SAM, HELEN)
    assert hold.release_why == "The trial ended in May"
    kept = keeping(case_of(case_file(), **_RELEASED), TODAY, hold)
    assert (kept.state, kept.is_held) == (KeepState.KEPT, False)
    # A later version that says the same needs no second word again; a new hold is a new one.
    assert not _hold(*versions, _version(_RELEASED, 10, PRIYA)).stands
    again = _hold(*versions, _version(_HELD, 11, PRIYA))
    assert (again.stands, again.placed_on) == (True, date(2026, 6, 11))


def test_a_release_that_is_taken_back_before_anybody_agreed_is_gone() -> None:
    hold = _hold(_version(_HELD, 1, PRIYA), _version(_RELEASED, 2, SAM), _version(_HELD, 3, SAM))
    assert hold.stands
    assert hold.released_by == ""
    assert hold.placed_by == PRIYA

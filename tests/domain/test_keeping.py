"""How long records are kept: section 6 of the rules on records, by class, day and hold."""

import dataclasses
from datetime import date

import pytest

from outreach_app.domain.exits.keeping import KeepState, keeping
from outreach_app.domain.timescales import Timescales
from tests.domain.history import case_file, signed
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
    kept = keeping(case_of(case_file(), **changed), date(2100, 1, 1))
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

"""Who is treated as a minor, and what partial dates allow."""

from datetime import date

import pytest

from outreach_app.domain.age import (
    age_text,
    minority,
    turning_18_alert,
    was_minor_when_exploited,
)
from outreach_app.domain.partial_dates import parse_partial_date, partial_date_of
from tests.domain.timescale_rows import timescales

ON = date(2026, 2, 3)


@pytest.mark.parametrize(
    ("client", "is_minor"),
    [
        ({}, True),
        ({"age_status": "adult_confirmed"}, False),
        ({"age_status": "assessed_adult"}, False),
        ({"age_status": "child_confirmed"}, True),
        ({"age_status": "assessed_child"}, True),
        ({"age_status": "uncertain"}, True),
        ({"age_status": "disputed", "dob_year": "1990"}, True),
        ({"dob_year": "2003", "dob_month": "3", "dob_day": "14"}, False),
        ({"dob_year": "2007"}, False),
        ({"dob_year": "2008"}, True),
        ({"dob_year": "2008", "dob_month": "1"}, False),
        ({"dob_year": "2008", "dob_month": "2"}, True),
        ({"dob_year": "2008", "dob_month": "02", "dob_day": "03"}, False),
        ({"dob_year": "2008", "dob_month": "02", "dob_day": "04"}, True),
        ({"dob_year": "2008", "dob_month": "1", "dob_day": "1", "dob_basis": "document_default_date"}, True),
        ({"dob_year": "1999", "dob_basis": "given_by_exploiter"}, True),
        ({"dob_year": "2010", "age_status": "assessed_adult"}, False),
        ({"dob_year": "2010", "age_status": "adult_confirmed"}, True),
        ({"age_band": "25_34"}, True),
    ],
)  # fmt: skip
def test_is_minor(client: dict[str, str], is_minor: bool) -> None:
    found = minority(client, ON)
    assert found.is_minor is is_minor
    assert found.reason


def test_the_documents_own_day_decides() -> None:
    client = {"dob_year": "2008", "dob_month": "3", "dob_day": "1"}
    assert minority(client, date(2026, 2, 28)).is_minor
    assert not minority(client, date(2026, 3, 1)).is_minor


@pytest.mark.parametrize(
    ("client", "text"),
    [
        ({"dob_year": "2003", "dob_month": "3", "dob_day": "14"}, "22"),
        ({"dob_year": "2009", "age_status": "disputed"}, "16 or 17, disputed"),
        ({"dob_year": "2005", "dob_basis": "estimated"}, "about 20"),
        ({}, "age not known"),
    ],
)
def test_age_in_words(client: dict[str, str], text: str) -> None:
    assert age_text(client, ON) == text


def test_partial_dates() -> None:
    whole = partial_date_of({"dob_year": "2003", "dob_month": "03", "dob_day": "14"}, "dob")
    assert whole is not None
    assert (whole.iso, whole.precision) == ("2003-03-14", "day")
    month = parse_partial_date("2024-02")
    assert month is not None
    assert (month.earliest(), month.latest()) == (date(2024, 2, 1), date(2024, 2, 29))
    assert parse_partial_date("summer 2024") is None
    assert partial_date_of({"dob_year": "2003", "dob_month": "13"}, "dob") is None
    assert partial_date_of({"dob_year": "2003", "dob_month": "2", "dob_day": "30"}, "dob") is None


def test_consent_at_18_is_prepared_three_months_before() -> None:
    client = {"dob_year": "2008", "dob_month": "5", "dob_day": "20"}
    table = timescales()
    early, late = date(2026, 2, 19), date(2026, 2, 20)
    assert turning_18_alert(client, early, table, consent_recorded=False) is None
    assert turning_18_alert(client, late, table, consent_recorded=False) == late
    assert turning_18_alert(client, late, table, consent_recorded=True) is None


def test_an_adult_has_no_consent_to_renew_who_was_18_before_the_service_began() -> None:
    client = {"dob_year": "2003", "dob_month": "3", "dob_day": "14"}
    table, on = timescales(), date(2026, 11, 6)
    assert turning_18_alert(client, on, table, consent_recorded=False) is None
    opened = date(2026, 2, 3)
    assert turning_18_alert(client, on, table, consent_recorded=False, served_since=opened) is None
    # Somebody who turned 18 while the service went on still has it to renew, however late.
    since = date(2020, 6, 1)
    due = turning_18_alert(client, on, table, consent_recorded=False, served_since=since)
    assert due == date(2020, 12, 14)


@pytest.mark.parametrize(
    ("born", "start", "answer"),
    [("2003", "2020", "yes"), ("2003", "2021", "unknown"), ("2003", "2022-06", "no"), ("", "2020", "unknown")],
)  # fmt: skip
def test_minor_when_exploited(born: str, start: str, answer: str) -> None:
    found = was_minor_when_exploited({"dob_year": born}, {"exploitation_start": start})
    assert found == answer

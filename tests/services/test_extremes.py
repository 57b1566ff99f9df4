"""Years, numbers and texts that nobody means: refused or kept, and nothing breaks on them."""

from collections.abc import Iterator

import pytest

from outreach_app.domain import values
from outreach_app.domain.answers import leaves
from outreach_app.domain.documents import Subject
from outreach_app.domain.partial_dates import parse_partial_date, partial_date_of
from outreach_app.engine import lexical
from outreach_app.engine.errors import AnswerType, UnknownAddress
from outreach_app.errors import Refusal
from outreach_app.services.instants import day_of, read_instant
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.shipped import forms_folder
from tests.services.conftest import Template
from tests.services.filling import Desk, examples, own_desk

_FAR = ("0001-01-01", "1799-12-31", "2300-01-01", "9999-12-31")
_EDGES = ("1800-01-01", "2299-12-31")
_MOMENTS = tuple(
    f"{day}T23:59:59.000{at}" for day in (*_FAR, *_EDGES) for at in ("+14:00", "-14:00")
)
_GIVEN = {
    "date": (*_FAR, *_EDGES),
    "dateTime": _MOMENTS,
    "integer": ("99999999999999999", "9007199254740991", "99999999999999", "-1", "0"),
    "decimal": ("9" * 30, "-1", "0", "1e308"),
    "text": ("x" * 5000, "9999-12-31", "-", "\u202e", "0", "d_", "r_"),
}
_FORMS = tuple(sorted(each.name for each in forms_folder().iterdir() if examples(each.name)))


@pytest.fixture(scope="module")
def desk(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with own_desk(template, tmp_path_factory.mktemp("extremes")) as found:
        yield found


@pytest.fixture(scope="module")
def subject(desk: Desk) -> Subject:
    return desk.opened_case().subject


def _begun(desk: Desk, form_id: str, subject: Subject) -> OpenDocument:
    if form_id == "client":
        return desk.casework.resume(desk.casework.new_case().client.document_id)
    if form_id == "case":
        return desk.casework.resume(desk.casework.new_case().case.document_id)
    return desk.casework.begin(form_id, subject)


def _addresses(opened: OpenDocument) -> list[str]:
    """Return the addresses of all questions outside of lists, and in every row that is there."""
    plain = [each.path for each in opened.definition.leaves()]
    return [*plain, *(address for address, _value in leaves(opened.session.all_answers()))]


@pytest.mark.parametrize("form_id", _FORMS)
def test_no_answer_breaks_a_form(desk: Desk, subject: Subject, form_id: str) -> None:
    opened = _begun(desk, form_id, subject)
    given = 0
    for address in _addresses(opened):
        try:
            question = opened.session.question(address)
        except UnknownAddress:
            continue  # in a list without rows
        for value in _GIVEN.get(question.type, ()):
            given += 1
            try:
                opened.set_answer(address, value)
            except Refusal:
                continue
            opened.obstacles()
            opened.remarks()
    assert given


@pytest.mark.parametrize("day", _FAR)
def test_a_year_far_away_is_refused_and_counts_for_nothing(
    desk: Desk, subject: Subject, day: str
) -> None:
    opened = desk.casework.begin("risk_assessment", subject)
    with pytest.raises(AnswerType):
        opened.set_answer("assessed_at", f"{day}T10:00")
    # From a bundle it may come all the same.
    assert values.parse_day(day) is None
    assert values.parse_instant(f"{day}T10:00:00+00:00") is None
    assert parse_partial_date(day) is None
    assert partial_date_of({"dob_year": day[:4]}, "dob") is None


def test_years_at_the_edge_count_and_numbers_are_no_years() -> None:
    for day in _EDGES:
        found = values.parse_day(day)
        assert found is not None
        assert found.isoformat() == day
        assert values.parse_instant(f"{day}T00:00:00+14:00") is not None
    assert values.parse_instant("2299-12-31T23:59:59-14:00") is not None
    for year in ("99999999999999", "-5", "0", "10000"):
        assert partial_date_of({"dob_year": year}, "dob") is None
    assert (lexical.FIRST_YEAR, lexical.LAST_YEAR) == (values.FIRST_YEAR, values.LAST_YEAR)


@pytest.mark.parametrize("day", _FAR)
def test_an_instant_that_somebody_signed_is_of_these_years_too(day: str) -> None:
    for offset in ("+14:00", "-14:00"):
        with pytest.raises(ValueError, match="years"):
            read_instant(f"{day}T23:59:59{offset}")
    for edge in _EDGES:
        assert day_of(f"{edge}T12:00:00+00:00").isoformat() == edge

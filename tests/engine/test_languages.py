"""Forms in several languages: which one is meant, and what has no words in it."""

from datetime import UTC, date, datetime

from outreach_app.engine.languages import code_of, find_language, name_of
from outreach_app.engine.session import FormSession
from outreach_app.engine.source import open_form
from tests.support.two_languages import ARABIC, ENGLISH, SOURCE

LANGUAGES = (ENGLISH, ARABIC, "Cymraeg (cy-GB)", "Klingon")


def test_a_language_is_found_by_its_tag_or_its_english_name() -> None:
    assert find_language(LANGUAGES, code="ar") == ARABIC
    assert find_language(LANGUAGES, code="cy") == "Cymraeg (cy-GB)"
    assert find_language(LANGUAGES, name="arabic") == ARABIC
    assert find_language(LANGUAGES, name="klingon") == "Klingon"
    assert find_language(LANGUAGES, code="vi", name="Vietnamese") is None
    assert find_language(LANGUAGES) is None
    assert (name_of(ARABIC), code_of(ARABIC)) == ("Arabic", "ar")
    assert (name_of("Klingon"), code_of("Klingon")) == ("Klingon", "")


def test_a_question_that_nobody_translated_is_asked_in_the_first_language() -> None:
    definition, _converted = open_form(SOURCE.encode(), "mood.md")
    assert definition.languages == (ENGLISH, ARABIC)
    session = FormSession(
        definition,
        today=date(2026, 2, 3),
        now=datetime(2026, 2, 3, 11, tzinfo=UTC),
        new_row_id=lambda: "w_1",
        language=ARABIC,
    )
    assert session.question("today/called").label == "الاسم"
    assert session.question("today/remark").label == "A remark of ours"
    assert session.question("today/remark").hint == "Nobody translated this one"

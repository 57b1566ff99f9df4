import pytest

from outreach_app.report.content import Field, OwnWords, Section
from outreach_app.report.coverage import characters_without_shape, words_about
from outreach_app.report.document import render_document
from tests.report.samples import document
from tests.report.tools import pages


def test_nothing_is_said_of_a_document_that_can_be_printed() -> None:
    plain = document(Section("Words", (Field("Name", "Gerta 你好 ሰላም"),)))
    assert characters_without_shape(plain) == ()
    assert words_about(()) == ""
    assert "could not be printed" not in pages(render_document(plain))[0]


def test_a_character_without_a_shape_is_counted_and_said_on_the_first_page() -> None:
    section = Section("Words", (OwnWords("", "ᠮᠣᠩ and ᠮ"), Field("Name", "Gerta")))
    made = document(section)
    missing = characters_without_shape(made)
    assert missing == tuple("ᠮᠣᠩᠮ")
    said = words_about(missing)
    assert said == (
        "4 characters could not be printed and stand as frames with their numbers: "
        "U+182E, U+1823, U+1829."
    )
    assert said in " ".join(pages(render_document(made))[0].split())


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (("ᠮ",), "1 character could not be printed and stands as a frame with its number: U+182E."),
        (
            tuple(map(chr, range(0x1820, 0x1827))),
            (
                "7 characters could not be printed and stand as frames with their numbers: "
                "U+1820, U+1821, U+1822, U+1823, U+1824, U+1825, …."
            ),
        ),
    ],
)
def test_the_sentence_counts(missing: tuple[str, ...], said: str) -> None:
    assert words_about(missing) == said

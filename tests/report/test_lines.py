from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.report.fonts import Weight
from outreach_app.report.lines import Line, Span, TextStyle, Typesetter
from outreach_app.report.visible import visible
from tests.report.samples import ARABIC, GREEK, NOTE, UKRAINIAN, VIETNAMESE

STYLE = TextStyle(10, 14, (0, 0, 0))
BOLD = TextStyle(10, 14, (0, 0, 0), Weight.BOLD)


def _words(line: Line) -> str:
    """Return the characters of a left-to-right line."""
    return "".join(placed.run.text for placed in line.placed)


def _characters(lines: tuple[Line, ...]) -> list[str]:
    return sorted(
        character
        for line in lines
        for placed in line.placed
        for character in placed.run.text
        if not character.isspace()
    )


def test_lines_keep_to_their_width() -> None:
    for width in (60.0, 200.0, 480.0):
        lines = Typesetter().set_text(NOTE * 3, STYLE, width)
        assert len(lines) > 1
        assert all(line.width <= width + 0.01 for line in lines)


def test_words_stay_whole_where_they_fit() -> None:
    lines = Typesetter().set_text(NOTE, STYLE, 200)
    assert " ".join(_words(line) for line in lines).split() == NOTE.split()


def test_a_word_wider_than_the_line_is_cut_and_not_lost() -> None:
    lines = Typesetter().set_text("x" * 500, STYLE, 100)
    assert "".join(_words(line) for line in lines) == "x" * 500
    assert all(line.width <= 100 for line in lines)


def test_a_line_may_break_after_a_dash_between_words() -> None:
    lines = Typesetter().set_text("safe-house", STYLE, 40)
    assert [_words(line) for line in lines] == ["safe-", "house"]


def test_groups_of_a_number_are_not_broken_at_their_dash() -> None:
    typesetter = Typesetter()
    width = typesetter.width("020-7946-0000", STYLE)
    assert len(typesetter.set_text("call 020-7946-0000", STYLE, width + 1)) == 2


def test_right_to_left_paragraphs_say_so_and_stand_in_visual_order() -> None:
    lines = Typesetter().set_text(ARABIC, STYLE, 500)
    assert all(line.right_to_left for line in lines)
    first_words = [placed.run.text for placed in lines[0].placed]
    assert first_words[-1] == "أريد"
    assert "London" in first_words


def test_bold_is_wider_than_regular() -> None:
    typesetter = Typesetter()
    assert typesetter.width("Assessment", BOLD) > typesetter.width("Assessment", STYLE)


def test_styles_of_one_line_are_kept() -> None:
    (line,) = Typesetter().set_spans([Span("Label: ", BOLD), Span("words", STYLE)], 400)
    assert {placed.style.weight for placed in line.placed} == {Weight.BOLD, Weight.REGULAR}


def test_an_empty_text_takes_one_line() -> None:
    (line,) = Typesetter().set_text("", STYLE, 100)
    assert line.width == 0


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(
            st.characters(max_codepoint=0x24F, exclude_categories=["Cs"]),
            st.sampled_from(ARABIC + VIETNAMESE + GREEK + UKRAINIAN + "\u202e\u200b你ትِ"),
        ),
        max_size=120,
    ),
    st.floats(min_value=40, max_value=300),
)
def test_no_character_is_ever_lost(text: str, width: float) -> None:
    lines = Typesetter().set_text(text, STYLE, width)
    assert _characters(lines) == sorted(
        character for character in visible(text) if not character.isspace()
    )
    for line in lines:
        longest = max((placed.run.width * 0.01 for placed in line.placed), default=0)
        assert line.width <= max(width, longest) + 0.01

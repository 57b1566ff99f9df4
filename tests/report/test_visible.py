import pytest

from outreach_app.report.visible import spelled_out, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("gnp.\u202ecod", "gnp.[U+202E]cod"),
        ("a\u2066b\u2069", "a[U+2066]b[U+2069]"),
        ("bell\x07", "bell[U+0007]"),
        ("zero\u200bwidth", "zero[U+200B]width"),
        ("left\u200eright\u200f", "left[U+200E]right[U+200F]"),
        ("\ue000 private", "[U+E000] private"),
        ("tag\U000e0041", "tag[U+E0041]"),
        ("soft\u00adhyphen", "soft[U+00AD]hyphen"),
    ],
)
def test_hidden_characters_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_line_ends_are_of_one_kind() -> None:
    assert visible("a\r\nb\rc\u2028d\u2029e\x0bf") == "a\nb\nc\nd\ne\nf"


def test_joiners_stay_between_letters_that_join() -> None:
    assert visible("می\u200cخواهم") == "می\u200cخواهم"
    assert visible("a\u200cb") == "a[U+200C]b"
    assert visible("\u200dx") == "[U+200D]x"


def test_letters_of_any_script_stay_as_they_are() -> None:
    for text in ("Nguyễn Thị Ánh", "Ξένια", "Оксана", "سَلَامٌ", "ትግርኛ", "你好", "naïve café"):
        assert visible(text) == text


def test_only_visible_composes_letters() -> None:
    assert visible("e\u0301") == "é"
    assert spelled_out("e\u0301") == "e\u0301"

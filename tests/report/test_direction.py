from outreach_app.report.direction import levels, reads_right_to_left, visual_order


def test_the_first_strong_letter_decides_the_direction() -> None:
    assert reads_right_to_left("«أريد» and more")
    assert not reads_right_to_left("2026: yes, أريد")
    assert not reads_right_to_left("12 – 13")


def test_latin_within_arabic_keeps_its_own_direction() -> None:
    text = "هو في London الآن"
    found = levels(text, 1)
    assert {found[place] for place in range(6, 12)} == {2}
    assert found[0] == found[-1] == 1


def test_groups_of_a_telephone_number_keep_their_order() -> None:
    text = "رقم 07700 900461"
    found = levels(text, 1)
    number = [found[place] for place in range(text.index("0"), len(text))]
    assert set(number) == {2}


def test_joiners_share_the_level_of_their_word() -> None:
    assert levels("می\u200cخواهم", 1) == [1] * 8


def test_pieces_of_a_line_are_ordered_from_left_to_right() -> None:
    assert visual_order("ABC", [1, 1, 1]) == ["C", "B", "A"]
    assert visual_order("abCDe", [0, 0, 1, 1, 0]) == ["a", "b", "D", "C", "e"]
    assert visual_order("Ab1C", [1, 2, 2, 1]) == ["C", "b", "1", "A"]
    assert visual_order("ab", [0, 0]) == ["a", "b"]

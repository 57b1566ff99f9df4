from pathlib import Path

import pytest

from outreach_app.report import fonts
from outreach_app.report.errors import FontsMissing
from outreach_app.report.fonts import FACES, FONTS_FOLDER, Face, Weight, typeface
from outreach_app.report.shaping import BOX_WIDTH, Shaper

ALPHABETS = {
    "Albanian": "ÇËçë",
    "Romanian": "ĂÂÎȘȚăâîșțşţ",
    "Polish": "ĄĆĘŁŃÓŚŹŻąćęłńóśźż",
    "Turkish and Kurmanji": "ÇĞİÖŞÜÊÎÛçğıöşüêîû",
    "Vietnamese": (
        "ĂÂĐÊÔƠƯăâđêôơưẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰÁÀẢÃẠÉÈẺẼẸÍÌỈĨỊÓÒỎÕỌÚÙỦŨỤÝỲỶỸỴ"
        "ắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ"
    ),
    "Yoruba and Edo": "ẸỌṢẹọṣ",
    "Greek": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰἀᾷὦῥ",
    "Russian, Ukrainian, Serbian, Kazakh": "АБВГДЕЁЖЗИЙЭЮЯабвгдеёжзийэюяҐЄІЇґєіїЂЈЉЊЋЏђјљњћџӘҒҚҢӨҰҮҺ",
    "Arabic": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْ٠١٢٣٤٥٦٧٨٩،؛؟",
    "Persian, Urdu, Pashto, Sorani": "پچژگکیۀۂۓٹڈڑںھہۃےټډړږښڅځڼۍېۆێڕڵڤە۰۱۲۳۴۵۶۷۸۹",
    "Signs": "£€–—‘’“”…·•×→✓№°½",
}


@pytest.mark.parametrize("weight", list(Weight))
@pytest.mark.parametrize("alphabet", sorted(ALPHABETS))
def test_every_letter_has_a_shape(alphabet: str, weight: Weight) -> None:
    covered = frozenset().union(*(typeface(face).covered for face in FACES[weight]))
    missing = [letter for letter in ALPHABETS[alphabet] if ord(letter) not in covered]
    assert missing == []


def test_arabic_letters_join() -> None:
    shaper = Shaper()
    (alone,) = shaper.runs("س", Weight.REGULAR, right_to_left=True)
    (word,) = shaper.runs("سلم", Weight.REGULAR, right_to_left=True)
    assert word.glyphs[-1].text == "س"
    assert word.glyphs[-1].number != alone.glyphs[0].number


def test_lam_and_alef_become_one_shape_that_says_both_letters() -> None:
    (run,) = Shaper().runs("لا", Weight.REGULAR, right_to_left=True)
    assert [glyph.text for glyph in run.glyphs] == ["لا"]


def test_marks_stand_on_their_letters() -> None:
    (run,) = Shaper().runs("بَ", Weight.REGULAR, right_to_left=True)
    mark = next(glyph for glyph in run.glyphs if glyph.text == "\u064e")
    assert mark.advance == 0


def test_brackets_turn_in_right_to_left_text() -> None:
    shaper = Shaper()
    (turned,) = shaper.runs("(", Weight.REGULAR, right_to_left=True)
    (closing,) = shaper.runs(")", Weight.REGULAR)
    assert turned.glyphs[0].number == closing.glyphs[0].number


def test_a_character_without_a_shape_becomes_a_box_of_its_own() -> None:
    runs = Shaper().runs("aᠮb", Weight.REGULAR)
    assert [(run.face, run.text) for run in runs] == [
        (Face.REGULAR, "a"),
        (None, "ᠮ"),
        (Face.REGULAR, "b"),
    ]
    assert runs[1].width == BOX_WIDTH


def test_a_subset_holds_its_glyphs_at_their_numbers_and_is_small() -> None:
    loaded = typeface(Face.REGULAR)
    (run,) = Shaper().runs("Aé", Weight.REGULAR)
    numbers = frozenset(glyph.number for glyph in run.glyphs)
    data = loaded.subset(numbers)
    assert len(data) < 12_000
    assert loaded.subset(numbers) == data


def test_the_fonts_are_small_and_bring_their_licence() -> None:
    files = sorted(FONTS_FOLDER.glob("*.ttf"))
    assert {file.stem for file in files} == {face.value for face in Face}
    assert sum(file.stat().st_size for file in files) < 4_600_000
    licence = (FONTS_FOLDER / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert "Google" in licence


def test_a_font_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FONTS_FOLDER", tmp_path)
    face = next(iter(Face))
    typeface.cache_clear()  # the face may have been read by an earlier test
    with pytest.raises(FontsMissing) as refused:
        typeface(face)
    assert (refused.value.code, refused.value.facts) == (
        "report.fonts-missing",
        {"font": face.value},
    )


OTHER_ALPHABETS = {
    "Amharic and Tigrinya": "ሰላም ቃልኪዳን፣ ጓለንስቲ።",
    "Bengali": "আমার ভাষা ক্ষ র্য ং ৳",
    "Hindi and Nepali": "नमस्ते क्षत्रिय श्री ज्ञ ।",
    "Punjabi": "ਪੰਜਾਬੀ ਸਤਿ ਸ੍ਰੀ",
    "Gujarati": "ગુજરાતી ક્ષ",
    "Tamil": "தமிழ் ஸ்ரீ",
    "Sinhala": "සිංහල ශ්‍රී",
    "Telugu": "తెలుగు క్ష",
    "Malayalam": "മലയാളം ൻ",
    "Thai": "ภาษาไทย ๑๒๓",
    "Burmese": "မြန်မာ",
    "Khmer": "ភាសាខ្មែរ",
    "Georgian": "ქართული",
    "Armenian": "Հայերեն",
    "Hebrew": "עברית שָׁלוֹם",
    "Chinese": "我的名字是李明，不要告诉别人。",
}


@pytest.mark.parametrize("weight", list(Weight))
@pytest.mark.parametrize("language", sorted(OTHER_ALPHABETS))
def test_a_client_of_another_script_reads_her_own_words(language: str, weight: Weight) -> None:
    shaper = Shaper()
    runs = [run for word in OTHER_ALPHABETS[language].split() for run in shaper.runs(word, weight)]
    assert [run.text for run in runs if run.face is None] == []
    assert all(glyph.number for run in runs for glyph in run.glyphs)


def test_letters_of_india_join_and_stand_in_their_order() -> None:
    (run,) = Shaper().runs("क्षि", Weight.REGULAR)
    assert "".join(glyph.text for glyph in run.glyphs) == "क्षि"
    assert len(run.glyphs) < len("क्षि")

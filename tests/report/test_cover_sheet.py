import hashlib
from inspect import signature

from outreach_app.report.cover_sheet import CallSheet, cover_sheet_for_call, file_fingerprint
from tests.report.samples import MADE_AT
from tests.report.tools import pages

WORDS = tuple(f"word{number}" for number in range(12))
SHEET = CallSheet(
    reference="HH-26-B007/1",
    organisation="Example House",
    call="020 7946 0000",
    hours="Monday to Friday, 9:00 to 17:00",
    words=WORDS,
    sha256=file_fingerprint(b"file"),
    size_bytes=103_066,
    made_at=MADE_AT,
)


def test_the_sheet_says_whom_to_call_and_how_to_know_the_file() -> None:
    (text,) = pages(cover_sheet_for_call(SHEET))
    for words in ("Ask for the password: call", "020 7946 0000", "HH-26-B007/1", *WORDS):
        assert words in text
    assert hashlib.sha256(b"file").hexdigest() in text.replace(" ", "")


def test_no_password_can_reach_the_sheet() -> None:
    assert list(signature(cover_sheet_for_call).parameters) == ["sheet"]
    assert not {field for field in CallSheet.__slots__ if "pass" in field or "digits" in field}


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert cover_sheet_for_call(SHEET) == cover_sheet_for_call(SHEET)

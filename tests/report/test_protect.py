import importlib
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter, copy_into_new_writer

from outreach_app.report.document import render_document
from outreach_app.report.errors import NotAPdf, PasswordUnusable
from outreach_app.report.protect import protect
from tests.report.samples import long_document
from tests.report.tools import needs, run

DIGITS = "4071 9935 0268 1174 5583"
WRONG = ("4071 9935 0268 1174 5584", "40719935026811745583", "", "4071 9935 0268 1174 558")


@pytest.fixture(scope="module")
def protected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("protected") / "document.pdf"
    path.write_bytes(protect(render_document(long_document()), DIGITS))
    return path


def test_nothing_can_be_read_in_the_clear(protected: Path) -> None:
    data = protected.read_bytes()
    for words in (
        b"HH-26",
        b"Risk",
        b"Noto",
        b"Arabic",
        "Risk".encode("utf-16-be"),
        b"Example House",
    ):
        assert words not in data


@needs("pdftotext")
def test_poppler_opens_it_with_the_password_only(protected: Path) -> None:
    text = run("pdftotext", "-upw", DIGITS, protected, "-")
    assert text.returncode == 0
    assert "Risk assessment" in text.stdout.decode()
    for wrong in WRONG:
        refused = run("pdftotext", "-upw", wrong, protected, "-")
        assert refused.returncode != 0
        assert refused.stdout == b""


@needs("mutool")
def test_mupdf_opens_it_with_the_password_only(protected: Path) -> None:
    text = run("mutool", "draw", "-q", "-p", DIGITS, "-F", "txt", protected, "1")
    assert text.returncode == 0
    assert "Risk assessment" in text.stdout.decode()
    for wrong in WRONG:
        refused = run("mutool", "draw", "-q", "-p", wrong, "-F", "txt", protected, "1")
        assert refused.returncode != 0
        assert b"Risk" not in refused.stdout


@needs("qpdf")
def test_qpdf_finds_aes_256_and_no_fault(protected: Path) -> None:
    shown = run("qpdf", f"--password={DIGITS}", "--show-encryption", protected).stdout.decode()
    assert "R = 6" in shown
    assert "stream encryption method: AESv3" in shown
    assert run("qpdf", f"--password={DIGITS}", "--check", protected).returncode == 0
    for wrong in WRONG:
        assert run("qpdf", f"--password={wrong}", "--check", protected).returncode != 0


@pytest.mark.parametrize(
    "password", ["", "short", "x" * 33, "pässword of words", "twelve\x00bytes long", "слово" * 3]
)
def test_passwords_that_readers_cannot_take_are_refused(password: str) -> None:
    with pytest.raises(PasswordUnusable) as refused:
        protect(b"%PDF-1.7", password)
    assert refused.value.facts == {"shortest": 12, "longest": 32}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7\nnothing more", b"%PDF-"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(NotAPdf):
        protect(data, DIGITS)


def test_a_cut_pdf_is_refused() -> None:
    whole = render_document(long_document())
    with pytest.raises(NotAPdf):
        protect(whole[: len(whole) // 2], DIGITS)


@pytest.mark.usefixtures("protected")
def test_what_would_ask_a_server_is_an_empty_shell() -> None:
    asking = importlib.import_module("pyhanko.sign.timestamps.aiohttp_client")
    with pytest.raises(RuntimeError, match="opens no connection"):
        asking.HTTPTimeStamper("somewhere")
    fetchers = importlib.import_module("pyhanko_certvalidator.fetchers.aiohttp_fetchers")
    with pytest.raises(RuntimeError, match="opens no connection"):
        fetchers.AIOHttpFetcherBackend()


def test_one_is_protected_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    # pyHanko imports parts of itself, in circles, while it works: two threads at once meet half of them.
    inside: list[int] = []
    most: list[int] = []

    def slowly(reader: PdfFileReader) -> PdfFileWriter:
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.05)
        inside.pop()
        return copy_into_new_writer(reader)

    monkeypatch.setattr("outreach_app.report.protect.copy_into_new_writer", slowly)
    pdf = render_document(long_document())
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda number: protect(pdf, f"{number:020}"), range(4)))
    assert most == [1, 1, 1, 1]
    assert all(each.startswith(b"%PDF-") for each in made)

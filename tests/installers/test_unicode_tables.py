"""ICU's tables, cut down for the frozen program: nothing that is used of them changes."""

import json
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from installers.program.unicode_tables import (
    TablesFault,
    cut,
    is_wanted,
    read_tables,
    write_tables,
)
from installers.unicode_library import cut_tables
from installers.version import BuildFault
from tests.house.tree import ROOT

_HEAD = struct.pack(
    "<HBBHHBBBB4s4s4s", 32, 0xDA, 0x27, 20, 0, 0, 0, 2, 0, b"CmnD", b"\1", b"\3"
) + bytes(8)
_ASKED = """
import functools, json
from PySide6.QtCore import QCollator, QLocale, Qt
any_one = QLocale.AnyLanguage, QLocale.AnyScript, QLocale.AnyTerritory
words = '''Ärger Zebra äpfel öl Über über ß ss éclair etude Ñandú nube čaj cizí chata hora Иванов Ёлка
    Елка אבג أحمد يوسف 中文 北京 上海 張 王 李 ひらがな カタカナ 가나 다라 i I İ ı ll lz ch cz aa å ø æ ấ ầ Ż ż ź
    10 9 2 a-b ab ἈΘΉΝΑ ΐ ŋ ǆ ἀ'''.split()
said = {}
for place in sorted({each.name(): each for each in QLocale.matchingLocales(*any_one)}.items()):
    name, language = place
    order = QCollator(language)
    said[name] = [language.toUpper(" ".join(words)), language.toLower(" ".join(words))]
    for numbers in (False, True):
        for case in Qt.CaseSensitivity:
            order.setNumericMode(numbers)
            order.setCaseSensitivity(case)
            said[name].append(" ".join(sorted(words, key=functools.cmp_to_key(order.compare))))
print(json.dumps(said))
"""
_READS_MORE = re.compile(r"\bQ(?:TimeZone|StringConverter|StringDecoder|StringEncoder|TextCodec)\b")


def _library() -> Path:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))
    found = sorted(folder.glob("libicudata.so.*"))
    if not found or shutil.which("objcopy") is None or shutil.which("ld") is None:
        pytest.skip("Qt's Unicode library stands alone on Linux only; binutils link it")
    return found[0]


def _set(tables: dict[str, bytes]) -> bytes:
    return write_tables(_HEAD, tables)


def test_a_set_is_read_and_written_to_the_byte() -> None:
    tables = {"x/coll/de.res": b"d" * 16, "x/a.res": b"a" * 32, "x/uprops.icu": b"u" * 48}
    data = _set(tables)
    assert read_tables(data) == (_HEAD, tables)
    assert write_tables(*read_tables(data)) == data
    assert set(read_tables(cut(data))[1]) == {"x/coll/de.res", "x/uprops.icu"}


def test_every_order_of_letters_stays_and_names_of_currencies_go() -> None:
    assert is_wanted("coll/root.res")
    assert is_wanted("coll/zh.res")
    assert is_wanted("nfkc.nrm")
    assert is_wanted("zoneinfo64.res")
    gone = (
        "curr/de.res",
        "brkitr/cjdict.dict",
        "gb18030.cnv",
        "de.res",
        "coll",
        "translit/root.res",
    )
    assert not any(map(is_wanted, gone))


@pytest.mark.parametrize("place", [2, 8, 12], ids=["mark", "order of bytes", "format"])
def test_another_format_is_refused(place: int) -> None:
    data = bytearray(_set({"x/a.icu": b"a" * 16}))
    data[place] ^= 1
    with pytest.raises(TablesFault):
        cut(bytes(data))


def test_a_library_without_tables_is_refused_and_left(tmp_path: Path) -> None:
    library = _library()
    other = tmp_path / "libicudata.so.1"
    shutil.copy(library.with_name(library.name.replace("icudata", "icuuc")), other)
    before = other.read_bytes()
    with pytest.raises(BuildFault, match="holds no tables"):
        cut_tables(other)
    assert other.read_bytes() == before


def test_order_and_case_are_the_same_in_every_language(tmp_path: Path) -> None:
    small = tmp_path / _library().name
    shutil.copy(_library(), small)
    cut_tables(small)
    assert small.stat().st_size * 5 < _library().stat().st_size
    whole, less = (_said(each) for each in (_library(), small))
    assert len(whole) > 300
    assert len({json.dumps(each) for each in whole.values()}) > 30
    assert less == whole


def _said(library: Path) -> dict[str, list[str]]:
    # A library that is loaded already stands for every other of its name.
    done = subprocess.run(
        [sys.executable, "-c", _ASKED],
        env={"LD_PRELOAD": str(library), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def test_nothing_asks_for_tables_that_are_left_out() -> None:
    sources = sorted((ROOT / "outreach_app").rglob("*.py"))
    assert len(sources) > 300
    asking = [each.name for each in sources if _READS_MORE.search(each.read_text("utf-8"))]
    assert asking == []

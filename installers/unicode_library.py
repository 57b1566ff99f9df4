"""Makes the Unicode library's tables smaller in a program that was frozen on Linux.

The tables stand in a library without any code, ``libicudata``. It is linked anew around those of them that
are wanted; the libraries with code stay as Qt's makers ship them. Windows and macOS bring such tables
themselves, and Qt uses theirs.
"""

import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from installers.program.unicode_tables import TablesFault, cut
from installers.version import BuildFault

_SYMBOL = re.compile(
    r"^(?P<start>[0-9a-f]+) (?P<size>[0-9a-f]+) R (?P<name>icudt\d+_dat)$", re.MULTILINE
)
_SECTION = re.compile(r"^ *\[ *\d+\] \.rodata +PROGBITS +([0-9a-f]+) ([0-9a-f]+) ", re.MULTILINE)
_TOOLS = ("nm", "readelf", "objcopy", "ld")


def cut_tables(library: Path) -> None:
    """Link ``libicudata`` anew with the tables only that Qt's core asks for.

    Args:
        library: The file, which is replaced.

    Raises:
        BuildFault: A tool is missing or failed, or the library is not built as it was until now.
    """
    if missing := [each for each in _TOOLS if shutil.which(each) is None]:
        raise BuildFault(f"Missing: {', '.join(missing)}. They are in the package binutils.")
    found = _SYMBOL.search(_said("nm", "-D", "-S", str(library)))
    section = _SECTION.search(_said("readelf", "-SW", str(library)))
    if found is None or section is None:
        raise BuildFault(f"{library.name} holds no tables where ICU's makers put them.")
    start = int(found["start"], 16) - int(section[1], 16) + int(section[2], 16)
    try:
        tables = cut(library.read_bytes()[start : start + int(found["size"], 16)])
    except TablesFault as fault:
        raise BuildFault(f"{library.name}: {fault}") from fault
    with TemporaryDirectory() as folder:
        _link(library, tables, found["name"], Path(folder))


def _link(library: Path, tables: bytes, symbol: str, folder: Path) -> None:
    (folder / "tables").write_bytes(tables)
    _run(folder, "ld", "-r", "-b", "binary", "-o", "plain.o", "tables")
    _run(
        folder,
        *("objcopy", "--rename-section", ".data=.rodata,alloc,load,readonly,data,contents"),
        *("--set-section-alignment", ".data=16"),
        *("--redefine-sym", f"_binary_tables_start={symbol}"),
        *("--strip-symbol", "_binary_tables_end", "--strip-symbol", "_binary_tables_size"),
        *("plain.o", "tables.o"),
    )
    plain = ("-shared", "-s", "-z", "noexecstack", "--hash-style=gnu", "--build-id=sha1")
    _run(folder, "ld", *plain, "-soname", library.name, "-o", "linked", "tables.o")
    library.write_bytes((folder / "linked").read_bytes())


def _run(folder: Path, *command: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BuildFault(f"{command[0]} could not make the Unicode tables: {done.stderr.strip()}")


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BuildFault(f"{command[0]} could not read the Unicode tables: {done.stderr.strip()}")
    return done.stdout

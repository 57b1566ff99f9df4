"""Libraries that are no distribution: those of the system that go in, and those linked into others.

Versions are asked from the library wherever it answers; where it does not, none is said.
"""

import decimal
import platform
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from xml.parsers import expat

from installers.inventory import Part
from installers.sbom_library import Library, Text, cpe_of

_COPYRIGHT = Path("/usr/share/doc")


@dataclass(frozen=True, slots=True)
class Native:
    """A library of the system: SPDX licence, and what databases of weaknesses call it."""

    licence: str
    maker: str = ""
    product: str = ""


NATIVES = {
    "libbz2": Native("bzip2-1.0.6", "bzip", "bzip2"),
    "libcrypto": Native("Apache-2.0", "openssl", "openssl"),
    "libexpat": Native("MIT", "libexpat_project", "libexpat"),
    "libffi": Native("MIT"),
    "liblzma": Native("0BSD", "tukaani", "xz"),
    "libmpdec": Native("BSD-2-Clause"),
    "libsqlite3": Native("blessing", "sqlite", "sqlite"),
    "libssl": Native("Apache-2.0", "openssl", "openssl"),
    "libuuid": Native("BSD-3-Clause"),
    "libxcb": Native("X11"),
    "libxkbcommon": Native("MIT", "xkbcommon", "libxkbcommon"),
    "sqlite3": Native("blessing", "sqlite", "sqlite"),
    "libz.": Native("Zlib", "zlib", "zlib"),
    "zlib1": Native("Zlib", "zlib", "zlib"),
    "vcruntime": Native("LicenseRef-Microsoft-Runtime"),
    "msvcp": Native("LicenseRef-Microsoft-Runtime"),
    "concrt": Native("LicenseRef-Microsoft-Runtime"),
    "ucrtbase": Native("LicenseRef-Microsoft-Runtime"),
    "api-ms-win-": Native("LicenseRef-Microsoft-Runtime"),
}
"""Beginning of a file's name in lower case: what it is."""


def native_of(file: str) -> str:
    """Return the key in ``NATIVES`` of a file without folder, or nothing."""
    name = file.lower()
    return next((each for each in NATIVES if name.startswith(each)), "")


def native_libraries(
    key: str, files: Sequence[Part], of_python: tuple[Text, ...]
) -> Iterator[Library]:
    """Yield libraries of the system that go into the program.

    Args:
        key: Their key in ``NATIVES``.
        files: Their files in the program.
        of_python: Python's licence, which names those that Python's makers ship with it.
    """
    native = NATIVES[key]
    packages: dict[tuple[str, str], list[Part]] = {}
    for part in files:
        found = _debian(part.path.rpartition("/")[2]) or (key.strip(".-"), "")
        packages.setdefault(found, []).append(part)
    for (name, version), held in sorted(packages.items()):
        text = _COPYRIGHT / name / "copyright"
        notice = (Text("copyright", text.read_text("utf-8")),) if version and text.is_file() else ()
        system = platform.freedesktop_os_release() if version else {}
        upstream = re.sub(r"^\d+:|[-+~].*$|\.dfsg.*$", "", version)
        yield Library(
            name=name,
            version=version,
            licence=native.licence,
            purl=f"pkg:deb/{system['ID']}/{name}@{quote(version)}" if version else "",
            cpe=cpe_of(native.maker, native.product, upstream) if native.product else "",
            texts=notice or of_python,
            files=tuple(held),
            remark=f"As {system['NAME']} packages it, with its corrections." if version else "",
        )


def _debian(file: str) -> tuple[str, str] | None:
    """Return the Debian package and version that a library comes from; None elsewhere."""
    if shutil.which("dpkg-query") is None:
        return None
    asked = _said("dpkg-query", "--search", f"*/{file}")
    package = asked.partition(":")[0]
    version = _said("dpkg-query", "--show", "--showformat=${Version}\n", package) if asked else ""
    return (package, version.splitlines()[0]) if version else None


def _said(*command: str) -> str:
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return ran.stdout if ran.returncode == 0 else ""


def inside_of(owner: str, files: Sequence[Part]) -> tuple[Library, ...]:
    """Return what the makers of a distribution linked or copied into it.

    Args:
        owner: Name of the distribution, or ``python``.
        files: Its files in the program.
    """
    ask = _INSIDE.get(owner)
    return tuple(ask(tuple(files))) if ask else ()


_Files = tuple[Part, ...]


def _number_in_name(files: _Files, name: str, shape: str) -> str:
    """Return what a pattern finds in the name of the file that begins so."""
    for each in files:
        file = each.path.rpartition("/")[2]
        if file.startswith(name) and (found := re.search(shape, file)):
            return found[1]
    return ""


def _part(name: str, version: str, licence: str, maker: str = "", product: str = "") -> Library:
    plain = name.lower().replace(" ", "-")
    return Library(
        name,
        version,
        licence,
        purl=f"pkg:generic/{plain}@{version}" if version else f"pkg:generic/{plain}",
        cpe=cpe_of(maker, product, version) if maker else "",
        remark="" if version else "Its makers say no version.",
    )


def _openssl(words: str) -> Library:
    found = re.search(r"OpenSSL (\S+)", words)
    return _part("OpenSSL", found[1] if found else "", "Apache-2.0", "openssl", "openssl")


def _of_python(_files: _Files) -> Iterator[Library]:
    yield _part(
        "Expat", expat.EXPAT_VERSION.removeprefix("expat_"), "MIT", "libexpat_project", "libexpat"
    )
    yield _part("libmpdec", decimal.__dict__.get("__libmpdec_version__", ""), "BSD-2-Clause")
    yield _part("zlib", zlib.ZLIB_RUNTIME_VERSION, "Zlib", "zlib", "zlib")


def _of_qt(files: _Files) -> Iterator[Library]:
    from PySide6.QtCore import qVersion  # noqa: PLC0415

    qt = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
    yield _part("Qt", qVersion(), qt, "qt", "qt")
    unicode = _number_in_name(files, "libicudata", r"\.so\.(\d+)")
    if unicode:
        yield _part(
            "ICU",
            f"{unicode}",
            "Unicode-3.0",
            "icu-project",
            "international_components_for_unicode",
        )
    for name, licence in (
        ("FreeType", "FTL"),
        ("HarfBuzz", "MIT-Modern-Variant"),
        ("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib"),
        ("libpng", "libpng-2.0"),
        ("libwebp", "BSD-3-Clause"),
        ("PCRE2", "BSD-3-Clause"),
        ("double-conversion", "BSD-3-Clause"),
        ("MD4C", "MIT"),
        ("zlib", "Zlib"),
    ):
        yield _part(name, "", licence)


def _of_sqlcipher(_files: _Files) -> Iterator[Library]:
    from sqlcipher3 import dbapi2  # noqa: PLC0415

    connection = dbapi2.connect(":memory:")
    try:
        connection.execute("PRAGMA key = 'asked for its version'")
        asked = (
            "PRAGMA cipher_version",
            "PRAGMA cipher_provider_version",
            "SELECT sqlite_version()",
        )
        cipher, provider, number = (
            str(row[0]) for each in asked for row in connection.execute(each).fetchall()
        )
    finally:
        connection.close()
    yield _part("SQLCipher", cipher.split()[0], "BSD-3-Clause", "zetetic", "sqlcipher")
    yield _part("SQLite", number, "blessing", "sqlite", "sqlite")
    yield _openssl(provider)


def _of_cryptography(_files: _Files) -> Iterator[Library]:
    from cryptography.hazmat.backends.openssl import backend  # noqa: PLC0415

    yield _openssl(backend.openssl_version_text())


def _of_lxml(_files: _Files) -> Iterator[Library]:
    from lxml import etree  # noqa: PLC0415

    for name, numbers in (("libxml2", etree.LIBXML_VERSION), ("libxslt", etree.LIBXSLT_VERSION)):
        yield _part(name, ".".join(map(str, numbers)), "MIT", "xmlsoft", name)
    yield _part("zlib", "", "Zlib")


def _of_pdfium(_files: _Files) -> Iterator[Library]:
    import pypdfium2.version  # noqa: PLC0415

    number = str(pypdfium2.version.PDFIUM_INFO).partition("@")[0]
    yield _part("PDFium", number, "BSD-3-Clause AND Apache-2.0", "google", "pdfium")
    for name, licence in (
        ("Anti-Grain Geometry", "LicenseRef-AGG-2.3"),
        ("FreeType", "FTL"),
        ("ICU", "Unicode-3.0"),
        ("Little CMS", "MIT"),
        ("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib"),
        ("OpenJPEG", "BSD-2-Clause"),
        ("libpng", "libpng-2.0"),
        ("zlib", "Zlib"),
    ):
        yield _part(name, "", licence)


def _of_harfbuzz(_files: _Files) -> Iterator[Library]:
    import uharfbuzz  # noqa: PLC0415

    yield _part(
        "HarfBuzz",
        uharfbuzz.version_string(),
        "MIT-Modern-Variant",
        "harfbuzz_project",
        "harfbuzz",
    )


def _of_nacl(_files: _Files) -> Iterator[Library]:
    yield _part("libsodium", "", "ISC")


def _of_argon2(_files: _Files) -> Iterator[Library]:
    yield _part("Argon2", "", "CC0-1.0 OR Apache-2.0")


def _of_re2(_files: _Files) -> Iterator[Library]:
    from importlib.metadata import version  # noqa: PLC0415

    digits = version("google-re2").rpartition(".")[2]
    yield _part("RE2", f"{digits[:4]}-{digits[4:6]}-{digits[6:]}", "BSD-3-Clause", "google", "re2")
    yield _part("Abseil", "", "Apache-2.0")


def _of_pillow(files: _Files) -> Iterator[Library]:
    from PIL import features  # noqa: PLC0415

    def said(name: str) -> str:
        return str(features.version(name) or "")

    yield _part(
        "libjpeg-turbo",
        said("libjpeg_turbo"),
        "IJG AND BSD-3-Clause AND Zlib",
        "libjpeg-turbo",
        "libjpeg-turbo",
    )
    yield _part("OpenJPEG", said("jpg_2000"), "BSD-2-Clause", "uclouvain", "openjpeg")
    yield _part("libtiff", said("libtiff"), "libtiff", "libtiff", "libtiff")
    yield _part("zlib-ng", said("zlib_ng"), "Zlib", "zlib-ng", "zlib-ng")
    numbered = r"\.so\.(\d+\.\d+\.\d+)$"
    for name, title, licence, maker, product in (
        ("liblzma", "XZ Utils", "0BSD", "tukaani", "xz"),
        ("libzstd", "Zstandard", "BSD-3-Clause", "facebook", "zstandard"),
        ("libxcb", "libxcb", "X11", "", ""),
        ("libXau", "libXau", "MIT-open-group", "", ""),
    ):
        # Of the last two the name says how they are called, not which they are.
        if number := _number_in_name(files, name, numbered):
            yield _part(title, number if maker else "", licence, maker, product)


def _of_cffi(_files: _Files) -> Iterator[Library]:
    yield _part("libffi", "", "MIT")


def _of_tzdata(_files: _Files) -> Iterator[Library]:
    import tzdata  # noqa: PLC0415

    yield _part("IANA time zone database", tzdata.IANA_VERSION, "LicenseRef-public-domain")


_INSIDE: dict[str, Callable[[_Files], Iterator[Library]]] = {
    "python": _of_python,
    "pyside6-essentials": _of_qt,
    "sqlcipher3": _of_sqlcipher,
    "cryptography": _of_cryptography,
    "lxml": _of_lxml,
    "pypdfium2": _of_pdfium,
    "uharfbuzz": _of_harfbuzz,
    "pynacl": _of_nacl,
    "argon2-cffi-bindings": _of_argon2,
    "google-re2": _of_re2,
    "pillow": _of_pillow,
    "cffi": _of_cffi,
    "tzdata": _of_tzdata,
}

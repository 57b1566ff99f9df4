"""What of the libraries goes into the frozen program, and what stays out; pure, so that it is tested.

Names are paths inside the program's folder with forward slashes.
"""

import re
from pathlib import Path

DATA = ("forms", "resources")
"""Folders of the project that the program reads."""

METADATA = (
    "PySide6-Essentials", "sqlcipher3", "reportlab", "pillow", "keyring", "pyrage", "PyNaCl", "cryptography",
    "argon2-cffi", "pyxform", "lxml", "google-re2", "pyHanko", "pypdfium2", "shamir-mnemonic", "segno",
    "uharfbuzz", "python-bidi", "platformdirs", "tzdata", "openpyxl",
)  # fmt: skip
"""Distributions whose version and licence are shown."""

PACKAGE_DATA = ("shamir_mnemonic", "pyxform", "tzdata")
"""Packages that read files of their own."""

NETWORK = "PySide6.QtNetwork"
EXCLUDED = (
    # nothing of it opens a connection
    NETWORK, "aiohttp", "requests", "urllib3", "ssl", "_ssl", "ftplib", "smtplib",
    # of PIL only what reads JPEG and PNG and writes JPEG
    "PIL._avif", "PIL._webp", "PIL._imagingft", "PIL._imagingcms", "PIL._imagingtk",
    # tools of development
    "tkinter", "_tkinter", "test", "unittest", "lib2to3", "pydoc_data", "PyInstaller", "setuptools", "pip",
    "pytest", "hypothesis", "mypy", "numpy", "distutils", "doctest", "pdb", "pydoc",
    # parts of libraries that nothing here calls: guessing a text's character set, trust in web pages
    "charset_normalizer", "certifi",
    # libraries use these where they happen to be installed; the lock of the program has none of them
    "rich", "markdown_it", "mdurl", "pygments", "dateutil",
    # what it is linked with stands under the GNU GPL, and nobody types lines into the program
    "readline",
)  # fmt: skip

_PLUGINS = (
    "platforms/qxcb", "platforms/qwayland", "platforms/qoffscreen", "platforms/qwindows",
    "platforms/qcocoa",
    "imageformats/qjpeg", "imageformats/qsvg", "imageformats/qwebp", "iconengines/qsvgicon",
    "platforminputcontexts/composeplatforminputcontextplugin",
    "platforminputcontexts/ibusplatforminputcontextplugin",
    "platformthemes/qxdgdesktopportal", "wayland-shell-integration/xdg-shell",
    "wayland-decoration-client/bradient", "printsupport/cupsprintersupport",
    "printsupport/windowsprintersupport", "printsupport/cocoaprintersupport",
    "styles/qmodernwindowsstyle", "styles/qmacstyle",
)  # fmt: skip
_PLUGIN = re.compile(r"plugins?/([^/]+)/(?:lib)?([^/.]+)\.\w+$")


_UNWANTED = (
    "/PySide6/Qt/translations/", "/PySide6/translations/",
    "/tests/", "/ODK_Validate.jar", "/lxml/html/", "/lxml/objectify", "/lxml/isoschematron/",
    # what installers of Python's packages note
    ".dist-info/RECORD", ".dist-info/sboms/",
)  # fmt: skip
_OF_THE_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")
_NOT_LEFT_TO_THE_SYSTEM = (
    # Python's own, where a distribution makes them libraries
    "libpython", "libcrypto", "libffi", "libbz2", "liblzma", "libz.", "libexpat", "libuuid", "lib-dynload",
    # what Qt's window wants and few desktops have
    "libxcb-cursor", "libxcb-icccm", "libxcb-image", "libxcb-keysyms", "libxcb-render-util",
    "libxcb-util", "libxkbcommon",
)  # fmt: skip


def is_wanted_plugin(path: str) -> bool:
    """Say whether a file of Qt goes in: of its plugins only those that the window uses.

    Args:
        path: Where the file lies or will lie; either slash.
    """
    found = _PLUGIN.search(path.replace("\\", "/"))
    return found is None or f"{found[1]}/{found[2]}" in _PLUGINS


def belongs(name: str, source: str) -> bool:
    """Say whether a file that PyInstaller found goes in.

    Args:
        name: Path in the program.
        source: Path on this machine. Most libraries of the system stay with the system: another
            version of them beside its own display, fonts and bus leads to faults, and its owner
            mends their weaknesses.
    """
    plain = f"/{name}".replace("\\", "/")
    if any(part in plain for part in _UNWANTED):
        return False
    of_the_system = source.startswith(_OF_THE_SYSTEM)
    return not of_the_system or any(part in plain for part in _NOT_LEFT_TO_THE_SYSTEM)


def modules_below(package: Path) -> list[str]:
    """Return the names of all modules of a package, sorted."""
    files = (each.relative_to(package.parent) for each in package.rglob("*.py"))
    names = (each.parent if each.name == "__init__.py" else each.with_suffix("") for each in files)
    return sorted(".".join(each.parts) for each in names)

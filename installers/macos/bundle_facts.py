"""What the bundle for macOS and its package say about themselves; pure, so that it is tested anywhere.

Keys are those of Apple's documents “Information Property List”, of ``pkgbuild(1)`` and of “Distribution
XML Reference”.
"""

from xml.etree import ElementTree as Xml

from installers.version import version
from outreach_app.code_signature import IDENTIFIER
from outreach_app.ui.launching.words import MAC_NAME

NAME = MAC_NAME
"""What the Dock, the menu bar and the list of programs show. Every Mac has Apple's “Notes” already: whoever
took that one for ours would write a client's story into a file that Apple copies to its servers."""
APP = f"{NAME}.app"
DOOR = NAME.lower()
OLDEST_MACOS = "13.0"
"""Of PySide6 6.11, the newest of the libraries in this."""
_CATEGORY = "public.app-category.productivity"
_WHY_FILES = "To open and save files that you choose."


def info_plist() -> dict[str, object]:
    """Return the whole of Info.plist.

    Nothing connects to a network, so there is no exception for one. No camera, microphone, place, contacts
    or calendar is asked for. No type of document is claimed: macOS would hand a file to the launcher, which
    has no window that could take it; bundles are added in the inbox.

    Two keys that lists for such files name are left out: NSQuitAlwaysKeepsWindows is a preference of a person
    and means nothing here (Qt lets no window be restored), ITSAppUsesNonExemptEncryption is read by Apple's
    store alone.
    """
    return {
        "CFBundleName": NAME,
        "CFBundleDisplayName": NAME,
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleExecutable": DOOR,
        "CFBundleIconFile": f"{DOOR}.icns",
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en"],
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "LSApplicationCategoryType": _CATEGORY,
        # The launcher is the process that macOS starts, and has no window: it would bounce in the Dock
        # until macOS gave it up. The window's process steps into the Dock by itself (`ui/dock`).
        "LSUIElement": True,
        "NSPrincipalClass": "NSApplication",
        "NSHighResolutionCapable": True,
        "NSSupportsAutomaticGraphicsSwitching": True,
        # macOS must not end a program that may be writing without asking it first.
        "NSSupportsAutomaticTermination": False,
        "NSSupportsSuddenTermination": False,
        "NSAppleScriptEnabled": False,
        # macOS asks before a program reads there. Our own file dialog leaves no trace in lists of recent
        # files, but choosing in it does not count as consent.
        "NSDesktopFolderUsageDescription": _WHY_FILES,
        "NSDocumentsFolderUsageDescription": _WHY_FILES,
        "NSDownloadsFolderUsageDescription": _WHY_FILES,
        "NSRemovableVolumesUsageDescription": _WHY_FILES,
    }


def component_plist() -> list[dict[str, object]]:
    """Return the component property list of ``pkgbuild``: one bundle, in its place, never an older one."""
    return [
        {
            "RootRelativeBundlePath": APP,
            # Else an update would go wherever a copy of the program was found.
            "BundleIsRelocatable": False,
            "BundleIsVersionChecked": True,
            "BundleHasStrictIdentifier": True,
            # As a whole, so that no file of the old version stays.
            "BundleOverwriteAction": "upgrade",
        }
    ]


def distribution(package: str, machine: str) -> str:
    """Return the distribution definition of ``productbuild``: for the whole computer, without a script.

    Args:
        package: File name of the component package.
        machine: ``arm64`` or ``x86_64``.
    """
    root = Xml.Element("installer-gui-script", minSpecVersion="2")
    _below(root, "title").text = NAME
    _below(
        root,
        "options",
        {"customize": "never", "require-scripts": "false", "hostArchitectures": machine},
    )
    _below(
        root,
        "domains",
        {
            "enable_anywhere": "false",
            "enable_currentUserHome": "false",
            "enable_localSystem": "true",
        },
    )
    allowed = _below(_below(root, "volume-check"), "allowed-os-versions")
    _below(allowed, "os-version", {"min": OLDEST_MACOS})
    _below(root, "product", {"id": IDENTIFIER, "version": version()})
    outline = _below(root, "choices-outline")
    _below(outline, "line", {"choice": "program"})
    choice = _below(root, "choice", {"id": "program", "title": NAME, "visible": "false"})
    _below(choice, "pkg-ref", {"id": IDENTIFIER})
    facts = {"id": IDENTIFIER, "version": version(), "onConclusion": "none"}
    _below(root, "pkg-ref", facts).text = package
    # A program that runs on while its files change would start a window of the new version.
    closing = _below(_below(root, "pkg-ref", {"id": IDENTIFIER}), "must-close")
    _below(closing, "app", {"id": IDENTIFIER})
    Xml.indent(root)
    return Xml.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _below(element: Xml.Element, kind: str, facts: dict[str, str] | None = None) -> Xml.Element:
    return Xml.SubElement(element, kind, facts or {})

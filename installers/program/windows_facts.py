"""What Windows shows and grants by the program's own word: version resource, manifest and icon.

The description stands in the list of processes, in front of the name of the file. For the window's door it
is the title of the window and no more.
"""

from pathlib import Path

from installers.program.doors import Door
from installers.version import ROOT, version

ICON = ROOT / "installers" / "windows" / "icons" / "notes.ico"
MAKER = "Outreach maintainers"
_PRODUCT = "Outreach"
_DESCRIPTIONS = {"notes": "Notes", "outreach": "Outreach"}
_BRITISH_UNICODE = (0x0809, 1200)

MANIFEST = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security>
      <requestedPrivileges>
        <requestedExecutionLevel level="asInvoker" uiAccess="false"></requestedExecutionLevel>
      </requestedPrivileges>
    </security>
  </trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1">
    <application>
      <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"></supportedOS>
    </application>
  </compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3">
    <windowsSettings>
      <dpiAware xmlns="http://schemas.microsoft.com/SMI/2005/WindowsSettings">true/pm</dpiAware>
      <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">PerMonitorV2</dpiAwareness>
      <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
    </windowsSettings>
  </application>
  <dependency>
    <dependentAssembly>
      <assemblyIdentity type="win32" name="Microsoft.Windows.Common-Controls" version="6.0.0.0"
        processorArchitecture="*" publicKeyToken="6595b64144ccf1df" language="*"></assemblyIdentity>
    </dependentAssembly>
  </dependency>
</assembly>
"""
"""No rights beyond those of whoever starts it; one entry for Windows 10 and 11; sizes of each screen by itself."""


def version_facts(door: Door) -> dict[str, str]:
    """Return what the properties of a door's file say."""
    return {
        "CompanyName": MAKER,
        "FileDescription": _DESCRIPTIONS[door.name],
        "FileVersion": version(),
        "InternalName": door.name,
        "LegalCopyright": "Mozilla Public Licence 2.0",
        "OriginalFilename": f"{door.name}.exe",
        "ProductName": _PRODUCT,
        "ProductVersion": version(),
    }


def version_text(door: Door) -> str:
    """Return the version resource of a door as PyInstaller reads it."""
    numbers = (*map(int, version().split(".")), 0)
    language, code_page = _BRITISH_UNICODE
    facts = ", ".join(f"StringStruct({k!r}, {v!r})" for k, v in version_facts(door).items())
    return f"""\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers},
    mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0),
  ),
  kids=[
    StringFileInfo([StringTable('{language:04X}{code_page:04X}', [{facts}])]),
    VarFileInfo([VarStruct('Translation', [{language}, {code_page}])]),
  ],
)
"""


def windows_options(door: Door, folder: Path) -> dict[str, str]:
    """Return what a door's file is given besides on Windows; its version resource is written for it.

    Args:
        door: Which file.
        folder: Where the text of the version resource may be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    text = folder / f"{door.name}-version.txt"
    text.write_text(version_text(door), "utf-8")
    return {"version": str(text), "manifest": MANIFEST, "icon": str(ICON)}

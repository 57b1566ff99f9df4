"""The bundle and the installers for macOS, as far as they are plans: nothing of Apple's runs here."""

import json
import plistlib
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from installers.build import PACKERS
from installers.freezing import SPEC
from installers.macos import sign
from installers.macos.bundle_facts import (
    APP,
    DOOR,
    NAME,
    OLDEST_MACOS,
    component_plist,
    distribution,
    info_plist,
)
from installers.macos.identities import (
    APPLICATION,
    INSTALLER,
    NOTARY,
    Identities,
    are_named,
    not_held,
    read_identities,
)
from installers.macos.packing import demand_release, refuse_beforehand, run
from installers.macos.steps import (
    ENTITLEMENTS,
    PART,
    assessing_steps,
    image_steps,
    is_code,
    nested_code,
    notarising_steps,
    package_steps,
    release_steps,
    sealing_steps,
    signing_steps,
)
from installers.program.doors import DOORS
from installers.release import WANTED
from installers.version import BuildFault, version
from outreach_app.code_signature import IDENTIFIER
from tests.house.tree import ROOT
from tests.keychain.test_code_signature import AD_HOC, RELEASE

GIVEN = {
    APPLICATION: "Developer ID Application: Example Charity (A1B2C3D4E5)",
    INSTALLER: "Developer ID Installer: Example Charity (A1B2C3D4E5)",
    NOTARY: "example-notary",
}
IDENTITIES = Identities(GIVEN[APPLICATION], GIVEN[INSTALLER], GIVEN[NOTARY])
_THIN, _FAT = b"\xcf\xfa\xed\xfe" + bytes(12), b"\xca\xfe\xba\xbe\x00\x00\x00\x02" + bytes(8)
_CLASS = b"\xca\xfe\xba\xbe\x00\x00\x00\x41" + bytes(8)
_TELLING = ("outreach", "case", "client", "survivor", "traffick", "vault", "safe", "support")


# ---- what the bundle says ------------------------------------------------------------------------


def test_the_property_list_is_whole_and_can_be_written() -> None:
    told = plistlib.loads(plistlib.dumps(info_plist()))
    # “Information Property List” and “Core Foundation Keys” ask for these of a program.
    assert {
        "CFBundleName", "CFBundleDisplayName", "CFBundleIdentifier", "CFBundleExecutable",
        "CFBundleIconFile", "CFBundleInfoDictionaryVersion", "CFBundlePackageType",
        "CFBundleShortVersionString", "CFBundleVersion", "CFBundleDevelopmentRegion",
        "LSMinimumSystemVersion", "LSApplicationCategoryType", "NSPrincipalClass",
    } <= set(told)  # fmt: skip
    assert told["CFBundlePackageType"] == "APPL"
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == version()
    assert told["CFBundleExecutable"] == DOOR == DOORS["darwin"][0].name
    assert (ROOT / "installers" / "macos" / told["CFBundleIconFile"]).is_file()
    assert told["NSHighResolutionCapable"] is True
    assert told["NSSupportsSuddenTermination"] is told["NSSupportsAutomaticTermination"] is False


def test_nothing_that_a_passer_by_sees_tells_what_the_program_is() -> None:
    seen = {name: value for name, value in info_plist().items() if name != "CFBundleIdentifier"}
    words = json.dumps([NAME, APP, *seen.values()]).casefold()
    assert [each for each in _TELLING if each in words] == []
    assert NAME != "Notes", "Apple's own program is called so"


def test_there_is_no_network_no_file_type_no_service_and_no_wish_for_devices() -> None:
    names = set(info_plist())
    assert not names & {
        "NSAppTransportSecurity", "CFBundleDocumentTypes", "UTExportedTypeDeclarations", "NSServices",
        "CFBundleURLTypes", "SMPrivilegedExecutables", "LSEnvironment",
    }  # fmt: skip
    asked = {each for each in names if each.endswith("UsageDescription")}
    assert asked == {
        "NSDesktopFolderUsageDescription", "NSDocumentsFolderUsageDescription",
        "NSDownloadsFolderUsageDescription", "NSRemovableVolumesUsageDescription",
    }  # fmt: skip


def test_the_oldest_system_is_that_of_the_lock() -> None:
    # Wheels of PySide6 6.11 are made for macOS 13 on both kinds of processor.
    assert "\npyside6-essentials==6.11." in (ROOT / "lock" / "app.txt").read_text("utf-8")
    assert OLDEST_MACOS == "13.0"


def test_the_spec_makes_the_bundle_of_these_facts() -> None:
    words = SPEC.read_text("utf-8")
    bundle = words.partition("BUNDLE(\n")[2]
    for each in ("name=APP", "bundle_identifier=IDENTIFIER", "info_plist=info_plist()"):
        assert each in bundle


def test_no_entitlement_weakens_the_hardened_runtime() -> None:
    assert plistlib.loads(ENTITLEMENTS.read_bytes()) == {}


def test_the_icon_is_a_family_of_apples_kind() -> None:
    raw = (ROOT / "installers" / "macos" / f"{DOOR}.icns").read_bytes()
    assert raw[:4] == b"icns"
    assert int.from_bytes(raw[4:8], "big") == len(raw)
    kinds, place = [], 8
    while place < len(raw):
        size = int.from_bytes(raw[place + 4 : place + 8], "big")
        kinds.append(raw[place : place + 4])
        assert raw[place + 8 :].startswith(b"\x89PNG")
        place += size
    assert {b"ic07", b"ic08", b"ic11"} <= set(kinds)


# ---- who signs -----------------------------------------------------------------------------------


def test_without_identities_everything_that_is_missing_is_said() -> None:
    assert not are_named({})
    assert are_named({NOTARY: "x"})
    with pytest.raises(BuildFault) as refused:
        read_identities({APPLICATION: " "})
    told = str(refused.value)
    assert told.startswith("Nothing was signed.")
    for name in (APPLICATION, INSTALLER, NOTARY):
        assert f"{name} is not set: " in told
    assert "notarytool store-credentials" in told
    assert read_identities(GIVEN) == IDENTITIES
    assert IDENTITIES.team == "A1B2C3D4E5"


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        (APPLICATION, GIVEN[INSTALLER], f"{APPLICATION} names no identity of the kind wanted"),
        (APPLICATION, "-", f"{APPLICATION} names no identity of the kind wanted"),
        (INSTALLER, "Mac Developer: A (A1B2C3D4E5)", f"{INSTALLER} names no identity"),
        (INSTALLER, GIVEN[INSTALLER].replace("A1", "Z9"), "different teams"),
    ],
)
def test_an_identity_of_another_kind_or_team_is_refused(name: str, value: str, told: str) -> None:
    with pytest.raises(BuildFault, match=told):
        read_identities({**GIVEN, name: value})


def test_an_identity_that_the_keychain_does_not_hold_is_named() -> None:
    said = (
        f'  1) {"0A" * 20} "{GIVEN[APPLICATION]}"\n'
        f'  2) {"0B" * 20} "Apple Development: a@example.org (Z9Y8X7W6V5)"\n'
        "     2 valid identities found\n"
    )
    (told,) = not_held(IDENTITIES, said)
    assert GIVEN[INSTALLER] in told


def test_the_script_refuses_without_identities_and_plans_with_them(
    app: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sign.main([str(app)], {}) == 1
    assert f"{APPLICATION} is not set" in capsys.readouterr().err
    assert sign.main([str(app), "--plan"], GIVEN) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(release_steps(app, IDENTITIES))
    assert sign.main([str(app / "gone")], GIVEN) == 1
    if sys.platform != "darwin":
        assert sign.main([str(app)], GIVEN) == 1
        assert "done on a Mac" in capsys.readouterr().err


# ---- what is done in which order -----------------------------------------------------------------


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A bundle in the shape that PyInstaller gives it."""
    app = tmp_path / APP
    contents = app / "Contents"
    framework = contents / "Frameworks" / "PySide6" / "Qt" / "lib" / "QtCore.framework"
    for folder in (
        contents / "MacOS",
        contents / "Resources" / "forms",
        framework / "Versions/A/Resources",
    ):
        folder.mkdir(parents=True)
    (contents / "Info.plist").write_bytes(plistlib.dumps(info_plist()))
    (contents / "MacOS" / DOOR).write_bytes(_THIN)
    (contents / "Frameworks" / "libpython3.12.dylib").write_bytes(_FAT)
    (contents / "Frameworks" / "PySide6" / "QtCore.abi3.so").write_bytes(_THIN)
    (framework / "Versions" / "A" / "QtCore").write_bytes(_THIN)
    (framework / "Versions" / "A" / "Resources" / "Info.plist").write_text("<plist/>")
    (framework / "Versions" / "Current").symlink_to("A")
    (framework / "QtCore").symlink_to("Versions/Current/QtCore")
    (contents / "Resources" / "forms" / "form.md").write_text("form")
    (contents / "Resources" / "libpython3.12.dylib").symlink_to("../Frameworks/libpython3.12.dylib")
    return app


def test_code_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    file = tmp_path / "file"
    for content, told in (
        (_THIN, True),
        (_FAT, True),
        (_CLASS, False),
        (b"\x7fELF", False),
        (b"", False),
    ):
        file.write_bytes(content)
        assert is_code(file) is told


def test_each_piece_is_signed_once_the_innermost_first_and_the_bundle_last(app: Path) -> None:
    inside = [
        each.relative_to(app / "Contents" / "Frameworks").as_posix() for each in nested_code(app)
    ]
    assert inside == [
        "PySide6/Qt/lib/QtCore.framework/Versions/A",
        "PySide6/QtCore.abi3.so",
        "libpython3.12.dylib",
    ]
    commands = signing_steps(app, GIVEN[APPLICATION])
    assert [Path(each[-1]) for each in commands] == [*nested_code(app), app]
    for each in commands:
        assert each[:7] == (
            "codesign", "--force", "--timestamp", "--options", "runtime", "--sign", GIVEN[APPLICATION],
        )  # fmt: skip
        assert "--deep" not in each
    # Rights are for the program, not for libraries.
    assert ["--entitlements" in each for each in commands] == [False, False, False, True]


def test_a_code_file_beside_the_frameworks_binary_is_signed_before_its_framework(app: Path) -> None:
    version_folder = app / "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A"
    (version_folder / "helper.dylib").write_bytes(_THIN)
    found = nested_code(app)
    assert found.index(version_folder / "helper.dylib") < found.index(version_folder)
    assert version_folder / "QtCore" not in found


def test_a_release_is_signed_verified_shown_to_apple_and_assessed_in_this_order(app: Path) -> None:
    commands = release_steps(app, IDENTITIES)
    inside = len(nested_code(app))
    assert [each[0] for each in commands] == [
        *["codesign"] * (inside + 1), "codesign", "ditto", "xcrun", "xcrun", "xcrun", "spctl",
    ]  # fmt: skip
    verify, pack, submit, staple, validate, assess = commands[inside + 1 :]
    assert verify == ("codesign", "--verify", "--deep", "--strict", "--verbose=2", str(app))
    upload = str(app.with_suffix(".zip"))
    assert pack == ("ditto", "-c", "-k", "--keepParent", str(app), upload)
    assert submit[1:] == (
        "notarytool",
        "submit",
        upload,
        "--keychain-profile",
        GIVEN[NOTARY],
        "--wait",
    )
    assert staple[1:] == ("stapler", "staple", str(app))
    assert validate[1:] == ("stapler", "validate", str(app))
    assert assess == ("spctl", "--assess", "--verbose=4", "--type", "execute", str(app))


def test_a_package_is_for_the_computer_and_signed_by_the_other_identity(tmp_path: Path) -> None:
    target = tmp_path / "p.pkg"
    build, product = package_steps(tmp_path, target, GIVEN[INSTALLER])
    told = dict(zip(build[1:-1:2], build[2:-1:2], strict=True))
    assert told == {
        "--root": str(tmp_path / "root"),
        "--component-plist": str(tmp_path / "component.plist"),
        "--identifier": IDENTIFIER,
        "--version": version(),
        "--install-location": "/Applications",
        "--ownership": "recommended",
    }
    assert build[-1] == str(tmp_path / PART)
    assert "--scripts" not in build
    assert product[-4:] == ("--sign", GIVEN[INSTALLER], "--timestamp", str(target))
    unsigned = package_steps(tmp_path, target, None)[1]
    assert "--sign" not in unsigned
    assert [each[0] for each in assessing_steps(target)] == ["pkgutil", "spctl"]
    assert notarising_steps(target, target, "x")[0][:3] == ("xcrun", "notarytool", "submit")


def test_a_disk_image_is_made_then_signed_by_the_identity_of_programs(tmp_path: Path) -> None:
    target = tmp_path / "p.dmg"
    make, signed = image_steps(tmp_path, target, GIVEN[APPLICATION])
    assert make[:4] == ("hdiutil", "create", "-volname", NAME)
    assert "runtime" not in signed
    assert signed[-3:] == ("--sign", GIVEN[APPLICATION], str(target))
    assert len(image_steps(tmp_path, target, None)) == 1
    (assess,) = assessing_steps(target)
    assert "context:primary-signature" in assess


def test_what_nobody_signs_is_sealed_only(app: Path) -> None:
    assert sealing_steps(app) == [("codesign", "--force", "--sign", "-", str(app))]


def test_an_update_goes_to_its_place_and_never_back(tmp_path: Path) -> None:
    (told,) = plistlib.loads(plistlib.dumps(component_plist()))
    # Exactly keys of pkgbuild(1), and none of those for scripts.
    assert told == {
        "RootRelativeBundlePath": APP,
        "BundleIsRelocatable": False,
        "BundleIsVersionChecked": True,
        "BundleHasStrictIdentifier": True,
        "BundleOverwriteAction": "upgrade",
    }


@pytest.mark.parametrize("machine", ["arm64", "x86_64"])
def test_the_installer_asks_nothing_and_runs_nothing(machine: str) -> None:
    root = Xml.fromstring(distribution(PART, machine))  # noqa: S314  our own words
    kinds = {each.tag for each in root.iter()}
    assert not kinds & {"script", "installation-check", "bundle", "relocate", "license", "readme"}
    options, domains = root.find("options"), root.find("domains")
    assert options is not None
    assert domains is not None
    assert options.attrib == {
        "customize": "never", "require-scripts": "false", "hostArchitectures": machine,
    }  # fmt: skip
    assert domains.attrib == {
        "enable_anywhere": "false", "enable_currentUserHome": "false", "enable_localSystem": "true",
    }  # fmt: skip
    assert [each.attrib for each in root.iter("os-version")] == [{"min": OLDEST_MACOS}]
    assert [each.attrib for each in root.iter("app")] == [{"id": IDENTIFIER}]
    held = [each for each in root.findall("pkg-ref") if each.text and each.text.strip()]
    assert [(each.text, each.get("version")) for each in held] == [(PART, version())]
    (choice,) = root.iter("choice")
    (line,) = root.iter("line")
    assert line.get("choice") == choice.get("id")
    assert [each.get("id") for each in choice] == [IDENTIFIER]


# ---- refusing ------------------------------------------------------------------------------------


def test_a_signature_of_somebody_else_or_without_the_hardened_runtime_is_refused() -> None:
    demand_release(RELEASE, IDENTITIES)
    other = RELEASE.replace("TeamIdentifier=A1B2C3D4E5", "TeamIdentifier=Z9Y8X7W6V5")
    for said in (AD_HOC, other, RELEASE.replace("(runtime)", "(none)"), ""):
        with pytest.raises(BuildFault):
            demand_release(said, IDENTITIES)


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_other_systems_say_in_words_that_a_mac_is_needed(system: str) -> None:
    refuse_beforehand(["program", "archive"], system)
    for each in WANTED["darwin"]:
        if each != "archive":
            with pytest.raises(BuildFault, match="on a Mac only"):
                refuse_beforehand([each], system)
    with pytest.raises(BuildFault, match="command of macOS"):
        run([("codesign", "-v")], system)
    assert {"app", "pkg", "dmg"} <= set(PACKERS)


@pytest.mark.skipif(sys.platform == "darwin", reason="here it would be made")
def test_the_build_refuses_before_it_freezes_anything() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "installers.build", "dmg"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert "dmg can be made on a Mac only" in done.stderr


@pytest.mark.skipif(shutil.which("plutil") is None, reason="plutil is Apple's")
def test_apple_reads_what_we_write(tmp_path: Path) -> None:
    file = tmp_path / "Info.plist"
    file.write_bytes(plistlib.dumps(info_plist()))
    subprocess.run(["plutil", "-lint", file, ENTITLEMENTS], check=True)

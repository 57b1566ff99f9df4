"""The commands that sign, verify, notarise and pack, in their order; planned here, run elsewhere.

Signed is from the inside out, each piece by itself: ``codesign --deep`` would pass by what lies where it
does not look, and would give libraries the rights of the program.
"""

from pathlib import Path

from installers.macos.bundle_facts import DOOR, NAME
from installers.macos.identities import Identities
from installers.version import ROOT, version
from outreach_app.code_signature import IDENTIFIER

Command = tuple[str, ...]
ENTITLEMENTS = ROOT / "installers" / "macos" / "entitlements.plist"
_THIN = {b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xfe\xed\xfa\xcf", b"\xfe\xed\xfa\xce"}
_FAT = b"\xca\xfe\xba\xbe"
PART = "program.pkg"
"""File name of the component package inside the package."""
# Java's classes begin with the same four bytes; there these are its version, which is higher.
_MOST_ARCHITECTURES = 20


def is_code(file: Path) -> bool:
    """Say whether a file is a program or a library of macOS, by its first bytes."""
    with file.open("rb") as content:
        head = content.read(8)
    if head[:4] == _FAT and len(head) == 8:
        return int.from_bytes(head[4:], "big") < _MOST_ARCHITECTURES
    return head[:4] in _THIN


def nested_code(app: Path) -> list[Path]:
    """Return everything inside a bundle that is signed before it, the innermost first.

    Of a framework its version is signed, after what lies in it; links are signed where they lead.
    """
    found = [each for each in app.rglob("*") if not each.is_symlink()]
    versions = {
        each
        for each in found
        if each.is_dir() and each.parent.name == "Versions" and _framework(each) is not None
    }
    files = [
        each
        for each in found
        if each.is_file()
        and is_code(each)
        and not _is_main(each, app)
        and not _leads(each, versions)
    ]
    return sorted([*files, *versions], key=lambda each: (-len(each.parts), each.as_posix()))


def _framework(version_folder: Path) -> Path | None:
    above = version_folder.parent.parent
    return above if above.suffix == ".framework" else None


def _is_main(file: Path, app: Path) -> bool:
    return file == app / "Contents" / "MacOS" / DOOR


def _leads(file: Path, versions: set[Path]) -> bool:
    """Say whether a file is what its framework is about: it is signed with the framework."""
    above = _framework(file.parent) if file.parent in versions else None
    return above is not None and file.name == above.stem


def signing_steps(app: Path, identity: str) -> list[Command]:
    """Return the commands that sign a bundle and everything in it with the hardened runtime."""
    how = ("codesign", "--force", "--timestamp", "--options", "runtime", "--sign", identity)
    inside = [(*how, str(each)) for each in nested_code(app)]
    return [*inside, (*how, "--entitlements", str(ENTITLEMENTS), str(app))]


def sealing_steps(app: Path) -> list[Command]:
    """Return the command that seals a bundle which nobody signs: its files were added to."""
    return [("codesign", "--force", "--sign", "-", str(app))]


def verifying_steps(app: Path) -> list[Command]:
    """Return the commands that look at every signature in a bundle again."""
    return [("codesign", "--verify", "--deep", "--strict", "--verbose=2", str(app))]


def notarising_steps(file: Path, upload: Path, profile: str) -> list[Command]:
    """Return the commands that let Apple look through a file and fasten its answer to it.

    With the answer fastened to it, a laptop that is never connected can start the program.

    Args:
        file: The bundle, the package or the disk image.
        upload: What is sent; the file itself, or an archive of the bundle.
        profile: Of notarytool.
    """
    packed = []
    if upload != file:
        packed = [("ditto", "-c", "-k", "--keepParent", str(file), str(upload))]
    return [
        *packed,
        ("xcrun", "notarytool", "submit", str(upload), "--keychain-profile", profile, "--wait"),
        # Fails where Apple refused, whatever notarytool answered.
        ("xcrun", "stapler", "staple", str(file)),
        ("xcrun", "stapler", "validate", str(file)),
    ]


def assessing_steps(file: Path) -> list[Command]:
    """Return the commands that ask Gatekeeper, as a stranger's Mac will."""
    assess = ("spctl", "--assess", "--verbose=4", "--type")
    if file.suffix == ".pkg":
        return [("pkgutil", "--check-signature", str(file)), (*assess, "install", str(file))]
    if file.suffix == ".dmg":
        return [(*assess, "open", "--context", "context:primary-signature", str(file))]
    return [(*assess, "execute", str(file))]


def package_steps(stage: Path, target: Path, installer: str | None) -> list[Command]:
    """Return the commands that make a package for the whole computer.

    Args:
        stage: A folder with ``root`` (the bundle alone in it), ``component.plist``, ``distribution.xml``.
        target: The package.
        installer: The identity that signs it; None for a package that nobody signs.
    """
    part = stage / PART
    signed = () if installer is None else ("--sign", installer, "--timestamp")
    return [
        (
            "pkgbuild", "--root", str(stage / "root"),
            "--component-plist", str(stage / "component.plist"),
            "--identifier", IDENTIFIER, "--version", version(),
            "--install-location", "/Applications", "--ownership", "recommended", str(part),
        ),
        (
            "productbuild", "--distribution", str(stage / "distribution.xml"),
            "--package-path", str(stage), *signed, str(target),
        ),
    ]  # fmt: skip


def image_steps(stage: Path, target: Path, application: str | None) -> list[Command]:
    """Return the commands that make a disk image.

    Args:
        stage: A folder with the bundle and a link to the folder of programs.
        target: The image.
        application: The identity that signs it; None for an image that nobody signs.
    """
    made: list[Command] = [
        (
            "hdiutil", "create", "-volname", NAME, "-srcfolder", str(stage),
            "-fs", "HFS+", "-format", "UDZO", "-ov", str(target),
        )
    ]  # fmt: skip
    if application is not None:
        made.append(("codesign", "--force", "--timestamp", "--sign", application, str(target)))
    return made


def release_steps(app: Path, identities: Identities) -> list[Command]:
    """Return every command from a frozen bundle to one that Apple has looked through."""
    return [
        *signing_steps(app, identities.application),
        *verifying_steps(app),
        *notarising_steps(app, app.with_suffix(".zip"), identities.notary_profile),
        *assessing_steps(app),
    ]

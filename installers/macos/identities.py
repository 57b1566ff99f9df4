"""Who signs for macOS: two identities of one Apple team, and where notarytool finds its password.

They are named in the environment. Keys and passwords stay in the keychain of the Mac that builds.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from installers.version import BuildFault

APPLICATION = "OUTREACH_MAC_APPLICATION"
INSTALLER = "OUTREACH_MAC_INSTALLER"
NOTARY = "OUTREACH_MAC_NOTARY"
_KINDS = {APPLICATION: "Developer ID Application", INSTALLER: "Developer ID Installer"}
_IDENTITY = re.compile(
    r"(?P<kind>Developer ID (?:Application|Installer)): .+ \((?P<team>[A-Z0-9]{10})\)"
)
_HELD = re.compile(r'^\s*\d+\) [0-9A-F]{40} "(.+)"$', re.MULTILINE)
_HOW = {
    APPLICATION: (
        'the identity for the program, such as "Developer ID Application: Name (ABCDE12345)"; '
        "`security find-identity -v -p codesigning` lists those in the keychain"
    ),
    INSTALLER: (
        'the identity for the package, such as "Developer ID Installer: Name (ABCDE12345)"; '
        "`security find-identity -v -p basic` lists those in the keychain"
    ),
    NOTARY: (
        "the name of the profile under which notarytool finds its password; "
        "`xcrun notarytool store-credentials NAME` makes one"
    ),
}


@dataclass(frozen=True, slots=True)
class Identities:
    """Whose signatures a release gets.

    Attributes:
        application: Name in the keychain of the certificate for programs and disk images.
        installer: Name in the keychain of the certificate for packages.
        notary_profile: Name of notarytool's profile.
    """

    application: str
    installer: str
    notary_profile: str

    @property
    def team(self) -> str:
        """Return the ten characters of the team."""
        found = _IDENTITY.fullmatch(self.application)
        return found["team"] if found else ""


def are_named(environment: Mapping[str, str]) -> bool:
    """Say whether somebody means to sign: at least one identity is named."""
    return any(environment.get(name, "").strip() for name in _HOW)


def read_identities(environment: Mapping[str, str]) -> Identities:
    """Return who signs.

    Raises:
        BuildFault: Something is missing or is no such identity; all of it is listed.
    """
    given = {name: environment.get(name, "").strip() for name in _HOW}
    told = [f"{name} is not set: {how}." for name, how in _HOW.items() if not given[name]]
    teams = set()
    for name, kind in _KINDS.items():
        found = _IDENTITY.fullmatch(given[name])
        if found is not None and found["kind"] == kind:
            teams.add(found["team"])
        elif given[name]:
            told.append(f"{name} names no identity of the kind wanted: {_HOW[name]}.")
    if len(teams) > 1:
        told.append("The two identities are of different teams; macOS would not take them for one.")
    if told:
        raise BuildFault("\n".join(["Nothing was signed.", *told]))
    return Identities(given[APPLICATION], given[INSTALLER], given[NOTARY])


def not_held(identities: Identities, said: str) -> list[str]:
    """Return which identities the keychain does not hold, in words.

    Args:
        identities: Who signs.
        said: What ``security find-identity -v`` writes.
    """
    held = set(_HELD.findall(said))
    wanted = (identities.application, identities.installer)
    return [
        f"The keychain of this Mac holds no valid identity “{each}”, or not its private key."
        for each in wanted
        if each not in held
    ]

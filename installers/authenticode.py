"""Signs what is made for Windows: `python -m installers.authenticode FILE_OR_FOLDER …`.

In a folder every program and library without a signature is signed (`.exe`, `.dll`, `.pyd`), so that what
others have signed keeps theirs; an installer (`.msi`) is signed by its name. Each signature gets a time stamp and is
verified afterwards. The identity never lies in the repository; these variables of the environment say where
it is, one way of four:

OUTREACH_SIGN_THUMBPRINT                       a certificate in the store of Windows (signtool)
OUTREACH_SIGN_AZURE_DLIB, …_AZURE_METADATA     Azure Trusted Signing: its library and its file (signtool)
OUTREACH_SIGN_PKCS11_MODULE, …_PKCS11_KEY,     a token, its key as a PKCS#11 address, the certificates in a file,
…_CERTIFICATES, …_PASSWORD_FILE                and a file with the PIN (osslsigncode)
OUTREACH_SIGN_PKCS12, …_PASSWORD_FILE          a PKCS#12 file of an organisation's own authority (osslsigncode)

OUTREACH_SIGN_TIMESTAMP   always: address of the time stamp service (RFC 3161) that the authority names
OUTREACH_SIGN_ROOTS       for osslsigncode, where the system does not know the authorities: their certificates
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from installers.version import BuildFault

SIGNTOOL, OSSLSIGNCODE = "signtool", "osslsigncode"
_PREFIX = "OUTREACH_SIGN_"
_WAYS: dict[str, tuple[str, tuple[str, ...]]] = {
    "THUMBPRINT": (SIGNTOOL, ("THUMBPRINT",)),
    "AZURE_DLIB": (SIGNTOOL, ("AZURE_DLIB", "AZURE_METADATA")),
    "PKCS11_MODULE": (
        OSSLSIGNCODE,
        ("PKCS11_MODULE", "PKCS11_KEY", "CERTIFICATES", "PASSWORD_FILE"),
    ),
    "PKCS12": (OSSLSIGNCODE, ("PKCS12", "PASSWORD_FILE")),
}
"""The variable that says which way: the tool, and all variables that it needs."""
_FILES = frozenset(
    {
        "AZURE_DLIB", "AZURE_METADATA", "PKCS11_MODULE", "CERTIFICATES", "PASSWORD_FILE",
        "PKCS12", "ROOTS",
    }
)  # fmt: skip
_PROGRAMS = (".exe", ".dll", ".pyd")
_INSTALLER = ".msi"
_DESCRIPTION = "Outreach"
_HEX = frozenset("0123456789abcdefABCDEF")
_SYSTEM_ROOTS = "/etc/ssl/certs/ca-certificates.crt"
_STAMPED = "Timestamp Server Signature verification: ok"
# Of the format of programs: where its header is named, the size of its first part, where the list of
# directories begins in both kinds of its second, and which of them is that of signatures.
_NEW_HEADER, _FIRST_PART, _DIRECTORIES, _OF_SIGNATURES = 0x3C, 24, {0x10B: 96, 0x20B: 112}, 4


@dataclass(frozen=True, slots=True)
class Identity:
    """Who signs and with which tool.

    Attributes:
        way: The variable that chose it, without its prefix.
        values: Of the variables, by name without prefix.
    """

    way: str
    values: Mapping[str, str]

    @property
    def tool(self) -> str:
        """The tool that signs."""
        return _WAYS[self.way][0]

    def signing(self, file: Path, to: Path) -> list[str]:
        """Return the command that signs a file; signtool signs it where it lies."""
        given = self.values
        if self.tool == SIGNTOOL:
            who = {
                "THUMBPRINT": ["/sha1", given.get("THUMBPRINT", "")],
                "AZURE_DLIB": [
                    *("/dlib", given.get("AZURE_DLIB", "")),
                    *("/dmdf", given.get("AZURE_METADATA", "")),
                ],
            }[self.way]
            stamp = ["/fd", "SHA256", "/td", "SHA256", "/tr", given["TIMESTAMP"]]
            return [SIGNTOOL, "sign", "/q", *stamp, "/d", _DESCRIPTION, *who, str(file)]
        if self.way == "PKCS12":
            who = ["-pkcs12", given["PKCS12"]]
        else:
            who = ["-pkcs11module", given["PKCS11_MODULE"], "-login"]
            who += ["-key", given["PKCS11_KEY"], "-certs", given["CERTIFICATES"]]
        how = ["-h", "sha256", "-ts", given["TIMESTAMP"], "-n", _DESCRIPTION]
        # Without it what is beside the files in an installer could be changed under its signature.
        how += ["-add-msi-dse"] if file.suffix.lower() == _INSTALLER else []
        secret = ["-readpass", given["PASSWORD_FILE"]]
        return [OSSLSIGNCODE, "sign", *who, *secret, *how, "-in", str(file), "-out", str(to)]

    def verifying(self, file: Path) -> list[str]:
        """Return the command that fails unless a signature and its time stamp are good."""
        if self.tool == SIGNTOOL:
            return [SIGNTOOL, "verify", "/pa", "/all", "/tw", "/q", str(file)]
        roots = self.values.get("ROOTS", _SYSTEM_ROOTS)
        return [OSSLSIGNCODE, "verify", "-CAfile", roots, "-TSA-CAfile", roots, "-in", str(file)]


def identity_of(environment: Mapping[str, str]) -> Identity | None:
    """Return who signs, None where no variable says anything about it.

    Raises:
        BuildFault: Something is missing, and what; or two ways are named at once.
    """
    given = {
        name.removeprefix(_PREFIX): value
        for name, value in environment.items()
        if name.startswith(_PREFIX) and value
    }
    ways = [way for way in _WAYS if way in given]
    if not given:
        return None
    if len(ways) != 1:
        named = ", ".join(f"{_PREFIX}{way}" for way in ways) or "none of the ways"
        raise BuildFault(f"Exactly one way to sign must be named; there is {named}.")
    tool, wanted = _WAYS[ways[0]]
    missing = [f"{_PREFIX}{each}" for each in (*wanted, "TIMESTAMP") if each not in given]
    missing += [
        f"the file that {_PREFIX}{each} names"
        for each in sorted(_FILES & given.keys())
        if not Path(given[each]).is_file()
    ]
    if shutil.which(tool) is None:
        missing.append(f"the tool {tool}")
    if missing:
        raise BuildFault(f"Nothing was signed. Missing: {', '.join(missing)}.")
    _check(given)
    return Identity(ways[0], given)


def identity_here() -> Identity | None:
    """Return who signs what is frozen on this computer: on Windows only, and there None where nobody is named.

    Raises:
        BuildFault: As `identity_of`.
    """
    return identity_of(os.environ) if sys.platform == "win32" else None


def _check(given: Mapping[str, str]) -> None:
    thumbprint = given.get("THUMBPRINT", "0" * 40)
    if len(thumbprint) != 40 or not set(thumbprint) <= _HEX:
        raise BuildFault(f"{_PREFIX}THUMBPRINT has 40 hexadecimal digits, without blanks.")
    if not given["TIMESTAMP"].startswith(("http://", "https://")):
        raise BuildFault(f"{_PREFIX}TIMESTAMP is the address of a time stamp service.")


def has_signature(file: Path) -> bool:
    """Say whether a program or library carries a signature, whoever made it.

    Raises:
        BuildFault: It is none.
    """
    content = file.read_bytes()
    new = int.from_bytes(content[_NEW_HEADER : _NEW_HEADER + 4], "little")
    second = new + _FIRST_PART
    kind = int.from_bytes(content[second : second + 2], "little")
    if content[:2] != b"MZ" or content[new : new + 4] != b"PE\0\0" or kind not in _DIRECTORIES:
        raise BuildFault(f"{file.name} is no program and no library for Windows.")
    entry = second + _DIRECTORIES[kind] + 8 * _OF_SIGNATURES
    return any(content[entry : entry + 8])


def unsigned_files(folder: Path) -> list[Path]:
    """Return the programs and libraries of a folder that nobody has signed, sorted."""
    found = (each for each in folder.rglob("*") if each.suffix.lower() in _PROGRAMS)
    return sorted(each for each in found if each.is_file() and not has_signature(each))


def sign(places: Sequence[Path], identity: Identity) -> list[Path]:
    """Sign files, and in folders what has no signature; verify each, and return what was signed.

    Raises:
        BuildFault: There is something else, the tool fails, or a signature or its time stamp does not
            verify; a file that was not signed is as it was.
    """
    files: list[Path] = []
    for each in places:
        if each.is_dir():
            files += unsigned_files(each)
        elif each.is_file() and each.suffix.lower() in (*_PROGRAMS, _INSTALLER):
            files.append(each)
        else:
            raise BuildFault(f"{each.name} is nothing that is signed for Windows.")
    for file in files:
        _sign(file, identity)
    return files


def _sign(file: Path, identity: Identity) -> None:
    beside = file.with_name(f"{file.name}.signed")
    beside.unlink(missing_ok=True)
    try:
        _run(identity.signing(file, beside))
        if beside.exists():
            told = _run(identity.verifying(beside))
            # It takes a signature without a time stamp for good.
            if _STAMPED not in told:
                raise BuildFault(f"{file.name} got no time stamp that verifies:\n{told}")
            beside.replace(file)
        else:
            _run(identity.verifying(file))
    finally:
        beside.unlink(missing_ok=True)


def _run(command: list[str]) -> str:
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        # The command names where secrets are, and none of them.
        raise BuildFault(f"{command[0]} {command[1]} failed:\n{ran.stdout}{ran.stderr}")
    return ran.stdout


def main(arguments: Sequence[str]) -> int:
    """Sign what is named and return the exit code."""
    try:
        identity = identity_of(os.environ)
        if identity is None or not arguments:
            what = "no identity is named" if identity is None else "no file is named"
            print(f"Nothing was signed: {what}.\n\n{__doc__}", file=sys.stderr)
            return 2
        for each in sign([Path(each) for each in arguments], identity):
            print(f"signed and verified: {each}")
    except BuildFault as reason:
        print(reason, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The keychain of macOS is for signed releases only; what codesign says is read as its manual has it.

The samples have the lines of ``codesign --display --verbose=2``; team, name and sums are made up.
"""

import sys

import keyring
import pytest

from outreach_app.code_signature import IDENTIFIER, has_signature, is_signed_by_a_team
from outreach_app.keychain import KeychainUnsigned, open_keychain
from outreach_app.managed import MACOS_DOMAIN
from tests.support.memory_keyring import MemoryKeyring

RELEASE = f"""\
Executable=/Applications/Diary.app/Contents/MacOS/diary
Identifier={IDENTIFIER}
Format=app bundle with Mach-O thin (arm64)
CodeDirectory v=20500 size=1204 flags=0x10000(runtime) hashes=27+7 location=embedded
Signature size=8986
Authority=Developer ID Application: Example Charity (A1B2C3D4E5)
Authority=Developer ID Certification Authority
Authority=Apple Root CA
Timestamp=22 Nov 2026 at 12:00:00
Info.plist entries=28
TeamIdentifier=A1B2C3D4E5
Runtime Version=14.5.0
Sealed Resources version=2 rules=13 files=712
Internal requirements count=1 size=180
"""
AD_HOC = f"""\
Executable=/Applications/Diary.app/Contents/MacOS/diary
Identifier={IDENTIFIER}
Format=app bundle with Mach-O thin (arm64)
CodeDirectory v=20400 size=1204 flags=0x2(adhoc) hashes=27+7 location=embedded
Signature=adhoc
Info.plist entries=28
TeamIdentifier=not set
Sealed Resources version=2 rules=13 files=712
Internal requirements count=0 size=12
"""
LINKER = """\
Executable=/opt/homebrew/bin/python3.12
Identifier=python3-5555494432a1
Format=Mach-O thin (arm64)
CodeDirectory v=20400 size=640 flags=0x20002(adhoc,linker-signed) hashes=17+0 location=embedded
Signature=adhoc
Info.plist=not bound
TeamIdentifier=not set
Sealed Resources=none
Internal requirements=none
"""
OWN_CERTIFICATE = RELEASE.replace("TeamIdentifier=A1B2C3D4E5", "TeamIdentifier=not set")
OTHER_PROGRAM = RELEASE.replace(IDENTIFIER, "org.python.python")
NOTHING = "/Applications/Diary.app/Contents/MacOS/diary: code object is not signed at all\n"


def test_a_release_is_known_by_its_team() -> None:
    assert is_signed_by_a_team(RELEASE)


@pytest.mark.parametrize(
    "said", [AD_HOC, LINKER, OWN_CERTIFICATE, OTHER_PROGRAM, NOTHING, ""],
    ids=["ad hoc", "linker", "own certificate", "an ordinary Python", "unsigned", "no answer"],
)  # fmt: skip
def test_nothing_else_is(said: str) -> None:
    assert not is_signed_by_a_team(said)


def test_the_running_program_is_asked_about_and_no_answer_means_no() -> None:
    assert has_signature({sys.executable: RELEASE}.__getitem__)
    if sys.platform != "darwin":  # there is no codesign
        assert has_signature() is False


def test_one_name_for_signature_and_profile() -> None:
    assert IDENTIFIER == MACOS_DOMAIN


class _MacStore(MemoryKeyring):
    """Has the module of keyring's back end for macOS, and keeps in memory."""


def test_an_unsigned_build_asks_nothing_of_the_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_MacStore, "__module__", "keyring.backends.macOS")
    backend = _MacStore()
    before = keyring.get_keyring()
    asked: list[str] = []
    for name in ("set_password", "get_password", "delete_password"):
        monkeypatch.setattr(backend, name, lambda *_rest, called=name: asked.append(called))
    keyring.set_keyring(backend)
    try:
        with pytest.raises(KeychainUnsigned):
            open_keychain("t1", lambda: False)
        assert asked == []
        monkeypatch.undo()
        monkeypatch.setattr(_MacStore, "__module__", "keyring.backends.macOS")
        open_keychain("t2", lambda: True)
        assert backend.entries == {}
    finally:
        keyring.set_keyring(before)


def test_no_other_store_asks_for_a_signature() -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())
    try:
        open_keychain("t1", lambda: pytest.fail("asked"))
    finally:
        keyring.set_keyring(before)

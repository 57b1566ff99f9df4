"""Failures of updates: what is wrong with a folder, with its keys, or with the order of things."""

from typing import ClassVar

from outreach_app.errors import HostFault, Refusal, Untrusted


class NoReleaseKeys(Refusal):
    """This build names no release keys, so that no update can be checked."""

    code: ClassVar[str] = "updates.no-keys"


class ReleaseKeyList(Refusal):
    """A list of release keys cannot be read, or has too few or too many. Facts: what."""

    code: ClassVar[str] = "updates.key-list"


class ReleaseKeyClosed(Refusal):
    """The passphrase does not open the release key, or its file is damaged."""

    code: ClassVar[str] = "updates.key-closed"


class ReleaseKeyThere(Refusal):
    """There is a file of that name already; a key is never written over. Facts: name."""

    code: ClassVar[str] = "updates.key-there"


class NotAReleaseKey(Refusal):
    """The key is none of those that count for this update."""

    code: ClassVar[str] = "updates.not-a-key"


class SignedAlready(Refusal):
    """This key has signed already, or both signatures are there. Facts: count."""

    code: ClassVar[str] = "updates.signed-already"


class CannotMakeUpdate(Refusal):
    """An update cannot be made of this folder. Facts: what."""

    code: ClassVar[str] = "updates.cannot-make"


class NoUpdate(Refusal):
    """The folder holds no update."""

    code: ClassVar[str] = "updates.none"


class NamesServer(Refusal):
    """The path names a server; the program asks none."""

    code: ClassVar[str] = "updates.server"


class UpdateTooNew(Refusal):
    """The update is described in a format that this version does not know. Facts: found, known."""

    code: ClassVar[str] = "updates.too-new"


class UpdateNotNewer(Refusal):
    """The version is the installed one or an older one. Facts: version, installed."""

    code: ClassVar[str] = "updates.not-newer"


class UpdateFormat(Untrusted):
    """The description of the update is not what the program writes. Facts: what."""

    code: ClassVar[str] = "updates.format"


class UpdateSignature(Untrusted):
    """A signature is missing, damaged, or both are by one key. Facts: what."""

    code: ClassVar[str] = "updates.signature"


class UnknownReleaseKey(Untrusted):
    """A signature is by a key that does not count."""

    code: ClassVar[str] = "updates.unknown-key"


class UpdateFile(Untrusted):
    """A file of the folder is not what was signed. Facts: name, what."""

    code: ClassVar[str] = "updates.file"


class UpdateOlder(Untrusted):
    """A newer update has been seen on this computer. Facts: found, seen."""

    code: ClassVar[str] = "updates.older"


class UpdateTwice(Untrusted):
    """Another update with this number has been seen on this computer. Facts: sequence."""

    code: ClassVar[str] = "updates.twice"


class SeenDamaged(HostFault):
    """What this computer remembers of updates cannot be read. Facts: name."""

    code: ClassVar[str] = "updates.seen-damaged"

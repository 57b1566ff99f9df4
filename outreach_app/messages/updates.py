"""Words for the failures of updates. Whoever reads them at the window tells their IT."""

from outreach_app.messages.wording import Message

_DO_NOT_INSTALL = (
    "Do not install anything from this folder. Tell whoever looks after this computer: they get the "
    "update again from where it is published."
)

MESSAGES: dict[str, Message] = {
    "updates.no-keys": Message(
        "No update can be checked",
        "This build names no release keys: it can check no update.",
        "Ask whoever looks after this computer. The program works as before.",
    ),
    "updates.key-list": Message(
        "The list of release keys cannot be read",
        "It holds {what}. Nothing was changed.",
        "Give one public key of OpenSSH a line, of the kind ssh-ed25519, each once.",
    ),
    "updates.key-closed": Message(
        "The release key stays closed",
        "The passphrase does not open the release key, or its file is damaged. Nothing was signed.",
        "Check Caps Lock and the keyboard language, then try again. If the key is lost, the next "
        "release is signed with two of the others and names a new one.",
    ),
    "updates.key-there": Message(
        "There is a file of that name already",
        "{name} was not written over: it may be a key.",
        "Choose another name.",
    ),
    "updates.not-a-key": Message(
        "This key does not count for this update",
        "It is none of the release keys in force. Nothing was signed.",
        "Sign with one of the release keys, or have this one named by the next release.",
    ),
    "updates.signed-already": Message(
        "Signed already",
        "{count} of two signatures are there, and this key adds none. Nothing was changed.",
        "If only one is there, somebody else signs with another key.",
    ),
    "updates.cannot-make": Message(
        "No update can be made of this folder",
        "The reason: {what}. Nothing was described.",
        "Put only the files of the new release into a fresh folder, and name the folder of the release "
        "before.",
    ),
    "updates.none": Message(
        "No update there",
        "The folder holds no update. Nothing was changed.",
        "Nothing needs to be done. If one was expected, ask whoever looks after this computer.",
    ),
    "updates.server": Message(
        "The folder lies on a server",
        "Its path names a server, and the program asks none. Nothing was read.",
        "Ask whoever looks after this computer to put updates on it, or on a stick.",
    ),
    "updates.too-new": Message(
        "This update needs a newer program to be checked",
        "Its description has format {found}; this version knows format {known}. Nothing was changed.",
        "Whoever looks after this computer installs the versions in between first.",
    ),
    "updates.not-newer": Message(
        "Nothing newer there",
        "The folder holds version {version}; version {installed} is installed. Nothing was changed.",
        "Nothing needs to be done.",
    ),
    "updates.format": Message(
        "This is not an update",
        "Its description holds {what}. Nothing was changed.",
        _DO_NOT_INSTALL,
    ),
    "updates.signature": Message(
        "The update is not signed by two people",
        "About its signatures: {what}. Nothing was changed.",
        _DO_NOT_INSTALL,
    ),
    "updates.unknown-key": Message(
        "The update is signed by a key that does not count",
        "It is none of the release keys that this program knows. Nothing was changed.",
        _DO_NOT_INSTALL,
    ),
    "updates.file": Message(
        "The folder is not what was signed",
        "About the file {name}: {what}. Nothing was changed.",
        _DO_NOT_INSTALL,
    ),
    "updates.older": Message(
        "A newer update has been here",
        "The folder holds release number {found}; number {seen} has been seen on this computer. Nothing "
        "was changed.",
        _DO_NOT_INSTALL,
    ),
    "updates.twice": Message(
        "Another update with the same number has been here",
        "Release number {sequence} was another one when it was seen on this computer. Nothing was "
        "changed.",
        _DO_NOT_INSTALL,
    ),
    "updates.seen-damaged": Message(
        "It is not known which updates have been here",
        "The file {name} in the program's data folder is damaged. Vaults are not touched by that.",
        "Whoever looks after this computer removes that file. Until the next check an older update "
        "would not be noticed unless it is older than the installed version.",
    ),
}

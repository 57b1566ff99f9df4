"""Words for the failures of `keychain`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "keychain.unavailable": Message(
        "This computer's secret store does not answer",
        "The program can go on without it. Only the notice that an old copy of the vault was put "
        "in place of the newest one is missing here.",
        "Nothing needs to be done. Where the computer has a secret store, unlock it and start "
        "again; else switch “Notice an old copy of this vault” off in the settings.",
    ),
    "keychain.file-store": Message(
        "This computer keeps its secrets in a plain file",
        "The secret store that is set up here writes to a file, so the program does not use it. "
        "Nothing was written there.",
        "Ask whoever looks after this computer to remove the package keyrings.alt, or switch "
        "“Notice an old copy of this vault” off in the settings.",
    ),
    "keychain.unsigned": Message(
        "This build of the program does not use the keychain",
        "A Mac keeps secrets for programs that are signed by whoever released them, and this one is "
        "not. Nothing was asked of the keychain. Only the notice that an old copy of the vault was "
        "put in place of the newest one is missing here.",
        "Ask whoever looks after this computer for the signed release, or switch “Notice an old copy "
        "of this vault” off in the settings.",
    ),
}

"""Words for the failures of `store`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "store.in-use": Message(
        "This vault is open already",
        "Another window or another program on this computer holds the vault. Two at once could "
        "damage it.",
        "Go to the window that is open, or close it and try again.",
    ),
    "store.vault-exists": Message(
        "There is a vault here already",
        "The folder holds a vault. Nothing was changed.",
        "Open that vault, or choose an empty folder.",
    ),
    "store.no-vault": Message(
        "No vault in this folder",
        "The folder holds no vault, or a part of it is missing.",
        "Choose the right folder. If files were lost, restore the newest backup into a new folder.",
    ),
    "store.not-a-vault": Message(
        "This is not the vault that belongs to these keys",
        "The file is damaged, comes from another vault, or is something else. It was not changed.",
        "Do not write to it. Make a copy of the folder, then restore the newest backup into a new "
        "folder.",
    ),
    "store.plaintext": Message(
        "This file is not encrypted",
        "The file in the place of the vault can be read by anybody. It was not opened.",
        "Tell whoever looks after your data: somebody may have put it there. Restore a backup.",
    ),
    "store.cipher-missing": Message(
        "The encryption library is not the right one",
        "The program found a database library that cannot encrypt. Nothing was opened or written.",
        "Install the program again from its original package.",
    ),
    "store.too-new": Message(
        "A newer program wrote this vault",
        "The vault has format {found}, this program knows up to {known}. It was not changed.",
        "Install the newest version of the program, then open the vault again.",
    ),
    "store.damaged": Message(
        "The vault is damaged",
        "A check found a part of the vault that is not whole. The program writes nothing to it.",
        "Make a copy of the folder now, then restore the newest backup into a new folder. "
        "Everything in backups and in bundles that others hold is safe.",
    ),
    "store.slots-damaged": Message(
        "The list of passphrases is damaged",
        "Neither copy of the file that lets people unlock the vault can be used.",
        "Copy both files that begin with “slots” from the newest backup into the folder "
        "of the vault. If there is none, the holders of the recovery shares can help.",
    ),
    "store.slots-other-generation": Message(
        "The list of passphrases is from another time",
        "The file that lets people unlock has number {found}, the vault expects {known}. A file "
        "may have been put back from an old copy.",
        "If you restored a backup yourself, say so and go on. If not, tell your supervisor first.",
    ),
    "store.unknown-person": Message(
        "This person is not in the vault",
        "There is no place for this person in the vault, or it was taken away.",
        "Choose another name, or ask a colleague who is in to add you.",
    ),
    "store.person-exists": Message(
        "This person has been here before",
        "The vault knows this person already. Nothing was changed.",
        "Choose the person from the list.",
    ),
    "store.last-person": Message(
        "You cannot remove yourself",
        "Somebody must be left who can unlock the vault. Nothing was changed.",
        "Ask a colleague who is in to remove you.",
    ),
    "store.no-draft": Message(
        "There is no draft",
        "You have no draft of this document. It may have been signed or given up.",
        "Open the document and begin a new draft.",
    ),
    "store.draft-exists": Message(
        "You have a draft of this document already",
        "Each person has one draft of a document. It is kept as it was.",
        "Go on with that draft, or give it up first.",
    ),
    "store.unknown-document": Message(
        "This document is not here",
        "The vault holds no such document.",
        "Import the bundle that brings it, or check the reference.",
    ),
    "store.unknown-revision": Message(
        "This version of the document is not here",
        "The vault holds no such signed version.",
        "Import the bundle that brings it.",
    ),
    "store.misnamed-content": Message(
        "The content is not what it claims to be",
        "A {what} does not match its own fingerprint. It was not stored.",
        "Ask the sender to make the bundle again, and tell them what happened.",
    ),
    "store.foreign-document": Message(
        "A version belongs to another document",
        "A signed version names another client or form than the document it claims. It was not "
        "stored.",
        "Tell your supervisor and the sender: this should not happen by mistake.",
    ),
    "store.unknown-form": Message(
        "This form is not here",
        "The vault does not hold this form, or new documents may not be begun on it.",
        "Import the bundle that brings it, or choose another form.",
    ),
    "store.unknown-attachment": Message(
        "This attachment is not here",
        "The vault does not hold the file. It may have been left out of the bundle on purpose.",
        "Ask the sender for it.",
    ),
    "store.attachment-damaged": Message(
        "An attachment is damaged",
        "The file is missing or was changed outside the program. The rest is not touched.",
        "Restore it from a backup, or ask whoever gave it for another copy.",
    ),
    "store.attachment-too-large": Message(
        "This file is too large",
        "An attachment can have at most {limit_mib} MiB. Nothing was stored.",
        "Make it smaller (for a photo, a lower resolution), then try again.",
    ),
    "store.unknown-object": Message(
        "This is not here",
        "The vault holds no such review or bundle.",
        "Import the bundle that brings it, or check the reference.",
    ),
    "store.older-object": Message(
        "This is older than what you have",
        "It has number {found}; number {known} is here already and stays.",
        "Nothing needs to be done.",
    ),
    "store.journal-broken": Message(
        "The record of acts was changed",
        "From entry {row} on, the record of who did what does not hang together.",
        "Tell your supervisor. Do not delete anything; make a copy of the folder.",
    ),
    "store.backup-unverified": Message(
        "The backup does not pass its checks",
        "The backup is not complete or not sound ({what}), so it does not count. The vault itself "
        "is not touched.",
        "Make a new backup, to another disk if it happens again.",
    ),
    "store.initials-taken": Message(
        "These initials are taken",
        "Somebody on this laptop goes by {initials} already. Nobody was added.",
        "Take others: they only stand on the button of the unlock page.",
    ),
}

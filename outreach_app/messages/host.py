"""Words for the failures of the machine."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "host.disk-full": Message(
        "The disk is full",
        "There was no room to write. Everything that was saved before is still there.",
        "Free some space there – on the stick, or on this computer – then try again.",
    ),
    "host.read-only": Message(
        "This place cannot be written",
        "The folder or file is read-only for you. Nothing was changed.",
        "Choose another folder, or ask whoever looks after this computer for the right to write.",
    ),
    "host.file-trouble": Message(
        "The computer could not read or write a file",
        "The reason given: {reason}. What was saved before is not touched.",
        "Check the name and the folder, and that the disk or stick is still connected. If it goes "
        "on, make a backup and have the disk checked.",
    ),
    "host.shared-folder": Message(
        "A vault may not live in this folder",
        "The folder is copied to a network or a cloud ({kind}). Copies would lie where nobody can "
        "delete them, and copying an open vault damages it.",
        "Choose a folder on this computer's own disk that no other program copies.",
    ),
}

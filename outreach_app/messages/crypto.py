"""Words for the failures of `crypto`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "crypto.not-canonical": Message(
        "A signed record is damaged",
        "A record is {what}. It was not used, and nothing here was changed.",
        "Ask the sender to make the bundle again. If it happens again, tell your supervisor.",
    ),
    "crypto.wrong-passphrase": Message(
        "That passphrase does not fit",
        "The passphrase does not open your place in this vault. Nothing was changed.",
        "Check Caps Lock and the keyboard language, then try again. If you have forgotten it, ask for recovery.",
    ),
    "crypto.passphrase-text": Message(
        "That cannot be a passphrase",
        "A passphrase has between 1 and {longest} characters that a keyboard can give.",
        "Type it again.",
    ),
    "crypto.weak-passphrase": Message(
        "That passphrase is too easy to guess",
        "It has {characters} characters, of at least {least_characters}, and {strength}.",
        "Use the six words that the program offers, or a longer sentence of your own.",
    ),
    "crypto.kdf-out-of-range": Message(
        "The vault's settings are not safe",
        "The place of a person in this vault asks for {memory_kib} KiB of memory, {time} passes and {lanes} lanes, which is outside the range that is allowed. Somebody may have changed the file.",
        "Do not type your passphrase again. Tell your supervisor; open a backup instead.",
    ),
    "crypto.not-enough-memory": Message(
        "Not enough free memory",
        "Unlocking needs {memory_mib} MiB of free memory, and this computer cannot give it now. Nothing was changed.",
        "Close other programs and try again.",
    ),
    "crypto.cannot-open": Message(
        "This cannot be opened",
        "The contents are damaged, or belong to another key. Nothing was changed.",
        "Try again from the original file, or from a backup.",
    ),
    "crypto.public-key-format": Message(
        "That is not a public key",
        "The text is not an Ed25519 public key as OpenSSH writes it.",
        "Copy the whole line, from ssh-ed25519 to its end.",
    ),
    "crypto.recipient-format": Message(
        "That is not a recipient",
        "The text is not an address to encrypt to. It starts with age1 and has 62 characters.",
        "Take the recipient's contact card instead of typing the address.",
    ),
    "crypto.identity-format": Message(
        "That is not a key to decrypt with",
        "The text is not an age identity. It starts with AGE-SECRET-KEY-1 and has 74 characters.",
        "Copy it again from where it is kept.",
    ),
    "crypto.age-header": Message(
        "This bundle is damaged",
        "The front of the file breaks the format: {what}. Nothing was read from it.",
        "Copy the file again from the stick, or ask the sender for a new bundle.",
    ),
    "crypto.age-profile": Message(
        "This kind of file is not accepted",
        "The file is {what}. Bundles are files of another kind. Nothing was read from it.",
        "Ask the sender to export with this program.",
    ),
    "crypto.age-too-large": Message(
        "This file is too large",
        "A bundle has at most {largest_mib} MiB. Nothing was read from it.",
        "Ask the sender to export in several bundles.",
    ),
    "crypto.age-damaged": Message(
        "This bundle is damaged",
        "The bundle is for you, but its contents were damaged or cut short. Nothing was read from it.",
        "Copy the file again from the stick, or ask the sender for a new bundle.",
    ),
    "crypto.not-for-you": Message(
        "This bundle is not for you",
        "None of the keys here opens it: it was made for other people.",
        "Ask the sender whom it is for, and to add you if you should have it.",
    ),
    "crypto.signature-format": Message(
        "The signature is not in order",
        "The signature of a record is {what}. The record was not used.",
        "Ask the sender for a new bundle. If it happens again, tell your supervisor.",
    ),
    "crypto.wrong-namespace": Message(
        "The signature is for something else",
        "A signature was made for another kind of record than {expected}. The record was not used.",
        "Keep the file and tell your supervisor.",
    ),
    "crypto.bad-signature": Message(
        "The signature does not match",
        "A record was changed after it was signed, or was signed by somebody else. It was not used.",
        "Keep the file and tell your supervisor.",
    ),
    "crypto.certificate-format": Message(
        "The staff certificate is not in order",
        "A staff certificate is {what}. What it signed was not used.",
        "Ask the person who gives out certificates for a new one.",
    ),
    "crypto.unknown-authority": Message(
        "The staff certificate is not from this organisation",
        "The certificate was signed by a key that is not on the list of issuing keys.",
        "Import the newest list of issuing keys. If it still fails, tell your supervisor.",
    ),
    "crypto.forged-certificate": Message(
        "The staff certificate is forged or damaged",
        "The certificate does not match its own signature. What it signed was not used.",
        "Keep the file and tell your supervisor.",
    ),
    "crypto.certificate-not-yet-valid": Message(
        "The staff certificate is not valid yet",
        "The certificate, or the key that issued it, starts on {starts}.",
        "Check the date of this computer.",
    ),
    "crypto.certificate-expired": Message(
        "The staff certificate has ended",
        "The certificate, or the key that issued it, ended on {ended}. Saved work stays as it is.",
        "Ask the person who gives out certificates for a new one. Check the date of this computer.",
    ),
    "crypto.wrong-organisation": Message(
        "This belongs to another organisation",
        "A record or certificate names another organisation than this vault's. It was not used.",
        "Ask the sender where it comes from.",
    ),
    "crypto.issuers-format": Message(
        "The list of issuing keys is not in order",
        "The list of issuing keys is {what}. It was not used.",
        "Ask the holder of the organisation's root key for a new list.",
    ),
    "crypto.wrong-root": Message(
        "The list of issuing keys is not from this organisation",
        "The list was signed by another key than the organisation's root key. It was not used.",
        "Compare the root key's words with the laminated card, and tell your supervisor.",
    ),
    "crypto.envelope-format": Message(
        "A signed record is not in order",
        "A signed record does not have the parts that it must have. It was not used.",
        "Ask the sender for a new bundle. If it happens again, tell your supervisor.",
    ),
    "crypto.envelope-type": Message(
        "A signed record stands in the wrong place",
        "A record of the kind {found} was found where {expected} belongs. It was not used.",
        "Keep the file and tell your supervisor.",
    ),
    "crypto.envelope-too-new": Message(
        "This was written by a newer version",
        "A record has format {found}; this program knows formats up to {known}. Nothing was lost.",
        "Update this program, then open the file again.",
    ),
    "crypto.slot-file-format": Message(
        "The file of passphrases is damaged",
        "The file that lists who can open this vault is {what}.",
        "The program tries its second copy by itself. If both are damaged, use a backup.",
    ),
    "crypto.slot-file-too-new": Message(
        "This vault was used by a newer version",
        "The file that lists who can open this vault has format {found}; this program knows formats up to {known}. Nothing was lost.",
        "Update this program, then open the vault again.",
    ),
    "crypto.slot-file-changed": Message(
        "The file of passphrases was changed",
        "The file that lists who can open this vault was changed by something other than this program.",
        "Tell your supervisor before you go on. Open a backup if nobody can explain it.",
    ),
    "crypto.no-such-slot": Message(
        "You have no place in this vault",
        "This vault has no passphrase for the person chosen.",
        "Choose another name, or ask a colleague who can open the vault to add you.",
    ),
    "crypto.bad-share": Message(
        "A word of this share is wrong",
        "The share has a mistyped, missing or swapped word.",
        "Compare each word with the paper. Every share has the same number of words.",
    ),
    "crypto.shares-do-not-combine": Message(
        "These shares do not fit together",
        "The shares are too few, too many, or come from different sets.",
        "Enter as many different shares of one set as the paper says are needed.",
    ),
    "crypto.recovery-format": Message(
        "The recovery file is not in order",
        "The recovery file opens, but does not hold the key of a vault.",
        "Use the recovery file from the newest backup.",
    ),
    "crypto.word-list-format": Message(
        "The word list is incomplete",
        "The program's list of words has {found} usable words and needs {needed}. The installation is damaged.",
        "Install the program again.",
    ),
    "crypto.same-share-twice": Message(
        "The same sheet again",
        "This is share {number}, which was entered already. Two different ones are needed.",
        "Take the sheet of the second person.",
    ),
    "crypto.shares-of-two-sets": Message(
        "Sheets that do not belong together",
        "Both sheets are whole, but they are of two different keys, or one is from before a change "
        "of the shares.",
        "Look at what stands at the top: both must be sheets of the recovery key, written on the "
        "same day.",
    ),
}

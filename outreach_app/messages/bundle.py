"""Words for the failures of `bundle`."""

from outreach_app.messages.wording import Message

_ASK_AGAIN = (
    "Copy the file again from the stick. If that does not help, ask the sender for a new bundle."
)
_ASK_SUPERVISOR = (
    "Do not use this bundle. Tell your supervisor, and ask the sender by telephone, on a number "
    "that you already have, whether they sent it."
)


def _malformed(what: str) -> Message:
    return Message("This bundle is not well formed", f"{what} Nothing was taken in.", _ASK_AGAIN)


def _dishonest(what: str) -> Message:
    return Message(
        "This bundle cannot be trusted", f"{what} Nothing was taken in.", _ASK_SUPERVISOR
    )


MESSAGES: dict[str, Message] = {
    "bundle.not-a-file": Message(
        "That is not a file",
        "What you chose is a folder, a link or a device.",
        "Choose the bundle itself: a file whose name ends in .age.",
    ),
    "bundle.too-large": Message(
        "The file is too large for a bundle",
        "It has {size_mib} MiB; a bundle has at most {limit_mib} MiB. It was not read.",
        "Check that you chose the right file. Large cases come as several bundles.",
    ),
    "bundle.write-mismatch": Message(
        "The bundle was not written correctly",
        "What was read back differs from what was written, so the file was removed. Your records "
        "are not touched.",
        "Use another stick or folder. A stick that does this again should be thrown away safely.",
    ),
    "bundle.archive-truncated": _malformed("The contents end too early."),
    "bundle.archive-not-canonical": _malformed(
        "The contents are packed in another way than this program packs them."
    ),
    "bundle.archive-trailing": _malformed("Something was added behind the contents."),
    "bundle.member-name": _malformed("An item inside has a name that is not allowed."),
    "bundle.member-duplicate": _malformed("Two items inside have the same name."),
    "bundle.too-many-members": _malformed("There are more than {limit} items inside."),
    "bundle.fixed-members": _malformed(
        "The list of contents, its signature or the end is missing."
    ),
    "bundle.padding": _malformed("The filling at the end is not as it should be."),
    "bundle.no-certificate": _dishonest("It was signed by somebody who shows no certificate."),
    "bundle.wrong-signer": _dishonest(
        "It names another sender than the certificate it was signed with."
    ),
    "bundle.wrong-organisation": _dishonest(
        "It names another organisation than the certificate it was signed with."
    ),
    "bundle.bad-manifest": _malformed("Its list of contents breaks the format at “{field}”."),
    "bundle.readdressed": _dishonest(
        "The sender did not list you as a recipient: somebody else sealed it anew for you."
    ),
    "bundle.recipient-count": _dishonest(
        "It is sealed to {sealed} keys, but the sender listed {listed}."
    ),
    "bundle.entry-name": _malformed("It lists an item of a kind that is not known."),
    "bundle.entry-missing": _malformed("An item that is listed is missing or out of its place."),
    "bundle.entry-unlisted": _malformed("It contains an item that is not listed."),
    "bundle.entry-too-large": _malformed(
        "It lists an item ({kind}) larger than the {limit_kib} KiB that are allowed."
    ),
    "bundle.entry-size": _malformed("An item has another size than listed."),
    "bundle.entry-hash": _malformed("An item is not the one that was listed."),
    "bundle.entry-identity": _malformed("An item's name does not fit its contents."),
    "bundle.entry-unpaired": _malformed(
        "An item stands without the one it belongs to, such as a record without its signature."
    ),
    "bundle.bad-part": _malformed("The answers of a record are cut short."),
    "bundle.attachment-facts": _malformed("What it says about an attached file is damaged."),
    "bundle.bad-text": _malformed("A readable copy contains characters that are not text."),
    "bundle.no-recipients": Message(
        "Nobody to send it to",
        "A bundle needs at least one recipient. Nothing was written.",
        "Choose who should be able to open it.",
    ),
    "bundle.too-many-recipients": Message(
        "Too many recipients",
        "A bundle can be sealed to at most {limit} keys. Nothing was written.",
        "Choose fewer people, or make two bundles.",
    ),
    "bundle.content-too-large": Message(
        "Too much for one bundle",
        "The contents have {size_mib} MiB, and one bundle takes {limit_mib} MiB. Nothing was written.",
        "Send it as several bundles, or choose fewer records.",
    ),
    "bundle.item-too-large": Message(
        "One record is too large to send",
        "A record with its attached files does not fit into a bundle of {limit_mib} MiB. Nothing "
        "was written.",
        "Leave out or shrink the largest attached file.",
    ),
}

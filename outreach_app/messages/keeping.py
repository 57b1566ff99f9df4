"""Words for the failures of looking after the organisation's keys."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "keeping.folder-behind": Message(
        "This is an older copy of the keys",
        "The folder holds organisation file number {found}, this laptop knows number {held} already. "
        "What is made from an older copy, no other laptop would take in. Nothing was changed.",
        "Put in the stick with the newest folder of the keys. If there is none, copy the newest "
        "organisation.json from a laptop into this folder first.",
    ),
    "keeping.rehearsal-day": Message(
        "The sheets were not tried on that day",
        "{day} lies ahead, or before these sheets were made ({made}). Nothing was changed.",
        "Name the day on which two sheets opened a vault, today at the latest.",
    ),
    "keeping.broken-table": Message(
        "This table cannot be used",
        "{sheet}, row {row}: {what}. Nothing was changed.",
        "Begin with the tables that are saved now, change the cells you mean, and leave the names of "
        "sheets and columns as they are.",
    ),
    "keeping.tables-moved": Message(
        "The organisation's file says something else",
        "Beside the keys lies organisation file {number}; what you saw was number {seen}. Nothing was "
        "changed.",
        "Install the newer file on this laptop first (Settings, My certificate), then look again.",
    ),
    "keeping.unknown-laptop": Message(
        "This laptop is not known",
        "The organisation has certified nobody on it. Nothing was changed.",
        "Choose the person again under Contacts.",
    ),
    "keeping.withdrawal-ahead": Message(
        "That day has not come yet",
        "A laptop that is lost, or a passphrase that somebody knows, counts at once and not only from "
        "{since}. Nothing was changed.",
        "Name the last day on which the laptop was certainly in the right hands, today at the latest.",
    ),
    "keeping.nothing-to-withdraw": Message(
        "It was withdrawn before",
        "Every certificate of this laptop was withdrawn for this reason from that day on, or from an "
        "earlier one. Nothing was changed.",
        "Hand out the newest organisation file, so that everybody knows it.",
    ),
}

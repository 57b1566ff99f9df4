"""Words for the failures of `settings`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "settings.unknown": Message(
        "There is no such setting",
        "This program has no setting named {key}. Nothing was changed.",
        "Choose one of: {known}.",
    ),
    "settings.out-of-bounds": Message(
        "That value does not fit",
        "The setting {key} cannot have this value. Nothing was changed.",
        "It may be: {allowed}.",
    ),
    "settings.not-manageable": Message(
        "Everybody decides this for themselves",
        "The setting {key} cannot be decided for everybody. Nothing was changed.",
        "The page of settings in the documentation says which ones can.",
    ),
    "settings.managed": Message(
        "This is decided for everybody",
        "The setting {key} was decided by {by} as {value}, and your value would be weaker. Nothing "
        "was changed.",
        "Choose a safer value, or talk to whoever looks after the settings of your organisation.",
    ),
    "settings.switched-off": Message(
        "This is switched off here",
        "“{title}” was switched off by {by}. Nothing was written.",
        "Choose another way, or talk to whoever looks after the settings of your organisation.",
    ),
    "settings.other-folder": Message(
        "These files belong into another folder",
        "By decision of {by} such files are written to {folder} only. Nothing was written.",
        "Choose that folder or one inside it. If it is on a stick, put the stick in.",
    ),
    "settings.nothing-decided": Message(
        "That is decided already",
        "What you give is what the organisation's file says. Nothing was changed.",
        "Change a value, or leave it as it is.",
    ),
    "settings.policy-moved": Message(
        "The organisation's file says something else",
        "Organisation file {number}, beside the keys, decides other settings than those that you "
        "saw. Nothing was changed.",
        "Install that file on this laptop first (Settings, My certificate), then decide again.",
    ),
}

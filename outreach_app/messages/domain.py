"""Words for the failures of `domain`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "domain.broken-timescales": Message(
        "The table of timescales is damaged",
        "Row {row} cannot be read: the column “{column}” is wrong. Nothing was changed.",
        "Ask the person who looks after the configuration for a corrected table.",
    ),
    "domain.broken-crisis-steps": Message(
        "The crisis steps cannot be taken as they are",
        "Row {row} does not fit: it needs the code of a flag or nothing, “step” or “number”, words of "
        "at most 300 letters, and for a number the digits as they are dialled. Nothing was changed.",
        "Correct the row, then try again.",
    ),
    "domain.crisis-steps-moved": Message(
        "The crisis steps have changed meanwhile",
        "Configuration {number}, the newest in the folder of the keys, has other steps and numbers "
        "than the ones you began from. Nothing was signed.",
        "Take the newest organisation file to this laptop first, then make your changes again.",
    ),
    "domain.no-timescale": Message(
        "No time limit is set for this",
        "The table of timescales has no row “{name}” for {jurisdiction} on {day}, so the program "
        "cannot work out a date. Your record is saved.",
        "Agree the date with your supervisor, and ask for the row to be added to the table.",
    ),
    "domain.wrong-timescale-unit": Message(
        "This time limit cannot be counted",
        "The row “{name}” counts in {unit}, and what it counts from is not known well enough. "
        "Your record is saved.",
        "Fill in the date it counts from, or ask for the row to be corrected.",
    ),
    "domain.shapes-differ": Message(
        "Two versions of this document do not fit together",
        "They were made with different layouts at “{address}”, so they cannot be compared "
        "question by question. Both are kept.",
        "Open both versions side by side and write a new one from what is right.",
    ),
    "domain.not-allowed": Message(
        "You cannot do this here",
        "“{act}” was not done: {reason}. Nothing was changed.",
        "Ask a colleague or supervisor who may do it.",
    ),
}

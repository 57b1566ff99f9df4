"""Words for the failures of `cli`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "cli.no-passphrase": Message(
        "No passphrase",
        "No passphrase was given, or the two entries were not the same. Nothing was changed.",
        "Run the command at a prompt, or give --passphrase-file or --passphrase-fd.",
    ),
    "cli.no-such-thing": Message(
        "Not found",
        "No {what} here goes by “{name}”, or more than one does.",
        "Look at the list (such as `outreach case list`, `outreach doc list`, `outreach form list` or "
        "`outreach form show`) and use what is shown there.",
    ),
    "cli.not-an-answer": Message(
        "Not an answer",
        "An answer was not written as QUESTION=ANSWER, or holds bytes that are no text. Answers "
        "before it were saved.",
        "Write the name of the question, an equals sign and the answer, in quotation marks when "
        "there are blanks in it.",
    ),
    "cli.not-answers": Message(
        "No answers in this file",
        "“{name}” does not hold answers as JSON. Nothing was tried.",
        "Write one object: question names with their answers, or the nested answers of an example.",
    ),
}

"""Words for the failures of `engine`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "engine.broken-form": Message(
        "This form cannot be used",
        "The form has {count} faults: {faults}.",
        "Correct the cells named above in the spreadsheet and check the form again.",
    ),
    "engine.form-too-large": Message(
        "This form is too large",
        "The form, or a list that belongs to it, is larger than {limit_mib} MiB.",
        "Split the form or shorten its lists.",
    ),
    "engine.damaged-instance": Message(
        "A list of this form cannot be read",
        "The file {name} that belongs to the form is damaged or of the wrong kind.",
        "Ask whoever sent the form for the file again. Nothing you wrote was changed.",
    ),
    "engine.damaged-cache": Message(
        "A prepared form must be prepared again",
        "The prepared copy of a form was made by another version of the program or is damaged.",
        "The program prepares it again from the form itself. No answers are concerned.",
    ),
    "engine.damaged-answers": Message(
        "Stored answers cannot be read",
        "The answers do not fit the form at {at}.",
        "Nothing was changed. Open the last signed revision or ask for help.",
    ),
    "engine.answer-type": Message(
        "That is not an answer to this question",
        "The question {question} takes {expected}.",
        "Write the answer in that way. The earlier answer was kept.",
    ),
    "engine.answer-too-long": Message(
        "This answer is too long",
        "The answer to {question} is longer than {limit} bytes.",
        "Shorten it or put the rest in an attachment. The earlier answer was kept.",
    ),
    "engine.unknown-address": Message(
        "The form has no such question",
        "Nothing in this form has the address {address}, or the name stands for more than one.",
        "Go back to the form and open the question again. If it happens again, tell whoever "
        "looks after the program.",
    ),
    "engine.not-answerable": Message(
        "This line is filled in by the program",
        "{question} is calculated or only shows something.",
        "Change the answers it is made from.",
    ),
    "engine.too-many-rows": Message(
        "There is no room for another row",
        "{question} has {limit} rows, which is the most it can have.",
        "Use a row that is there, or start a new document.",
    ),
    "engine.fixed-rows": Message(
        "The form decides how many rows there are",
        "The number of rows of {question} follows from another answer.",
        "Change the answer that says how many there are.",
    ),
    "engine.too-much-work": Message(
        "This form asks for too much calculation",
        "One answer set off more than {limit} steps of calculation, so it was stopped.",
        "Tell the author of the form. The earlier answers were kept.",
    ),
}

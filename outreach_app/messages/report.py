"""Words for the failures of `report`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "report.fonts-missing": Message(
        "A font of the program is missing",
        "The PDF was not made because the font {font} is missing from the program's folder or "
        "cannot be read. Nothing in your records has changed.",
        "Install the program again from the folder you were given, then make the PDF again.",
    ),
    "report.password-unusable": Message(
        "This password cannot protect a PDF",
        "The PDF was not made: a password needs {shortest} to {longest} plain letters, digits or "
        "signs. PDF readers cut longer ones off and take other letters in different ways. "
        "Nothing in your records has changed.",
        "Let the program make the password: 20 digits in groups of four.",
    ),
    "report.not-a-pdf": Message(
        "This is not a PDF",
        "The file could not be protected because it is not a PDF that the program can read. "
        "No protected copy was made.",
        "Make the PDF again from the document and protect that one.",
    ),
    "report.unknown-renderer": Message(
        "The readable copy comes from another version",
        "The plain-text copy in this bundle was made by renderer version {version}, which this "
        "program does not have, so the copy cannot be compared with the signed answers.",
        "Rely on the signed answers, or update the program to compare the copy.",
    ),
    "report.paper-too-long": Message(
        "A paper does not fit its page",
        "“{title}” has more words than its page holds, so it was not made. Nothing in your records "
        "has changed.",
        "Shorten its text, or install the program again if nobody has changed it.",
    ),
    "report.picture-unreadable": Message(
        "This picture cannot be kept",
        "Pictures are written anew, without the place and time that a telephone hides in them. This "
        "file is not a JPEG or PNG that can be read, or has more pixels than any photograph. "
        "Nothing was stored.",
        "Save it as JPEG or PNG, or take a picture of it, then choose that file.",
    ),
    "report.picture-keeps-more": Message(
        "This kind of picture may tell where it was taken",
        "Telephones hide place and time in their photographs. From JPEG and PNG that is taken "
        "out; from this kind of file it cannot be. Nothing was stored.",
        "Save it as JPEG, PNG or PDF, then choose that file.",
    ),
}

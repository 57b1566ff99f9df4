"""Papers of the case that are not settled yet, in words: by title and day, never by an id."""

from outreach_app.domain.casefile import UnfinishedDocument
from outreach_app.domain.day_words import long_date
from outreach_app.phrases import phrase

UNSETTLED = ("draft", "unsent", "returned")
"""What keeps a paper from being settled, of `UnfinishedDocument.why`."""


def unsettled_words(document: UnfinishedDocument) -> str:
    """Return in a sentence what is left to do with a paper."""
    paper = _named(document)
    if document.why == "draft":
        return phrase("{paper} is a draft that was never signed.", paper=paper)
    if document.why == "unsent":
        return phrase("{paper} is signed and not sent yet.", paper=paper)
    return phrase("{paper} came back with comments.", paper=paper)


def _named(document: UnfinishedDocument) -> str:
    words = document.label or document.form_id.replace("_", " ")
    title = words[:1].upper() + words[1:]
    if document.since is None:
        return title
    return phrase("{title} ({day})", title=title, day=long_date(document.since))

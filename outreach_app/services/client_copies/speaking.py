"""The words of a form on a client's copy: all of them in one language, or none.

A sheet that is half in one language and half in another, or mirrored for words that are not there, is
read by nobody. So it is counted what a translation lacks, and with anything missing the whole copy
stays in the form's first language.
"""

from collections.abc import Mapping
from datetime import date

from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Question, in_language
from outreach_app.engine.languages import code_of
from outreach_app.services.case_words import day_words

_ENGLISH = "en"


class FormSpeech:
    """The words of a form in a language of it.

    Attributes:
        language: Of the form; None for its first.
        is_whole: Whether the form had every word in it that was asked for until now.
    """

    def __init__(self, definition: FormDefinition, language: str | None) -> None:
        """Begin; nothing is missing yet."""
        self._definition = definition
        self.language = language
        self.is_whole = True

    @property
    def tag(self) -> str:
        """The BCP 47 tag of the words, "" where the form does not say it."""
        return code_of(self.language) if self.language else ""

    def label(self, question: str) -> str:
        """Return the label of a question, its name where the form has no such question."""
        found = self._definition.items_named(question)
        return self._said(found[0].label) if found else question

    def title(self, question: str, otherwise: str) -> str:
        """Return the label of the question that holds a title of the copy.

        Args:
            question: Its name; older versions of a form have none.
            otherwise: The title in English.
        """
        found = self._definition.items_named(question)
        if found:
            return self._said(found[0].label)
        self.is_whole = self.is_whole and self.language is None
        return otherwise

    def choice(self, question: str, code: str) -> str:
        """Return the words of a code of a question, the code where there are none."""
        for item in self._definition.items_named(question):
            listed = item.choices if isinstance(item, Question) else ()
            for each in listed:
                if each.code == code:
                    return self._said(each.label) or code
        return code

    def day(self, day: date | None) -> str:
        """Return a day; in digits where the months of the language are not known."""
        if day is None or self.language is None or self.tag.partition("-")[0] in {"", _ENGLISH}:
            return day_words(day)
        return day.strftime("%d/%m/%Y")

    def _said(self, labels: Mapping[str, str]) -> str:
        if self.language is not None and not labels.get(self.language):
            self.is_whole = False
        return in_language(labels, self.language)

"""The words of the window, open to translation.

`translate("context", "words")` is found by Qt Linguist's extraction; the context is the name of the
package. Facts are put in afterwards, so that a translator can move them. A counted text holds
``%n`` and, in English, ``(s)`` where one thing takes none: ``%n review(s)``.

What services say comes as a phrase (`outreach_app.phrases`) and is told in the window's language where it
is shown: `Text`, `Button` and their kind do it, and so does every fact that is put into translated
words. Where phrases are put together by hand, `told` does.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from outreach_app.phrases import Day, Phrase, Row, in_english
from outreach_app.ui.isolation import as_a_whole, is_mirrored, kept_apart, set_apart

if TYPE_CHECKING:
    # Types only: the start of the window does not pay for it.
    from datetime import date

_SAID = "said"
"""The context of all phrases."""
_LANGUAGE = "language"
_NO_YEAR = 0


class Words(str):
    """Translated words that take facts: a phrase is told, and each is set apart where need be."""

    __slots__ = ()

    def format(self, *args: object, **facts: object) -> "Words":
        """Put facts in."""
        put = {name: _fact(fact) for name, fact in facts.items()}
        return Words(super().format(*map(_fact, args), **put))


def _fact(fact: object) -> object:
    said = told(fact) if isinstance(fact, str) else fact
    return set_apart(said) if is_mirrored() else said


def translate(context: str, words: str, note: str = "", count: int = -1) -> str:
    """Return words in the language of the window.

    Args:
        context: Where they stand; the name of the package.
        words: In English; ``%n`` stands for the count.
        note: For the translator.
        count: Of what is counted; chooses the plural.
    """
    said = QCoreApplication.translate(context, words, note or None, count)
    if count >= 0 and said == words.replace("%n", str(count)):
        # Nobody translated it: the plural of the language it is written in.
        said = in_english(words, count)
    return Words(said)


def translate_known(table: str, words: str) -> str:
    """Return words of a table outside the window (messages, settings) in its language.

    Args:
        table: ``messages`` or ``settings``; the extraction lists their texts under this name.
        words: As they stand in the table.
    """
    return Words(QCoreApplication.translate(table, words))


def told(words: str) -> str:
    """Return what services said in the language of the window; what somebody wrote as it is."""
    if isinstance(words, Phrase):
        pattern = translate(_SAID, words.pattern, words.note, words.number)
        return pattern.format(**words.facts) if words.facts else pattern
    if isinstance(words, Day):
        return _told_day(words)
    if isinstance(words, Row):
        return words.between.join(map(told, words.parts))
    return words


def use_language(code: str) -> None:
    """Name months and days as a language does, from now on."""
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(_LANGUAGE, code)


def spoken_language() -> str:
    """Return the code of the language that the window speaks."""
    application = QCoreApplication.instance()
    code = application.property(_LANGUAGE) if application is not None else None
    return str(code or "en")


def _locale() -> QLocale:
    return QLocale(spoken_language())


def _told_day(day: Day) -> str:
    length = QLocale.FormatType.ShortFormat if day.short else QLocale.FormatType.LongFormat
    if not day.day and day.year == _NO_YEAR:
        return _locale().standaloneMonthName(day.month, length)
    # In many languages a month beside its day has another ending than alone.
    name = _locale().monthName if day.day else _locale().standaloneMonthName
    if not day.day:
        pattern = translate("dates", "{month} {year}")
    elif day.year == _NO_YEAR:
        pattern = translate("dates", "{day} {month}")
    else:
        pattern = translate("dates", "{day} {month} {year}")
    said = str.format(pattern, day=day.day, month=name(day.month, length), year=day.year)
    return (
        str.format(translate("dates", "{day}, {time}"), day=said, time=day.clock)
        if day.clock
        else said
    )


def month_names() -> tuple[tuple[str, ...], ...]:
    """Return what the language of the window calls each month, in all its forms, January first."""
    locale, lengths = _locale(), (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    return tuple(
        tuple(
            dict.fromkeys(
                name(month, length)
                for name in (locale.monthName, locale.standaloneMonthName)
                for length in lengths
            )
        )
        for month in range(1, 13)
    )


def weekday_name(day: "date", *, short: bool = False) -> str:
    """Return the name of a day of the week in the language of the window."""
    length = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return _locale().standaloneDayName(day.isoweekday(), length)


def shown(words: str) -> str:
    """Return words as they go on the screen: told, with every character visible."""
    return kept_apart(told(words))


def on_its_own(words: str) -> str:
    """Return words for a place that takes the window's direction, such as a button or a cell."""
    return as_a_whole(shown(words))

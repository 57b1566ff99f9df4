"""The words of the window, open to translation.

`translate("context", "words")` is found by Qt Linguist's extraction; the context is the name of the
package. Facts are put in afterwards, so that a translator can move them. A counted text holds
``%n`` and, in English, ``(s)`` where one thing takes none: ``%n review(s)``.
"""

from PySide6.QtCore import QCoreApplication

from outreach_app.ui.isolation import Words, is_mirrored


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
        said = said.replace("(s)", "" if count == 1 else "s")
    return Words(said) if is_mirrored() else said


def translate_known(table: str, words: str) -> str:
    """Return words of a table outside the window (messages, settings) in its language.

    Args:
        table: ``messages`` or ``settings``; the extraction lists their texts under this name.
        words: As they stand in the table.
    """
    return QCoreApplication.translate(table, words)

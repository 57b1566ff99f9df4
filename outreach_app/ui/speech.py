"""The words of the window, open to translation.

`translate("context", "words")` is found by Qt Linguist's extraction; the context is the module's
package. Facts are put in afterwards, so that a translator can move them.
"""

from PySide6.QtCore import QCoreApplication


def translate(context: str, words: str, note: str = "", count: int = -1) -> str:
    """Return words in the language of the window.

    Args:
        context: Where they stand; the name of the package.
        words: In English; ``%n`` stands for the count.
        note: For the translator.
        count: Of what is counted; chooses the plural.
    """
    return QCoreApplication.translate(context, words, note or None, count)

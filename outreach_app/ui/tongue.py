"""The language of the window: English, or a translation that lies beside the program.

A translation is made with Qt Linguist from ``resources/translations/outreach.ts`` and compiled to
``outreach_cy.qm``, with the code of its language.
"""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from outreach_app.services.shipped import resources_folder
from outreach_app.ui.speech import use_language

_NAME = "outreach_"


def translations_folder() -> Path:
    """Return where translations lie."""
    return resources_folder() / "translations"


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """Return the codes of the languages that the window can speak, English first."""
    found = sorted((folder or translations_folder()).glob(f"{_NAME}*.qm"))
    return ("en", *(path.stem.removeprefix(_NAME) for path in found))


def language_name(code: str) -> str:
    """Return what a language calls itself."""
    if code == "en":  # Qt would call it American
        return "English"
    return QLocale(code).nativeLanguageName() or code


def desktop_language(folder: Path | None = None) -> str:
    """Return the desktop's language if the window speaks it, else English."""
    code = QLocale.system().name().partition("_")[0]
    return code if code in languages(folder) else "en"


def speak(application: QApplication, wanted: str, folder: Path | None = None) -> str:
    """Let the window speak a language from now on, and be laid out in its direction.

    Args:
        application: The application; it keeps the translation.
        wanted: A code; "" for the desktop's language. English where there is no translation.
        folder: Where translations lie, if not beside the program.

    Returns:
        The code of what is spoken.
    """
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    code = wanted or desktop_language(folder)
    if code == "en" or code not in languages(folder):
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        use_language("en")
        return "en"
    translator = QTranslator(application)
    translator.load(f"{_NAME}{code}", str(folder or translations_folder()))
    application.installTranslator(translator)
    use_language(code)
    application.setLayoutDirection(QLocale(code).textDirection())
    return code

"""The languages of a form by their code, as authors write it behind the name: ``Cymraeg (cy)``."""

import re
from collections.abc import Iterable

_CODE = re.compile(r"^(.*?)\s*\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\)\s*$")


def code_of(language: str) -> str:
    """Return the BCP 47 tag of a form's language, "" where its name holds none."""
    match = _CODE.match(language)
    return match[2] if match else ""


def name_of(language: str) -> str:
    """Return what a form's language is called, without its tag."""
    match = _CODE.match(language)
    return match[1] if match else language


def find_language(languages: Iterable[str], *, code: str = "", name: str = "") -> str | None:
    """Return the first of a form's languages with a code or an English name, None for none.

    Args:
        languages: As the form names them.
        code: Such as ``cy``; ``cy-GB`` of a form is one of ``cy``.
        name: Such as ``Welsh``.
    """
    for language in languages:
        own = code_of(language).casefold()
        if code and code.casefold() in {own, own.partition("-")[0]}:
            return language
        if name and name.casefold() == name_of(language).casefold():
            return language
    return None

"""What a setting is: its value, what fits, and which of two values is the safer one."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath, PureWindowsPath
from typing import ClassVar

from outreach_app.errors import Refusal
from outreach_app.phrases import phrase


class UnknownSetting(Refusal):
    """There is no setting of this name."""

    code: ClassVar[str] = "settings.unknown"


class SettingOutOfBounds(Refusal):
    """The value does not fit the setting."""

    code: ClassVar[str] = "settings.out-of-bounds"


class Kind(StrEnum):
    """What a value looks like."""

    YES_NO = "yes or no"
    WHOLE_NUMBER = "whole number"
    TELEPHONE = "telephone number"
    CHOICE = "one of a list"
    FOLDER = "folder"


class Strength(StrEnum):
    """Which of two values is the safer one, where an organisation may decide."""

    AT_MOST = "at most"
    AT_LEAST = "at least"
    YES = "yes"
    NO = "no"
    GIVEN = "the value"


_MOST_PATH = 240
# Empty, or digits in groups; an extension may follow.
_TELEPHONE = re.compile(r"(\+?[0-9][0-9 ]{2,22}( ?x[0-9]{1,6})?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set.

    Attributes:
        title: What it is called on the screen.
        why: Why the default is what it is, or why the setting exists.
        strength: What an organisation may decide for everybody; None where it may not.
        bounds: Smallest and largest whole number; else nothing.
        choices: What a choice may be; else nothing.
    """

    key: str
    title: str
    kind: Kind
    default: str
    help: str
    why: str
    strength: Strength | None
    bounds: tuple[int, int] | None = None
    choices: tuple[str, ...] = ()

    def allowed(self) -> str:
        """Return in words what may be set."""
        if self.kind is Kind.TELEPHONE:
            return phrase("a number as it is dialled, or nothing")
        if self.kind is Kind.FOLDER:
            return phrase("a folder with its whole path, or nothing")
        if self.kind is Kind.CHOICE:
            return ", ".join(self.choices)
        if self.bounds is None:
            return "yes, no"
        least, most = self.bounds
        return phrase("{least} to {most}", least=least, most=most)

    def fits(self, text: str) -> bool:
        """Say whether a text is a value of this setting."""
        if self.kind is Kind.TELEPHONE:
            return _TELEPHONE.fullmatch(text) is not None
        if self.kind is Kind.FOLDER:
            return _is_whole_path(text)
        if self.kind is Kind.CHOICE:
            return text in self.choices
        if self.bounds is None:
            return text in {"yes", "no"}
        if not (text.isascii() and text.isdecimal() and str(int(text)) == text):
            return False
        return self.bounds[0] <= int(text) <= self.bounds[1]


def _is_whole_path(text: str) -> bool:
    """Say whether a text is nothing, or a whole path on any of the systems."""
    if not text:
        return True
    flavours = (PurePosixPath(text), PureWindowsPath(text))
    whole = any(each.is_absolute() and ".." not in each.parts for each in flavours)
    return whole and text.isprintable() and len(text) <= _MOST_PATH

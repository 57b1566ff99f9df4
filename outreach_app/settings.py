"""What a person may set in a vault: one declarative table.

The page of the documentation and, later, the dialog are made from this table. A key that does not
stand in it is refused by the command that sets it; a key that was renamed is listed in `RENAMED`.
Values are kept as text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self

from outreach_app.errors import Refusal


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


# Empty, or digits in groups; an extension may follow.
_TELEPHONE = re.compile(r"(\+?[0-9][0-9 ]{2,22}( ?x[0-9]{1,6})?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set.

    Attributes:
        title: What it is called on the screen.
        bounds: Smallest and largest whole number; else nothing.
        choices: What a choice may be; else nothing.
    """

    key: str
    title: str
    kind: Kind
    default: str
    help: str
    bounds: tuple[int, int] | None = None
    choices: tuple[str, ...] = ()

    def allowed(self) -> str:
        """Return in words what may be set."""
        if self.kind is Kind.TELEPHONE:
            return "a number as it is dialled, or nothing"
        if self.kind is Kind.CHOICE:
            return ", ".join(self.choices)
        return "yes, no" if self.bounds is None else f"{self.bounds[0]} to {self.bounds[1]}"

    def fits(self, text: str) -> bool:
        """Say whether a text is a value of this setting."""
        if self.kind is Kind.TELEPHONE:
            return _TELEPHONE.fullmatch(text) is not None
        if self.kind is Kind.CHOICE:
            return text in self.choices
        if self.bounds is None:
            return text in {"yes", "no"}
        if not (text.isascii() and text.isdecimal() and str(int(text)) == text):
            return False
        return self.bounds[0] <= int(text) <= self.bounds[1]


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "backup.remind_days",
        "Remind of a backup after days",
        Kind.WHOLE_NUMBER,
        "5",
        "After how many days with work that is only on this laptop the first page asks for a"
        " backup.",
        (1, 30),
    ),
    Setting(
        "clock.most_hours_ahead",
        "Hours that one start may move the clock mark",
        Kind.WHOLE_NUMBER,
        "48",
        "How far one start may move the latest time that the vault has seen. A clock that was once"
        " far ahead then does not make all later work look back-dated.",
        (1, 720),
    ),
    Setting(
        "cover.keys",
        "Keys that hide everything",
        Kind.CHOICE,
        "Ctrl+Shift+H",
        "Which keys put the neutral page over the window and lock. Before unlocking it is always"
        " Ctrl+Shift+H.",
        choices=("Ctrl+Shift+H", "Ctrl+Space", "F9", "F12"),
    ),
    Setting(
        "keychain.freshness_head",
        "Notice an old copy of this vault",
        Kind.YES_NO,
        "yes",
        "Whether the operating system's secret store remembers the newest state of the vault, so"
        " that an old copy put in its place is noticed.",
    ),
    Setting(
        "lock.minutes_alone",
        "Lock after minutes, one person",
        Kind.WHOLE_NUMBER,
        "5",
        "After how many minutes without a key or a click the window locks, in a vault of one person.",
        (1, 15),
    ),
    Setting(
        "lock.minutes_shared",
        "Lock after minutes, shared vault",
        Kind.WHOLE_NUMBER,
        "3",
        "After how many minutes without a key or a click the window locks, in a vault that several"
        " people share.",
        (1, 15),
    ),
    Setting(
        "safety.on_call",
        "Telephone of the manager on call",
        Kind.TELEPHONE,
        "",
        "Shown on the immediate safety screen beside what is to be done. The program dials nothing.",
    ),
)

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Locking and hiding", ("lock.", "cover.")),
    ("Safety", ("safety.",)),
    ("This vault", ("backup.", "keychain.", "clock.")),
)
"""Heading of each group of settings, and how the keys in it begin; every key is in one."""


def grouped() -> tuple[tuple[str, tuple[Setting, ...]], ...]:
    """Return the settings under the headings of their groups."""
    return tuple(
        (heading, tuple(each for each in SETTINGS if each.key.startswith(begins)))
        for heading, begins in GROUPS
    )


# Old key → key of today. Nothing has been renamed yet.
RENAMED: dict[str, str] = {}

_BY_KEY = {setting.key: setting for setting in SETTINGS}


def setting_of(key: str) -> Setting:
    """Return a setting by its key of today or an earlier one.

    Raises:
        UnknownSetting: No setting has or had this key.
    """
    try:
        return _BY_KEY[RENAMED.get(key, key)]
    except KeyError as error:
        raise UnknownSetting(key=key, known=tuple(_BY_KEY)) from error


def check_setting(key: str, text: str) -> str:
    """Return the value if it fits the setting.

    Raises:
        UnknownSetting: No setting has this key.
        SettingOutOfBounds: The value does not fit.
    """
    setting = setting_of(key)
    if not setting.fits(text):
        raise SettingOutOfBounds(key=setting.key, allowed=setting.allowed())
    return text


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force: what was set, and the defaults for the rest."""

    values: Mapping[str, str]

    @classmethod
    def from_stored(cls, stored: Mapping[str, str]) -> Self:
        """Return the settings of a vault from what it stores.

        What another version of the program has stored and this one does not know, or does not
        take, has no effect: a setting never keeps anybody out of a vault.
        """
        values = {setting.key: setting.default for setting in SETTINGS}
        for key, text in stored.items():
            setting = _BY_KEY.get(RENAMED.get(key, key))
            if setting is not None and setting.fits(text):
                values[setting.key] = text
        return cls(values)

    def text(self, key: str) -> str:
        """Return the value of a setting as text."""
        return self.values[setting_of(key).key]

    def number(self, key: str) -> int:
        """Return the value of a whole-number setting."""
        return int(self.text(key))

    def is_on(self, key: str) -> bool:
        """Say whether a yes-or-no setting is on."""
        return self.text(key) == "yes"


def settings_page() -> str:
    """Return the documentation page of all settings, as Markdown."""
    lines = [
        "# Settings",
        "",
        "Made from the table in `outreach_app/settings.py`; a test compares the two. Settings are",
        "kept inside the vault. A key that does not stand here is refused.",
        "",
        "| key | kind | may be | default | what it does |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| `{setting.key}` | {setting.kind} | {setting.allowed()} | {_shown(setting.default)} "
        f"| {setting.help} |"
        for setting in SETTINGS
    ]
    return "\n".join([*lines, ""])


def _shown(default: str) -> str:
    return f"`{default}`" if default else "nothing"

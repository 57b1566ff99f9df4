"""How the window looks on this machine: the one file of the program outside its vaults.

It holds the language, the theme, the text size and the window's size, and nothing else: no names, no
paths, nothing recent.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from outreach_app.errors import HostFault, OutreachError
from outreach_app.paths import (
    atomic_write,
    config_folder,
    own_dir,
    read_bytes,
    remove_unsettled,
)
from outreach_app.ui.theme.look import Look
from outreach_app.ui.theme.tokens import ThemeName

KEYS = ("language", "theme", "text_percent", "width", "height")
"""Every key that may stand in the file."""

NAME = "look.json"
_LARGEST_BYTES = 4096
_TEXT_PERCENT = (100, 200)
_SIDE_PX = (640, 16_384)


@dataclass(frozen=True, slots=True)
class KeptLook:
    """What the file says; what it does not say is as the desktop has it.

    Attributes:
        language: A code such as ``cy``; "" for that of the desktop.
        theme: None for that of the desktop.
        text_percent: 100 to 200.
        width: Of the window in pixels; 0 where none was kept.
        height: Likewise.
    """

    language: str = ""
    theme: ThemeName | None = None
    text_percent: int = 100
    width: int = 0
    height: int = 0

    def look(self, preferred: ThemeName) -> Look:
        """Return the look to put on, in the desktop's theme if none was chosen."""
        return Look(self.theme or preferred, self.text_percent)


def look_path() -> Path:
    """Return the path of the file."""
    return config_folder() / NAME


def read_kept_look() -> KeptLook:
    """Return what was kept; a file that is missing or damaged counts as empty."""
    try:
        found = json.loads(read_bytes(look_path(), _LARGEST_BYTES))
    except (OutreachError, ValueError):
        return KeptLook()
    return _parsed(found) if isinstance(found, dict) else KeptLook()


def keep_look(kept: KeptLook) -> bool:
    """Write the file; say whether that worked. Nobody is kept from work by a full disk here."""
    values = {
        "language": kept.language,
        "theme": kept.theme.value if kept.theme else "",
        "text_percent": kept.text_percent,
        "width": kept.width,
        "height": kept.height,
    }
    try:
        own_dir(look_path().parent)
        remove_unsettled(look_path().parent)
        atomic_write(look_path(), json.dumps(values, indent=1).encode("ascii"))
    except HostFault:
        return False
    return True


def _parsed(found: dict[str, object]) -> KeptLook:
    language, theme = found.get("language"), found.get("theme")
    return KeptLook(
        language=language if isinstance(language, str) and _is_code(language) else "",
        theme=ThemeName(theme) if isinstance(theme, str) and theme in set(ThemeName) else None,
        text_percent=_within(found.get("text_percent"), _TEXT_PERCENT, 100),
        width=_within(found.get("width"), _SIDE_PX, 0),
        height=_within(found.get("height"), _SIDE_PX, 0),
    )


def _is_code(text: str) -> bool:
    return text.isascii() and text.replace("_", "").isalpha() and len(text) <= 8


def _within(value: object, bounds: tuple[int, int], otherwise: int) -> int:
    least, most = bounds
    return value if isinstance(value, int) and least <= value <= most else otherwise

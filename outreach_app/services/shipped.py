"""Where the data that ships with the program lies: forms, word lists, sample, fonts."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from outreach_app.services.configuration import Row


def root_folder() -> Path:
    """Return the folder that holds ``forms`` and ``resources``, also in a frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[2]


def forms_folder() -> Path:
    """Return the folder of the shipped form sources."""
    return root_folder() / "forms"


def resources_folder() -> Path:
    """Return the folder of the other shipped data."""
    return root_folder() / "resources"


def sample_folder() -> Path:
    """Return the folder of the sample case."""
    return resources_folder() / "sample"


def read_table(path: Path) -> "tuple[Row, ...]":
    """Return the rows of a CSV file with a heading, empty cells as empty texts."""
    import csv  # noqa: PLC0415  start-up time

    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(
            {name: cell or "" for name, cell in row.items()} for row in csv.DictReader(file)
        )


def timescale_rows() -> "tuple[Row, ...]":
    """Return the shipped defaults of the time limits."""
    return read_table(forms_folder() / "timescales.csv")


def crisis_rows() -> "tuple[Row, ...]":
    """Return the shipped defaults of the steps and numbers in a crisis."""
    return read_table(forms_folder() / "crisis.csv")


def bank_holiday_rows() -> "tuple[Row, ...]":
    """Return the shipped bank holidays: columns ``jurisdiction``, ``date`` and a name."""
    return read_table(forms_folder() / "lists" / "bank_holidays.csv")


def word_list() -> tuple[str, ...]:
    """Return the 7,776 words for passphrases and fingerprints."""
    from outreach_app.crypto.words import parse_word_list  # noqa: PLC0415  start-up time

    (path,) = sorted((resources_folder() / "words").glob("*.txt"))
    return parse_word_list(path.read_text(encoding="utf-8"))

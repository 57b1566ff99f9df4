"""Builders of risk assessments: the 125 items of the form and answers that code them."""

import csv
from pathlib import Path

from outreach_app.domain.flags import Flag
from outreach_app.domain.levels import parse_level
from outreach_app.domain.risk import CodedItem, RiskInput, RiskRow

with (Path(__file__).parent / "items.csv").open(encoding="utf-8", newline="") as _table:
    ITEMS: tuple[CodedItem, ...] = tuple(
        CodedItem(
            name=row["item"],
            domain=row["domain"],
            label=row["label"],
            core=row["core"] == "yes",
            floor=parse_level(row["floor"]),
            flag=row["flag"],
        )
        for row in csv.DictReader(_table)
    )

CORE = tuple(item.name for item in ITEMS if item.core)


def coded(**codes: str) -> dict[str, str]:
    """Return codes by stem: every core item absent except the named ones."""
    return {**dict.fromkeys(CORE, "absent"), **codes}


def risk(
    key: str,
    likelihood: int | None,
    severity: int | None,
    *,
    imminence: str = "weeks",
    status: str = "open",
) -> RiskRow:
    """Return an open risk row whose id is its label."""
    return RiskRow(
        row_id=f"r_{key.lower()}",
        label=key,
        title=f"Risk {key}",
        likelihood=likelihood,
        severity=severity,
        imminence=imminence,
        status=status,
    )


def given(
    kind: str = "full",
    *,
    items: tuple[CodedItem, ...] = ITEMS,
    now: dict[str, str] | None = None,
    rows: tuple[RiskRow, ...] = (),
    flags: tuple[Flag, ...] = (),
    is_minor: bool = False,
) -> RiskInput:
    """Return an input with every core item absent, no risks, no flags, an adult."""
    codes = coded() if now is None else now
    return RiskInput(kind=kind, items=items, now=codes, rows=rows, flags=flags, is_minor=is_minor)

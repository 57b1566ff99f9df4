"""The organisation's steps and numbers in a crisis: read from a table, signed for every laptop.

Whoever has the issuing key signs them alone: they change nobody's trust.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from outreach_app.domain.crisis import parse_crisis
from outreach_app.domain.errors import BrokenCrisisSteps, CrisisStepsMoved
from outreach_app.policy import NothingDecided
from outreach_app.services.configuration import OrganisationCard
from outreach_app.services.organisation import News, load_card, open_card_key, publish

TABLE_LIMIT_BYTES = 256 * 1024


def read_crisis_table(content: bytes) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a table, a CSV file with a heading, checked.

    Raises:
        BrokenCrisisSteps: It is no such table, or a row does not fit.
    """
    try:
        rows = tuple(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        return parse_crisis({name: cell or "" for name, cell in row.items()} for row in rows).rows
    except (UnicodeDecodeError, csv.Error, AttributeError, TypeError) as error:
        raise BrokenCrisisSteps(row=1) from error


def decide_crisis(
    folder: Path,
    rows: Sequence[Mapping[str, str]],
    passphrase: str,
    *,
    now: datetime,
    shown: Sequence[Mapping[str, str]] | None = None,
) -> OrganisationCard:
    """Sign the next configuration with other steps and numbers; none means those of the program.

    Args:
        folder: The organisation's folder.
        rows: As `read_crisis_table` returns them.
        passphrase: Of the issuing key.
        now: When it is signed.
        shown: The rows of the configuration that a person saw before the changes; None where the
            whole table was given.

    Raises:
        BrokenCrisisSteps: A row does not fit.
        CrisisStepsMoved: The organisation's file says something else than what was shown.
        NothingDecided: It changes nothing.
        NoOrganisation, OrganisationFile, IssuingKeyClosed: See `load_card` and `open_card_key`.
    """
    card = load_card(folder)
    if shown is not None and tuple(card.configuration.crisis) != tuple(shown):
        raise CrisisStepsMoved(number=card.configuration.number)
    after = parse_crisis(rows).rows
    if tuple(card.configuration.crisis) == after:
        raise NothingDecided
    issuing = open_card_key(folder, card, passphrase)
    return publish(folder, card, issuing, News(crisis=after), now=now)

"""Who lives in the safe house, as far as the unlocked person may know it."""

from outreach_app.services.access import SAFE_HOUSE
from outreach_app.services.listed_cases import ListedCase, list_cases
from outreach_app.services.sitting import Sitting


def resident_cases(sitting: Sitting) -> tuple[ListedCase, ...]:
    """Return the open cases of those who live in the safe house, and what the person began there."""
    clients = sitting.vault.lists.facts("client")
    here = {each.client_id for each in clients if SAFE_HOUSE in each.facts["addr_kinds"]}
    listed = list_cases(sitting, with_closed=False).cases
    return tuple(each for each in listed if each.line.client_id in here or not each.has_signed)

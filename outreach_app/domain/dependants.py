"""Children and other dependants as people of their own: of whom an exit still says nothing."""

from collections.abc import Mapping
from typing import Any

from outreach_app.domain.values import row_id_of, rows_of, text_of

EXIT_ITEMS = (
    "dx_safe", "dx_services_told", "dx_school", "dx_health", "dx_papers", "dx_own_support",
)  # fmt: skip
"""What the exit checklist asks about each of them."""


def unwritten_at_exit(client: Mapping[str, Any], checklist: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the row ids of the dependants of whom an exit checklist says nothing.

    Args:
        client: The client record, flat.
        checklist: The exit checklist, flat, a draft's too.
    """
    written = {
        text_of(row, "dx_dependant")
        for row in rows_of(checklist, "dependant_exits")
        if any(text_of(row, name) for name in EXIT_ITEMS)
    }
    here = (row_id_of(row) for row in rows_of(client, "dependants"))
    return tuple(row_id for row_id in here if row_id and row_id not in written)

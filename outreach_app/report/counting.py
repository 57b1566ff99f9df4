"""How many pages a PDF of this program has."""

import re

from outreach_app.report.errors import NotAPdf

# The page tree as the pen's writer puts it down; text on pages is compressed and never looks so.
_PAGE_TREE = re.compile(rb"/Count (\d+) /Kids \[[^\]]*\] /Type /Pages\b")


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a PDF that was rendered here and is not protected yet.

    Raises:
        NotAPdf: The bytes are not such a PDF.
    """
    found = _PAGE_TREE.search(pdf)
    if found is None:
        raise NotAPdf
    return int(found[1])

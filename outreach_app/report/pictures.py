"""The pages of a PDF of this program as pictures and as text, made in memory by PDFium.

PDFium is not made for several threads: whoever uses this does so on one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2

from outreach_app.report.errors import NotAPdf

POINTS_PER_INCH = 72
PIXEL_BYTES = 4


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as pixels: blue, green, red and an unused byte each, row by row from the top.

    Attributes:
        width, height: In pixels.
        stride: Bytes from one row to the next.
    """

    width: int
    height: int
    stride: int
    pixels: bytes = field(repr=False)


class PageReader:
    """An open PDF of this program."""

    def __init__(self, pdf: bytes, password: str = "") -> None:
        """Open a PDF from memory.

        Raises:
            NotAPdf: The bytes are not a PDF, or are protected by another password.
        """
        try:
            self._document = pypdfium2.PdfDocument(pdf, password=password or None)
        except pypdfium2.PdfiumError as error:
            raise NotAPdf from error

    @property
    def pages(self) -> int:
        """Return the number of pages."""
        return len(self._document)

    def size(self, number: int) -> tuple[float, float]:
        """Return width and height of a page (from 0) in points of 1/72 inch."""
        with self._page(number) as page:
            return page.get_size()

    def picture(self, number: int, dots_per_inch: float) -> PagePicture:
        """Return a page (from 0) as a picture."""
        with self._page(number) as page:
            bitmap = page.render(
                scale=dots_per_inch / POINTS_PER_INCH,
                may_draw_forms=False,
                prefer_bgrx=True,
                maybe_alpha=False,
            )
            try:
                return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                bitmap.close()

    def text(self, number: int) -> str:
        """Return the words of a page (from 0) in the order in which they were set."""
        with self._page(number) as page:
            words = page.get_textpage()
            try:
                return "\n".join(words.get_text_range().splitlines()).strip()
            finally:
                words.close()

    def close(self) -> None:
        """Let the document go."""
        self._document.close()

    @contextmanager
    def _page(self, number: int) -> Iterator[pypdfium2.PdfPage]:
        page = self._document[number]
        try:
            yield page
        finally:
            page.close()

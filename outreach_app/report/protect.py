"""PDFs under a password: AES-256 as PDF 2.0 has it (R6), written by pyHanko.

The password is told by telephone and kept nowhere. This hides the content from whoever finds the
file; PDF encryption does not prove that a file is unchanged, so the receiver compares its
fingerprint.
"""

from io import BytesIO

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from outreach_app.report.errors import NotAPdf, PasswordUnusable

SHORTEST_PASSWORD = 12
# Common readers cut a password after this many bytes.
LONGEST_PASSWORD = 32


def protect(pdf: bytes, password: str) -> bytes:
    """Return a copy of a PDF that opens only with the password, made in memory.

    Args:
        pdf: A PDF of this program.
        password: Printable ASCII of 12 to 32 characters, such as 20 digits.
            Other characters would be typed differently on other keyboards.

    Raises:
        PasswordUnusable: Too short, too long, or with other characters.
        NotAPdf: The bytes are not a PDF.
    """
    fits = SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD
    if not (fits and password.isascii() and password.isprintable()):
        raise PasswordUnusable(shortest=SHORTEST_PASSWORD, longest=LONGEST_PASSWORD)
    if not pdf.startswith(b"%PDF-"):
        raise NotAPdf
    written = BytesIO()
    try:
        writer = copy_into_new_writer(PdfFileReader(BytesIO(pdf)))
        writer.encrypt(password, password)
        writer.write(written)
    except PdfError as error:
        raise NotAPdf from error
    return written.getvalue()

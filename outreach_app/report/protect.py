"""PDFs under a password: AES-256 as PDF 2.0 has it (R6), written by pyHanko.

The password is told by telephone and kept nowhere. This hides the content from whoever finds the
file; PDF encryption does not prove that a file is unchanged, so the receiver compares its
fingerprint.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from threading import Lock

from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from outreach_app.report.errors import NotAPdf, PasswordUnusable
from outreach_app.report.offline import stay_offline

SHORTEST_PASSWORD = 12
# Common readers cut a password after this many bytes.
LONGEST_PASSWORD = 32
# pyHanko imports parts of itself, in circles, while it works: two jobs at once would meet half of them.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class EnclosedFile:
    """A file that goes inside a PDF, under the same password.

    Attributes:
        name: As the receiver's program lists it; says nothing about the client.
    """

    name: str
    media_type: str
    data: bytes = field(repr=False)


def protect(pdf: bytes, password: str, files: Sequence[EnclosedFile] = ()) -> bytes:
    """Return a copy of a PDF that opens only with the password, made in memory.

    Args:
        pdf: A PDF of this program.
        password: Printable ASCII of 12 to 32 characters, such as 20 digits.
            Other characters would be typed differently on other keyboards.
        files: What goes inside it.

    Raises:
        PasswordUnusable: Too short, too long, or with other characters.
        NotAPdf: The bytes are not a PDF.
    """
    fits = SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD
    if not (fits and password.isascii() and password.isprintable()):
        raise PasswordUnusable(shortest=SHORTEST_PASSWORD, longest=LONGEST_PASSWORD)
    if not pdf.startswith(b"%PDF-"):
        raise NotAPdf
    stay_offline()
    with _ONE_AT_A_TIME:
        return _protected(pdf, password, files)


def _protected(pdf: bytes, password: str, files: Sequence[EnclosedFile]) -> bytes:
    written = BytesIO()
    try:
        writer = copy_into_new_writer(PdfFileReader(BytesIO(pdf)))
        # Before anything is enclosed: what is added afterwards is encrypted as well.
        writer.encrypt(password, password)
        for each in files:
            content = EmbeddedFileObject.from_file_data(
                writer, data=each.data, mime_type=each.media_type
            )
            embed_file(writer, FileSpec(each.name, file_name=each.name, embedded_data=content))
        writer.write(written)
    except PdfError as error:
        raise NotAPdf from error
    return written.getvalue()

"""What can go wrong when a readable copy is made."""

from typing import ClassVar

from outreach_app.errors import HostFault, Refusal, Untrusted


class FontsMissing(HostFault):
    """A font file of the program is missing or cannot be read. Fact: font."""

    code: ClassVar[str] = "report.fonts-missing"


class PasswordUnusable(Refusal):
    """A password that common PDF readers cannot take. Facts: shortest, longest (in characters)."""

    code: ClassVar[str] = "report.password-unusable"


class NotAPdf(Untrusted):
    """Bytes to be protected are not a PDF that can be read."""

    code: ClassVar[str] = "report.not-a-pdf"


class UnknownRenderer(Untrusted):
    """A readable copy names a renderer version that this program does not have. Fact: version."""

    code: ClassVar[str] = "report.unknown-renderer"


class PaperTooLong(Refusal):
    """The words of a paper do not fit its page. Fact: title."""

    code: ClassVar[str] = "report.paper-too-long"


class PictureUnreadable(Refusal):
    """A picture is damaged, of another kind than JPEG and PNG, or too large to be written anew."""

    code: ClassVar[str] = "report.picture-unreadable"


class PictureKeepsMore(Refusal):
    """A picture of a kind from which place and time of the photograph cannot be taken out here."""

    code: ClassVar[str] = "report.picture-keeps-more"

"""What can be said about a bundle without a key: that is all that a finder of the file learns."""

from dataclasses import dataclass

from outreach_app.crypto import age


@dataclass(frozen=True, slots=True)
class Description:
    """The outside of a bundle; sizes in bytes.

    Attributes:
        recipients: How many keys it is sealed to; whose they are is not said.
        noise: Stanzas that only keep readers tolerant.
        sealed_bytes: Size of the encrypted archive, which is one of few classes.
    """

    size_bytes: int
    recipients: int
    noise: int
    header_bytes: int
    sealed_bytes: int


def describe_bundle(untrusted: bytes) -> Description:
    """Return what a file says without a key.

    Raises:
        AgeHeader: Not an age file, or a malformed one.
        AgeProfile: An age file that no bundle is.
        AgeTooLarge: Larger than a bundle may be.
    """
    facts = age.read_header(untrusted)
    return Description(
        size_bytes=len(untrusted),
        recipients=facts.recipients,
        noise=len(facts.stanzas) - facts.recipients,
        header_bytes=facts.header_bytes,
        sealed_bytes=facts.payload_bytes,
    )

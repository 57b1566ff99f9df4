"""Size classes of a bundle: what a finder of the file may learn about how much is inside.

An archive is filled up to 256 KiB, 512 KiB, 1, 2 or 4 MiB; above that to the next size of PADMÉ
(Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs",
2019), which costs at most 12 % and tells O(log log n) bits. All classes are whole tar blocks.
"""

from outreach_app.bundle.container import END_BYTES, member_bytes

SMALLEST_BYTES = 256 * 1024
DOUBLING_UP_TO_BYTES = 4 * 1024 * 1024
PAD_NAME = "pad.bin"


def padded_bytes(archive_bytes: int) -> int:
    """Return the size class, in bytes, of an archive of that many bytes."""
    if archive_bytes <= SMALLEST_BYTES:
        return SMALLEST_BYTES
    if archive_bytes <= DOUBLING_UP_TO_BYTES:
        return 1 << (archive_bytes - 1).bit_length()
    exponent = archive_bytes.bit_length() - 1
    free_bits = exponent - exponent.bit_length()
    mask = (1 << free_bits) - 1
    return (archive_bytes + mask) & ~mask


def pad_size(members_bytes: int) -> int:
    """Return the size of the padding member behind members that take `members_bytes` in all.

    Args:
        members_bytes: Bytes of every other member with its header and filling, without the end.
    """
    smallest = members_bytes + member_bytes(0) + END_BYTES
    return padded_bytes(smallest) - smallest

"""The byte format that OpenSSH uses inside keys, certificates and signatures."""

import base64
import binascii

ED25519 = b"ssh-ed25519"
ED25519_CERTIFICATE = b"ssh-ed25519-cert-v01@openssh.com"


class WireFault(ValueError):
    """Bytes end too early, go on too long, or are not plain base64."""


def lay_text(value: bytes) -> bytes:
    """Return a value behind its length as four bytes."""
    return len(value).to_bytes(4, "big") + value


def take_text(untrusted: bytes, start: int) -> tuple[bytes, int]:
    """Return the value that stands at `start`, and where it ends.

    Raises:
        WireFault: The bytes end before the value does.
    """
    begin = start + 4
    end = begin + int.from_bytes(untrusted[start:begin], "big")
    if begin > len(untrusted) or end > len(untrusted):
        raise WireFault("ends too early")
    return untrusted[begin:end], end


def take_texts(untrusted: bytes, start: int, count: int) -> list[bytes]:
    """Return exactly `count` values that fill the bytes from `start` to the end.

    Raises:
        WireFault: The bytes end too early or go on.
    """
    values: list[bytes] = []
    for _ in range(count):
        value, start = take_text(untrusted, start)
        values.append(value)
    if start != len(untrusted):
        raise WireFault("goes on too long")
    return values


def plain_base64(untrusted: bytes) -> bytes:
    """Return the bytes of base64 that is written in its one usual way: padded, without blanks.

    Raises:
        WireFault: Anything else.
    """
    try:
        value = base64.b64decode(untrusted, validate=True)
    except (binascii.Error, ValueError) as error:
        raise WireFault("not base64") from error
    if base64.b64encode(value) != untrusted:
        raise WireFault("not base64 in its usual form")
    return value


def to_base64(value: bytes) -> str:
    """Return bytes as base64 text in its one usual way."""
    return base64.b64encode(value).decode("ascii")

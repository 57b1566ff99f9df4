"""Bech32 (BIP 173) as age uses it: the text form of 32-byte keys."""

_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM_WORDS = 6


def encode_bech32(prefix: str, value: bytes) -> str:
    """Return bytes as Bech32 in lower case; longer than BIP 173's 90 characters is allowed."""
    words = _five_bit_words(value)
    checked = [*_expanded(prefix), *words, *([0] * _CHECKSUM_WORDS)]
    remainder = _polymod(checked) ^ 1
    checksum = [(remainder >> 5 * (5 - position)) & 31 for position in range(_CHECKSUM_WORDS)]
    return prefix + "1" + "".join(_ALPHABET[word] for word in (*words, *checksum))


def _five_bit_words(value: bytes) -> list[int]:
    bits = len(value) * 8
    padding = -bits % 5
    number = int.from_bytes(value, "big") << padding
    return [(number >> shift) & 31 for shift in range(bits + padding - 5, -1, -5)]


def _expanded(prefix: str) -> list[int]:
    return [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]


def _polymod(words: list[int]) -> int:
    checksum = 1
    for word in words:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ word
        for position, generator in enumerate(_GENERATOR):
            checksum ^= generator if (top >> position) & 1 else 0
    return checksum

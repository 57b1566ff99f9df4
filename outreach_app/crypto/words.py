"""Words and digits for people: fingerprints to compare aloud, passphrases, passwords by telephone.

The word list is an argument: 7,776 words, so that one word carries 12.9 bits.
"""

import hashlib
import math
import re
import secrets
from collections.abc import Collection, Sequence
from itertools import pairwise

from outreach_app.crypto.errors import WeakPassphrase, WordListFormat
from outreach_app.crypto.kdf import normalise_passphrase

LIST_LENGTH = 7776
FINGERPRINT_WORDS = 12
PASSPHRASE_WORDS = 6
LEAST_CHARACTERS = 14
LEAST_BITS = 60
PASSWORD_DIGITS = 20
_BITS_PER_WORD = math.log2(LIST_LENGTH)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*\Z")
_RUN = re.compile(r"[^\W\d_]+|\d+|[\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def parse_word_list(text: str) -> tuple[str, ...]:
    """Return the words of a list, one a line; lines that start with # are notes.

    Raises:
        WordListFormat: Not 7,776 different words in lower case.
    """
    lines = (line.strip() for line in text.splitlines())
    words = tuple(line for line in lines if line and not line.startswith("#"))
    usable = {word for word in words if _WORD.match(word)}
    if len(words) != LIST_LENGTH or len(usable) != LIST_LENGTH:
        raise WordListFormat(found=len(usable), needed=LIST_LENGTH)
    return words


_STRENGTHS = (
    (30, "is guessed in minutes"),
    (45, "is guessed in days"),
    (LEAST_BITS, "is guessed by somebody with patience and money"),
)


def fingerprint_words(public_key: bytes, word_list: Sequence[str]) -> tuple[str, ...]:
    """Return the 12 words (155 bits) by which two people compare a public key."""
    digest = hashlib.sha256(b"outreach/1\x00fingerprint words\x00" + public_key).digest()
    number = int.from_bytes(digest, "big")
    words: list[str] = []
    for _ in range(FINGERPRINT_WORDS):
        number, index = divmod(number, len(word_list))
        words.append(word_list[index])
    return tuple(words)


def make_passphrase(word_list: Sequence[str], count: int = PASSPHRASE_WORDS) -> str:
    """Return random words with a blank between them; six have 77.5 bits."""
    return " ".join(secrets.choice(word_list) for _ in range(count))


def estimate_strength(passphrase: str, word_list: Collection[str]) -> int:
    """Return a cautious estimate of how many bits a guesser must try.

    A word of the list counts 12.9 bits, other runs of letters as a rarer word or name at most,
    years as years, repeats, blanks and sequences next to nothing. It errs on the low side: a random
    string of letters is taken for a name.
    """
    text = normalise_passphrase(passphrase).decode("utf-8") if passphrase else ""
    known = word_list if isinstance(word_list, set | frozenset) else frozenset(word_list)
    seen: set[str] = set()
    bits = 0.0
    for run in _RUN.findall(text):
        lower = run.lower()
        bits += 0.0 if lower in seen else _run_bits(lower, known)
        bits += 0.0 if run == lower else 1.0
        seen.add(lower)
    return int(bits)


def check_own_choice(
    passphrase: str, word_list: Collection[str], *, least_characters: int = LEAST_CHARACTERS
) -> None:
    """Accept a passphrase of a person's own making.

    Raises:
        WeakPassphrase: Fewer characters than asked, or fewer than 60 bits by the estimate.
        PassphraseText: It cannot be a passphrase at all.
    """
    bits = estimate_strength(passphrase, word_list)
    if len(passphrase) < least_characters or bits < LEAST_BITS:
        raise WeakPassphrase(
            characters=len(passphrase),
            bits=bits,
            least_characters=least_characters,
            least_bits=LEAST_BITS,
            strength=_strength_words(bits),
        )


def _strength_words(bits: int) -> str:
    """Return in words how long a guesser with computers of their own would need."""
    if bits >= LEAST_BITS:
        return "would be hard enough to guess"
    for below, words in _STRENGTHS:
        if bits < below:
            return words
    return _STRENGTHS[-1][1]


def make_digits_password() -> str:
    """Return 20 random digits (66 bits): a password to be given by telephone.

    Common PDF readers take at most 32 bytes, which six words would exceed.
    """
    return "".join(secrets.choice("0123456789") for _ in range(PASSWORD_DIGITS))


def in_groups(password: str) -> str:
    """Return a password in groups of four with blanks, for reading aloud; the blanks are no part."""
    return " ".join(password[start : start + 4] for start in range(0, len(password), 4))


def _run_bits(run: str, known: Collection[str]) -> float:
    if run in known:
        return _BITS_PER_WORD
    if _YEAR.match(run):
        return 7.0
    fresh = 1 + sum(ord(after) - ord(before) not in (-1, 0, 1) for before, after in pairwise(run))
    if run[0].isdigit():
        return fresh * math.log2(10)
    if run[0].isalpha():
        # A name or rarer word is one of perhaps 100,000, however long; very long runs are several.
        return min(fresh * math.log2(26), 17.0 + 1.5 * max(0, fresh - 10))
    return 0.0 if run == " " else fresh * 4.0

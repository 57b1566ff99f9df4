"""How long one waits after wrong passphrases. It guards the keyboard only, not a copied file."""

_LONGEST_S = 60


def delay_seconds(failures: int) -> int:
    """Return the wait after so many wrong passphrases in a row: 1, 2, 4 … at most 60 seconds."""
    return min(_LONGEST_S, 2 ** (failures - 1)) if failures > 0 else 0

"""A hint at how hard a passphrase is to guess. It advises; only the least length is required."""

from enum import StrEnum

from zxcvbn import zxcvbn

_LOOKED_AT_CHARS = 72


class Strength(StrEnum):
    """How long a passphrase would stand against somebody who has the vault's files."""

    SHORT = "short"
    """Shorter than what the vault takes."""
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength(passphrase: str, min_chars: int) -> Strength:
    """Return the hint for a passphrase.

    The estimate is zxcvbn's number of guesses (Wheeler, 2016), made of the first 72 characters: under 10^10 is
    weak, under 10^14 fair. It knows English words; Indonesian ones it counts as letters, and so too kindly: the
    bounds are set high for that.
    """
    if len(passphrase) < min_chars:
        return Strength.SHORT
    guesses_log10 = float(zxcvbn(passphrase[:_LOOKED_AT_CHARS])["guesses_log10"])
    if guesses_log10 < 10:
        return Strength.WEAK
    return Strength.FAIR if guesses_log10 < 14 else Strength.STRONG

"""A number's value, and what digits are worth."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from kg.text.fold import fold

NUMBER = "number"
ORDINAL = "ordinal"

_LONGEST_DIGITS = 40
"""More digits in a row than this is a serial number, not a figure."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number's value; ``vague`` marks words such as عشرات or thousands, whose ``value`` is the power they name."""

    value: Fraction
    digits: str | None = None
    vague: bool = False
    definite: bool = False
    joined: bool = False

    @property
    def integer(self) -> int | None:
        """The value where it is whole."""
        return self.value.numerator if self.value.denominator == 1 else None


def numeral_table(language: str) -> Traversable:
    """The lexicon table of number words of ``ar`` or ``en``."""
    return files("kg.text") / "data" / f"numerals_{language}.tsv"


@lru_cache(maxsize=4096)
def digits_value(surface: str) -> Fraction | None:
    """The value of digits with their separators; None where they are too long to be a figure.

    A point, or a comma that is not followed by exactly three digits, is a decimal mark. ``4ر12`` is 12.4: the way
    Arabic agencies type a decimal, fraction first.
    """
    if len(surface) > _LONGEST_DIGITS:
        return None
    folded = fold(surface).replace(" ", "")
    if "ر" in folded:
        fraction, whole = folded.split("ر", 1)
        return Fraction(f"{whole}.{fraction}")
    whole, mark, last = folded.rpartition(
        "." if "." in folded[-1:] or "," not in folded else max(".,", key=folded.rfind)
    )
    if not mark:
        return Fraction(folded)
    grouped = mark == "," and len(last) == 3 and not whole.startswith("0") and whole
    if grouped or (whole.count(mark) and len(last) == 3):
        return Fraction(folded.replace(",", "").replace(".", ""))
    return Fraction(f"{whole.replace(',', '').replace('.', '') or '0'}.{last}")

"""The one folding of text that matching, identity and search use; offsets are never lost.

Folding is for comparing only. What is shown, stored and quoted keeps the article's own spelling.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

FOLD_TABLE: dict[str, str] = {
    # hamza carriers and alef forms
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ؤ": "و",
    "ئ": "ي",
    # alef maqsura, tāʾ marbūṭa; Persian and Urdu forms of the same letters
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ة": "ه",
    "ۃ": "ه",
    "ہ": "ه",
    "ک": "ك",
    # tatweel
    "ـ": "",
    # Arabic punctuation, quotation marks, dashes and the spaces that are typed for one another
    "٪": "%",
    "٫": ".",
    "٬": ",",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "«": '"',
    "»": '"',
    "“": '"',
    "”": '"',
    "„": '"',
    "‟": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "‛": "'",
    "`": "'",
    "´": "'",
    "‹": "'",
    "›": "'",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "―": "-",
    "−": "-",
    "…": "...",
}
"""What one character becomes, beyond Unicode's own compatibility forms, case folding and removal of marks."""

_DROPPED_CATEGORIES = {"Mn", "Me", "Cf", "Cc"}
_SPACES = {"\t", "\n", "\r", "\v", "\f"}


@lru_cache(maxsize=65536)
def fold_char(char: str) -> str:
    """One character folded: zero or more characters.

    Compatibility forms are taken apart (NFKC), diacritics and bidi controls dropped, digits of any script become
    ASCII, Latin is case-folded, white space becomes one space.
    """
    if char in FOLD_TABLE:
        return FOLD_TABLE[char]
    if char in _SPACES:
        return " "
    out = []
    for part in unicodedata.normalize("NFKD", char):
        category = unicodedata.category(part)
        if part in FOLD_TABLE:
            out.append(FOLD_TABLE[part])
        elif category == "Nd":
            out.append(str(unicodedata.decimal(part)))
        elif category.startswith("Z"):
            out.append(" ")
        elif category not in _DROPPED_CATEGORIES:
            out.append(part.casefold())
    return "".join(out)


def fold(text: str) -> str:
    """``text`` folded for comparison, runs of white space joined to one space and outer space removed."""
    return " ".join("".join(map(fold_char, text)).split())


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that remembers where each folded character came from.

    ``origin[i]`` is the code-point offset in ``source`` of the character that gave ``text[i]``. White space is folded
    but not joined, so that a span of the folded text always maps to one span of the source.
    """

    source: str
    text: str
    origin: tuple[int, ...]

    @classmethod
    def of(cls, source: str) -> Folded:
        """Fold ``source`` and keep the map back."""
        parts: list[str] = []
        origin: list[int] = []
        for offset, char in enumerate(source):
            folded = fold_char(char)
            parts.append(folded)
            origin.extend([offset] * len(folded))
        return cls(source, "".join(parts), tuple(origin))

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the folded span ``start:end``; marks that follow its last letter belong to it."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no folded span {start}..{end} in a text of {len(self.text)} folded characters")
        last = self.origin[end - 1] + 1
        while last < len(self.source) and unicodedata.category(self.source[last]) == "Mn":
            last += 1
        return self.origin[start], last

    def from_source(self, offset: int) -> int:
        """The first folded offset whose source offset is at or after ``offset``."""
        return bisect_right(self.origin, offset - 1)

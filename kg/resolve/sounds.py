"""How a word sounds, whichever script it is in: consonants in classes, vowels that weigh little, and their distance.

Arabic writes long vowels only, Latin writes all of them in many ways; ``ب`` may be b or p, ``ج`` j or g, ``ق`` q, k or
g. A word becomes a row of sounds, and two rows are compared by an alignment with these costs. The classes follow what
newspapers do in both directions, not one system of transliteration.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

VOWELS = "AWYE"
"""The classes of vowels: a, w (o, u), y (i), and e, which Arabic writes as ي or ا or not at all."""
_LONGEST = 40
_FULL = 1.0
_VOWEL_WEIGHT = 0.4

_ARABIC = {
    "ب": "b",
    "پ": "b",
    "ف": "f",
    "ڤ": "f",
    "ت": "t",
    "ط": "t",
    "ث": "θ",
    "د": "d",
    "ض": "d",
    "ذ": "ð",
    "ظ": "ð",
    "ز": "z",
    "س": "s",
    "ص": "s",
    "ش": "š",
    "ج": "j",
    "غ": "ğ",
    "ق": "q",
    "ك": "k",
    "ک": "k",
    "گ": "g",
    "چ": "č",
    "خ": "x",
    "ح": "h",
    "ه": "h",
    "م": "m",
    "ن": "n",
    "ل": "l",
    "ر": "r",
    "ژ": "j",
    "ا": "A",
    "أ": "A",
    "إ": "A",
    "آ": "A",
    "ٱ": "A",
    "ى": "A",
    "ئ": "Y",
    "ؤ": "W",
    "و": "W",
    "ي": "Y",
    "ی": "Y",
    "ة": "ə",
    "ع": "ʕ",
}
_LATIN = (
    ("tsch", "č"),
    ("sch", "š"),
    ("tch", "č"),
    ("eau", "W"),
    ("tz", "ts"),
    ("ch", "č"),
    ("sh", "š"),
    ("kh", "x"),
    ("gh", "ğ"),
    ("zh", "j"),
    ("dj", "j"),
    ("dh", "ð"),
    ("th", "θ"),
    ("ph", "f"),
    ("ck", "k"),
    ("qu", "k"),
    ("oo", "U"),
    ("ou", "U"),
    ("ee", "I"),
    ("ei", "I"),
    ("ie", "I"),
    ("ey", "I"),
    ("ai", "I"),
    ("ay", "I"),
    ("ea", "E"),
    ("aa", "O"),
    ("au", "W"),
    ("aw", "W"),
    ("ow", "W"),
    ("iy", "Y"),
    ("yi", "Y"),
    ("b", "b"),
    ("p", "b"),
    ("f", "f"),
    ("v", "f"),
    ("t", "t"),
    ("d", "d"),
    ("z", "z"),
    ("s", "s"),
    ("j", "j"),
    ("g", "g"),
    ("k", "k"),
    ("q", "q"),
    ("x", "ks"),
    ("h", "h"),
    ("m", "m"),
    ("n", "n"),
    ("l", "l"),
    ("r", "r"),
    ("a", "a"),
    ("e", "e"),
    ("i", "i"),
    ("o", "o"),
    ("u", "u"),
    ("w", "W"),
    ("y", "Y"),
)
# Small letters and O, U, I are Latin vowels: short ones may be left out by Arabic, long ones seldom.
_CLASS = {"a": "A", "e": "E", "i": "Y", "o": "W", "u": "W", "O": "A", "U": "W", "I": "Y"}
_SOFT = {
    **dict.fromkeys("aeiou", 0.1),
    "O": 0.25,
    "U": 0.5,
    "I": 0.35,
    "A": 0.3,
    "W": 0.5,
    "Y": 0.4,
    "E": 0.15,
    "ʕ": 0.04,
    "ə": 0.05,
}
_SHORT_WRITTEN = 0.3
"""What a short vowel costs where both words are Latin and write it."""
_UNDIVIDED = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "ß": "ss"})
"""Latin letters that Unicode does not take apart into a letter and a mark."""
_NEAR = {
    frozenset(pair): cost
    for cost, pairs in (
        (0.05, ("gj", "gğ", "jğ", "qk", "qg", "θt", "θs", "ðd", "ðz", "čš")),
        (0.2, ("zs", "čx", "fW", "xh", "xk", "čk", "gk", "kğ", "jš", "jY", "xj", "čj", "xq")),
        (0.5, ("td", "sš", "hğ", "xğ", "bf", "čs", "sk", "jz")),
    )
    for pair in pairs
}


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The sounds of one word, one character each; letters of other scripts than Arabic and Latin are left out."""
    letters = unicodedata.normalize("NFKD", word[: 3 * _LONGEST].translate(_UNDIVIDED))
    plain = "".join(char for char in letters if unicodedata.category(char) != "Mn")
    arabic = any("\u0600" <= char <= "\u06ff" for char in plain)
    return _collapsed(_of_arabic(plain) if arabic else _of_latin(plain.casefold()))[:_LONGEST]


def _of_arabic(word: str) -> str:
    out: list[str] = []
    for position, char in enumerate(word):
        if char == "ش" and out and out[-1] == "t" and word[position - 1] == "ت":
            out[-1] = "č"
        elif char in _ARABIC:
            out.append(_ARABIC[char])
    return "".join(out)


def _of_latin(word: str) -> str:
    out: list[str] = []
    at = 0
    while at < len(word):
        if word[at] == "c":
            soft = word[at + 1 : at + 2] in ("e", "i", "y")
            if word[at + 1 : at + 2] not in ("h", "k"):
                out.append("s" if soft else "k")
                at += 1
                continue
        for letters, sound in _LATIN:
            if word.startswith(letters, at):
                out.append(sound)
                at += len(letters)
                break
        else:
            at += 1
    return "".join(out)


def _collapsed(row: str) -> str:
    return "".join(char for at, char in enumerate(row) if at == 0 or char != row[at - 1])


@lru_cache(maxsize=262144)
def likeness(left: str, right: str) -> float:
    """How alike two rows of sounds are, from 0 to 1; quadratic in their length, which :func:`sounds` bounds."""
    latin = _writes_short(left) and _writes_short(right)
    if left == right:
        return 1.0 if left else 0.0
    whole = (sum(map(_weight, left)) + sum(map(_weight, right))) / 2
    if not whole:
        return 0.0
    before = [0.0]
    for at, sound in enumerate(right):
        before.append(before[-1] + _left_out(sound, at, right, latin))
    for at, sound in enumerate(left):
        gone = _left_out(sound, at, left, latin)
        row = [before[0] + gone]
        for other, heard in enumerate(right):
            row.append(
                min(
                    before[other + 1] + gone,
                    row[-1] + _left_out(heard, other, right, latin),
                    before[other] + _instead(sound, heard, at == 0 and other == 0),
                )
            )
        before = row
    return max(0.0, 1 - before[-1] / whole)


def skeleton(row: str) -> str:
    """The consonants of a row of sounds in their coarsest classes: equal for words that may be one, for blocking."""
    return "".join(_COARSE.get(char, char) for char in row if _class(char) not in "AWYEʕəh" and char != "h")


_COARSE = {"q": "k", "g": "k", "j": "k", "ğ": "k", "x": "k", "č": "k", "š": "s", "θ": "t", "ð": "d", "z": "s"}


def _class(sound: str) -> str:
    return _CLASS.get(sound, sound)


def _weight(sound: str) -> float:
    return _VOWEL_WEIGHT if _class(sound) in "AWYEʕə" else _FULL


def _writes_short(row: str) -> bool:
    return any(sound in "aeiouOUI" for sound in row)


def _left_out(sound: str, at: int, row: str, latin: bool) -> float:
    last = at == len(row) - 1
    if sound == "h":
        return 0.05 if last else 0.45
    if sound == "A" and (at == 0 or last):
        return 0.15
    if sound == "e" and last:
        return 0.03
    if sound == "a" and last:  # Arabic writes a final a, and Paula is not Paul
        return 0.5
    if latin and sound in "aeiou":
        return _SHORT_WRITTEN
    return _SOFT.get(sound, _FULL)


def _instead(one: str, other: str, first: bool) -> float:
    if one == other:
        return 0.0
    a, b = _class(one), _class(other)
    if a == b:
        return 0.0 if one.isupper() or other.isupper() else 0.05
    vowels = "AWYEʕə"
    if a in vowels and b in vowels:
        if first or "ʕ" in (a, b) or "ə" in (a, b):
            return 0.08
        if "E" in (a, b):
            return 0.1 if "W" not in (a, b) else 0.5
        return 0.25 if {a, b} == {"A", "W"} and "u" in (one, other) else 0.55
    if {a, b} == {"h", "ə"}:
        return 0.0
    return _NEAR.get(frozenset((a, b)), 1.3)

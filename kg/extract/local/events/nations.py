"""Which country an adjective of nation means: الإسرائيلي and إسرائيل, Russian and Russia have one stem.

Adjectives of nation are built from the country's name by an ending in both languages, so that both, their endings
taken off, are compared as they are written. Names that are not so built are listed.
"""

from __future__ import annotations

from kg.text import fold

_ENDINGS_AR = ("يتين", "يين", "يون", "يات", "يه", "ي")
_ENDINGS_EN = ("ian", "ean", "an", "ese", "ish", "i")
_SHORTEST = 3
_OTHERS = {
    fold("الولايات المتحدة"): fold("أمريك"),
    fold("الولايات المتحدة الأمريكية"): fold("أمريك"),
    fold("المملكة المتحدة"): fold("بريطان"),
    "united states": "americ",
    "u.s.": "americ",
    "us": "americ",
    "united kingdom": "brit",
    "britain": "brit",
    "france": "french",
    "germany": "germ",
    "spain": "span",
    "poland": "pol",
    "lebanon": "leban",
    "sweden": "swed",
    "turkey": "turk",
}
_SPELT = {fold("أميرك"): fold("أمريك"), fold("اميرك"): fold("أمريك")}


def country_stem(name: str) -> str:
    """What the name of a country shares with its adjective, folded."""
    word = fold(name)
    if word in _OTHERS:
        return _OTHERS[word]
    word = word.removeprefix("ال")
    for ending in ("يا", "يه", "ا", "ه", "ia", "e", "a"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


def adjective_stem(adjective: str) -> str:
    """What a folded adjective of nation shares with its country; "" where it has no such ending."""
    if adjective == "french":
        return adjective
    word = adjective.removeprefix("ال")
    for ending in _ENDINGS_AR + _ENDINGS_EN:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            stem = word.removesuffix(ending)
            return _SPELT.get(stem, stem)
    return ""

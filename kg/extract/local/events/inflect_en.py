"""The forms of English verbs and nouns from their dictionary forms."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.local.events.particles import words

_VOWELS = set("aeiou")
_STRESSED_LAST = words(
    "abet acquit admit allot begin commit compel confer defer disbar emit equip expel forget omit outfit permit prefer"
    " propel rebel rebut refer regret repel submit transfer transmit upset"
)
"""Verbs that double their last consonant though they end like those that do not."""

_KEEPS_SINGLE = tuple(sorted(words("en er or on el it et al ow aw ew op an in ut ip ar lot")))


def verb_forms(base: str, past: str = "", participle: str = "") -> Iterator[tuple[str, str]]:
    """Forms with their kind: "base", "present", "past", "participle" or "gerund".

    ``past`` and ``participle`` are given for irregular verbs; the words after the first of a phrasal verb stay.
    """
    head, _, tail = base.partition(" ")
    tail = f" {tail}" if tail else ""
    past, participle = past.partition(" ")[0], participle.partition(" ")[0]
    regular = _suffixed(head, "ed")
    yield head + tail, "base"
    yield plural(head) + tail, "present"
    yield (past or regular) + tail, "past"
    yield (participle or past or regular) + tail, "participle"
    yield _suffixed(head, "ing") + tail, "gerund"


def plural(word: str) -> str:
    """A noun's plural or a verb's third person."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _suffixed(verb: str, suffix: str) -> str:
    if verb.endswith("ie") and suffix == "ing":
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + suffix
    if verb.endswith("e") and suffix == "ed":
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS and suffix == "ed":
        return verb[:-1] + "ied"
    if _doubles(verb):
        return verb + verb[-1] + suffix
    return verb + suffix


def _doubles(verb: str) -> bool:
    """Whether the last consonant doubles (ban, banned): one vowel before one consonant in a stressed last syllable."""
    if verb in _STRESSED_LAST:
        return True
    if len(verb) < 3 or verb[-1] in _VOWELS or verb[-1] in "wxy" or verb[-2] not in _VOWELS or verb[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in verb) == 1 or not verb.endswith(_KEEPS_SINGLE)

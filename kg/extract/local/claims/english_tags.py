"""A shallow word class for every item, from closed lists, known verb forms and endings.

The tags are one letter each:

    D determiner    P preposition   R subject pronoun  O object pronoun  K pronoun and verb (he's)
    A auxiliary     N negation      B adverb           C conjunction     S subordinator
    W relative      T time word     V finite verb      v noun or verb    E -ed form, past or participle
    G -ing form
    n noun, adjective, name, number  q quoted words inside a phrase      ( a bracket or a sign
    Q quoted speech  , ; : - .      punctuation
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.local.claims.english_items import Item
from kg.extract.local.claims.english_lexicon import Lexicon, is_a, lexicon

_CLASSES = (
    ("contraction", "K"),
    ("negation", "N"),
    ("auxiliary", "A"),
    ("subject", "R"),
    ("object", "O"),
    ("relative", "W"),
    ("subordinator", "S"),
    ("conjunction", "C"),
    ("determiner", "D"),
    ("preposition", "P"),
    ("temporal", "T"),
    ("adverb", "B"),
)
_BEFORE_VERB = frozenset({"n", "q", "Q", ",", "T", "C", "(", "", ":", "v"})


def tag(items: Sequence[Item]) -> tuple[Item, ...]:
    """``items`` with their word classes and known verb forms."""
    words = lexicon()
    shouting = _is_title(items)
    out: list[Item] = []
    for at, item in enumerate(items):
        if item.tag != "n":
            out.append(item)
            continue
        first = at == 0 or items[at - 1].tag in ":.;-"
        name = (item.capital and not first and not shouting) or (item.upper and not shouting)
        letter = _letter(item, words, name=name)
        form = None if name else words.verbs.get(item.norm)
        if letter == "n" and form is not None and not (first and _next_is_name(items, at)):
            letter = _verb_letter(form.shape, out)
        elif letter == "n" and not name:
            letter = _by_ending(item.norm, out)
        out.append(replace(item, tag=letter, form=form))
    return tuple(_without_doubled_verbs(out))


def _without_doubled_verbs(items: list[Item]) -> list[Item]:
    """A form that may be a noun is one right before a finite verb (the member states said) and after a noun.

    After a noun (air strikes) it is a verb only where its object or clause follows at once.
    """
    for at in range(len(items) - 1):
        following = items[at + 1]
        if items[at].norm == "first" and following.tag in "nG":
            items[at] = replace(items[at], tag="n")
            items[at + 1] = replace(following, tag="n")
            continue
        singular = at > 0 and items[at - 1].tag == "n" and not items[at - 1].capital
        form = items[at].form
        compound = singular and form is not None and "s" in form.shape
        if items[at].tag == "v" and compound and is_a(items[at].norm, "nounlike") and following.tag not in "DROSKW:Q":
            items[at] = replace(items[at], tag="n")
            continue
        told = following.tag == "E" and following.form is not None and bool(following.form.cues)
        inside = any(item.tag == "W" for item in items[max(0, at - 4) : at])
        if items[at].tag == "v" and (following.tag in "VA" or told) and not inside:
            items[at] = replace(items[at], tag="n")
    return items


def _is_title(items: Sequence[Item]) -> bool:
    """Whether most words are capitalised, as in a headline."""
    plain = [item for item in items if item.tag == "n"]
    return len(plain) > 3 and sum(item.capital for item in plain) > 0.6 * len(plain)


def _next_is_name(items: Sequence[Item], at: int) -> bool:
    """Will Smith, Price Waterhouse: a capitalised verb form at the beginning before another name."""
    word = items[at]
    return word.capital and at + 1 < len(items) and items[at + 1].capital and not word.norm.endswith(("ed", "ing"))


def _letter(item: Item, words: Lexicon, *, name: bool) -> str:
    norm = item.norm
    for kind, letter in _CLASSES:
        if norm in words.words[kind]:
            lower = norm == "i" and not item.capital
            return "n" if lower or (name and _is_name(norm, letter)) else letter
    if norm.endswith("n't"):
        return "A"
    return "n"


def _is_name(norm: str, letter: str) -> bool:
    """Whether a capitalised word is a name though it looks like one of a class: May, Will, US."""
    if letter in "ABNO" or (letter == "T" and not is_a(norm, "calendar")):
        return True
    return letter == "R" and norm != "i" and len(norm) < 3


def _verb_letter(shape: str, before: Sequence[Item]) -> str:
    """The tag of a known verb form after the items ``before``."""
    last = next((item.tag for item in reversed(before) if item.tag != "B"), "")
    if "g" in shape:
        return "n" if last == "D" else "G"
    if "p" in shape and "e" in shape:
        return "E"
    if "p" in shape:
        return "V"
    if "e" in shape:
        return "E"
    if last == "D" or (last == "P" and before[-1].norm != "to"):
        return "n"
    if "b" in shape and before and before[-1].norm == "to":
        return "V"
    if last in {"A", "R", "W", "N"}:
        return "V"
    if before and before[-1].norm.endswith(("'s", "s'")):
        return "n"
    if before and before[-1].norm == "that":
        return "v"
    if last == "n" and not _agrees(shape, before):
        return "n"
    if last == "T" and len(before) > 1 and before[-2].tag == "D":
        return "n"  # a June report
    return "v" if last in _BEFORE_VERB else "n"


def _agrees(shape: str, before: Sequence[Item]) -> bool:
    """Whether a present form may have the nouns before it as its subject: officials say, the office report does not."""
    nouns = []
    for item in before[-8:]:
        if item.tag in "n(qDPCTE":
            nouns.append(item)
        else:
            nouns.clear()
    if not nouns:
        return True
    plural = [item for item in nouns if item.tag == "C" or is_a(item.norm, "plural") or _looks_plural(item)]
    return bool(plural) if "s" not in shape else not (plural == nouns[-1:] and len(nouns) == 1)


def _looks_plural(item: Item) -> bool:
    return item.norm.endswith("s") and not item.norm.endswith(("ss", "us", "is"))


def _by_ending(norm: str, before: Sequence[Item]) -> str:
    if norm.endswith("ly") and not is_a(norm, "adjective") and len(norm) > 4:
        return "B"
    if norm.endswith("ing") and len(norm) > 5 and (not before or before[-1].tag != "D"):
        return "G"
    if norm.endswith("ed") and len(norm) > 4 and (not before or before[-1].tag != "D"):
        return "E"
    return "n"

"""Whether an English source is left unnamed: two officials familiar with the draft; one of them; a third delegate."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.local.claims.english_lexicon import is_a
from kg.extract.local.claims.english_line import Line, Stretch
from kg.extract.local.claims.english_phrases import chunk_end

_PARTITIVE = frozenset({"of", "among"})
_PRONOUNS = frozenset({"someone", "somebody", "others", "another", "them", "us", "whom", "those"})
_NAME = frozenset({"name", "names", "identity", "identities"})
_NAME_REACH = 4
_PLEA = 9


def is_anonymous(line: Line, stretch: Stretch) -> bool:
    """Whether a source is a person or persons whose name is withheld: two officials, a source close to the talks.

    The head of the phrase is a common noun for persons; a name in it or after its comma says who they are. Of "one of
    them" and "some of the residents" the head is what follows "of". To be asked only of sources without an entity.
    """
    first, stop = stretch
    head = _head(line, first, stop)
    if line.norm(head + 1) in _PARTITIVE and head + 2 < stop and _counts(line, head):
        head = _head(line, head + 2, stop)
    elif head == first and _counts(line, head) and line.norm(head) not in _PRONOUNS:
        return is_a(line.norm(head), "unnamed")
    word = line.norm(head)
    if word in _PRONOUNS:
        return True
    if line.items[head].capital and head > first:
        return False
    return (is_a(word, "unnamed") or is_a(word, "human")) and not _is_named(line, head, stop)


def asks_for_anonymity(line: Line, stretches: Sequence[Stretch]) -> bool:
    """Whether what is said is a plea not to be named: a condition of talking, and no claim."""
    if not stretches:
        return False
    first, stop = stretches[0]
    words = [line.norm(at) for at in range(first, min(stop, first + _PLEA))]
    if "anonymity" in words[:3]:
        return True
    asked = next((word for word in words if is_a(word, "naming")), None)
    return asked is not None and (words[:3] == ["not", "to", "be"] or bool(_NAME & set(words)))


def _head(line: Line, first: int, stop: int) -> int:
    """The last noun of the phrase, before an adjective that goes on with a preposition: officials close to."""
    end = chunk_end(line, first)
    if end <= first or end > stop:
        end = stop
    for at in range(first, end):
        if is_a(line.norm(at), "complemented") and at > first:
            return at - 1
    return end - 1


def _counts(line: Line, at: int) -> bool:
    return line.norm(at)[:1].isdigit() or is_a(line.norm(at), "pronominal") or is_a(line.norm(at), "determiner")


def _is_named(line: Line, head: int, stop: int) -> bool:
    """Whether a name stands right after the head, or in apposition after a comma: a spokesman, Matt Miller."""
    if line.items[head + 1 : head + 2] and head + 1 < stop and line.items[head + 1].capital:
        return line.tag(head + 1) == "n"
    comma = line.tags.find(",", head + 1, stop)
    if comma < 0 or line.tag(comma + 1) == "W":
        return False
    return any(item.capital and item.tag == "n" for item in line.items[comma + 1 : min(stop, comma + 1 + _NAME_REACH)])

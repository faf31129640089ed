"""Where what is said begins and ends, once all attributions of a sentence are known.

Unquoted speech ends with its sentence, or before the next attribution that is not part of it; quoted speech goes on in
the following quotations of the sentence. Edges lose their punctuation, quotation marks and brackets.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.local.claims.english_attribution import Attribution
from kg.extract.local.claims.english_clauses import is_finite
from kg.extract.local.claims.english_line import Line, Stretch
from kg.extract.local.drafts import Range

_EDGES = frozenset(" \t\n\r\v\f\u00a0.,;:!?…\"'“”„‟‘’‚«»‹›()[]-–—―`´،؛؟*|")
_SUBORDINATE_CUTS = frozenset({"while", "although", "though", "whereas"})


def trimmed(text: str, start: int, end: int) -> Range | None:
    """``start:end`` without punctuation and space at its edges; None where nothing is left."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return (start, end) if start < end else None


@dataclass(frozen=True, slots=True)
class Borders:
    """Where the attributions of one line stand: ``cuts`` end what is said before them; all lists are sorted."""

    cuts: tuple[int, ...]
    heads: tuple[int, ...]
    openings: frozenset[int]
    tails: tuple[int, ...]

    @classmethod
    def of(cls, found: Iterable[Attribution]) -> Borders:
        """The borders that the attributions of a line draw."""
        kept = list(found)
        return cls(
            tuple(sorted(one.head for one in kept if _cuts(one))),
            tuple(sorted(one.head for one in kept)),
            frozenset(one.head for one in kept if not one.fronted),
            tuple(sorted(one.tail for one in kept if one.fronted)),
        )


def content_stretches(one: Attribution, borders: Borders) -> list[Stretch]:
    """The item stretches of what ``one`` says; ``borders`` are those of its line."""
    line = one.line
    if one.fronted:
        return _fronted(one, borders)
    if one.opens is None:
        return []
    stop = _limit(one, one.opens, borders)
    if one.closes is not None:
        stop = min(stop, one.closes)
    found = [*one.extra]
    if line.tag(one.opens) == "Q" and _stands_alone(line, one.opens, stop):
        found.extend((at, at + 1) for at in _speech(line, one.opens, stop))
    else:
        found.extend(_split_speech(line, one.opens, stop))
    if one.closes == stop and line.tag(stop) == ":" and line.tag(stop + 1) == "Q":
        found.append((stop + 1, stop + 2))
    return [stretch for stretch in found if stretch[0] < stretch[1]]


def _limit(one: Attribution, opens: int, borders: Borders) -> int:
    nearest = bisect_right(borders.cuts, opens)
    stop = borders.cuts[nearest] if nearest < len(borders.cuts) else len(one.line.items)
    if one.rule.endswith("-np"):
        stop = _aside_stop(one.line, opens, stop)
    if one.rule == "adverb" and one.extra:
        stop = _clause_stop(one.line, opens, stop)
    return stop


def _cuts(other: Attribution) -> bool:
    """Whether an attribution to the right ends what is said before it: it is joined on, and not inside."""
    line, head = other.line, other.head
    if other.rule in {"noun", "adverb", "adjective"} or other.rule.startswith("passive"):
        return False
    if other.fronted:
        return True
    if other.rule.startswith(("participle", "citing")):
        return line.tag(head) in {",", "-"}
    if other.rule.startswith(("carried", "absolute")):
        return True
    at = head + 1 if line.tag(head) in {",", ";", "-"} else head
    joined = line.tag(at) == "C" or (line.norm(at) in _SUBORDINATE_CUTS and at > head) or line.tag(head) == ";"
    return joined and other.source is not None and at < other.source[0]


def _aside_stop(line: Line, opens: int, stop: int) -> int:
    """A noun phrase as content ends before a dash, and before a relative clause that somebody else tells."""
    for at in range(opens, stop):
        told = line.tag(at) == "W" and line.tag(at + 1) in "RK"
        if line.tag(at) == "-" or told:
            return at
    return stop


def _clause_stop(line: Line, opens: int, stop: int) -> int:
    for at in range(opens, stop):
        if line.tag(at) == ";" or (line.tag(at) == "," and line.tag(at + 1) in {"C", "S", "W"}):
            return at
    return stop


def _stands_alone(line: Line, at: int, stop: int) -> bool:
    """Whether a quotation is all that is said: nothing but punctuation or a new clause follows."""
    quote = line.items[at].quote
    inner = line.document.text[quote.inner_start : quote.inner_end].rstrip() if quote else ""
    after = at + 1
    while line.tag(after) == "(":
        after += 1
    return after >= stop or line.tag(after) in ",.;:-CSQ" or inner[-1:] in {",", ".", "!", "?", "،", "؟"}


def _speech(line: Line, first: int, stop: int) -> list[int]:
    """A quotation and those that follow it with nothing but marks and joining words between."""
    out = [first]
    for at in range(first + 1, stop):
        if line.tag(at) == "Q":
            out.append(at)
        elif line.tag(at) not in ",.;:-CBT(":
            break
    return out


def _split_speech(line: Line, opens: int, stop: int) -> list[Stretch]:
    """Unquoted content, and the speech that a comma or colon adds at its end."""
    for at in range(opens + 1, stop - 1):
        joined = line.tag(at) in ",:" and line.tag(at + 1) == "Q" and _ends_after(line, at + 2, stop)
        if joined and any(is_finite(line, place) for place in range(opens + 1, at)):
            return [(opens, at), (at + 1, at + 2)]
    return [(opens, stop)]


def _ends_after(line: Line, at: int, stop: int) -> bool:
    return all(line.tag(i) in ".,;" for i in range(at, stop))


def _fronted(one: Attribution, borders: Borders) -> list[Stretch]:
    line, head = one.line, one.head
    last = head - 1
    if last >= 0 and line.tag(last) == ",":
        last -= 1
    first = _fronted_start(one, borders)
    if line.tag(last) == "Q":
        lead = line.tag(last - 1) if last > first else ""
        told = last > first and line.items[last - 1].capital
        alone = told or lead in {"", ",", ":", ";", ".", "-", "Q", "("}
        found = [(last, last + 1)] if alone else [(first, last + 1)]
        found.extend((at, at + 1) for at in _following_speech(one, borders))
        return found
    found = [(first, head)]
    if line.tag(one.tail) in {",", "-"} and one.tail + 1 < len(line.items):
        following = one.tail + 1
        stop = _limit(one, following, borders)
        if line.tag(following) == "Q":
            found.append((following, following + 1))
        elif stop > following and line.tag(following) != "G" and not {following, following - 1} & borders.openings:
            found.append((following, stop))
    return [stretch for stretch in found if stretch[0] < stretch[1]]


def _fronted_start(one: Attribution, borders: Borders) -> int:
    line = one.line
    first = 0
    while line.tag(first) == "(":
        first += 1
    while line.tag(first) == "B" and line.tag(first + 1) == ",":
        first += 2
    if line.norm(first) == "for" and line.norm(first + 1) in {"example", "instance"} and line.tag(first + 2) == ",":
        first += 3
    nearest = bisect_left(borders.tails, one.head)
    if nearest:
        first = max(first, borders.tails[nearest - 1])
    before = line.tag(one.head - 1) if line.tag(one.head) == "," else ""
    if before == "W":
        return one.head
    return first


def _following_speech(one: Attribution, borders: Borders) -> list[int]:
    """Quotations after the attribution that it introduces as well: "...," he said, "..."."""
    line = one.line
    nearest = bisect_left(borders.heads, max(one.tail, one.head + 1))
    stop = borders.heads[nearest] if nearest < len(borders.heads) else len(line.items)
    out: list[int] = []
    for at in range(one.tail, stop):
        if line.tag(at) == "Q":
            out.append(at)
        elif line.tag(at) not in ",.;:-CBTS":
            break
    return out

"""The phrase before a verb: its title, its appositions, its relative clause, without a parser.

Every walk stops at the nearest border and never goes further than ``FARTHEST`` items, so the cost of a line is linear.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.local.claims.english_lexicon import is_a
from kg.extract.local.claims.english_line import FARTHEST, Line, Stretch
from kg.extract.local.claims.english_phrases import APPOSITIVE_START, FINITE, NOUN_END
from kg.extract.local.claims.english_starts import phrase_start

_ADVERSATIVE = frozenset({"while", "although", "though", "whereas", "as", "after", "because"})


@dataclass(frozen=True, slots=True)
class Subject:
    """The phrase before a verb: its stretch, and whether a relative pronoun stands between ("who said")."""

    first: int
    stop: int
    relative: bool = False


def verb_group(line: Line, verb: int) -> int:
    """The first item of the verb group that ends at ``verb``: auxiliaries, negation and adverbs before it."""
    at = verb
    while at > 0 and verb - at < 8 and (line.tag(at - 1) in "ANB" or line.norm(at - 1) == "to"):
        at -= 1
    while at < verb and line.tag(at) == "B" and not any(line.tag(i) in "A" for i in range(at, verb)):
        at += 1
    return at


def subject_before(line: Line, group: int) -> Subject | None:
    """The subject that ends right before the verb group at ``group``, with its title and appositions."""
    at = _skip_time_back(line, group)
    if at <= 0:
        return None
    if at < group and line.tag(at - 1) == "E":
        at = _past_time(line, at)  # the poll released on Friday
    tag = line.tag(at - 1)
    if tag == "K" and line.norm(at - 1).startswith("who"):
        return _antecedent(line, at - 1)
    if tag in "RK":
        return Subject(at - 1, at)
    if tag == "W" or (line.norm(at - 1) == "that" and line.tag(at - 2) in "nq(T"):
        return _antecedent(line, at - 1)
    if tag == ",":
        return _before_apposition(line, at - 1)
    if tag == "-":
        return _before_dashes(line, at - 1)
    if tag in "nq(vEGT":
        first = phrase_start(line, at)
        return None if first is None or first >= at else Subject(_with_role(line, first, at), at)
    if tag == "O" and (line.norm(at - 2) == "of" or line.norm(at - 1).endswith(("self", "selves"))):
        first = phrase_start(line, at)
        return None if first is None else Subject(first, at)
    if tag == "O" or (tag == "D" and is_a(line.norm(at - 1), "pronominal")):
        return Subject(at - 1, at)
    return None


def _past_time(line: Line, at: int) -> int:
    while line.tag(at) == "T" or (line.tag(at) == "P" and line.tag(at + 1) == "T"):
        at += 1
    return at


def _skip_time_back(line: Line, at: int) -> int:
    """Before adverbs and time words between subject and verb: Miller on Monday also said."""
    while at > 0 and line.tag(at - 1) in "BT":
        at -= 1
    if at > 0 and line.tag(at) == "T" and line.norm(at - 1) in {"on", "last", "this", "in", "late", "early"}:
        while at > 0 and line.norm(at - 1) in {"on", "last", "this", "in", "late", "early"}:
            at -= 1
    return at


def _antecedent(line: Line, relative: int) -> Subject | None:
    stop = relative
    while line.tag(stop - 1) == "T" and stop > 1:
        stop -= 1
    if line.tag(stop - 1) == "P":  # to whom, for which
        return None
    comma = line.tag(stop - 1) == ","
    if comma:
        stop -= 1
    if stop <= 0 or line.tag(stop - 1) not in "nq(vT":
        return None
    first = phrase_start(line, stop)
    if first is None:
        return None
    for at in range(first + 1, stop - 1 if comma else first):
        if line.norm(at) in {"on", "to", "by", "with", "from", "against"} and line.items[at + 1].capital:
            first = at + 1  # blamed the defeat on James Comey, who said
    return Subject(first, stop, relative=True)


def _before_apposition(line: Line, comma: int) -> Subject | None:
    """The subject of "Matt Miller, a spokesman for the ministry, said": the stretch before the closing comma."""
    segments = _segments_back(line, comma)
    if not segments:
        return None
    if len(segments) == 1:
        first, end = segments[0]
        return Subject(first, end) if _is_phrase(line, first, end) and line.tag(first - 1) in {"", "C"} else None
    # from the verb leftwards: parentheses, then the phrase itself
    stop = comma
    for number, (first, end) in enumerate(segments):
        if number == 0:
            continue
        kind = _segment_kind(line, *segments[number - 1])
        if kind == "none":
            return None
        if kind == "aside":
            stop = end
        following = segments[number + 1] if number + 1 < len(segments) else None
        apposed = _segment_kind(line, first, end) == "apposition"
        belongs = apposed or (kind == "apposition" and line.tag(first) == "P")
        if following is not None and belongs and (_is_phrase(line, *following) or _is_origin(line, following[0])):
            continue
        start = phrase_start(line, end)
        return None if start is None or start >= stop else Subject(start, stop)
    return None


def _before_dashes(line: Line, dash: int) -> Subject | None:
    """The subject before a parenthesis between dashes: A spokeswoman - she gave no name - said."""
    close = dash
    while line.tag(close - 1) == "-":
        close -= 1
    opening = close - 1
    while opening > 0 and dash - opening < FARTHEST and line.tag(opening) not in ".;:Q-":
        opening -= 1
    while opening > 0 and line.tag(opening - 1) == "-":
        opening -= 1
    if opening <= 0 or line.tag(opening) != "-" or line.tag(opening - 1) not in NOUN_END:
        return None
    first = phrase_start(line, opening)
    return None if first is None else Subject(first, opening)


def _with_role(line: Line, first: int, stop: int) -> int:
    """The role or name before a comma that an unclosed apposition goes with: Malaysia's Prime Minister, Najib Razak."""
    if line.tag(first - 1) != "," or first < 2:
        return first
    if "C" in line.tags[first:stop]:
        return _with_list(line, first)
    begin = first - 1
    while begin > 0 and line.tag(begin - 1) not in ",;:-.QC" and first - begin < FARTHEST:
        begin -= 1
    if not _is_phrase(line, begin, first - 1) or line.tag(begin - 1) not in {"", ";", ".", "Q"}:
        return first
    role = any(is_a(line.norm(at), "person") for at in range(begin, first - 1))
    named = all(item.capital for item in line.items[first:stop])
    described = line.tag(first) == "D" and any(is_a(line.norm(at), "person") for at in range(first, stop))
    name = all(item.capital for item in line.items[begin : first - 1])
    return begin if (role and named) or (name and described) else first


def _with_list(line: Line, first: int) -> int:
    """The beginning of a list that ends at ``first``: Iraq, Kuwait, Algeria and Oman."""
    begin = first
    while line.tag(begin - 1) == "," and first - begin < FARTHEST:
        start = begin - 1
        while start > 0 and line.tag(start - 1) not in ",;:-.QCS" and begin - start < 7:
            start -= 1
        whole = line.tag(start - 1) in {"", ",", ";", "C", "S"}
        if not whole or "T" in line.tags[start : begin - 1] or not _is_phrase(line, start, begin - 1):
            break
        begin = start
    return begin


def _segments_back(line: Line, comma: int) -> list[Stretch]:
    out: list[Stretch] = []
    stop = comma
    while stop > 0 and len(out) < 6 and comma - stop < FARTHEST:
        first = stop
        while first > 0 and line.tag(first - 1) not in ",;:-.Q" and stop - first < FARTHEST:
            first -= 1
        if first == stop:
            break
        out.append((first, stop))
        if first == 0 or line.tag(first - 1) != ",":
            break
        stop = first - 1
    return out


def _segment_kind(line: Line, first: int, stop: int) -> str:
    """ "apposition" (belongs to the name), "aside" (who leads the party; in remarks to state TV) or "none"."""
    start = line.tag(first)
    if _is_origin(line, first):
        return "apposition"
    if start == "W" or start in "PGES":
        return "aside"
    if start == "C":
        return "apposition" if line.tag(first + 1) in APPOSITIVE_START or line.tag(first + 1) == "P" else "none"
    if start in APPOSITIVE_START and _is_phrase(line, first, stop):
        return "apposition"
    return "none"


def _is_origin(line: Line, first: int) -> bool:
    """Whether a segment tells where somebody is from: Scott Dayton, 42, of Woodbridge, said."""
    return (
        line.norm(first) in {"of", "from"} and line.items[first + 1 : first + 2] != () and line.items[first + 1].capital
    )


def _is_phrase(line: Line, first: int, stop: int) -> bool:
    """Whether a stretch may be one noun phrase: it begins like one and has no finite verb outside a relative clause."""
    if line.tag(first) not in APPOSITIVE_START:
        return False
    for at in range(first, stop):
        tag = line.tag(at)
        if tag == "W" or line.norm(at) == "that":
            return True
        if tag == "R" and line.tag(at - 1) == "n" and at + 2 == stop and line.tag(at + 1) in "VvE":
            return True  # the group it blames
        if tag in FINITE or tag in "RS":
            return False
    return True


def with_conjunction(line: Line, first: int) -> int:
    """Where the attribution begins with the conjunction and comma before it."""
    at = first
    while at > 0 and line.tag(at - 1) == "B":
        at -= 1
    if at > 0 and (line.tag(at - 1) == "C" or (line.tag(at - 1) == "S" and line.norm(at - 1) in _ADVERSATIVE)):
        at -= 1
    if at > 0 and line.tag(at - 1) in ",;-" and (at < first or line.tag(at - 1) == ";"):
        at -= 1
    return at

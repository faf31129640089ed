"""Where a noun phrase begins and ends, without a parser: the subject before a verb, the name after one.

Every walk stops at the nearest border and never goes further than ``FARTHEST`` items, so the cost of a line is linear.
All positions are item indices of a :class:`Line`; a stretch is ``(first, stop)``.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.local.claims.english_lexicon import is_a
from kg.extract.local.claims.english_line import Line

FARTHEST = 60
Stretch = tuple[int, int]

_INSIDE = frozenset("nDPGEq(vTBOC")
_HARD = frozenset(",;:-.QSW")
_FINITE = frozenset("AVK")
_APPOSITIVE_START = frozenset("Dnqv")


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
        first = _phrase_start(line, at)
        return None if first is None or first >= at else Subject(_with_role(line, first, at), at)
    if tag == "O" and (line.norm(at - 2) == "of" or line.norm(at - 1).endswith(("self", "selves"))):
        first = _phrase_start(line, at)
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
    first = _phrase_start(line, stop)
    return None if first is None else Subject(first, stop, relative=True)


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
        start = _phrase_start(line, end)
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
    if opening <= 0 or line.tag(opening) != "-" or line.tag(opening - 1) not in NOUN_END:
        return None
    first = _phrase_start(line, opening)
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
        return "apposition" if line.tag(first + 1) in _APPOSITIVE_START or line.tag(first + 1) == "P" else "none"
    if start in _APPOSITIVE_START and _is_phrase(line, first, stop):
        return "apposition"
    return "none"


def _is_origin(line: Line, first: int) -> bool:
    """Whether a segment tells where somebody is from: Scott Dayton, 42, of Woodbridge, said."""
    return (
        line.norm(first) in {"of", "from"} and line.items[first + 1 : first + 2] != () and line.items[first + 1].capital
    )


def _is_phrase(line: Line, first: int, stop: int) -> bool:
    """Whether a stretch may be one noun phrase: it begins like one and has no finite verb outside a relative clause."""
    if line.tag(first) not in _APPOSITIVE_START:
        return False
    for at in range(first, stop):
        tag = line.tag(at)
        if tag == "W" or line.norm(at) == "that":
            return True
        if tag in _FINITE or tag in "RS":
            return False
    return True


def _phrase_start(line: Line, stop: int) -> int | None:
    """The first item of the noun phrase that ends before ``stop``."""
    at, conjunction = stop, -1
    while at > 0 and stop - at < FARTHEST:
        tag = line.tag(at - 1)
        if tag == "W" and line.tag(at - 2) in NOUN_END and any(is_finite(line, place) for place in range(at, stop)):
            return _phrase_start(line, at - 1)
        if tag in _HARD or tag in "RNK":
            break
        if tag in _FINITE and line.norm(at - 2) == "to":
            at -= 2
            continue
        if tag in _FINITE:
            owner = _relative_owner(line, at - 1)
            return owner if owner is not None else _after_verb(line, at, stop, conjunction)
        owner = _relative_owner(line, at - 1) if tag == "E" else None
        if owner is not None:
            return owner
        if tag == "E" and not _is_reduced(line, at - 1):
            return _after_verb(line, at, stop, conjunction)
        if tag == "C" and conjunction < 0:
            conjunction = at - 1
        at -= 1
    return _trim_front(line, at, stop)


def _is_reduced(line: Line, at: int) -> bool:
    """Whether an -ed form is a participle inside a phrase: a release issued on Monday; the wounded soldiers."""
    before, after = line.tag(at - 1), line.tag(at + 1)
    if before in "DPC," or (before == "n" and line.norm(at - 1) in {"newly", "recently"}) or before == "":
        return True
    return after in "PTB" or after == "" or (before == "B" and line.tag(at - 2) in "DP")


def _relative_owner(line: Line, verb: int) -> int | None:
    """The start of a phrase whose relative clause holds the verb: two officials who spoke on condition of anonymity."""
    at = verb
    while at > 0 and verb - at < 6 and line.tag(at - 1) in "ABNRnD":
        at -= 1
    if at <= 1 or not (line.tag(at - 1) == "W" or line.norm(at - 1) == "that") or line.tag(at - 2) not in NOUN_END:
        return None
    return _phrase_start(line, at - 1)


NOUN_END = frozenset("nq(v")
_CLAUSE_START = frozenset("DnqRPTSWBEGvO(")


def _after_verb(line: Line, at: int, stop: int, conjunction: int) -> int | None:
    """The phrase starts after a finite verb: after the conjunction that joins clauses, or at its own determiner."""
    if conjunction >= at:
        return _trim_front(line, conjunction + 1, stop)
    return base_start(line, stop, at)


def _trim_front(line: Line, first: int, stop: int) -> int | None:
    """Drop what stands before the phrase in its stretch: conjunctions, adverbs, time words, a fronted adverbial."""
    while first < stop - 1 and line.tag(first) in "CBT(" and line.norm(first) != "both":
        first += 1
    if line.tag(first) in "PEG" and first < stop - 1 and not (line.tag(first) == "E" and line.tag(first + 1) in "nE"):
        first = base_start(line, stop, first + 1)
    time = line.tags.find("T", first, min(first + 3, stop - 1))
    if time >= 0 and (line.tag(time + 1) == "D" or line.items[time + 1].capital) and line.tag(time + 1) in "Dn":
        first = time + 1  # last week the paper
    while first < stop - 1 and line.tag(first) == "T":
        first += 1
    return first if first < stop else None


def base_start(line: Line, stop: int, least: int) -> int:
    """Walk back over one noun phrase and the phrases attached to it with of, for, at ...; not before ``least``."""
    at = stop
    while at > least:
        tag = line.tag(at - 1)
        if tag == "D":
            at -= 1
            if not (at - 1 > least and is_a(line.norm(at - 1), "attaching") and line.tag(at - 2) in NOUN_END):
                break
            at -= 1
        elif (tag == "C" and at - 2 >= least and line.items[at - 2].capital and line.items[at].capital) or (
            tag in "nq(v"
            or (tag == "E" and line.tag(at) == "n")
            or (is_a(line.norm(at - 1), "attaching") and at - 1 > least and line.tag(at - 2) in NOUN_END and at < stop)
        ):
            at -= 1
        else:
            break
    return at if at < stop else stop - 1


def phrase_after(line: Line, first: int, *, appositions: bool = True) -> int:
    """Where the noun phrase that begins at ``first`` ends; ``first`` where there is none."""
    at = chunk_end(line, first)
    if at == first or line.tag(first) in "RKO":
        return at
    while at - first < FARTHEST:
        further = _extension(line, at)
        if further == at:
            break
        at = further
    while appositions and line.tag(at) == "," and at - first < FARTHEST:
        end = _apposition_end(line, at + 1)
        if end is None:
            break
        at = end
    return at


def _extension(line: Line, at: int) -> int:
    """The end of what goes on with a phrase at ``at``: of ..., and ..., issued on Monday; ``at`` where nothing does."""
    tag = line.tag(at)
    if tag == "P" and _attaches(line, at):
        end = chunk_end(line, at + 1)
        return end if end > at + 1 else at
    if tag == "C" and line.norm(at) in {"and", "or"} and line.tag(at + 1) in "Dnq":
        end = chunk_end(line, at + 1)
        return at if line.tag(end) in _FINITE or line.tag(end) in "vE" or end == at + 1 else end
    if tag == "E" and (line.tag(at + 1) in "PT" or line.tag(at + 2) == "T"):
        return at + 1 if line.tag(at + 1) in "PT" else at + 3
    if tag == "T" and line.tag(at - 1) == "E":
        return at + 1
    return at


def chunk_end(line: Line, first: int) -> int:
    """The end of one bare noun phrase: determiner, adjectives, nouns, names."""
    if first < len(line.items) and line.tag(first) in "RKO":
        return first + 1
    at = first
    while at < len(line.items) and at - first < FARTHEST:
        tag = line.tag(at)
        inner = at > first and line.tag(at - 1) in "nD"
        if (
            tag in "nq("
            or (tag == "D" and (at == first or line.tag(at - 1) == "D"))
            or (tag in "EG" and line.tag(at + 1) in NOUN_END and (at == first or line.tag(at - 1) == "D"))
            or (tag == "v" and inner and line.tag(at + 1) not in "DRSKQ")
            or (tag == "B" and at > first and line.tag(at - 1) == "D")
            or (tag == "T" and (line.norm(at).endswith("'s") or (at > first and line.tag(at - 1) == "D")))
        ):
            at += 1
        else:
            break
    return at


def _attaches(line: Line, at: int) -> bool:
    """Whether a preposition goes on with the phrase: not before a time or the occasion of saying."""
    if not is_a(line.norm(at), "attaching") or line.tag(at + 1) not in "DnqGE":
        return False
    if line.norm(at) == "of":
        return True
    end = chunk_end(line, at + 1)
    head = line.norm(end - 1)
    if is_a(head, "occasion") or (line.tag(end) == "T" and line.norm(at) in {"on", "in", "at"}):
        return False
    return not (line.norm(at) in {"to", "by"} and line.tag(at + 1) == "V")


def _apposition_end(line: Line, first: int) -> int | None:
    """The end of an apposition that begins after a comma; with the comma that closes it still outside."""
    if line.tag(first) == "C":
        start = first + 1
        if line.tag(start) not in _APPOSITIVE_START or not line.items[start].capital:
            return None
    else:
        start = first
    if line.tag(start) not in _APPOSITIVE_START:
        return None
    end = phrase_after(line, start, appositions=False)
    if end == start or line.tag(end) not in {"", ",", ".", ";", "C", "Q", "P", "W"}:
        return None
    return end


def is_clause(line: Line, first: int) -> bool:
    """Whether a clause begins at ``first``: something like a subject, and its finite verb before the next border.

    A comma may stand between only where the verb follows it at once ("the plan, which they signed, was"); the verb of a
    relative clause does not count.
    """
    tag = line.tag(first)
    if tag == "K":
        return True
    if tag not in _CLAUSE_START or (tag == "v" and not is_finite(line, first + 1)):
        return False
    owed = 0  # finite verbs that belong to a relative clause
    fronted = tag in "PSTB"
    for at in range(first + 1, min(len(line.items), first + FARTHEST)):
        tag, before = line.tag(at), line.tag(at - 1)
        if tag in "Qq" and before in "nRW(" and _goes_on_lower(line, at):
            return True
        if tag == "Q":
            return False
        if tag in ";:.-":
            return False
        if tag == "," and not fronted:
            following = at + 1
            while line.tag(following) in {"B", "N"}:
                following += 1
            if line.tag(following) not in {"A", "V", "E", "v", "W", "D", "n"}:
                return False
            owed = 1 if line.tag(following) in {"W", "D", "n"} else 0
        elif tag == ",":
            fronted = False
        elif tag == "W":
            owed = 1
        elif owed and is_finite(line, at):
            inserted = before in "RnO" and is_finite(line, at + 1)  # which they say is
            owed = 1 if inserted else 0
        elif is_finite(line, at) and not (before == "C" and not fronted):
            return True
    return False


def _goes_on_lower(line: Line, at: int) -> bool:
    """Whether quoted words go on with the sentence: he said the ruling "will force us to act"."""
    quote = line.items[at].quote
    return quote is not None and line.document.text[quote.inner_start].islower()


def is_strong_clause(line: Line, first: int) -> bool:
    """Whether a clause begins at ``first`` whose verb cannot be read as a noun or a participle."""
    if line.tag(first) in "RK":
        return is_clause(line, first)
    if line.tag(first) not in "Dnq":
        return False
    for at in range(first + 1, min(len(line.items), first + FARTHEST)):
        tag = line.tag(at)
        if tag in ",;:.Q-":
            return False
        if (tag in "AVK" and line.norm(at - 1) != "to") or (tag in "vE" and line.tag(at - 1) in "RK"):
            return is_clause(line, first)
    return False


def is_finite(line: Line, at: int) -> bool:
    """Whether a finite verb stands at ``at``, as far as its form and neighbours tell."""
    tag = line.tag(at)
    if not tag:
        return False
    if tag in "AVK":
        return line.norm(at - 1) != "to"
    return tag in "vE" and line.tag(at - 1) in "nqRWTB(C," and line.tag(at + 1) not in "vA"

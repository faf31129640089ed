"""Attributions without a verb of saying: according to X; the claim that; is confident that; reportedly; X: ..."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.local.claims.english_attribution import Attribution
from kg.extract.local.claims.english_clausal import adjuncts_end, is_infinitive
from kg.extract.local.claims.english_clauses import is_clause, is_finite
from kg.extract.local.claims.english_lexicon import Cue, is_a, lexicon
from kg.extract.local.claims.english_line import Line, Stretch
from kg.extract.local.claims.english_phrases import NOUN_END, chunk_end, phrase_after
from kg.extract.local.claims.english_starts import base_start
from kg.extract.local.claims.english_subjects import subject_before, verb_group
from schemas import SpeechAct

_ACTS_WITH_INFINITIVE = frozenset({SpeechAct.PROMISE, SpeechAct.DEMAND, SpeechAct.WARN})
_BEFORE_INITIAL = frozenset(["", "C", "S", ";", ":", "-", "Q", "B"])


def phrase_attributions(line: Line) -> Iterator[Attribution]:
    """According to a source; in the words of a source: before, inside or after what is said."""
    for words, cue in lexicon().phrases:
        for at in range(len(line.items) - len(words)):
            if line.norm(at) == words[0] and all(line.norm(at + i) == word for i, word in enumerate(words)):
                found = _according(line, at, at + len(words), cue)
                if found is not None:
                    yield found


def _according(line: Line, at: int, stop: int, cue: Cue) -> Attribution | None:
    plain = phrase_after(line, stop, appositions=False)
    if plain == stop:
        return None
    end = phrase_after(line, stop)
    before = line.tag(at - 1)
    capital = line.items[at].capital and line.tag(at) != "P"
    initial = (
        before in _BEFORE_INITIAL
        or capital
        or (before == "," and (line.tag(at - 2) in {"W", "S", "C"} or (line.tag(at - 2) == "B" and at == 2)))
    )
    if initial:
        end = _initial_end(line, stop, plain, end)
        opens = _after_comma(line, end)
        return (
            Attribution(line, "according-initial", (at, stop), cue, at, end, (stop, end), opens=opens, confidence=0.95)
            if opens < len(line.items)
            else None
        )
    head = at - 1 if before == "," else at
    while line.tag(end) in {"P", "T", "G"} and end < len(line.items) and line.tag(end) != "G":
        end += 1 if line.tag(end) == "T" else max(1, chunk_end(line, end + 1) - end)
    source = (stop, _source_end(line, stop, end))
    return Attribution(line, "according", (at, stop), cue, head, end, source, fronted=True, confidence=0.95)


def _source_end(line: Line, first: int, end: int) -> int:
    """The source without a time at its end."""
    while end > first + 1 and line.tag(end - 1) == "T" and line.tag(end - 2) != "E":
        end -= 1
        if line.tag(end - 1) == "P":
            end -= 1
    return end


def _initial_end(line: Line, first: int, plain: int, end: int) -> int:
    """An apposition after an initial "according to" counts only where a role and a name meet, and a clause follows."""
    if end == plain:
        return plain
    role = not line.items[plain - 1].capital
    name = line.items[plain + 1].capital and line.tag(plain + 1) == "n"
    article = line.tag(plain + 1) == "D"
    closed = line.tag(end) == ","
    follows = any(is_finite(line, place) for place in range(end + 2, len(line.items)))
    return end if closed and ((role and name) or (not role and article)) and follows else plain


def _after_comma(line: Line, end: int) -> int:
    """Where the content after an initial attribution begins: after its comma, and after a participle inside commas."""
    if line.tag(end) != ",":
        return end
    if line.tag(end + 1) == "G":
        stop = phrase_after(line, end + 2)
        if line.tag(stop) == ",":
            return stop + 1
    if line.tag(end + 1) == "W":
        stop = line.tags.find(",", end + 2)
        if stop > 0:
            return stop + 1
    return end + 1


def adjective_attributions(line: Line) -> Iterator[Attribution]:
    """Miller is confident that ...; I'm convinced ..."""
    known = lexicon().adjectives
    for at, item in enumerate(line.items):
        cue = known.get(item.norm)
        if cue is None or at == 0:
            continue
        group = verb_group(line, at)
        copula = line.tag(group - 1) == "K" or any(is_a(line.norm(i), "be") for i in range(group, at))
        if not copula or any(line.norm(i) == "to" for i in range(group, at)):
            continue
        if any(line.tag(i) == "N" or line.norm(i).endswith("n't") for i in range(group, at)):
            continue
        subject = subject_before(line, group)
        that = line.norm(at + 1) == "that"
        opens = at + 2 if that else at + 1
        if line.tag(opens) == ",":
            opens += 1
        if subject is None or not is_clause(line, opens) or (not that and line.tag(opens) not in "DnRqK"):
            continue
        if line.norm(subject.first).split("'")[0] in {"it", "this", "that", "there"}:
            continue
        yield Attribution(
            line,
            "adjective",
            (at, at + 1),
            cue,
            subject.first,
            opens,
            (subject.first, subject.stop),
            opens=opens,
            confidence=0.75,
        )


def noun_attributions(line: Line) -> Iterator[Attribution]:
    """The claim that ...; his call for ...; reports that ..."""
    known = lexicon().nouns
    for at, item in enumerate(line.items):
        cue = known.get(item.norm)
        if cue is None or item.tag not in "nv" or (item.capital and at > 0):
            continue
        opens = _noun_content(line, at, cue)
        if opens is None:
            continue
        source = possessor(line, at) or _agent(line, at, opens) or _light_subject(line, at)
        if source is None and line.norm(opens - 1) != "that" and line.tag(opens) != "R":
            continue
        voice = "phrase" if source else "hearsay"
        yield Attribution(line, "noun", (at, at + 1), cue, at, opens, source, voice, opens=opens, confidence=0.65)


def _noun_content(line: Line, at: int, cue: Cue) -> int | None:
    if line.norm(at + 1) == "that" and is_clause(line, at + 2):
        return at + 2
    if line.tag(at + 1) == "P" and line.norm(at + 1) in {"of", "by", "from"}:
        end = phrase_after(line, at + 2, appositions=False)
        if end > at + 2 and line.norm(end) == "that" and is_clause(line, end + 1):
            return end + 1
    after = adjuncts_end(line, at + 1)
    if line.tag(after - 1) == "T" and line.norm(after) == "that" and is_clause(line, after + 1):
        return after + 1
    if cue.act in {SpeechAct.BELIEVE, SpeechAct.EXPECT} and line.tag(at + 1) == "R" and is_clause(line, at + 1):
        return at + 1
    if cue.act in _ACTS_WITH_INFINITIVE and is_infinitive(line, at + 1):
        return at + 1
    if cue.act is SpeechAct.DEMAND and line.norm(at + 1) == "for" and line.tag(at + 2) in {"D", "n", "E", "G"}:
        return at + 2
    return None


def possessor(line: Line, at: int) -> Stretch | None:
    """Whose claim it is: his claim; the minister's claim; an Interior Ministry statement."""
    first = at
    while first > 0 and at - first < 4 and line.tag(first - 1) in "nEG" and not _is_genitive(line, first - 1):
        first -= 1
    if first > 0 and is_a(line.norm(first - 1), "possessive"):
        return first - 1, first
    if first > 0 and line.tag(first - 1) == "n" and _is_genitive(line, first - 1):
        return base_start(line, first, max(0, first - 12)), first
    names = at
    while names > 0 and line.items[names - 1].capital and line.tag(names - 1) == "n":
        names -= 1
    return (names, at) if 0 < names < at else None


def _agent(line: Line, at: int, opens: int) -> Stretch | None:
    """Whose claim it is after the noun: a warning from two ministers that."""
    return (at + 2, opens - 1) if line.norm(at + 1) in {"by", "from"} and opens > at + 3 else None


def _is_genitive(line: Line, at: int) -> bool:
    return line.norm(at).endswith(("'s", "s'"))


def _light_subject(line: Line, at: int) -> Stretch | None:
    """The subject of a verb that only carries the noun: the ministry issued a warning that ..."""
    verb = at - 1
    while verb > 0 and at - verb < 5 and line.tag(verb) in "DnBv" and not is_a(line.norm(verb), "light"):
        verb -= 1
    if not is_a(line.norm(verb), "light") or verb <= 0:
        return None
    group = verb_group(line, verb)
    if any(line.tag(i) == "N" for i in range(group, verb)):
        return None
    subject = subject_before(line, group)
    return (subject.first, subject.stop) if subject else None


def adverb_attributions(line: Line) -> Iterator[Attribution]:
    """Reportedly, allegedly: nobody's claim of the clause that holds the adverb."""
    known = lexicon().adverbs
    for at, item in enumerate(line.items):
        cue = known.get(item.norm)
        if cue is None or line.tag(at - 1) == "D":
            continue
        first = at
        while first > 0 and line.tag(first - 1) not in ",;:.-QSWC":
            first -= 1
        opens = at + 1
        if line.tag(opens) == ",":
            opens += 1
        if opens >= len(line.items) or not any(tag in "AVEKv" for tag in line.tags[first : opens + 12]):
            continue
        extra = ((first, at),) if at > first else ()
        yield Attribution(
            line, "adverb", (at, at + 1), cue, first, opens, None, "hearsay", opens=opens, extra=extra, confidence=0.7
        )


def headline_attribution(line: Line, *, headline: bool) -> Attribution | None:
    """A name, a colon and what it says, in a headline or before a quotation; or the name at the end of a headline."""
    colon = line.tags.find(":")
    if not 0 < colon < 12:
        return None
    quoted = line.tag(colon + 1) == "Q"
    if not (headline or quoted) or line.tag(0) not in "DnqQ":
        return None
    left = line.tags[:colon]
    if headline and not quoted and len(line.items) - colon <= 4 and is_clause(line, 0) and line.items[-1].capital:
        stop = len(line.items)
        return Attribution(
            line, "headline-after", None, None, colon, stop, (colon + 1, stop), fronted=True, confidence=0.7
        )
    if not quoted and len(line.items) - colon < 4:
        return None
    if any(is_finite(line, at) for at in range(1, colon)):
        return None
    if any(tag in "AVK;.EQ" for tag in left) or not _is_speaker(line, colon):
        return None
    return Attribution(line, "headline", None, None, 0, colon, (0, colon), opens=colon + 1, confidence=0.75)


def colon_quotation(line: Line, loose: list[int]) -> Attribution | None:
    """Speech after a colon that no verb of saying leads into: A third delegate was less certain: "Ask me again"."""
    opens = next((at for at in loose if line.tag(at - 1) == ":"), None)
    if opens is None:
        return None
    for verb in range(1, opens):
        if is_finite(line, verb):
            subject = subject_before(line, verb_group(line, verb))
            if subject is None:
                return None
            source = (subject.first, subject.stop)
            return Attribution(line, "colon", None, None, 0, opens, source, opens=opens, confidence=0.6)
    return None


def _is_speaker(line: Line, stop: int) -> bool:
    head = line.norm(stop - 1)
    named = any(item.capital and item.tag == "n" for item in line.items[:stop])
    known = any(is_a(head, kind) for kind in ("unnamed", "document", "person"))
    return line.tag(stop - 1) in NOUN_END and (named or known)

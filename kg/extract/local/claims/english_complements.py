"""What a verb of saying is followed by: a that-clause, a quotation, an addressee, an infinitive ..."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.local.claims.english_lexicon import Cue, is_a, lexicon
from kg.extract.local.claims.english_line import Line
from kg.extract.local.claims.english_phrases import (
    FARTHEST,
    Stretch,
    chunk_end,
    is_clause,
    is_strong_clause,
    phrase_after,
)
from schemas import SpeechAct

_PARENTHESIS = 16
_PERSONS = frozenset({"who", "which", "whom"})
_OBJECT_FRAMES = frozenset({"obj", "objinf", "toinf", "withinf", "as", "name", "objon", "figure"})
_AFTER_PREPOSITION = frozenset("DnGqQEWvP")
_NUMBER_RELATIONS = frozenset({"at", "above", "below", "between", "around", "over", "under", "as"})
_ENDS = frozenset(["", ".", ";", ",", ":", "-", "Q"])


@dataclass(frozen=True, slots=True)
class Complement:
    """Content that begins at item ``opens`` and, where known, ends before ``closes``."""

    frame: str
    opens: int
    closes: int | None = None
    addressee: Stretch | None = None


def complement(line: Line, at: int, cue: Cue, *, document: bool = False) -> Complement | None:
    """The complement of ``cue`` that begins at item ``at``, or None; ``document``: the subject is a text or picture."""
    frames = cue.frames
    at = _skip_adverbs(line, at)
    if "must" in frames and line.tag(at) not in {"Q", ",", ":"}:
        return _with_object(line, at, cue)
    found = _clausal(line, at, cue, document=document)
    if found is not None:
        return found
    after = adjuncts_end(line, at)
    if after > at:
        found = _clausal(line, after, cue, document=document, comma=True)
        if found is not None and (found.frame != "bare" or _is_occasion(line, at, after)):
            return found
    aside = _that_after_comma(line, after) if "that" in frames else None
    if aside is not None:
        return Complement("that", aside)
    if cue.lemma == "say" and _goes_on(line, at):
        return Complement("bare", at)
    about = _prepositional(line, at, cue) if line.tag(at) == "P" else None
    if about is not None:
        return about
    told_when = _is_occasion(line, at, after)
    if (
        {"bare", "q"} <= frames
        and not told_when
        and line.tag(at) == "P"
        and line.norm(at) != "to"
        and is_clause(line, at)
    ):
        return Complement("bare", at)
    return _with_object(line, at, cue) or _nominal(line, at, cue, document=document)


def _goes_on(line: Line, at: int) -> bool:
    """Whether a noun phrase and more words follow: what is said is a clause even where its verb looks like a noun."""
    end = chunk_end(line, at)
    if end == at or line.tag(end) in _ENDS or line.tag(at) not in "Dn":
        return False
    return end + 3 < len(line.items) and "," not in line.tags[end : end + 3]


def _that_after_comma(line: Line, at: int) -> int | None:
    """The clause after a parenthesis in commas: reported on Sunday, quoting a spokesman, that ..."""
    if line.tag(at) != ",":
        return None
    for comma in range(at + 1, min(len(line.items), at + _PARENTHESIS)):
        if line.tag(comma) == "," and line.norm(comma + 1) == "that" and is_clause(line, comma + 2):
            return comma + 2
        if line.tag(comma) in "AVK.;:Q":
            return None
    return None


def _skip_adverbs(line: Line, at: int) -> int:
    while line.tag(at) in {"B", "T"} and line.norm(at) not in {"only", "almost", "even", "there", "never"}:
        at += 1
    return at


def _is_occasion(line: Line, first: int, stop: int) -> bool:
    """Whether an adjunct tells when, where or how it was said, and does not belong to what was said."""
    return any(line.tag(at) == "T" or is_a(line.norm(at), "occasion") for at in range(first, stop))


def _clausal(line: Line, at: int, cue: Cue, *, document: bool, comma: bool = False) -> Complement | None:
    frames, tag = cue.frames, line.tag(at)
    speech = "q" in frames or "qonly" in frames or (document and "doc:q" in frames)
    if line.norm(at) == "that" and "that" in frames and _opens_clause(line, at + 1):
        return Complement("that", at + 1)
    if tag == "," and line.norm(at + 1) == "that" and "that" in frames and comma:
        return Complement("that", at + 2)
    if speech and tag in {"Q", "q"}:
        return Complement("q", at)
    if (speech or "that" in frames) and tag in {",", ":", "-"} and line.tag(at + 1) == "Q":
        return Complement("q", at + 1)
    if speech and tag == ":" and line.tag(at + 1):
        return Complement("colon", at + 1)
    if speech and tag == ":" and at == len(line.items) - 1:
        return Complement("block", at + 1)
    question = tag == "W" and (line.norm(at) not in _PERSONS or cue.act is SpeechAct.ASK)
    if "wh" in frames and (question or line.norm(at) in {"if", "whether"}) and line.tag(at + 1) not in _ENDS:
        return Complement("wh", at)
    if "inf" in frames and is_infinitive(line, at):
        return Complement("inf", at)
    bare = "bare" in frames or (document and "doc:bare" in frames)
    if bare and tag not in {"P", "S"} and is_clause(line, at):
        return Complement("bare", at)
    if "strong" in frames and is_strong_clause(line, at):
        return Complement("bare", at)
    if bare and tag == "S" and line.norm(at) in {"if", "while", "although", "though", "because", "unless", "as"}:
        return Complement("bare", at) if _has_comma_clause(line, at) else None
    if bare and tag == "P" and _is_figure(line, at) and is_clause(line, at):
        return Complement("bare", at)
    return None


def _opens_clause(line: Line, at: int) -> bool:
    if is_clause(line, at) or line.tag(at) in {"Q", "q", ",", "S", "P"}:
        return True
    end = phrase_after(line, at)
    return end > at and line.tag(end) == "," and line.tag(end + 1) == "Q"


def _has_comma_clause(line: Line, at: int) -> bool:
    """A subordinate clause before a main one: "said if talks fail, troops will move"."""
    for comma in range(at, min(len(line.items), at + FARTHEST)):
        if line.tag(comma) in ".;Q":
            return False
        if line.tag(comma) == ",":
            return is_clause(line, comma + 1)
    return False


def _is_figure(line: Line, at: int) -> bool:
    following = line.norm(at + 1)
    return is_a(line.norm(at), "approximator") and (following[:1].isdigit() or following in {"least", "most", "to"})


def is_infinitive(line: Line, at: int) -> bool:
    """Whether a to-infinitive begins at ``at``."""
    if line.norm(at) != "to":
        return False
    verb = at + 1
    if line.tag(verb) == "B":
        verb += 1
    form = line.items[verb].form if verb < len(line.items) else None
    if line.norm(verb) in {"be", "have", "do"} or line.tag(verb) in {"q", "Q"}:
        return True
    return (form is not None and "b" in form.shape) or (line.tag(verb) == "n" and not line.items[verb].capital)


def adjuncts_end(line: Line, at: int) -> int:
    """Where adverbs, time words and prepositional phrases that begin at ``at`` end."""
    first = at
    while at - first < FARTHEST:
        tag = line.tag(at)
        if tag in {"B", "T"}:
            at += 1
        elif tag == "P":
            end = phrase_after(line, at + 1, appositions=False)
            while line.tag(end) == "T":
                end += 1
            if end == at + 1:
                break
            at = end
        elif tag == "n" and line.norm(at) in {"last", "next", "early", "late", "recently"}:
            at += 1
        elif tag == "D" and line.tag(at + 1) == "T":
            at += 2
        else:
            break
    return at


def _with_object(line: Line, at: int, cue: Cue) -> Complement | None:
    """Frames with an object between verb and content: told reporters that, urged Iran to, accused Iran of."""
    frames = cue.frames
    toward = line.norm(at) if line.tag(at) == "P" else ""
    start = at
    if (toward and (("toinf" in frames and toward == "to") or ("withinf" in frames and toward == "with"))) or (
        toward == "to" and "that" in frames
    ):
        start = at + 1
    elif toward:
        return _prepositional(line, at, cue)
    objects = {"obj", "objinf", "toinf", "withinf", "as", "name", "objon", "figure"} & frames or cue.prepositions(
        "objprep"
    )
    if not objects and start == at:
        return None
    charged = _charge(line, at, cue)
    if charged is not None:
        return charged
    for end in _object_ends(line, start):
        found = _after_object(line, at, start, end, cue)
        if found is not None:
            return found
    return None


def _charge(line: Line, at: int, cue: Cue) -> Complement | None:
    """What somebody is accused of: the first gerund after the preposition, or else what follows it first."""
    prepositions = cue.prepositions("objprep")
    first = None
    for place in range(at + 1, min(len(line.items), at + FARTHEST // 2) if prepositions else 0):
        if line.tag(place) in "AVK.;:QWS":
            break
        if line.norm(place) in prepositions and line.tag(place + 1) in _AFTER_PREPOSITION:
            if line.tag(place + 1) == "G":
                return Complement("objprep", place + 1, addressee=(at, place))
            first = first or place
    return None if first is None else Complement("objprep", first + 1, addressee=(at, first))


def _object_ends(line: Line, start: int) -> list[int]:
    ends = [phrase_after(line, start), phrase_after(line, start, appositions=False), chunk_end(line, start)]
    return [end for end in dict.fromkeys(ends) if end > start]


def _after_object(line: Line, at: int, start: int, end: int, cue: Cue) -> Complement | None:
    frames, addressee = cue.frames, (start, end)
    if {"objinf", "toinf", "withinf"} & frames:
        verb = end + 1 if line.tag(end) == "N" else end
        if is_infinitive(line, verb):
            return Complement("objinf", end, addressee=addressee)
    if "obj" in frames or start > at:
        here = adjuncts_end(line, end)
        for place in dict.fromkeys((end, here)):
            found = _clausal(line, place, cue, document=False, comma=True)
            if found is not None and found.frame != "inf":
                return Complement(found.frame, found.opens, found.closes, addressee)
        split = _split_names(line, start, end, cue)
        if split is not None:
            return split
    if (
        "figure" in frames
        and line.norm(end) in _NUMBER_RELATIONS
        and is_a(line.norm(chunk_end(line, at) - 1), "measured")
    ):
        return Complement("figure", at)
    if "as" in frames and line.norm(end) == "as":
        return Complement("as", at)
    if "objon" in frames and line.norm(end) == "on" and line.tag(end + 1) in {"D", "n"}:
        return Complement("objon", at)
    if "name" in frames and line.norm(end) in {"a", "an"} and line.tag(end + 1) != "q":
        return Complement("name", at)
    return _naming(line, at, end) if "name" in frames else None


def _naming(line: Line, at: int, end: int) -> Complement | None:
    """An object and the quoted words it is called: called the sentence "dangerous" and "ideological"."""
    last = end + 1 if line.tag(end) == "D" else end
    quoted = next((place for place in range(at, min(last + 1, len(line.items))) if line.tag(place) in "qQ"), None)
    if quoted is None or quoted == at:
        return None
    stop = quoted + 1
    while line.tag(stop) in {"q", "("} or (line.tag(stop) == "C" and line.tag(stop + 1) == "q"):
        stop += 1
    return Complement("name", at, stop)


def _split_names(line: Line, start: int, end: int, cue: Cue) -> Complement | None:
    """Told CNN Iran would respond: an addressee and a subject side by side."""
    if "bare" not in cue.frames or end - start < 2 or line.tag(end) not in {"A", "V", "v", "E"}:
        return None
    first = end - 1
    return Complement("bare", first, addressee=(start, first))


def _prepositional(line: Line, at: int, cue: Cue) -> Complement | None:
    if line.norm(at) in cue.prepositions("prep") and line.tag(at + 1) in {"D", "n", "G", "q", "Q", "W", "O", "P", "E"}:
        return Complement("prep", at + 1)
    return None


def _nominal(line: Line, at: int, cue: Cue, *, document: bool) -> Complement | None:
    """A gerund or a noun phrase as content."""
    frames, tag = cue.frames, line.tag(at)
    if "ing" in frames and tag == "G":
        return Complement("ing", at)
    if "citenp" in frames and tag in {"D", "n", "q"}:
        return Complement("citenp", at, phrase_after(line, at))
    if "count" in frames and _is_number(line, at):
        return Complement("np", at)
    plain = "np" in frames or (document and "doc:np" in frames)
    if plain and (tag in {"D", "n", "q"} or (tag in {"P", "G", "E", "v"} and _is_figure(line, at))):
        return Complement("np", at)
    if "npclaim" in frames and tag in {"D", "n"}:
        end = chunk_end(line, at)
        if line.norm(end - 1) in lexicon().nouns:
            return Complement("np", at)
    return None


def _is_number(line: Line, at: int) -> bool:
    """Whether a number begins at ``at``: 40; at least 40; more than 40."""
    while line.norm(at) in {"at", "least", "most", "more", "than", "about", "some", "nearly", "over", "almost", "just"}:
        at += 1
    return line.norm(at)[:1].isdigit()

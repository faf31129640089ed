"""Complements with an object between the verb and what is said: told reporters that, urged Iran to, accused Iran of."""

from __future__ import annotations

from kg.extract.local.claims.english_clausal import Complement, adjuncts_end, clausal, is_infinitive, prepositional
from kg.extract.local.claims.english_lexicon import Cue, is_a
from kg.extract.local.claims.english_line import FARTHEST, Line
from kg.extract.local.claims.english_phrases import chunk_end, phrase_after

_AFTER_PREPOSITION = frozenset("DnGqQEWvP")
_NUMBER_RELATIONS = frozenset({"at", "above", "below", "between", "around", "over", "under", "as"})


def with_object(line: Line, at: int, cue: Cue) -> Complement | None:
    """Frames with an object between verb and content: told reporters that, urged Iran to, accused Iran of."""
    frames = cue.frames
    toward = line.norm(at) if line.tag(at) == "P" else ""
    start = at
    if (toward and (("toinf" in frames and toward == "to") or ("withinf" in frames and toward == "with"))) or (
        toward == "to" and "that" in frames
    ):
        start = at + 1
    elif toward:
        return prepositional(line, at, cue)
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
        for place in dict.fromkeys((end, adjuncts_end(line, end))):
            verb = place + 1 if line.tag(place) == "N" else place
            if is_infinitive(line, verb):
                return Complement("objinf", place, addressee=addressee)
    if "obj" in frames or start > at:
        here = adjuncts_end(line, end)
        for place in dict.fromkeys((end, here)):
            found = clausal(line, place, cue, document=False, comma=True)
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

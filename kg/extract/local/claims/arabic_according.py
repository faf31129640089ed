"""Claims whose source stands in a phrase of its own: according to X, as X said, in X's words."""

from __future__ import annotations

from kg.extract.local.claims.arabic_around import around
from kg.extract.local.claims.arabic_complement import complement, is_act
from kg.extract.local.claims.arabic_lexicon import is_any
from kg.extract.local.claims.arabic_line import Line
from kg.extract.local.claims.arabic_phrases import phrase_end, subject
from kg.extract.local.claims.arabic_relays import is_contrary
from kg.extract.local.claims.arabic_saying import Saying
from kg.text import fold

_WITH_LI = frozenset(map(fold, ["وفقا", "ووفقا", "طبقا", "وطبقا", "تبعا"]))
_WITH_AN = frozenset(map(fold, ["نقلا", "ونقلا"]))
_ONLY = ("فحسب", "وحسب")
_SOURCE_WINDOW = 30
_SPEECH_LENGTH = 25
_CONTRAST = 12
_ENDS = ".؛;!؟?:"
_SPEAKING = ("unnamed", "role", "body", "medium", "document", "occasion", "came", "rumour-noun", "account")


def according_sayings(line: Line) -> list[Saying]:
    """Every claim of the line whose source such a phrase names."""
    out: list[Saying] = []
    for at in range(len(line.tokens)):
        made = _according(line, at) or _as_said(line, at) or _in_words_of(line, at)
        if made is not None:
            out.append(made)
    return out


def _according(line: Line, at: int) -> Saying | None:
    if "according" not in line.classes(at) or line.mention(at) is not None or _within_contrast(line, at):
        return None
    token = line.tokens[at]
    following = at + 1
    if following >= len(line.tokens) or (token.norm in _ONLY and _is_only(line, at)):
        return None
    if token.norm in _WITH_AN or (token.norm in _WITH_LI and line.tokens[following].norm == "ل"):
        following += 1
    if following >= len(line.tokens):
        return None
    if token.norm.endswith("ما"):
        return _by_verb(line, at, following)
    if line.tokens[following].norm in ("ما", "لما"):
        return _by_verb(line, at, following + 1)
    return _named(line, at, following, _source_start(line, following, after_li=token.norm in _WITH_LI))


def _within_contrast(line: Line, at: int) -> bool:
    """Whether the phrase belongs to "contrary to what A reported, citing B", which is a claim of its own."""
    first = next((i for i in range(at - 1, max(-1, at - _CONTRAST), -1) if line.tokens[i].text in _ENDS + "،,"), -1)
    return is_any(line.tokens[at].norm, "according") and any(is_contrary(line, i) for i in range(first + 1, at))


def _is_only(line: Line, at: int) -> bool:
    """fa-hasb, "only", stands at the end of a phrase; fa-hasba X begins a clause."""
    return (at > 0 and line.tokens[at - 1].is_word) or line.is_mark(at + 1, "،,.")


def _source_start(line: Line, at: int, *, after_li: bool) -> int:
    token = line.tokens[at]
    reading = token.word_after("ل") if after_li and token.norm.startswith("ل") else None
    return token.start if reading is None else reading.start


def _cue_start(line: Line, at: int) -> int:
    """Where the phrase begins after a conjunction that is written onto it; wafqa begins with its own wāw."""
    token = line.tokens[at]
    glued = token.norm.startswith(("ووفق", "ف")) or (token.norm.startswith("و") and not token.norm.startswith("وفق"))
    return token.start + glued


def _named(line: Line, at: int, following: int, start: int) -> Saying | None:
    word = line.tokens[following].norm
    cue = (_cue_start(line, at), line.tokens[at].end)
    if is_any(word, "own"):
        return around(line, at, following + 1, None, (cue[0], line.tokens[following].end), "previous")
    if is_any(word, "norm") or (not line.tokens[following].is_word and line.quote(following) is None):
        return None
    if is_any(word, "words-of") and following + 1 < len(line.tokens):
        cue = (cue[0], line.tokens[following].end)
        following += 1
        start = line.tokens[following].start
    end = _source_end(line, following)
    source = line.reader.trim(start, line.tokens[end - 1].end)
    quoted = line.tokens[at].norm in _WITH_AN and word.startswith("ال")  # a rule is followed, and never quoted
    if source is None or not (quoted or _plausible(line, following, end, start)):
        return None
    return around(line, at, end, source, cue, "")


def _plausible(line: Line, first: int, end: int, start: int) -> bool:
    """Whether the phrase names somebody or something that says, and not a rule or a measure."""
    if line.reader.mention_at(start) is not None:
        return True
    for at in range(first, end):
        norm = line.tokens[at].norm
        bare = norm[2:] if norm.startswith(("ال", "لل")) else norm
        if line.mention(at) is not None or not line.tokens[at].is_arabic:
            return True
        if is_any(norm, *_SPEAKING) or is_any(bare, *_SPEAKING):
            return True
    return False


def _source_end(line: Line, first: int) -> int:
    """The token after the source: no mark but a comma, no clause and no speech belong to it."""
    high = min(len(line.tokens), first + _SOURCE_WINDOW)
    high = next((step for step in range(first + 1, high) if _closes_source(line, step)), high)
    end = max(first + 1, phrase_end(line, first, high))
    return next((step for step in range(first + 1, end) if line.person_ended(step) and _past_name(line, step)), end)


def _closes_source(line: Line, at: int) -> bool:
    if "result" in line.classes(at) or line.tokens[at].text in _ENDS or line.that(at):
        return True
    quote = line.quote(at)
    return (
        quote is not None
        and quote.inner_end - quote.inner_start > _SPEECH_LENGTH
        and line.reader.mention_at(quote.inner_start) is None
    )


def _past_name(line: Line, at: int) -> bool:
    """After a person's name only a title, a conjunction or a comma carries the phrase on."""
    token = line.tokens[at]
    if not token.is_word or line.mention(at) is not None:
        return line.quote(at) is not None
    return not (token.norm.startswith(("ال", "و")) or is_any(token.norm, "role", "relative"))


def _by_verb(line: Line, at: int, verb: int) -> Saying | None:
    """As X said: a verb of saying and its subject, or a pronoun's."""
    if verb >= len(line.tokens) or (not line.found[verb] and "came" not in line.classes(verb)):
        return None
    cue = (_cue_start(line, at), line.tokens[verb].end)
    first = verb + 1
    if first < len(line.tokens) and line.tokens[first].norm in ("في", "عن", "به", "علي"):
        if "came" not in line.classes(verb):
            return around(line, at, first, None, cue, "previous")
        first += 1
    end = _source_end(line, first) if first < len(line.tokens) else first
    source = subject(line, first, end)
    if source is None:
        return around(line, at, first, None, cue, "previous")
    return around(line, at, end, source, cue, "")


def _as_said(line: Line, at: int) -> Saying | None:
    """kama qala X, without a content of its own."""
    if line.tokens[at].norm not in ("كما", "مثلما", "وكما") or at + 1 >= len(line.tokens):
        return None
    verbs = [found.form.verb for found in line.found[at + 1] if found.form.kind in ("perfect", "imperfect")]
    verb = next((verb for verb in verbs if verb.frames & {"quote", "an"}), None)
    if verb is None or complement(line, at + 1, verb) is not None:
        return None
    if "np" in verb.frames and any(is_act(token.norm) for token in line.tokens[at + 3 : at + 12]):
        return None
    return _by_verb(line, at, at + 1)


def _in_words_of(line: Line, at: int) -> Saying | None:
    """ʿala hadd qawl X, ʿala lisan X."""
    if line.tokens[at].norm != "علي" or at + 2 >= len(line.tokens):
        return None
    noun = line.tokens[at + 1].norm
    if noun == "حد":
        return _named(line, at, at + 2, line.tokens[at + 2].start)
    if noun != "لسان":
        return None
    end = _source_end(line, at + 2)
    source = line.reader.trim(line.tokens[at + 2].start, line.tokens[end - 1].end)
    cue = (line.tokens[at].start, line.tokens[at + 1].end)
    return None if source is None else around(line, at, end, source, cue, "")

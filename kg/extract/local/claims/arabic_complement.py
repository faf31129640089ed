"""Where the content of a verb of saying begins: a clause, a quotation, or the phrase after its preposition."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.local.claims.arabic_lexicon import Found, Verb, classes, forms
from kg.extract.local.claims.arabic_line import FULL_STOPS, Line
from kg.extract.local.claims.arabic_phrases import PREPOSITIONS, after_shy_clause, stands_apart
from kg.text import fold, without_enclitic

_WINDOW = 70
_CLAUSE_REACH = 12
_SPEECH_WORDS = 4
"""A quotation of so many words is speech; a shorter one may be a name or an expression."""

_BLAME = frozenset(map(fold, ("مسؤولية", "المسؤولية", "مسئولية", "المسئولية")))
_MORE_OR_LESS = frozenset(map(fold, ("أكثر", "أقل", "نحو", "حوالي", "أزيد", "قرابة", "زهاء", "مئات", "آلاف", "عشرات")))
_COUNTS = frozenset(map(fold, ("عدد", "عددهم", "عددها", "حصيلة", "الحصيلة", "حجم", "كلفة", "قيمة", "خسائر")))
_FIGURE_REACH = 8
_NUMBER_WITHIN = 4
_PREPOSITION = {fold(word): word for word in ("إلى", "على", "عن", "من", "في")} | {"فى": "في"}


@dataclass(frozen=True, slots=True)
class Complement:
    """How the content is joined on: the token ``at`` where the joint begins, and the content's first offset."""

    shape: str
    at: int
    opens: int
    joint: str


def complement(line: Line, verb_at: int, verb: Verb) -> Complement | None:
    """The first joint after the verb that its frames admit; None where another verb comes first."""
    frames = verb.frames
    says = bool(frames & {"quote", "ba"})
    relative = False
    stop = min(len(line.tokens), verb_at + _WINDOW)
    at = verb_at + 1
    while at < stop:
        token = line.tokens[at]
        closed = line.closes(at)
        if closed is not None and closed.start < line.tokens[verb_at].start:
            return None
        quote = line.quote(at)
        if token.text == ":":
            return _after_colon(line, at) if says or frames & {"an", "an-"} else None
        if quote is not None:
            if _is_speech(line, at) and (says or "an" in frames):
                return Complement("quote", at, quote.inner_start, "quote")
            at = max(at + 1, line.index_at(quote.end - 1) + (1 if quote.closed else 0))
            continue
        if line.that(at):
            before = line.classes(at - 1)
            if "before-that" in before and _PREPOSITION.get(line.tokens[at - 1].norm) is None:
                at += 1
                continue
            if "instead" in before and line.tokens[at - 1].norm not in _PREPOSITION:
                return None
            if _admits(line, at, verb_at, frames, says):
                return Complement("clause", at, line.after_that(at), "that")
            return None
        if "saying" in line.classes(at):
            if frames & {"quote", "ba", "o"}:
                says = True
                frames = frames | {"an", "quote"}
                at += 1
                continue
            return None
        if "deem" in frames and "this" in line.classes(at) and at + 1 < stop and line.tokens[at + 1].is_word:
            return Complement("phrase", at, token.start, "object")
        past = after_shy_clause(line, at)
        if past is not None:
            at = past
            continue
        found = _figure(line, at, verb_at, frames) or _after_preposition(line, at, verb_at, frames)
        if found is not None:
            return found
        kinds = line.classes(at)
        if "relative" in kinds or "unnamed" in kinds:
            relative = True
        elif token.text in "،,":
            relative = False
        elif not relative and _another_verb(line, at):
            return None
        at += 1
    return None


def _after_colon(line: Line, at: int) -> Complement | None:
    following = at + 1
    if following >= len(line.tokens):
        return _in_next_line(line, at)
    quote = line.quote(following)
    if quote is not None:
        return Complement("quote", at, quote.inner_start, "colon")
    if line.that(following):
        return Complement("clause", at, line.after_that(following), "that")
    return Complement("clause", at, line.tokens[following].start, "colon")


def _in_next_line(line: Line, at: int) -> Complement | None:
    """A colon at the end of a line introduces the quotation that begins the next."""
    sentences = line.reader.document.sentences
    if line.number + 1 >= len(sentences):
        return None
    quote = line.reader.opening.get(sentences[line.number + 1][0])
    return None if quote is None else Complement("quote", at, quote.inner_start, "colon")


def _is_speech(line: Line, at: int) -> bool:
    quote = line.quote(at)
    if quote is None:
        return False
    words = line.reader.document.tokens_in(quote.inner_start, min(quote.inner_end, quote.inner_start + 200))
    count = sum(1 for word in words if word.is_word)
    if count >= _SPEECH_WORDS:
        return True
    mention = line.reader.mention_at(quote.inner_start)
    if mention is not None and mention[1] >= quote.inner_end:
        return False
    after = line.index_at(quote.end)
    at_end = after >= len(line.tokens) or line.tokens[after].text in FULL_STOPS
    return count >= 2 and at_end and quote.closed


def _admits(line: Line, at: int, verb_at: int, frames: frozenset[str], says: bool) -> bool:
    if "an" in frames:
        return True
    if "an-" in frames:
        return True
    before = line.tokens[at - 1].norm
    if line.tokens[at].norm.startswith("ب"):
        return bool(frames & {"ب", "ب+an"}) or (says and "ba" in frames)
    written = _PREPOSITION.get(before)
    return written is not None and f"{written}+an" in frames


def _figure(line: Line, at: int, verb_at: int, frames: frozenset[str]) -> Complement | None:
    """A number after ahsa, or a count and bi- with its number after qaddara."""
    token = line.tokens[at]
    if "count" in frames and (token.norm[:1].isdigit() or token.norm in _MORE_OR_LESS):
        return Complement("phrase", at, token.start, "object")
    if "figure" in frames and token.norm in _COUNTS and "governs" not in line.classes(at - 1):
        following = line.tokens[at + 1 : at + _FIGURE_REACH]
        if any(_with_number(line, step.index - line.tokens[0].index) for step in following):
            return Complement("phrase", at, token.start, "object")
    return None


def _with_number(line: Line, at: int) -> bool:
    """bi-ma bayna 100 wa-300, bi-nahw 900: whether a number stands within two words after bi-."""
    token = line.tokens[at]
    return token.norm.startswith("ب") and any(
        step.norm.lstrip("ب")[:1].isdigit() for step in line.tokens[at : at + _NUMBER_WITHIN]
    )


def _after_preposition(line: Line, at: int, verb_at: int, frames: frozenset[str]) -> Complement | None:
    token = line.tokens[at]
    following = at + 1
    written = _PREPOSITION.get(token.norm)
    if written is not None and written != "إلى" and "governs" in line.classes(at - 1) and at - 1 > verb_at:
        return None
    if written is not None and following < len(line.tokens):
        if written in frames and "saying" in line.classes(following) and line.that(following + 1):
            return Complement("clause", at, line.tokens[following + 1].end, written)
        if line.that(following):
            if written in frames or f"{written}+an" in frames:
                return Complement("clause", at, line.after_that(following), written)
            return None
        if written not in frames or "aside" in line.classes(following):
            return None
        if classes(line.tokens[following].norm) & {"occasion", "time"} and written in ("في", "على"):
            return None
        if "empty" in line.classes(following):
            return None
        feeling = following + ("degree" in line.classes(following))
        if feeling < len(line.tokens) and line.classes(feeling) & {"thanks", "name"}:
            return None
        return _after_attitude(line, following) or Complement("phrase", at, line.tokens[following].start, written)
    if token.norm == "عما" and frames & {"عن", "عما"}:
        return Complement("phrase", at, token.end, "عن")
    if token.norm in _BLAME and "مسؤولية" in frames:
        return Complement("phrase", at, token.start, "o")
    for letter in ("ب", "ل"):
        if letter in frames and token.norm.startswith(letter):
            return _attached(line, at, verb_at, letter, clause_too="an" in frames, object_too="o" in frames)
    return None


def _attached(
    line: Line, at: int, verb_at: int, letter: str, *, clause_too: bool, object_too: bool
) -> Complement | None:
    """bi- or li- written onto the first word of the content."""
    token = line.tokens[at]
    kinds = line.classes(at)
    if kinds & {"whole-b", "inside", "adjunct", "time", "according", "that", "with-pronoun"}:
        return None
    if token.norm == "بما" and at + 2 < len(line.tokens) and line.found[at + 1]:
        return _what_one_said(line, at)
    if len(token.norm) == 1:
        return Complement("phrase", at, line.tokens[at + 1].start, letter) if at + 1 < len(line.tokens) else None
    reading = token.word_after(letter)
    if reading is None or len(reading.word) < (2 if at == verb_at + 1 else 3):
        return None
    if line.reader.mention_at(token.start) is not None or line.reader.mention_at(reading.start) is not None:
        return None
    if stands_apart(line, at):
        return None
    if at > verb_at + 1 and clause_too and _clause_follows(line, at):
        return None
    strong = is_act(reading.word)
    if letter == "ل" and not (at == verb_at + 1 and strong):
        return None
    if at == verb_at + 1 or strong or token.norm.startswith("بال") or (object_too and letter == "ب"):
        return Complement("phrase", at, reading.start, letter)
    return None


def _clause_follows(line: Line, at: int) -> bool:
    """Whether bi-anna comes later, so that this bi- belongs to the subject: "the office concerned with …"."""
    for step in range(at + 1, min(at + _CLAUSE_REACH, len(line.tokens))):
        token = line.tokens[step]
        if token.text in "،,:.؛" or line.found[step]:
            return False
        if line.that(step):
            return token.norm.startswith("بان")
    return False


def _what_one_said(line: Line, at: int) -> Complement | None:
    """bima qala innahu X: what is conceded is X."""
    for step in range(at + 2, min(at + 4, len(line.tokens))):
        if line.that(step):
            return Complement("phrase", at, line.tokens[step].end, "ب")
    return None


def is_act(word: str) -> bool:
    """Whether a folded word is a verbal noun or a noun of fact, with or without a pronoun and the article."""
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    for stem, _ in without_enclitic(bare):
        if "act" in classes(stem) or any(found.form.kind == "noun" for found in forms(stem)):
            return True
    return _looks_verbal(bare)


def _looks_verbal(word: str) -> bool:
    """Verbal nouns of the derived stems by their pattern: tafʿīl, tafaʿʿul, ifʿāl, ifāla, iftiʿāl, istifʿāl."""
    stem = min((stem for stem, _ in without_enclitic(word)), key=len)
    for shape in {word, stem}:
        if len(shape) == 5 and shape[0] == "ت" and shape[3] == "ي":
            return True
        if len(shape) == 5 and shape[0] == "ا" and shape[2] == "ا" and shape[4] == "ه":
            return True
        if len(shape) == 4 and shape[0] == "ت" and not set(shape) & set("اويه"):
            return True
        if len(shape) >= 6 and shape.startswith("است") and "ا" in shape[4:]:
            return True
        if len(shape) in (5, 6) and shape[0] == "ا" and shape[3] == "ا" and shape[1] != "ل":
            return True
        if len(shape) == 6 and shape[0] == "ا" and (shape[2] == "ت" or shape[1] == "ن") and shape[4] == "ا":
            return True
    return False


def _after_attitude(line: Line, at: int) -> Complement | None:
    """After "expressed his hope" the content is what is hoped."""
    if "pending" in line.classes(at):
        return _after_worry(line, at)
    if "attitude" not in line.classes(at):
        return None
    for step in range(at + 1, min(at + 4, len(line.tokens))):
        token = line.tokens[step]
        if line.that(step):
            return Complement("clause", at - 1, token.end, "attitude")
        if token.norm in PREPOSITIONS and step + 1 < len(line.tokens):
            after = step + 1
            opens = line.tokens[after].end if line.that(after) else line.tokens[after].start
            return Complement("clause" if line.that(after) else "phrase", at - 1, opens, "attitude")
        reading = token.word_after("ب")
        if reading is not None and token.norm.startswith("ب") and line.mention(step) is None:
            return Complement("phrase", at - 1, reading.start, "attitude")
    return None


def _after_worry(line: Line, at: int) -> Complement | None:
    for step in range(at + 1, min(at + 4, len(line.tokens) - 1)):
        if line.tokens[step].norm == "من":
            after = step + 1
            opens = line.tokens[after].end if line.that(after) else line.tokens[after].start
            return Complement("clause" if line.that(after) else "phrase", at - 1, opens, "attitude")
    return None


def _another_verb(line: Line, at: int) -> bool:
    if line.mention(at) is not None:
        return False
    return any(
        found.form.kind in ("perfect", "imperfect", "participle")
        and has_object_place(found)
        and _sure(line, at, found.form.verb)
        for found in line.found[at]
    )


def has_object_place(found: Found) -> bool:
    """Whether a content may still follow: a pronoun on the verb is its object, unless it takes a person besides."""
    return not found.enclitic or "o" in found.form.verb.frames


def _sure(line: Line, at: int, verb: Verb) -> bool:
    """A form that may be an everyday noun is a verb only where its joint follows at once."""
    if "noun-too" not in line.classes(at):
        return True
    return line.that(at + 1)

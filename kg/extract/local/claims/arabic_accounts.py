"""Claims whose source stands in a phrase of its own: according to, as X said, it came in the statement, rumour has it."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.local.claims.arabic_complement import complement, is_act
from kg.extract.local.claims.arabic_lexicon import Verb, classes
from kg.extract.local.claims.arabic_line import COMMAS, Line
from kg.extract.local.claims.arabic_phrases import before_verb, phrase_end, subject
from kg.extract.local.claims.arabic_saying import Saying
from kg.extract.local.drafts import Range
from kg.text import fold, without_enclitic
from schemas import SpeechAct

_SAYS = Verb("جاء", SpeechAct.SAY, "affirms", "asserted", frozenset({"an", "quote", "ba"}))
_CAME = frozenset(map(fold, "جاء|وجاء|ورد|وورد|جاءت|وجاءت|وردت|ووردت|يأتي".split("|")))
_WITH_LI = frozenset(map(fold, "وفقا|ووفقا|طبقا|وطبقا|استنادا|واستنادا|تبعا".split("|")))
_WITH_AN = frozenset(map(fold, "نقلا|ونقلا".split("|")))
_OWN = frozenset(map(fold, "قوله|قولها|قولهم|تعبيره|تعبيرها|تعبيرهم|وصفه|وصفها|وصفهم|رأيه|رأيها|زعمه|زعمها|زعمهم".split("|")))
_WORDS_OF = frozenset(map(fold, "قول|تعبير|وصف|زعم|رأي|لسان".split("|")))
_RULES = frozenset(map(fold, "قانون|القانون|طلب|الطلب|الحاجة|حاجة|ظروف|الظروف|خطة|الخطة|معايير|المعايير|شروط|الشروط|نظام|النظام|جدول|أحكام|الأصول|رغبة|مبدأ|المواصفات|نوع|حجم|درجة|الاقتضاء|آلية|صيغة|القواعد|قواعد|الأنظمة|لوائح|اللوائح|الإجراءات|إجراءات".split("|")))
_RESULT = frozenset(map(fold, "فإن|فإنه|فإنها|فإنهم|فقد".split("|")))
_LEADING = frozenset(map(fold, "كما|إذ|حيث|فيما|بينما|لكن|ولكن|وقد|أن|إن|فقد".split("|")))
_WAW_WORDS = ("وزير", "وزار", "وكال", "وقف", "ولي", "واشنطن", "وفد", "وسط", "وضع", "وصل", "وصف", "وعد", "وقع", "وجد", "ورد",
              "ولاي", "وحد", "واحد", "وافق", "وجه", "واصل", "وسايل", "وثيق", "وثاي", "وطن", "وراء", "وجود", "واقع", "واجه",
              "وفا", "وقت", "ولد", "وقال")
_SOURCE_WINDOW = 30


def account_sayings(line: Line) -> list[Saying]:
    """Every claim of the line whose source a phrase names."""
    out: list[Saying] = []
    for at in range(len(line.tokens)):
        made = (_according(line, at) or _as_said(line, at) or _in_words_of(line, at) or _came_in(line, at)
                or _rumour(line, at))
        if made is not None:
            out.append(made)
    return out


def _according(line: Line, at: int) -> Saying | None:
    if "according" not in line.classes(at) or line.mention(at) is not None:
        return None
    token = line.tokens[at]
    following = at + 1
    if following >= len(line.tokens) or (token.norm == "فحسب" or token.norm == "وحسب") and line.is_mark(following, "،,."):
        return None
    if token.norm in _WITH_AN or token.norm in _WITH_LI and line.tokens[following].norm == "ل":
        following += 1
    if following >= len(line.tokens):
        return None
    start = line.tokens[following].start
    if token.norm in _WITH_LI:
        reading = line.tokens[following].word_after("ل")
        start = reading.start if reading is not None and line.tokens[following].norm.startswith("ل") else start
    if token.norm.endswith(fold("ما")) and token.norm not in ("", fold("ما")):
        return _by_verb(line, at, following)
    if line.tokens[following].norm in (fold("ما"), fold("لما")):
        return _by_verb(line, at, following + 1)
    return _named(line, at, following, start)


def _skip_conjunction(line: Line, at: int) -> int:
    token = line.tokens[at]
    return token.start + (1 if token.norm[:1] in ("و", "ف") and not token.norm.startswith("وفق") or
                          token.norm.startswith("ووفق") else 0)


def _named(line: Line, at: int, following: int, start: int) -> Saying | None:
    word = line.tokens[following].norm
    cue = (_skip_conjunction(line, at), line.tokens[at].end)
    if word in _OWN:
        return _around(line, at, following + 1, None, (cue[0], line.tokens[following].end), "previous")
    if word in _RULES or not line.tokens[following].is_word and line.quote(following) is None:
        return None
    if word in _WORDS_OF and following + 1 < len(line.tokens):
        cue = (cue[0], line.tokens[following].end)
        following += 1
        start = line.tokens[following].start
    end = _source_end(line, following)
    source = line.reader.trim(start, line.tokens[end - 1].end)
    return None if source is None else _around(line, at, end, source, cue, "")


def _source_end(line: Line, first: int) -> int:
    high = min(len(line.tokens), first + _SOURCE_WINDOW)
    for step in range(first, high):
        token = line.tokens[step]
        quote = line.quote(step)
        if step > first and (
            token.norm in _RESULT
            or token.text in ".؛;!؟?:"
            or line.that(step)
            or (quote is not None and line.reader.mention_at(quote.inner_start) is None and quote.inner_end - quote.inner_start > 25)
        ):
            high = step
            break
    return max(first + 1, phrase_end(line, first, high))


def _by_verb(line: Line, at: int, verb: int) -> Saying | None:
    """As X said: a verb of saying and its subject, or a pronoun's."""
    if verb >= len(line.tokens) or not line.found[verb] and line.tokens[verb].norm not in _CAME:
        return None
    cue = (_skip_conjunction(line, at), line.tokens[verb].end)
    first = verb + 1
    if first < len(line.tokens) and line.tokens[first].norm in ("في", "عن", "به", "علي"):
        if line.tokens[verb].norm not in _CAME:
            return _around(line, at, first, None, cue, "previous")
        first += 1
    if first >= len(line.tokens):
        return _around(line, at, first, None, cue, "previous")
    end = _source_end(line, first)
    source = subject(line, first, end)
    if source is None:
        return _around(line, at, first, None, cue, "previous")
    return _around(line, at, end, source, cue, "")


def _as_said(line: Line, at: int) -> Saying | None:
    """kama qala X, without a content of its own."""
    if line.tokens[at].norm not in ("كما", "مثلما", "وكما") or at + 1 >= len(line.tokens):
        return None
    finite = [f for f in line.found[at + 1] if f.form.kind in ("perfect", "imperfect") and f.form.verb.frames & {"quote", "an"}]
    if not finite or complement(line, at + 1, finite[0].form.verb) is not None:
        return None
    if "np" in finite[0].form.verb.frames and any(is_act(t.norm) for t in line.tokens[at + 3 : at + 12]):
        return None
    return _by_verb(line, at, at + 1)


def _in_words_of(line: Line, at: int) -> Saying | None:
    """ʿala hadd qawl X, ʿala lisan X, min wujhat nazar X."""
    words = [token.norm for token in line.tokens[at : at + 3]]
    if words[:2] == ["علي", "حد"] and len(words) == 3:
        return _named(line, at, at + 2, line.tokens[at + 2].start)
    if words[:2] == ["علي", "لسان"] and at + 2 < len(line.tokens):
        end = _source_end(line, at + 2)
        source = line.reader.trim(line.tokens[at + 2].start, line.tokens[end - 1].end)
        cue = (line.tokens[at].start, line.tokens[at + 1].end)
        return None if source is None else _around(line, at, end, source, cue, "")
    return None


def _around(line: Line, at: int, end: int, source: Range | None, cue: Range, carries: str) -> Saying | None:
    """The content stands after the phrase where the phrase begins the sentence, and around it elsewhere."""
    opening = all(not token.is_word or token.norm in ("و", "لكن", "ولكن") for token in line.tokens[:at])
    base = Saying(line=line.number, cue=cue, clause=line.tokens[at].start, opens=0, rule="according", confidence=0.8,
                  source=source, carries=carries, shape="around", act=SpeechAct.SAY)
    if opening:
        while end < len(line.tokens) and (line.tokens[end].text in COMMAS or line.tokens[end].norm in _RESULT):
            end += 1
        if end >= len(line.tokens):
            return None
        return _replace(base, line.tokens[end].start, "clause", coordinate=True)
    return _replace(base, _clause_before(line, at), "around", fixed_end=line.tokens[at].start,
                    resume=_resume(line, end))


def _replace(base: Saying, opens: int, shape: str, coordinate: bool = False, fixed_end: int | None = None,
             resume: Range | None = None) -> Saying | None:


    if fixed_end is None:
        return replace(base, opens=opens, shape=shape, coordinate=coordinate)
    parts = [(opens, fixed_end)] + ([resume] if resume is not None else [])
    return replace(base, opens=opens, shape=shape, fixed=tuple(parts)) if opens < fixed_end else None


def _resume(line: Line, end: int) -> Range | None:
    """What follows the phrase after a comma belongs to the content, unless it is a clause of its own."""
    if end + 1 >= len(line.tokens) or line.tokens[end].text not in COMMAS:
        return None
    if line.found[end + 1] or line.tokens[end + 1].norm[:1] == "و" or "clause" in line.classes(end + 1):
        return None
    return line.tokens[end + 1].start, line.end


def _clause_before(line: Line, at: int) -> int:
    """Where the clause that the phrase speaks of begins: after a closed sentence mark, or with the sentence."""
    first = 0
    for step in range(at - 1, -1, -1):
        if line.tokens[step].text in ";؛" :
            first = step + 1
            break
    while first < at and (line.tokens[first].norm in _LEADING or not line.tokens[first].is_word):
        first += 1
    return without_waw(line, first)


def without_waw(line: Line, at: int) -> int:
    """The start of a token after a conjunction that is written onto it."""
    token = line.tokens[at]
    if token.norm[:1] == "و" and len(token.norm) > 3 and line.mention(at) is None and not token.norm.startswith(_WAW_WORDS):
        reading = token.word_after("و")
        if reading is not None:
            return reading.start
    return token.start


def _came_in(line: Line, at: int) -> Saying | None:
    """It came in the statement that …"""
    if line.tokens[at].norm not in _CAME or at + 2 >= len(line.tokens):
        return None
    step = at + 1
    if line.tokens[step].norm != "في":
        return None
    joint = complement(line, step, _SAYS)
    if joint is None or joint.at > at + 25:
        return None
    source = subject(line, step + 1, joint.at)
    token = line.tokens[at]
    start = token.start + (1 if token.norm.startswith("و") and token.norm != fold("ورد") and token.norm != fold("وردت") else 0)
    carries = "" if source else "previous"
    return Saying(line=line.number, cue=(start, token.end), clause=token.start, opens=joint.opens, rule="document",
                  confidence=0.85, source=source, carries=carries, coordinate=True, shape=joint.shape)


def _rumour(line: Line, at: int) -> Saying | None:
    kinds = line.classes(at)
    if at + 1 >= len(line.tokens) or line.mention(at) is not None:
        return None
    token = line.tokens[at]
    start = token.start + (1 if token.norm.startswith("و") else 0)
    if "rumour" in kinds and line.that(at + 1) and before_verb(line, at) is None:
        negated = at > 0 and line.tokens[at - 1].norm in ("لا", "لم", "غير")
        return Saying(line=line.number, cue=(start, token.end), clause=token.start, opens=line.tokens[at + 1].end,
                      rule="hearsay", confidence=0.6, modality="hedged", act=SpeechAct.BELIEVE,
                      polarity="denies" if negated else "affirms", coordinate=token.norm.startswith("و"))
    if "rumour-noun" in kinds:
        following = line.tokens[at + 1]
        if following.norm == "عن" or line.that(at + 1):
            after = at + 2
        elif following.norm.startswith("ب") and line.mention(at + 1) is None and is_act(following.norm[1:]):
            return _noun_rumour(line, at, following.start + 1)
        else:
            return None
        if after < len(line.tokens):
            return _noun_rumour(line, at, line.tokens[after].start)
    return None


def _noun_rumour(line: Line, at: int, opens: int) -> Saying:
    token = line.tokens[at]
    return Saying(line=line.number, cue=(token.start, token.end), clause=token.start, opens=opens, rule="hearsay-noun",
                  confidence=0.5, modality="hedged", act=SpeechAct.REPORT, shape="phrase")

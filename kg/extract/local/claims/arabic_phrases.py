"""Where an Arabic noun phrase ends, told from its words alone.

Between a verb and its complementiser stand the subject, perhaps an object, and adverbials. The subject is what comes
first; it ends at the first word that no noun phrase holds, at a comma that no apposition follows, or after a person's
name, where only an adverbial can follow a preposition.
"""

from __future__ import annotations

from kg.extract.local.claims.arabic_lexicon import classes, is_any
from kg.extract.local.claims.arabic_line import COMMAS, Line
from kg.extract.local.drafts import Range
from kg.text import fold, without_enclitic
from schemas import EntityType

PREPOSITIONS = frozenset(map(fold, ("في", "إلى", "على", "عن", "من", "فى")))
_ATTACHED = ("ب", "ل")
_LONGEST = 40
_SHY = 8
_LONGEST_NAME = 80
"""A quotation of more code points is speech and belongs to no noun phrase."""


def stands_apart(line: Line, at: int) -> bool:
    """Whether the token ``at`` begins an adverbial or a new clause, so that no noun phrase holds it."""
    token = line.tokens[at]
    mention = line.mention(at)
    if mention is not None and mention[0] < token.start:
        return False
    kinds = line.classes(at)
    if token.norm == "لدي" and any("role" in line.classes(step) for step in range(max(0, at - 5), at)):
        return False  # an envoy's post
    if kinds & {"time", "adjunct", "according", "saying"}:
        return True
    if token.text.endswith(("ًا", "اً")) and mention is None:
        return True
    return _addresses(line, at) is not None and not (at and line.classes(at - 1) & {"document", "occasion", "account"})


def addressee(line: Line, low: int, high: int) -> Range | None:
    """The medium or the journalists to whom something is said in the tokens ``low:high``."""
    for at in range(low, min(high, low + _LONGEST)):
        start = _addresses(line, at)
        if start is not None:
            return line.reader.trim(start, _addressee_end(line, start, high))
    return None


def _addressee_end(line: Line, start: int, high: int) -> int:
    """A name in quotation marks or a known name ends it, also after a noun for media; else the noun phrase."""
    at = line.index_at(start)
    for step in range(at, min(at + 2, high)):
        quote = line.quote(step)
        if quote is not None:
            return quote.inner_end
        mention = line.reader.mention_at(max(start, line.tokens[step].start))
        if mention is not None:
            return mention[1]
    return line.tokens[max(at, phrase_end(line, at, high) - 1)].end


def _after_addressee(line: Line, first: int, high: int) -> int:
    """The subject may stand after the medium that it speaks to: akkadat li-X masadir …"""
    if first >= high or _addresses(line, first) is None:
        return first
    told = addressee(line, first, high)
    if told is None or line.tokens[first].text.startswith("لل"):
        return first
    after = line.index_at(told[1] - 1) + 1
    while after < high and not line.tokens[after].is_word:
        after += 1
    return after


def _addresses(line: Line, at: int) -> int | None:
    """li + a medium, or li before a quotation mark: where the one begins to whom it is said."""
    token = line.tokens[at]
    if token.norm == "ل":
        following = at + 1 if at + 1 < len(line.tokens) and line.tokens[at + 1].norm else at + 2  # a lone tatweel
        quote = line.quote(following) if following < len(line.tokens) else None
        return None if quote is None else quote.start
    reading = token.word_after("ل")
    if reading is None:
        return None
    if "medium" in classes(reading.word) or reading.word in ("الصحافه", "الصحفيين", "الصحافيين", "الاعلام", "وساءل"):
        return reading.start
    mention = line.reader.mention_at(reading.start)
    named = mention is not None and mention[0] == reading.start and mention[2].type is EntityType.OUTLET
    return reading.start if named else None


def _occasion(line: Line, at: int) -> bool:
    """Whether the preposition ``at`` opens an adverbial: "in a statement", "in Geneva yesterday"."""
    if at + 1 >= len(line.tokens):
        return True
    following = line.tokens[at + 1]
    return any(is_any(word, "occasion", "time", "adjunct", "aside") for word, _ in without_enclitic(following.norm))


def after_shy_clause(line: Line, at: int) -> int | None:
    """The token after "who asked not to be named", where such a clause begins at ``at``."""
    if at + 1 >= len(line.tokens) or not ("shy" in line.classes(at) and "naming" in line.classes(at + 1)):
        return None
    for step in range(at + 2, min(at + _SHY, len(line.tokens))):
        if "name" in line.classes(step):
            return step + 1
    return None


def in_shy_clause(line: Line, at: int) -> bool:
    """Whether the token ``at`` belongs to such a clause: its verb, or "mention" and "reveal" in it."""
    if after_shy_clause(line, at) is not None:
        return True
    return "naming" in line.classes(at) and any(
        "name" in line.classes(step) for step in range(at + 1, min(at + 4, len(line.tokens)))
    )


def first_word(line: Line, low: int, high: int) -> int:
    """Where the subject may begin in ``low:high``: after adverbials of time that stand before it."""
    at = low
    while (
        at < high
        and line.mention(at) is None
        and (line.classes(at) & {"time", "with-pronoun"} or line.tokens[at].text.isdigit())
    ):
        at += 1
    return at


def is_prepositional(line: Line, at: int) -> bool:
    """Whether the token ``at`` is a preposition, or carries one and is no name."""
    token = line.tokens[at]
    if token.norm in PREPOSITIONS or (token.norm[:1] in "وف" and token.norm[1:] in PREPOSITIONS):
        return True
    if "with-pronoun" in line.classes(at):
        return True
    if line.mention(at) is not None:
        return False
    if token.norm.startswith(("بال", "لل", "كال")):
        return True
    for prefix in _ATTACHED:
        reading = token.word_after(prefix)
        if reading is not None and (
            classes(reading.word) & {"occasion", "act"} or line.reader.mention_at(reading.start) is not None
        ):  # not ka-: names begin with it far more often than a subject is compared
            return True
    return False


def subject(line: Line, low: int, high: int) -> Range | None:
    """The span of the noun phrase that begins in the tokens ``low:high``; None where they hold only adverbials."""
    first = _after_addressee(line, first_word(line, low, high), high)
    if first >= high or not may_begin(line, first):
        return None
    last = phrase_end(line, first, high)
    return line.reader.trim(line.tokens[first].start, line.tokens[last - 1].end) if last > first else None


def may_begin(line: Line, at: int) -> bool:
    token = line.tokens[at]
    if not token.is_word:
        return line.quote(at) is not None
    if line.mention(at) is not None:
        return True
    return not (stands_apart(line, at) or is_prepositional(line, at) or line.that(at) or "relative" in line.classes(at))


def phrase_end(line: Line, first: int, high: int) -> int:
    """The token after the noun phrase that begins at ``first`` and does not reach beyond ``high``."""
    high = min(high, first + _LONGEST, len(line.tokens))
    at, relative = first, False
    while at < high:
        token = line.tokens[at]
        if token.text in COMMAS:
            if not _apposition(line, at + 1, high):
                break
            relative = False
        elif "relative" in line.classes(at):
            relative = True
        elif token.text == ":" or (at > first and _is_dash(line, at)):
            break
        past = _past_insertion(line, at, high)
        if past is None or (at > first and not relative and past == at + 1 and _ends_phrase(line, at)):
            break
        at = past
    while at > first and line.tokens[at - 1].text in COMMAS:
        at -= 1
    return at


def _past_insertion(line: Line, at: int, high: int) -> int | None:
    """The token after a bracket, a quotation or a plea for anonymity that begins at ``at``, or else the next token.

    None where a bracket or speech ends what may be the phrase.
    """
    if line.tokens[at].text == "(":
        close = next((step for step in range(at, high) if line.tokens[step].text == ")"), None)
        return None if close is None or close + 1 >= high else close + 1
    quote = line.quote(at)
    if quote is not None and quote.end - quote.start > _LONGEST_NAME:
        return None
    if quote is not None:
        return max(at + 1, min(high, line.index_at(quote.end - 1) + 1))
    past = after_shy_clause(line, at)
    return past if past is not None and past <= high else at + 1


def _ends_phrase(line: Line, at: int) -> bool:
    if stands_apart(line, at) or line.that(at):
        return True
    if line.tokens[at].norm not in PREPOSITIONS:
        return False
    return _occasion(line, at) or (line.person_ended(at) and not _of_body(line, at))


def _of_body(line: Line, at: int) -> bool:
    """min + a body after a name: John Smith of Oxford University."""
    if line.tokens[at].norm != "من" or at + 1 >= len(line.tokens):
        return False
    mention = line.mention(at + 1)
    known = mention is not None and mention[2].type is EntityType.ORGANIZATION
    return known or is_any(line.tokens[at + 1].norm, "body")


def _is_dash(line: Line, at: int) -> bool:
    """A dash before a space parts phrases; a hyphen joins words."""
    token = line.tokens[at]
    return token.text in "–—-" and at + 1 < len(line.tokens) and token.end < line.tokens[at + 1].start


def _apposition(line: Line, at: int, high: int) -> bool:
    if at >= high:
        return False
    token = line.tokens[at]
    if stands_apart(line, at) and token.norm not in ("وهو", "وهي"):
        return False
    return (
        _described(line, at)
        or is_any(token.norm, "role")
        or (token.norm.startswith("ال") and len(token.norm) > 4)
        or line.mention(at) is not None
    )


def _described(line: Line, at: int) -> bool:
    """A relative clause after a comma describes the speaker, unless he says something else in it."""
    return "relative" in line.classes(at) and (at + 1 >= len(line.tokens) or not line.found[at + 1])


def first_phrase(line: Line, low: int, high: int) -> int:
    """The token after the first simple noun phrase of ``low:high``: where a subject ends and an object begins.

    A person's name ends it; else a definite noun with the nisba adjectives that follow it.
    """
    first = first_word(line, low, high)
    limit = phrase_end(line, first, high)
    for start, end, entity in line.reader.mentions_in(line.tokens[first].start, line.tokens[limit - 1].end):
        before = line.tokens_before(first, start)
        if entity.type is EntityType.PERSON or before == 0 or (before == 1 and not _is_definite(line, first)):
            after = _with_adjectives(line, line.index_at(end - 1) + 1, limit)
            return (
                _with_office(line, after, limit) if entity.type is EntityType.PERSON else _with_name(line, after, limit)
            )
    at = first
    while at < limit and not _is_definite(line, at):
        at += 1
    return _with_adjectives(line, at + 1, limit) if at < limit else limit


def _with_office(line: Line, at: int, limit: int) -> int:
    """An office right after a person's name stands in apposition to it."""
    if at >= limit or not is_any(line.tokens[at].norm, "role") or line.mention(at) is not None:
        return at
    return max(at + 1, first_phrase(line, at, limit))


def _with_name(line: Line, at: int, limit: int) -> int:
    """A person's name right after an office belongs to it."""
    mention = line.mention(at) if at < limit else None
    if mention is None or mention[2].type is not EntityType.PERSON:
        return at
    return min(limit, line.index_at(mention[1] - 1) + 1)


def _is_definite(line: Line, at: int) -> bool:
    return line.tokens[at].norm.startswith("ال") or line.mention(at) is not None


def _with_adjectives(line: Line, at: int, limit: int) -> int:
    while at < limit and line.mention(at) is None and _is_nisba(line.tokens[at].norm):
        at += 1
    while at < limit and line.tokens[at].text in "\"'»”)":
        at += 1
    return min(at, limit)


def _is_nisba(norm: str) -> bool:
    return norm.startswith("ال") and norm.endswith(("ي", "يه", "يون", "يين", "يان", "يتان"))

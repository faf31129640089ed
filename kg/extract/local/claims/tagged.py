"""Attributions that the encoder sees and the grammar has no rule for.

The grammar goes first: where it has a claim, its borders hold. The encoder's cue makes a claim of its own where no
claim of the grammar has a cue there, where a source stands in the same sentence, and where what is said is not yet
said by a claim of that sentence. Its contents are the outermost; a cue inside one, its own or the grammar's, speaks of
what follows it there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.extract.local.claims import arabic_anonymity, arabic_lexicon, english_anonymity
from kg.extract.local.claims.carry import Speaker
from kg.extract.local.claims.english_contents import trimmed
from kg.extract.local.claims.english_lexicon import lexicon
from kg.extract.local.claims.english_line import Line, lines
from kg.extract.local.coreference import head_entity
from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, EntityDraft, Range, overlap
from kg.extract.local.tags import Tag, within
from schemas import SpeechAct

RULE = "encoder"
_LEAST_SURE = 0.6
_LEAST_WORDS = {"ar": 2, "en": 3}
"""Words of a content; shorter ones that only the encoder sees are rests of clauses (asking |to be, asked |part of)."""

_SHORTEST_CUE = 3
_FARTHEST = 200
"""Code points between a cue and its source, or what it opens."""
_SAME = 0.5
"""Share of its words that a content has in common with one that is already there, to be the same."""


def with_tagged_claims(
    document: Document, entities: tuple[EntityDraft, ...], claims: list[ClaimDraft]
) -> list[ClaimDraft]:
    """``claims`` and those that only the encoder sees."""
    tags = document.tags
    if not tags:
        return claims
    by_sentence: dict[int, list[ClaimDraft]] = {}
    for claim in claims:
        for start, _ in (*claim.content, claim.cue or claim.content[0]):
            by_sentence.setdefault(document.sentence_index(start), []).append(claim)
    added: list[ClaimDraft] = []
    sources = _Sources(document)
    for cue in tags.cues:
        number = document.sentence_index(cue.start)
        known = by_sentence.setdefault(number, [])
        if (
            cue.chance < _LEAST_SURE
            or cue.end - cue.start < _SHORTEST_CUE
            or any(_touches(claim, cue) for claim in known)
        ):
            continue
        draft = _draft(sources, entities, cue, document.sentences[number], f"t{len(added) + 1}")
        if draft is not None and not any(_says(claim, draft) or _misread(claim, cue, draft) for claim in known):
            added.append(draft)
            known.append(draft)
    return [*claims, *added]


def _touches(claim: ClaimDraft, cue: Tag) -> bool:
    span = (cue.start, cue.end)
    return overlap(span, claim.cue) or overlap(span, claim.source)


def _says(claim: ClaimDraft, added: ClaimDraft) -> bool:
    """Whether both have most of the longer content in common; of one source, most of the shorter."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in claim.content for b in added.content)
    sizes = [sum(end - start for start, end in spans) for spans in (claim.content, added.content)]
    return shared > _SAME * (min(sizes) if claim.source == added.source else max(sizes))


def _misread(claim: ClaimDraft, cue: Tag, added: ClaimDraft) -> bool:
    """Whether the cue stands within a claim's content, but what it would open does not follow it and its source."""
    within_content = any(start <= cue.start and cue.end <= end for start, end in claim.content)
    opened = max(cue.end, added.source[1] if added.source else 0)
    return within_content and added.content[0][0] < opened


def _draft(
    sources: _Sources, entities: tuple[EntityDraft, ...], cue: Tag, sentence: Range, name: str
) -> ClaimDraft | None:
    document = sources.document
    tags = document.tags
    source = _nearest(within(tags.sources, *sentence), cue)
    content = _content(document, cue, sentence)
    if source is None or content is None or overlap((source.start, source.end), content):
        return None
    span = (source.start, source.end)
    text = document.text[slice(*span)]
    entity = head_entity(document, entities, *span)
    act, polarity, modality = _meaning(document, cue)
    return ClaimDraft(
        id=name,
        source=span,
        source_entity=entity,
        source_text=text,
        cue=(cue.start, cue.end),
        content=(content,),
        kind=_kind(document, content),
        speech_act=act,
        polarity=polarity,
        modality=modality,
        anonymous=entity is None and sources.is_anonymous(span),
        evidence=(min(sentence[0], content[0]), max(sentence[1], content[1])),
        confidence=round(min(cue.chance, source.chance), 2),
        rule=RULE,
    )


def _nearest(tags: Iterable[Tag], cue: Tag) -> Tag | None:
    """The sure tag nearest to the cue, on either side, that does not touch it."""
    near = [(_gap(tag, cue), tag.start, tag) for tag in tags if tag.chance >= _LEAST_SURE]
    return min((row for row in near if 0 <= row[0] <= _FARTHEST), default=(0, 0, None))[2]


def _gap(tag: Tag, cue: Tag) -> int:
    """Code points between a tag and the cue; negative where they overlap."""
    return max(tag.start - cue.end, cue.start - tag.end)


def _content(document: Document, cue: Tag, sentence: Range) -> Range | None:
    """What the cue opens: the rest of the content it stands in, or else the nearest content of its sentence."""
    contents = within(document.tags.contents, *sentence)
    around = next((tag for tag in contents if tag.start < cue.start and cue.end < tag.end), None)
    if around is not None:
        found = (cue.end, around.end)
    else:
        nearest = _nearest(contents, cue)
        if nearest is None:
            return None
        found = (nearest.start, nearest.end)
    if len(document.tokens_in(*found)) < _LEAST_WORDS[document.language]:
        return None
    return trimmed(document.text, *found)


def _kind(document: Document, content: Range) -> str:
    """ "direct" where all of the content is in quotation marks, "mixed" where part of it is."""
    start, end = content
    if any(quote.start <= start and end <= quote.end for quote in document.quotes_at(start)):
        return "direct"
    return "mixed" if any(start <= quote.start and quote.end <= end for quote in document.quotes) else "indirect"


def _meaning(document: Document, cue: Tag) -> tuple[SpeechAct, str, str]:
    """Speech act, polarity and modality by the first word of the cue that is known; plain saying where none is."""
    for token in document.tokens_in(cue.start, cue.end):
        if token.is_arabic:
            for found in arabic_lexicon.forms(token.text):
                verb = found.form.verb
                return verb.act, verb.polarity, verb.modality
        form = lexicon().verbs.get(token.norm)
        known = next(iter(form.cues), None) if form else lexicon().nouns.get(token.norm)
        if known is not None:
            return known.act, "denies" if known.denies else "affirms", known.modality
    return SpeechAct.SAY, "affirms", "asserted"


@dataclass(frozen=True)
class _Sources:
    """The sources of one document; its English lines are read once, where one has to be looked at."""

    document: Document

    @cached_property
    def _lines(self) -> list[Line]:
        return lines(self.document)

    def is_anonymous(self, source: Range) -> bool:
        """Whether a source that is no entity is left unnamed."""
        if self.document.language == "ar":
            text = self.document.text[slice(*source)]
            return arabic_anonymity.is_anonymous(Speaker(source, text, None, ""), ())
        for line in self._lines:
            inside = [at for at, item in enumerate(line.items) if source[0] <= item.start < source[1]]
            if inside and line.items[inside[0]].start == source[0]:
                return english_anonymity.is_anonymous(line, (inside[0], inside[-1] + 1))
        return False

"""English claims: lines, attributions in each line, contents, sources; then the quotations that are left over."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from kg.extract.local.claims.english_anonymity import asks_for_anonymity, is_anonymous
from kg.extract.local.claims.english_attribution import Attribution
from kg.extract.local.claims.english_contents import Borders, content_stretches, trimmed
from kg.extract.local.claims.english_denials import DENIAL
from kg.extract.local.claims.english_lexicon import is_a
from kg.extract.local.claims.english_line import Line, Stretch, lines
from kg.extract.local.claims.english_predicates import colon_quotation
from kg.extract.local.claims.english_rules import attributions
from kg.extract.local.claims.english_speakers import Speakers, is_first_person, pronoun_of
from kg.extract.local.coreference import head_entity
from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, EntityDraft, Range
from schemas import EntityType, SpeechAct

_BLOCK_PARAGRAPHS = 12
_SPEAKERS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.OUTLET, EntityType.GROUP})


def find_english_claims(document: Document, entities: tuple[EntityDraft, ...]) -> list[ClaimDraft]:
    """The claims of an English article, line by line; ``via`` is left to the chains, but for relays."""
    reader = _Reader(document, entities, lines(document))
    for number in range(len(reader.lines)):
        reader.read(number)
    return reader.claims


@dataclass
class _Reader:
    """Reads an article's lines in order and remembers who spoke and what was quoted last."""

    document: Document
    entities: tuple[EntityDraft, ...]
    lines: list[Line]
    claims: list[ClaimDraft] = field(default_factory=list)
    _speakers: Speakers = field(default_factory=Speakers)
    _quoted: int = -1  # index of the claim that a following quotation goes on with
    _quoted_paragraph: int = -1
    _holder: dict[int, str | None] = field(default_factory=dict)  # start of a quotation: who speaks in it
    _block_end: int = -1

    def read(self, number: int) -> None:
        """Add the claims of one line."""
        line = self.lines[number]
        if not line.items:
            return
        found = attributions(line, headline=self._is_headline(line))
        before = len(self.claims)
        borders = Borders.of(found)
        quotations = [at for at, item in enumerate(line.items) if item.quote is not None]
        taken: set[int] = set()
        by_cue: dict[Stretch | None, str] = {}
        for one in found:
            stretches = self._contents(one, borders, number)
            if not stretches or not self._may_speak(one) or asks_for_anonymity(line, stretches):
                continue
            held = [at for first, stop in stretches for at in _between(quotations, first, stop)]
            taken.update(held)
            if self._add(one, self._spans(line, one, stretches, number), stretches, held):
                by_cue.setdefault(one.cue, self.claims[-1].id)
        self._link(found, by_cue, before)
        loose = [at for at in quotations if line.tag(at) == "Q" and at not in taken]
        if line.inside is None and loose:
            self._loose_quotations(line, loose, new=len(self.claims) > before)
        elif line.inside is None and len(self.claims) == before:
            self._quoted = -1

    def _link(self, found: list[Attribution], by_cue: dict[Stretch | None, str], first: int) -> None:
        """Give the claims of cited sources the claim that cites them."""
        relays = {
            by_cue[one.cue]: by_cue[one.relayed_by] for one in found if one.relayed_by in by_cue and one.cue in by_cue
        }
        for at in range(first, len(self.claims)):
            claim = self.claims[at]
            if claim.id in relays:
                self.claims[at] = replace(claim, via=relays[claim.id])

    def _may_speak(self, one: Attribution) -> bool:
        """Whether what stands before a headline's colon is a speaker and not the headline's topic."""
        if one.rule != "headline" or one.source is None or one.line.tag(one.source[1] + 1) == "Q":
            return True
        line = one.line
        head = line.norm(one.source[1] - 1)
        if any(is_a(head, kind) for kind in ("unnamed", "document", "person")):
            return True
        known = head_entity(self.document, self.entities, *line.span(*one.source))
        if not line.items[one.source[1] - 1].capital:
            return False
        return any(entity.id == known and entity.type in _SPEAKERS for entity in self.entities)

    def _is_headline(self, line: Line) -> bool:
        return line.inside is None and line.paragraph == 0 and line.items[-1].tag != "." and len(line.items) < 40

    def _contents(self, one: Attribution, borders: Borders, number: int) -> list[Stretch]:
        if one.rule.endswith("-block"):
            return [(len(one.line.items) - 1, len(one.line.items))] if self._block(number) else []
        return content_stretches(one, borders)

    def _spans(self, line: Line, one: Attribution, stretches: list[Stretch], number: int) -> tuple[Range, ...]:
        if one.rule.endswith("-block"):
            block = self._block(number)
            return (block,) if block else ()
        if one.rule == DENIAL:
            return self._said_before(line)
        text = self.document.text
        spans = [trimmed(text, *line.span(first, stop)) for first, stop in stretches]
        return tuple(span for span in spans if span)

    def _said_before(self, line: Line) -> tuple[Range, ...]:
        """The content of the claim right before, in this paragraph or the last: what "this" means is a clause."""
        if not self.claims or line.inside is not None or self.claims[-1].rule.endswith(("-prep", "-np")):
            return ()
        claim, first = self.claims[-1], max(0, line.paragraph - 1)
        return claim.content if claim.evidence[1] > self.document.paragraphs[first][0] else ()

    def _block(self, number: int) -> Range | None:
        """The paragraphs after a line that ends with a colon: a statement given in full, to where narration resumes."""
        line = self.lines[number]
        stop = None
        first = None
        for following in self.lines[number + 1 : number + 200]:
            if following.inside is not None:
                continue
            if first is None and following.tag(0) == "Q":
                return trimmed(self.document.text, *following.span(0, 1))
            if following.paragraph > line.paragraph + _BLOCK_PARAGRAPHS:
                break
            first = first if first is not None else following.items[0].start
            stop = following.items[-1].end
        return None if first is None or stop is None else trimmed(self.document.text, first, stop)

    def _add(self, one: Attribution, content: tuple[Range, ...], stretches: list[Stretch], held: list[int]) -> bool:
        if not content:
            return False
        line, meaning = one.line, one.meaning
        source, entity, text = self._source(one)
        draft = ClaimDraft(
            id=f"e{len(self.claims) + 1}",
            source=source,
            source_entity=entity,
            source_text=text,
            cue=line.span(*one.cue) if one.cue else None,
            content=content,
            kind=_kind(one, stretches),
            speech_act=meaning.act if meaning else SpeechAct.SAY,
            polarity="denies" if meaning and meaning.denies else "affirms",
            modality="hypothetical" if one.modal else meaning.modality if meaning else "asserted",
            anonymous=entity is None and self._is_anonymous(one, text),
            addressee=line.span(*one.addressee) if one.addressee else None,
            evidence=self._evidence(line, content),
            confidence=one.confidence,
            rule=one.rule,
        )
        self.claims.append(draft)
        self._note_quotations(line, stretches, held, text)
        return True

    def _evidence(self, line: Line, content: tuple[Range, ...]) -> Range:
        start, end = line.span(0, len(line.items))
        return min(start, content[0][0]), max(end, content[-1][1])

    def _source(self, one: Attribution) -> tuple[Range | None, str | None, str | None]:
        """The source's span, its entity and, where it is a pronoun or unspoken, the phrase it stands for."""
        line = one.line
        stretch = one.source or one.antecedent
        if one.voice == "hearsay" or stretch is None:
            return None, None, None
        span = self._source_span(line, stretch)
        if span is None:
            return None, None, None
        entity = head_entity(self.document, self.entities, *span)
        text: str | None = self.document.text[slice(*span)]
        pronoun = pronoun_of(line, stretch)
        if pronoun is not None and is_first_person(pronoun) and line.inside is not None:
            text = self._holder.get(line.inside.start)
        elif pronoun is not None:
            text = self._speakers.antecedent(pronoun)
        elif text is not None:
            self._speakers.add(text, line, stretch)
        if pronoun is not None and entity is None and text is not None:
            entity = self._entity_of(text)
        return (span if one.source else None), entity, text

    def _source_span(self, line: Line, stretch: Stretch) -> Range | None:
        start, end = line.span(*stretch)
        text = self.document.text
        if line.tag(stretch[1] - 1) == "K":
            end = start + text[start:end].replace("’", "'").index("'")
        elif line.norm(stretch[1] - 1).endswith(("'s", "s'")):
            end = start + text[start:end].replace("’", "'").rindex("'")
        return trimmed(text, start, end)

    def _is_anonymous(self, one: Attribution, text: str | None) -> bool:
        """A phrase tells by its words; a pronoun is as anonymous as whom it stands for."""
        stretch = one.source or one.antecedent
        if one.voice == "hearsay" or stretch is None or text is None:
            return False
        if pronoun_of(one.line, stretch) is None:
            return is_anonymous(one.line, stretch)
        return next((claim.anonymous for claim in reversed(self.claims[-20:]) if claim.source_text == text), False)

    def _entity_of(self, text: str) -> str | None:
        """The entity of the last claim whose source reads so."""
        for claim in reversed(self.claims[-20:]):
            if claim.source_entity and claim.source_text == text:
                return claim.source_entity
        return None

    def _note_quotations(self, line: Line, stretches: list[Stretch], held: list[int], text: str | None) -> None:
        for at in held:
            quote = line.items[at].quote
            if quote is not None:
                self._holder[quote.start] = text
        block = self.claims[-1].rule.endswith("-block")
        if line.inside is None and (block or line.tag(stretches[-1][1] - 1) == "Q"):
            self._quoted, self._quoted_paragraph = len(self.claims) - 1, line.paragraph

    def _loose_quotations(self, line: Line, loose: list[int], *, new: bool) -> None:
        """Speech that no attribution claims: it goes on with what was quoted before, or is the last speaker's."""
        introduced = colon_quotation(line, loose)
        if introduced is not None:
            stretches = [(introduced.opens or 0, len(line.items))]
            self._add(introduced, self._spans(line, introduced, stretches, 0), stretches, loose)
            return
        alone = all(item.tag in "Q.,-:" for item in line.items)
        if not alone or new:
            self._quoted = self._quoted if new or alone else -1
            return
        spans = tuple(span for at in loose if (span := trimmed(self.document.text, *line.span(at, at + 1))))
        if not spans:
            return
        if self._quoted >= 0 and line.paragraph - self._quoted_paragraph <= 1:
            text = self._continue(line, spans)
        else:
            text = self._speakers.last()
            self.claims.append(self._unattributed(line, spans, text))
            self._quoted, self._quoted_paragraph = len(self.claims) - 1, line.paragraph
        for at in loose:
            quote = line.items[at].quote
            if quote is not None:
                self._holder[quote.start] = text

    def _continue(self, line: Line, spans: tuple[Range, ...]) -> str | None:
        """Add quotations to the claim quoted last; returns who speaks."""
        claim = self.claims[self._quoted]
        fresh = tuple(span for span in spans if span not in claim.content)
        evidence = (claim.evidence[0], max(claim.evidence[1], line.items[-1].end))
        self.claims[self._quoted] = replace(claim, content=(*claim.content, *fresh), evidence=evidence)
        self._quoted_paragraph = line.paragraph
        return claim.source_text

    def _unattributed(self, line: Line, spans: tuple[Range, ...], text: str | None) -> ClaimDraft:
        return ClaimDraft(
            id=f"e{len(self.claims) + 1}",
            source=None,
            source_entity=self._entity_of(text) if text else None,
            source_text=text,
            cue=None,
            content=spans,
            kind="direct",
            evidence=self._evidence(line, spans),
            confidence=0.6,
            rule="quotation",
        )


def _kind(one: Attribution, stretches: list[Stretch]) -> str:
    """ "direct" where all content is quoted speech, "mixed" where part of it is in quotation marks."""
    if one.rule.endswith("-block"):
        return "direct"
    tags = "".join(one.line.tags[first:stop] for first, stop in stretches)
    if "Q" not in tags and "q" not in tags:
        return "indirect"
    return "mixed" if tags.strip("Qq.,;:-(") else "direct"


def _between(places: list[int], first: int, stop: int) -> list[int]:
    return places[bisect_left(places, first) : bisect_left(places, stop)]

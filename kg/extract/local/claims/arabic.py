"""The Arabic grammar of claims: every rule over every sentence, then speakers carried over and contents cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.local.claims.arabic_accounts import account_sayings
from kg.extract.local.claims.arabic_content import content
from kg.extract.local.claims.arabic_headlines import headline_saying
from kg.extract.local.claims.arabic_lexicon import classes
from kg.extract.local.claims.arabic_line import Line, Reader, lines
from kg.extract.local.claims.arabic_saying import Saying
from kg.extract.local.claims.arabic_verbs import verb_sayings
from kg.extract.local.claims.carry import Speaker, carried
from kg.extract.local.coreference import head_entity
from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, EntityDraft, Range
from kg.text import tokens
from schemas import EntityType


def find_arabic_claims(document: Document, entities: tuple[EntityDraft, ...]) -> list[ClaimDraft]:
    """The claims of an Arabic article in the order of their cues, not yet chained but for relays."""
    reader = Reader(document, entities)
    speakers: list[Speaker] = []
    claims: list[ClaimDraft] = []
    paragraph_starts = {start for start, _ in document.paragraphs}
    for line in lines(reader):
        said = _sayings(line, paragraph_starts)
        claims.extend(_Sentence(line, said, speakers, len(claims)).drafts())
    return claims


def _sayings(line: Line, paragraph_starts: set[int]) -> list[Saying]:
    found = [*verb_sayings(line), *account_sayings(line)]
    if line.start in paragraph_starts:
        headline = headline_saying(line, is_first=line.number == 0)
        if headline is not None:
            found.append(headline)
    return _distinct(found)


def _distinct(found: Iterable[Saying]) -> list[Saying]:
    """One saying a cue, in order; the surest rule wins."""
    best: dict[tuple[Range | None, str], Saying] = {}
    for saying in sorted(found, key=lambda one: -one.confidence):
        best.setdefault((saying.cue or saying.source, saying.relays), saying)
    return sorted(best.values(), key=lambda one: (one.place, one.relays != "outer"))


@dataclass
class _Sentence:
    """The sayings of one sentence on their way to drafts."""

    line: Line
    sayings: list[Saying]
    speakers: list[Speaker]
    numbered: int

    def drafts(self) -> list[ClaimDraft]:
        cuts = sorted(saying.clause for saying in self.sayings if saying.coordinate)
        here: list[Speaker] = []
        out: list[ClaimDraft] = []
        outer: str | None = None
        for saying in self.sayings:
            spans, kind = content(self.line, saying, cuts)
            if not spans:
                continue
            speaker = self._speaker(saying, here)
            name = f"a{self.numbered + len(out) + 1}"
            out.append(self._draft(name, saying, spans, kind, speaker, outer if saying.relays == "inner" else None))
            outer = name if saying.relays == "outer" else outer
            if speaker is not None:
                here.append(speaker)
                self.speakers.append(speaker)
        return out

    def _speaker(self, saying: Saying, here: list[Speaker]) -> Speaker | None:
        if saying.source is not None:
            return self._spoken(saying.source)
        if saying.carries == "subject" and here:
            chosen = carried(here, saying.gender, saying.plural)
            return chosen if saying.rule.startswith("participle") or chosen is None else _unspoken(chosen)
        if saying.carries == "subject":
            chosen = self._subject_of_sentence(saying)
            if chosen is not None:
                return chosen if saying.rule.startswith("participle") else _unspoken(chosen)
        if saying.carries:
            chosen = carried(here or self.speakers, saying.gender, saying.plural)
            return None if chosen is None else _unspoken(chosen)
        return None

    def _spoken(self, source: Range) -> Speaker:
        reader = self.line.reader
        entity = head_entity(reader.document, reader.entities, *source)
        return Speaker(source, reader.text[slice(*source)], entity, _gender(reader, source, entity))

    def _subject_of_sentence(self, saying: Saying) -> Speaker | None:
        """A person or body that the sentence names before the verb, nearest to the sentence's beginning."""
        reader = self.line.reader
        for start, end, entity in reader.mentions_in(self.line.start, saying.place):
            if entity.type is EntityType.PLACE:
                continue
            speaker = Speaker((start, end), reader.text[start:end], entity.id, _gender(reader, (start, end), entity.id))
            if not saying.gender or not speaker.gender or speaker.gender == saying.gender:
                return speaker
        return None

    def _draft(self, name: str, saying: Saying, spans: tuple[Range, ...], kind: str, speaker: Speaker | None,
               via: str | None) -> ClaimDraft:
        reader = self.line.reader
        document = reader.document
        last = max(end for _, end in spans)
        evidence = (min(self.line.start, spans[0][0]), max(self.line.end, document.sentence_at(last - 1)[1], last))
        return ClaimDraft(
            id=name,
            source=speaker.source if speaker else None,
            source_entity=speaker.entity if speaker else None,
            source_text=speaker.text if speaker else None,
            cue=saying.cue,
            content=spans,
            kind=kind,
            speech_act=saying.act,
            polarity=saying.polarity,
            modality=saying.modality,
            anonymous=speaker is None or _anonymous(speaker),
            via=via,
            addressee=saying.addressee,
            evidence=evidence,
            confidence=saying.confidence,
            rule=saying.rule,
        )


def _unspoken(speaker: Speaker) -> Speaker:
    return Speaker(None, speaker.text, speaker.entity, speaker.gender)


def _anonymous(speaker: Speaker) -> bool:
    if speaker.entity is not None:
        return False
    words = tokens(speaker.text)
    return bool(words) and "unnamed" in classes(words[0].norm)


def _gender(reader: Reader, source: Range, entity: str | None) -> str:
    """The grammatical gender of a source by its first word; unknown for bare names of persons."""
    first = reader.document.token_at(source[0])
    if first is None or not first.is_arabic:
        return ""
    if first.norm.endswith("ه") or "feminine" in classes(first.norm):
        return "f"
    mention = reader.mention_at(source[0])
    if mention is not None and mention[0] == source[0]:
        return ""
    return "m"

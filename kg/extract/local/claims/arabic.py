"""The Arabic grammar of claims: every rule over every sentence, then speakers carried over and contents cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.extract.local.claims.arabic_according import according_sayings
from kg.extract.local.claims.arabic_anonymity import asks_for_anonymity, is_anonymous
from kg.extract.local.claims.arabic_content import content, reporters_comments
from kg.extract.local.claims.arabic_headlines import headline_saying, is_furniture
from kg.extract.local.claims.arabic_hearsay import hearsay_sayings
from kg.extract.local.claims.arabic_lexicon import classes, is_any
from kg.extract.local.claims.arabic_line import Line, Reader, lines
from kg.extract.local.claims.arabic_phrases import first_phrase, is_prepositional, stands_apart, subject
from kg.extract.local.claims.arabic_relays import ASCRIBED
from kg.extract.local.claims.arabic_saying import Saying
from kg.extract.local.claims.arabic_verbs import verb_sayings
from kg.extract.local.claims.carry import Speaker, carried
from kg.extract.local.coreference import head_entity
from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, EntityDraft, Range
from schemas import EntityType

_BACK = 600
_RECENT = 8
_ONE_A_CONTENT = ("noun", "participle", "verb", "fronted", "relative", "elided")
"""Rules of which one alone may speak for a content; relays and according-to phrases add a second voice."""
_HEAD_WORDS = 14
"""The subject of a sentence is sought among so many words."""


def find_arabic_claims(document: Document, entities: tuple[EntityDraft, ...]) -> list[ClaimDraft]:
    """The claims of an Arabic article in the order of their cues, not yet chained but for relays."""
    reader = Reader(document, entities)
    speakers: list[Speaker] = []
    claims: list[ClaimDraft] = []
    paragraph_starts = {start for start, _ in document.paragraphs}
    all_lines = lines(reader)
    said = [_sayings(line, paragraph_starts) for line in all_lines]
    ends = _speech_ends(all_lines, said, paragraph_starts)
    for line, sayings, end in zip(all_lines, said, ends, strict=True):
        claims.extend(_Sentence(line, sayings, speakers, len(claims), end).drafts())
    return claims


def _speech_ends(all_lines: list[Line], said: list[list[Saying]], paragraph_starts: set[int]) -> list[int]:
    """Where speech that a colon opens in each line ends: with its paragraph, or before somebody speaks again."""
    ends = [line.end for line in all_lines]
    for at in range(len(all_lines) - 2, -1, -1):
        if all_lines[at + 1].start not in paragraph_starts and not said[at + 1]:
            ends[at] = ends[at + 1]
    return ends


def _sayings(line: Line, paragraph_starts: set[int]) -> list[Saying]:
    if is_furniture(line):
        return []
    found = [*verb_sayings(line), *according_sayings(line), *hearsay_sayings(line)]
    if line.start in paragraph_starts:
        headline = headline_saying(line, is_first=line.number == 0)
        if headline is not None:
            found.append(headline)
    return _distinct(found)


def _distinct(found: Iterable[Saying]) -> list[Saying]:
    """One saying a cue, in order; the surest rule wins."""
    best: list[Saying] = []
    taken: dict[int, str] = {}
    opened: set[int] = set()
    for saying in sorted(found, key=lambda one: (-one.confidence, one.place)):
        signal = saying.cue or saying.source or (saying.opens, saying.opens + 1)
        alone = saying.rule.startswith(_ONE_A_CONTENT)
        if alone and (saying.opens in opened or (saying.rule.startswith("noun") and signal[0] in opened)):
            continue  # "renewed his call for": the call is what was renewed
        if any(offset in taken and not (saying.relays and taken[offset]) for offset in range(*signal)):
            continue
        taken.update(dict.fromkeys(range(*signal), saying.relays))
        opened.add(saying.opens)
        best.append(saying)
    return sorted(best, key=lambda one: (one.place, one.relays != "outer"))


@dataclass
class _Sentence:
    """The sayings of one sentence on their way to drafts."""

    line: Line
    sayings: list[Saying]
    speakers: list[Speaker]
    numbered: int
    speech_end: int

    def drafts(self) -> list[ClaimDraft]:
        cuts = sorted(saying.clause for saying in self.sayings if saying.coordinate)
        comments = reporters_comments(self.line)
        here: list[Speaker] = []
        out: list[ClaimDraft] = []
        for saying in self.sayings:
            saying = self._inside(saying, out)
            spans, kind = self._ascribed(out) if saying.rule == ASCRIBED else self._content(saying, cuts, comments)
            if not spans or asks_for_anonymity(self.line, spans[0][0]):
                continue
            speaker = self._speaker(saying, here)
            out.append(
                self._draft(f"a{self.numbered + len(out) + 1}", saying, spans, kind, speaker, _relayer(saying, out))
            )
            if speaker is not None and not _is_nested(saying, out[:-1]):
                here.append(speaker)
                self.speakers.append(speaker)
        return out

    def _content(self, saying: Saying, cuts: list[int], comments: list[int]) -> tuple[tuple[Range, ...], str]:
        return content(self.line, saying, cuts, comments, self.speech_end)

    @staticmethod
    def _ascribed(claims: list[ClaimDraft]) -> tuple[tuple[Range, ...], str]:
        """What is ascribed to somebody is what the claim before says."""
        return (claims[-1].content, "indirect") if claims else ((), "indirect")

    def _inside(self, saying: Saying, claims: list[ClaimDraft]) -> Saying:
        """An according-to phrase inside another's words speaks of those words only."""
        if saying.shape != "around" or not saying.fixed:
            return saying
        start, end = saying.fixed[0]
        if saying.source is not None and self._is_medium(saying.source):
            return saying  # a medium at the end tells the whole sentence, the saying in it included
        for claim in reversed(claims):
            if claim.rule == "according":
                continue
            for low, high in claim.content:
                if start <= low < end <= high + 2:
                    return replace(saying, fixed=((low, end), *saying.fixed[1:]))
        return saying

    def _speaker(self, saying: Saying, here: list[Speaker]) -> Speaker | None:
        if saying.source is not None:
            return self._spoken(saying.source)
        if saying.carries == "subject" and self.speakers and not here and self._goes_on(saying):
            chosen = carried(self.speakers, saying.gender, saying.plural)
            return None if chosen is None else _unspoken(chosen)
        if saying.carries == "subject" and here:
            chosen = carried(here, saying.gender, saying.plural)
            return chosen if saying.rule.startswith("participle") or chosen is None else _unspoken(chosen)
        if saying.carries == "subject":
            chosen = self._subject_of_sentence(saying)
            if chosen is not None:
                return chosen if saying.rule.startswith("participle") else _unspoken(chosen)
        if saying.carries:
            chosen = carried(here or self.speakers, saying.gender, saying.plural) or self._last_named(saying)
            return None if chosen is None else _unspoken(chosen)
        return None

    def _last_named(self, saying: Saying) -> Speaker | None:
        """The last person or body named before, where nobody has spoken yet."""
        reader = self.line.reader
        for start, end, entity in reversed(reader.mentions_in(max(0, self.line.start - _BACK), self.line.start)):
            if entity.type in (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.OUTLET):
                speaker = Speaker(
                    (start, end), reader.text[start:end], entity.id, _gender(reader, (start, end), entity.id)
                )
                if not saying.gender or not speaker.gender or speaker.gender == saying.gender:
                    return speaker
        return None

    def _is_medium(self, source: Range) -> bool:
        reader = self.line.reader
        first = reader.document.token_at(source[0])
        mention = reader.mention_at(source[0])
        named = mention is not None and mention[2].type is EntityType.OUTLET
        return named or (first is not None and "medium" in classes(first.norm))

    def _goes_on(self, saying: Saying) -> bool:
        if saying.cue is None:
            return False
        token = self.line.reader.document.token_at(saying.cue[0])
        return token is not None and "going-on" in classes(token.norm)

    def _spoken(self, source: Range) -> Speaker:
        reader = self.line.reader
        entity = head_entity(reader.document, reader.entities, *source) or self._known(reader.text[slice(*source)])
        return Speaker(source, reader.text[slice(*source)], entity, _gender(reader, source, entity))

    def _known(self, text: str) -> str | None:
        """A single definite noun is the speaker who was introduced with it: "the citizen" is "the citizen X"."""
        if " " in text:
            return None
        for speaker in reversed(self.speakers[-_RECENT:]):
            if speaker.entity is not None and speaker.text.startswith(text + " "):
                return speaker.entity
        return None

    def _subject_of_sentence(self, saying: Saying) -> Speaker | None:
        """The subject of the sentence's own verb, or else the first person or body that the sentence names."""
        reader = self.line.reader
        after_verb = self._after_first_verb(saying)
        if after_verb is not None:
            speaker = self._spoken(after_verb)
            if not saying.gender or not speaker.gender or speaker.gender == saying.gender:
                return speaker
        near = self.line.tokens[min(_HEAD_WORDS, len(self.line.tokens) - 1)].end
        for start, end, entity in reader.mentions_in(self.line.start, min(near, saying.place)):
            if entity.type not in (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.OUTLET) and not (
                entity.type is EntityType.PLACE and self._after_its_verb(start)
            ):
                continue
            speaker = Speaker((start, end), reader.text[start:end], entity.id, _gender(reader, (start, end), entity.id))
            if not saying.gender or not speaker.gender or speaker.gender == saying.gender:
                return speaker
        return None

    def _after_its_verb(self, start: int) -> bool:
        """Whether a feminine perfect stands right before: a country is the subject (kharajat Angola)."""
        at = self.line.index_at(start) - 1
        return at >= 0 and self.line.tokens[at].norm.endswith("ت") and len(self.line.tokens[at].norm) > 3

    def _after_first_verb(self, saying: Saying) -> Range | None:
        """What follows the first word, taken for a verb, where it is a noun phrase that is told to end."""
        line = self.line
        high = line.index_at(saying.place)
        if high < 3 or not line.tokens[0].is_arabic or line.mention(0) is not None:
            return None
        if is_prepositional(line, 0) or stands_apart(line, 0) or line.tokens[0].norm.startswith("ال"):
            return None
        if (
            line.mention(1) is None
            and not line.tokens[1].norm.startswith("ال")
            and not is_any(line.tokens[1].norm, "role", "body", "unnamed", "medium", "document")
        ):
            return None
        end = first_phrase(line, 1, high)
        return subject(line, 1, end) if end > 1 else None

    def _draft(
        self, name: str, saying: Saying, spans: tuple[Range, ...], kind: str, speaker: Speaker | None, via: str | None
    ) -> ClaimDraft:
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
            anonymous=speaker is None or is_anonymous(speaker, self.speakers),
            via=via,
            addressee=saying.addressee,
            evidence=evidence,
            confidence=saying.confidence,
            rule=saying.rule,
        )


def _relayer(saying: Saying, claims: list[ClaimDraft]) -> str | None:
    """The claim that the saying stands inside of, between its cue and its content: A, quoting B, said that …"""
    if saying.rule == ASCRIBED and claims:
        return claims[-1].id
    for claim in reversed(claims[-3:]):
        if claim.cue is not None and claim.cue[1] <= saying.place < claim.content[0][0] and saying.relays != "outer":
            return claim.id
    return None


def _is_nested(saying: Saying, claims: list[ClaimDraft]) -> bool:
    """Whether the saying is made inside another's content, or by the way: its speaker is not who goes on speaking."""
    if saying.rule == "according" or saying.rule.startswith("relative"):
        return True
    return any(start <= saying.place < end for claim in claims[-4:] for start, end in claim.content)


def _unspoken(speaker: Speaker) -> Speaker:
    return Speaker(None, speaker.text, speaker.entity, speaker.gender)


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

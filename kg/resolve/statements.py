"""What linking reads of a claim: who says it, where it ends, what it is about and denies, its figures and time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.rdf import Names
from kg.rdf.ids import Minted
from kg.resolve.entities import Clusters
from kg.resolve.figures import Figure, bare_number, figure, measured
from kg.resolve.meanings import meanings, roles
from kg.resolve.records import BODIES
from kg.resolve.sources import Sources
from kg.resolve.speakers import without_holder
from kg.resolve.tables import nations, parts
from kg.text import fold, tokens
from schemas import Claim, Entity, EntityType, Event, Extraction, Quantity, Span, SpeechAct

_TOPICS = 6
"""So many of an article's entities, those with most mentions, say which story it tells."""
_ANAPHORA_WORDS = (
    "هذا هذه ذلك تلك كهذه كهذا الاتهام الاتهامات التهم التهمة المزاعم الادعاءات الأنباء"
    " this these charge charges accusation accusations allegation allegations"
)
_ANAPHORA = frozenset(fold(_ANAPHORA_WORDS).split())
_OUTLET_AGAIN = frozenset(fold("الوكالة الموقع الصحيفة القناة agency site newspaper paper").split())
_SECONDHAND = frozenset(fold(word) for word in ["ناسبا", "ناسبة", "نقلا", "citing", "attributing", "quoting"])
_COUNT_WORDS = frozenset(
    fold(
        "number figure figures toll count tally total عدد العدد عددهم حصيلة الحصيلة الرقم الأرقام stood stands"
    ).split()
)
"""Words that say that a number without a noun counts what was counted before."""
_BARE = 5
"""A claim of so few words that gives a number gives another's."""
_COUNTED_BACK = 3
_CONTRAST = re.compile(
    r"\b(?:more|fewer|less|higher|lower|double|half|twice)\b[^.]{0,40}\bthan\b|\bcontrary to\b"
    r"|خلافا|بخلاف|عكس|أكثر مما|أقل مما",
    re.IGNORECASE,
)
_OPEN_ACTS = frozenset({SpeechAct.WARN, SpeechAct.EXPECT, SpeechAct.ASK, SpeechAct.DEMAND, SpeechAct.PROMISE})
_HEADS = frozenset(["the", "an", "arabic", "newspaper", "site", "news", "website", "daily", "agency", "paper"])


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim. ``about`` and ``denied`` are meanings of its words; ``company`` the clusters of the entities in them.

    ``speaker`` is the IRI of the source where it is an entity; ``origin`` the local id of the claim at the end of its
    chain. ``speaks`` are the words for the source, with what a noun such as "the society" stands for. ``since`` and
    ``told`` are the first and the last day on which it can have been made, ``published`` and ``until`` those of the
    article; ``roles`` what the words for the source say they are; ``story`` the clusters that the article is about,
    ``everyone`` all of them. ``paragraph`` and ``sentence`` are offsets in code points, and ``contrasts`` tells whether
    the claim sets what it says against what somebody else said.
    """

    iri: str
    local: str
    article: str
    outlet: str
    speaker: str | None
    called: str
    source: str
    anonymous: bool
    via: str | None
    origin: str
    about: frozenset[str]
    denied: frozenset[str]
    company: frozenset[str]
    places: frozenset[str]
    figures: tuple[Figure, ...]
    denies: bool
    points_back: bool
    since: str
    told: str
    published: str
    until: str
    roles: frozenset[str]
    story: frozenset[str]
    everyone: frozenset[str]
    number: int
    words: str
    stems: frozenset[str]
    accuses: bool
    asserted: bool
    secondhand: bool
    through: str
    speaks: str
    paragraph: int
    sentence: int
    contrasts: bool

    @property
    def leaf(self) -> bool:
        """Whether it ends its chain: nobody else's claim is conveyed by it."""
        return self.origin == self.local


def statements(found: Extraction, names: Names, clusters: Clusters) -> list[Statement]:
    """The claims of one article in the text's order."""
    minted = Minted(names, found)
    cluster = {entity.id: clusters.of.get(minted.entities[entity.id].value, "") for entity in found.entities}
    named = [entity for entity in places_first(found.entities) if cluster[entity.id]]
    often: Counter[str] = Counter()
    for entity in named:
        often[cluster[entity.id]] += len(entity.mentions)
    story = main_story(often)
    events = {event.id: event for event in found.events}
    ends = _ends(found.claims)
    mentions = _Mentions(named)
    out: list[Statement] = []
    sources, told = Sources(), dict[str, str]()
    outlet: str | None = None
    for number, claim in enumerate(found.claims):
        speaker = claim.source.entity or _entity_named(claim, mentions)
        said = {fold(token.text) for token in tokens(claim.source.text or "")}
        if speaker is None and said & _OUTLET_AGAIN and len(said) <= 3:
            speaker = outlet
        if any(entity.id == speaker and entity.type == EntityType.OUTLET for entity in named):
            outlet = speaker
        who = next((one for one in named if one.id == speaker), None)
        text = _in_full(without_holder(claim.source.text or "", who.name if who else ""), who)
        speaks, referred = sources.read(
            text, speaker, named=not claim.source.anonymous, teller=told.get(claim.via or "", "")
        )
        told[claim.id] = speaks
        speaker = speaker or referred
        about, denied, stems = meanings(claim)
        within = [entity for span in claim.content for entity, _ in mentions.inside(span)]
        out.append(
            Statement(
                iri=minted.claims[claim.id].value,
                local=claim.id,
                article=found.article.id,
                outlet=found.article.outlet or "",
                speaker=minted.entities[speaker].value if speaker else None,
                called=next((entity.name for entity in named if entity.id == speaker), ""),
                source=claim.source.text or "",
                anonymous=claim.source.anonymous,
                via=claim.via,
                origin=ends[claim.id],
                about=about,
                denied=denied,
                company=frozenset(cluster[entity.id] for entity in within),
                places=frozenset(cluster[entity.id] for entity in within if entity.type == EntityType.PLACE),
                figures=_figures(claim, events, out),
                denies=claim.polarity == "denies",
                points_back=bool({token.norm for span in claim.content for token in tokens(span.text)[:4]} & _ANAPHORA),
                since=(claim.time.start if claim.time else None) or _days(found.article.published)[0],
                told=(claim.time.end if claim.time else None) or _days(found.article.published)[1],
                published=_days(found.article.published)[0],
                until=_days(found.article.published)[1],
                roles=roles(claim.source.text or ""),
                story=story,
                everyone=frozenset(often),
                number=number,
                words=" […] ".join(span.text for span in claim.content),
                stems=stems,
                accuses=claim.speech_act == SpeechAct.ACCUSE,
                asserted=claim.modality == "asserted" and claim.speech_act not in _OPEN_ACTS,
                secondhand=any(token.norm in _SECONDHAND for token in tokens(claim.evidence.text)),
                through=_outlet_in(claim, mentions),
                speaks=speaks,
                paragraph=found.article.text.rfind("\n", 0, claim.evidence.start) + 1,
                sentence=claim.evidence.start,
                contrasts=any(_CONTRAST.search(span.text) for span in claim.content),
            )
        )
    return _with_conveyed(out)


def places_first(entities: Iterable[Entity]) -> list[Entity]:
    """Entities in the order in which they tell which story it is: where it happens, then the others as named."""
    return sorted(entities, key=lambda entity: entity.type is not EntityType.PLACE)


def main_story(often: Counter[str]) -> frozenset[str]:
    """The clusters that an article is about: those with most mentions, of equal ones those counted first."""
    return frozenset(sorted(often, key=lambda key: -often[key])[:_TOPICS])


def _with_conveyed(found: list[Statement]) -> list[Statement]:
    """Claims that convey another's, with the figures of that where they give none."""
    local = {one.local: one for one in found}
    return [one if one.leaf or one.figures else replace(one, figures=local[one.origin].figures) for one in found]


def _ends(claims: Iterable[Claim]) -> dict[str, str]:
    listed = list(claims)
    conveyed = {claim.via: claim.id for claim in listed if claim.via}
    ends = {}
    for claim in listed:
        end = claim.id
        while end in conveyed:
            end = conveyed[end]
        ends[claim.id] = end
    return ends


class _Mentions:
    """The mentions of some entities, for looking up by place."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._rows = sorted(
            (mention.span.start, mention.span.end, number)
            for number, entity in enumerate(entities)
            for mention in entity.mentions
        )
        self._starts = [start for start, _, _ in self._rows]
        self._entities = entities

    def inside(self, span: Span) -> list[tuple[Entity, tuple[int, int]]]:
        """Entities with the places (code points) of their mentions inside ``span``, by entity, then by place."""
        rows = self._rows[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        found = sorted((number, start, end) for start, end, number in rows if end <= span.end)
        return [(self._entities[number], (start, end)) for number, start, end in found]


def _in_full(source: str, entity: Entity | None) -> str:
    """The name of a body where the words for it are fewer: the UN office."""
    if entity is None or entity.type not in BODIES or entity.name in source:
        return source
    return entity.name if len(entity.name.split()) > len(source.split()) else source


def _entity_named(claim: Claim, mentions: _Mentions) -> str | None:
    """The entity whose name is all of an unresolved source but its article, its nation and the kind of outlet."""
    span = claim.source.span
    if span is None or claim.source.anonymous:
        return None
    for entity, (start, end) in mentions.inside(span):
        rest = span.text[: start - span.start] + " " + span.text[end - span.start :]
        words = {token.norm for token in tokens(rest) if token.norm.isalpha()}
        plain = {word[2:] if word.startswith("ال") else word for word in words}
        if all(word in _HEADS | parts("outlet") or word in nations() for word in plain):
            return entity.id
    return None


def _outlet_in(claim: Claim, mentions: _Mentions) -> str:
    """The outlet named within the words for a source: an official quoted by the site."""
    span = claim.source.span
    if span is None:
        return ""
    for entity, (start, _) in mentions.inside(span):
        if entity.type == EntityType.OUTLET and span.start < start:
            return entity.name
    return ""


def _figures(claim: Claim, events: dict[str, Event], before: Sequence[Statement]) -> tuple[Figure, ...]:
    """A claim's figures; what an event of it measures is taken over where the claim leaves it open."""
    known = {
        quantity.span: quantity for event in claim.about for quantity in events[event].quantities if quantity.measures
    }
    figures = measured(
        [figure(known.get(quantity.span, quantity), *_words_around(claim, quantity)) for quantity in claim.quantities]
    )
    if not figures and len(claim.content) == 1:
        figures = bare_number(claim.content[0].text)
    words = [token.norm for span in claim.content for token in tokens(span.text)]
    if not _COUNT_WORDS.intersection(words) and len(words) > _BARE:
        return figures
    earlier = [one for told in reversed(before[-_COUNTED_BACK:]) for one in told.figures if one.measures or one.unit]
    return tuple(one for one in (_as_counted(figure, earlier) for figure in figures) if one.unit)


def _as_counted(one: Figure, earlier: Sequence[Figure]) -> Figure:
    """A number without a noun ("put the number at 300") counts what the article counted last."""
    if one.measures or one.unit not in (None, "person") or not earlier:
        return one
    return replace(one, unit=earlier[0].unit, measures=earlier[0].measures)


def _words_around(claim: Claim, quantity: Quantity) -> tuple[str, str]:
    """The words of the claim before a quantity of it, and those after."""
    for span in claim.content:
        if span.start <= quantity.span.start < span.end:
            return span.text[: quantity.span.start - span.start], span.text[quantity.span.end - span.start :]
    return "", ""


def _days(published: str | None) -> tuple[str, str]:
    """The first and the last day that a date of a day, a month or a year can stand for."""
    if not published:
        return "", ""
    if len(published) == 10:
        return published, published
    year, _, month = published.partition("-")
    after = date(int(year) + 1, 1, 1) if not month or month == "12" else date(int(year), int(month) + 1, 1)
    return f"{year}-{month or '01'}-01", date.fromordinal(after.toordinal() - 1).isoformat()

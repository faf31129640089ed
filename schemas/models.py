"""The contract: what an extractor hands over and everything else reads.

All models are frozen values without I/O. Offsets are Unicode code points into ``Article.text``, end exclusive;
``Article.text[span.start:span.end] == span.text`` is checked where an extraction is grounded, and again by the SHACL
shapes. Dates are ISO 8601 and inclusive at both ends.

Each field says how it is written in RDF (see ``schemas.mapping``); graphs, ontology, shapes and the JSON-LD context
all follow from that. Where order carries no meaning (an entity's mentions, a claim's content and events) the models
keep one order, so that equal values are equal however they came.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from schemas.mapping import (
    LABEL,
    LOCAL_ID,
    Classes,
    Concept,
    Inline,
    Link,
    Match,
    Member,
    Named,
    Node,
    Part,
    Passage,
    Refinement,
    Value,
)
from schemas.values import EntityType, EventType, IsoDate, Language, LocalId, PartialDate, Realis, SpeechAct, WikidataId


class Model(BaseModel):
    """Base of all values: frozen, closed to unknown fields. ``rdf`` says which node a model becomes, if one."""

    rdf: ClassVar[Node | None] = None
    model_config = ConfigDict(frozen=True, extra="forbid", use_enum_values=False)


class Span(Model):
    """A stretch of the article's text, in code points, end exclusive."""

    rdf = Node(("oa:SpecificResource",))

    start: Annotated[int, Field(ge=0), Value("oa:start", "integer")]
    end: Annotated[int, Field(ge=1), Value("oa:end", "integer")]
    text: Annotated[str, Field(min_length=1), Value("oa:exact", "text")]

    @model_validator(mode="after")
    def _length_is_that_of_the_text(self) -> Span:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}..{self.end} is not as long as its text ({len(self.text)} code points)")
        return self


class Article(Model):
    """One article as it was read; ``text`` is what all offsets count in and is never changed."""

    rdf = Node(("schema:NewsArticle", "prov:Entity"))

    id: Annotated[LocalId, Value("schema:identifier")]
    text: Annotated[str, Value("schema:articleBody", "text")]
    title: Annotated[str | None, Value("schema:headline", "text")] = None
    language: Annotated[Language, Value("schema:inLanguage")] = "und"
    published: Annotated[PartialDate | None, Value("schema:datePublished", "partial-date")] = None
    published_basis: Annotated[Literal["given", "text", "url", "none"], Concept("rw:publishedBasis", "basis")] = "none"
    url: Annotated[str | None, Value("schema:url", "uri")] = None
    outlet: Annotated[str | None, Named("schema:publisher", ("schema:NewsMediaOrganization",))] = None
    authors: Annotated[tuple[str, ...], Named("schema:author", ("schema:Person",))] = ()
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$"), Value("schema:sha256")]
    sample: Annotated[bool, Value("rw:sample", "boolean")] = False


class Mention(Model):
    """One place in the text that refers to an entity."""

    span: Annotated[Span, Passage("rw:mention")]
    kind: Annotated[
        Literal["named", "nominal", "pronoun"],
        Refinement(
            "span",
            (("named", "rw:namedMention"), ("nominal", "rw:nominalMention"), ("pronoun", "rw:pronounMention")),
        ),
    ] = "named"


class Entity(Model):
    """Somebody or something the article names; ``id`` holds within the article only."""

    rdf = Node(("rw:Entity",))

    id: Annotated[LocalId, Value(LOCAL_ID)]
    type: Annotated[
        EntityType,
        Classes(
            (
                ("outlet", ("schema:NewsMediaOrganization", "schema:Organization")),
                ("person", ("schema:Person",)),
                ("organization", ("schema:Organization",)),
                ("place", ("schema:Place",)),
                ("group", ("rw:Group", "prov:Agent")),
                ("product", ("schema:Product",)),
                ("other", ("schema:Thing",)),
            )
        ),
    ]
    name: Annotated[str, Field(min_length=1), Value(LABEL, "text")]
    mentions: Annotated[tuple[Mention, ...], Inline()] = ()
    wikidata: Annotated[WikidataId | None, Match("skos:exactMatch", "wd:")] = None

    @field_validator("mentions")
    @classmethod
    def _mentions_in_text_order(cls, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        return tuple(sorted(set(mentions), key=lambda mention: (mention.span.start, mention.span.end, mention.kind)))


class Time(Model):
    """A time expression's value: the closed interval it stands for, never finer than the text says."""

    rdf = Node(("sem:Time",))

    start: Annotated[IsoDate | None, Value("sem:hasEarliestBeginTimeStamp", "date")] = None
    end: Annotated[IsoDate | None, Value("sem:hasLatestEndTimeStamp", "date")] = None
    text: Annotated[str, Field(min_length=1), Value(LABEL, "text")]
    basis: Annotated[str, Value("rw:timeBasis")] = "absolute"
    granularity: Annotated[str, Value("rw:granularity")] = "day"

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Time:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"time {self.text!r} ends ({self.end}) before it starts ({self.start})")
        return self


class Quantity(Model):
    """A figure with its bounds: "more than 4 thousand" has ``min`` 4000, exclusive, and no ``max``."""

    rdf = Node(("schema:QuantitativeValue",))

    span: Annotated[Span, Passage("rw:span")]
    min: Annotated[float | None, Field(allow_inf_nan=False), Value("schema:minValue", "decimal")] = None
    max: Annotated[float | None, Field(allow_inf_nan=False), Value("schema:maxValue", "decimal")] = None
    min_exclusive: Annotated[bool, Value("rw:minExclusive", "boolean")] = False
    unit: Annotated[str | None, Value("schema:unitText")] = None
    measures: Annotated[str | None, Value("rw:measures")] = None

    @model_validator(mode="after")
    def _bounds_in_order(self) -> Quantity:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"quantity {self.span.text!r} has a least value ({self.min}) above its most ({self.max})")
        return self


class Participant(Model):
    """Who takes part in an event, and how."""

    rdf = Node(("rw:Participation", "sem:Role"))

    role: Annotated[Literal["agent", "patient", "recipient", "instrument"], Concept("sem:roleType", "role")]
    entity: Annotated[LocalId | None, Link("rdf:value", "Entity")] = None
    span: Annotated[Span, Passage("rw:span")]


class Location(Model):
    """Where an event takes place."""

    entity: Annotated[LocalId | None, Link("sem:hasPlace", "Entity")] = None
    span: Annotated[Span, Passage("rw:placeSpan")]


class Event(Model):
    """Something that happened, may happen or is said not to have happened; its truth is only ever somebody's claim."""

    rdf = Node(("rw:Event", "sem:Event"))

    id: Annotated[LocalId, Value(LOCAL_ID)]
    type: Annotated[EventType, Concept("sem:eventType", "event")]
    trigger: Annotated[Span, Passage("rw:trigger")]
    realis: Annotated[Realis, Concept("rw:realis", "realis")] = Realis.ACTUAL
    participants: Annotated[tuple[Participant, ...], Part("rw:participation")] = ()
    place: Annotated[Location | None, Inline()] = None
    time: Annotated[Time | None, Part("sem:hasTime")] = None
    quantities: Annotated[tuple[Quantity, ...], Part("rw:quantity")] = ()
    evidence: Annotated[Span, Passage("rw:evidence", quoted=True)]


class Source(Model):
    """Who makes a claim: an entity, an unnamed phrase, or nobody (hearsay)."""

    entity: Annotated[LocalId | None, Link("rw:source", "Entity", also=("schema:author",))] = None
    span: Annotated[Span | None, Passage("rw:sourceSpan")] = None
    text: Annotated[str | None, Value("rw:sourceText", "text")] = None
    anonymous: Annotated[bool, Value("rw:anonymousSource", "boolean")] = False


class Addressee(Model):
    """To whom a claim is made."""

    entity: Annotated[LocalId | None, Link("rw:addressee", "Entity")] = None
    span: Annotated[Span, Passage("rw:addresseeSpan")]


class Claim(Model):
    """One speech act by one source; ``via`` is the claim that conveys it."""

    rdf = Node(("rw:Claim", "schema:Claim"))

    id: Annotated[LocalId, Value(LOCAL_ID)]
    source: Annotated[Source, Inline()]
    cue: Annotated[Span | None, Passage("rw:cue")] = None
    content: Annotated[tuple[Span, ...], Field(min_length=1), Passage("rw:content", quoted=True)]
    kind: Annotated[Literal["direct", "indirect", "mixed"], Concept("rw:claimKind", "claim")] = "indirect"
    speech_act: Annotated[SpeechAct, Concept("rw:speechAct", "act")] = SpeechAct.SAY
    polarity: Annotated[Literal["affirms", "denies"], Concept("rw:polarity", "polarity")] = "affirms"
    modality: Annotated[
        Literal["asserted", "hedged", "possible", "hypothetical"], Concept("rw:modality", "modality")
    ] = "asserted"
    via: Annotated[LocalId | None, Link("rw:conveys", "Claim", inverse=True, also=("prov:wasDerivedFrom",))] = None
    about: Annotated[tuple[LocalId, ...], Link("schema:about", "Event")] = ()
    addressee: Annotated[Addressee | None, Inline()] = None
    time: Annotated[Time | None, Part("rw:saidAt", also=("schema:temporal",))] = None
    quantities: Annotated[tuple[Quantity, ...], Part("rw:quantity")] = ()
    evidence: Annotated[Span, Passage("rw:evidence", quoted=True)]
    confidence: Annotated[float, Field(ge=0, le=1), Value("rw:confidence", "decimal")] = 1.0

    @field_validator("content")
    @classmethod
    def _content_in_text_order(cls, content: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(sorted(set(content), key=lambda span: (span.start, span.end)))

    @field_validator("about")
    @classmethod
    def _each_event_once(cls, about: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(set(about), key=lambda event: (len(event), event)))


class Drop(Model):
    """Something an extractor proposed that did not enter the graph, and why."""

    rdf = Node(("rw:Drop",))

    what: Annotated[str, Value("rw:proposed")]
    reason: Annotated[str, Value("rw:reason")]
    quote: Annotated[str, Value("rw:quote")] = ""


class ExtractorInfo(Model):
    """Which extractor made an extraction."""

    rdf = Node(("prov:SoftwareAgent",))

    name: Annotated[str, Value("schema:name")]
    version: Annotated[str, Value("schema:softwareVersion")]


class Extraction(Model):
    """Everything one extractor found in one article."""

    rdf = Node(("rw:Extraction", "prov:Bundle", "prov:Entity"))

    article: Annotated[Article, Part("prov:wasDerivedFrom")]
    entities: Annotated[tuple[Entity, ...], Member("schema:subjectOf")] = ()
    events: Annotated[tuple[Event, ...], Member("schema:subjectOf")] = ()
    claims: Annotated[tuple[Claim, ...], Member("schema:appearance")] = ()
    dropped: Annotated[tuple[Drop, ...], Part("rw:dropped")] = ()
    extractor: Annotated[ExtractorInfo, Part("prov:wasAttributedTo")]

    @model_validator(mode="after")
    def _every_reference_resolves(self) -> Extraction:
        entities = _unique("entity", (entity.id for entity in self.entities))
        events = _unique("event", (event.id for event in self.events))
        claims = _unique("claim", (claim.id for claim in self.claims))
        for event in self.events:
            named = [part.entity for part in event.participants] + [event.place.entity if event.place else None]
            _known(f"event {event.id!r}", "entity", named, entities)
        for claim in self.claims:
            named = [claim.source.entity, claim.addressee.entity if claim.addressee else None]
            _known(f"claim {claim.id!r}", "entity", named, entities)
            _known(f"claim {claim.id!r}", "event", claim.about, events)
            _known(f"claim {claim.id!r}", "claim", [claim.via], claims)
        _no_circles({claim.id: claim.via for claim in self.claims})
        return self


def _unique(what: str, ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for identifier in ids:
        if identifier in seen:
            raise ValueError(f"two of kind {what} have the id {identifier!r}")
        seen.add(identifier)
    return seen


def _known(where: str, what: str, named: Iterable[str | None], known: set[str]) -> None:
    for identifier in named:
        if identifier is not None and identifier not in known:
            raise ValueError(f"{where} names the {what} {identifier!r}, which is not in the extraction")


def _no_circles(via: dict[str, str | None]) -> None:
    settled: set[str] = set()
    for start in via:
        path: set[str] = set()
        claim: str | None = start
        while claim is not None and claim not in settled:
            if claim in path:
                raise ValueError(f"claim {claim!r} is conveyed, through others, by itself")
            path.add(claim)
            claim = via[claim]
        settled |= path

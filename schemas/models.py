"""The contract: what an extractor hands over and everything else reads.

All models are frozen values without I/O. Offsets are Unicode code points into ``Article.text``, end exclusive;
``Article.text[span.start:span.end] == span.text`` is checked where an extraction is grounded, and again by the SHACL
shapes. Dates are ISO 8601 and inclusive at both ends.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

PartialDate = Annotated[str, Field(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
"""A date no finer than it is known: YYYY, YYYY-MM or YYYY-MM-DD."""

IsoDate = Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
WikidataId = Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")]
LocalId = Annotated[str, Field(min_length=1, max_length=200)]


class EntityType(StrEnum):
    """What kind of thing a name stands for."""

    PERSON = "person"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    PLACE = "place"
    GROUP = "group"
    PRODUCT = "product"
    OTHER = "other"


class EventType(StrEnum):
    """PLOVER's sixteen event types and nine for general news."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    APPOINT = "APPOINT"
    VOTE = "VOTE"
    LEGAL = "LEGAL"
    DISASTER = "DISASTER"
    HARM = "HARM"
    ECONOMY = "ECONOMY"
    MOVE = "MOVE"
    STATE = "STATE"
    OTHER = "OTHER"


class Realis(StrEnum):
    """Whether an event is told as having happened."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


class SpeechAct(StrEnum):
    """What the source does in saying it."""

    SAY = "say"
    REPORT = "report"
    ANNOUNCE = "announce"
    CONFIRM = "confirm"
    DENY = "deny"
    ACCUSE = "accuse"
    DEMAND = "demand"
    WARN = "warn"
    PROMISE = "promise"
    ASK = "ask"
    EXPECT = "expect"
    BELIEVE = "believe"
    DESCRIBE = "describe"
    WRITE = "write"


class Model(BaseModel):
    """Base of all values: frozen, closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_enum_values=False)


class Span(Model):
    """A stretch of the article's text, in code points, end exclusive."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    text: Annotated[str, Field(min_length=1)]

    @model_validator(mode="after")
    def _length_is_that_of_the_text(self) -> Span:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}..{self.end} is not as long as its text ({len(self.text)} code points)")
        return self


class Article(Model):
    """One article as it was read; ``text`` is what all offsets count in and is never changed."""

    id: LocalId
    text: str
    title: str | None = None
    language: Language = "und"
    published: PartialDate | None = None
    published_basis: Literal["given", "text", "url", "none"] = "none"
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    sample: bool = False


class Mention(Model):
    """One place in the text that refers to an entity."""

    span: Span
    kind: Literal["named", "nominal", "pronoun"] = "named"


class Entity(Model):
    """Somebody or something the article names; ``id`` holds within the article only."""

    id: LocalId
    type: EntityType
    name: Annotated[str, Field(min_length=1)]
    mentions: tuple[Mention, ...] = ()
    wikidata: WikidataId | None = None


class Time(Model):
    """A time expression's value: the closed interval it stands for, never finer than the text says."""

    start: IsoDate | None = None
    end: IsoDate | None = None
    text: Annotated[str, Field(min_length=1)]
    basis: str = "absolute"
    granularity: str = "day"


class Quantity(Model):
    """A figure with its bounds: "more than 4 thousand" has ``min`` 4000, exclusive, and no ``max``."""

    span: Span
    min: float | None = None
    max: float | None = None
    min_exclusive: bool = False
    unit: str | None = None
    measures: str | None = None


class Participant(Model):
    """Who takes part in an event, and how."""

    role: Literal["agent", "patient", "recipient", "instrument"]
    entity: LocalId | None = None
    span: Span


class Location(Model):
    """Where an event takes place."""

    entity: LocalId | None = None
    span: Span


class Event(Model):
    """Something that happened, may happen or is said not to have happened; its truth is only ever somebody's claim."""

    id: LocalId
    type: EventType
    trigger: Span
    realis: Realis = Realis.ACTUAL
    participants: tuple[Participant, ...] = ()
    place: Location | None = None
    time: Time | None = None
    quantities: tuple[Quantity, ...] = ()
    evidence: Span


class Source(Model):
    """Who makes a claim: an entity, an unnamed phrase, or nobody (hearsay)."""

    entity: LocalId | None = None
    span: Span | None = None
    text: str | None = None
    anonymous: bool = False


class Addressee(Model):
    """To whom a claim is made."""

    entity: LocalId | None = None
    span: Span


class Claim(Model):
    """One speech act by one source; ``via`` is the claim that conveys it."""

    id: LocalId
    source: Source
    cue: Span | None = None
    content: Annotated[tuple[Span, ...], Field(min_length=1)]
    kind: Literal["direct", "indirect", "mixed"] = "indirect"
    speech_act: SpeechAct = SpeechAct.SAY
    polarity: Literal["affirms", "denies"] = "affirms"
    modality: Literal["asserted", "hedged", "possible", "hypothetical"] = "asserted"
    via: LocalId | None = None
    about: tuple[LocalId, ...] = ()
    addressee: Addressee | None = None
    time: Time | None = None
    quantities: tuple[Quantity, ...] = ()
    evidence: Span
    confidence: Annotated[float, Field(ge=0, le=1)] = 1.0


class Drop(Model):
    """Something an extractor proposed that did not enter the graph, and why."""

    what: str
    reason: str
    quote: str = ""


class ExtractorInfo(Model):
    """Which extractor made an extraction."""

    name: str
    version: str


class Extraction(Model):
    """Everything one extractor found in one article."""

    article: Article
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    dropped: tuple[Drop, ...] = ()
    extractor: ExtractorInfo

"""The closed lists and constrained strings that the contract's models are made of."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field


def _in_the_calendar(value: str) -> str:
    date.fromisoformat(value + "0000-01-01"[len(value) :])
    return value


PartialDate = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"),
    AfterValidator(_in_the_calendar),
]
"""A date no finer than it is known: YYYY, YYYY-MM or YYYY-MM-DD."""

IsoDate = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
    AfterValidator(_in_the_calendar),
]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
WikidataId = Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")]
LocalId = Annotated[str, Field(min_length=1, max_length=200)]
"""Holds within one extraction only."""


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

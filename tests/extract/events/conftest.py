"""Articles and entities for the tests of events, as functions that tests ask for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from kg.extract.local.document import Document
from kg.extract.local.drafts import EntityDraft, EventDraft, MentionDraft
from kg.extract.local.events import find_events
from schemas import Article, EntityType


def make_document(text: str, language: str = "ar", published: str | None = "2024-05-06") -> Document:
    """An article with nothing but its text."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(Article(id="a", text=text, language=language, published=published, sha256=digest))


def make_entities(text: str, **names: EntityType) -> tuple[EntityDraft, ...]:
    """Entities for the names given, underscores standing for spaces, with every mention of theirs."""
    out = []
    for number, (key, kind) in enumerate(names.items(), start=1):
        name = key.replace("_", " ")
        starts = [at for at in range(len(text)) if text.startswith(name, at)]
        assert starts, name
        out.append(EntityDraft(f"e{number}", kind, name, tuple(MentionDraft(at, at + len(name)) for at in starts)))
    return tuple(out)


def read_events(text: str, language: str = "ar", **names: EntityType) -> dict[str, EventDraft]:
    """The events of a text by the words of their triggers."""
    found = find_events(make_document(text, language), make_entities(text, **names), ())
    return {text[slice(*event.trigger)]: event for event in found}


def find_fillers(text: str, event: EventDraft, role: str) -> list[str]:
    """The words of those who have a role."""
    return [text[one.start : one.end] for one in event.roles if one.role == role]


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Builds a document from its text and language."""
    return make_document


@pytest.fixture(scope="session")
def events() -> Callable[..., dict[str, EventDraft]]:
    """Reads the events of a text whose names are given, by trigger."""
    return read_events


@pytest.fixture(scope="session")
def fillers() -> Callable[[str, EventDraft, str], list[str]]:
    """Tells the words of those who have a role in an event."""
    return find_fillers

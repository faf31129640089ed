"""What an extractor is, and how one is found by its name.

A third party's package adds an extractor by an entry point in the group ``riwaya.extractors``: a class or function
that is called without arguments and returns an :class:`Extractor`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import entry_points
from typing import Any, Protocol, runtime_checkable

from kg.errors import ExtractorError
from schemas import Article

GROUP = "riwaya.extractors"

Proposal = Mapping[str, Any]
"""An extraction as an extractor proposes it: the JSON contract's ``entities``, ``events``, ``claims`` and ``dropped``.

Spans carry ``text``; ``start`` and ``end`` may be missing, and are searched for where the proposal is grounded."""


@runtime_checkable
class Extractor(Protocol):
    """Finds entities, events and claims in one article."""

    name: str
    version: str

    def extract(self, article: Article) -> Proposal:
        """What the article says; nothing of it is believed before it is grounded."""
        ...


@runtime_checkable
class TakesOwnWords(Protocol):
    """An extractor that a user's own names and triggers can be given to."""

    def with_own_words(self, own: Any) -> Extractor:
        """The same extractor that knows them besides."""
        ...


def extractor_names() -> tuple[str, ...]:
    """Names of the installed extractors, sorted."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def load_extractor(name: str) -> Extractor:
    """The extractor registered under ``name``.

    Raises ExtractorError where there is none, where it cannot be imported, or where it is not an extractor.
    """
    found = sorted((point for point in entry_points(group=GROUP) if point.name == name), key=lambda point: point.value)
    if not found:
        known = ", ".join(extractor_names()) or "none"
        raise ExtractorError(f"There is no extractor called {name!r}. Installed: {known}.")
    try:
        extractor = found[0].load()()
    except Exception as error:  # third-party code may fail in any way
        raise ExtractorError(f"The extractor {name!r} ({found[0].value}) could not be loaded: {error}") from error
    if not isinstance(extractor, Extractor):
        raise ExtractorError(
            f"The extractor {name!r} ({found[0].value}) lacks a name, a version or the method extract(article)."
        )
    return extractor

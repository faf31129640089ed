"""Names of terms: CURIEs made into IRIs under one base IRI."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode

from kg.errors import InputError
from schemas.mapping import PREFIXES

DEFAULT_BASE = "https://w3id.org/riwaya/"
KINDS = ("graph", "extractor", "document", "claim", "event", "entity")
"""What is minted below the base IRI, each kind in a folder of its own, in the order that exports list them."""

_LOCAL_PREFIXES = {"rw": "ns#", **{kind: f"{kind}/" for kind in KINDS}}


@dataclass(frozen=True)
class Names:
    """The IRIs of one base: the project's vocabulary under ``ns#``, what it mints under a folder a kind."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        try:
            NamedNode(self.base)
        except ValueError as error:
            raise InputError(
                f"base IRI {self.base!r} is not an IRI: {error}; give one such as {DEFAULT_BASE}"
            ) from None
        if not self.base.endswith(("/", "#")):
            raise InputError(f"base IRI {self.base!r} must end with / or #, as in {DEFAULT_BASE}")

    @property
    def prefixes(self) -> dict[str, str]:
        """Every prefix with its namespace, by name."""
        local = {prefix: self.base + path for prefix, path in _LOCAL_PREFIXES.items()}
        return dict(sorted({**PREFIXES, **local}.items()))

    def iri(self, curie: str) -> str:
        """The IRI that ``curie`` stands for; KeyError for a prefix nobody declared."""
        return _expand(self.base, curie)

    def node(self, curie: str) -> NamedNode:
        """The same as a term."""
        return _node(self.base, curie)

    def concept(self, scheme: str, value: str) -> NamedNode:
        """The SKOS concept of ``value`` in ``scheme``."""
        return _node(self.base, f"rw:{scheme}-{value}")

    @property
    def ontology_graph(self) -> NamedNode:
        """The graph that holds the vocabulary, with labels, in a store."""
        return NamedNode(self.base + "graph/ontology")


@lru_cache(maxsize=4096)
def _expand(base: str, curie: str) -> str:
    prefix, _, local = curie.partition(":")
    namespace = PREFIXES.get(prefix) or base + _LOCAL_PREFIXES[prefix]
    return namespace + local


@lru_cache(maxsize=4096)
def _node(base: str, curie: str) -> NamedNode:
    return NamedNode(_expand(base, curie))

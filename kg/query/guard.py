"""What a foreign query may do: read what is in the store, and nothing else.

Oxigraph and rdflib fetch what SERVICE names, and engines may fetch what FROM names. Both are refused here by the
query's parse tree, not by its text; an update is no query and does not parse as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyparsing import ParseBaseException, ParseResults
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import QueryError

LONGEST_QUERY = 100_000
"""Code points; longer ones are nobody's question."""

_REFUSED = {
    "ServiceGraphPattern": "SERVICE asks another server; only this store may be asked",
    "DatasetClause": "FROM may fetch from elsewhere; use GRAPH to ask one document's graph",
}


def guard(text: str) -> None:
    """Raise QueryError unless ``text`` is a query that only reads the store."""
    if len(text) > LONGEST_QUERY:
        raise QueryError(f"the query is longer than {LONGEST_QUERY} characters")
    try:
        tree = parseQuery(text)
    except ParseBaseException as error:
        if _is_update(text):
            raise QueryError("the query is not allowed: it would change the graph, and a query may only read") from None
        raise QueryError(
            f"the query cannot be read at line {error.lineno}, column {error.column}: {error.msg}; "
            "only SELECT, ASK, CONSTRUCT and DESCRIBE are allowed"
        ) from None
    except RecursionError:
        raise QueryError("the query is nested too deeply") from None
    for name in _node_names(tree):
        if name in _REFUSED:
            raise QueryError(f"the query is not allowed: {_REFUSED[name]}")


def _is_update(text: str) -> bool:
    try:
        parseUpdate(text)
    except (ParseBaseException, RecursionError):
        return False
    return True


def _node_names(tree: Any) -> Iterator[str]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, CompValue):
            yield node.name
            waiting.extend(node.values())
        elif isinstance(node, list | tuple | ParseResults):
            waiting.extend(node)

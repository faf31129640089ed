"""Questions to the graph: named queries with parameters, and anybody's SPARQL behind a guard."""

from kg.query.guard import guard
from kg.query.named import NamedQuery, named_queries, named_query
from kg.query.parameters import Parameter
from kg.query.run import run_named, run_query
from kg.query.table import Cell, Table

__all__ = [
    "Cell",
    "NamedQuery",
    "Parameter",
    "Table",
    "guard",
    "named_queries",
    "named_query",
    "run_named",
    "run_query",
]

"""Asks a store: named queries here, foreign ones after the guard and in a process of their own, with a time limit."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query import child
from kg.query.guard import guard
from kg.query.named import NamedQuery
from kg.query.table import Cell, Table
from kg.rdf import Names
from kg.store import Store
from kg.store.reading import open_for_reading
from kg.text.fold import fold

TIMEOUT = 60.0
"""Seconds a foreign query may take."""
ROWS = 100_000
"""Rows a foreign query may give."""
MEMORY = 8 * 1024**3
"""Bytes of address space for a foreign query's process; the store's files are mapped into it too."""


def run_named(store: Store, query: NamedQuery, values: Mapping[str, str] | None = None) -> Table:
    """Answer a named query with ``values`` for its parameters; QueryError where they do not fit."""
    answer = store.quads.query(
        query.bound(values or {}, store.names),
        use_default_graph_as_union=True,
        custom_functions={store.names.node("rw:fold"): _folded},
    )
    if not isinstance(answer, ox.QuerySolutions):
        raise QueryError(f"query {query.name} is not a SELECT query")
    rows = tuple(tuple(_cell(term) for term in row) for row in answer)
    return Table(tuple(variable.value for variable in answer.variables), rows)


def run_query(
    path: Path | str,
    text: str,
    names: Names | None = None,
    *,
    timeout: float = TIMEOUT,
    rows: int = ROWS,
) -> Table:
    """Answer anybody's query on the store at ``path``, which is opened for reading in a process of its own.

    The default graph is the union of all graphs; the project's prefixes need not be declared. Raises QueryError for
    what the guard refuses, what Oxigraph cannot read and what takes longer than ``timeout`` seconds.
    """
    names = names or Names()
    guard(text)
    Store(path, names, read_only=True).close()  # a missing store, or another base IRI, is told before the query is run
    request = {
        "store": str(Path(path) / "quads"),
        "opener": inspect.getsourcefile(open_for_reading),
        "query": text,
        "prefixes": names.prefixes,
        "fold": [names.iri("rw:fold"), inspect.getsourcefile(fold)],
        "rows": rows,
        "memory": MEMORY,
    }
    command = [sys.executable, "-I", child.__file__]
    try:
        # The child is this package's own file; the query goes in as data.
        done = subprocess.run(  # noqa: S603
            command, input=json.dumps(request), capture_output=True, timeout=timeout, encoding="utf-8", check=False
        )
    except subprocess.TimeoutExpired:
        raise QueryError(f"the query took longer than {timeout:g} seconds; ask for less, or give more time") from None
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["it was ended from outside"])[-1]
        raise QueryError(f"the query failed: {last}")
    return _table(done.stdout)


def _table(output: str) -> Table:
    columns, *lines = [json.loads(line) for line in output.splitlines()]
    truncated = bool(lines) and isinstance(lines[-1], dict)
    rows = lines[:-1] if truncated else lines
    return Table(
        tuple(columns), tuple(tuple(None if cell is None else Cell(*cell) for cell in row) for row in rows), truncated
    )


def _cell(term: object) -> Cell | None:
    found = child.cell(term)
    return None if found is None else Cell(*found)


def _folded(term: object) -> ox.Literal | None:
    return ox.Literal(fold(term.value)) if isinstance(term, ox.Literal) else None

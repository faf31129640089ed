"""One query in a process of its own, which can be ended: ``python child.py`` with the request as JSON on stdin.

Run as a script so that it starts quickly: it loads Oxigraph and the folding, nothing else of the package. It opens the
store for reading only, and writes the columns and then each row, a line of JSON each.
"""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Iterator

import pyoxigraph as ox


def main() -> None:
    """Answer the one request on standard input."""
    request = json.load(sys.stdin)
    _limit_memory(request["memory"])
    name, module = request["fold"]
    fold = runpy.run_path(module)["fold"]
    store = runpy.run_path(request["opener"])["open_for_reading"](request["store"])
    answer = store.query(
        request["query"],
        use_default_graph_as_union=True,
        prefixes=request["prefixes"],
        custom_functions={
            ox.NamedNode(name): lambda term: ox.Literal(fold(term.value)) if isinstance(term, ox.Literal) else None
        },
    )
    for number, line in enumerate(_lines(answer)):
        if number > request["rows"]:
            print(json.dumps({"truncated": True}))
            return
        print(json.dumps(line))


def cell(term: object) -> list[str] | None:
    """A term as kind, value, language and datatype."""
    match term:
        case ox.NamedNode():
            return ["uri", term.value]
        case ox.Literal():
            return ["literal", term.value, term.language or "", term.datatype.value]
        case ox.BlankNode():
            return ["bnode", term.value]
        case _:
            return None


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _lines(
    answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples,
) -> Iterator[list[str] | list[list[str] | None]]:
    match answer:
        case ox.QueryBoolean():
            yield ["answer"]
            yield [cell(ox.Literal(bool(answer)))]
        case ox.QueryTriples():
            yield ["subject", "predicate", "object"]
            for triple in answer:
                yield [cell(triple.subject), cell(triple.predicate), cell(triple.object)]
        case _:
            yield [variable.value for variable in answer.variables]
            for row in answer:
                yield [cell(term) for term in row]


if __name__ == "__main__":
    main()

"""``kg query``: questions to the graph, ready ones and one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from kg.cli.app import app, complain
from kg.cli.options import DEFAULT_STORE, BaseIri, StorePath
from kg.errors import QueryError
from kg.rdf import DEFAULT_BASE, Names

if TYPE_CHECKING:
    from kg.query import Table

_FORMATS = ("table", "csv", "json")


@app.command()
def query(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME|FILE.rq]", help="A named query, or a file with a SPARQL query.")
    ] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter of a named query.")
    ] = None,
    store: StorePath = DEFAULT_STORE,
    as_: Annotated[str, typer.Option("--as", metavar="FORMAT", help="table, csv or json (SPARQL results).")] = "table",
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds a query from a file may take.")] = 60.0,
    base_iri: BaseIri = DEFAULT_BASE,
) -> None:
    """Ask the graph; without a name, list the questions that are ready and their parameters.

    A query of your own may read the graph and nothing else: no SERVICE, no FROM, no updates; it runs with a time limit.
    """
    from kg.query import named_query, run_named, run_query
    from kg.store import Store

    if as_ not in _FORMATS:
        raise QueryError(f"--as {as_}: choose one of {', '.join(_FORMATS)}.")
    if name is None:
        _list()
        return
    names = Names(base_iri)
    path = Path(name)
    if path.suffix == ".rq":
        if param:
            raise QueryError("--param is for named queries; write the values into the file.")
        _print(run_query(store, _text(path), names, timeout=timeout), as_, names, path.name)
        return
    named = named_query(name)
    with Store(store, names, read_only=True) as opened:
        _print(run_named(opened, named, _values(param or [])), as_, names, named.question)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: the query cannot be read: {error}.") from error


def _values(given: list[str]) -> dict[str, str]:
    values = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign or not name:
            raise QueryError(f"--param {pair}: write NAME=VALUE, as in --param speaker=بلينكن.")
        values[name] = value
    return values


def _list() -> None:
    from kg.query import named_queries

    for named in named_queries().values():
        typer.echo(f"{named.name}: {named.question}")
        typer.echo(f"{'':{len(named.name)}}  {named.question_ar}")
        for parameter in named.parameters:
            default = f" [{parameter.default}]" if parameter.default is not None else ""
            typer.echo(f"    --param {parameter.name}=…  {parameter.description}{default}")


def _print(table: Table, format_: str, names: Names, title: str) -> None:
    if format_ == "json":
        typer.echo(table.json())
    elif format_ == "csv":
        typer.echo(table.csv(), nl=False)
    else:
        console = Console()
        fits = table.fits(console.width)
        console.print(table.rich(names, title) if fits else table.records(names, title))
        if not table.rows:
            complain("No rows.")
        if table.truncated:
            complain("There are more rows than are shown; narrow the question, or add a LIMIT of your own.")

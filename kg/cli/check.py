"""``kg check``: does every document graph keep its promises?"""

from __future__ import annotations

import typer

from kg.cli.app import app, complain
from kg.cli.options import DEFAULT_STORE, BaseIri, StorePath
from kg.rdf import DEFAULT_BASE


@app.command()
def check(store: StorePath = DEFAULT_STORE, base_iri: BaseIri = DEFAULT_BASE) -> None:
    """Check every document graph against the SHACL shapes, and every quotation against its article.

    Exit code 1 where one does not hold; each failure is told with its place.
    """
    from kg.rdf import Names
    from kg.rdf.validate import validate
    from kg.store import Store

    broken = checked = 0
    with Store(store, Names(base_iri), read_only=True) as opened:
        for graph, quads in opened.graphs():
            report = validate(quads, opened.names)
            checked += 1
            broken += not report.conforms
            for problem in report.problems:
                complain(f"{graph.value}: {problem}")
    typer.echo(f"{checked - broken} of {checked} documents conform.")
    if broken:
        raise typer.Exit(1)

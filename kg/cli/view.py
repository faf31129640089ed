"""``kg view``: the page that a newsroom can mail around."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, cast

import typer

from kg.cli.app import app
from kg.cli.options import DEFAULT_STORE, BaseIri, Documents, StorePath
from kg.errors import InputError
from kg.rdf.names import DEFAULT_BASE

_LANGUAGES = ("ar", "en")


@app.command()
def view(
    store: StorePath = DEFAULT_STORE,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page.")] = Path("graph.html"),
    document: Documents = None,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="The page's title.")] = "",
    language: Annotated[
        str | None, typer.Option("--language", metavar="ar|en", help="The interface at first; else most articles'.")
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    base_iri: BaseIri = DEFAULT_BASE,
) -> None:
    """Write the graph as one HTML page that works from disk and asks the network for nothing.

    Who contradicts or supports whom is read from the store: `kg build` and `kg link` find it out.
    """
    from kg import view as pages
    from kg.cli.documents import chosen
    from kg.cli.link import stored_links
    from kg.rdf import Names
    from kg.store import Store

    if language not in (None, *_LANGUAGES):
        raise InputError(f"--language {language}: the interface speaks {' and '.join(_LANGUAGES)}.")
    with Store(store, Names(base_iri), read_only=True) as opened:
        extractions = chosen(opened, document)
        links = stored_links(opened, {extraction.article.id for extraction in extractions})
    html = pages.page(extractions, title=title, language=cast(Literal["ar", "en"] | None, language), links=links)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        pages.write(output, html)
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror}. Choose another place.") from error
    typer.echo(f"Open the page: {output.resolve().as_uri()}")
    if open_:
        typer.launch(str(output.resolve()))

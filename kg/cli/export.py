"""``kg export``: the store as a file for other tools."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from kg.cli.app import app
from kg.cli.options import DEFAULT_STORE, BaseIri, Documents, StorePath
from kg.errors import InputError
from kg.rdf.export import SUFFIXES, Format
from kg.rdf.names import DEFAULT_BASE
from kg.store import Store
from schemas import Extraction

if TYPE_CHECKING:
    from kg.view import Link

_SHORT = {suffix.lstrip("."): format_ for suffix, format_ in SUFFIXES.items()}


@app.command()
def export(
    store: StorePath = DEFAULT_STORE,
    as_: Annotated[
        str | None,
        typer.Option(
            "--as", metavar="FORMAT", help="turtle, trig, nquads, jsonl, graphml, gexf, cypher, ftm; else by the name."
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead.")] = None,
    document: Documents = None,
    base_iri: BaseIri = DEFAULT_BASE,
) -> None:
    """Write the graph for other tools; the same store always gives the same bytes.

    Turtle has no named graphs: it is the union of all documents. TriG and N-Quads keep one graph a document. JSON Lines
    is what `kg extract` prints. GraphML and GEXF are the page's graph for yEd, Gephi and their like, `cypher` is a
    script that puts it into Neo4j, and `ftm` is FollowTheMoney for Aleph; all four hold the links between claims.
    """
    from kg.cli.exports import write_bytes
    from kg.rdf import Names

    with Store(store, Names(base_iri), read_only=True) as opened:
        pieces = _pieces(opened, as_ or _format_of(output), document)
        if output is not None:
            typer.echo(f"Wrote {write_bytes(output, pieces)}", err=True)
            return
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


def _format_of(output: Path | None) -> str:
    if output is None:
        return "turtle"
    from kg.view.exchange import FORMATS

    suffixes: dict[str, str] = {**SUFFIXES, ".jsonl": "jsonl", **{f".{name}": name for name in FORMATS}}
    if output.suffix not in suffixes:
        known = ", ".join(suffixes)
        raise InputError(f"{output}: the format cannot be told from the name; use --as, or one of {known}.")
    return suffixes[output.suffix]


def _pieces(opened: Store, format_: str, document: list[str] | None) -> Iterator[bytes]:
    from kg.cli.documents import chosen
    from kg.view.exchange import FORMATS

    format_ = _SHORT.get(format_, format_)
    if format_ == "jsonl":
        return (extraction.model_dump_json().encode() + b"\n" for extraction in chosen(opened, document))
    if format_ in FORMATS:
        extractions = chosen(opened, document)
        return iter([FORMATS[format_](extractions, _links(opened, extractions)).encode()])
    if format_ not in get_args(Format):
        known = ", ".join((*get_args(Format), "jsonl", *sorted(FORMATS)))
        raise InputError(f"--as {format_}: choose one of {known}.")
    return opened.export(cast(Format, format_), document)


def _links(opened: Store, extractions: list[Extraction]) -> list[Link]:
    from kg.cli.link import stored_links

    return stored_links(opened, {extraction.article.id for extraction in extractions})

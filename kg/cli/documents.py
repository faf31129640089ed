"""``kg list`` and ``kg remove``: the articles of a store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import DEFAULT_STORE, BaseIri, StorePath
from kg.errors import InputError
from kg.rdf.names import DEFAULT_BASE
from kg.store import Store
from schemas import Extraction


def chosen(store: Store, ids: Sequence[str] | None) -> list[Extraction]:
    """The extractions of these articles, or of all; raises InputError for one that is not there."""
    if not ids:
        return list(store.extractions())
    out = []
    for identifier in ids:
        extraction = store.extraction(identifier)
        if extraction is None:
            raise InputError(f"there is no article {identifier!r} in {store.path}; `kg list` shows what is.")
        out.append(extraction)
    return out


@app.command("list")
def list_(store: StorePath = DEFAULT_STORE, base_iri: BaseIri = DEFAULT_BASE) -> None:
    """List the articles in the store: id, date, outlet and title, separated by tabs."""
    from kg.rdf import Names

    with Store(store, Names(base_iri), read_only=True) as opened:
        for document in opened.documents():
            fields = (document.id, document.published or "", document.outlet or "", document.title or "")
            typer.echo("\t".join(" ".join(field.split()) for field in fields))


@app.command()
def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Articles to take out, by id.")],
    store: StorePath = DEFAULT_STORE,
    base_iri: BaseIri = DEFAULT_BASE,
) -> None:
    """Take articles out of the store, with everything that was found in them and their links to other articles."""
    from kg.cli.link import write_links
    from kg.rdf import Names

    with Store(store, Names(base_iri), read_only=True) as opened:
        missing = [identifier for identifier in ids if opened.extraction(identifier) is None]
    if missing:
        raise InputError(f"there is no article {missing[0]!r} in {store}; nothing was removed.")
    with Store(store, Names(base_iri)) as opened:
        linked = opened.unlinked() is not None
        for identifier in ids:
            opened.remove(identifier)
            typer.echo(f"Removed {identifier}")
        if linked:
            write_links(opened)

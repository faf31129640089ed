"""``kg build``: articles into the store, checked, and the store's files out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import Quad

from kg.cli.app import app
from kg.cli.options import (
    DEFAULT_EXTRACTOR,
    DEFAULT_STORE,
    BaseIri,
    ExtractorName,
    Inputs,
    Jobs,
    OwnWords,
    Problems,
    StorePath,
    Threads,
    own_words,
    use_threads,
)
from kg.errors import ShapeError
from kg.rdf import DEFAULT_BASE, Names
from kg.store import Store
from kg.store.store import Accept
from schemas import Extraction


@app.command()
def build(
    inputs: Inputs,
    store: StorePath = DEFAULT_STORE,
    exports: Annotated[
        Path, typer.Option("--exports", metavar="DIR", help="Where graph.ttl, graph.trig and graph.html go.")
    ] = Path("exports"),
    write_exports: Annotated[
        bool, typer.Option("--write-exports/--no-exports", help="Write those files, or the store only.")
    ] = True,
    link: Annotated[
        bool, typer.Option("--link/--no-link", help="Link the articles of the store to one another.")
    ] = True,
    extractor: ExtractorName = DEFAULT_EXTRACTOR,
    words: OwnWords = None,
    jobs: Jobs = 1,
    threads: Threads = None,
    base_iri: BaseIri = DEFAULT_BASE,
) -> None:
    """Build the graph of articles: read, extract, check, store, link, and write Turtle, TriG and the page.

    An article that is already there and has not changed changes nothing; one that has changed replaces its own graph.
    """
    from kg.cli.exports import write_files
    from kg.cli.link import stored_links, write_links
    from kg.cli.pipeline import extract_articles, loaded_extractor
    from kg.read import read_articles

    use_threads(threads)
    own = own_words(words)
    problems = Problems()
    tally = _Tally()
    loaded_extractor(extractor, own)
    with Store(store, Names(base_iri)) as opened:
        articles = read_articles(inputs, problems)
        extractions = tally.counted(extract_articles(articles, extractor, jobs, problems, own))
        changes = opened.add_all(extractions, _conforming(opened.names, problems))
        counts = ", ".join(f"{changes[change]} {change}" for change in sorted(changes)) or "none"
        typer.echo(f"Articles: {counts}.")
        typer.echo(tally.line())
        if link:
            write_links(opened)
        if write_exports:
            for path in write_files(opened, exports, stored_links(opened)):
                typer.echo(f"Wrote {path}")
            typer.echo(f"Open the page: {(exports / 'graph.html').resolve().as_uri()}")
    problems.exit()


def _conforming(names: Names, problems: Problems) -> Accept:
    """Tells whether an extraction's graph conforms to the shapes, and reports the one that does not."""
    from kg.rdf.validate import validate

    def conforms(extraction: Extraction, found: list[Quad]) -> bool:
        report = validate(found, names)
        if not report.conforms:
            broken = "; ".join(report.problems)
            problems(ShapeError(f"the graph of {extraction.article.id!r} breaks the shapes: {broken}"))
        return report.conforms

    return conforms


class _Tally:
    """Counts what passes by."""

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()

    def counted(self, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
        for extraction in extractions:
            self.found["entities"] += len(extraction.entities)
            self.found["events"] += len(extraction.events)
            self.found["claims"] += len(extraction.claims)
            self.reasons.update(drop.reason for drop in extraction.dropped)
            yield extraction

    def line(self) -> str:
        found = ", ".join(f"{self.found[kind]} {kind}" for kind in ("entities", "events", "claims"))
        if not self.reasons:
            return f"Found: {found}; nothing dropped."
        reasons = "; ".join(f"{count} because {reason}" for reason, count in sorted(self.reasons.items()))
        return f"Found: {found}. Dropped: {reasons}."

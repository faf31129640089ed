"""``kg diff``: what changed between two stores."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app, complain
from kg.cli.options import BaseIri
from kg.rdf.names import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolve.difference import ArticleChange, Difference, LinkChange
    from kg.store import Store

_MARKS = {"added": "+", "removed": "-", "changed": "~"}
_LONGEST = 160
"""Characters of an event or a claim that a line shows."""


@app.command()
def diff(
    store_a: Annotated[Path, typer.Argument(metavar="STORE_A", help="The folder of the store as it was.")],
    store_b: Annotated[Path, typer.Argument(metavar="STORE_B", help="The folder of the store as it is.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object with everything.")] = False,
    base_iri: BaseIri = DEFAULT_BASE,
) -> None:
    """Say what changed from one store to another: articles, what was found in them, and links gained and lost.

    Both are only read. + is what only STORE_B has, - what only STORE_A has, ~ an article that both have otherwise.
    """
    from kg.rdf import Names
    from kg.resolve.difference import difference
    from kg.store import Store

    names = Names(base_iri)
    with Store(store_a, names, read_only=True) as before, Store(store_b, names, read_only=True) as after:
        for store in (before, after):
            _tell_unlinked(store)
        found = difference(before, after)
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        return
    for line in _lines(found):
        typer.echo(line)


def _tell_unlinked(store: Store) -> None:
    if store.unlinked() is None and store.documents():
        complain(f"kg: the articles of {store.path} are not linked; link them with: kg link --store {store.path}")


def _lines(found: Difference) -> Iterator[str]:
    if not (found.articles or found.gained or found.lost):
        yield "No difference."
        return
    for article in found.articles:
        yield from _article(article)
    for mark, links in (("+", found.gained), ("-", found.lost)):
        for link in links:
            yield _link(mark, link)
    counts = [sum(one.change == change for one in found.articles) for change in _MARKS]
    yield (
        f"Articles: {counts[0]} added, {counts[1]} removed, {counts[2]} changed. "
        f"Links: {len(found.gained)} gained, {len(found.lost)} lost."
    )


def _article(one: ArticleChange) -> Iterator[str]:
    parts = {"entity": one.entities, "event": one.events, "claim": one.claims}
    title = f" {_told(one.title)}" if one.title else ""
    if one.change != "changed":
        sides = [gain.added or gain.removed for gain in parts.values()]
        counts = f"{len(sides[0])} entities, {len(sides[1])} events, {len(sides[2])} claims"
        yield f"{_MARKS[one.change]} article {_told(one.id)}{title} ({counts})"
        return
    yield f"~ article {_told(one.id)}{title}"
    if not any(gain.added or gain.removed for gain in parts.values()):
        yield "    ~ other places or details of the same things"
    for kind, gain in parts.items():
        yield from (f"    + {kind} {_told(text)}" for text in gain.added)
        yield from (f"    - {kind} {_told(text)}" for text in gain.removed)


def _link(mark: str, one: LinkChange) -> str:
    ends = (f"{end.article}/{end.local} {_told(end.words)}" for end in (one.left, one.right))
    return f"{mark} link {one.kind} {' | '.join(ends)} ({one.confidence:g}: {_told(one.because)})"


def _told(text: str) -> str:
    """An article's words on one line of the terminal, kept apart from the direction of what stands around them."""
    from kg.query.table import FIRST_STRONG_ISOLATE, POP_ISOLATE, printable

    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return f"{FIRST_STRONG_ISOLATE}{printable(short)}{POP_ISOLATE}"

"""``kg link`` and ``kg explain``: what the articles of a store have to do with one another, and why."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app, complain
from kg.cli.options import DEFAULT_STORE, BaseIri, StorePath
from kg.errors import InputError
from kg.rdf.names import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kg.resolve.linking import Linked
    from kg.resolve.links import Link
    from kg.resolve.statements import Statement
    from kg.store import Store
    from kg.view.links import Link as ShownLink

DecisionsFile = Annotated[
    Path, typer.Option("--decisions", metavar="FILE", help="What people decided about links; none where it is missing.")
]
DEFAULT_DECISIONS = Path("decisions.toml")


@app.command()
def link(
    store: StorePath = DEFAULT_STORE,
    decisions: DecisionsFile = DEFAULT_DECISIONS,
    base_iri: BaseIri = DEFAULT_BASE,
) -> None:
    """Link the articles of the store: who is who, who agrees, who disagrees, who retells whom.

    The links are graphs of their own, made from the documents, which stay as they are. What is linked already is judged
    again only where an article that it depends on has changed; the result is that of linking everything anew.
    """
    from kg.rdf import Names
    from kg.store import Store

    with Store(store, Names(base_iri)) as opened:
        found = write_links(opened, decisions)
    kinds: Counter[str] = Counter(one.kind for one in (*found.entities, *found.claims))
    kinds["same event"] = len(found.events)
    typer.echo("Links: " + (", ".join(f"{kinds[kind]} {kind}" for kind in sorted(+kinds)) or "none") + ".")
    for one in found.stale:
        complain(f"kg: the decision of {one.who} of {one.when} on {one.a} and {one.b} matches nothing any more")


def write_links(store: Store, decisions: Path = DEFAULT_DECISIONS) -> Linked:
    """Link the articles of ``store`` and write the graphs of the links; raises InputError for bad decisions.

    What is already linked is read and judged again only where something it depends on has changed.
    """
    from kg.resolve.decisions import read_decisions
    from kg.resolve.relinking import link_store

    return link_store(store, read_decisions(decisions))


def shown_links(found: Linked) -> list[ShownLink]:
    """The links between claims as the page shows them: contradictions and corroborations, by article and local id."""
    return _shown(found.claims, {one.iri: (one.article, one.local) for one in found.statements})


def stored_links(store: Store, ids: Collection[str] | None = None) -> list[ShownLink]:
    """The links that ``store`` holds, as the page shows them: between claims of these articles, or of all.

    Complains where articles were written since they were linked.
    """
    from kg.resolve import stored

    _tell_unlinked(store)
    links = stored.stored_links(store)
    at = stored.articles_of(store, (iri for one in links for iri in (one.left, one.right)))
    return _shown(links, {iri: place for iri, place in at.items() if ids is None or place[0] in ids})


def _shown(links: Iterable[Link], at: dict[str, tuple[str, str]]) -> list[ShownLink]:
    from kg.view.links import Link as ShownLink

    return [
        ShownLink(one.kind, at[one.left], at[one.right], one.reason, one.confidence)
        for one in links
        if one.kind in ("contradicts", "corroborates") and one.left in at and one.right in at
    ]


def _tell_unlinked(store: Store) -> None:
    written = store.unlinked()
    command = f"kg link --store {store.path}"
    if written is None:
        complain(f"kg: the articles of {store.path} are not linked, so nobody contradicts anybody: {command}")
    elif written:
        articles = "1 article has" if len(written) == 1 else f"{len(written)} articles have"
        complain(f"kg: {articles} changed since the store was linked; link again: {command}")


@app.command()
def explain(
    a: Annotated[str, typer.Argument(metavar="A", help="An IRI, or ARTICLE/e1, ARTICLE/c1, ARTICLE/v1.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other one, of the same kind.")],
    store: StorePath = DEFAULT_STORE,
    decisions: DecisionsFile = DEFAULT_DECISIONS,
    base_iri: BaseIri = DEFAULT_BASE,
) -> None:
    """Say why two entities, claims or events are linked, or why they are not, feature by feature."""
    from kg.rdf import Names
    from kg.resolve.decisions import read_decisions
    from kg.resolve.events import explain_events, stories
    from kg.resolve.explain import explain_claims, explain_entities, identify
    from kg.resolve.linking import link_articles
    from kg.store import Store

    with Store(store, Names(base_iri), read_only=True) as opened:
        extractions = list(opened.extractions())
    judged = read_decisions(decisions)
    found = link_articles(extractions, Names(base_iri), judged)
    iris = identify(extractions, Names(base_iri))
    left, right = (_known(iris, name) for name in (a, b))
    pair = frozenset((left, right))
    for one in judged:
        if one.pair == pair:
            typer.echo(f"Decided: {one.verdict}, by {one.who} on {one.when}: {one.why}")
    _show_links([*found.entities, *found.claims, *found.events], pair)
    people = {one.iri: one for one in found.records}
    happenings = {one.iri: one for one in found.event_records}
    said = {one.iri: one for one in found.statements}
    if left in people and right in people:
        features = explain_entities(people[left], people[right], found.clusters)
    elif left in said and right in said:
        features = [
            *explain_claims(said[left], said[right], found.clusters),
            *_by_encoder(said[left], said[right]),
        ]
    elif left in happenings and right in happenings:
        one_story = stories(found.before.readings.values(), found.clusters)
        features = explain_events(happenings[left], happenings[right], found.clusters, one_story)
    else:
        raise InputError(f"{a} and {b} are not two named entities, two claims or two events; only those are compared.")
    for name, value in features:
        typer.echo(f"  {name}: {value}")


def _by_encoder(left: Statement, right: Statement) -> list[tuple[str, str]]:
    """What the encoder makes of two claims; nothing where its weights are missing."""
    from kg.encoder import shipped
    from kg.errors import EncoderError
    from kg.resolve.explain import likeness

    try:
        return likeness(left, right, shipped())
    except EncoderError:
        return []


def _known(iris: dict[str, str], name: str) -> str:
    iri = iris.get(name)
    if iri is None:
        raise InputError(
            f"there is no {name!r} in the store; give an IRI, or an article's id, a slash, and e1, c1 or v1."
        )
    return iri


def _show_links(links: Iterable[Link], pair: frozenset[str]) -> None:
    shown = False
    for one in links:
        if frozenset((one.left, one.right)) == pair:
            typer.echo(f"Linked: {one.kind}, {one.confidence:g}, by {one.method}: {one.reason}")
            typer.echo(f"  {one.left_words}  |  {one.right_words}")
            shown = True
    if not shown:
        typer.echo("No link of their own.")

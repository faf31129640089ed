"""Links between the claims of the sample articles, against what was planted in them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kg.rdf import Names
from kg.resolve.claims import link_claims
from kg.resolve.entities import Clusters, link_entities
from kg.resolve.links import Link
from kg.resolve.records import records
from kg.resolve.statements import Statement, statements
from schemas import Claim, Extraction

LEAST = {"contradictions": 20, "relays": 15, "updates": 9}
"""Every planted pair of the sample articles, with each extractor; a change of one that loses a pair fails here."""


@pytest.fixture(scope="module")
def linked(samples_by_each: tuple[Extraction, ...]) -> tuple[list[Statement], Clusters, list[Link]]:
    names = Names()
    _, clusters = link_entities(one for found in samples_by_each for one in records(found, names))
    said = [one for found in samples_by_each for one in statements(found, names, clusters)]
    return said, clusters, link_claims(said, clusters)


def planted(repository: Path, what: str) -> Iterator[dict[str, Any]]:
    expected = tomllib.loads((repository / "seeds" / "expected.toml").read_text(encoding="utf-8"))
    for story in expected["story"]:
        yield from story.get(what, [])


def claims_in(side: dict[str, str], found: tuple[Extraction, ...], said: list[Statement]) -> set[str]:
    """The claims of which a quoted stretch of an article is part."""
    article = side["file"].removesuffix(".txt").replace("/", "-")
    extraction = next(one for one in found if one.article.id == article)
    start = extraction.article.text.index(side["quote"])
    end = start + len(side["quote"])
    local = {claim.id for claim in extraction.claims if _touches(claim, start, end)}
    return {one.iri for one in said if one.article == article and one.local in local}


def _touches(claim: Claim, start: int, end: int) -> bool:
    spans = [*claim.content, claim.source.span, claim.cue]
    return any(span is not None and span.start < end and start < span.end for span in spans)


def pairs_of(links: list[Link], kind: str) -> set[frozenset[str]]:
    return {frozenset((link.left, link.right)) for link in links if link.kind == kind}


@pytest.mark.parametrize(
    ("what", "kind", "sides"),
    [
        ("contradictions", "contradicts", ("a", "b")),
        ("relays", "relays", ("from", "to")),
        ("updates", "updates", ("earlier", "later")),
    ],
)
def test_planted_links_are_found(
    repository: Path,
    samples_by_each: tuple[Extraction, ...],
    linked: tuple[list[Statement], Clusters, list[Link]],
    what: str,
    kind: str,
    sides: tuple[str, str],
) -> None:
    said, _, links = linked
    there = pairs_of(links, kind)
    missing = []
    count = 0
    for one in planted(repository, what):
        left, right = (claims_in(one[side], samples_by_each, said) for side in sides)
        found = any(frozenset((a, b)) in there for a in left for b in right)
        count += found
        if not found:
            missing.append(f"{one['reason']} ({len(left)} and {len(right)} claims)")
    assert count >= LEAST[what], missing


def test_what_only_looks_like_a_contradiction_is_none(
    repository: Path, samples_by_each: tuple[Extraction, ...], linked: tuple[list[Statement], Clusters, list[Link]]
) -> None:
    said, _, links = linked
    for one in planted(repository, "compatible"):
        left, right = (claims_in(one[side], samples_by_each, said) for side in ("a", "b"))
        for link in links:
            # A denial of the figure is another matter: it does contradict.
            if link.kind == "contradicts" and link.method.startswith("figures"):
                ends = {link.left, link.right}
                compared = (link.left_words, link.right_words)
                quoted = all(any(words in one[side]["quote"] for words in compared) for side in ("a", "b"))
                assert not (quoted and ends & left and ends & right and left != right), link


def test_entities_that_must_not_merge_do_not(
    repository: Path, samples_by_each: tuple[Extraction, ...], linked: tuple[list[Statement], Clusters, list[Link]]
) -> None:
    _, clusters, _ = linked
    names = Names()
    found = {extraction.article.id: extraction for extraction in samples_by_each}
    for one in planted(repository, "must_not_merge"):
        sides = []
        for side in ("a", "b"):
            extraction = found[one[side]["file"].removesuffix(".txt").replace("/", "-")]
            start = extraction.article.text.index(one[side]["quote"])
            end = start + len(one[side]["quote"])
            named = records(extraction, names)
            local = {
                entity.name
                for entity in extraction.entities
                if entity.type in ("organization", "person", "outlet")
                and any(start <= mention.span.start and mention.span.end <= end for mention in entity.mentions)
            }
            sides.append({record.iri for record in named if record.name in local})
        if one["a"]["file"] != one["b"]["file"]:  # within one article the extractor decides
            assert not any(clusters.same(a, b) for a in sides[0] for b in sides[1]), one["reason"]


def test_the_order_of_the_claims_does_not_matter(linked: tuple[list[Statement], Clusters, list[Link]]) -> None:
    said, clusters, links = linked
    for seed in range(2):
        shuffled = list(said)
        Random(seed).shuffle(shuffled)
        assert link_claims(shuffled, clusters) == links


def test_without_an_article_its_links_are_gone(linked: tuple[list[Statement], Clusters, list[Link]]) -> None:
    said, clusters, _ = linked
    gone = "derna-flood-03-marsad-aldifaf-ar"
    left = {one.iri for one in said if one.article != gone}
    assert all(
        link.left in left and link.right in left
        for link in link_claims([one for one in said if one.article != gone], clusters)
    )


def test_every_link_names_the_words_compared(linked: tuple[list[Statement], Clusters, list[Link]]) -> None:
    _, _, links = linked
    assert all(link.left_words and link.right_words and link.reason and 0 < link.confidence <= 1 for link in links)

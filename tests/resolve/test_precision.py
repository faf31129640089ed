"""How many of the links of the sample articles are right, by a person's judgement of each: ``judged_links.tsv``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from kg.rdf import Names
from kg.resolve.linking import link_articles
from schemas import Extraction

JUDGED = Path(__file__).parent / "judged_links.tsv"
LEAST = 0.9
WORDS = 60
"""So many characters of the words compared tell two links of two articles apart."""


def judgements() -> dict[str, str]:
    lines = JUDGED.read_text(encoding="utf-8").splitlines()
    rows = (line.rpartition("\t") for line in lines if not line.startswith("#"))
    return {key: verdict for key, _, verdict in rows}


def keys(found: tuple[Extraction, ...]) -> Counter[str]:
    """Each link between articles, and each between claims of one, as a row of the table without its verdict."""
    linked = link_articles(found, Names())
    words = {one.iri: (one.article, f"{one.source}: {one.words}") for one in linked.statements}
    words |= {one.iri: (one.article, one.name) for one in linked.records}
    rows: Counter[str] = Counter()
    for link in (*linked.claims, *linked.entities):
        ends = [words[link.left], words[link.right]]
        if link.kind in ("exact", "close"):
            ends.sort()  # which is first is chance
        cells = [link.kind, *(cell for article, said in ends for cell in (article, " ".join(said.split())[:WORDS]))]
        rows["\t".join(cells)] += 1
    return rows


def test_nine_in_ten_links_are_right(samples_by_each: tuple[Extraction, ...]) -> None:
    judged, found = judgements(), keys(samples_by_each)
    unlisted = sorted(set(found) - set(judged))
    # What the encoder is barely sure of may differ between processors: then a link that nobody judged counts as wrong.
    assert not unlisted or samples_by_each[0].extractor.name != "grammar", (
        f"Links that nobody has judged. Read them beside the articles and add each to {JUDGED.name}, with a tab and "
        "right or wrong at its end:\n" + "\n".join(unlisted)
    )
    for kinds in (("exact", "close"), ("contradicts", "corroborates", "updates", "relays")):
        of = {key: count for key, count in found.items() if key.split("\t")[0] in kinds}
        right = sum(count for key, count in of.items() if judged.get(key) == "right")
        assert right >= LEAST * sum(of.values()), f"{right} of {sum(of.values())} links are right: {kinds}, {unlisted}"


def test_each_judgement_says_right_or_wrong() -> None:
    assert set(judgements().values()) <= {"right", "wrong"}

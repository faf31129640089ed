"""How long it takes to link many articles, and how that grows: ``python -m benchmarks.linking``.

The sample articles' extractions are repeated under other ids, each round fifty days after the one before, with a person
of its own among every article's people, so that names grow with the articles. Processor seconds, one process; the
exponent is that between two sizes (1 would be linear). ``one more`` is one article added to those: what was kept is
read from disk, linked with it, and written; the store's own quads are not in it.
"""

from __future__ import annotations

import argparse
import math
import resource
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.cli.pipeline import extract_articles
from kg.errors import KgError
from kg.rdf import Names
from kg.read import read_articles
from kg.resolve.linking import Linked, link_articles, link_readings
from kg.resolve.memory import recall, remember
from kg.resolve.readings import read
from kg.resolve.relinking import collector_paused
from schemas import Article, Entity, EntityType, Extraction, Mention, Span

SEEDS = Path(__file__).parents[1] / "seeds"
GIVEN = ("محمد", "أحمد", "سمير", "خالد", "Karim", "Nadia", "ليلى", "Youssef", "هدى", "Omar", "فاطمة", "Hassan", "رنا")
LETTERS = ("ب", "ت", "ج", "د", "ر", "ز", "س", "ش", "ط", "ف", "ق", "ك", "ل", "م", "ن", "ه")
DAYS = 50


def _raise(error: KgError) -> None:
    raise error


def person(number: int) -> Entity:
    """A person with a name of their own, most of them in a few articles only."""
    surname = "".join(LETTERS[number // 16**place % 16] + ("ا" if place % 2 else "ي") for place in range(4))
    name = f"{GIVEN[number % len(GIVEN)]} {surname}"
    return Entity(
        id="e999",
        type=EntityType.PERSON,
        name=name,
        mentions=(Mention(span=Span(start=0, end=len(name), text=name)),),
    )


def copies(seeds: list[Extraction], count: int) -> Iterator[Extraction]:
    """``count`` extractions made from those of the sample articles."""
    for number in range(count):
        found, later = seeds[number % len(seeds)], timedelta(days=DAYS * (number // len(seeds)))
        yield found.model_copy(
            update={
                "article": _moved(found.article, number, later),
                "entities": (*found.entities, person(number // 3)),
                "claims": tuple(claim.model_copy(update={"time": None}) for claim in found.claims),
            }
        )


def _moved(article: Article, number: int, later: timedelta) -> Article:
    day = date.fromisoformat((article.published or "2023-10-15").ljust(10, "x").replace("xxx", "-15"))
    return article.model_copy(update={"id": f"{article.id}-{number}", "published": (day + later).isoformat()})


def one_more(linked: Linked, extra: Extraction) -> float:
    """Processor seconds for ``extra`` to be linked with what is linked already."""
    names = Names()
    with TemporaryDirectory() as folder, collector_paused():
        remember(Path(folder), linked.before, None, names)
        start = time.process_time()
        before = recall(Path(folder), names)
        assert before is not None
        again = link_readings([*before.readings.values(), read(extra, names)], before=before)
        remember(Path(folder), again.before, before, names)
        return time.process_time() - start


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 3000, 10_000])
    sizes = parser.parse_args().articles
    seeds = list(extract_articles(read_articles([str(SEEDS)], _raise), "grammar", 1, _raise))
    print("articles  seconds  entity links  claim links  exponent  one more  peak MB")
    before: tuple[int, float] | None = None
    for size in sizes:
        *found, extra = copies(seeds, size + 1)
        start = time.process_time()
        with collector_paused():
            linked = link_articles(found, Names())
        taken = time.process_time() - start
        exponent = math.log(taken / before[1]) / math.log(size / before[0]) if before else math.nan
        more = one_more(linked, extra)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        counts = f"{len(linked.entities):12}  {len(linked.claims):11}"
        print(f"{size:8}  {taken:7.1f}  {counts}  {exponent:8.2f}  {more:8.1f}  {peak:7}", flush=True)
        before = size, taken


if __name__ == "__main__":
    main()

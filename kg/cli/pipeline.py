"""Articles through an extractor and the grounding, one at a time or on several processes."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from multiprocessing import get_context, parent_process
from pathlib import Path

from kg.cli.app import complain
from kg.encoder import THREADS
from kg.errors import ExtractorError
from kg.extract import Extractor, TakesOwnWords, load_extractor
from kg.ground import ground
from schemas import Article, Extraction, ExtractorInfo

DEFAULT_EXTRACTOR = "local"
_BATCH = 8
"""Articles that a process gets at once."""

OnError = Callable[[ExtractorError], None]


@lru_cache(maxsize=4)
def loaded_extractor(name: str, words: Path | None = None) -> Extractor:
    """The extractor called ``name``, loaded once; what it warns of then is told, by the first process only.

    ``words`` is a file of the user's own names and triggers; raises ExtractorError where the extractor takes none.
    """
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        extractor = load_extractor(name)
    for one in told:
        if parent_process() is None and issubclass(one.category, RuntimeWarning):
            complain(f"kg: {one.message}")
    if words is None:
        return extractor
    if not isinstance(extractor, TakesOwnWords):
        raise ExtractorError(f"The extractor {name!r} takes no names and triggers of your own ({words}).")
    from kg.extract.local.own_words import read_own_words  # with the grammar's word lists: only where it is asked for

    return extractor.with_own_words(read_own_words(words))


def extract_article(article: Article, extractor_name: str, words: Path | None = None) -> Extraction | ExtractorError:
    """One article's grounded extraction, or the error that its extractor met."""
    extractor = loaded_extractor(extractor_name, words)
    try:
        proposal = extractor.extract(article)
    except Exception as error:  # an extractor may be anybody's code, and an article anybody's text
        return ExtractorError(
            f"The extractor {extractor_name!r} failed on the article {article.id!r}: {type(error).__name__}: {error}"
        )
    return ground(article, proposal, ExtractorInfo(name=extractor.name, version=extractor.version))


def extract_articles(
    articles: Iterable[Article], extractor_name: str, jobs: int, on_error: OnError, words: Path | None = None
) -> Iterator[Extraction]:
    """The extractions of ``articles`` in their order; an article that fails goes to ``on_error`` and stops no other.

    ``words`` is a file of the user's own names and triggers.

    Raises ExtractorError at once where the extractor itself cannot be loaded.
    """
    loaded_extractor(extractor_name, words)
    for result in _results(articles, extractor_name, jobs, words):
        if isinstance(result, ExtractorError):
            on_error(result)
        else:
            yield result


def _one_thread_each() -> None:
    """Processes side by side share the cores: each runs the encoder on one, unless told otherwise."""
    os.environ.setdefault(THREADS, "1")


def _results(
    articles: Iterable[Article], extractor_name: str, jobs: int, words: Path | None
) -> Iterator[Extraction | ExtractorError]:
    if jobs <= 1:
        for article in articles:
            yield extract_article(article, extractor_name, words)
        return
    listed = list(articles)
    with ProcessPoolExecutor(jobs, get_context("spawn"), _one_thread_each) as pool:
        yield from pool.map(
            partial(extract_article, extractor_name=extractor_name, words=words), listed, chunksize=_BATCH
        )

"""How quickly graphs are written, checked, stored, read back, exported and asked: ``python -m benchmarks.store``.

The seed articles' extractions are repeated under other ids until there are ``--documents`` of them. Wall clock and
processor time, one process; figures belong beside the machine they were measured on.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from kg.extract import load_extractor
from kg.ground import ground
from kg.query import named_queries, run_named
from kg.rdf import extraction, quads, validate
from kg.read import read_articles
from kg.store import Store
from schemas import Extraction, ExtractorInfo

_Result = TypeVar("_Result")
SEEDS = Path(__file__).parents[1] / "seeds"
ASKED = {"words": {"speaker": "وزارة"}, "mentions": {"name": "وزارة"}}


def main() -> None:
    """Measure each step and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    count = parser.parse_args().documents
    found = list(_repeated(_seeds(), count))
    total = sum(len(quads(one)) for one in found)
    print(f"{count} documents, {total} quads, {total / count:.0f} a document")
    graphs = _timed("build quads", count, lambda: [quads(one) for one in found])
    _timed("validate (SHACL and quotations), first 100", 100, lambda: [validate(graph) for graph in graphs[:100]])
    _timed("read back, first 100", 100, lambda: [extraction(graph) for graph in graphs[:100]])
    folder = Path(tempfile.mkdtemp())
    try:
        with Store(folder / "one") as store:
            _timed("add one by one, first 200", 200, lambda: [store.add(one) for one in found[:200]])
        with Store(folder / "all") as store:
            _timed("add all to an empty store", count, lambda: store.add_all(found))
            _timed("add all again, unchanged", count, lambda: store.add_all(found))
            for format_ in ("nquads", "turtle"):
                _timed(f"export {format_}", count, lambda format_=format_: sum(map(len, store.export(format_))))
            for name, query in named_queries().items():
                started = time.perf_counter()
                rows = len(run_named(store, query, ASKED.get(name, {})).rows)
                print(f"query {name:12} {rows:8} rows {time.perf_counter() - started:8.3f} s")
    finally:
        shutil.rmtree(folder)


def _seeds() -> list[Extraction]:
    extractor = load_extractor("grammar")
    info = ExtractorInfo(name=extractor.name, version=extractor.version)
    articles = read_articles([SEEDS], _stop)
    return [ground(article, extractor.extract(article), info) for article in articles]


def _stop(problem: object) -> None:
    raise SystemExit(str(problem))


def _repeated(seeds: list[Extraction], count: int) -> Iterator[Extraction]:
    for number in range(count):
        seed = seeds[number % len(seeds)]
        article = seed.article.model_copy(update={"id": f"{seed.article.id}-{number}"})
        yield seed.model_copy(update={"article": article})


def _timed(what: str, count: int, step: Callable[[], _Result]) -> _Result:
    started, worked = time.perf_counter(), time.process_time()
    result = step()
    seconds, work = time.perf_counter() - started, time.process_time() - worked
    print(f"{what:45} {seconds:8.2f} s, of the processor {work:8.2f} s, {count / seconds:6.0f} documents/s")
    return result


if __name__ == "__main__":
    main()

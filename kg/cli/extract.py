"""``kg extract``: articles in, one extraction a line out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import (
    DEFAULT_EXTRACTOR,
    ExtractorName,
    Inputs,
    Jobs,
    OwnWords,
    Problems,
    Threads,
    own_words,
    use_threads,
)


@app.command()
def extract(
    inputs: Inputs,
    extractor: ExtractorName = DEFAULT_EXTRACTOR,
    words: OwnWords = None,
    jobs: Jobs = 1,
    threads: Threads = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead.")] = None,
) -> None:
    """Print what articles say as JSON, one article a line: entities, events, claims, and what was dropped and why.

    Nothing is stored. Spans count in code points of `article.text`.
    """
    from kg.cli.pipeline import extract_articles
    from kg.read import read_articles

    use_threads(threads)
    own = own_words(words)
    problems = Problems()
    extractions = extract_articles(read_articles(inputs, problems), extractor, jobs, problems, own)
    lines = (extraction.model_dump_json().encode() + b"\n" for extraction in extractions)
    if output is None:
        for line in lines:
            sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
    else:
        with output.open("wb") as file:
            file.writelines(lines)
    problems.exit()

"""``kg evaluate``: what we extract against what people annotated."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.options import DEFAULT_EXTRACTOR, ExtractorName

if TYPE_CHECKING:
    from kg.evaluate import Report
    from schemas import Article, Extraction

evaluations = typer.Typer(help="Score extractions against annotated data.", no_args_is_help=True)
app.add_typer(evaluations, name="evaluate")

_Json = Annotated[bool, typer.Option("--json", help="Print plain data instead of a table.")]
_Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of annotated files.")]
_File = Annotated[Path, typer.Argument(metavar="FILE", help="The annotated file.")]
_Path = Annotated[Path, typer.Argument(metavar="PATH", help="An annotated file, or a folder of them.")]


@evaluations.command()
def gold(
    folder: _Folder,
    only: Annotated[str, typer.Option("--only", metavar="PREFIX", help="Only ids that begin so, such as ar.")] = "",
    extractor: ExtractorName = DEFAULT_EXTRACTOR,
    as_json: _Json = False,
) -> None:
    """Entities, claims and events against our own annotation (ID.json files)."""
    from kg.evaluate import evaluate_gold

    _print(evaluate_gold(folder, grounded_by(extractor), only), as_json)


@evaluations.command()
def ner(
    file: _File,
    labels: Annotated[
        bool, typer.Option("--labels", help="The encoder's labels alone, before grammar and gazetteer.")
    ] = False,
    extractor: ExtractorName = DEFAULT_EXTRACTOR,
    as_json: _Json = False,
) -> None:
    """Names against a CoNLL file such as ANERcorp's."""
    from kg.evaluate.conll import evaluate_labels, evaluate_ner

    if labels:
        _print(evaluate_labels(file, _names_labelled), as_json)
    else:
        _print(evaluate_ner(file, grounded_by(extractor)), as_json)


def _names_labelled(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    from kg.encoder import shipped

    return [[judged.label for judged in words.labels["entity"]] for words in shipped().label(sentences)]


@evaluations.command()
def attribution(folder: _Folder, extractor: ExtractorName = DEFAULT_EXTRACTOR, as_json: _Json = False) -> None:
    """Sources, cues and contents against PolNeAR's files (attributions/ beside text/)."""
    from kg.evaluate.polnear import evaluate_attribution

    _print(evaluate_attribution(folder, grounded_by(extractor)), as_json)


@evaluations.command()
def events(file: _File, extractor: ExtractorName = DEFAULT_EXTRACTOR, as_json: _Json = False) -> None:
    """Types of events against the snippets of CASE 2021, task 2 (id, EventSnippet, SubType)."""
    from kg.evaluate.case2021 import evaluate_events

    _print(evaluate_events(file, grounded_by(extractor)), as_json)


@evaluations.command("5w1h")
def questions(folder: _Folder, extractor: ExtractorName = DEFAULT_EXTRACTOR, as_json: _Json = False) -> None:
    """Who, what, when and where against the articles of Giveme5W1H (ID.json files)."""
    from kg.evaluate.fivew import evaluate_questions

    _print(evaluate_questions(folder, grounded_by(extractor)), as_json)


@evaluations.command()
def pairs(file: _File, as_json: _Json = False) -> None:
    """The encoder's judgement of pairs of statements against a CSV file (s1, s2, stance)."""
    from kg.encoder import shipped
    from kg.evaluate.pairs import evaluate_pairs

    _print(evaluate_pairs(file, lambda rows: [judged.label for judged in shipped().compare(rows)]), as_json)


@evaluations.command()
def coreference(
    folder: _Folder,
    topics: Annotated[str, typer.Option("--topics", metavar="N-M", help="Only these topics, such as 21-35.")] = "",
    as_json: _Json = False,
) -> None:
    """Which given mentions of events are one event, across documents, against ECB+."""
    from kg.evaluate.coreference import evaluate_coreference

    _print(evaluate_coreference(folder, topics), as_json)


@evaluations.command()
def time(path: _Path, as_json: _Json = False) -> None:
    """Dates, times and durations against TimeML files or Recognizers-Text specifications."""
    from kg.evaluate.timex import evaluate_time

    _print(evaluate_time(path), as_json)


@evaluations.command()
def number(path: _Path, as_json: _Json = False) -> None:
    """Numbers and percentages against Recognizers-Text specifications."""
    from kg.evaluate.numbers import evaluate_number

    _print(evaluate_number(path), as_json)


def grounded_by(name: str) -> Callable[[Article], Extraction]:
    """What the evaluations score: one article's grounded extraction; a failing extractor raises its error."""
    from kg.cli.pipeline import extract_article
    from kg.errors import KgError
    from schemas import Extraction

    def extract(article: Article) -> Extraction:
        result = extract_article(article, name)
        if isinstance(result, KgError):
            raise result
        assert isinstance(result, Extraction)  # noqa: S101 - narrows the type for the reader and the checker
        return result

    return extract


def _print(report: Report, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=1))
        return
    typer.echo(f"{report.title}: {report.size}")
    for name, value in report.means.items():
        typer.echo(f"{name}: {value:.1f}  {report.definitions.get(name, '')}")
    width = max(map(len, report.figures))
    typer.echo(f"{'':{width}} {'F1':>6} {'P':>6} {'R':>6} {'gold':>6}  what is counted")
    for name, counts in report.figures.items():
        figures = f"{counts.f1:6.1f} {counts.precision:6.1f} {counts.recall:6.1f} {counts.gold:6}"
        typer.echo(f"{name:{width}} {figures}  {report.definitions.get(name, '')}")
    for publication in report.published:
        published = ", ".join(f"{name} {value:.1f}" for name, value in publication.figures.items())
        typer.echo(f"others: {publication.system}: {published} ({publication.measured})")

"""Options and arguments that several verbs share, and how they report what went wrong."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import complain
from kg.cli.pipeline import DEFAULT_EXTRACTOR
from kg.encoder import THREADS
from kg.errors import KgError

DEFAULT_STORE = Path(".kg")
DEFAULT_WORDS = Path("words.toml")

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...", help="Text files (.txt), JSON Lines (.jsonl), folders of them, or - for standard input."
    ),
]
StorePath = Annotated[Path, typer.Option("--store", metavar="DIR", help="The folder of the graph store.")]
ExtractorName = Annotated[
    str, typer.Option("--extractor", metavar="NAME", help="Who reads the articles; `kg extractors` lists them.")
]
Jobs = Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Processes that extract side by side.")]
Threads = Annotated[
    int | None,
    typer.Option(
        "--threads", min=1, metavar="N", help="Threads of the encoder: one a core, or with --jobs one a process."
    ),
]
OwnWords = Annotated[
    Path | None,
    typer.Option("--words", metavar="FILE", help="Your own names and triggers in TOML; words.toml where it lies here."),
]
BaseIri = Annotated[
    str, typer.Option("--base-iri", metavar="IRI", help="What the graph's identifiers begin with; fixed for a store.")
]
Documents = Annotated[
    list[str] | None, typer.Option("--document", metavar="ID", help="Only this article; may be given several times.")
]

__all__ = [
    "DEFAULT_EXTRACTOR",
    "DEFAULT_STORE",
    "BaseIri",
    "Documents",
    "ExtractorName",
    "Inputs",
    "Jobs",
    "OwnWords",
    "Problems",
    "StorePath",
    "Threads",
    "own_words",
    "use_threads",
]


def own_words(chosen: Path | None) -> Path | None:
    """The file of the user's own names and triggers: the chosen one, or words.toml where the command is run."""
    return chosen or next((path for path in (DEFAULT_WORDS,) if path.is_file()), None)


def use_threads(threads: int | None) -> None:
    """Let the encoder use so many threads, here and in the processes that are started; None leaves it as it is."""
    if threads is not None:
        os.environ[THREADS] = str(threads)


class Problems:
    """Collects the inputs that could not be used: each is told at once, and the exit code remembers them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: KgError) -> None:
        self.count += 1
        complain(f"kg: {error}")

    def exit(self) -> None:
        """Leave with exit code 1 where there was a problem."""
        if self.count:
            inputs = "1 input" if self.count == 1 else f"{self.count} inputs"
            complain(f"kg: {inputs} could not be used; see above.")
            raise typer.Exit(1)

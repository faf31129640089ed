"""The command ``kg``: one file a verb, imported only when the verb is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from kg import __version__
from kg.errors import KgError

app = typer.Typer(
    name="kg",
    help="An event and claim knowledge graph for the news: who said what, through whom, with the words that say it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)

EXIT_USAGE = 2


def _version(value: bool) -> None:
    if value:
        typer.echo(f"riwaya {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Options before the verb."""


def complain(message: str) -> None:
    """Print an error or a warning to standard error, as plain text."""
    Console(stderr=True, soft_wrap=True, highlight=False).print(escape(message))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit; an error made for people is printed without a traceback and gives exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(None if arguments is None else list(arguments))
    except KgError as error:
        complain(f"kg: {error}")
        sys.exit(EXIT_USAGE)

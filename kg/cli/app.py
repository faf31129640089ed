"""The command ``kg``: one file a verb, imported only when the verb is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; errors made for people are printed without a traceback and give exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        result = app(list(sys.argv[1:] if arguments is None else arguments), standalone_mode=False)
    except KgError as error:
        complain(f"kg: {error}")
        return EXIT_USAGE
    except typer.Abort:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:
        import click

        if isinstance(error, click.ClickException):
            error.show()
            return error.exit_code
        raise
    return result if isinstance(result, int) else 0

"""``kg extractors``: who can read articles here."""

from __future__ import annotations

import typer

from kg.cli.app import app


@app.command()
def extractors() -> None:
    """List the installed extractors, by the names that --extractor takes."""
    from kg.cli.pipeline import loaded_extractor
    from kg.extract import extractor_names

    for name in extractor_names():
        extractor = loaded_extractor(name)
        typer.echo(f"{name}\t{extractor.version}")

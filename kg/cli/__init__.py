"""The command line: one small module a verb."""

from kg.cli import extract, extractors
from kg.cli.app import app, main

__all__ = ["app", "extract", "extractors", "main"]

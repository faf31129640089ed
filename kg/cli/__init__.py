"""The command line: one small module a verb."""

from kg.cli import build, check, documents, evaluate, export, extract, extractors, link, query, view
from kg.cli.app import app, main

__all__ = [
    "app",
    "build",
    "check",
    "documents",
    "evaluate",
    "export",
    "extract",
    "extractors",
    "link",
    "main",
    "query",
    "view",
]

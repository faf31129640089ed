"""The command line: one small module a verb."""

from kg.cli import build, check, diff, documents, evaluate, export, extract, extractors, link, query, view
from kg.cli.app import app, main

__all__ = [
    "app",
    "build",
    "check",
    "diff",
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

"""Every error a user can meet.

KgError
├── InputError      an article, metadata or argument that cannot be used
├── ExtractorError  an extractor that is missing or broke its contract
├── EncoderError    weights that are missing or damaged
├── StoreError      a store that cannot be opened or written
├── QueryError      a query that is wrong or not allowed
└── ShapeError      a graph that breaks the SHACL shapes

Each message says what was wrong, where, and what to do. The command line prints it and exits with 2.
"""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors this package raises on purpose."""


class InputError(KgError):
    """An article, its metadata or an argument cannot be used."""


class ExtractorError(KgError):
    """An extractor is missing or broke its contract."""


class EncoderError(KgError):
    """The encoder's weights are missing, damaged or cannot be run."""


class StoreError(KgError):
    """A store cannot be opened, read or written."""


class QueryError(KgError):
    """A query is wrong, unknown or not allowed."""


class ShapeError(KgError):
    """A document graph does not conform to the shapes."""

"""The extractors that come with the package: gazetteers, grammar and encoder, Arabic and English, offline."""

from kg.extract.local.assembly import GrammarExtractor, LocalExtractor

__all__ = ["GrammarExtractor", "LocalExtractor"]

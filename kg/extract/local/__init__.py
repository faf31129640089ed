"""The extractor that comes with the package: gazetteers and grammar, Arabic and English, offline."""

from kg.extract.local.grammar import GrammarExtractor

__all__ = ["GrammarExtractor"]

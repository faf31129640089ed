"""Extractors: article in, proposal out."""

from kg.extract.base import Extractor, Proposal, TakesOwnWords, extractor_names, load_extractor

__all__ = ["Extractor", "Proposal", "TakesOwnWords", "extractor_names", "load_extractor"]

"""Extractors: article in, proposal out."""

from kg.extract.base import Extractor, Proposal, extractor_names, load_extractor

__all__ = ["Extractor", "Proposal", "extractor_names", "load_extractor"]

"""The small multilingual encoder that comes with the package: labels words, compares statements, gives vectors."""

from kg.encoder.encoder import Encoder, Judged, Words, shipped

__all__ = ["Encoder", "Judged", "Words", "shipped"]

"""The small multilingual encoder that comes with the package: labels words, compares statements, gives vectors."""

from kg.encoder.encoder import THREADS, Encoder, Judged, Words, shipped

__all__ = ["THREADS", "Encoder", "Judged", "Words", "shipped"]

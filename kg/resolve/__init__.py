"""Linking across documents: who is who, and who agrees and disagrees; deterministic, explained, reversible."""

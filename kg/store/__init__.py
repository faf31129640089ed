"""Document graphs on disk: one named graph a document, replaced whole or not at all."""

from kg.store.store import Change, Document, Store

__all__ = ["Change", "Document", "Store"]

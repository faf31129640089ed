"""riwaya: an event and claim knowledge graph for the news, in Arabic and English."""

__version__ = "0.1.0"

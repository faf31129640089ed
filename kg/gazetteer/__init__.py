"""Who and what is known by name: compact tables in both languages, and their lookup.

The tables live in ``data/``; each says in its head what its columns mean, where it comes from and under which licence.
"""

from kg.gazetteer.entries import Entry, Name, entries
from kg.gazetteer.lexicon import PersonNames, Vocabulary, arabic_names, arabic_words, english_names
from kg.gazetteer.lookup import LOOK_AHEAD, Gazetteer, Match, gazetteer
from kg.gazetteer.tables import word_classes

__all__ = [
    "LOOK_AHEAD",
    "Entry",
    "Gazetteer",
    "Match",
    "Name",
    "PersonNames",
    "Vocabulary",
    "arabic_names",
    "arabic_words",
    "english_names",
    "entries",
    "gazetteer",
    "word_classes",
]

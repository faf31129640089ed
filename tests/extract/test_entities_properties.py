"""What holds for the entities of any text."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.local.document import Document
from kg.extract.local.entities import find_entities, head_entity
from schemas import Article

ARABIC = (
    *("قال", "وزير", "الخارجية", "الأمريكي", "محمد", "بن", "سلمان", "عبد", "الله", "أبو", "في", "غزة", "وزارة"),
    *("الصحة", "صحيفة", "الحياة", "لل", "على", '"', "«", "»", "،", ".", ":", "(", ")"),
)
ENGLISH = (
    *("The", "President", "of", "State", "John", "Al", "al-", "bin", "Kerry", "'s", "Ministry", ",", "U.S.", "Gaza"),
    *("said", "Human", "Rights", "Watch", "19", "who"),
)
PIECES = [*ARABIC, *ENGLISH, "ال", "و", "بال", "ـ", "\n", "\u200f", "\u0651", "é", "2023", "@", "www.", "/"]


@pytest.mark.parametrize("language", ["ar", "en"])
@settings(max_examples=150, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40), glue=st.sampled_from(["", " "]))
def test_mentions_are_stretches_of_the_text_that_do_not_overlap(language: str, pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(Article(id="any", text=text, language=language, sha256=digest))
    entities = find_entities(document)
    assert len({entity.id for entity in entities}) == len(entities)
    taken: set[int] = set()
    for entity in entities:
        assert entity.name.strip()
        assert any(mention.kind == "named" for mention in entity.mentions)
        for mention in entity.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
            covered = set(range(mention.start, mention.end))
            assert not covered & taken
            taken |= covered
    assert head_entity(document, entities, 0, len(text)) in {None, *(entity.id for entity in entities)}

"""When a claim was made."""

from __future__ import annotations

import hashlib

import pytest

from kg.extract.local import GrammarExtractor
from schemas import Article


@pytest.mark.parametrize(
    ("text", "language", "time"),
    [
        ("قالت الوزارة، الخميس، إن أربعين شخصا قتلوا.", "ar", "الخميس"),
        ("قالت الوزارة، التي تعمل منذ 2011، إن أربعين شخصا قتلوا.", "ar", None),
        ("The ministry said on Thursday that 40 people had been killed.", "en", "Thursday"),
        ("The ministry, which has existed since 2011, said that 40 people had been killed.", "en", None),
    ],
)
def test_a_claim_is_made_at_the_time_beside_its_cue(text: str, language: str, time: str | None) -> None:
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article(id="a", text=text, language=language, published="2024-05-06", sha256=digest)
    claims = GrammarExtractor().extract(article)["claims"]
    assert [claim["time"] and claim["time"].text for claim in claims] == [time]

"""What holds for every Arabic text: spans are clean, results are the same each time, and hostile text ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.local.claims.arabic import find_arabic_claims
from kg.extract.local.claims.arabic_line import EDGES
from kg.extract.local.document import Document
from schemas import Article

Make = Callable[..., Article]

PIECES = [
    "قال", "وأضاف", "الوزير", "محمد علي", "إن", "أن", "بحسب", "وفقا لـ", "نقلا عن", "مصدر", "الذي", "،", ".", ":", '"',
    "«", "»", "(", ")", "\n", "مشيرا إلى", "اتهم", "بخرق", "الهدنة", "نفى", "صحة", "الأنباء", "كما", "جاء في", "البيان",
    "طلب عدم", "ذكر اسمه", "على لسان", "د.", "1. 7", "\u202e", "\0", "word",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_spans_lie_in_the_text_and_have_clean_edges(text: str) -> None:
    article = Article(id="t", text=text, sha256="0" * 64, language="ar")
    claims = find_arabic_claims(Document(article), ())
    assert claims == find_arabic_claims(Document(article), ())
    for claim in claims:
        spans = [*claim.content, *filter(None, [claim.source, claim.cue, claim.addressee])]
        assert claim.content
        for start, end in spans:
            assert 0 <= start < end <= len(text)
            assert text[start] not in EDGES
            assert text[end - 1] not in EDGES
        assert claim.evidence[0] <= min(start for start, _ in claim.content)
        assert claim.evidence[1] >= max(end for _, end in claim.content)
        assert 0 < claim.confidence <= 1
        assert claim.rule


@pytest.mark.parametrize(
    "text",
    ['"' * 20_000, "قال الوزير إن " * 5_000, "بحسب " * 5_000, "الذي قال " * 5_000, 'قال "' * 5_000, "«" * 20_000],
    ids=["quotes", "sayings", "according", "relatives", "openings", "guillemets"],
)
def test_hostile_text_comes_to_an_end(make: Make, text: str) -> None:
    assert isinstance(find_arabic_claims(Document(make(text)), ()), list)

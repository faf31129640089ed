"""A word of nothing but marks (a tatweel, a lone diacritic) folds to nothing; no rule may stumble over it."""

from __future__ import annotations

import pytest

from kg.extract.local.assembly import GrammarExtractor
from kg.read import make_article

ARABIC = "قال وزير الخارجية جون كيري إن ثلاثة جنود قتلوا في غارة على مدينة حلب أمس، مضيفا أن «المفاوضات» بدأت."
ENGLISH = "Two officials said on Monday that 3 soldiers were killed in Aleppo, adding “the talks” had begun with Kerry."


@pytest.mark.parametrize("mark", ["ـــ", "\u0651", "\u0301"], ids=["tatweel", "shadda", "accent"])
@pytest.mark.parametrize(("language", "text"), [("ar", ARABIC), ("en", ENGLISH)])
def test_marks_between_any_two_words_are_read_over(language: str, text: str, mark: str) -> None:
    words = text.split()
    extractor = GrammarExtractor()
    for at in range(len(words) + 1):
        broken = " ".join([*words[:at], mark, *words[at:]])
        proposal = extractor.extract(make_article("x", broken, {"language": language}, "x"))
        assert proposal["claims"]
        for event in proposal["events"]:
            span = event["trigger"]
            assert broken[span["start"] : span["end"]] == span["text"]

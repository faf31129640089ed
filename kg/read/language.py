"""Which language a text is written in."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

_SAMPLE = 5_000
"""Code points looked at; more does not change the answer."""


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)


def recognise_language(text: str) -> str:
    """The ISO 639-1 code of the text's language, or "und" where there are no letters to tell by."""
    sample = text[:_SAMPLE]
    if not any(char.isalpha() for char in sample):
        return "und"
    code, _ = _identifier().classify(sample)
    return str(code)

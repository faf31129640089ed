"""Whether the clause around a date speaks of the future."""

from __future__ import annotations

import re

_WINDOW = 90
"""How many code points before the date are looked at; a clause is seldom longer."""

_BREAK = re.compile(r"[.!?؟؛;\n]")
_FUTURE = {
    "ar": re.compile(
        r"(?<!\w)[وف]?(?:سوف|لن|(?:ال)?(?:مقرر|منتظر|متوقع|مرتقب|مزمع)|[يت]عتزم\w*"
        # the future marker on an imperfect verb; the nouns that begin alike are left out
        r"|س(?:ي|ت|ن|أ)(?!طر|اس|ار|نار|نم|ناء|دة|د\b|ئ|ول\b|ن\b|ون\b)\w{3,})(?!\w)"
    ),
    "en": re.compile(
        r"\b(?:will|won['’]t|shall|scheduled|due|expected|plans?|planned|planning|set to|upcoming|is to|are to|intends?"
        r"|expects?|supposed to|would|to be|until|as (?:early|soon) as)\b|['’]ll\b",
        re.IGNORECASE,
    ),
}
"""Words that put their clause into the future."""
_SAID = {
    "ar": re.compile(
        r"(?<!\w)[وف]?(?:قال|قالت|أعلن|أعلنت|أكد|أكدت|ذكر|ذكرت|أضاف|أضافت|صرح|صرحت|أفاد|أفادت|أوضح|أوضحت)(?!\w)"
    ),
    "en": re.compile(
        r"\b(?:said|told|announced|reported|says|added|warned|confirmed|had been|was|were)\b", re.IGNORECASE
    ),
}
"""Words after which a date belongs to what was said or done, not to the future before it."""


def speaks_of_future(text: str, span: tuple[int, int], language: str) -> bool:
    """Whether a word of the future stands before the span in its sentence, with no verb of saying after it."""
    window = text[max(0, span[0] - _WINDOW) : span[0]]
    start = max((broken.end() for broken in _BREAK.finditer(window)), default=0)
    clause = window[start:]
    last_future = max((found.start() for found in _FUTURE[language].finditer(clause)), default=-1)
    last_said = max((found.start() for found in _SAID[language].finditer(clause)), default=-1)
    return last_future > last_said

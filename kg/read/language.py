"""Which language a text is written in."""

from __future__ import annotations

import unicodedata

import py3langid

_SAMPLE = 5_000
"""Code points looked at; more does not change the answer."""

_NOT_ARABIC = set("پچژگڤکیےہھۀۆۇێۈۋېڵڕټډړږښګڼ")
"""Letters that Persian, Urdu, Kurdish, Uyghur and Pashto have and Arabic has not."""


def recognise_language(text: str) -> str:
    """The ISO 639-1 code of the text's language, or "und" where there are no letters to tell by.

    A text in Arabic letters that has none of the letters its neighbours added is Arabic, however short it is.
    """
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    if not letters:
        return "und"
    arabic = sum("ARABIC" in unicodedata.name(char, "") for char in set(letters))
    if arabic > len(set(letters)) / 2 and not _NOT_ARABIC & set(letters):
        return "ar"
    return str(py3langid.classify(text[:_SAMPLE])[0])

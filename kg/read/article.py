"""From a text and what is known about it to an Article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

from pydantic import ValidationError

from kg.errors import InputError
from kg.read.dateline import date_in_text, date_in_url
from kg.read.language import recognise_language
from schemas import Article

_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:[T ].*)?\Z", re.DOTALL)
METADATA_FIELDS = ("id", "title", "published", "outlet", "url", "language", "authors", "sample")
_ALIASES = {"date": "published", "author": "authors"}
_STRINGS = ("id", "title", "outlet", "url", "language")


def make_article(identifier: str, text: str, metadata: Mapping[str, Any], where: str) -> Article:
    """The article with this text, unchanged, and these metadata; ``where`` names the input in errors.

    The publication date is taken from the metadata (``published`` or ``date``), else from a dateline in the text, else
    from the URL, no finer than it stands there. Raises InputError where there is no text or metadata cannot be used.
    """
    _reject_surrogates(text, where)
    if not text.strip():
        raise InputError(f"{where}: there is no text in it.")
    metadata = {**{ours: metadata.get(theirs) for theirs, ours in _ALIASES.items()}, **metadata}
    given = {field: metadata[field] for field in METADATA_FIELDS if metadata.get(field) not in (None, "", [])}
    for field in _STRINGS:
        if field in given:
            given[field] = str(given[field]).strip()
            _reject_surrogates(given[field], where)
    language = given.pop("language", None) or recognise_language(text)
    published, basis = _published(given.pop("published", None), text, language, given.get("url"), where)
    authors = given.pop("authors", ())
    authors = (authors,) if isinstance(authors, str) else tuple(map(str, authors))
    try:
        return Article(
            id=given.pop("id", identifier),
            text=text,
            language=language,
            published=published,
            published_basis=basis,
            authors=authors,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            **given,
        )
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "metadata"
        raise InputError(f"{where}: the field {field!r} cannot be used: {first['msg']}.") from error


def _published(given: object, text: str, language: str, url: str | None, where: str) -> tuple[str | None, Any]:
    if given is not None:
        return parse_published(str(given), where), "given"
    if found := date_in_text(text, language):
        return found, "text"
    if url and (found := date_in_url(url)):
        return found, "url"
    return None, "none"


def parse_published(value: str, where: str) -> str:
    """A publication date as YYYY, YYYY-MM or YYYY-MM-DD from ISO 8601 or an RFC 5322 date; finer parts are cut off."""
    value = value.strip()
    if match := _PARTIAL_DATE.match(value):
        year, month, day = match.groups()
        try:
            date(int(year), int(month or 1), int(day or 1))
        except ValueError as error:
            raise InputError(f"{where}: the publication date {value!r} is not in the calendar.") from error
        return "-".join(part for part in (year, month, day) if part)
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError) as error:
        message = f"{where}: the publication date {value!r} is not understood. Write it as 2023-10-21, 2023-10 or 2023."
        raise InputError(message) from error


def _reject_surrogates(text: str, where: str) -> None:
    """JSON can smuggle in half a character, which no file or graph can hold."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"{where}: half of a surrogate pair at code point {error.start}; the text is damaged. "
            "Export it again as UTF-8."
        ) from error

"""What the package gives: figures of a text with their bounds, unit and what they count."""

from __future__ import annotations

from dataclasses import dataclass

import schemas


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """A figure: ``text[start:end]`` of the article in code points and the closed or open interval it states.

    ``min`` and ``max`` are equal for an exact figure; one of them is None where the text states only a bound, which
    ``min_exclusive`` and ``max_exclusive`` leave out. ``unit`` is ``person``, ``percent``, an ISO 4217 code, a unit in
    CLDR's naming, or the counted noun as written. ``measures`` is what happened or what it is for, where the text says.
    """

    span: tuple[int, int]
    text: str
    min: float | None
    max: float | None
    min_exclusive: bool = False
    max_exclusive: bool = False
    unit: str | None = None
    measures: str | None = None
    approximate: bool = False


def to_schema(value: QuantityValue, article_text: str) -> schemas.Quantity:
    """The value as the contract's ``Quantity`` over ``article_text``, the text that it was found in."""
    start, end = value.span
    return schemas.Quantity(
        span=schemas.Span(start=start, end=end, text=article_text[start:end]),
        min=value.min,
        max=value.max,
        min_exclusive=value.min_exclusive,
        unit=value.unit,
        measures=value.measures,
    )

"""Figures in text: counts, percentages, money and measures of Arabic and English news, with their bounds.

In: the text of an article and its language. Out: quantity values with their span, the interval they state, their unit,
and what they measure where the text says it.
"""

from kg.quantity.find import find_quantities
from kg.quantity.values import QuantityValue, to_schema

__all__ = ["QuantityValue", "find_quantities", "to_schema"]

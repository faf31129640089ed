"""Times in text: dates, parts of days, durations and sets of Arabic and English news, anchored to publication.

In: the text of an article, its language, and the interval in which it was published. Out: time values with their
span, the closed interval they stand for, how fine that is and where it comes from. Nothing is finer than the text says.
"""

from kg.temporal.find import find_times
from kg.temporal.values import Anchor, AnchorError, TimeValue, to_schema

__all__ = ["Anchor", "AnchorError", "TimeValue", "find_times", "to_schema"]

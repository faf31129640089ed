"""What is said again for queries' sake."""

from __future__ import annotations

import pytest

from kg.rdf.derived import edtf
from schemas import Time


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023-10-20", "2023-10-20", "2023-10-20"),
        ("2023-10-01", "2023-10-31", "2023-10"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2023-10-15", "2023-10-21", "2023-10-15/2023-10-21"),
        ("2023-10-01", "2023-10-30", "2023-10-01/2023-10-30"),
        ("2011-01-01", None, "2011-01-01/.."),
        (None, "2023-10-21", "../2023-10-21"),
        (None, None, ""),
        ("9999-12-01", "9999-12-31", "9999-12-01/9999-12-31"),
    ],
)
def test_a_time_as_edtf(start: str | None, end: str | None, expected: str) -> None:
    assert edtf(Time(start=start, end=end, text="هذا الأسبوع")) == expected

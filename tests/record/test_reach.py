"""Dates by how far they reach, so that a walk from a day back misses none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.record.reach import REACHES, UNDATED, earliest, reach

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, UNDATED),
        ("2024-02-16", "2024-02-16", 0),
        ("2024-02-01", "2024-02-29", 1),
        ("2024-01-01", "2024-02-01", 1),
        ("2024-01-01", "2024-02-02", 2),
        ("2024-01-01", "2024-12-31", 2),
        ("2020-01-01", "2029-12-31", 3),
        ("1900-01-01", "1999-12-31", 4),
        ("2024-02-16", None, 4),
        (None, "2024-02-16", 4),
        ("-043-03-01", "-043-03-31", 4),
    ],
)
def test_a_class_follows_from_the_days(first: str | None, last: str | None, expected: int) -> None:
    assert reach(first, last) == expected


@given(DAYS, DAYS, DAYS)
def test_what_ends_on_a_day_or_later_does_not_begin_before_its_class_reaches(one: str, other: str, since: str) -> None:
    first, last = sorted((one, other))
    found = reach(first, last)
    assert found in REACHES
    assert last < since or first >= earliest(found, since)


def test_one_day_reaches_no_further_and_the_longest_have_no_end() -> None:
    assert earliest(0, "2024-02-16") == "2024-02-16"
    assert earliest(1, "2024-02-16") == "2024-01-16"
    assert earliest(REACHES[-1], "2024-02-16") == ""
    assert earliest(3, "0003-01-01") == ""

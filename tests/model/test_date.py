from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.date import Date, NotADate

days = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))


@given(days)
def test_a_day_is_its_own_bounds(day: datetime.date) -> None:
    read = Date.parse(day.isoformat())
    assert str(read) == day.isoformat()
    assert read.earliest == read.latest == (day.year, day.month, day.day)
    assert read.precision == "day"


@given(days, days)
def test_days_sort_as_days_do(first: datetime.date, second: datetime.date) -> None:
    left, right = Date.parse(first.isoformat()), Date.parse(second.isoformat())
    assert (left < right) == (first < second)
    assert left.before(right) == (first < second)
    assert left.overlaps(right) == (first == second)
    assert left.within(Date.parse(f"{first.year:04d}"))


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2019", "year", (2019, 1, 1), (2019, 12, 31)),
        ("201X", "decade", (2010, 1, 1), (2019, 12, 31)),
        ("19XX", "century", (1900, 1, 1), (1999, 12, 31)),
        ("2020-02", "month", (2020, 2, 1), (2020, 2, 29)),
        ("2019-21", "season", (2019, 3, 1), (2019, 5, 31)),
        ("2019-24", "season", (2019, 12, 1), (2020, 2, 29)),
        ("1989-35", "quarter", (1989, 7, 1), (1989, 9, 30)),
        ("1989-41", "half", (1989, 7, 1), (1989, 12, 31)),
        ("2019-02-16/2019-02-20", "interval", (2019, 2, 16), (2019, 2, 20)),
        ("../2024-05", "interval", None, (2024, 5, 31)),
        ("XXXX-02-16", "day", None, None),
        ("1998-02-12T12:00:00", "time", (1998, 2, 12), (1998, 2, 12)),
        ("2003~", "year", (2003, 1, 1), (2003, 12, 31)),
        ("2019-XX-XX", "year", (2019, 1, 1), (2019, 12, 31)),
    ],
)
def test_what_is_read(text: str, precision: str, earliest: object, latest: object) -> None:
    read = Date.parse(text)
    assert (str(read), read.precision, read.earliest, read.latest) == (text, precision, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "../..",
        "19",
        "2019-13",
        "2019-02-30",
        "2019-00",
        "2019-02-16/2019-02-15",
        "2019-1-1",
        "X019",
        "P3D",
        "2019-21-04",
    ],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(NotADate):
        Date.parse(text)


def test_parts_stay_in_order() -> None:
    written = ["2019-02-late", "2019-02-early", "2018-11", "XXXX-02-16", "2019-02-mid", "../2018"]
    assert [str(date) for date in sorted(map(Date.parse, written))] == [
        "../2018",
        "2018-11",
        "2019-02-early",
        "2019-02-mid",
        "2019-02-late",
        "XXXX-02-16",
    ]
    assert Date.parse("2019-02-early").edtf == "2019-02"


@given(st.text("0123456789X-/.~?TZ:earlymidlate", max_size=24))
def test_whatever_is_read_prints_as_it_was(text: str) -> None:
    try:
        read = Date.parse(text)
    except NotADate:
        return
    assert str(read) == text
    assert Date.parse(str(read)) == read

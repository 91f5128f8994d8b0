from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from detente.reading.time import Times
from detente.reading.time.days import clamp
from detente.reading.time.learned import Model, released
from detente.reading.time.learned.ahead import around
from detente.reading.time.learned.model import BIAS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The armistice lasts until Saturday.", "2021-09-18"),
        ("The premier flies to Baku on Thursday.", "2021-09-16"),
        ("The premier flew to Baku on Thursday.", "2021-09-09"),
        ("A round of talks is scheduled for Tuesday.", "2021-09-21"),
        ("The governor resigned in December.", "2020-12"),
        ("The governor will resign in December.", "2021-12"),
        ("The lease runs out in April.", "2022-04"),
        ("The lease ran out in April.", "2021-04"),
        ("The two armies are to pull back by Oct. 10.", "2021-10-10"),
        ("A vote will be held in the spring.", "2022-SP"),
    ],
)
def test_where_open_dates_lie(nlp: Language, text: str, value: str) -> None:
    doc = nlp(text)
    doc._.detente_published = "2021-09-15"  # a Wednesday
    assert [time.value for time in Times(nlp)(doc)._.detente_times] == [value]


@pytest.mark.parametrize(("odds", "values"), [(1.0, ["2021-09-17", "2022-05"]), (-1.0, ["2021-09-10", "2021-05"])])
def test_the_model_alone_decides(nlp: Language, odds: float, values: list[str]) -> None:
    doc = nlp("They met on Friday. They will meet in May.")
    doc._.detente_published = "2021-09-15"
    assert [time.value for time in Times(nlp, model=Model({BIAS: odds}))(doc)._.detente_times] == values


@given(published=st.dates(), month=st.integers(1, 12), day=st.integers(1, 31))
def test_the_days_around(published: date, month: int, day: int) -> None:
    back, ahead = around(lambda year: clamp(year, month, day), published)
    assert back <= published or published.year == 1
    assert ahead > published or published.year == 9999


def test_weights_are_few_and_hold_no_words_of_reports() -> None:
    names = set(released().weights)
    assert BIAS in names and len(names) < 1000
    kinds = {name.split("=")[0].split(" ")[-1] for name in names if "=" in name}
    assert kinds <= {"unit", "place", "direction", "preposition", "hangs", "verb", "auxiliary", "after"}

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.figures.numerals import numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,200 tents", [(1200.0, None)]),
        ("2.5 million litres", [(2_500_000.0, None)]),
        ("two and a half million acres", [(2_500_000.0, None)]),
        ("half a million herders", [(500_000.0, None)]),
        ("a quarter of a million ballots", [(250_000.0, None)]),
        ("three hundred and twelve trucks", [(312.0, None)]),
        ("forty-one wells", [(41.0, None)]),
        ("4 hundred thousand sacks", [(400_000.0, None)]),
        ("a dozen boats and six rafts", [(12.0, None), (6.0, None)]),
        ("7-10 days", [(7.0, 10.0)]),
        ("between 20 and 30 lorries", [(20.0, 30.0)]),
        ("5 to 8 million euros", [(5_000_000.0, 8_000_000.0)]),
        ("€13.6M and $3bn", [(13_600_000.0, None), (3e9, None)]),
        ("4.3M visits and 6M of rope", [(4_300_000.0, None), (6_000_000.0, None)]),
        ("a 2-0 lead, a draw at 89-89 and a vote of 418-2", [(418.0, None), (2.0, None)]),
        ("minus-12 degrees", [(-12.0, None)]),
        ("sixfold", [(6.0, None)]),
        ("five and six people", [(5.0, None), (6.0, None)]),
        ("the F-16, the 22nd brigade, 9/11, the 1990s and 5:25", []),
        ("nothing at all, anyone, often", []),
    ],
)
def test_what_numbers_come_to(text: str, values: list[tuple[float, float | None]]) -> None:
    assert [(number.value, number.upper) for number in numerals(text, 0, len(text))] == values


@given(st.integers(0, 10**12))
def test_digits_with_commas_are_what_they_say(number: int) -> None:
    text = f"about {number:,} tonnes"
    (found,) = numerals(text, 0, len(text))
    assert (found.value, text[found.start : found.end]) == (float(f"{float(number):.12g}"), f"{number:,}")


@given(st.text(alphabet="0123456789.,-–/: $€%millionbnktwofiveandahalf", max_size=40))
def test_numbers_lie_in_the_text_and_never_overlap(text: str) -> None:
    end = 0
    for number in numerals(text, 0, len(text)):
        assert end <= number.start < number.end <= len(text)
        assert number.upper is None or number.upper > number.value
        end = number.end
